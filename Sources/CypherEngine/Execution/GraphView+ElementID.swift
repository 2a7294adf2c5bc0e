import GraphModel
import GraphStore

extension GraphView {
    /// The text `elementId()` shows for a node.
    package func elementID(of node: NodeIndex) -> String { "n:\(nodeID(of: node.raw))" }

    /// The text `elementId()` shows for a relationship.
    package func elementID(of relationship: RelationshipIndex) -> String {
        "r:\(relationshipID(of: relationship.raw))"
    }
}
