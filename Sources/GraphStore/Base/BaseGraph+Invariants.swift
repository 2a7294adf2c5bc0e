import GraphModel

extension BaseGraph {
    /// Stops the program where the graph's parts do not fit together; for tests.
    package func checkInvariants() {
        let violations = invariantViolations()
        precondition(violations.isEmpty, violations.joined(separator: "; "))
    }

    /// What does not fit together, one sentence each.
    package func invariantViolations() -> [String] {
        groupViolations() + segmentViolations() + columnViolations() + identifierViolations()
    }

    private func groupViolations() -> [String] {
        var found: [String] = []
        var next: UInt32 = 0
        for (index, group) in groups.enumerated() {
            if group.range.lowerBound != next || group.range.isEmpty {
                found.append("group \(index) does not follow the one before")
            }
            if group.isMixed && index != groups.count - 1 {
                found.append("the mixed group is not the last")
            }
            next = group.range.upperBound
        }
        if next != UInt32(nodeCount) { found.append("groups do not cover all nodes") }
        let starts = content.labelSetStarts
        if starts.count != content.labelSets.count + 1
            || !zip(starts, starts.dropFirst()).allSatisfy({ $0 < $1 })
        {
            found.append("label sets do not follow each other")
        }
        for labels in content.labelSets
        where !zip(labels, labels.dropFirst()).allSatisfy({ $0 < $1 }) {
            found.append("a label set is not ascending")
        }
        return found
    }

    private func segmentViolations() -> [String] {
        var found: [String] = []
        var base: UInt32 = 0
        var last: (UInt32, Int, Int)?
        for (index, segment) in segments.enumerated() {
            let order = (segment.type.raw, segment.sourceGroup, segment.targetGroup)
            if let last, last >= order { found.append("segment \(index) is out of order") }
            last = order
            if segment.relationshipBase != base || segment.count == 0 {
                found.append("segment \(index) does not follow the one before")
            }
            base += UInt32(segment.count)
            let sources = groups[segment.sourceGroup].range
            let targets = groups[segment.targetGroup].range
            found += segment.forwardList.violations(nodes: sources, neighbours: targets)
                .map { "segment \(index), forward: \($0)" }
            found += segment.backwardList.violations(nodes: targets, neighbours: sources)
                .map { "segment \(index), backward: \($0)" }
            if found.isEmpty && !segment.directionsAgree {
                found.append("segment \(index): the two directions do not agree")
            }
        }
        return found
    }

    private func columnViolations() -> [String] {
        var found: [String] = []
        for (index, set) in content.nodeColumns.enumerated() {
            found += set.violations(slots: groups[index].range.count, pool: stringPool)
                .map { "group \(index), \($0)" }
        }
        for (index, set) in content.relationshipColumns.enumerated() {
            found += set.violations(slots: segments[index].count, pool: stringPool)
                .map { "segment \(index), \($0)" }
        }
        return found
    }

    private func identifierViolations() -> [String] {
        var found: [String] = []
        for (name, map, count) in [
            ("node", content.nodeIdentifiers, nodeCount),
            ("relationship", content.relationshipIdentifiers, relationshipCount),
        ] {
            guard let identifiers = map.identifiers else {
                if map.next != count { found.append("\(name) ids are not positions") }
                continue
            }
            if identifiers.count != count { found.append("not every \(name) has an id") }
            if Set(identifiers).count != count { found.append("two \(name)s have one id") }
            if !identifiers.allSatisfy({ (0..<map.next).contains($0) }) {
                found.append("a \(name) id is out of range")
            }
        }
        return found
    }
}

extension AdjacencyList {
    /// What is wrong with the lists, given where nodes and neighbours must be.
    func violations(nodes: Range<UInt32>, neighbours range: Range<UInt32>) -> [String] {
        var found: [String] = []
        if firstNode != nodes.lowerBound || nodeCount != nodes.count {
            found.append("wrong range of nodes")
        }
        switch form {
        case .dense(let csr):
            if csr.offsets.count != nodes.count + 1 { found.append("wrong number of lists") }
            found += offsetViolations(csr.offsets)
        case .compressed(let owners, let offsets, _, _):
            if offsets.count != owners.count + 1 { found.append("wrong number of lists") }
            if !zip(owners, owners.dropFirst()).allSatisfy({ $0 < $1 })
                || !owners.allSatisfy(nodes.contains)
            {
                found.append("owners out of order or range")
            }
            found += offsetViolations(offsets)
        }
        if !neighbours.allSatisfy(range.contains) { found.append("a neighbour out of range") }
        guard found.isEmpty else { return found }
        var isSorted = true
        forEachList { _, list in
            let entries = neighbours[list]
            isSorted = isSorted && zip(entries, entries.dropFirst()).allSatisfy { $0 <= $1 }
        }
        return isSorted ? [] : ["a list is not ascending"]
    }

    private func offsetViolations(_ offsets: [UInt32]) -> [String] {
        let isAscending = zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
        let fits = offsets.first == 0 && offsets.last == UInt32(neighbours.count)
        return isAscending && fits ? [] : ["offsets do not fit the entries"]
    }
}

extension AdjacencyList {
    /// Where the list of a node stands among all lists kept, nil where it has none.
    private func listIndex(of node: UInt32) -> Int? {
        switch form {
        case .dense: Int(node - firstNode)
        case .compressed(let nodes, _, _, _): nodes.position(ofSorted: node)
        }
    }

    /// Where the lists start, and one past the last.
    private var offsets: [UInt32] {
        switch form {
        case .dense(let csr): csr.offsets
        case .compressed(_, let offsets, _, _): offsets
        }
    }

    /// Whether other lists hold the same relationships from the other end.
    ///
    /// Walking the one in order, each entry must be the next of the other end's list; that both
    /// are without violations is known.
    func agrees(with other: AdjacencyList) -> Bool {
        guard neighbours.count == other.neighbours.count else { return false }
        var next = other.offsets
        let ends = other.offsets
        var agrees = true
        forEachList { node, range in
            for entry in range {
                guard agrees, let list = other.listIndex(of: neighbours[entry]),
                    next[list] < ends[list + 1], other.neighbours[Int(next[list])] == node
                else {
                    agrees = false
                    return
                }
                next[list] += 1
            }
        }
        return agrees
    }
}

extension Segment {
    /// Whether each relationship stands in both directions, and the flags say what is there.
    fileprivate var directionsAgree: Bool {
        var loops = false
        var parallel = false
        forwardList.forEachList { source, range in
            for entry in range {
                let target = forwardList.neighbours[entry]
                loops = loops || target == source && sourceGroup == targetGroup
                if entry > range.lowerBound, forwardList.neighbours[entry - 1] == target {
                    parallel = true
                }
            }
        }
        return loops == hasLoops && parallel == hasParallel
            && forwardList.agrees(with: backwardList)
    }
}

extension ColumnSet {
    func violations(slots: Int, pool: StringPool) -> [String] {
        var found: [String] = []
        if !zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 }) {
            found.append("keys out of order")
        }
        for (key, column) in zip(keys, columns) {
            found += column.violations(slots: slots, pool: pool).map { "key \(key): \($0)" }
        }
        return found
    }
}

extension PropertyColumn {
    fileprivate func violations(slots: Int, pool: StringPool) -> [String] {
        if let count = self.slots, count != slots { return ["wrong number of values"] }
        if population == 0 { return ["no value"] }
        switch self {
        case .integers(_, let presence), .floats(_, let presence), .booleans(_, let presence):
            return presence.violations(slots)
        case .strings(let ids, let presence):
            let agree = ids.indices.allSatisfy { index in
                presence?[index] ?? true
                    ? ids[index] < pool.count : ids[index] == StringPool.absent
            }
            return presence.violations(slots) + (agree ? [] : ["a string that is not there"])
        case .stringLists(let lists):
            let fits =
                lists.offsets.first == 0 && lists.offsets.last == UInt32(lists.ids.count)
                && zip(lists.offsets, lists.offsets.dropFirst()).allSatisfy { $0 <= $1 }
                && lists.ids.allSatisfy { $0 < pool.count }
            return lists.presence.violations(slots) + (fits ? [] : ["broken lists"])
        case .lines(let lines):
            let fits =
                lines.files.count == slots && lines.files.allSatisfy { $0 < pool.count }
            return lines.presence.violations(slots) + (fits ? [] : ["broken lines"])
        case .values: return []
        case .sparse(let positions, let values):
            let fits =
                positions.count == values.count && values.allSatisfy { !$0.isNull }
                && zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 }
                && (positions.last ?? 0) < slots
            return fits ? [] : ["broken sparse column"]
        }
    }
}

extension Bitmap? {
    fileprivate func violations(_ slots: Int) -> [String] {
        guard let self else { return [] }
        let fits =
            self.count == slots && self.words.count == (slots + 63) / 64
            && self.population < slots
        return fits ? [] : ["presence does not fit"]
    }
}
