import CSearch
import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

/// Search for one text in another by their UTF-8 bytes, which finds exactly the same scalars.
enum ByteSearch {
    /// Whether a text has a part.
    static func find(_ part: String, in text: String) -> Bool {
        offset(of: part, in: text, from: 0, to: text.utf8.count) != nil
    }

    /// Where a part begins at or after a position, nil where it does not end before another.
    static func offset(of part: String, in text: String, from start: Int, to end: Int) -> Int? {
        let found = part.utf8.withContiguousStorageIfAvailable { needle in
            text.utf8.withContiguousStorageIfAvailable { hay in
                offset(of: needle, in: UnsafeBufferPointer(rebasing: hay[start..<end]))
                    .map { $0 + start }
            }
        }
        if case .some(.some(let result)) = found { return result }
        // Only a text lent by a foreign library is not contiguous.
        var (part, text) = (part, text)
        part.makeContiguousUTF8()
        text.makeContiguousUTF8()
        return offset(of: part, in: text, from: start, to: end)
    }

    /// Where a part begins.
    static func offset(
        of needle: UnsafeBufferPointer<UInt8>, in hay: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        guard let part = needle.baseAddress, let first = needle.first else { return 0 }
        guard let base = hay.baseAddress else { return nil }
        let last = hay.count - needle.count
        // Looking for the first byte is fastest, unless it is met again and again.
        var patience = 4 * hay.count
        var at = 0
        while at <= last, patience > 0 {
            guard let hit = memchr(base + at, Int32(first), last - at + 1) else { return nil }
            at = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
            if memcmp(base + at, part, needle.count) == 0 { return at }
            at += 1
            patience -= needle.count
        }
        guard at <= last, let hit = vv_search(base + at, hay.count - at, part, needle.count) else {
            return nil
        }
        return hit - UnsafeRawPointer(base)
    }
}

/// The places of a part in a text, one after the other, none overlapping the one before.
struct Occurrences {
    private let text: String
    private let part: String
    private let limits: any WorkLimits
    private var at = 0

    /// - Parameter part: A text that is not empty.
    init(of part: String, in text: String, limits: any WorkLimits) {
        self.text = text
        self.part = part
        self.limits = limits
    }

    /// The next place, in bytes.
    mutating func next() throws(Diagnostic) -> Int? {
        let (count, length) = (text.utf8.count, part.utf8.count)
        // A window must be wider than the part for the search to get on.
        let window = max(LongText.piece * 16, 4 * length)
        while count - at >= length {
            try limits.step(1)
            let end = min(count, at + window)
            if let found = ByteSearch.offset(of: part, in: text, from: at, to: end) {
                at = found + length
                return found
            }
            if end == count { break }
            try limits.check()
            at = end - length + 1
        }
        at = count
        return nil
    }
}
