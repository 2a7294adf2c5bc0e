import GraphModel
import GraphStore

/// Reads values out of a graph into the TCK's notation.
struct GraphReading {
    let view: GraphView

    func read(_ value: Value) -> TCKValue {
        switch value {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .integer(let value): .integer(value)
        case .float(let value): .float(value)
        case .string(let value): .string(value)
        case .list(let items): .list(items.map { read($0) })
        case .map(let map): .map(read(map.entries.map { ($0.key, $0.value) }))
        case .node(let node): read(node)
        case .relationship(let relationship): read(relationship)
        case .path(let path): read(path)
        // The TCK writes temporal values as their text.
        case .date(let value): .string("\(value)")
        case .localTime(let value): .string("\(value)")
        case .time(let value): .string("\(value)")
        case .localDateTime(let value): .string("\(value)")
        case .dateTime(let value): .string("\(value)")
        case .duration(let value): .string("\(value)")
        }
    }

    private func read(_ entries: [(String, Value)]) -> [String: TCKValue] {
        Dictionary(entries.map { ($0.0, read($0.1)) }) { _, last in last }
    }

    private func read(_ entries: [(KeyID, Value)]) -> [String: TCKValue] {
        read(entries.map { (view.keyName($0.0), $0.1) })
    }

    private func read(_ node: NodeIndex) -> TCKValue {
        .node(
            labels: Set(view.labels(of: node.raw).map { view.labelName($0) }),
            properties: read(view.nodeProperties(node.raw)))
    }

    private func read(_ relationship: RelationshipIndex) -> TCKValue {
        .relationship(
            type: view.typeName(view.type(ofRelationship: relationship.raw)),
            properties: read(view.relationshipProperties(relationship.raw)))
    }

    private func read(_ path: Path) -> TCKValue {
        guard let first = path.nodes.first else { return .null }
        var steps: [TCKValue.PathStep] = []
        for (index, relationship) in path.relationships.enumerated() {
            let isForward = view.source(of: relationship.raw) == path.nodes[index].raw
            steps.append(
                TCKValue.PathStep(
                    relationship: read(relationship), isForward: isForward,
                    node: read(path.nodes[index + 1])))
        }
        return .path(read(first), steps)
    }
}
