import GraphModel
import GraphStore

/// Counts the matches of a cyclic pattern: node after node, each from the lists of those before,
/// a block of rows at a time.
struct CoreCounter {
    private let run: CountRun
    private let levels: UnsafeMutableBufferPointer<CoreLevel>
    private let first: [(group: Int, numbers: NodeNumbers)]
    private let expansion: Int

    init(_ program: CoreProgram, _ run: CountRun) {
        self.run = run
        let pinning = CorePinning(run)
        levels = run.tables.copy(program.levels.map(pinning.level))
        first = program.levels[0].slots.map { ($0.group, run.numbers($0.slot)) }
        expansion = 4 * program.levels.count
    }

    /// The number of matches.
    func count() throws -> Int128 {
        let walks = (0..<run.workers.threads).map { _ in CoreWalk(levels, run.tables) }
        var total: Int128 = 0
        for (group, numbers) in first {
            let range = run.base.groups[group].range
            total += try run.workers.sum(
                range.count, each: CoreWalk.capacity, steps: expansion * range.count, run.guardian
            ) { worker, piece in
                try walks[worker].start(group, numbers, range.lowerBound, piece, run.guardian)
            }
        }
        return total
    }
}

/// A level of a core program as pointers.
struct CoreLevel: BitwiseCopyable {
    struct Link: BitwiseCopyable {
        let from: Int
        /// `byGroup[g]` has the lists from nodes of group g.
        let byGroup: UnsafeMutableBufferPointer<UnsafeMutableBufferPointer<PinnedList>>
    }

    struct Check: BitwiseCopyable {
        let link: Link
        let isExistence: Bool
        let matrix: PairMatrix?
    }

    struct Key: BitwiseCopyable {
        let from: Int
        let own: UnsafeMutableBufferPointer<UnsafePointer<UInt32>?>
        let other: UnsafeMutableBufferPointer<UnsafePointer<UInt32>?>
    }

    let driver: Link?
    let checks: UnsafeMutableBufferPointer<Check>
    let keys: UnsafeMutableBufferPointer<Key>
    /// For each group the numbers of its nodes.
    let numbers: UnsafeMutableBufferPointer<NodeNumbers>
    let carried: UnsafeMutableBufferPointer<Int>
    /// Positions of the first nodes of the groups.
    let starts: UnsafeMutableBufferPointer<UInt32>
    let isWeighted: Bool
    let isMerge: Bool

    /// Whether candidates are looked at once more after they were found.
    @inline(__always)
    func selects(_ group: Int) -> Bool {
        checks.count > 0 || keys.count > 0 || !numbers[group].isUniform
    }
}

/// Whether pairs of nodes of two groups are neighbours, a bit a pair.
struct PairMatrix: BitwiseCopyable {
    /// The groups of the rows' and the columns' nodes.
    let source: Int
    let target: Int
    private let bits: UnsafeMutablePointer<UInt64>
    private let firstRow: UInt32
    private let firstColumn: UInt32
    private let words: Int

    init(
        _ list: PinnedList, source: Int, rows: Int, columns: Int, _ tables: PinnedTables
    ) {
        self.source = source
        target = list.group
        words = (columns + 63) / 64
        bits = tables.allocate(UInt64.self, rows * words)
        bits.initialize(repeating: 0, count: rows * words)
        firstRow = list.first
        firstColumn = list.groupStart
        for row in 0..<rows {
            let own = bits + row &* words
            for entry in Int(list.offsets[row])..<Int(list.offsets[row &+ 1]) {
                let column = Int(list.neighbours[entry] &- firstColumn)
                own[column >> 6] |= 1 &<< UInt64(truncatingIfNeeded: column & 63)
            }
        }
    }

    /// 1 where they are, else 0.
    @inline(__always)
    func bit(_ row: UInt32, _ column: UInt32) -> Int {
        let place = Int(column &- firstColumn)
        let word = bits[Int(row &- firstRow) &* words &+ place &>> 6]
        return Int(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: place & 63) & 1)
    }
}

/// Turns the levels of a program into pointers.
private struct CorePinning {
    private let run: CountRun
    private let starts: UnsafeMutableBufferPointer<UInt32>

    init(_ run: CountRun) {
        self.run = run
        starts = run.tables.copy(run.base.groups.map(\.range.lowerBound))
    }

    private var groups: Range<Int> { run.base.groups.indices }

    func level(_ level: CoreProgram.Level) -> CoreLevel {
        CoreLevel(
            driver: level.driver.map(link), checks: run.tables.copy(level.checks.map(check)),
            keys: run.tables.copy(level.keys.map(key)),
            numbers: run.tables.copy(
                groups.map { group in
                    run.numbers(level.slots.first { $0.group == group }?.slot)
                }), carried: run.tables.copy(level.carried), starts: starts,
            isWeighted: level.isWeighted, isMerge: level.isMerge)
    }

    private func link(_ link: CoreProgram.Link) -> CoreLevel.Link {
        let lists = groups.map { group in
            run.tables.copy((link.byGroup[group] ?? []).map { run.pinned($0.list, $0.shape) })
        }
        return CoreLevel.Link(from: link.from, byGroup: run.tables.copy(lists))
    }

    private func check(_ check: CoreProgram.Check) -> CoreLevel.Check {
        let link = link(check.link)
        var matrix: PairMatrix?
        if check.hasMatrix,
            let (source, targets) = check.link.byGroup.first(where: {
                !$0.value.isEmpty
            })
        {
            matrix = PairMatrix(
                link.byGroup[source][0], source: source, rows: run.base.groups[source].range.count,
                columns: run.base.groups[targets[0].group].range.count, run.tables)
        }
        return CoreLevel.Check(link: link, isExistence: check.isExistence, matrix: matrix)
    }

    private func key(_ key: CoreProgram.Key) -> CoreLevel.Key {
        CoreLevel.Key(
            from: key.from, own: run.tables.copy(spread(key.own)),
            other: run.tables.copy(spread(key.other)))
    }

    private func spread(_ keys: [Int: Int]) -> [UnsafePointer<UInt32>?] {
        groups.map { group in keys[group].flatMap { run.keys[$0] } }
    }
}
