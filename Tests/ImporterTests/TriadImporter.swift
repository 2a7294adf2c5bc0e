import GraphModel
import ImporterKit

/// Reads lines of two words: the ends of a relationship.
public struct TriadImporter: Importer {
    /// Creates the importer.
    public init() {}

    /// What it is.
    public var descriptor: ImporterDescriptor {
        ImporterDescriptor(
            name: "triad", summary: "lines of two words", extensions: ["triad"])
    }

    /// Reads the file line by line.
    public func read(_ input: ImportInput, into sink: any GraphSink) throws {
        let graph = NamedSink(sink)
        try input.file.forEachLine { number, line in
            sink.at(line: number, file: input.file)
            guard !line.isEmpty, let fault = read(line, into: graph) else { return }
            try sink.report(input.file.fault("BadLine", fault, line: number))
        }
    }

    /// Reads a line; gives what is wrong with it. This is the part to change.
    private func read(_ line: String, into graph: NamedSink) -> String? {
        let fields = line.split(separator: ";").map { $0.filter { $0 != " " } }
        guard fields.count == 3 else { return "expected from; TYPE; to" }
        let ends = (graph.node(fields[0], "Actor"), graph.node(fields[2], "Stage"))
        graph.relate(ends.0, fields[1], ends.1)
        return nil
    }
}
