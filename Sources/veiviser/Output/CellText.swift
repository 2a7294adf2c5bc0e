import GraphModel
import GraphStore

/// Writes values for people: a table's cell, a field of a CSV file.
struct CellText {
    let view: GraphView
    /// The language nodes are named in instead of being written out; nil to write them out.
    var names: String?

    init(view: GraphView, names: String? = nil) {
        self.view = view
        self.names = names
    }

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
        if let names { return name(of: node, names) }
        let labels = view.labels(of: node).map { ":" + view.labelName($0) }.sorted().joined()
        let properties = map(view.nodeProperties(node))
        return "(\([labels, properties].filter { !$0.isEmpty }.joined(separator: " ")))"
    }

    /// `International Organization for Migration (iom)`
    private func name(of node: UInt32, _ language: String) -> String {
        let keys = ["name_\(language)", "name_nb", "name_en", "name", "title", "label"]
        let id = text(node, "id") ?? "\(view.nodeID(of: node))"
        guard let name = keys.lazy.compactMap({ text(node, $0) }).first else { return id }
        return "\(name) (\(id))"
    }

    private func text(_ node: UInt32, _ key: String) -> String? {
        guard let key = view.keyID(key),
            case .string(let text) = view.property(node: node, key: key)
        else { return nil }
        return text
    }

    /// `HANDLES [src:police-page#L50]`
    private func citation(of relationship: UInt32) -> String {
        let type = view.typeName(view.type(ofRelationship: relationship))
        guard let key = view.keyID("sources"),
            case .list(let sources) = view.property(relationship: relationship, key: key)
        else { return type }
        return "\(type) [\(sources.map { plain($0) }.joined(separator: ", "))]"
    }

    private func relationship(_ relationship: UInt32) -> String {
        if names != nil { return citation(of: relationship) }
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
