import GraphModel
import GraphStore

/// Turns the values of a row into facts.
struct FactReader {
    let nodes: NodeReader
    private let roleKey: KeyID?
    private let assertedKey: KeyID?
    private let remarkKeys: [(Language, KeyID)]

    init(_ view: GraphView) {
        nodes = NodeReader(view)
        roleKey = view.keyID("role")
        assertedKey = view.keyID("assertedOn")
        remarkKeys = Language.allCases.compactMap { language in
            view.keyID("note_\(language.rawValue)").map { (language, $0) }
        }
    }

    /// The facts in a value: a relationship, a path, a map that describes a property, a list.
    func facts(in value: Value) -> [Fact] {
        switch value {
        case .relationship(let index): [fact(relationship: index.raw)]
        case .path(let path): path.relationships.map { fact(relationship: $0.raw) }
        case .list(let values): values.flatMap(facts)
        case .map(let map): property(map).map { [$0] } ?? []
        default: []
        }
    }

    private func fact(relationship: UInt32) -> Fact {
        let view = nodes.view
        let from = view.source(of: relationship)
        let to = view.target(of: relationship)
        var details = FactDetails(fromNode: from, toNode: to, relationship: relationship)
        if let roleKey {
            details.roles = texts(view.property(relationship: relationship, key: roleKey))
        }
        if let assertedKey {
            details.assertedOn =
                texts(view.property(relationship: relationship, key: assertedKey))
                .first
        }
        for (language, key) in remarkKeys {
            if case .string(let remark) = view.property(relationship: relationship, key: key) {
                details.remarks[language] = remark
            }
        }
        return Fact(
            from: name(from), type: view.typeName(view.type(ofRelationship: relationship)),
            to: name(to), value: nil, sources: nodes.sources(relationship: relationship),
            confidence: nodes.confidence(relationship: relationship),
            validity: nodes.validity(relationship: relationship), details: details)
    }

    /// `{node: n, name: 'staff', value: n.staff}`
    private func property(_ map: ValueMap) -> Fact? {
        guard case .node(let node)? = map["node"], case .string(let name)? = map["name"],
            let value = map["value"], !value.isNull
        else { return nil }
        return Fact(
            from: self.name(node.raw), type: name, to: nil, value: value,
            sources: nodes.sources(node: node.raw, property: name),
            confidence: nodes.confidence(node: node.raw, property: name),
            validity: nodes.validity(node: node.raw, property: name),
            details: FactDetails(fromNode: node.raw))
    }

    /// The stable id of a node; of one without, its number in the graph.
    func name(_ node: UInt32) -> String {
        nodes.id(of: node) ?? "n:\(nodes.view.nodeID(of: node))"
    }

    private func texts(_ value: Value) -> [String] {
        switch value {
        case .string(let text): [text]
        case .list(let values): values.flatMap(texts)
        default: []
        }
    }
}
