import Exporters
import Foundation
import GraphModel
import GraphStore
import Testing

@Suite struct ExporterTests {
    static let names = ExporterRegistry.standard.descriptors.map(\.name)

    static func export(
        _ graph: ExportGraph, _ name: String, profile: String? = nil
    ) throws -> (output: ExportOutput, loss: LossReport) {
        var output = ExportOutput()
        let loss = try ExporterRegistry.standard.find(name).write(
            graph, options: ExportOptions(profile: profile), to: &output)
        return (output, loss)
    }

    @Test(arguments: names)
    func writesTheSameBytesTwice(_ name: String) throws {
        for graph in [try Samples.oddNames(), try Samples.allTypes()] {
            let first = try Self.export(graph, name).output
            let second = try Self.export(graph, name).output
            let isSame = first.parts.map(\.bytes) == second.parts.map(\.bytes)
            #expect(isSame)
            #expect(first.parts.allSatisfy { !$0.bytes.isEmpty })
        }
    }

    @Test(arguments: names)
    func everyProfileWrites(_ name: String) throws {
        let exporter = try ExporterRegistry.standard.find(name)
        for profile in exporter.descriptor.profiles {
            let output = try Self.export(try Samples.oddNames(), name, profile: profile).output
            #expect(output.parts.allSatisfy { !$0.bytes.isEmpty })
        }
        #expect(throws: Diagnostic.self) {
            try Self.export(try Samples.allTypes(), name, profile: "no-such")
        }
    }

    @Test func emptyGraph() throws {
        let graph = try Samples.graph([], [])
        for name in Self.names {
            let loss = try Self.export(graph, name).loss
            #expect(loss.isEmpty, "\(name)")
        }
    }

    @Test func unknownFormatNamesTheNearest() throws {
        let error = #expect(throws: Diagnostic.self) {
            try ExporterRegistry.standard.find("graphlm")
        }
        #expect(error?.code == "UnknownFormat")
        #expect(error?.hint?.contains("'graphml'") == true)
        #expect(ExporterRegistry.standard.find(forPath: "out/x.ttl")?.descriptor.name == "turtle")
        #expect(ExporterRegistry.standard.find(forPath: "dot") == nil)
    }

    @Test func identifiersAreUnique() throws {
        let graph = try Samples.graph(
            [
                .init(id: .string("x")), .init(id: .string("x")), .init(id: .string("n0")),
                .init(id: .null), .init(id: .integer(7)), .init(id: .string("")),
                .init(id: .string("a\u{0}b")),
            ], [])
        #expect(Set(graph.identifiers).count == graph.nodes.count)
        #expect(graph.identifiers.contains("7"))
        #expect(graph.identifiers.contains("n0"))
    }

    @Test func selectsWhatRowsHold() throws {
        let whole = try Samples.oddNames()
        let relationship = Value.relationship(RelationshipIndex(whole.relationships[0]))
        let node = Value.node(NodeIndex(whole.nodes[9]))
        let graph = ExportGraph(whole.view, rows: [[.list([relationship]), .integer(1)], [node]])
        #expect(graph.relationships.count == 1)
        #expect(graph.nodes.count == 3)
    }

    @Test(arguments: ["json", "cyjs", "jgf"])
    func isJSON(_ name: String) throws {
        for graph in [try Samples.oddNames(), try Samples.allTypes()] {
            let bytes = Data(try #require(try Self.export(graph, name).output.parts.first).bytes)
            let root = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
            let inner = root["graph"] as? [String: Any]
            let elements = root["elements"] as? [String: Any]
            let holder = name == "json" ? root : try #require(elements ?? inner)
            let edges = try #require(holder["edges"] as? [Any])
            let nodes =
                (holder["nodes"] as? [Any])?.count ?? (holder["nodes"] as? [String: Any])?.count
            // The members of an object come as a dictionary, to which both kinds of å are one.
            let wanted = name == "jgf" ? Set(graph.identifiers).count : graph.nodes.count
            #expect(nodes == wanted)
            #expect(edges.count == graph.relationships.count)
        }
    }

    @Test(arguments: [
        ("dot", "'integer': integers became text (2 values)"),
        ("dot", "'empty': left out, empty texts say nothing in DOT (2 values)"),
        ("graphml", "'date': dates became text (2 values)"),
        ("json", "'infinite': infinite numbers became text (2 values)"),
        ("jgf", "'span': durations became text (2 values)"),
        ("turtle", "'none': left out, an empty list has no statements (2 values)"),
    ])
    func reportsLoss(_ name: String, _ line: String) throws {
        let loss = try Self.export(try Samples.allTypes(), name).loss
        #expect(loss.lines.contains(line), "\(loss.lines)")
        #expect(loss.diagnostic(format: name)?.severity == .warning)
    }

    @Test(arguments: ["csv", "cypher"])
    func losesNothing(_ name: String) throws {
        #expect(try Self.export(try Samples.allTypes(), name).loss.isEmpty)
    }
}
