/// A map from byte strings to 32-bit numbers by open addressing; the bytes lie in one array.
struct ByteTable {
    /// Marks an empty slot.
    static let absent = UInt32.max

    /// One known string.
    private struct Entry {
        var hash: UInt32
        var number: UInt32
        var start: Int
        var length: Int
    }

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []
    private var slots = [UInt32](repeating: absent, count: 64)
    /// Differs between runs, so that no file can be made to collide.
    private let seed = UInt64.random(in: .min ... .max)

    /// How many strings are known.
    var count: Int { entries.count }

    /// The number of a string; where it has none, the one that `make` gives it.
    @inline(__always)
    mutating func find(_ key: Span<UInt8>, orInsert make: () -> UInt32) -> UInt32 {
        let hash = hash(key)
        let mask = slots.count - 1
        var at = Int(hash) & mask
        while slots[at] != Self.absent {
            let entry = entries[Int(slots[at])]
            if entry.hash == hash, entry.length == key.count, holds(entry, key) {
                return entry.number
            }
            at = (at + 1) & mask
        }
        let number = make()
        slots[at] = UInt32(entries.count)
        entries.append(
            Entry(hash: hash, number: number, start: bytes.count, length: key.count))
        key.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        if entries.count * 10 > slots.count * 7 { grow() }
        return number
    }

    /// Calls with every string and its number, in the order they came.
    func visit(_ body: (String, UInt32) -> Void) {
        for entry in entries {
            let range = entry.start..<entry.start + entry.length
            body(String(decoding: bytes[range], as: UTF8.self), entry.number)
        }
    }

    private func holds(_ entry: Entry, _ key: Span<UInt8>) -> Bool {
        let own = bytes.span
        for index in 0..<entry.length where own[entry.start + index] != key[index] {
            return false
        }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: Self.absent, count: slots.count * 2)
        let mask = slots.count - 1
        for (index, entry) in entries.enumerated() {
            var at = Int(entry.hash) & mask
            while slots[at] != Self.absent { at = (at + 1) & mask }
            slots[at] = UInt32(index)
        }
    }

    /// Eight bytes at a time, folded by a wide product.
    private func hash(_ key: Span<UInt8>) -> UInt32 {
        var state = seed ^ UInt64(truncatingIfNeeded: key.count)
        let bytes = key.bytes
        var at = 0
        while at + 8 <= bytes.byteCount {
            let word = bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
            state = ByteTable.fold(state ^ word, 0x9E37_79B9_7F4A_7C15)
            at += 8
        }
        var rest: UInt64 = 0
        while at < bytes.byteCount {
            rest = rest << 8 | UInt64(key[at])
            at += 1
        }
        state = ByteTable.fold(state ^ rest, 0xD6E8_FEB8_6659_FD93)
        return UInt32(truncatingIfNeeded: state ^ state >> 32)
    }

    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
