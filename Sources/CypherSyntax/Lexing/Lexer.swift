/// Cuts query text into tokens. It never fails: what is no token becomes one of the bad kinds.
package struct Lexer {
    let bytes: [UInt8]
    var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// All tokens of a text; the last one is `.endOfText`.
    package static func tokens(of text: String, keepingComments: Bool = false) -> [Token] {
        tokens(of: Array(text.utf8), keepingComments: keepingComments)
    }

    static func tokens(of bytes: [UInt8], keepingComments: Bool = false) -> [Token] {
        var lexer = Lexer(bytes)
        var tokens: [Token] = []
        tokens.reserveCapacity(bytes.count / 4 + 1)
        while true {
            let token = lexer.next()
            if token.kind != .comment || keepingComments { tokens.append(token) }
            if token.kind == .endOfText { return tokens }
        }
    }

    /// The next token; comments are tokens here.
    mutating func next() -> Token {
        skipSpace()
        let start = position
        guard let first = byte(0) else { return Token(.endOfText, start, start) }
        switch first {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "_"):
            return word(from: start)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            return number(from: start)
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            return quoted(first, .string, unclosed: .openString)
        case UInt8(ascii: "`"):
            return quoted(first, .quotedName, unclosed: .openName)
        case UInt8(ascii: "$"):
            return parameter(from: start)
        case 0x80...:
            if scalar(at: position)?.properties.isXIDStart == true { return word(from: start) }
            return badCharacter(from: start)
        default:
            return comment(from: start) ?? sign(from: start)
        }
    }

    /// The byte so many places ahead, nil past the end.
    func byte(_ ahead: Int) -> UInt8? {
        let index = position + ahead
        return index < bytes.count ? bytes[index] : nil
    }

    private mutating func skipSpace() {
        while let current = byte(0) {
            switch current {
            case 0x20, 0x09...0x0D, 0x1C...0x1F: position += 1
            case 0x80...:
                guard let scalar = scalar(at: position), scalar.properties.isWhitespace else {
                    return
                }
                position += UTF8.width(scalar)
            default: return
            }
        }
    }

    private mutating func comment(from start: Int) -> Token? {
        guard byte(0) == UInt8(ascii: "/") else { return nil }
        if byte(1) == UInt8(ascii: "/") {
            position += 2
            while let current = byte(0), current != 0x0A, current != 0x0D { position += 1 }
            return Token(.comment, start, position)
        }
        guard byte(1) == UInt8(ascii: "*") else { return nil }
        position += 2
        while let current = byte(0) {
            if current == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
                position += 2
                return Token(.comment, start, position)
            }
            position += 1
        }
        return Token(.openComment, start, position)
    }

    /// A string or a name in back-ticks; a doubled quote and a backslash escape do not end it.
    private mutating func quoted(_ quote: UInt8, _ kind: Token.Kind, unclosed: Token.Kind) -> Token
    {
        let start = position
        position += 1
        while let current = byte(0) {
            if current == UInt8(ascii: "\\") {
                position = min(position + 2, bytes.count)
            } else if current != quote {
                position += 1
            } else if byte(1) == quote {
                position += 2
            } else {
                position += 1
                return Token(kind, start, position)
            }
        }
        return Token(unclosed, start, position)
    }

    private mutating func parameter(from start: Int) -> Token {
        position += 1
        if byte(0) == UInt8(ascii: "`") {
            let name = quoted(UInt8(ascii: "`"), .parameter, unclosed: .openName)
            return Token(name.kind, name.kind == .parameter ? start : name.start, name.end)
        }
        let nameStart = position
        skipNameScalars()
        return Token(position == nameStart ? .badParameter : .parameter, start, position)
    }

    private mutating func word(from start: Int) -> Token {
        skipNameScalars()
        return Token(.word, start, position, keyword: Keyword.named(bytes[start..<position]))
    }

    /// Skips all that can stand inside a name.
    mutating func skipNameScalars() {
        while let current = byte(0) {
            if isASCIINameByte(current) {
                position += 1
            } else if current >= 0x80, let scalar = scalar(at: position),
                scalar.properties.isXIDContinue
            {
                position += UTF8.width(scalar)
            } else {
                return
            }
        }
    }

    private mutating func badCharacter(from start: Int) -> Token {
        position += scalar(at: position).map(UTF8.width) ?? 1
        return Token(.badCharacter, start, position)
    }

    private mutating func sign(from start: Int) -> Token {
        if byte(0) == UInt8(ascii: "."), let next = byte(1), isDigit(next) {
            return number(from: start)
        }
        let (kind, length) = signKind()
        guard kind != .badCharacter else { return badCharacter(from: start) }
        position += length
        return Token(kind, start, position)
    }

    /// The scalar that begins at a byte; nil where the bytes are no UTF-8.
    func scalar(at index: Int) -> Unicode.Scalar? {
        let end = min(index + 4, bytes.count)
        var iterator = bytes[index..<end].makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        return scalar
    }
}

func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

/// A letter, a digit or the underscore.
func isASCIINameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
    default: false
    }
}
