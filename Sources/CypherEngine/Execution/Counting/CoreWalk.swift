import GraphModel
import GraphStore

/// One thread's walk over the rows of a cyclic pattern. A block holds the positions that later
/// levels ask for, a column a level, and how often each row counts; the group of a level is the
/// same for all rows of a block.
final class CoreWalk {
    /// Rows of a block.
    static let capacity = 1024

    private let levels: UnsafeMutableBufferPointer<CoreLevel>
    private let depthCount: Int
    /// Room of its own for each column of each level's block.
    private let rooms: UnsafeMutablePointer<UInt32>
    /// The columns of each level's block: rooms of its own, or those of the block before where
    /// the rows stayed the same.
    private let columns: UnsafeMutablePointer<UnsafeMutablePointer<UInt32>>
    private let numberRooms: UnsafeMutablePointer<Int>
    private let numbers: UnsafeMutablePointer<UnsafeMutablePointer<Int>>
    private let values: UnsafeMutablePointer<Int>
    private let groups: UnsafeMutablePointer<Int>
    private var total: Int128 = 0

    init(_ levels: UnsafeMutableBufferPointer<CoreLevel>, _ tables: PinnedTables) {
        self.levels = levels
        depthCount = levels.count
        let count = depthCount * depthCount
        // Twice: before and after the choice among the candidates.
        rooms = tables.allocate(UInt32.self, 2 * count * Self.capacity)
        columns = tables.allocate(UnsafeMutablePointer<UInt32>.self, count)
        numberRooms = tables.allocate(Int.self, 2 * depthCount * Self.capacity)
        numbers = tables.allocate(UnsafeMutablePointer<Int>.self, depthCount)
        values = tables.allocate(Int.self, depthCount * Self.capacity)
        groups = tables.allocate(Int.self, depthCount)
        for index in 0..<count { columns[index] = rooms + index * Self.capacity }
        for depth in 0..<depthCount { numbers[depth] = numberRooms + depth * Self.capacity }
    }

    @inline(__always)
    private func room(_ depth: Int, _ level: Int, chosen: Bool) -> UnsafeMutablePointer<UInt32> {
        let index = depth &* depthCount &+ level
        return rooms + (chosen ? index &+ depthCount &* depthCount : index) &* Self.capacity
    }

    @inline(__always)
    private func numberRoom(_ depth: Int, chosen: Bool) -> UnsafeMutablePointer<Int> {
        numberRooms + (chosen ? depth &+ depthCount : depth) &* Self.capacity
    }

    /// The matches whose first node is one of a piece of a group.
    func start(
        _ group: Int, _ own: NodeNumbers, _ groupStart: UInt32, _ piece: Range<Int>,
        _ guardian: QueryGuard
    ) throws -> Int128 {
        total = 0
        groups[0] = group
        let positions = room(0, 0, chosen: false)
        columns[0] = positions
        numbers[0] = numberRoom(0, chosen: false)
        var count = 0
        for index in piece {
            let number = own[index]
            positions[count] = groupStart &+ UInt32(truncatingIfNeeded: index)
            numbers[0][count] = number
            count &+= number == 0 ? 0 : 1
        }
        if count > 0 { try extend(1, count, guardian) }
        return total
    }

    /// Binds the next level for the rows of the block before.
    private func extend(_ depth: Int, _ count: Int, _ guardian: QueryGuard) throws {
        let level = levels[depth]
        guard let driver = level.driver else { return }
        let lists = driver.byGroup[groups[driver.from]]
        for index in 0..<lists.count {
            let list = lists[index]
            groups[depth] = list.group
            if level.isMerge {
                total += Int128(merge(depth, list, count))
            } else if list.shape == .any {
                try expand(depth, driver.from, list, count, guardian)
            } else {
                try settle(depth, follow(depth, driver.from, list, count), guardian)
            }
        }
    }

    /// Goes on with the rows of a level that have been found.
    private func settle(_ depth: Int, _ count: Int, _ guardian: QueryGuard) throws {
        if count == 0 { return }
        if depth &+ 1 == depthCount {
            total += Int128(sum(depth, count))
            return
        }
        let level = levels[depth]
        // Later levels look for numbers here even where all turned out to be one.
        let getsWeights = level.isWeighted && !levels[depth &- 1].isWeighted
        let chosen =
            getsWeights || level.selects(groups[depth]) ? choose(depth, count) : count
        if chosen > 0 { try extend(depth &+ 1, chosen, guardian) }
    }

    // MARK: Finding candidates

    /// Goes from each row to the one neighbour it has, or drops it.
    private func follow(_ depth: Int, _ from: Int, _ list: PinnedList, _ count: Int) -> Int {
        let source = columns[(depth &- 1) &* depthCount &+ from]
        let found = room(depth, depth, chosen: false)
        columns[depth &* depthCount &+ depth] = found
        if list.shape == .exactlyOne {
            let skipped = Int(list.offsets[0])
            for row in 0..<count {
                found[row] = list.neighbours[Int(source[row] &- list.first) &+ skipped]
            }
            share(depth)
            return count
        }
        let kept = values + depth &* Self.capacity
        var next = 0
        for row in 0..<count {
            let (start, end) = list.bounds(of: source[row])
            found[next] = list.neighbours[min(start, list.last)]
            kept[next] = row
            next &+= start == end ? 0 : 1
        }
        pick(depth, kept, next)
        return next
    }

    /// The rows are those of the block before: so are their columns.
    private func share(_ depth: Int) {
        let carried = levels[depth].carried
        for index in 0..<carried.count where carried[index] < depth {
            let level = carried[index]
            columns[depth &* depthCount &+ level] = columns[(depth &- 1) &* depthCount &+ level]
        }
        numbers[depth] = numbers[depth &- 1]
    }

    /// The rows are some of the block before.
    private func pick(_ depth: Int, _ kept: UnsafeMutablePointer<Int>, _ count: Int) {
        let carried = levels[depth].carried
        for index in 0..<carried.count where carried[index] < depth {
            let level = carried[index]
            let before = columns[(depth &- 1) &* depthCount &+ level]
            let after = room(depth, level, chosen: false)
            for row in 0..<count { after[row] = before[kept[row]] }
            columns[depth &* depthCount &+ level] = after
        }
        if levels[depth &- 1].isWeighted {
            let before = numbers[depth &- 1]
            let after = numberRoom(depth, chosen: false)
            for row in 0..<count { after[row] = before[kept[row]] }
            numbers[depth] = after
        }
    }

    /// Goes from each row to all its neighbours.
    private func expand(
        _ depth: Int, _ from: Int, _ list: PinnedList, _ count: Int, _ guardian: QueryGuard
    ) throws {
        let source = columns[(depth &- 1) &* depthCount &+ from]
        let found = room(depth, depth, chosen: false)
        let kept = values + depth &* Self.capacity
        var filled = 0
        for row in 0..<count {
            var (entry, end) = list.bounds(of: source[row])
            while entry < end {
                let part = min(end &- entry, Self.capacity &- filled)
                for offset in 0..<part {
                    found[filled &+ offset] = list.neighbours[entry &+ offset]
                    kept[filled &+ offset] = row
                }
                filled &+= part
                entry &+= part
                if filled == Self.capacity {
                    try guardian.check()
                    try flush(depth, found, kept, filled, guardian)
                    filled = 0
                }
            }
        }
        try flush(depth, found, kept, filled, guardian)
    }

    private func flush(
        _ depth: Int, _ found: UnsafeMutablePointer<UInt32>, _ kept: UnsafeMutablePointer<Int>,
        _ count: Int, _ guardian: QueryGuard
    ) throws {
        columns[depth &* depthCount &+ depth] = found
        pick(depth, kept, count)
        try settle(depth, count, guardian)
    }
}

// Choosing among candidates.
extension CoreWalk {
    /// Drops the rows that fail a check; how many are left.
    private func choose(_ depth: Int, _ count: Int) -> Int {
        let values = weigh(depth, count)
        let level = levels[depth]
        let carried = level.carried
        for index in 0..<carried.count {
            let column = depth &* depthCount &+ carried[index]
            let before = columns[column]
            let after = room(depth, carried[index], chosen: true)
            var next = 0
            for row in 0..<count {
                after[next] = before[row]
                next &+= values[row] == 0 ? 0 : 1
            }
            columns[column] = after
        }
        let after = numberRoom(depth, chosen: true)
        var next = 0
        for row in 0..<count {
            after[next] = values[row]
            next &+= values[row] == 0 ? 0 : 1
        }
        numbers[depth] = after
        return next
    }

    /// What the rows of the last level count together.
    private func sum(_ depth: Int, _ count: Int) -> Int {
        let level = levels[depth]
        let isWeighted = levels[depth &- 1].isWeighted
        if !level.selects(groups[depth]), !isWeighted { return count }
        if level.checks.count == 1, level.keys.count == 0, level.numbers[groups[depth]].isUniform,
            !isWeighted, let matrix = level.checks[0].matrix, matrix.target == groups[depth],
            matrix.source == groups[level.checks[0].link.from]
        {
            let rows = columns[depth &* depthCount &+ level.checks[0].link.from]
            let found = columns[depth &* depthCount &+ depth]
            var sum = 0
            for row in 0..<count { sum &+= matrix.bit(rows[row], found[row]) }
            return sum
        }
        let values = weigh(depth, count)
        var sum = 0
        for row in 0..<count { sum &+= values[row] }
        return sum
    }

    /// How often each row counts, 0 where it fails a check.
    private func weigh(_ depth: Int, _ count: Int) -> UnsafeMutablePointer<Int> {
        let level = levels[depth]
        let group = groups[depth]
        let values = self.values + depth &* Self.capacity
        if levels[depth &- 1].isWeighted {
            values.update(from: numbers[depth], count: count)
        } else {
            values.update(repeating: 1, count: count)
        }
        let own = level.numbers[group]
        let found = columns[depth &* depthCount &+ depth]
        let start = level.starts[group]
        if let narrow = own.narrow {
            for row in 0..<count { values[row] &*= Int(narrow[Int(found[row] &- start)]) }
        } else if let wide = own.wide {
            for row in 0..<count { values[row] &*= wide[Int(found[row] &- start)] }
        }
        for index in 0..<level.keys.count { compare(level.keys[index], depth, count, values) }
        for index in 0..<level.checks.count { check(level.checks[index], depth, count, values) }
        return values
    }

    private func compare(
        _ key: CoreLevel.Key, _ depth: Int, _ count: Int, _ values: UnsafeMutablePointer<Int>
    ) {
        let group = groups[depth]
        let otherGroup = groups[key.from]
        guard let own = key.own[group], let other = key.other[otherGroup] else {
            values.update(repeating: 0, count: count)
            return
        }
        let starts = levels[depth].starts
        let found = columns[depth &* depthCount &+ depth]
        let before = columns[depth &* depthCount &+ key.from]
        for row in 0..<count {
            let value = own[Int(found[row] &- starts[group])]
            let isSame =
                value != nullPosition
                && value == other[Int(before[row] &- starts[otherGroup])]
            values[row] = isSame ? values[row] : 0
        }
    }

    private func check(
        _ check: CoreLevel.Check, _ depth: Int, _ count: Int, _ values: UnsafeMutablePointer<Int>
    ) {
        let found = columns[depth &* depthCount &+ depth]
        let before = columns[depth &* depthCount &+ check.link.from]
        if let matrix = check.matrix {
            guard matrix.target == groups[depth], matrix.source == groups[check.link.from] else {
                values.update(repeating: 0, count: count)
                return
            }
            for row in 0..<count { values[row] &*= matrix.bit(before[row], found[row]) }
            return
        }
        let lists = check.link.byGroup[groups[check.link.from]]
        let group = groups[depth]
        for row in 0..<count where values[row] != 0 {
            var number = 0
            for index in 0..<lists.count where lists[index].group == group {
                number &+= lists[index].occurrences(of: found[row], in: before[row])
            }
            values[row] &*= check.isExistence ? (number == 0 ? 0 : 1) : number
        }
    }
}

// Walking two sorted lists side by side.
extension CoreWalk {
    /// What the nodes that are in both lists count together, over the rows.
    private func merge(_ depth: Int, _ list: PinnedList, _ count: Int) -> Int {
        let level = levels[depth]
        guard let driver = level.driver else { return 0 }
        let check = level.checks[0]
        let own = level.numbers[list.group]
        let source = columns[(depth &- 1) &* depthCount &+ driver.from]
        let other = columns[(depth &- 1) &* depthCount &+ check.link.from]
        let numbers = levels[depth &- 1].isWeighted ? self.numbers[depth &- 1] : nil
        let others = check.link.byGroup[groups[check.link.from]]
        var sum = 0
        for index in 0..<others.count where others[index].group == list.group {
            let merging = ListMerging(
                left: list, right: others[index], numbers: own, isExistence: check.isExistence)
            if let numbers {
                for row in 0..<count {
                    sum &+= numbers[row] &* merging.common(source[row], other[row])
                }
            } else {
                for row in 0..<count { sum &+= merging.common(source[row], other[row]) }
            }
        }
        return sum
    }
}
