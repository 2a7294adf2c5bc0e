/// The relationships of one segment, in the order they were added; ends are positions.
struct SegmentMembers {
    let type: TypeID
    let sourceGroup: Int
    let targetGroup: Int
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    /// Their ordinals; left empty where nobody asks.
    var ordinals: [UInt32] = []
}

/// Makes both adjacency lists of a segment by counting, without comparing relationships.
///
/// One pass puts the relationships into lists by source, a second turns those round into lists by
/// target, which come out sorted; where the first lists are not sorted, turning round once more
/// sorts them. Parallel relationships keep the order in which they were added.
struct SegmentAssembler {
    /// One direction, with the ordinals of its entries where asked for.
    private struct Lists {
        let firstNode: UInt32
        let offsets: [UInt32]
        var neighbours: [UInt32]
        var ordinals: [UInt32]
    }

    let segment: Segment
    /// The ordinal of each relationship by forward entry, where asked for.
    let ordinals: [UInt32]

    init(
        _ members: SegmentMembers, relationshipBase: UInt32, sources: Range<UInt32>,
        targets: Range<UInt32>
    ) {
        var forward = SegmentAssembler.gather(members, sources)
        let backward = SegmentAssembler.turnRound(
            forward, targets, SegmentAssembler.offsets(members.targets, targets))
        if !SegmentAssembler.allNeighbours(forward, { $0 <= $1 }) {
            forward = SegmentAssembler.turnRound(backward, sources, forward.offsets)
        }
        segment = Segment(
            type: members.type, sourceGroup: members.sourceGroup,
            targetGroup: members.targetGroup, relationshipBase: relationshipBase,
            forward: SegmentAssembler.list(forward), backward: SegmentAssembler.list(backward),
            hasParallel: !SegmentAssembler.allNeighbours(forward, { $0 != $1 }),
            hasLoops: members.sourceGroup == members.targetGroup
                && zip(members.sources, members.targets).contains { $0 == $1 })
        ordinals = forward.ordinals
    }

    /// Where each node's list starts, by counting.
    private static func offsets(_ nodes: [UInt32], _ range: Range<UInt32>) -> [UInt32] {
        var offsets = [UInt32](repeating: 0, count: range.count + 1)
        var counts = offsets.mutableSpan
        let first = range.lowerBound
        for node in nodes { counts[Int(node &- first) + 1] &+= 1 }
        for index in 0..<range.count { counts[index + 1] &+= counts[index] }
        return offsets
    }

    /// The relationships in lists by source, in the order they were added.
    private static func gather(_ members: SegmentMembers, _ range: Range<UInt32>) -> Lists {
        let offsets = offsets(members.sources, range)
        var neighbours = [UInt32](repeating: 0, count: members.sources.count)
        var ordinals = [UInt32](repeating: 0, count: members.ordinals.count)
        var next = offsets
        var nextSpan = next.mutableSpan
        var neighbourSpan = neighbours.mutableSpan
        var ordinalSpan = ordinals.mutableSpan
        let first = range.lowerBound
        for index in members.sources.indices {
            let list = Int(members.sources[index] &- first)
            let at = nextSpan[list]
            nextSpan[list] = at &+ 1
            neighbourSpan[Int(at)] = members.targets[index]
            if !ordinalSpan.isEmpty { ordinalSpan[Int(at)] = members.ordinals[index] }
        }
        return Lists(
            firstNode: first, offsets: offsets, neighbours: neighbours, ordinals: ordinals)
    }

    /// The same relationships in lists by the other end; each list is sorted.
    private static func turnRound(
        _ lists: Lists, _ range: Range<UInt32>, _ offsets: [UInt32]
    ) -> Lists {
        var neighbours = [UInt32](repeating: 0, count: lists.neighbours.count)
        var ordinals = [UInt32](repeating: 0, count: lists.ordinals.count)
        var next = offsets
        var nextSpan = next.mutableSpan
        var neighbourSpan = neighbours.mutableSpan
        var ordinalSpan = ordinals.mutableSpan
        let first = range.lowerBound
        var entry = 0
        for list in 0..<lists.offsets.count - 1 {
            let node = lists.firstNode &+ UInt32(truncatingIfNeeded: list)
            let end = Int(lists.offsets[list + 1])
            while entry < end {
                let other = Int(lists.neighbours[entry] &- first)
                let at = nextSpan[other]
                nextSpan[other] = at &+ 1
                neighbourSpan[Int(at)] = node
                if !ordinalSpan.isEmpty { ordinalSpan[Int(at)] = lists.ordinals[entry] }
                entry += 1
            }
        }
        return Lists(
            firstNode: first, offsets: offsets, neighbours: neighbours, ordinals: ordinals)
    }

    /// Whether a condition holds between each entry and the next of the same list.
    @inline(__always)
    private static func allNeighbours(
        _ lists: Lists, _ condition: (UInt32, UInt32) -> Bool
    ) -> Bool {
        for list in 0..<lists.offsets.count - 1 {
            let start = Int(lists.offsets[list])
            let end = Int(lists.offsets[list + 1])
            if end &- start < 2 { continue }
            for entry in start + 1..<end
            where !condition(lists.neighbours[entry - 1], lists.neighbours[entry]) {
                return false
            }
        }
        return true
    }

    /// Keeps only the lists that are not empty where those are few.
    private static func list(_ lists: Lists) -> AdjacencyList {
        let nodeCount = lists.offsets.count - 1
        if nodeCount < 1024 || lists.neighbours.count * 8 > nodeCount {
            return AdjacencyList(
                CSR(
                    firstNode: lists.firstNode, offsets: lists.offsets,
                    neighbours: lists.neighbours))
        }
        var nodes: [UInt32] = []
        var starts: [UInt32] = []
        for index in 0..<nodeCount where lists.offsets[index] < lists.offsets[index + 1] {
            nodes.append(lists.firstNode + UInt32(index))
            starts.append(lists.offsets[index])
        }
        starts.append(UInt32(lists.neighbours.count))
        return AdjacencyList(
            firstNode: lists.firstNode, nodeCount: nodeCount, nodes: nodes, offsets: starts,
            neighbours: lists.neighbours)
    }
}
