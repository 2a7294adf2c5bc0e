/// The lists of one direction of one segment, as expansion reads them.
struct DirectedList: Sendable {
    let segment: Segment
    let firstNode: UInt32
    let relationshipBase: UInt32
    let hasLoops: Bool
    /// Offsets of the dense form; empty where the lists are compressed.
    let offsets: [UInt32]
    let neighbours: [UInt32]

    init(_ segment: Segment, _ direction: Direction) {
        let list = direction == .incoming ? segment.backwardList : segment.forwardList
        self.segment = segment
        firstNode = list.firstNode
        relationshipBase = segment.relationshipBase
        hasLoops = segment.hasLoops
        neighbours = list.neighbours
        if case .dense(let csr) = list.form {
            offsets = csr.offsets
        } else {
            offsets = []
        }
    }
}

/// All lists of one direction, by the group of the node they belong to, then by type.
///
/// Expansion asks for lists of node after node. It reads these arrays in place: taking hold of a
/// segment and its arrays each time would cost more than a short list itself.
struct DirectedLists: Sendable {
    let direction: Direction
    private(set) var lists: [DirectedList] = []
    private(set) var types: [UInt32] = []
    /// Where the lists of each group start, and one past the last.
    private(set) var starts: [Int] = [0]
    private let groups: [NodeGroup]
    /// For each group with many lists, those in which its nodes have entries.
    private let occupied: [Once<CSR>]

    /// With more lists than this it pays to know which are not empty.
    private static let many = 16

    init(_ content: GraphContent, _ direction: Direction) {
        self.direction = direction
        groups = content.groups
        occupied = content.groups.map { _ in Once() }
        var byGroup = [[Segment]](repeating: [], count: content.groups.count)
        for segment in content.segments {
            let group = direction == .incoming ? segment.targetGroup : segment.sourceGroup
            byGroup[group].append(segment)
        }
        for segments in byGroup {
            for segment in segments {
                lists.append(DirectedList(segment, direction))
                types.append(segment.type.raw)
            }
            starts.append(lists.count)
        }
    }

    /// Indices of the lists that nodes of a group can have, over one type or all.
    @inline(__always)
    func indices(group: Int, type: TypeID?) -> Range<Int> {
        let all = starts[group]..<starts[group + 1]
        guard let type else { return all }
        var low = all.lowerBound
        var high = all.upperBound
        while high - low > 8 {
            let middle = (low + high) / 2
            if types[middle] < type.raw { low = middle + 1 } else { high = middle }
        }
        while low < all.upperBound, types[low] < type.raw { low += 1 }
        high = low
        while high < all.upperBound, types[high] == type.raw { high += 1 }
        return low..<high
    }

    /// Calls with the index of each list in which a node can have entries, ascending by type.
    ///
    /// In a graph with hundreds of types a node has relationships of a few: over all types only
    /// those lists are visited, once it is known which.
    @inline(__always)
    func visit(group: Int, of node: UInt32, type: TypeID?, _ body: (Int) -> Void) {
        let indices = indices(group: group, type: type)
        guard type == nil, indices.count > DirectedLists.many else {
            for index in indices { body(index) }
            return
        }
        let occupied = self.occupied[group].value { findOccupied(group) }
        for at in occupied.range(of: node) { body(Int(occupied.neighbours[at])) }
    }

    /// The lists in which each node of a group has entries.
    private func findOccupied(_ group: Int) -> CSR {
        let range = groups[group].range
        var offsets = [UInt32](repeating: 0, count: range.count + 1)
        for index in starts[group]..<starts[group + 1] {
            list(index).forEachList { node, _ in
                offsets[Int(node - range.lowerBound) + 1] += 1
            }
        }
        for index in 0..<range.count { offsets[index + 1] += offsets[index] }
        var next = offsets
        var indices = [UInt32](repeating: 0, count: Int(offsets[range.count]))
        for index in starts[group]..<starts[group + 1] {
            list(index).forEachList { node, _ in
                let at = Int(node - range.lowerBound)
                indices[Int(next[at])] = UInt32(index)
                next[at] += 1
            }
        }
        return CSR(firstNode: range.lowerBound, offsets: offsets, neighbours: indices)
    }

    private func list(_ index: Int) -> AdjacencyList {
        let segment = lists[index].segment
        return direction == .incoming ? segment.backwardList : segment.forwardList
    }

    /// Where a node's entries stand in list `index`; the node must be of its group.
    @inline(__always)
    func range(_ index: Int, of node: UInt32) -> Range<Int> {
        if lists[index].offsets.isEmpty {
            return list(index).range(of: node)
        }
        let at = Int(node &- lists[index].firstNode)
        return Int(lists[index].offsets[at])..<Int(lists[index].offsets[at + 1])
    }

    /// Appends entries of list `index`, with or without those that lead back to `loop`.
    @inline(__always)
    func append(
        _ index: Int, _ range: Range<Int>, skipping loop: UInt32?, to list: inout NeighbourList
    ) {
        if let loop, lists[index].hasLoops {
            let numbers = direction == .incoming ? lists[index].segment.backwardRelationships : []
            for entry in range where lists[index].neighbours[entry] != loop {
                list.nodes.append(lists[index].neighbours[entry])
                list.relationships.append(
                    direction == .incoming
                        ? numbers[entry] : lists[index].relationshipBase + UInt32(entry))
            }
            return
        }
        for entry in range { list.nodes.append(lists[index].neighbours[entry]) }
        if direction == .incoming {
            let numbers = lists[index].segment.backwardRelationships
            for entry in range { list.relationships.append(numbers[entry]) }
        } else {
            let base = lists[index].relationshipBase
            for entry in range {
                list.relationships.append(base &+ UInt32(truncatingIfNeeded: entry))
            }
        }
    }
}
