import GraphModel
import GraphStore

/// How often each node of one group counts.
struct GroupWeights {
    /// One number a node; nil: every node counts once.
    private(set) var values: [Int]?
    /// No number is larger than this.
    private(set) var bound: Double = 1
    /// Position of the group's first node.
    let start: Int
    let count: Int

    /// Every node of a range of positions once.
    init(_ range: Range<UInt32>) {
        start = Int(range.lowerBound)
        count = range.count
    }

    /// Whether every node counts once.
    var isUniform: Bool { values == nil }

    /// The numbers, spelt out.
    var expanded: [Int] { values ?? Array(repeating: 1, count: count) }

    /// Keeps the nodes for which the flag is set.
    mutating func keep(_ flags: [Bool]) {
        guard flags.contains(false) else { return }
        if var values {
            self.values = nil
            for index in values.indices where !flags[index] { values[index] = 0 }
            self.values = values
        } else {
            values = flags.map { $0 ? 1 : 0 }
        }
    }

    /// Multiplies with other numbers of which none is larger than `bound`.
    mutating func multiply(_ factors: [Int], bound factorBound: Double) throws {
        bound *= max(factorBound, 1)
        // Beyond this, sums of products might not fit in 64 bits.
        guard bound < 0x1p62 else { throw NotCountable() }
        guard var values else {
            values = factors
            return
        }
        self.values = nil
        for index in values.indices { values[index] &*= factors[index] }
        self.values = values
    }

    /// Multiplies with the lengths of lists.
    mutating func multiplyDegrees(_ lists: [CountResolver.List], atLeast floor: Int = 0) throws {
        let longest = lists.reduce(0.0) { $0 + Double($1.statistics.maximum) }
        bound *= max(longest, 1)
        guard bound < 0x1p62 else { throw NotCountable() }
        if lists.count == 1 {
            multiplyDegrees(lists[0].csr.offsets, floor)
            return
        }
        var sums = [Int](repeating: 0, count: count)
        for list in lists { addDegrees(list.csr.offsets, to: &sums) }
        for index in sums.indices { sums[index] = max(sums[index], floor) }
        try multiply(sums, bound: 1)
    }

    private mutating func multiplyDegrees(_ offsets: [UInt32], _ floor: Int) {
        guard var values else {
            values = [Int](unsafeUninitializedCapacity: count) { buffer, filled in
                offsets.withUnsafeBufferPointer { offsets in
                    for index in 0..<count {
                        buffer[index] = max(Int(offsets[index + 1] &- offsets[index]), floor)
                    }
                }
                filled = count
            }
            return
        }
        self.values = nil
        values.withUnsafeMutableBufferPointer { values in
            offsets.withUnsafeBufferPointer { offsets in
                for index in 0..<count {
                    values[index] &*= max(Int(offsets[index + 1] &- offsets[index]), floor)
                }
            }
        }
        self.values = values
    }

    private func addDegrees(_ offsets: [UInt32], to sums: inout [Int]) {
        sums.withUnsafeMutableBufferPointer { sums in
            offsets.withUnsafeBufferPointer { offsets in
                for index in 0..<count { sums[index] &+= Int(offsets[index + 1] &- offsets[index]) }
            }
        }
    }

    /// The sum of all numbers.
    func total() -> Int128 {
        guard let values else { return Int128(count) }
        if bound * Double(count) < 0x1p62 {
            return Int128(values.withUnsafeBufferPointer { $0.reduce(0, &+) })
        }
        return values.reduce(Int128(0)) { $0 + Int128($1) }
    }

    /// The sum of the products with the lengths of lists, without keeping the products.
    func total(timesDegrees offsets: [UInt32], atLeast floor: Int, longest: Int) throws -> Int128 {
        guard bound * Double(max(longest, 1)) * Double(max(count, 1)) < 0x1p62 else {
            var copy = self
            try copy.multiply(
                (0..<count).map { max(Int(offsets[$0 + 1] &- offsets[$0]), floor) },
                bound: Double(longest))
            return copy.total()
        }
        return offsets.withUnsafeBufferPointer { offsets in
            var sum = 0
            if let values {
                values.withUnsafeBufferPointer { values in
                    for index in 0..<count {
                        let degree = max(Int(offsets[index + 1] &- offsets[index]), floor)
                        sum &+= values[index] &* degree
                    }
                }
            } else {
                for index in 0..<count {
                    sum &+= max(Int(offsets[index + 1] &- offsets[index]), floor)
                }
            }
            return Int128(sum)
        }
    }
}

/// How often each node that may stand for a pattern node counts, group by group.
struct NodeWeights {
    private(set) var groups: [Int]
    private var byGroup: [Int: GroupWeights]

    init(groups: [Int], base: BaseGraph) {
        self.groups = groups
        byGroup = Dictionary(
            uniqueKeysWithValues: groups.map {
                ($0, GroupWeights(base.groups[$0].range))
            })
    }

    subscript(group: Int) -> GroupWeights {
        get { byGroup[group] ?? GroupWeights(0..<0) }
        _modify { yield &byGroup[group, default: GroupWeights(0..<0)] }
    }

    /// The sum over all groups.
    func total() -> Int128 { groups.reduce(0) { $0 + self[$1].total() } }
}
