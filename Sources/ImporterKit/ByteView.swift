#if canImport(Glibc)
    import Glibc
#endif

/// Bytes lent by a `FileContent`, with every access checked.
///
/// A parser walks over one with plain positions. It is valid only within the closure that lent it.
@frozen
public struct ByteView {
    @usableFromInline let base: UnsafePointer<UInt8>
    /// Number of bytes.
    public let count: Int

    /// Views the memory; the empty buffer gives an empty view.
    @inlinable
    public init(_ bytes: UnsafeRawBufferPointer) {
        count = bytes.count
        if let start = bytes.baseAddress {
            base = start.assumingMemoryBound(to: UInt8.self)
        } else {
            base = ByteView.nothing
        }
    }

    /// An address that is never read, for the empty view.
    @usableFromInline static var nothing: UnsafePointer<UInt8> {
        UnsafePointer(bitPattern: 1).unsafelyUnwrapped
    }

    /// The byte at a position.
    @inlinable
    public subscript(_ position: Int) -> UInt8 {
        precondition(UInt(bitPattern: position) < UInt(bitPattern: count), "position out of bounds")
        return base[position]
    }

    /// The byte at a position, -1 at or past the end.
    @inlinable
    public func peek(_ position: Int) -> Int {
        UInt(bitPattern: position) < UInt(bitPattern: count) ? Int(base[position]) : -1
    }

    /// Position of the first such byte at or after a position; `count` where there is none.
    public func firstIndex(of byte: UInt8, from position: Int) -> Int {
        guard position >= 0, position < count,
            let found = memchr(base + position, Int32(byte), count - position)
        else { return count }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// How often a byte occurs in a range.
    public func occurrences(of byte: UInt8, in range: Range<Int>) -> Int {
        var total = 0
        for position in checked(range) where base[position] == byte { total += 1 }
        return total
    }

    /// Whether the bytes at a position are those of an ASCII text.
    public func starts(with text: StaticString, at position: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard position >= 0, position + length <= count else { return false }
        return memcmp(base + position, text.utf8Start, length) == 0
    }

    /// The text of a range; what is not UTF-8 becomes U+FFFD.
    public func text(_ range: Range<Int>) -> String {
        String(decoding: buffer(range), as: UTF8.self)
    }

    /// The text of a range, nil where it is not UTF-8.
    public func validText(_ range: Range<Int>) -> String? {
        String(validating: buffer(range), as: UTF8.self)
    }

    /// Lends a range as a span.
    @inlinable
    public func withSpan<Result>(
        _ range: Range<Int>, _ body: (Span<UInt8>) throws -> Result
    ) rethrows -> Result {
        try body(buffer(range).span)
    }

    /// Lends the bytes to a C function for the length of a call.
    public func withPointer<Result>(
        _ body: (UnsafePointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        try body(base)
    }

    /// Where the character begins that a byte belongs to; the byte itself where it belongs to none.
    public func characterStart(at position: Int) -> Int {
        var start = position
        while start > max(0, position - 3), start < count, self[start] & 0xC0 == 0x80 { start -= 1 }
        return start < count && self[start] >= 0xC0 ? start : position
    }

    /// A copy of a range.
    public func bytes(_ range: Range<Int>) -> [UInt8] { Array(buffer(range)) }

    @usableFromInline
    func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        let range = checked(range)
        return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    @usableFromInline
    func checked(_ range: Range<Int>) -> Range<Int> {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "range out of bounds")
        return range
    }
}

extension FileContent {
    /// Lends the bytes as a checked view for the length of a call.
    public func withView<Result>(_ body: (ByteView) throws -> Result) rethrows -> Result {
        try withBytes { try body(ByteView($0)) }
    }
}

extension ByteView {
    /// Whether a range is UTF-8 from end to end.
    public func isUTF8(_ range: Range<Int>) -> Bool {
        var bits: UInt8 = 0
        for position in checked(range) { bits |= base[position] }
        return bits < 0x80 || validText(range) != nil
    }
}

extension ByteView {
    /// Position of the first byte that is not UTF-8, nil where all is.
    public func firstInvalidUTF8() -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: buffer(0..<count).span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}

/// Whether two stretches of bytes are the same.
@inlinable
public func areSame(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    return left.withUnsafeBufferPointer { left in
        right.withUnsafeBufferPointer { right in
            guard let first = left.baseAddress, let second = right.baseAddress else { return true }
            return memcmp(first, second, left.count) == 0
        }
    }
}
