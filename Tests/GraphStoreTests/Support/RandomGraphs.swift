import Fuzzing
import GraphModel

@testable import GraphStore

/// Makes graphs and edits at random, the naive graph and the store side by side.
struct RandomGraphs {
    static let labels = ["A", "B", "C", "D", "Rare"]
    static let types = ["T", "U", "V"]
    static let keys = ["id", "name", "weight", "mixed", "tags"]

    var random: Dice

    init(seed: UInt64) { random = Dice(seed: seed) }

    mutating func value(_ key: String) -> Value {
        switch key {
        case "id": return .integer(random.below(40))
        case "name": return .string("name \(random.below(20))")
        case "weight": return .float(Double(random.below(100)) / 8)
        case "tags":
            return .list((0..<random.below(3)).map { .string("tag \($0 + random.below(3))") })
        default:
            let values: [Value] = [
                .boolean(true), .integer(-1), .string(""), .float(.nan),
                .date(CalendarDate(days: 15000)), .list([.integer(1), .float(1)]),
            ]
            return random.pick(values)
        }
    }

    private mutating func labelSet() -> [String] {
        // Uneven, so that some sets are groups and some are rare.
        switch random.below(10) {
        case 0..<4: ["A"]
        case 4..<7: ["B", "A"]
        case 7: []
        default: RandomGraphs.labels.filter { _ in random.chance(40) }
        }
    }

    private mutating func properties(_ percent: Int) -> [String: NaiveGraph.Stored] {
        var properties: [String: NaiveGraph.Stored] = [:]
        for key in RandomGraphs.keys where random.chance(percent) {
            properties[key] = .init(value(key))
        }
        return properties
    }

    /// A naive graph whose ids count up from 0.
    mutating func graph(nodes: Int, relationships: Int) -> NaiveGraph {
        var graph = NaiveGraph()
        for id in 0..<nodes {
            let percent = random.chance(50) ? 60 : 5
            graph.nodes[id] = .init(labels: Set(labelSet()), properties: properties(percent))
        }
        for id in 0..<relationships where nodes > 0 {
            let source = random.below(nodes)
            let target = random.chance(5) ? source : random.below(random.chance(30) ? 5 : nodes)
            graph.relationships[id] = .init(
                type: random.pick(RandomGraphs.types), source: source,
                target: min(target, nodes - 1), properties: properties(15))
        }
        return graph
    }

    /// The same graph through the builder, given that ids count up from 0.
    func build(_ graph: NaiveGraph) throws -> BaseGraph {
        let builder = GraphBuilder()
        for id in 0..<graph.nodes.count {
            guard let node = graph.nodes[id] else { continue }
            let ordinal = builder.addNode()
            for label in node.labels.sorted() { builder.addLabel(ordinal, builder.label(label)) }
            for (key, stored) in node.properties.sorted(by: { $0.key < $1.key }) {
                try builder.set(node: ordinal, builder.key(key), stored.value)
            }
        }
        for id in 0..<graph.relationships.count {
            guard let relationship = graph.relationships[id] else { continue }
            let ordinal = builder.addRelationship(
                builder.type(relationship.type), from: UInt32(relationship.source),
                to: UInt32(relationship.target))
            for (key, stored) in relationship.properties.sorted(by: { $0.key < $1.key }) {
                try builder.set(relationship: ordinal, builder.key(key), stored.value)
            }
        }
        builder.nodeIdentifiers = Array(0..<graph.nodes.count)
        builder.relationshipIdentifiers = Array(0..<graph.relationships.count)
        return try builder.finish()
    }
}
