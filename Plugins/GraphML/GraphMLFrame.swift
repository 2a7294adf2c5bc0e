import GraphModel
import ImporterKit

/// A node, edge or hyperedge that is open.
struct GraphMLFrame {
    enum Kind {
        case node
        case edge
        case hyperedge
    }

    let kind: Kind
    /// Line and mark of its start tag.
    let line: Int
    let mark: Int
    /// Where its parts begin in the reader's stacks.
    let textStart: Int
    let valuesStart: Int
    let extrasStart: Int
    /// The node, or the start of the edge.
    var node = NodeToken(0)
    /// The end of the edge.
    var target = NodeToken(0)
    var isUndirected = false
    /// Whether something it needs is missing, so that it is left out.
    var isBroken = false
    /// Texts of its attributes; nil where they are absent.
    var identifier: Range<Int>?
    var label: Range<Int>?
    /// How many ends a hyperedge has.
    var endpointCount = 0

    var domain: GraphMLDomain {
        switch kind {
        case .node: .node
        case .edge: .edge
        case .hyperedge: .hyperedge
        }
    }
}

/// The text an open element has for a key.
struct GraphMLValue {
    let key: Int
    let text: Range<Int>
    let mark: Int
    let line: Int
}

/// A graph that is open.
struct GraphMLOpenGraph {
    /// Whether its edges are undirected unless they say otherwise.
    let isUndirected: Bool
    /// The identifier of the node or edge it is within.
    let parent: String?
}
