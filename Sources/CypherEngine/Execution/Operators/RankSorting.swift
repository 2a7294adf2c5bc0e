/// Rows in the order of a number each has; rows of one number stay as they came.
struct RankSorting {
    /// Fewer rows are sorted by comparing.
    private static let radixMinimum = 512
    private static let digits = 8

    private struct Entry: BitwiseCopyable {
        let rank: UInt64
        let row: Int
    }

    private var entries: [Entry]
    private let guardian: QueryGuard

    private init(_ ranks: [UInt64], _ guardian: QueryGuard) {
        entries = ranks.withUnsafeBufferPointer { ranks in
            [Entry](rows: ranks.count) { Entry(rank: ranks[$0], row: $0) }
        }
        self.guardian = guardian
    }

    /// The rows in order.
    static func rows(_ ranks: [UInt64], _ guardian: QueryGuard) throws -> [Int] {
        var sorting = RankSorting(ranks, guardian)
        if ranks.count < radixMinimum {
            try sorting.compare()
        } else {
            try sorting.distribute()
        }
        return sorting.entries.withUnsafeBufferPointer { entries in
            [Int](rows: entries.count) { entries[$0].row }
        }
    }

    private mutating func compare() throws {
        let guardian = guardian
        try entries.sort { a, b in
            try guardian.step()
            return a.rank != b.rank ? a.rank < b.rank : a.row < b.row
        }
    }

    /// Byte after byte from the lowest, each time all rows by that byte in one pass; a byte that is
    /// the same in all rows is left out.
    private mutating func distribute() throws {
        let counts = countDigits()
        var other = entries
        for digit in 0..<Self.digits {
            let own = counts[digit << 8..<(digit + 1) << 8]
            if own.contains(entries.count) { continue }
            try guardian.check()
            var place = 0
            var places = own.map { count in
                defer { place += count }
                return place
            }
            let shift = UInt64(8 * digit)
            places.withUnsafeMutableBufferPointer { places in
                other.withUnsafeMutableBufferPointer { target in
                    for entry in entries {
                        let byte = Int(truncatingIfNeeded: entry.rank &>> shift & 0xFF)
                        target[places[byte]] = entry
                        places[byte] &+= 1
                    }
                }
            }
            swap(&entries, &other)
        }
    }

    /// How often each byte stands at each place: 256 numbers a place.
    private func countDigits() -> [Int] {
        var counts = [Int](repeating: 0, count: Self.digits << 8)
        counts.withUnsafeMutableBufferPointer { counts in
            for entry in entries {
                for digit in 0..<Self.digits {
                    let byte = entry.rank &>> UInt64(truncatingIfNeeded: 8 &* digit) & 0xFF
                    counts[digit << 8 | Int(truncatingIfNeeded: byte)] &+= 1
                }
            }
        }
        return counts
    }
}
