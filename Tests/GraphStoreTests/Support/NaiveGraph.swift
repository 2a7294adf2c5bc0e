import GraphModel

@testable import GraphStore

/// The obvious graph: dictionaries by stable id. The store is compared with it.
struct NaiveGraph {
    struct Node: Equatable {
        var labels: Set<String> = []
        var properties: [String: Stored] = [:]
    }

    struct Relationship: Equatable {
        var type: String
        var source: Int
        var target: Int
        var properties: [String: Stored] = [:]
    }

    /// A stored value, compared exactly.
    struct Stored: Equatable, CustomStringConvertible {
        let value: Value

        init(_ value: Value) { self.value = value }

        static func == (left: Stored, right: Stored) -> Bool {
            PropertyValue.areSame(left.value, right.value)
        }

        var description: String { "\(value)" }
    }

    /// Elements by id, with the ids in order at hand.
    struct Elements<Element: Equatable>: Equatable, Sequence {
        private var elements: [Int: Element] = [:]
        private(set) var ids: [Int] = []

        var count: Int { ids.count }
        var values: [Element] { ids.compactMap { elements[$0] } }

        subscript(id: Int) -> Element? {
            get { elements[id] }
            set {
                let isPresent = elements[id] != nil
                elements[id] = newValue
                if isPresent == (newValue != nil) { return }
                let at = ids.firstIndex(notBelow: id)
                if isPresent { ids.remove(at: at) } else { ids.insert(id, at: at) }
            }
        }

        mutating func removeAll(where condition: (Int, Element) -> Bool) {
            elements = elements.filter { !condition($0.key, $0.value) }
            ids.removeAll { elements[$0] == nil }
        }

        func makeIterator() -> AnyIterator<(key: Int, value: Element)> {
            var rest = ids[...]
            return AnyIterator {
                guard let id = rest.popFirst(), let element = elements[id] else { return nil }
                return (id, element)
            }
        }
    }

    var nodes = Elements<Node>()
    var relationships = Elements<Relationship>()
    /// The key whose look-ups are compared.
    static let indexedKey = "id"

    /// What one sees by comparing two graphs.
    func changes(to after: NaiveGraph) -> ChangeSummary {
        var summary = ChangeSummary()
        summary.nodesCreated = after.nodes.ids.filter { nodes[$0] == nil }.count
        summary.nodesDeleted = nodes.ids.filter { after.nodes[$0] == nil }.count
        summary.relationshipsCreated =
            after.relationships.ids.filter { relationships[$0] == nil }.count
        summary.relationshipsDeleted =
            relationships.ids.filter { after.relationships[$0] == nil }.count
        let old = triples
        let new = after.triples
        summary.propertiesSet = new.filter { old[$0.key] != $0.value }.count
        summary.propertiesRemoved = old.filter { new[$0.key] != $0.value }.count
        let labelsBefore = Set(nodes.values.flatMap(\.labels))
        let labelsAfter = Set(after.nodes.values.flatMap(\.labels))
        summary.labelsAdded = labelsAfter.subtracting(labelsBefore).count
        summary.labelsRemoved = labelsBefore.subtracting(labelsAfter).count
        return summary
    }

    private var triples: [String: Stored] {
        var all: [String: Stored] = [:]
        for (id, node) in nodes {
            for (key, value) in node.properties { all["n\(id).\(key)"] = value }
        }
        for (id, relationship) in relationships {
            for (key, value) in relationship.properties { all["r\(id).\(key)"] = value }
        }
        return all
    }

    mutating func apply(_ changes: ChangeSet) {
        for change in changes.relationships where change.fate == .deleted {
            relationships[change.id] = nil
        }
        for change in changes.nodes {
            guard change.fate != .deleted else {
                nodes[change.id] = nil
                continue
            }
            var node = nodes[change.id] ?? Node()
            node.labels.formUnion(change.labelsAdded)
            node.labels.subtract(change.labelsRemoved)
            node.properties.apply(change.properties)
            nodes[change.id] = node
        }
        for change in changes.relationships where change.fate != .deleted {
            var relationship =
                relationships[change.id]
                ?? Relationship(type: change.type, source: change.source, target: change.target)
            relationship.properties.apply(change.properties)
            relationships[change.id] = relationship
        }
    }
}

extension [String: NaiveGraph.Stored] {
    mutating func apply(_ changes: [(key: String, value: GraphModel.Value)]) {
        for (key, value) in changes { self[key] = value.isNull ? nil : .init(value) }
    }
}
