import ImporterKit

/// One field of a row, as positions in the file.
struct CSVField {
    /// Position of its first byte, within the quotes if it has any.
    var start: Int
    /// Position after its last byte.
    var end: Int
    /// Whether it stands in quotes.
    var isQuoted = false
    /// Whether it holds doubled quotes.
    var hasEscapes = false

    /// Its bytes.
    var range: Range<Int> { start..<end }
    /// Whether it says nothing: empty and not quoted.
    var isMissing: Bool { start == end && !isQuoted }
}

/// Splits a file into rows and fields after RFC 4180, with either line end and any delimiter.
struct CSVRowReader {
    /// What a step found.
    enum Step: Equatable {
        case row
        case end
        /// A quoted field that is not closed, or goes on after its closing quote.
        case unclosedQuote(at: Int)
        case textAfterQuote(at: Int)
    }

    let bytes: ByteView
    let delimiter: UInt8
    let comment: UInt8?
    /// Where the next row starts.
    private(set) var position: Int
    /// The line the next row starts on.
    private(set) var nextLine: Int
    /// The line the current row starts on.
    private(set) var line: Int

    init(bytes: ByteView, start: Int, line: Int, delimiter: UInt8, comment: UInt8?) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.comment = comment
        position = start
        self.line = line
        nextLine = line
    }

    /// Goes on after rows that were read in another way.
    mutating func skip(to position: Int, lines: Int) {
        self.position = position
        nextLine += lines
    }

    /// Reads the next row that is neither empty nor a comment.
    mutating func next(_ fields: inout [CSVField]) -> Step {
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
    private mutating func plainField(_ fields: inout [CSVField]) -> Step? {
        let start = position
        var end = start
        while end < bytes.count {
            let byte = bytes[end]
            if byte == delimiter {
                fields.append(CSVField(start: start, end: end))
                position = end + 1
                return nil
            }
            if byte == 0x0A { break }
            end += 1
        }
        position = min(end + 1, bytes.count)
        nextLine += 1
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        fields.append(CSVField(start: start, end: end))
        return .row
    }

    private mutating func quotedField(_ fields: inout [CSVField]) -> Step? {
        let start = position + 1
        var field = CSVField(start: start, end: start, isQuoted: true)
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
