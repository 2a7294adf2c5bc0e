import CypherSyntax
import GraphModel

/// How the matches of a pattern are counted over one graph: worked out once, run often.
///
/// It says what to do and holds nothing of what comes out. Lists are named, not pointed at, so a
/// program that is kept does not keep a graph alive.
struct CountProgram: Sendable {
    /// A pattern whose count is added or taken away.
    struct Term: Sendable {
        var sign: Int
        /// Parts that hang together in themselves: their counts multiply.
        var parts: [Part]
    }

    /// One connected pattern.
    struct Part: Sendable {
        /// What has to be at hand before the end, in order.
        var steps: [CountStep]
        var finish: CountFinish
    }

    var terms: [Term]
    /// How many vectors of numbers, and of keys, a run holds.
    var slotCount: Int
    var keyCount: Int
}

/// One preparation.
enum CountStep: Sendable {
    /// Works out what the nodes of a group count and keeps it.
    case store(NodeProduct, slot: Int)
    /// Finds the key of each node of a group.
    case follow(KeyChain, key: Int)
}

/// How the number of a connected pattern comes about in the end.
enum CountFinish: Sendable {
    /// The sum of what the nodes of the groups count.
    case total([NodeProduct])
    case triangles(TriangleProgram)
    case core(CoreProgram)
}

/// What each node of one group counts: a product.
struct NodeProduct: Sendable {
    let group: Int
    var factors: [CountFactor] = []
    /// No number is larger than this.
    var bound = 1.0
    /// No number on the way is larger than this.
    var widest = 1.0

    init(group: Int) {
        self.group = group
    }

    /// Whether every node counts once.
    var isUniform: Bool { factors.isEmpty }

    /// Whether numbers of 32 bits serve.
    var isNarrow: Bool { widest < 0x1p32 }

    /// Multiplies with numbers of which none is larger than `largest`, on the way than `widest`.
    mutating func multiply(_ factor: CountFactor, largest: Double, widest: Double) throws {
        factors.append(factor)
        bound *= max(largest, 1)
        self.widest = max(self.widest, widest, bound)
        // Beyond this, sums of products might not fit in 64 bits.
        guard self.widest < 0x1p62 else { throw NotCountable() }
    }
}

/// A number for each node of a group.
struct CountFactor: Sendable {
    enum Source: Sendable {
        /// The sum over the neighbours in these lists.
        case neighbours([NeighbourSum])
        /// One where the condition holds for the node as the variable.
        case condition(BoundExpression, VariableID)
        /// One where the labels fit: in a group whose nodes differ in them.
        case labels([LabelExpression])
        /// What was worked out before.
        case stored(Int)
    }

    /// What is made of the number.
    enum Transform: Sendable {
        case identity
        case atLeastOne
        case isPositive
        case isZero
    }

    var source: Source
    var transform = Transform.identity
}

/// The neighbours in one stored list, each as often as it counts.
struct NeighbourSum: Sendable {
    let list: ListReference
    let shape: ListShape
    /// Where the neighbours' numbers are; nil: each counts once.
    let slot: Int?
}

/// A direction of a segment of the graph.
struct ListReference: Hashable, Sendable {
    enum Side: Sendable {
        case forward
        case backward
        case undirected
    }

    let segment: Int
    let side: Side
}

/// How many neighbours a node has in a list.
enum ListShape: Sendable {
    case exactlyOne
    case atMostOne
    case any
}

/// The way from the nodes of a group to the node each of them leads to, over relationships of
/// which none has more than one.
struct KeyChain: Hashable, Sendable {
    struct Step: Hashable, Sendable {
        let group: Int
        let list: ListReference
    }

    let group: Int
    /// For each relationship the lists there are, by the group they start in.
    var steps: [[Step]]
}

/// Triangles over one undirected relationship type.
struct TriangleProgram: Sendable {
    let list: ListReference
    let group: Int
    /// Where the numbers of the three nodes are; nil: each counts once.
    let slots: [Int?]
    /// Where the keys are that the three nodes must agree on.
    let key: Int?
}

/// The order in which the nodes of a cyclic pattern are bound, and what each is reached by.
struct CoreProgram: Sendable {
    /// Lists by the group of the node they start from.
    struct Link: Sendable {
        /// The level of that node.
        let from: Int
        var byGroup: [Int: [Target]]
    }

    struct Target: Sendable {
        let list: ListReference
        let group: Int
        let shape: ListShape
    }

    /// A condition on a candidate: how often it is a neighbour of a node bound before.
    struct Check: Sendable {
        let link: Link
        let isExistence: Bool
        /// Whether a bit a pair of nodes serves: one list, no pair twice, dense enough.
        let hasMatrix: Bool
    }

    /// A condition on a candidate: its key must be that of a node bound before.
    struct Key: Sendable {
        let from: Int
        /// Where the keys are, by group.
        let own: [Int: Int]
        let other: [Int: Int]
    }

    struct Level: Sendable {
        /// For each group whose nodes may stand here, where their numbers are.
        var slots: [(group: Int, slot: Int?)]
        /// nil for the first.
        var driver: Link?
        var checks: [Check]
        var keys: [Key]
        /// The levels up to this one that a later one still asks for.
        var carried: [Int] = []
        /// Whether rows may count other than once from here on.
        var isWeighted = false
        /// Whether two sorted lists can be walked side by side: the last level, one check.
        var isMerge = false
    }

    var levels: [Level]
}
