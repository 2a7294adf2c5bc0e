/// Where each node goes: label sets become ranges, the frequent ones groups of their own.
struct NodeLayout {
    /// Label sets with fewer nodes share the mixed group.
    static let groupMinimum = 64
    /// At most so many label sets have a group of their own.
    static let groupMaximum = 64

    /// The label sets (numbers in the builder's table) in order of position.
    var sets: [UInt32] = []
    /// First position of each of `sets`, and one past the last.
    var starts: [UInt32] = [0]
    var groups: [NodeGroup] = []
    /// The group of each label set by its number in the builder's table.
    var groupOfSet: [UInt8]
    /// The position of each node by its ordinal; nil where they are the same.
    var positions: [UInt32]?

    init(labelSetOf: [UInt32], table: [[LabelID]], groupLimit: Int) {
        var counts = [UInt32](repeating: 0, count: table.count)
        var firstNode = [UInt32](repeating: .max, count: table.count)
        for (ordinal, set) in labelSetOf.enumerated() {
            if counts[Int(set)] == 0 { firstNode[Int(set)] = UInt32(ordinal) }
            counts[Int(set)] += 1
        }
        let used = (0..<UInt32(table.count)).filter { counts[Int($0)] > 0 }
        let frequent = used.filter { counts[Int($0)] >= NodeLayout.groupMinimum }
            .sorted { (counts[Int($0)], $1) > (counts[Int($1)], $0) }
            .prefix(groupLimit)
            .sorted { firstNode[Int($0)] < firstNode[Int($1)] }
        let isFrequent = Set(frequent)
        let rare = used.filter { !isFrequent.contains($0) }
            .sorted { table[Int($0)].lexicographicallyPrecedes(table[Int($1)]) }
        groupOfSet = [UInt8](repeating: 0, count: table.count)
        place(frequent, rare, counts, table)
        positions = NodeLayout.positions(labelSetOf, sets, starts, table.count)
    }

    private mutating func place(
        _ frequent: [UInt32], _ rare: [UInt32], _ counts: [UInt32], _ table: [[LabelID]]
    ) {
        var next: UInt32 = 0
        for set in frequent {
            groupOfSet[Int(set)] = UInt8(groups.count)
            let end = next + counts[Int(set)]
            groups.append(
                NodeGroup(range: next..<end, labels: table[Int(set)], isMixed: false))
            sets.append(set)
            starts.append(end)
            next = end
        }
        guard !rare.isEmpty else { return }
        let mixedStart = next
        for set in rare {
            groupOfSet[Int(set)] = UInt8(groups.count)
            next += counts[Int(set)]
            sets.append(set)
            starts.append(next)
        }
        groups.append(NodeGroup(range: mixedStart..<next, labels: [], isMixed: true))
    }

    /// Nodes of a label set keep the order in which they were added.
    private static func positions(
        _ labelSetOf: [UInt32], _ sets: [UInt32], _ starts: [UInt32], _ tableCount: Int
    ) -> [UInt32]? {
        var next = [UInt32](repeating: 0, count: tableCount)
        for (set, start) in zip(sets, starts) { next[Int(set)] = start }
        var positions = [UInt32](repeating: 0, count: labelSetOf.count)
        var isIdentity = true
        for (ordinal, set) in labelSetOf.enumerated() {
            let position = next[Int(set)]
            positions[ordinal] = position
            next[Int(set)] = position + 1
            isIdentity = isIdentity && position == UInt32(ordinal)
        }
        return isIdentity ? nil : positions
    }
}
