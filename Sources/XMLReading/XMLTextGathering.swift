/// Something that is open and gathers the text within it.
public protocol XMLTextHolder {
    /// The text so far.
    var text: XMLLines { get set }
}

/// Text that is wanted for itself: a number, a heading, the words of a link.
public protocol XMLTextCapture: XMLTextHolder {
    /// How many nodes were open when it began; nodes within keep their text to themselves.
    var nodeCount: Int { get }
    /// Whether the node's text goes without it.
    var isExclusive: Bool { get }
}

/// A reader whose open nodes, and captures within them, share the text of mixed content.
public protocol XMLTextGathering {
    /// A node whose element is open.
    associatedtype OpenNode: XMLTextHolder
    /// Text that is wanted for itself.
    associatedtype Capture: XMLTextCapture

    /// The open nodes, the innermost last.
    var nodes: [OpenNode] { get set }
    /// The open captures, the innermost last.
    var captures: [Capture] { get set }
}

extension XMLTextGathering {
    /// Gives text to the innermost node, of which there is one, and to everybody who wants it.
    @inlinable
    public mutating func addText(_ text: Span<UInt8>) {
        var isTaken = false
        for index in captures.indices where captures[index].nodeCount == nodes.count {
            captures[index].text.append(text)
            if captures[index].isExclusive { isTaken = true }
        }
        if !isTaken { nodes[nodes.count - 1].text.append(text) }
    }

    /// What comes next is a line of its own for everybody.
    @inlinable
    public mutating func breakLine() {
        for index in captures.indices where captures[index].nodeCount == nodes.count {
            captures[index].text.breakLine()
        }
        if !nodes.isEmpty { nodes[nodes.count - 1].text.breakLine() }
    }
}
