import Exporters
import GraphModel
import GraphStore

/// Graphs to be exported, and a text of a graph to compare by.
enum Samples {
    struct Node {
        let id: Value
        var labels: [String] = []
        var properties: [(String, Value)] = []
    }

    struct Edge {
        let type: String
        let from: Int
        let to: Int
        var properties: [(String, Value)] = []
    }

    static func graph(_ nodes: [Node], _ edges: [Edge]) throws -> ExportGraph {
        let builder = GraphBuilder()
        var ordinals: [UInt32] = []
        for node in nodes {
            let ordinal = builder.addNode(labels: node.labels.map(builder.label))
            ordinals.append(ordinal)
            if !node.id.isNull { try builder.set(node: ordinal, builder.key("id"), node.id) }
            for (key, value) in node.properties {
                try builder.set(node: ordinal, builder.key(key), value)
            }
        }
        for edge in edges {
            let ordinal = builder.addRelationship(
                builder.type(edge.type), from: ordinals[edge.from], to: ordinals[edge.to])
            for (key, value) in edge.properties {
                try builder.set(relationship: ordinal, builder.key(key), value)
            }
        }
        return ExportGraph(GraphView(base: try builder.finish()))
    }

    /// Identifiers that trip writers up.
    static let identifiers = [
        "a", "node", "end", "12ab", "a:b", "politi-vakt", "C:\\temp\\", "say \"hi\"", "a'b`c",
        "line\nbreak", "tab\there", "å", "a\u{30A}", "😀👩‍👩‍👧", "<b>&amp;</b>", "{x}|y;z,w", "\\N", " ",
        "#hash", "-->", "]]>", "%41",
    ]

    /// Nodes with those identifiers, in a ring with loops and parallel edges.
    static func oddNames() throws -> ExportGraph {
        let nodes = identifiers.enumerated().map { index, id in
            Node(
                id: .string(id), labels: index % 3 == 0 ? [] : ["Odd", "Sær \(index % 3)"],
                properties: [("name", .string(id + "?"))])
        }
        var edges = nodes.indices.map {
            Edge(type: "NEXT", from: $0, to: ($0 + 1) % nodes.count)
        }
        edges.append(Edge(type: "NEXT", from: 0, to: 1, properties: [("why", .string("again"))]))
        edges.append(Edge(type: "is \"odd\"", from: 2, to: 2))
        edges.append(Edge(type: "is \"odd\"", from: 2, to: 2))
        return try graph(nodes, edges)
    }

    /// A value of every type that a property holds.
    static func values() throws -> [(String, Value)] {
        [
            ("boolean", .boolean(true)), ("integer", .integer(Int.min)), ("float", .float(-0.1)),
            ("large", .float(1e300)), ("infinite", .float(-.infinity)),
            ("text", .string("a\r\n\"b\",;|#å😀\\n")), ("empty", .string("")),
            ("date", .date(try CalendarDate(parsing: "2015-10-01"))),
            ("localTime", .localTime(try LocalTime(parsing: "10:00"))),
            ("time", .time(try OffsetTime(parsing: "10:00:01.5+01:00"))),
            ("local", .localDateTime(try LocalDateTime(parsing: "2015-10-01T10:00"))),
            ("moment", .dateTime(try ZonedDateTime(parsing: "2015-10-01T10:00+02:00"))),
            ("span", .duration(try TemporalDuration(parsing: "P1M2DT3.5S"))),
            ("texts", .list([.string("a"), .string("b c")])),
            ("numbers", .list([.integer(1), .integer(-2)])), ("none", .list([])),
        ]
    }

    static func allTypes() throws -> ExportGraph {
        try graph(
            [
                Node(id: .string("all"), labels: ["Thing"], properties: try values()),
                Node(id: .string("bare"), labels: ["Thing"]),
            ],
            [
                Edge(type: "HAS", from: 0, to: 1, properties: try values()),
                Edge(type: "HAS", from: 0, to: 1),
            ])
    }

    /// What a graph holds, a line an element, in an order that positions have no part in.
    static func lines(_ graph: ExportGraph, without keys: Set<String> = []) -> [String] {
        var lines: [String] = []
        func text(_ properties: [ExportProperty]) -> String {
            let printer = ValuePrinter(temporalStyle: .constructor)
            return properties.filter { !keys.contains($0.key) }
                .map { "\($0.key)=\(printer.text(of: $0.value))" }.joined(separator: " ")
        }
        for number in graph.nodes.indices {
            let node = graph.node(number)
            lines.append("(\(node.identifier) \(node.labels)) \(text(node.properties))")
        }
        for number in graph.relationships.indices {
            let edge = graph.relationship(number)
            let ends = "\(graph.identifiers[edge.from]) -> \(graph.identifiers[edge.to])"
            lines.append("[\(edge.type)] \(ends) \(text(edge.properties))")
        }
        return lines.sorted()
    }
}
