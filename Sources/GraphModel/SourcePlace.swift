/// A stretch of a source text, as byte offsets into its UTF-8 form (half-open).
public struct SourceRange: Sendable, Hashable {
    /// Offset of the first byte.
    public var start: Int
    /// Offset one past the last byte.
    public var end: Int

    /// Creates a range from its first byte to one past its last.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    /// The smallest range that covers both.
    public func union(_ other: SourceRange) -> SourceRange {
        SourceRange(min(start, other.start), max(end, other.end))
    }

    /// The empty range at the start of a text, for what has no place of its own.
    public static let none = SourceRange(0, 0)
}

/// Where something stands for a person: file, 1-based line, 1-based column in characters.
public struct SourcePlace: Sendable, Hashable {
    /// Name of the file, or nil for text typed in.
    public var file: String?
    /// Line, from 1.
    public var line: Int
    /// Column in characters (grapheme clusters), from 1; 0 where only the line is known.
    public var column: Int
    /// How many characters are meant, at least 1.
    public var length: Int
    /// The whole line as it stands in the source, without its line end; nil where not at hand.
    public var excerpt: String?

    /// Creates a place; see the properties for the units.
    public init(
        file: String? = nil, line: Int, column: Int = 0, length: Int = 1, excerpt: String? = nil
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.length = length
        self.excerpt = excerpt
    }
}

/// A text with the means to turn byte ranges into places.
public struct SourceText: Sendable {
    /// The text itself.
    public let text: String
    /// Name of the file it came from, or nil.
    public let file: String?

    /// Wraps a text and the name of its file.
    public init(_ text: String, file: String? = nil) {
        self.text = text
        self.file = file
    }

    /// The place of a byte range: line and column of its start, length up to its end or the line's.
    public func place(of range: SourceRange) -> SourcePlace {
        let bytes = text.utf8
        let limit = bytes.count
        let start = min(max(range.start, 0), limit)
        let end = min(max(range.end, start), limit)
        let startIndex = bytes.index(bytes.startIndex, offsetBy: start)
        let head = text[..<startIndex]
        let lineStart =
            head.utf8.lastIndex(of: 10).map { bytes.index(after: $0) } ?? text.startIndex
        let lineEnd = text[startIndex...].utf8.firstIndex(of: 10) ?? text.endIndex
        let endIndex = min(bytes.index(bytes.startIndex, offsetBy: end), lineEnd)
        let line = head.utf8.reduce(into: 1) { count, byte in count += byte == 10 ? 1 : 0 }
        var excerpt = String(text[lineStart..<lineEnd])
        if excerpt.utf8.last == 13 { excerpt.removeLast() }
        let length = startIndex < endIndex ? text[startIndex..<endIndex].count : 1
        return SourcePlace(
            file: file, line: line, column: text[lineStart..<startIndex].count + 1,
            length: max(length, 1), excerpt: excerpt)
    }

    /// The text of a byte range.
    public func slice(_ range: SourceRange) -> String {
        let bytes = text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: min(range.start, bytes.count))
        let end = bytes.index(bytes.startIndex, offsetBy: min(range.end, bytes.count))
        return start < end ? String(text[start..<end]) : ""
    }
}
