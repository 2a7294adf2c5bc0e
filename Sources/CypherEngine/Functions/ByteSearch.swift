import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

/// Search for one text in another by their UTF-8 bytes, which finds exactly the same scalars.
enum ByteSearch {
    /// Whether a text has a part.
    static func find(_ part: String, in text: String) -> Bool {
        let found = part.utf8.withContiguousStorageIfAvailable { needle in
            text.utf8.withContiguousStorageIfAvailable { hay in
                offset(of: needle, in: hay, from: 0) != nil
            }
        }
        if case .some(.some(let result)) = found { return result }
        return !pieces(of: text, separatedBy: part).dropFirst().isEmpty || part.isEmpty
    }

    /// Where a part begins at or after a position.
    static func offset(
        of needle: UnsafeBufferPointer<UInt8>, in hay: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        guard let part = needle.baseAddress, let first = needle.first else { return start }
        guard let base = hay.baseAddress else { return nil }
        let last = hay.count - needle.count
        var at = start
        while at <= last {
            guard let hit = memchr(base + at, Int32(first), last - at + 1) else { return nil }
            at = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
            if memcmp(base + at, part, needle.count) == 0 { return at }
            at += 1
        }
        return nil
    }

    /// The pieces of a text between the occurrences of a separator that is not empty.
    static func pieces(of text: String, separatedBy separator: String) -> [String] {
        let bytes = Array(text.utf8)
        let needle = Array(separator.utf8)
        var pieces: [String] = []
        var start = 0
        bytes.withUnsafeBufferPointer { hay in
            needle.withUnsafeBufferPointer { part in
                while !part.isEmpty, let found = offset(of: part, in: hay, from: start) {
                    pieces.append(String(decoding: hay[start..<found], as: UTF8.self))
                    start = found + part.count
                }
            }
        }
        pieces.append(String(decoding: bytes[start...], as: UTF8.self))
        return pieces
    }
}
