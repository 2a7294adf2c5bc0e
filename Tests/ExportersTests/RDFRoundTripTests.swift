import Exporters
import GraphLoading
import GraphModel
import GraphStore
import GuideXML
import ImporterKit
import RDF
import Testing

/// What is exported as RDF comes back: nodes under their identifiers, relationships with what is
/// said of them.
@Suite struct RDFRoundTripTests {
    private static func roundTrip(_ graph: ExportGraph, _ name: String) throws -> ExportGraph {
        let output = try ExporterTests.export(graph, name).output
        let ending = try ExporterRegistry.standard.find(name).descriptor.fileExtension
        let file = InputFile(name: "graph.\(ending)", bytes: output.parts[0].bytes)
        let session = ImportSession(registry: ImporterRegistry([RDFImporter()]))
        var options = ImportOptions()
        options.keepsSources = false
        let loaded = try session.load(files: [file], options: options)
        let loud = loaded.summary.diagnostics.filter { $0.severity != .note }
        #expect(loud.isEmpty, "\(loud)")
        return ExportGraph(GraphView(base: loaded.graph))
    }

    /// The lines one side has and the other has not.
    private static func differences(_ found: [String], _ wanted: [String]) -> [String] {
        wanted.difference(from: found).map { change in
            switch change {
            case .insert(_, let line, _): "missing: \(line)"
            case .remove(_, let line, _): "extra: \(line)"
            }
        }
    }

    @Test(arguments: ["turtle", "ntriples"])
    func keepsOddNamesAndAllTypes(_ name: String) throws {
        for graph in [try Samples.oddNames(), try Samples.allTypes()] {
            // An empty list has no statements, as the loss report says.
            let wanted = Samples.lines(graph, without: ["none"])
            #expect(Self.differences(Samples.lines(try Self.roundTrip(graph, name)), wanted) == [])
        }
    }

    @Test(arguments: ["turtle", "ntriples"])
    func keepsTheGuide(_ name: String) throws {
        let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let session = ImportSession(registry: ImporterRegistry([GuideXMLImporter()]))
        let guide = try session.load(["/\(package)/Graph"]).graph
        let graph = ExportGraph(GraphView(base: guide))
        let (output, loss) = try ExporterTests.export(graph, name)
        #expect(output.parts[0].bytes.count > 100_000)
        #expect(loss.lines.allSatisfy { $0.hasSuffix("without an order") }, "\(loss.lines)")
        let back = try Self.roundTrip(graph, name)
        #expect(Self.differences(Samples.lines(back), Samples.lines(graph)) == [])
    }

    @Test(arguments: 1...40)
    func keepsGraphsMadeByChance(_ seed: Int) throws {
        var dice = RDFDice(state: UInt64(seed))
        let graph = try dice.graph()
        for name in ["turtle", "ntriples"] {
            let back = try Self.roundTrip(graph, name)
            #expect(Self.differences(Samples.lines(back), Samples.lines(graph)) == [])
        }
    }
}

/// Makes graphs by chance, the same for a seed.
private struct RDFDice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[roll(elements.count)]
    }

    mutating func graph() throws -> ExportGraph {
        let nodes = try (0..<1 + roll(12)).map { number in
            Samples.Node(
                id: roll(8) == 0
                    ? .integer(number) : .string("\(number) \(pick(Samples.identifiers))"),
                labels: Array(Set((0..<roll(3)).map { _ in pick(Self.labels) })),
                properties: try properties())
        }
        let edges = try (0..<roll(30)).map { _ in
            Samples.Edge(
                type: pick(Self.types), from: roll(nodes.count), to: roll(nodes.count),
                properties: roll(2) == 0 ? [] : try properties())
        }
        return try Samples.graph(nodes, edges)
    }

    private mutating func properties() throws -> [(String, Value)] {
        var properties: [String: Value] = [:]
        for _ in 0..<roll(5) {
            properties[pick(Self.keys)] = pick(try Samples.values().dropLast().map(\.1))
        }
        for key in ["validFrom", "validTo"] where roll(4) == 0 {
            properties[key] = .string(pick(["2012", "2012-05", "2012-12-31"]))
        }
        for key in ["sources", "aliases", "hiddenLabels", "role"] where roll(4) == 0 {
            let texts = Array(Set((0...roll(3)).map { _ in pick(Samples.identifiers) })).sorted()
            properties[key] = .list(texts.map(Value.string))
        }
        for key in ["name_nb", "definition_en", "x y_nn", "note_en"] where roll(4) == 0 {
            properties[key] = .string(pick(Samples.identifiers))
        }
        return properties.sorted { $0.key < $1.key }
    }

    private static let labels = ["Actor", "Service", "Source", "Provision", "Concept", "x y", "Å"]
    private static let types = ["PART_OF", "PROVIDES", "MEMBER_OF", "KNOWS", "is so", "REQUIRES"]
    private static let keys = [
        "name", "kind", "number", "definition", "scope", "k", "å b", "date", "texts", "note", "uri",
    ]
}
