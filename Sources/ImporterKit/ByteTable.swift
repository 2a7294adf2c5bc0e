#if canImport(Glibc)
    import Glibc
#endif

/// A map from byte strings to 32-bit numbers by open addressing.
///
/// A string lies with its number and length in one array of bytes, so that a look-up touches two
/// places in memory: the slot and the string.
public struct ByteTable: Sendable {
    /// Marks an empty slot.
    private static let free = UInt64.max
    /// Bytes before each string: its number and its length.
    private static let header = 8

    private var bytes: [UInt8] = []
    /// Where the string's header lies in the lower 40 bits, 24 bits of the hash above.
    private var slots = [UInt64](repeating: free, count: 64)
    /// Differs between runs, so that no file can be made to collide.
    private let seed = UInt64.random(in: .min ... .max)
    /// How many strings are known.
    public private(set) var count = 0

    /// An empty table.
    public init() {}

    /// The number of a string; where it has none, the one that `make` gives it.
    ///
    /// - Precondition: the string has less than 4 GiB.
    @inline(__always)
    public mutating func find(_ key: Span<UInt8>, orInsert make: () -> UInt32) -> UInt32 {
        let hash = hash(key)
        let at = slot(of: key, hash)
        if slots[at] != Self.free { return word(at: Self.offset(slots[at])) }
        let number = make()
        insert(key, hash, at, number)
        return number
    }

    /// Gives a string another number, a new one where it is not known.
    public mutating func update(_ key: Span<UInt8>, _ number: UInt32) {
        let hash = hash(key)
        let at = slot(of: key, hash)
        if slots[at] == Self.free {
            insert(key, hash, at, number)
        } else {
            let offset = Self.offset(slots[at])
            bytes.withUnsafeMutableBytes {
                $0.storeBytes(of: number, toByteOffset: offset, as: UInt32.self)
            }
        }
    }

    /// Calls with every string and its number, in the order they came.
    public func visit(_ body: (String, UInt32) -> Void) {
        var offset = 0
        while offset < bytes.count {
            let end = offset + Self.header + Int(word(at: offset + 4))
            let text = String(decoding: bytes[offset + Self.header..<end], as: UTF8.self)
            body(text, word(at: offset))
            offset = end
        }
    }

    @inline(__always)
    private static func offset(_ slot: UInt64) -> Int {
        Int(truncatingIfNeeded: slot & 0xFF_FFFF_FFFF)
    }

    @inline(__always)
    private static func slot(_ hash: UInt64, _ offset: Int) -> UInt64 {
        (hash & ~0xFF_FFFF_FFFF) | UInt64(offset)
    }

    @inline(__always)
    private func word(at offset: Int) -> UInt32 {
        bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self) }
    }

    /// The slot of a string, or the free one where it belongs.
    @inline(__always)
    private func slot(of key: Span<UInt8>, _ hash: UInt64) -> Int {
        let mask = slots.count - 1
        var at = Int(truncatingIfNeeded: hash) & mask
        while slots[at] != Self.free {
            if slots[at] >> 40 == hash >> 40, holds(Self.offset(slots[at]), key) { return at }
            at = (at + 1) & mask
        }
        return at
    }

    @inline(__always)
    private func holds(_ offset: Int, _ key: Span<UInt8>) -> Bool {
        guard Int(word(at: offset + 4)) == key.count else { return false }
        return bytes.withUnsafeBufferPointer { own in
            key.withUnsafeBufferPointer { given in
                guard let left = own.baseAddress, let right = given.baseAddress else { return true }
                return memcmp(left + offset + Self.header, right, given.count) == 0
            }
        }
    }

    private mutating func insert(
        _ key: Span<UInt8>, _ hash: UInt64, _ at: Int, _ number: UInt32
    ) {
        slots[at] = Self.slot(hash, bytes.count)
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: UInt32(key.count)) { bytes.append(contentsOf: $0) }
        key.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        count += 1
        if count * 10 > slots.count * 7 { grow() }
    }

    private mutating func grow() {
        slots = [UInt64](repeating: Self.free, count: slots.count * 2)
        let mask = slots.count - 1
        var offset = 0
        while offset < bytes.count {
            let length = Int(word(at: offset + 4))
            let start = offset + Self.header
            let hash: UInt64 = bytes.withUnsafeBufferPointer { own in
                self.hash(UnsafeBufferPointer(rebasing: own[start..<start + length]).span)
            }
            var at = Int(truncatingIfNeeded: hash) & mask
            while slots[at] != Self.free { at = (at + 1) & mask }
            slots[at] = Self.slot(hash, offset)
            offset = start + length
        }
    }

    /// Eight bytes at a time, folded by a wide product.
    private func hash(_ key: Span<UInt8>) -> UInt64 {
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
        return state
    }

    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }
}
