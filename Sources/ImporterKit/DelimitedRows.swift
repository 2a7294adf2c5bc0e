/// One field of a row, as positions in the file.
public struct DelimitedField: Sendable {
    /// Position of its first byte, within the quotes if it has any.
    public var start: Int
    /// Position after its last byte.
    public var end: Int
    /// Whether it stands in quotes.
    public var isQuoted = false
    /// Whether it holds doubled quotes.
    public var hasEscapes = false

    /// Creates a field without quotes.
    public init(start: Int, end: Int, isQuoted: Bool = false) {
        self.start = start
        self.end = end
        self.isQuoted = isQuoted
    }

    /// Its bytes.
    public var range: Range<Int> { start..<end }
    /// Whether it says nothing: empty and not quoted.
    public var isMissing: Bool { start == end && !isQuoted }
}

/// Splits a file into rows and fields after RFC 4180, with either line end and any delimiter.
public struct DelimitedRowReader {
    /// What a step found.
    public enum Step: Equatable, Sendable {
        /// A row.
        case row
        /// The end of the text.
        case end
        /// A quoted field that is not closed.
        case unclosedQuote(at: Int)
        /// A quoted field that goes on after its closing quote.
        case textAfterQuote(at: Int)
    }

    let bytes: ByteView
    let delimiter: UInt8
    let comment: UInt8?
    /// Where the next row starts.
    public private(set) var position: Int
    /// The line the next row starts on.
    public private(set) var nextLine: Int
    /// The line the current row starts on.
    public private(set) var line: Int

    /// Stands at a position, which is on a line.
    public init(bytes: ByteView, start: Int, line: Int, delimiter: UInt8, comment: UInt8?) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.comment = comment
        position = start
        self.line = line
        nextLine = line
    }

    /// Goes on after rows that were read in another way.
    public mutating func skip(to position: Int, lines: Int) {
        self.position = position
        nextLine += lines
    }

    /// Reads the next row that is neither empty nor a comment.
    public mutating func next(_ fields: inout [DelimitedField]) -> Step {
        skipEmptyLines()
        fields.removeAll(keepingCapacity: true)
        guard position < bytes.count else { return .end }
        line = nextLine
        while true {
            let step =
                bytes.peek(position) == 0x22 ? quotedField(&fields) : plainField(&fields)
            if let step {
                if step != .row { skipLine() }
                return step
            }
        }
    }

    private mutating func skipEmptyLines() {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x0A {
                position += 1
                nextLine += 1
            } else if byte == 0x0D, bytes.peek(position + 1) == 0x0A {
                position += 2
                nextLine += 1
            } else if byte == comment {
                skipLine()
            } else {
                return
            }
        }
    }

    /// Goes on after the end of the line, for the row after a broken one.
    private mutating func skipLine() {
        position = min(bytes.firstIndex(of: 0x0A, from: position) + 1, bytes.count)
        nextLine += 1
    }

    /// Nil where more fields follow in the row.
    private mutating func plainField(_ fields: inout [DelimitedField]) -> Step? {
        let start = position
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if byte == delimiter {
                fields.append(DelimitedField(start: start, end: end))
                position = end + 1
                return nil
            }
            if byte == 0x0A { break }
            end += 1
        }
        position = min(end + 1, bytes.count)
        nextLine += 1
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        fields.append(DelimitedField(start: start, end: end))
        return .row
    }

    private mutating func quotedField(_ fields: inout [DelimitedField]) -> Step? {
        let start = position + 1
        var field = DelimitedField(start: start, end: start, isQuoted: true)
        var end = start
        while true {
            end = bytes.firstIndex(of: 0x22, from: end)
            if end >= bytes.count {
                let opening = position
                position = bytes.count
                return .unclosedQuote(at: opening)
            }
            if bytes.peek(end + 1) != 0x22 { break }
            field.hasEscapes = true
            end += 2
        }
        field.end = end
        fields.append(field)
        nextLine += bytes.occurrences(of: 0x0A, in: start..<end)
        return afterQuote(end + 1)
    }

    private mutating func afterQuote(_ after: Int) -> Step? {
        position = after
        switch bytes.peek(after) {
        case Int(delimiter):
            position = after + 1
            return nil
        case -1:
            return .row
        case 0x0A:
            position = after + 1
        case 0x0D where bytes.peek(after + 1) == 0x0A || bytes.peek(after + 1) < 0:
            position = min(after + 2, bytes.count)
        default:
            return .textAfterQuote(at: after)
        }
        nextLine += 1
        return .row
    }
}

extension DelimitedField {
    /// The bytes of the field with its doubled quotes halved.
    public func unescaped(_ bytes: ByteView) -> [UInt8] {
        guard hasEscapes else { return bytes.bytes(range) }
        var result: [UInt8] = []
        result.reserveCapacity(end - start)
        var position = start
        while position < end {
            result.append(bytes[position])
            position += bytes[position] == 0x22 ? 2 : 1
        }
        return result
    }

    /// The text of the field; what is not UTF-8 becomes U+FFFD.
    public func text(_ bytes: ByteView) -> String {
        hasEscapes ? String(decoding: unescaped(bytes), as: UTF8.self) : bytes.text(range)
    }
}
