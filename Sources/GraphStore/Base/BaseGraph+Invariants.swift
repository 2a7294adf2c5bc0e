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
            if !map.covers(count) {
                found.append("not every \(name) has an id that was handed out")
            } else if Set((0..<UInt32(count)).map(map.identifier)).count != count {
                found.append("two \(name)s have one id")
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
        case .compressed(let owners, let offsets, _, _):
            if offsets.count != owners.count + 1 { found.append("wrong number of lists") }
            if !owners.isStrictlyAscending || !owners.lies(in: nodes) {
                found.append("owners out of order or range")
            }
        }
        if !offsets.isAscending || offsets.first != 0
            || offsets.last != UInt32(neighbours.count)
        {
            found.append("offsets do not fit the entries")
        }
        if !neighbours.lies(in: range) { found.append("a neighbour out of range") }
        return found.isEmpty && !areListsAscending ? ["a list is not ascending"] : found
    }

    private var areListsAscending: Bool {
        let offsets = self.offsets
        let neighbours = self.neighbours
        for list in 0..<offsets.count - 1 {
            var entry = Int(offsets[list]) + 1
            let end = Int(offsets[list + 1])
            while entry < end {
                if neighbours[entry - 1] > neighbours[entry] { return false }
                entry += 1
            }
        }
        return true
    }
}

extension [UInt32] {
    var isAscending: Bool {
        var descents = 0
        for index in indices.dropFirst() { descents &+= self[index] < self[index - 1] ? 1 : 0 }
        return descents == 0
    }

    var isStrictlyAscending: Bool {
        var steps = 0
        for index in indices.dropFirst() { steps &+= self[index] > self[index - 1] ? 1 : 0 }
        return isEmpty || steps == count - 1
    }

    /// Whether all numbers lie in a range.
    func lies(in range: Range<UInt32>) -> Bool {
        var low = UInt32.max
        var high: UInt32 = 0
        for number in self {
            low = Swift.min(low, number)
            high = Swift.max(high, number)
        }
        return isEmpty || low >= range.lowerBound && high < range.upperBound
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
        let ends = other.offsets
        let others = other.neighbours
        let entries = neighbours
        var next = ends
        var agrees = true
        forEachList { node, range in
            for entry in range where agrees {
                guard let list = other.listIndex(of: entries[entry]) else {
                    agrees = false
                    return
                }
                let at = next[list]
                agrees = at < ends[list + 1] && others[Int(at)] == node
                next[list] = at &+ 1
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
            return presence.violations(slots)
                + (ids.areStrings(presence, pool) ? [] : ["a string that is not there"])
        case .stringLists(let lists):
            let fits =
                lists.offsets.first == 0 && lists.offsets.last == UInt32(lists.ids.count)
                && lists.offsets.isAscending && lists.ids.areStrings(nil, pool)
            return lists.presence.violations(slots) + (fits ? [] : ["broken lists"])
        case .lines(let lines):
            let several = lines.several
            let fits =
                lines.files.count == slots
                && lines.files.lies(in: 0..<UInt32(max(pool.count, 1)))
                && several.positions.isStrictlyAscending
                && several.positions.lies(in: 0..<UInt32(slots))
                && several.offsets.count == several.positions.count + 1
                && several.offsets.first == 0 && several.offsets.isAscending
                && several.offsets.last == UInt32(several.ids.count)
                && several.ids.areStrings(nil, pool)
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

extension [UInt32] {
    /// Whether all are numbers of strings, and where something is absent the mark for that.
    fileprivate func areStrings(_ presence: Bitmap?, _ pool: StringPool) -> Bool {
        guard let presence else { return lies(in: 0..<UInt32(pool.count)) }
        var wrong = 0
        for index in indices {
            let isString = self[index] < pool.count
            let fits = presence[index] ? isString : self[index] == StringPool.absent
            wrong &+= fits ? 0 : 1
        }
        return wrong == 0
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
