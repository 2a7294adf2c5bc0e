import GraphModel
import Synchronization

/// From a property's value to the nodes that have it.
///
/// Positions are grouped by the value's hash; a look-up compares the values of the few that share
/// a bucket with it. Four bytes a node and four a bucket, built in two passes.
package final class HashIndex: Sendable {
    package let key: KeyID
    private let shift: UInt64
    private let starts: [UInt32]
    private let positions: [UInt32]

    /// Indexes all nodes of a graph that have the key and a value that can be looked up.
    init(_ base: BaseGraph, key: KeyID) {
        self.key = key
        var entries: [(bucket: UInt32, node: UInt32)] = []
        var population = 0
        for set in base.content.nodeColumns { population += set.column(key)?.population ?? 0 }
        entries.reserveCapacity(population)
        let bits = UInt64(
            max(population, 2).bitWidth - (max(population, 2) - 1).leadingZeroBitCount)
        let shift = 64 - bits
        for (group, set) in zip(base.groups, base.content.nodeColumns) {
            guard let column = set.column(key) else { continue }
            column.forEachHash(base.stringPool) { index, hash in
                entries.append((UInt32(hash >> shift), group.range.lowerBound + UInt32(index)))
            }
        }
        var starts = [UInt32](repeating: 0, count: 1 << Int(bits) + 1)
        for entry in entries { starts[Int(entry.bucket) + 1] += 1 }
        for bucket in 0..<starts.count - 1 { starts[bucket + 1] += starts[bucket] }
        var next = starts
        var positions = [UInt32](repeating: 0, count: entries.count)
        for entry in entries {
            positions[Int(next[Int(entry.bucket)])] = entry.node
            next[Int(entry.bucket)] += 1
        }
        self.shift = shift
        self.starts = starts
        self.positions = positions
    }

    /// The nodes whose value may be the one with this hash, ascending.
    func candidates(hash: UInt64) -> ArraySlice<UInt32> {
        let bucket = Int(hash >> shift)
        return positions[Int(starts[bucket])..<Int(starts[bucket + 1])]
    }
}

/// Which values an index can find, their hashes and their sameness.
///
/// Only values whose equality is plain are indexed: booleans, numbers, strings, dates and local
/// times. A look-up of any other value has no index.
enum IndexedValue {
    /// The hash of a value, nil where an index cannot find it.
    static func hash(_ value: Value) -> UInt64? {
        switch value {
        case .boolean(let flag): return word(flag ? 1 : 0, 1)
        case .integer(let number): return hash(number)
        case .float(let number): return hash(number)
        case .string(var text): return text.withUTF8 { hash($0) }
        case .date(let date): return word(UInt64(bitPattern: Int64(date.days)), 5)
        case .localTime(let time): return word(UInt64(bitPattern: Int64(time.nanoseconds)), 6)
        case .localDateTime(let time): return word(UInt64(bitPattern: Int64(time.seconds)), 7)
        default: return nil
        }
    }

    static func hash(_ number: Int) -> UInt64 { word(UInt64(bitPattern: Int64(number)), 2) }

    /// A float that is a whole number has the hash of that integer, since it equals it.
    static func hash(_ number: Double) -> UInt64? {
        if number.isNaN { return nil }
        if let whole = Int(exactly: number) { return hash(whole) }
        return word(number.bitPattern, 3)
    }

    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        Hashing.bytes(UnsafeRawBufferPointer(text), seed: Hashing.seed ^ 4)
    }

    private static func word(_ value: UInt64, _ kind: UInt64) -> UInt64 {
        Hashing.fold(Hashing.word(value, seed: Hashing.seed ^ kind), 0xD6E8_FEB8_6659_FD93)
    }

    /// Whether a value is not even equal to itself.
    static func equalsNothing(_ value: Value) -> Bool {
        switch value {
        case .null: true
        case .float(let number): number.isNaN
        default: false
        }
    }

    /// Whether two values that can be indexed are equal.
    static func areEqual(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.boolean(let a), .boolean(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        case (.float(let a), .float(let b)): a == b
        case (.integer(let a), .float(let b)), (.float(let b), .integer(let a)):
            Int(exactly: b) == a
        case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
        case (.date(let a), .date(let b)): a == b
        case (.localTime(let a), .localTime(let b)): a == b
        case (.localDateTime(let a), .localDateTime(let b)): a == b
        default: false
        }
    }
}

extension PropertyColumn {
    /// Calls with the index and hash of each element whose value an index can find.
    fileprivate func forEachHash(_ pool: StringPool, _ body: (Int, UInt64) -> Void) {
        switch self {
        case .integers(let values, let presence):
            for (index, value) in values.enumerated() where presence?[index] ?? true {
                body(index, IndexedValue.hash(value))
            }
        case .strings(let ids, _):
            for (index, id) in ids.enumerated() where id != StringPool.absent {
                body(index, pool.withUTF8(of: id) { IndexedValue.hash($0) })
            }
        case .floats, .booleans, .values:
            for index in 0..<(slots ?? 0) {
                if let hash = IndexedValue.hash(value(at: index, pool)) { body(index, hash) }
            }
        case .sparse(let positions, let values):
            for (position, value) in zip(positions, values) {
                if let hash = IndexedValue.hash(value) { body(Int(position), hash) }
            }
        case .stringLists, .lines: break
        }
    }
}

extension BaseGraph {
    /// The index on a key, built on first use.
    package func index(key: KeyID) -> HashIndex {
        indexes.withLock { known in
            if let index = known[key] { return index }
            let fresh = HashIndex(self, key: key)
            known[key] = fresh
            return fresh
        }
    }
}
