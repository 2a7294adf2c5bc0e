/// Hash functions for the open-addressing tables of this module, and checksums.
package enum Hashing {
    /// Drawn once a process, so that nobody can prepare data whose keys all collide.
    static let seed = UInt64.random(in: .min ... .max)

    private static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let second: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    /// Both halves of the 128-bit product, folded.
    @inline(__always)
    static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }

    /// The hash of one word.
    @inline(__always)
    static func word(_ value: UInt64, seed: UInt64) -> UInt64 {
        fold(value ^ seed ^ first, second)
    }

    /// The hash of a byte string.
    static func bytes(_ text: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
        var hash = seed ^ fold(UInt64(truncatingIfNeeded: text.count) ^ first, second)
        guard let base = text.baseAddress else { return hash }
        var at = 0
        while at + 8 <= text.count {
            hash = fold(hash ^ base.loadUnaligned(fromByteOffset: at, as: UInt64.self), second)
            at += 8
        }
        if at < text.count {
            var tail: UInt64 = 0
            for offset in at..<text.count {
                tail = tail << 8 | UInt64(base.load(fromByteOffset: offset, as: UInt8.self))
            }
            hash = fold(hash ^ tail, second)
        }
        return fold(hash ^ first, second)
    }

    /// A checksum for stored bytes: the same in every process and part of the file format.
    ///
    /// Four sums side by side, since one would wait for each product in turn.
    package static func checksum(_ bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes(checksum)
    }

    /// The checksum of bytes that are lent.
    package static func checksum(_ buffer: UnsafeRawBufferPointer) -> Int {
        var lanes = (first, second, first &+ second, first ^ second)
        var at = 0
        while at + 32 <= buffer.count {
            lanes.0 = fold(lanes.0 ^ word(buffer, at), second)
            lanes.1 = fold(lanes.1 ^ word(buffer, at + 8), second)
            lanes.2 = fold(lanes.2 ^ word(buffer, at + 16), second)
            lanes.3 = fold(lanes.3 ^ word(buffer, at + 24), second)
            at += 32
        }
        var hash = fold(lanes.0 ^ lanes.1, first) ^ fold(lanes.2 ^ lanes.3, second)
        hash ^= self.bytes(UnsafeRawBufferPointer(rebasing: buffer[at...]), seed: first)
        return Int(truncatingIfNeeded: hash)
    }

    @inline(__always)
    private static func word(_ buffer: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
        buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    }
}
