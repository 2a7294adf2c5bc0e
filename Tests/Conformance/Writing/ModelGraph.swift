import GraphModel
import GraphStore

/// A graph as plain dictionaries, for what writing clauses are to leave behind.
struct ModelGraph {
    /// A node or relationship, by its number in the model.
    enum Entity: Hashable {
        case node(Int)
        case relationship(Int)
    }

    struct Node {
        var labels: Set<String>
        var properties: [String: Int]
    }

    struct Relationship {
        var type: String
        var from: Int
        var to: Int
        var properties: [String: Int]
    }

    private(set) var nodes: [Int: Node] = [:]
    private(set) var relationships: [Int: Relationship] = [:]
    private var next = 0

    // MARK: Looking

    /// The nodes that have all of some labels and properties.
    func nodes(_ labels: [String], _ properties: [String: Int] = [:]) -> [Int] {
        nodes.keys.sorted().filter { fits($0, labels, properties) }
    }

    func fits(_ node: Int, _ labels: [String], _ properties: [String: Int] = [:]) -> Bool {
        guard let node = nodes[node] else { return false }
        return node.labels.isSuperset(of: labels) && Self.has(node.properties, properties)
    }

    /// The relationships of one of some types, or any, that have all of some properties.
    func relationships(_ types: [String], _ properties: [String: Int]) -> [Int] {
        relationships.keys.sorted().filter { id in
            guard let item = relationships[id] else { return false }
            return (types.isEmpty || types.contains(item.type))
                && Self.has(item.properties, properties)
        }
    }

    private static func has(_ all: [String: Int], _ some: [String: Int]) -> Bool {
        some.allSatisfy { all[$0.key] == $0.value }
    }

    // MARK: Changing

    mutating func addNode(_ labels: [String], _ properties: [String: Int]) -> Entity {
        next += 1
        nodes[next] = Node(labels: Set(labels), properties: properties)
        return .node(next)
    }

    mutating func addRelationship(
        _ type: String, from: Int, to: Int, _ properties: [String: Int]
    ) -> Entity {
        next += 1
        relationships[next] = Relationship(type: type, from: from, to: to, properties: properties)
        return .relationship(next)
    }

    mutating func change(_ entity: Entity, _ body: (inout [String: Int]) -> Void) {
        switch entity {
        case .node(let id): if nodes[id] != nil { body(&nodes[id, default: Self.none].properties) }
        case .relationship(let id):
            guard var item = relationships[id] else { return }
            body(&item.properties)
            relationships[id] = item
        }
    }

    private static let none = Node(labels: [], properties: [:])

    mutating func setLabel(_ label: String, of entity: Entity, to isSet: Bool) {
        guard case .node(let id) = entity, var node = nodes[id] else { return }
        if isSet { node.labels.insert(label) } else { node.labels.remove(label) }
        nodes[id] = node
    }

    /// Deletes a relationship, or a node with its relationships.
    mutating func delete(_ entity: Entity) {
        switch entity {
        case .relationship(let id): relationships[id] = nil
        case .node(let id):
            nodes[id] = nil
            relationships = relationships.filter { $0.value.from != id && $0.value.to != id }
        }
    }

    // MARK: Comparing

    /// Every node and relationship as a text, in order.
    var contents: [String] {
        func text(_ node: Int) -> String {
            guard let node = nodes[node] else { return "?" }
            return Self.text(node.labels.sorted(), node.properties.map { ($0.key, "\($0.value)") })
        }
        return
            (nodes.keys.map(text)
            + relationships.values.map { item in
                text(item.from) + "-"
                    + Self.text([item.type], item.properties.map { ($0.key, "\($0.value)") }) + "->"
                    + text(item.to)
            }).sorted()
    }

    /// The same of a graph.
    static func contents(of view: GraphView) -> [String] {
        func properties(_ entries: [(KeyID, Value)]) -> [(String, String)] {
            entries.map { (view.keyName($0.0), ValuePrinter().text(of: $0.1)) }
        }
        func node(_ id: UInt32) -> String {
            text(
                view.labels(of: id).map { view.labelName($0) }.sorted(),
                properties(view.nodeProperties(id)))
        }
        let nodes = (0..<view.nodeLimit).filter { view.isLive(node: $0) }.map(node)
        let relationships = (0..<view.relationshipLimit).filter { view.isLive(relationship: $0) }
        return
            (nodes
            + relationships.map { id in
                let type = view.typeName(view.type(ofRelationship: id))
                return node(view.source(of: id)) + "-"
                    + text([type], properties(view.relationshipProperties(id))) + "->"
                    + node(view.target(of: id))
            }).sorted()
    }

    private static func text(_ names: [String], _ properties: [(String, String)]) -> String {
        "(\(names.joined(separator: ":")) "
            + properties.map { "\($0.0)=\($0.1)" }.sorted().joined(separator: ",") + ")"
    }
}
