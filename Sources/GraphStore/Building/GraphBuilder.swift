import GraphModel

/// Gathers a graph in bulk and lays it out: nodes and relationships in any order, then `finish`.
///
/// Nothing is allocated for a single node or relationship; all is arrays. Elements are known by
/// their ordinal, the order in which they were added; the finished graph numbers them anew.
package final class GraphBuilder {
    /// Relationships that came in a row, of one type or with a type each.
    struct Batch {
        let firstOrdinal: UInt32
        /// The type of all, or nil where `types` has one for each.
        let type: TypeID?
        var types: [UInt32] = []
        var sources: [UInt32] = []
        var targets: [UInt32] = []

        @inline(__always)
        mutating func append(_ type: UInt32, _ source: UInt32, _ target: UInt32) {
            types.append(type)
            sources.append(source)
            targets.append(target)
        }
    }

    var catalog = Catalog()
    var labelSets = LabelSetTable()
    /// Label set of each node.
    var labelSetOf: [UInt32] = []
    var batches: [Batch] = []
    var isLastBatchMixed = false
    package internal(set) var relationshipCount = 0
    var nodeLogs = PropertyLogs()
    var relationshipLogs = PropertyLogs()
    var interner = StringInterner()
    /// Stable ids of the nodes and relationships, where they have some already.
    var nodeIdentifiers: [Int]?
    var relationshipIdentifiers: [Int]?
    var nextNodeIdentifier = 0
    var nextRelationshipIdentifier = 0
    private var isOverfull = false

    package init() {}

    /// Number of nodes added.
    package var nodeCount: Int { labelSetOf.count }

    package func label(_ name: String) -> LabelID { LabelID(catalog.labels.intern(name)) }

    package func type(_ name: String) -> TypeID { TypeID(catalog.types.intern(name)) }

    package func key(_ name: String) -> KeyID { KeyID(catalog.keys.intern(name)) }

    /// Adds a node and returns its ordinal.
    package func addNode(labels: [LabelID] = []) -> UInt32 {
        guard reserve(1, of: labelSetOf.count) else { return 0 }
        labelSetOf.append(labelSets.number(of: labels))
        return UInt32(labelSetOf.count - 1)
    }

    /// Adds nodes with the same labels and, where `integerKey` is given, an integer each.
    ///
    /// - Returns: The ordinals.
    @discardableResult
    package func addNodes(
        count: Int, labels: [LabelID], integerKey: KeyID? = nil, _ integers: [Int] = []
    ) -> Range<UInt32> {
        precondition(integerKey == nil || integers.count == count, "an integer for each node")
        guard reserve(count, of: labelSetOf.count) else { return 0..<0 }
        let first = UInt32(labelSetOf.count)
        labelSetOf.append(contentsOf: repeatElement(labelSets.number(of: labels), count: count))
        if let integerKey { nodeLogs[integerKey].append(from: first, integers: integers) }
        return first..<first + UInt32(count)
    }

    /// Gives a node a label more.
    package func addLabel(_ node: UInt32, _ label: LabelID) {
        labelSetOf[Int(node)] = labelSets.adding(label, to: labelSetOf[Int(node)])
    }

    /// Adds a relationship and returns its ordinal.
    package func addRelationship(_ type: TypeID, from: UInt32, to: UInt32) -> UInt32 {
        guard reserve(1, of: relationshipCount) else { return 0 }
        if !isLastBatchMixed {
            batches.append(Batch(firstOrdinal: UInt32(relationshipCount), type: nil))
            isLastBatchMixed = true
        }
        batches[batches.count - 1].append(type.raw, from, to)
        relationshipCount += 1
        return UInt32(relationshipCount - 1)
    }

    /// Adds relationships of one type, given as arrays of equal length.
    ///
    /// - Returns: The ordinals.
    @discardableResult
    package func addRelationships(
        _ type: TypeID, from sources: [UInt32], to targets: [UInt32]
    ) -> Range<UInt32> {
        precondition(sources.count == targets.count, "as many sources as targets")
        guard reserve(sources.count, of: relationshipCount) else { return 0..<0 }
        let first = UInt32(relationshipCount)
        batches.append(
            Batch(firstOrdinal: first, type: type, sources: sources, targets: targets))
        isLastBatchMixed = false
        relationshipCount += sources.count
        return first..<first + UInt32(sources.count)
    }

    /// Positions are 32-bit; past that nothing is added and `finish` says so.
    private func reserve(_ count: Int, of present: Int) -> Bool {
        if present + count < Int(UInt32.max) { return true }
        isOverfull = true
        return false
    }

    /// The graph.
    ///
    /// The builder is empty afterwards.
    ///
    /// - Throws: `GraphTooLarge` where there are more nodes or relationships than positions.
    package func finish() throws(Diagnostic) -> BaseGraph {
        guard !isOverfull else {
            throw Diagnostic(
                .resource, "GraphTooLarge",
                "a graph holds at most \(UInt32.max - 1) nodes and as many relationships")
        }
        return build()
    }
}

/// Label sets and their numbers.
struct LabelSetTable {
    private(set) var sets: [[LabelID]] = [[]]
    private var numbers: [[LabelID]: UInt32] = [[]: 0]
    private var transitions: [UInt64: UInt32] = [:]
    private var latest: (labels: [LabelID], number: UInt32) = ([], 0)

    mutating func number(of labels: [LabelID]) -> UInt32 {
        if labels == latest.labels { return latest.number }
        let number = intern(labels)
        latest = (labels, number)
        return number
    }

    mutating func adding(_ label: LabelID, to set: UInt32) -> UInt32 {
        let step = UInt64(set) << 32 | UInt64(label.raw)
        if let known = transitions[step] { return known }
        let number = intern(sets[Int(set)] + [label])
        transitions[step] = number
        return number
    }

    private mutating func intern(_ labels: [LabelID]) -> UInt32 {
        var set: [LabelID] = []
        for label in labels.sorted() where set.last != label { set.append(label) }
        if let known = numbers[set] { return known }
        let fresh = UInt32(sets.count)
        sets.append(set)
        numbers[set] = fresh
        return fresh
    }
}
