import GraphModel
import GraphStore

/// Orders rows by columns. The first column is brought down to one number a row where its type
/// allows it; what that leaves undecided goes the long way.
struct RowSorting {
    /// One thing to sort by.
    struct Key {
        let isDescending: Bool
        let nullsFirst: Bool?
    }

    /// Numbers in the order of a column's values; those of different kinds do not compare.
    struct Ranks {
        enum Kind {
            case integers
            case floats
        }

        let kind: Kind
        let items: [UInt64]
    }

    private let keys: [Key]
    private let columns: [Column]
    private let count: Int

    init(_ columns: [Column], _ keys: [Key], count: Int) {
        self.columns = columns
        self.keys = keys
        self.count = count
    }

    /// The rows in order; equal ones as they came.
    func sorted(_ guardian: QueryGuard) throws -> [Int] {
        guard let column = columns.first else { return Array(0..<count) }
        if let ranks = Self.ranks(column, keys[0]) {
            return try sorted(by: ranks.items, from: 1, guardian)
        }
        let ranks = textRanks(column, keys[0]) ?? [UInt64](repeating: 0, count: count)
        return try sorted(by: ranks, from: 0, guardian)
    }

    /// By rank, then by the columns from one on.
    private func sorted(
        by ranks: [UInt64], from first: Int, _ guardian: QueryGuard
    ) throws -> [Int] {
        var rows = try RankSorting.rows(ranks, guardian)
        if first == columns.count { return rows }
        var comparisons: [Comparison]?
        var start = 0
        while start < count {
            var end = start + 1
            while end < count, ranks[rows[end]] == ranks[rows[start]] { end += 1 }
            if end - start > 1 {
                let known = comparisons ?? (first..<columns.count).map(comparison)
                comparisons = known
                try rows[start..<end].sort { a, b in
                    for comparison in known {
                        let order = try comparison.order(a, b, guardian)
                        if order != 0 { return order < 0 }
                    }
                    return a < b
                }
            }
            start = end
        }
        return rows
    }

    private func comparison(_ index: Int) -> Comparison {
        let column = columns[index]
        let key = keys[index]
        if let ranks = Self.ranks(column, key) { return .ranks(ranks.items) }
        if case .strings(let ids, let pool) = column, !ids.contains(StringPool.absent) {
            return .texts(ids, pool, isDescending: key.isDescending)
        }
        return .values(column.expanded(count: count), key)
    }

    /// How two rows compare in one column.
    private enum Comparison {
        case ranks([UInt64])
        case texts([UInt32], StringPool, isDescending: Bool)
        case values([Value], Key)

        @inline(__always)
        func order(_ a: Int, _ b: Int, _ guardian: QueryGuard) throws -> Int {
            switch self {
            case .ranks(let ranks):
                try guardian.step()
                return ranks[a] == ranks[b] ? 0 : ranks[a] < ranks[b] ? -1 : 1
            case .texts(let ids, let pool, let isDescending):
                try guardian.step()
                let order = RowSorting.compare(ids[a], ids[b], pool)
                return isDescending ? -order : order
            case .values(let values, let key):
                try guardian.step(over: values[a])
                return RowSorting.compare(values[a], values[b], key)
            }
        }
    }

    /// The order of two texts, by their bytes.
    private static func compare(_ a: UInt32, _ b: UInt32, _ pool: StringPool) -> Int {
        if a == b { return 0 }
        return pool.withUTF8(of: a) { left in
            pool.withUTF8(of: b) { right in left.byteOrder(to: right) }
        }
    }

    private static func compare(_ a: Value, _ b: Value, _ key: Key) -> Int {
        if let nullsFirst = key.nullsFirst, a.isNull != b.isNull {
            return a.isNull == nullsFirst ? -1 : 1
        }
        let order = Value.order(a, b)
        return key.isDescending ? -order : order
    }

    // MARK: Ranks

    /// Numbers that are in the order of the column's values, equal for equal ones; nil where its
    /// type has none.
    static func ranks(_ column: Column, _ key: Key) -> Ranks? {
        let flipped: UInt64 = key.isDescending ? .max : 0
        switch column {
        case .integers(let items):
            let ranks = items.withUnsafeBufferPointer { items in
                [UInt64](rows: items.count) {
                    (UInt64(bitPattern: Int64(items[$0])) ^ (1 << 63)) ^ flipped
                }
            }
            return Ranks(kind: .integers, items: ranks)
        case .floats(let items):
            let ranks = items.withUnsafeBufferPointer { items in
                [UInt64](rows: items.count) { rank(items[$0]) ^ flipped }
            }
            return Ranks(kind: .floats, items: ranks)
        default: return nil
        }
    }

    /// Not a number comes after all numbers; both zeros are one.
    @inline(__always)
    private static func rank(_ number: Double) -> UInt64 {
        if number.isNaN { return .max }
        let bits = (number == 0 ? 0.0 : number).bitPattern
        return bits >> 63 == 1 ? ~bits : bits | 1 << 63
    }

    /// Numbers made of how texts begin: in order where they differ, undecided where they do not.
    private func textRanks(_ column: Column, _ key: Key) -> [UInt64]? {
        guard case .strings(let ids, let pool) = column, !ids.contains(StringPool.absent) else {
            return nil
        }
        let flipped: UInt64 = key.isDescending ? .max : 0
        return pool.withStorage { bytes, offsets in
            ids.map { id in
                let start = offsets[Int(id)]
                let length = offsets[Int(id) &+ 1] &- start
                // Eight bytes at once where the pool has them, less those of the next text.
                if start &+ 8 <= bytes.count {
                    let word = UInt64(
                        bigEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
                            fromByteOffset: start, as: UInt64.self))
                    let own = length >= 8 ? word : word & ~(UInt64.max >> UInt64(8 &* length))
                    return own ^ flipped
                }
                var rank: UInt64 = 0
                for index in 0..<8 {
                    rank = rank << 8 | (index < length ? UInt64(bytes[start &+ index]) : 0)
                }
                return rank ^ flipped
            }
        }
    }
}
