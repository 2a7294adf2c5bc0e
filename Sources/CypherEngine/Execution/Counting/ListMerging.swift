/// Two kinds of sorted lists of the same nodes.
struct ListMerging: BitwiseCopyable {
    let left: PinnedList
    let right: PinnedList
    let numbers: NodeNumbers
    let isExistence: Bool

    /// What the nodes in both lists count: as often as they stand there, in the right one once
    /// where only existence matters.
    @inline(__always)
    func common(_ a: UInt32, _ b: UInt32) -> Int {
        let (start, end) = left.bounds(of: a)
        let (otherStart, otherEnd) = right.bounds(of: b)
        let count = end &- start
        let otherCount = otherEnd &- otherStart
        if count == 0 || otherCount == 0 { return 0 }
        if count <= 2, otherCount <= 2, numbers.isUniform {
            return short(start, count, otherStart, otherCount)
        }
        return long(start, end, otherStart, otherEnd)
    }

    /// Lists of one or two: all pairs compared, without a branch.
    @inline(__always)
    private func short(_ start: Int, _ count: Int, _ otherStart: Int, _ otherCount: Int) -> Int {
        let second = count &- 1
        let otherSecond = otherCount &- 1
        let a0 = left.neighbours[start]
        let a1 = left.neighbours[start &+ second]
        let b0 = right.neighbours[otherStart]
        let b1 = right.neighbours[otherStart &+ otherSecond]
        let first = (a0 == b0 ? 1 : 0) &+ (a0 == b1 ? otherSecond : 0)
        let last = (a1 == b0 ? 1 : 0) &+ (a1 == b1 ? otherSecond : 0)
        if isExistence { return min(first, 1) &+ second &* min(last, 1) }
        return first &+ second &* last
    }

    @inline(never)
    private func long(_ start: Int, _ end: Int, _ otherStart: Int, _ otherEnd: Int) -> Int {
        var a = start
        var b = otherStart
        var sum = 0
        while a < end, b < otherEnd {
            let node = left.neighbours[a]
            let other = right.neighbours[b]
            if node < other {
                a &+= 1
            } else if other < node {
                b &+= 1
            } else {
                let here = run(left.neighbours, &a, end, node)
                let there = run(right.neighbours, &b, otherEnd, node)
                let number = numbers[Int(node &- left.groupStart)]
                sum &+= number &* here &* (isExistence ? 1 : there)
            }
        }
        return sum
    }

    /// How often a node stands in a row, going past it.
    @inline(__always)
    private func run(
        _ neighbours: UnsafePointer<UInt32>, _ entry: inout Int, _ end: Int, _ node: UInt32
    ) -> Int {
        let start = entry
        while entry < end, neighbours[entry] == node { entry &+= 1 }
        return entry &- start
    }
}
