import GraphModel
import GraphStore

/// Counts the matches of a cyclic pattern: node after node, each from the lists of those before.
struct CoreCounter {
    private let program: CoreProgram
    private let base: BaseGraph
    private let guardian: QueryGuard

    init(_ core: Core, resolver: CountResolver, guardian: QueryGuard) throws {
        program = try CoreProgram(core, resolver: resolver)
        base = resolver.base
        self.guardian = guardian
    }

    /// The number of matches.
    func count() throws -> Int128 {
        let tables = PinnedTables()
        let depth = program.levels.count
        let walk = CoreWalk(
            levels: program.levels, starts: program.starts,
            positions: tables.copy([UInt32](repeating: 0, count: depth)),
            groups: tables.copy([Int](repeating: 0, count: depth)))
        var total: Int128 = 0
        for group in program.firstGroups {
            walk.groups[0] = group
            let numbers = program.levels[0].numbers[group]
            let range = base.groups[group].range
            var node = range.lowerBound
            while node < range.upperBound {
                // Small stretches, so that the limits are looked at often enough.
                let end = min(range.upperBound, node &+ 256)
                try guardian.check()
                while node < end {
                    let number = numbers.map { $0[Int(node &- range.lowerBound)] } ?? 1
                    walk.positions[0] = node
                    node &+= 1
                    if number == 0 { continue }
                    total += Int128(number) * Int128(walk.descend(1))
                }
            }
        }
        withExtendedLifetime((tables, program)) {}
        return total
    }
}

/// The walk itself: nothing here allocates or counts references.
private struct CoreWalk {
    let levels: UnsafeMutableBufferPointer<CoreProgram.Level>
    let starts: UnsafeMutableBufferPointer<UInt32>
    /// Where the nodes bound so far are, and their groups, by level.
    let positions: UnsafeMutableBufferPointer<UInt32>
    let groups: UnsafeMutableBufferPointer<Int>

    /// The matches of the nodes from this level on.
    func descend(_ depth: Int) -> Int {
        let level = levels[depth]
        guard let driver = level.driver else { return 0 }
        let isLast = depth &+ 1 == levels.count
        let source = positions[driver.from]
        let lists = driver.byGroup[groups[driver.from]]
        var sum = 0
        for index in 0..<lists.count {
            let list = lists[index]
            let (start, end) = list.bounds(of: source)
            if start == end { continue }
            if level.isMerge {
                sum &+= intersect(level, list, start, end)
                continue
            }
            groups[depth] = list.group
            let numbers = level.numbers[list.group]
            let first = starts[list.group]
            for entry in start..<end {
                let node = list.neighbours[entry]
                var number = numbers.map { $0[Int(node &- first)] } ?? 1
                if number == 0 { continue }
                number &*= passing(level, node, list.group)
                if number == 0 { continue }
                positions[depth] = node
                sum &+= isLast ? number : number &* descend(depth &+ 1)
            }
        }
        return sum
    }

    /// How often a candidate passes the checks of its level; 0 where it does not.
    @inline(__always)
    private func passing(_ level: CoreProgram.Level, _ node: UInt32, _ group: Int) -> Int {
        for index in 0..<level.keys.count where !agrees(level.keys[index], node, group) { return 0 }
        var number = 1
        for index in 0..<level.checks.count {
            let check = level.checks[index]
            let source = positions[check.lists.from]
            var found = 0
            if let matrix = check.matrix {
                found = matrix.contains(source, node) ? 1 : 0
            } else {
                let lists = check.lists.byGroup[groups[check.lists.from]]
                for index in 0..<lists.count where lists[index].group == group {
                    found &+= lists[index].occurrences(of: node, in: source)
                }
            }
            if found == 0 { return 0 }
            if !check.isExistence { number &*= found }
        }
        return number
    }

    private func agrees(_ key: CoreProgram.Key, _ node: UInt32, _ group: Int) -> Bool {
        let from = groups[key.from]
        guard let own = key.own[group], let other = key.other[from] else { return false }
        let value = own[Int(node &- starts[group])]
        return value != nullPosition
            && value == other[Int(positions[key.from] &- starts[from])]
    }

    /// The numbers of the nodes in both lists, times how often they stand there.
    @inline(__always)
    private func intersect(
        _ level: CoreProgram.Level, _ list: PinnedList, _ start: Int, _ end: Int
    ) -> Int {
        let check = level.checks[0]
        let others = check.lists.byGroup[groups[check.lists.from]]
        let numbers = level.numbers[list.group]
        let first = starts[list.group]
        var sum = 0
        for index in 0..<others.count where others[index].group == list.group {
            let other = others[index]
            var (b, otherEnd) = other.bounds(of: positions[check.lists.from])
            var a = start
            while a < end, b < otherEnd {
                let left = list.neighbours[a]
                let right = other.neighbours[b]
                if left < right {
                    a &+= 1
                } else if right < left {
                    b &+= 1
                } else {
                    let here = run(list.neighbours, &a, end, left)
                    let there = run(other.neighbours, &b, otherEnd, left)
                    let number = numbers.map { $0[Int(left &- first)] } ?? 1
                    sum &+= number &* here &* (check.isExistence ? 1 : there)
                }
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
