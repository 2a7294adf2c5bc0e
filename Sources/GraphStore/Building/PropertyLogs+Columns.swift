/// A stretch of elements with a column of its own: a node group or a segment.
struct ColumnRange {
    let start: UInt32
    let count: Int
}

/// Finds the range of a position; quick where the next one lies in the same range.
private struct RangeFinder {
    private let starts: [UInt32]
    private let end: UInt32
    private var index = 0
    private var current: Range<UInt32> = 0..<0

    init(_ ranges: [ColumnRange]) {
        starts = ranges.map(\.start)
        end = ranges.last.map { $0.start + UInt32($0.count) } ?? 0
    }

    @inline(__always)
    mutating func find(_ position: UInt32) -> (range: Int, index: Int) {
        if !current.contains(position) {
            index = starts.lastIndex(notAbove: position)
            current = starts[index]..<(index + 1 < starts.count ? starts[index + 1] : end)
        }
        return (index, Int(position &- current.lowerBound))
    }
}

extension PropertyLogs {
    /// The columns of each range, given where each logged element went.
    ///
    /// - Parameters:
    ///   - ranges: The groups or segments, ascending by start, without gaps.
    ///   - positionOf: The position of an element by its ordinal; nil where they are the same.
    func columns(
        ranges: [ColumnRange], positionOf: [UInt32]?, pool: StringPool
    ) -> [ColumnSet] {
        var sets = [ColumnSet](repeating: ColumnSet(), count: ranges.count)
        for (key, given) in logs.enumerated() where given.count > 0 {
            let log = given.collected(pool)
            var assemblers = log.assemblers(ranges, positionOf)
            var finder = RangeFinder(ranges)
            for at in 0..<log.count {
                let ordinal = log.ordinal(at: at)
                let place = finder.find(positionOf?[Int(ordinal)] ?? ordinal)
                assemblers[place.range].put(
                    place.index, log.kind(at: at), log.payloads[at], log, pool)
            }
            for range in ranges.indices {
                if let column = assemblers[range].finish() {
                    sets[range].append(KeyID(UInt32(key)), column)
                }
            }
        }
        return sets
    }
}

extension PropertyLog {
    /// An assembler for each range, made for what will come.
    fileprivate func assemblers(
        _ ranges: [ColumnRange], _ positionOf: [UInt32]?
    ) -> [ColumnAssembler] {
        var entries = [Int](repeating: 0, count: ranges.count)
        var kinds = [UInt8](repeating: 0, count: ranges.count)
        var finder = RangeFinder(ranges)
        for at in 0..<count {
            let ordinal = ordinal(at: at)
            let range = finder.find(positionOf?[Int(ordinal)] ?? ordinal).range
            entries[range] += 1
            kinds[range] |= kind(at: at).bit
        }
        return ranges.indices.map {
            ColumnAssembler(slots: ranges[$0].count, entries: entries[$0], kinds: kinds[$0])
        }
    }
}
