import GraphModel
import GraphStore

/// What of a graph can be observed: the sets whose differences are a query's side effects.
struct ObservedGraph {
    /// A property is its entity, its key and its value together.
    private struct Property: Hashable {
        var entity: Int
        var isOnNode: Bool
        var key: String
        var value: String
    }

    private var nodes: Set<Int> = []
    private var relationships: Set<Int> = []
    private var properties: Set<Property> = []
    private var labels: Set<String> = []

    init(_ view: GraphView) {
        let reading = GraphReading(view: view)
        for node in 0..<view.nodeLimit where view.isLive(node: node) {
            let id = view.nodeID(of: node)
            nodes.insert(id)
            labels.formUnion(view.labels(of: node).map { view.labelName($0) })
            for (key, value) in view.nodeProperties(node) {
                properties.insert(
                    Property(
                        entity: id, isOnNode: true, key: view.keyName(key),
                        value: "\(value.typeName) \(reading.read(value))"))
            }
        }
        for relationship in 0..<view.relationshipLimit
        where view.isLive(relationship: relationship) {
            let id = view.relationshipID(of: relationship)
            relationships.insert(id)
            for (key, value) in view.relationshipProperties(relationship) {
                properties.insert(
                    Property(
                        entity: id, isOnNode: false, key: view.keyName(key),
                        value: "\(value.typeName) \(reading.read(value))"))
            }
        }
    }

    /// What must have happened to come from an earlier graph to this one, as the TCK counts:
    /// `+nodes`, `-labels`, …; what is nought is left out.
    func changes(since before: ObservedGraph) -> [String: Int] {
        var changes: [String: Int] = [:]
        func count<Element>(_ name: String, _ old: Set<Element>, _ new: Set<Element>) {
            changes["+\(name)"] = new.subtracting(old).count
            changes["-\(name)"] = old.subtracting(new).count
        }
        count("nodes", before.nodes, nodes)
        count("relationships", before.relationships, relationships)
        count("properties", before.properties, properties)
        count("labels", before.labels, labels)
        return changes.filter { $0.value != 0 }
    }
}
