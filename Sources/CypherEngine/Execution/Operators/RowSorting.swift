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

    private struct Entry {
        let rank: UInt64
        let row: Int
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
        guard let ranks = columns.first.flatMap({ Self.ranks($0, keys[0]) }) else {
            let texts = columns.first.flatMap { textRanks($0, keys[0]) }
            return try texts.map { try sorted(by: $0, from: 0, guardian) }
                ?? sorted(by: [UInt64](repeating: 0, count: count), from: 0, guardian)
        }
        return try sorted(by: ranks.items, from: 1, guardian)
    }

    /// By rank, then by the columns from one on.
    private func sorted(
        by ranks: [UInt64], from first: Int, _ guardian: QueryGuard
    ) throws -> [Int] {
        var entries = ranks.indices.map { Entry(rank: ranks[$0], row: $0) }
        if first == columns.count {
            try entries.sort { a, b in
                try guardian.step()
                return a.rank != b.rank ? a.rank < b.rank : a.row < b.row
            }
        } else {
            let rest = (first..<columns.count).map { index in
                (values: columns[index].expanded(count: count), key: keys[index])
            }
            try entries.sort { a, b in
                if a.rank != b.rank { return a.rank < b.rank }
                for (values, key) in rest {
                    try guardian.step(over: values[a.row])
                    let order = Self.compare(values[a.row], values[b.row], key)
                    if order != 0 { return order < 0 }
                }
                return a.row < b.row
            }
        }
        return entries.map(\.row)
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
            return Ranks(
                kind: .integers,
                items: items.map { (UInt64(bitPattern: Int64($0)) ^ (1 << 63)) ^ flipped })
        case .floats(let items):
            return Ranks(kind: .floats, items: items.map { rank($0) ^ flipped })
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
                let end = offsets[Int(id) &+ 1]
                var rank: UInt64 = 0
                for index in start..<start &+ 8 {
                    rank = rank << 8 | (index < end ? UInt64(bytes[index]) : 0)
                }
                return rank ^ flipped
            }
        }
    }
}
