import GraphModel

/// What became of a node since the base graph was made.
struct NodeEdit: Sendable {
    var isDeleted = false
    /// All its labels, ascending; nil while those of the base hold.
    var labels: [LabelID]?
    /// Properties set since, ascending by key; null where removed.
    var properties: [PropertyEdit] = []
}

/// What became of a relationship since the base graph was made.
struct RelationshipEdit: Sendable {
    var isDeleted = false
    /// Type and ends of one that the base does not have.
    var created: (type: TypeID, source: UInt32, target: UInt32)?
    var properties: [PropertyEdit] = []
}

/// One property set, or removed by null.
struct PropertyEdit: Sendable {
    let key: KeyID
    var value: Value
}

extension [PropertyEdit] {
    /// The value set for a key, null where removed, nil where untouched.
    func value(of key: KeyID) -> Value? {
        for edit in self where edit.key == key { return edit.value }
        return nil
    }

    /// Sets a value; null stays as a mark where `keepNull`, else the property goes.
    mutating func set(_ key: KeyID, _ value: Value, keepNull: Bool) {
        let at = firstIndex { $0.key >= key } ?? count
        let isPresent = at < count && self[at].key == key
        if value.isNull && !keepNull {
            if isPresent { remove(at: at) }
        } else if isPresent {
            self[at].value = value
        } else {
            insert(PropertyEdit(key: key, value: value), at: at)
        }
    }
}

/// Relationships a node got and lost in one direction since the base graph was made.
struct AdjacencyEdit: Sendable {
    struct Entry: Sendable, Comparable {
        let type: UInt32
        let neighbour: UInt32
        let relationship: UInt32

        static func < (left: Entry, right: Entry) -> Bool {
            (left.type, left.neighbour, left.relationship)
                < (right.type, right.neighbour, right.relationship)
        }
    }

    /// Created relationships, ascending.
    var added: [Entry] = []
    /// Deleted relationships of the base, ascending.
    var removed: [UInt32] = []
}

/// All edits since a base graph was made: what an overlay holds.
///
/// A value: a copy is cheap and shares what neither side changes afterwards.
struct OverlayState: Sendable {
    var catalog: Catalog
    /// Positions handed out, created nodes included; some may be deleted again.
    var nodeLimit: UInt32
    var relationshipLimit: UInt32
    var nodeCount: Int
    var relationshipCount: Int
    var nodes = ShardedMap<NodeEdit>()
    var relationships = ShardedMap<RelationshipEdit>()
    var outgoing = ShardedMap<AdjacencyEdit>()
    var incoming = ShardedMap<AdjacencyEdit>()
    /// Nodes of the base whose labels are not the base's.
    var relabelled = ShardedMap<Bool>()
    /// Nodes of the base that were deleted.
    var deletedBaseNodes = 0
    /// How many nodes have each label, relationships each type, elements each key.
    var labelCounts: [Int]
    var typeCounts: [Int]
    var keyCounts: [Int]
    /// Nodes given an indexed value, by the lower half of the hash of key and value.
    var lookups = ShardedMap<[UInt32]>()

    init(_ base: BaseGraph) {
        catalog = base.content.catalog
        nodeLimit = UInt32(base.nodeCount)
        relationshipLimit = UInt32(base.relationshipCount)
        nodeCount = base.nodeCount
        relationshipCount = base.relationshipCount
        labelCounts = base.labelCounts
        typeCounts = base.typeCounts
        keyCounts = base.keyCounts
    }

    /// How much was edited, in elements.
    var size: Int {
        nodes.count + relationships.count + outgoing.count + incoming.count
    }

    mutating func count(_ delta: Int, label: LabelID) {
        grow(&labelCounts, label.raw)
        labelCounts[Int(label.raw)] += delta
    }

    mutating func count(_ delta: Int, type: TypeID) {
        grow(&typeCounts, type.raw)
        typeCounts[Int(type.raw)] += delta
    }

    mutating func count(_ delta: Int, key: KeyID) {
        grow(&keyCounts, key.raw)
        keyCounts[Int(key.raw)] += delta
    }

    private func grow(_ counts: inout [Int], _ index: UInt32) {
        while counts.count <= Int(index) { counts.append(0) }
    }

    static func lookupSlot(_ key: KeyID, _ hash: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: Hashing.word(hash ^ UInt64(key.raw) << 32, seed: 0))
    }
}

/// The edits between a base graph and a view of it.
///
/// Its transaction changes the state in place; when that ends nothing changes any more.
package final class Overlay: @unchecked Sendable {
    // Safe to share: only a GraphTransaction, which stays on one thread at a time, changes the
    // state, and it gives the overlay to other threads only by committing, after its last change.
    var state: OverlayState

    init(_ state: OverlayState) { self.state = state }
}
