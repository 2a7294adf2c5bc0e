import GraphModel
import ImporterKit

/// A node or edge that is open.
struct GEXFFrame {
    let owner: GEXFClass
    /// Line and mark of its start tag.
    let line: Int
    let mark: Int
    /// Where its parts begin in the reader's stacks.
    let textStart: Int
    let valuesStart: Int
    let extrasStart: Int
    let spellsStart: Int
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
    var kind: Range<Int>?
    /// The parents it names, or the one it is within.
    var parents: [String] = []
    var interval = GEXFInterval()
}

/// The text an open element has for an attribute.
struct GEXFValue {
    let attribute: Int
    let text: Range<Int>
    let interval: GEXFInterval
    let mark: Int
    let line: Int
}
