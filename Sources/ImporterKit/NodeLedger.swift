import GraphModel

/// Which nodes one file describes, and which it only names as ends of edges.
///
/// For formats whose readers take an edge to an undescribed node as the description of both: the
/// importer asks at the end which nodes are still open, says so, and defines them.
public struct NodeLedger {
    /// A node that was named before it was described.
    public struct Mention {
        /// The node.
        public let node: NodeToken
        /// Its identifier.
        public let identifier: String
        /// Where it is named, as the importer counts.
        public let offset: Int
        /// The line of that place.
        public let line: Int
    }

    private enum State {
        static let unknown: UInt8 = 0
        static let mentioned: UInt8 = 1
        static let described: UInt8 = 2
    }

    /// By the token's number, as sinks number nodes from 0.
    @usableFromInline var states: [UInt8] = []
    private var mentions: [Mention] = []

    /// Nothing is known yet.
    public init() {}

    /// Takes down that a node is described; false where it was before.
    public mutating func describe(_ node: NodeToken) -> Bool {
        let index = slot(node)
        defer { states[index] = State.described }
        return states[index] != State.described
    }

    /// Whether a node was neither described nor named so far.
    @inlinable
    public func isNew(_ node: NodeToken) -> Bool {
        let index = Int(node.raw)
        return index >= states.count || states[index] == 0
    }

    /// Takes down that a new node is named.
    public mutating func mention(
        _ node: NodeToken, _ identifier: String, offset: Int, line: Int
    ) {
        states[slot(node)] = State.mentioned
        mentions.append(
            Mention(node: node, identifier: identifier, offset: offset, line: line))
    }

    /// The described nodes, by number.
    public var described: [NodeToken] {
        states.indices.filter { states[$0] == State.described }.map { NodeToken(UInt32($0)) }
    }

    /// The nodes that were named and never described, in order of their first mention.
    public var undescribed: [Mention] {
        mentions.filter { states[Int($0.node.raw)] == State.mentioned }
    }

    @inline(__always)
    private mutating func slot(_ node: NodeToken) -> Int {
        let index = Int(node.raw)
        if index >= states.count {
            states.append(contentsOf: repeatElement(State.unknown, count: index + 1 - states.count))
        }
        return index
    }
}
