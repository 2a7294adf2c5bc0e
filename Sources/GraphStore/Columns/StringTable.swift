#if canImport(Glibc)
    import Glibc
#endif

/// An open-addressing hash table from texts to their numbers.
///
/// It keeps 32 bits of each hash beside the number, so that it grows without reading the texts
/// again and compares bytes almost only where they are equal.
struct StringTable: Sendable {
    /// The hash's upper half and the number; `free` where empty.
    private var slots: [UInt64]
    private var used = 0

    private static let free = UInt64.max

    init(capacity: Int) {
        var size = 16
        while size * 3 < capacity * 4 { size *= 2 }
        slots = [UInt64](repeating: StringTable.free, count: size)
    }

    /// The table of texts that lie end to end.
    init(bytes: [UInt8], offsets: [Int]) {
        self.init(capacity: offsets.count - 1)
        bytes.withUnsafeBufferPointer { bytes in
            for id in 0..<offsets.count - 1 {
                let text = UnsafeBufferPointer(rebasing: bytes[offsets[id]..<offsets[id + 1]])
                insert(StringTable.hash(text), UInt32(id))
            }
        }
    }

    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        Hashing.bytes(UnsafeRawBufferPointer(text), seed: Hashing.seed)
    }

    /// Whether a text is what stands at a place among others.
    @inline(__always)
    static func areEqual(
        _ text: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>,
        _ range: Range<Int>
    ) -> Bool {
        guard range.count == text.count else { return false }
        guard let left = text.baseAddress, let right = bytes.baseAddress else { return true }
        return memcmp(left, right + range.lowerBound, text.count) == 0
    }

    /// The number of a text, given its hash and a way to compare with the text of a number.
    @inline(__always)
    func find(_ hash: UInt64, where isEqual: (UInt32) -> Bool) -> UInt32? {
        let mask = slots.count - 1
        let mark = hash >> 32
        var at = Int(truncatingIfNeeded: mark) & mask
        while true {
            let slot = slots[at]
            if slot == StringTable.free { return nil }
            if slot >> 32 == mark {
                let number = UInt32(truncatingIfNeeded: slot)
                if isEqual(number) { return number }
            }
            at = (at + 1) & mask
        }
    }

    /// Enters a text that is not there yet.
    mutating func insert(_ hash: UInt64, _ number: UInt32) {
        if (used + 1) * 4 > slots.count * 3 { grow() }
        place((hash & ~0xFFFF_FFFF) | UInt64(number))
        used += 1
    }

    private mutating func place(_ slot: UInt64) {
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: slot >> 32) & mask
        while slots[at] != StringTable.free { at = (at + 1) & mask }
        slots[at] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: StringTable.free, count: old.count * 2)
        for slot in old where slot != StringTable.free { place(slot) }
    }
}
