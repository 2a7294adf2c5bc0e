import CypherSyntax
import GraphModel

/// A pattern whose matches are to be counted, not made: nodes, edges, and what narrows them.
package struct CountPattern: Sendable {
    package struct Node: Sendable {
        /// The pattern variables that stand for this node; more than one after merging.
        package var variables: [VariableID]
        package var labels: [LabelExpression]
        /// Conditions on this node alone, over the variable beside each.
        package var predicates: [(variable: VariableID, condition: BoundExpression)]
    }

    package struct Edge: Sendable {
        package var left: Int
        package var right: Int
        package var types: LabelExpression?
        /// Seen from `left`.
        package var direction: RelationshipPattern.Direction
        /// Whether it matters only that there is one, not how many.
        package var isExistence = false
    }

    /// A part of the pattern that hangs on one node and changes how often that node counts.
    package struct Branch: Sendable {
        package enum Kind: Sendable {
            /// OPTIONAL MATCH: as often as the branch matches, at least once.
            case optional
            /// OPTIONAL MATCH whose matches themselves are counted.
            case counted
            /// EXISTS: once where the branch matches.
            case exists
            /// NOT EXISTS: once where it does not.
            case absent
        }

        package var kind: Kind
        /// The node it hangs on.
        package var root: Int
        package var pattern: CountPattern
        /// The root within the branch's own pattern.
        package var innerRoot: Int
    }

    /// nil where a node has been merged into another.
    package var nodes: [Node?] = []
    package var edges: [Edge] = []
    /// Pairs of nodes that must differ.
    package var inequalities: [(Int, Int)] = []
    /// Pairs of edges that must not be the same relationship.
    package var distinctEdges: [(Int, Int)] = []
    /// Edges that must not be there.
    package var absences: [Edge] = []
    package var branches: [Branch] = []

    package init() {}

    /// The nodes that are left.
    package var liveNodes: [Int] { nodes.indices.filter { nodes[$0] != nil } }

    /// The pattern in which two nodes are the same; nil where they must differ.
    package func merging(_ other: Int, into node: Int) -> CountPattern? {
        guard other != node else { return self }
        var copy = self
        guard let absorbed = copy.nodes[other] else { return nil }
        copy.nodes[node]?.variables += absorbed.variables
        copy.nodes[node]?.labels += absorbed.labels
        copy.nodes[node]?.predicates += absorbed.predicates
        copy.nodes[other] = nil
        let moved = { (index: Int) in index == other ? node : index }
        for index in copy.edges.indices {
            copy.edges[index].left = moved(copy.edges[index].left)
            copy.edges[index].right = moved(copy.edges[index].right)
        }
        for index in copy.absences.indices {
            copy.absences[index].left = moved(copy.absences[index].left)
            copy.absences[index].right = moved(copy.absences[index].right)
        }
        for index in copy.branches.indices {
            copy.branches[index].root = moved(copy.branches[index].root)
        }
        copy.inequalities = copy.inequalities.map { (moved($0.0), moved($0.1)) }
        return copy.inequalities.contains { $0.0 == $0.1 } ? nil : copy
    }

    /// The pattern without an edge.
    package func removing(edge index: Int) -> CountPattern {
        var copy = self
        copy.edges.remove(at: index)
        let moved = { (edge: Int) in edge > index ? edge - 1 : edge }
        copy.distinctEdges = copy.distinctEdges.filter { $0.0 != index && $0.1 != index }
            .map { (moved($0.0), moved($0.1)) }
        return copy
    }
}
