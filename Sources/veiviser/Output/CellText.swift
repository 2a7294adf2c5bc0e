import GraphModel
import GraphStore

/// Writes values for people: a table's cell, a field of a CSV file.
struct CellText {
    let view: GraphView

    /// The value as a person reads it: text without quotes, null as given.
    func plain(_ value: Value, null: String = "") -> String {
        switch value {
        case .null: null
        case .string(let text): text
        default: literal(value)
        }
    }

    /// The value as the language writes it.
    func literal(_ value: Value) -> String {
        ValuePrinter { entity in
            switch entity {
            case .node(let node): self.node(node.raw)
            case .relationship(let relationship): self.relationship(relationship.raw)
            case .path(let path): self.path(path)
            }
        }.text(of: value)
    }

    private func node(_ node: UInt32) -> String {
        let labels = view.labels(of: node).map { ":" + view.labelName($0) }.sorted().joined()
        let properties = map(view.nodeProperties(node))
        return "(\([labels, properties].filter { !$0.isEmpty }.joined(separator: " ")))"
    }

    private func relationship(_ relationship: UInt32) -> String {
        let type = ":" + view.typeName(view.type(ofRelationship: relationship))
        let properties = map(view.relationshipProperties(relationship))
        return "[\([type, properties].filter { !$0.isEmpty }.joined(separator: " "))]"
    }

    private func path(_ path: Path) -> String {
        var text = node(path.nodes[0].raw)
        for (index, relationship) in path.relationships.enumerated() {
            let isForward = view.source(of: relationship.raw) == path.nodes[index].raw
            let step = self.relationship(relationship.raw)
            text += isForward ? "-\(step)->" : "<-\(step)-"
            text += node(path.nodes[index + 1].raw)
        }
        return text
    }

    private func map(_ pairs: [(KeyID, Value)]) -> String {
        guard !pairs.isEmpty else { return "" }
        return literal(.map(ValueMap(pairs.map { (view.keyName($0.0), $0.1) })))
    }
}
