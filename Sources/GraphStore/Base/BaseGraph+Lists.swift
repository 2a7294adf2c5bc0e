extension Segment {
    /// The neighbours of one direction, all lists end to end.
    @inline(__always)
    func neighbours(_ direction: Direction) -> [UInt32] {
        direction == .incoming ? backwardList.neighbours : forwardList.neighbours
    }

    /// Where the list of a node stands in them.
    @inline(__always)
    func range(of node: UInt32, _ direction: Direction) -> Range<Int> {
        direction == .incoming ? backwardList.range(of: node) : forwardList.range(of: node)
    }

    /// How many relationships a node has to itself.
    func loopCount(at node: UInt32) -> Int {
        guard hasLoops else { return 0 }
        let range = forwardList.range(of: node)
        return forwardList.neighbours[range].reduce(0) { $0 + ($1 == node ? 1 : 0) }
    }
}

extension BaseGraph {
    /// The segments in which a node can have relationships: those of its group, of one type or all.
    @inline(__always)
    func segmentIndices(of node: UInt32, type: TypeID?, _ direction: Direction) -> ArraySlice<Int> {
        let group = group(of: node)
        let all = direction == .incoming ? incomingSegments[group] : outgoingSegments[group]
        guard let type else { return all[...] }
        guard Int(type.raw) < segmentRanges.count else { return [] }
        // Indices ascend by type, hence those of one type stand together.
        let wanted = segmentRanges[Int(type.raw)]
        let start = all.firstIndex(notBelow: wanted.lowerBound)
        var end = start
        while end < all.count, all[end] < wanted.upperBound { end += 1 }
        return all[start..<end]
    }

    /// Calls with each list of a node that is not empty: one direction (not both), one type or all.
    @inline(__always)
    func forEachList(
        of node: UInt32, type: TypeID?, _ direction: Direction,
        _ body: (Segment, Range<Int>) -> Void
    ) {
        for index in segmentIndices(of: node, type: type, direction) {
            let segment = segments[index]
            let range = segment.range(of: node, direction)
            if !range.isEmpty { body(segment, range) }
        }
    }
}
