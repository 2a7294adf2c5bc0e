import GraphModel
import GraphStore

/// Walks a graph once to tell which labels, types and properties occur together.
struct SchemaSurvey {
    private let view: GraphView

    init(_ view: GraphView) {
        self.view = view
    }

    private struct PropertyKey: Hashable {
        let owner: [String]
        let name: String
    }

    /// Label set, key, value types, number of nodes.
    var nodeRows: [[Value]] {
        var types: [PropertyKey: Set<String>] = [:]
        var counts: [PropertyKey: Int] = [:]
        forEachNode { node in
            let labels = labelNames(node)
            for (key, value) in view.nodeProperties(node) {
                let property = PropertyKey(owner: labels, name: view.keyName(key))
                types[property, default: []].insert(value.typeName)
                counts[property, default: 0] += 1
            }
        }
        return rows(types, counts) { .list($0.map { .string($0) }) }
    }

    /// Type, key, value types, number of relationships.
    var relationshipRows: [[Value]] {
        var types: [PropertyKey: Set<String>] = [:]
        var counts: [PropertyKey: Int] = [:]
        forEachRelationship { relationship, _, _ in
            let type = view.typeName(view.type(ofRelationship: relationship))
            for (key, value) in view.relationshipProperties(relationship) {
                let property = PropertyKey(owner: [type], name: view.keyName(key))
                types[property, default: []].insert(value.typeName)
                counts[property, default: 0] += 1
            }
        }
        return rows(types, counts) { .string($0[0]) }
    }

    /// Labels, type, labels, number of relationships.
    var connectionRows: [[Value]] {
        var counts: [[[String]]: Int] = [:]
        forEachRelationship { relationship, source, target in
            let type = view.typeName(view.type(ofRelationship: relationship))
            counts[[labelNames(source), [type], labelNames(target)], default: 0] += 1
        }
        let ordered = counts.sorted { "\($0.key)" < "\($1.key)" }
        return ordered.map { key, count in
            [
                .list(key[0].map { .string($0) }), .string(key[1][0]),
                .list(key[2].map { .string($0) }), .integer(count),
            ]
        }
    }

    private func rows(
        _ types: [PropertyKey: Set<String>], _ counts: [PropertyKey: Int],
        _ owner: ([String]) -> Value
    ) -> [[Value]] {
        let ordered = types.sorted {
            ($0.key.owner.joined(separator: ":"), $0.key.name)
                < ($1.key.owner.joined(separator: ":"), $1.key.name)
        }
        return ordered.map { property, names in
            [
                owner(property.owner), .string(property.name),
                .list(names.sorted().map { .string($0) }), .integer(counts[property] ?? 0),
            ]
        }
    }

    private func labelNames(_ node: UInt32) -> [String] {
        view.labels(of: node).map { view.labelName($0) }.sorted()
    }

    private func forEachNode(_ body: (UInt32) -> Void) {
        for chunk in view.nodeChunks(label: nil) {
            for node in chunk.range where !chunk.needsCheck || view.isLive(node: node) {
                body(node)
            }
        }
    }

    private func forEachRelationship(_ body: (UInt32, UInt32, UInt32) -> Void) {
        var list = NeighbourList()
        forEachNode { node in
            list.removeAll()
            view.appendNeighbours(of: node, type: nil, direction: .outgoing, to: &list)
            for (target, relationship) in zip(list.nodes, list.relationships) {
                body(relationship, node, target)
            }
        }
    }
}
