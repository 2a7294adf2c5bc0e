import GraphModel

/// Query text and what its tokens stand for.
struct QueryText {
    let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The bytes of a range as text.
    func slice(_ range: SourceRange) -> String {
        String(decoding: bytes[range.start..<max(range.start, range.end)], as: UTF8.self)
    }

    func slice(_ token: Token) -> String { slice(token.range) }

    /// The identifier a word or a name in back-ticks stands for.
    func name(_ token: Token) throws -> String {
        token.kind == .quotedName ? try unescaped(token.start + 1, token.end - 1) : slice(token)
    }

    /// The name of a parameter, without the dollar sign and back-ticks.
    func parameterName(_ token: Token) throws -> String {
        if bytes[token.start + 1] == UInt8(ascii: "`") {
            return try unescaped(token.start + 2, token.end - 1)
        }
        return slice(SourceRange(token.start + 1, token.end))
    }

    /// The text a string literal stands for.
    func string(_ token: Token) throws -> String {
        try unescaped(token.start + 1, token.end - 1)
    }

    /// The magnitude of an integer literal, nil where it takes more than 64 bits.
    func magnitude(_ token: Token) -> UInt64? {
        var digits = bytes[token.start..<token.end]
        var base: UInt64 = 10
        if digits.count > 1, let second = digits.dropFirst().first, !isDigit(second),
            second != UInt8(ascii: "_")
        {
            base = second | 0x20 == UInt8(ascii: "x") ? 16 : 8
            digits = digits.dropFirst(2)
        }
        var value: UInt64 = 0
        for byte in digits {
            guard let digit = hexValue(byte) else { continue }
            let (shifted, overflows) = value.multipliedReportingOverflow(by: base)
            let (sum, carries) = shifted.addingReportingOverflow(UInt64(digit))
            if overflows || carries { return nil }
            value = sum
        }
        return value
    }

    /// The value of a float literal; infinite where it is too large.
    func double(_ token: Token) -> Double? {
        var digits = bytes[token.start..<token.end].filter { $0 != UInt8(ascii: "_") }
        if let last = digits.last, !isDigit(last) { digits.removeLast() }
        return Double(String(decoding: digits, as: UTF8.self))
    }

    /// The text between two offsets with its escapes resolved.
    private func unescaped(_ start: Int, _ end: Int) throws -> String {
        let body = bytes[start..<end]
        let quote = bytes[start - 1]
        guard body.contains(where: { $0 == UInt8(ascii: "\\") || $0 == quote }) else {
            return String(decoding: body, as: UTF8.self)
        }
        var decoder = EscapeDecoder(bytes: bytes, position: start, end: end, quote: quote)
        return try decoder.decode()
    }
}

/// Resolves doubled quotes and backslash escapes.
private struct EscapeDecoder {
    let bytes: [UInt8]
    var position: Int
    let end: Int
    let quote: UInt8
    var output: [UInt8] = []

    init(bytes: [UInt8], position: Int, end: Int, quote: UInt8) {
        self.bytes = bytes
        self.position = position
        self.end = end
        self.quote = quote
    }

    mutating func decode() throws -> String {
        output.reserveCapacity(end - position)
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\\") {
                try escape()
            } else {
                output.append(byte)
                position += byte == quote ? 2 : 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private mutating func escape() throws {
        let start = position
        let letter = bytes[start + 1]
        position += 2
        switch letter {
        case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
            output.append(letter)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "u"): try unicode(from: start, codeUnit(start, digits: 4))
        case UInt8(ascii: "U"): try unicode(from: start, longValue(start))
        default:
            while position < end, bytes[position] & 0xC0 == 0x80 { position += 1 }
            throw SyntaxErrors.unknownEscape(SourceRange(start, position))
        }
    }

    /// Eight digits as openCypher has it where they make a character, six as GQL has it if not.
    private mutating func longValue(_ start: Int) throws -> UInt32 {
        if let value = hexDigits(8), value <= 0x10FFFF {
            position += 8
            return value
        }
        return try codeUnit(start, digits: 6)
    }

    private mutating func codeUnit(_ start: Int, digits: Int) throws -> UInt32 {
        guard let value = hexDigits(digits) else {
            throw SyntaxErrors.invalidUnicodeEscape(SourceRange(start, position), digits: digits)
        }
        position += digits
        return value
    }

    private func hexDigits(_ count: Int) -> UInt32? {
        guard position + count <= end else { return nil }
        var value: UInt32 = 0
        for byte in bytes[position..<position + count] {
            guard let digit = hexValue(byte), value < 0x1000_0000 else { return nil }
            value = value << 4 | digit
        }
        return value
    }

    /// Appends a code point; two halves of a surrogate pair written as two escapes make one.
    private mutating func unicode(from start: Int, _ value: UInt32) throws {
        var value = value
        if (0xD800..<0xDC00).contains(value), position + 2 <= end,
            bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
        {
            position += 2
            let low = try codeUnit(position - 2, digits: 4)
            guard (0xDC00..<0xE000).contains(low) else {
                throw SyntaxErrors.loneSurrogate(SourceRange(start, position))
            }
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw SyntaxErrors.loneSurrogate(SourceRange(start, position))
        }
        if let encoded = UTF8.encode(scalar) { output.append(contentsOf: encoded) }
    }
}
