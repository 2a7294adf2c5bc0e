import GraphModel

/// Draws a picture with Graphviz.
package struct GraphvizExporter: Exporter {
    /// The picture's format.
    package enum Format: String, Sendable {
        case svg
        case png
    }

    private let format: Format

    package init(format: Format) {
        self.format = format
    }

    package var descriptor: ExporterDescriptor {
        ExporterDescriptor(
            name: format.rawValue, fileExtension: format.rawValue,
            summary: "a picture (\(format.rawValue.uppercased())), drawn by Graphviz")
    }

    /// Past this many relationships a layered drawing takes minutes and shows nothing.
    private static let layeredLimit = 2_000
    private static let limit = 20_000

    package func write(
        _ graph: ExportGraph, options: ExportOptions, to output: inout ExportOutput
    ) throws(Diagnostic) -> LossReport {
        try descriptor.check(options)
        let size = max(graph.relationships.count, graph.nodes.count)
        guard size <= Self.limit else {
            throw Diagnostic(
                .resource, "PictureTooLarge",
                "a picture of \(graph.nodes.count) nodes and \(graph.relationships.count) "
                    + "relationships is beyond drawing",
                hint: "export the result of a query, or a format that Gephi reads")
        }
        var writer = DOTWriter(
            graph, language: options.language, title: options.title, detail: .picture)
        writer.write()
        let engine = size <= Self.layeredLimit ? "dot" : "sfdp"
        let picture = try GraphvizDrawing.draw(
            writer.text, engine: engine, format: format.rawValue)
        output.write(bytes: picture)
        var loss = writer.loss
        loss.add(.other("nodes have properties that a picture does not show"), count: hidden(graph))
        return loss
    }

    private func hidden(_ graph: ExportGraph) -> Int {
        var count = 0
        graph.forEachNode { if $0.properties.count > 2 { count += 1 } }
        return count
    }
}
