/// Makes both adjacency lists of a segment by counting, without comparing relationships.
///
/// One pass puts the relationships into lists by source, a second turns those round into lists by
/// target, which come out sorted; where the first lists are not sorted, turning round once more
/// sorts them. Parallel relationships keep the order in which they were added.
struct SegmentAssembler {
    private let sourceStart: UInt32
    private let targetStart: UInt32
    private var forwardOffsets: [UInt32]
    private var backwardOffsets: [UInt32]
    private var forward: [UInt32]
    private var backward: [UInt32]
    /// The ordinal of each forward entry, where asked for.
    private(set) var ordinals: [UInt32]

    init(_ members: SegmentLayout.Members, sources: Range<UInt32>, targets: Range<UInt32>) {
        sourceStart = sources.lowerBound
        targetStart = targets.lowerBound
        forwardOffsets = SegmentAssembler.offsets(members.sources, sources)
        backwardOffsets = SegmentAssembler.offsets(members.targets, targets)
        forward = [UInt32](repeating: 0, count: members.sources.count)
        backward = forward
        ordinals = members.ordinals.isEmpty ? [] : forward
        fillForward(members)
        let backwardOrdinals = turnRound()
        if !isSorted { sortForward(backwardOrdinals) }
    }

    func segment(
        _ members: SegmentLayout.Members, relationshipBase: UInt32, hasLoops: Bool
    ) -> Segment {
        Segment(
            type: members.type, sourceGroup: members.sourceGroup,
            targetGroup: members.targetGroup, relationshipBase: relationshipBase,
            forward: SegmentAssembler.list(sourceStart, forwardOffsets, forward),
            backward: SegmentAssembler.list(targetStart, backwardOffsets, backward),
            hasParallel: hasParallel, hasLoops: hasLoops)
    }

    private static func offsets(_ nodes: [UInt32], _ range: Range<UInt32>) -> [UInt32] {
        var offsets = [UInt32](repeating: 0, count: range.count + 1)
        for node in nodes { offsets[Int(node - range.lowerBound) + 1] += 1 }
        for index in 0..<range.count { offsets[index + 1] += offsets[index] }
        return offsets
    }

    private mutating func fillForward(_ members: SegmentLayout.Members) {
        var next = forwardOffsets
        for index in members.sources.indices {
            let list = Int(members.sources[index] - sourceStart)
            let at = Int(next[list])
            next[list] += 1
            forward[at] = members.targets[index]
            if !ordinals.isEmpty { ordinals[at] = members.ordinals[index] }
        }
    }

    /// Fills the backward lists from the forward ones; returns the ordinals in their order.
    private mutating func turnRound() -> [UInt32] {
        var next = backwardOffsets
        var turned = [UInt32](repeating: 0, count: ordinals.count)
        for list in 0..<forwardOffsets.count - 1 {
            for entry in Int(forwardOffsets[list])..<Int(forwardOffsets[list + 1]) {
                let target = Int(forward[entry] - targetStart)
                let at = Int(next[target])
                next[target] += 1
                backward[at] = sourceStart + UInt32(list)
                if !turned.isEmpty { turned[at] = ordinals[entry] }
            }
        }
        return turned
    }

    private mutating func sortForward(_ turned: [UInt32]) {
        var next = forwardOffsets
        for list in 0..<backwardOffsets.count - 1 {
            for entry in Int(backwardOffsets[list])..<Int(backwardOffsets[list + 1]) {
                let source = Int(backward[entry] - sourceStart)
                let at = Int(next[source])
                next[source] += 1
                forward[at] = targetStart + UInt32(list)
                if !turned.isEmpty { ordinals[at] = turned[entry] }
            }
        }
    }

    private var isSorted: Bool { allNeighbours { $0 <= $1 } }

    private var hasParallel: Bool { !allNeighbours { $0 != $1 } }

    /// Whether a condition holds between each entry and the next of the same forward list.
    private func allNeighbours(_ condition: (UInt32, UInt32) -> Bool) -> Bool {
        for list in 0..<forwardOffsets.count - 1 {
            let start = Int(forwardOffsets[list])
            let end = Int(forwardOffsets[list + 1])
            if end - start < 2 { continue }
            for entry in start + 1..<end where !condition(forward[entry - 1], forward[entry]) {
                return false
            }
        }
        return true
    }

    /// Keeps only the lists that are not empty where those are few.
    private static func list(
        _ firstNode: UInt32, _ offsets: [UInt32], _ neighbours: [UInt32]
    ) -> AdjacencyList {
        let nodeCount = offsets.count - 1
        if nodeCount < 1024 || neighbours.count * 8 > nodeCount {
            return AdjacencyList(
                CSR(firstNode: firstNode, offsets: offsets, neighbours: neighbours))
        }
        var nodes: [UInt32] = []
        var starts: [UInt32] = []
        for index in 0..<nodeCount where offsets[index] < offsets[index + 1] {
            nodes.append(firstNode + UInt32(index))
            starts.append(offsets[index])
        }
        starts.append(UInt32(neighbours.count))
        return AdjacencyList(
            firstNode: firstNode, nodeCount: nodeCount, nodes: nodes, offsets: starts,
            neighbours: neighbours)
    }
}
