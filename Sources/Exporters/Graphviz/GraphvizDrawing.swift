import CGraphviz
import GraphModel

/// Graphviz's layout and rendering, one at a time.
enum GraphvizDrawing {
    /// Draws DOT text.
    ///
    /// - Throws: `DrawingFailed`, with what Graphviz says.
    static func draw(
        _ dot: String, engine: String, format: String
    ) throws(Diagnostic) -> [UInt8] {
        guard vv_graphviz_lock() else {
            throw Diagnostic(
                .resource, "LibraryMissing", "nothing can be drawn: Graphviz is not installed",
                hint: "apt-get install graphviz")
        }
        defer { vv_graphviz_unlock() }
        guard let context = vv_gvContext() else { throw failure() }
        defer { vv_gvFreeContext(context) }
        guard let graph = dot.withCString({ vv_graphviz_parse($0, 1) }) else { throw failure() }
        defer { vv_agclose(graph) }
        guard vv_gvLayout(context, graph, engine) == 0 else { throw failure() }
        defer { vv_gvFreeLayout(context, graph) }
        var data: UnsafeMutablePointer<CChar>?
        var length: UInt32 = 0
        guard vv_gvRenderData(context, graph, format, &data, &length) == 0, let data else {
            throw failure()
        }
        defer { vv_gvFreeRenderData(data) }
        return data.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
            Array(UnsafeBufferPointer(start: $0, count: Int(length)))
        }
    }

    private static func failure() -> Diagnostic {
        let said = String(cString: vv_graphviz_messages())
        let lines = said.split(separator: "\n").map(String.init)
        return Diagnostic(
            .internalError, "DrawingFailed", "Graphviz could not draw the graph", notes: lines)
    }
}
