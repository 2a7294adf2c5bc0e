import GEXF
import GraphLoading
import GraphML
import GraphModel
import GraphStore
import ImporterKit
import Testing

@testable import Exporters

#if canImport(Glibc)
    import Glibc
#endif

/// What is exported as GraphML or GEXF comes back, save what the loss report names.
@Suite struct XMLRoundTripTests {
    struct Format: Sendable, CustomTestStringConvertible {
        let name: String
        let profile: String
        var version: String?

        var testDescription: String { "\(name) \(profile) \(version ?? "")" }

        var importer: any Importer { name == "gexf" ? GEXFImporter() : GraphMLImporter() }

        static let all: [Format] =
            GraphMLProfile.allCases.map { Format(name: "graphml", profile: $0.rawValue) } + [
                Format(name: "gexf", profile: "gephi"), Format(name: "gexf", profile: "plain"),
                Format(name: "gexf", profile: "gephi", version: "1.2"),
            ]
    }

    @Test(arguments: Format.all)
    func generatedGraphs(_ format: Format) throws {
        for seed in 1...60 {
            var generator = GraphGenerator(seed: UInt64(seed))
            try check(try generator.graph(), format)
        }
    }

    @Test(arguments: Format.all)
    func samples(_ format: Format) throws {
        try check(try Samples.oddNames(), format)
    }

    private func check(_ graph: ExportGraph, _ format: Format) throws {
        var output = ExportOutput()
        let loss = try ExporterRegistry.standard.find(format.name).write(
            graph, options: ExportOptions(profile: format.profile, version: format.version),
            to: &output)
        let file = InputFile(name: "graph." + format.name, bytes: output.parts[0].bytes)
        var options = ImportOptions()
        options.keepsSources = false
        let loaded = try ImportSession(registry: ImporterRegistry([format.importer])).load(
            files: [file], options: options)
        #expect(loaded.summary.diagnostics.isEmpty, "\(loaded.summary.diagnostics)")
        let back = ExportGraph(GraphView(base: loaded.graph))
        let wanted = GraphText(graph, after: loss)
        let got = GraphText(back)
        #expect(got.lines == wanted.lines)
    }

    // MARK: - Other readers

    private static let hasNetworkX = system("python3 -c 'import networkx' 2> /dev/null") == 0
    private static let hasIGraph = system("python3 -c 'import igraph' 2> /dev/null") == 0

    @Test(
        .enabled(if: hasNetworkX, "python3 has no networkx: pip install networkx"),
        arguments: Format.all.filter { $0.name == "graphml" || $0.profile == "plain" })
    func networkXCountsTheSame(_ format: Format) throws {
        let read =
            format.name == "gexf" ? "read_gexf(p)" : "read_graphml(p, force_multigraph=True)"
        try count(format, "import networkx; g = networkx.\(read); n, m = len(g), g.size()")
    }

    @Test(
        .enabled(if: hasIGraph, "python3 has no igraph: pip install igraph"),
        arguments: Format.all.filter { $0.name == "graphml" })
    func igraphCountsTheSame(_ format: Format) throws {
        try count(
            format, "import igraph; g = igraph.Graph.Read_GraphML(p); n, m = g.vcount(), g.ecount()"
        )
    }

    private func count(_ format: Format, _ script: String) throws {
        let graph = try Samples.oddNames()
        var output = ExportOutput()
        _ = try ExporterRegistry.standard.find(format.name).write(
            graph, options: ExportOptions(profile: format.profile, version: format.version),
            to: &output)
        var name = Array("/tmp/veiviser-test-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        try #require(descriptor >= 0)
        let path = name.withUnsafeBufferPointer {
            String(decoding: $0.dropLast().map(UInt8.init), as: UTF8.self)
        }
        defer { unlink(path) }
        let bytes = output.parts[0].bytes
        #expect(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
        close(descriptor)
        let check = "assert (n, m) == (\(graph.nodes.count), \(graph.relationships.count)), (n, m)"
        #expect(system("python3 -W ignore -c 'p = \"\(path)\"; \(script); \(check)'") == 0)
    }
}

/// A graph as lines that say the same whatever the order of its elements.
private struct GraphText {
    private(set) var lines: [String] = []

    /// - Parameter loss: What an export changes: names and types of properties.
    init(_ graph: ExportGraph, after loss: LossReport = LossReport()) {
        // Nodes are told apart by `key`, as not all have an identifier.
        let names = graph.nodes.indices.map { number -> String in
            let node = graph.node(number)
            return node["key"].map(Self.text) ?? node.identifier
        }
        for number in graph.nodes.indices {
            let node = graph.node(number)
            lines.append(
                "\(names[number]) \(node.labels) \(Self.text(node.properties, loss))")
        }
        for number in graph.relationships.indices {
            let edge = graph.relationship(number)
            lines.append(
                "\(names[edge.from]) -[\(edge.type)]-> \(names[edge.to]) "
                    + Self.text(edge.properties, loss))
        }
        lines.sort()
    }

    private static func text(_ properties: [ExportProperty], _ loss: LossReport) -> String {
        var pairs: [String] = []
        for property in properties {
            var key = property.key
            var value = property.value
            let asText = loss.lines.first { $0.hasPrefix("'\(key)': ") }
            if let asText, !asText.contains("elements of lists") {
                value = .string(value.plainText)
            } else if asText != nil, case .list(let elements) = value {
                value = .list(elements.map { .string($0.plainText) })
            }
            let renamed = "'\(key)' is called '"
            if let line = loss.lines.first(where: { $0.hasPrefix(renamed) }) {
                key = String(line.dropFirst(renamed.count).prefix { $0 != "'" })
            }
            pairs.append("\(key)=\(text(value))")
        }
        return pairs.sorted().joined(separator: " ")
    }

    private static func text(_ value: Value) -> String {
        ValuePrinter(temporalStyle: .constructor).text(of: value)
    }
}

/// Graphs made by chance: odd names, parallel edges, loops, every type of value.
private struct GraphGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    private mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private static let words =
        Samples.identifiers + [
            "", "\r", "\u{85}", "\u{FEFF}x", "é", "e\u{301}", " a", "b\n", "&amp;", "null", "true",
            "12", "07", "1.0", "NaN", "[1]", "labels", "label", "\u{2028}", "𝔘", "]]", "<!--",
        ]

    private mutating func word() -> String { Self.words[next(Self.words.count)] }

    mutating func graph() throws -> ExportGraph {
        let nodes = try (0..<next(8) + 1).map { try node($0) }
        let edges = try (0..<next(16)).map { _ in try edge(nodes.count) }
        return try Samples.graph(nodes, edges)
    }

    private mutating func node(_ number: Int) throws -> Samples.Node {
        let labels = (0..<next(3)).map { _ in ["A", "Sær", "b c", "<&>", "å\"'"][next(5)] }
        let id: [Value] = [.null, .integer(number), .string("\(word())\(number)")]
        return Samples.Node(
            id: id[next(3)], labels: labels,
            properties: [("key", .integer(number))] + (try properties("n")))
    }

    private mutating func edge(_ nodes: Int) throws -> Samples.Edge {
        Samples.Edge(
            type: ["T", "is so", "å<\">", "7"][next(4)], from: next(nodes), to: next(nodes),
            properties: try properties("e"))
    }

    /// A property's name begins with what has it, since losses are told by name alone.
    private mutating func properties(_ prefix: String) throws -> [(String, Value)] {
        let special = [
            "label", "name", "r", "weight", "Label", "labels", "interaction", "validFrom",
        ]
        var list: [(String, Value)] = []
        for _ in 0..<next(5) {
            let key =
                next(4) == 0 ? prefix + special[next(special.count)] : prefix + "\(next(6)) å&<"
            if !list.contains(where: { $0.0 == key }) { list.append((key, try value())) }
        }
        if prefix == "n", next(3) == 0 {
            list.append((["label", "labels", "name"][next(3)], .string(word())))
        }
        if next(4) == 0 { list.append(("validFrom", .string("20\(10 + next(9))"))) }
        if next(4) == 0 { list.append(("validTo", .string("2018-0\(1 + next(9))-11"))) }
        return list
    }

    private mutating func value() throws -> Value {
        switch next(9) {
        case 0: return .integer([0, -1, Int.max, Int.min, 7][next(5)])
        case 1:
            return .float(
                [0, -0.0, 0.1, 1e300, .leastNonzeroMagnitude, .infinity, -.infinity, .nan][next(8)])
        case 2: return .boolean(next(2) == 0)
        case 3: return .list((0..<next(4)).map { _ in .string(word()) })
        case 4: return .list((0..<next(3)).map { _ in .integer(next(100) - 50) })
        case 5: return .list((0..<next(3)).map { _ in .float(Double(next(8)) / 4) })
        case 6:
            let all = try Samples.values()
            return all[next(all.count)].1
        default: return .string(word())
        }
    }
}
