import GraphModel
import GraphStore

/// Writes a Cypher script that makes the graph anew.
package struct CypherExporter: Exporter {
    package init() {}

    package var descriptor: ExporterDescriptor {
        ExporterDescriptor(
            name: "cypher", fileExtension: "cypher",
            summary: "a Cypher script that makes the graph anew", profiles: ["plain", "neo4j"])
    }

    package func write(
        _ graph: ExportGraph, options: ExportOptions, to output: inout ExportOutput
    ) throws(Diagnostic) -> LossReport {
        try descriptor.check(options)
        let isNeo4j = try descriptor.profile(of: options) == "neo4j"
        var writer = CypherWriter(graph, isNeo4j: isNeo4j)
        writer.write()
        output.write(writer.text)
        return writer.loss
    }
}

/// Writes nodes, then relationships, in batches; a helper label and key say which node is which
/// while the script runs.
private struct CypherWriter {
    private static let batch = 500

    private let graph: ExportGraph
    private let isNeo4j: Bool
    private let printer = ValuePrinter(temporalStyle: .constructor)
    /// A label and a key that the graph does not have.
    private let label: String
    private let key: String
    private(set) var text = ""
    private(set) var loss = LossReport()

    init(_ graph: ExportGraph, isNeo4j: Bool) {
        self.graph = graph
        self.isNeo4j = isNeo4j
        label = Self.free("Imported", among: graph.view.allLabels)
        key = Self.free("importNumber", among: graph.view.allKeys)
    }

    mutating func write() {
        if graph.isEmpty { return }
        if isNeo4j {
            text += "CREATE CONSTRAINT veiviser_import IF NOT EXISTS "
            text += "FOR (n:\(label)) REQUIRE n.\(key) IS UNIQUE;\n"
        } else {
            text += "CREATE INDEX veiviser_import IF NOT EXISTS FOR (n:\(label)) ON (n.\(key));\n"
        }
        writeNodes()
        writeRelationships()
        text += "MATCH (n:\(label)) REMOVE n:\(label), n.\(key);\n"
        text += "DROP \(isNeo4j ? "CONSTRAINT" : "INDEX") veiviser_import IF EXISTS;\n"
    }

    private mutating func writeNodes() {
        var kinds: [[String]] = []
        var groups: [[String]: [Int]] = [:]
        for number in graph.nodes.indices {
            let labels = graph.node(number).labels
            if groups[labels] == nil { kinds.append(labels) }
            groups[labels, default: []].append(number)
        }
        for labels in kinds {
            let names = ([label] + labels).map { ":" + Self.name($0) }.joined()
            inBatches(groups[labels] ?? []) { writer, number in
                let node = writer.graph.node(number)
                return "{n: \(number), p: \(writer.map(node.properties))}"
            } end: {
                "CREATE (n\(names)) SET n = row.p SET n.\($0.key) = row.n;\n"
            }
        }
    }

    private mutating func writeRelationships() {
        var types: [String] = []
        var groups: [String: [Int]] = [:]
        for number in graph.relationships.indices {
            let type = graph.relationship(number).type
            if groups[type] == nil { types.append(type) }
            groups[type, default: []].append(number)
        }
        for type in types {
            inBatches(groups[type] ?? []) { writer, number in
                let edge = writer.graph.relationship(number)
                return "{a: \(edge.from), b: \(edge.to), p: \(writer.map(edge.properties))}"
            } end: { writer in
                "MATCH (a:\(writer.label) {\(writer.key): row.a}), "
                    + "(b:\(writer.label) {\(writer.key): row.b})\n"
                    + "CREATE (a)-[r:\(Self.name(type))]->(b) SET r = row.p;\n"
            }
        }
    }

    private mutating func inBatches(
        _ numbers: [Int], row: (inout CypherWriter, Int) -> String, end: (CypherWriter) -> String
    ) {
        var first = 0
        while first < numbers.count {
            let next = min(first + Self.batch, numbers.count)
            text += "UNWIND [\n"
            for index in first..<next {
                text += "  " + row(&self, numbers[index])
                text += index + 1 < next ? ",\n" : "\n"
            }
            text += "] AS row\n" + end(self)
            first = next
        }
    }

    private mutating func map(_ properties: [ExportProperty]) -> String {
        var output = "{"
        for (index, property) in properties.enumerated() {
            if index > 0 { output += ", " }
            ValuePrinter.writeName(property.key, to: &output)
            output += ": "
            write(property.value, to: &output)
            if isNeo4j, !property.value.isStorable {
                loss.add(.other("values are of a kind that Neo4j does not store in a property"))
            }
        }
        return output + "}"
    }

    private func write(_ value: Value, to output: inout String) {
        switch value {
        case .float(let number) where !number.isFinite:
            output += number.isNaN ? "(0.0 / 0.0)" : number > 0 ? "(1.0 / 0.0)" : "(-1.0 / 0.0)"
        case .list(let values):
            output += "["
            for (index, element) in values.enumerated() {
                if index > 0 { output += ", " }
                write(element, to: &output)
            }
            output += "]"
        default: printer.write(value, to: &output)
        }
    }

    private static func name(_ name: String) -> String {
        var output = ""
        ValuePrinter.writeName(name, to: &output)
        return output
    }

    private static func free(_ name: String, among taken: [String]) -> String {
        var name = name
        while taken.contains(name) { name += "_" }
        return name
    }
}

extension Value {
    /// Whether Neo4j keeps it in a property: no map, no list of lists or of several types.
    fileprivate var isStorable: Bool {
        switch self {
        case .map, .null: return false
        case .list(let values):
            guard let first = values.first.map({ ScalarType($0) }) else { return true }
            return first != .mixed && values.allSatisfy { ScalarType($0) == first }
        default: return true
        }
    }
}
