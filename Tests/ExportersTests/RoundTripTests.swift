import CSV
import DOT
import Exporters
import GraphLoading
import GraphModel
import GraphStore
import ImporterKit
import Testing

/// What is exported comes back.
@Suite struct RoundTripTests {
    private static func roundTrip(
        _ graph: ExportGraph, _ name: String, _ importer: any Importer
    ) throws -> ExportGraph {
        let output = try ExporterTests.export(graph, name).output
        let ending = try ExporterRegistry.standard.find(name).descriptor.fileExtension
        let files = output.parts.map { part in
            InputFile(
                name: part.name.isEmpty ? "graph.\(ending)" : part.name, bytes: part.bytes)
        }
        let session = ImportSession(registry: ImporterRegistry([importer]))
        let loaded = try session.load(files: files)
        let loud = loaded.summary.diagnostics.filter { $0.severity != .note }
        #expect(loud.isEmpty, "\(loud)")
        return ExportGraph(GraphView(base: loaded.graph))
    }

    @Test func csvKeepsEverything() throws {
        for graph in [try Samples.oddNames(), try Samples.allTypes()] {
            let back = try Self.roundTrip(graph, "csv", CSVImporter())
            #expect(
                Samples.lines(back, without: ["sources"])
                    == Samples.lines(graph, without: ["sources"]))
        }
    }

    @Test func dotKeepsNodesEdgesAndTexts() throws {
        let graph = try Samples.oddNames()
        let back = try Self.roundTrip(graph, "dot", DOTImporter())
        let wanted = graph.identifiers.map { name in
            // Backslashes are doubled, and no name begins with a percent sign.
            let parts = name.split(separator: "\\", omittingEmptySubsequences: false)
            return (name.hasPrefix("%") ? "_" : "") + parts.joined(separator: "\\\\")
        }
        #expect(ends(back, back.identifiers, type: \.typeText) == ends(graph, wanted, type: \.type))
        #expect(back.nodes.count == graph.nodes.count)
        let all = try Self.roundTrip(try Samples.allTypes(), "dot", DOTImporter())
        let node = try #require(all.nodes.indices.map(all.node).first { $0.identifier == "all" })
        #expect(node.text("date") == "2015-10-01")
        #expect(node.text("texts") == "[\"a\",\"b c\"]")
    }
}

extension RoundTripTests {
    fileprivate func ends(
        _ graph: ExportGraph, _ names: [String], type: (ExportRelationship) -> String
    ) -> [String] {
        graph.relationships.indices.map { number in
            let edge = graph.relationship(number)
            return "\(names[edge.from]) \(type(edge)) \(names[edge.to])"
        }.sorted()
    }
}

extension ExportRelationship {
    /// The type as DOT keeps it.
    fileprivate var typeText: String {
        if case .string(let text)? = self["type"] { text } else { "" }
    }
}

extension ExportNode {
    fileprivate func text(_ key: String) -> String? {
        if case .string(let text)? = self[key] { text } else { nil }
    }
}
