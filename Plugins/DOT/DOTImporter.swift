import CGraphviz
import GraphModel
import ImporterKit

/// Reads graphs in Graphviz's DOT language, with Graphviz's own parser.
public struct DOTImporter: Importer {
    /// Creates the importer.
    public init() {}

    /// What it is.
    public var descriptor: ImporterDescriptor {
        ImporterDescriptor(
            name: "dot", summary: "graphs in Graphviz's DOT language",
            extensions: ["dot", "gv"], mediaTypes: ["text/vnd.graphviz"],
            options: [
                .init(
                    name: "type", type: .text,
                    summary: "the relationship type of edges (default: EDGE)")
            ])
    }

    /// By its first words: `strict`, `graph` or `digraph` before a brace.
    public func likelihood(of sample: Sample) -> Likelihood {
        let named = descriptor.extensions.contains(sample.fileExtension)
        return FileContent(bytes: sample.head).withView { bytes in
            var scanner = DOTScanner(bytes, from: DOTImporter.startOfText(bytes))
            for position in 0..<3 {
                guard case .identifier(let word, false) = scanner.next() else { break }
                let lowered = word.lowercased()
                if lowered == "strict", position == 0 { continue }
                guard lowered == "graph" || lowered == "digraph" else { break }
                var token = scanner.next()
                if case .identifier = token { token = scanner.next() }
                if token == .mark(0x7B) { return .certain }
                break
            }
            return named ? .likely : .no
        }
    }

    /// Reads every graph of the file.
    public func read(_ input: ImportInput, into sink: any GraphSink) throws {
        let file = input.file
        let type = input.options["type"] ?? GraphConventions.relationshipType
        try file.content.withView { bytes in
            let start = DOTImporter.startOfText(bytes)
            try check(bytes, from: start, file)
            let outline = DOTOutline(bytes, from: start)
            try judge(outline, file)
            guard vv_graphviz_lock() else { throw DOTMessage.libraryMissing }
            defer { vv_graphviz_unlock() }
            for (number, graph) in outline.graphs.enumerated() {
                let parsed = try DOTGraph(bytes.text(of: graph), graph, file)
                var writer = DOTWriter(
                    graph: graph, number: number, isOneOfMany: outline.graphs.count > 1,
                    type: type, file: file, sink: sink)
                try writer.write(parsed)
                try sink.progress(bytes: graph.range.upperBound)
            }
        }
    }

    /// Refuses what Graphviz would not survive, or not explain.
    private func judge(_ outline: DOTOutline, _ file: InputFile) throws {
        if outline.tooDeepLine > 0 {
            throw Diagnostic(
                .resource, "NestingTooDeep",
                "subgraphs are nested deeper than \(DOTOutline.maximumDepth) levels",
                place: SourcePlace(file: file.name, line: outline.tooDeepLine))
        }
        if let quote = outline.unclosedQuote {
            throw Diagnostic(
                .data, "UnclosedQuote", "a quoted text is not closed", place: file.place(at: quote))
        }
        if outline.graphs.isEmpty {
            throw Diagnostic(
                .data, "EmptyFile", "the file holds no graph",
                place: SourcePlace(file: file.name, line: 1))
        }
    }

    static func startOfText(_ bytes: ByteView) -> Int {
        bytes.starts(with: "\u{FEFF}", at: 0) ? 3 : 0
    }

    /// Graphviz takes C strings, so a zero byte would hide what follows it.
    private func check(_ bytes: ByteView, from start: Int, _ file: InputFile) throws {
        let zero = bytes.firstIndex(of: 0, from: start)
        if zero < bytes.count {
            throw Diagnostic(
                .data, "InvalidCharacter", "there is a zero byte in the text",
                place: file.place(at: zero))
        }
    }
}

extension ByteView {
    /// The text of a graph for a C function: its bytes and a zero.
    ///
    /// Graphviz would take a remark like `# 40 towns` for a preprocessor's, and count lines from 40.
    fileprivate func text(of graph: DOTOutline.Graph) -> [CChar] {
        var text = bytes(graph.range).map { CChar(bitPattern: $0) } + [0]
        for remark in graph.remarks where peek(remark + 1) > 0x0D {
            text[remark + 1 - graph.range.lowerBound] = 0x23
        }
        return text
    }
}
