import ImporterKit

/// Splits a DOT file into tokens: enough of the language to find graphs and lines, not to judge it.
struct DOTScanner {
    /// A token.
    enum Token: Equatable {
        case identifier(String, isQuoted: Bool)
        /// `->` or `--`.
        case edge
        /// One of `{ } [ ] = ; , : +`, or any other byte.
        case mark(UInt8)
        case end
    }

    private let bytes: ByteView
    private let limit: Int
    /// Where the next token is looked for.
    private(set) var position: Int
    /// The line of `position`.
    private(set) var line: Int
    /// The line the last token starts on.
    private(set) var tokenLine: Int
    /// Where a quoted text opens that is never closed, nil for none.
    private(set) var unclosedQuote: Int?
    /// Where lines begin that are remarks after `#`, since they were last asked for.
    private var remarks: [Int] = []

    init(_ bytes: ByteView, from position: Int, line: Int = 1) {
        self.bytes = bytes
        self.position = position
        self.line = line
        tokenLine = line
        limit = bytes.count
    }

    /// The next token.
    mutating func next() -> Token {
        skipSpace()
        tokenLine = line
        guard position < limit else { return .end }
        let byte = bytes[position]
        switch byte {
        case 0x22: return quoted()
        case 0x3C: return markup()
        case 0x2D where bytes.peek(position + 1) == 0x3E || bytes.peek(position + 1) == 0x2D:
            position += 2
            return .edge
        default: break
        }
        var end = position
        if byte == 0x2D { end += 1 }
        while end < limit, DOTScanner.isWord(bytes[end]) { end += 1 }
        if end == position || end == position + 1 && byte == 0x2D {
            position += 1
            return .mark(byte)
        }
        defer { position = end }
        return .identifier(bytes.text(position..<end), isQuoted: false)
    }

    /// Gives the remarks passed so far, and forgets them.
    mutating func takeRemarks() -> [Int] {
        defer { remarks = [] }
        return remarks
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == 0x5F || byte == 0x2E
            || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }

    private mutating func skipSpace() {
        var atLineStart = position == 0 || bytes[position - 1] == 0x0A
        while position < limit {
            switch bytes[position] {
            case 0x0A:
                line += 1
                position += 1
                atLineStart = true
                continue
            case 0x20, 0x09, 0x0D:
                position += 1
            case 0x23 where atLineStart:
                remarks.append(position)
                position = bytes.firstIndex(of: 0x0A, from: position)
            case 0x2F where bytes.peek(position + 1) == 0x2F:
                position = bytes.firstIndex(of: 0x0A, from: position)
            case 0x2F where bytes.peek(position + 1) == 0x2A:
                skipComment()
            default:
                return
            }
            atLineStart = false
        }
    }

    private mutating func skipComment() {
        position += 2
        while position < limit {
            if bytes[position] == 0x2A, bytes.peek(position + 1) == 0x2F {
                position += 2
                return
            }
            if bytes[position] == 0x0A { line += 1 }
            position += 1
        }
    }

    private mutating func quoted() -> Token {
        let opening = position
        position += 1
        var text: [UInt8] = []
        while position < limit, bytes[position] != 0x22 {
            let byte = bytes[position]
            if byte == 0x0A { line += 1 }
            position += 1
            if byte == 0x5C, bytes.peek(position) == 0x22 || bytes.peek(position) == 0x5C {
                if bytes[position] == 0x5C { text.append(byte) }
                text.append(bytes[position])
                position += 1
            } else if byte == 0x5C, bytes.peek(position) == 0x0A {
                line += 1
                position += 1
            } else {
                text.append(byte)
            }
        }
        if position >= limit { unclosedQuote = opening }
        position = min(position + 1, limit)
        return .identifier(String(decoding: text, as: UTF8.self), isQuoted: true)
    }

    /// A `<…>` text, to the bracket that closes it.
    private mutating func markup() -> Token {
        let start = position + 1
        var depth = 0
        while position < limit {
            switch bytes[position] {
            case 0x3C: depth += 1
            case 0x3E: depth -= 1
            case 0x0A: line += 1
            default: break
            }
            position += 1
            if depth == 0 { break }
        }
        let end = max(start, position - 1)
        return .identifier(bytes.text(start..<end), isQuoted: true)
    }
}
