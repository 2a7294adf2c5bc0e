extension JSONReader {
    /// Reads a string.
    mutating func string() throws -> String {
        let start = position + 1
        var end = start
        while true {
            let byte = bytes.peek(end)
            if byte == 0x22 { break }
            if byte == 0x5C { return try escapedString(from: start, upTo: end) }
            if byte < 0x20 { throw badCharacter(byte, end) }
            end += 1
        }
        guard let text = bytes.validText(start..<end) else {
            throw fault("this string is not UTF-8", at: start)
        }
        position = end + 1
        skipSpace()
        return text
    }

    /// Steps over a string; its escapes are not looked at.
    mutating func skipString() throws {
        var end = position + 1
        while true {
            let byte = bytes.peek(end)
            if byte == 0x22 { break }
            if byte < 0x20 { throw badCharacter(byte, end) }
            end += byte == 0x5C ? 2 : 1
        }
        position = end + 1
        skipSpace()
    }

    private func badCharacter(_ byte: Int, _ at: Int) -> any Error {
        if byte < 0 { return fault("this string is not closed", at: position) }
        return fault("a string must not hold a line end or control character", at: at)
    }

    private mutating func escapedString(from start: Int, upTo first: Int) throws -> String {
        var text = bytes.bytes(start..<first)
        var at = first
        while true {
            let byte = bytes.peek(at)
            if byte == 0x22 { break }
            if byte < 0x20 { throw badCharacter(byte, at) }
            if byte == 0x5C {
                at = try appendEscape(at, to: &text)
            } else {
                text.append(UInt8(byte))
                at += 1
            }
        }
        guard let result = String(validating: text, as: UTF8.self) else {
            throw fault("this string is not UTF-8", at: start)
        }
        position = at + 1
        skipSpace()
        return result
    }

    /// Adds what an escape stands for; gives the position after it.
    private func appendEscape(_ at: Int, to text: inout [UInt8]) throws -> Int {
        switch bytes.peek(at + 1) {
        case 0x22: text.append(0x22)
        case 0x5C: text.append(0x5C)
        case 0x2F: text.append(0x2F)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75: return try appendCodePoint(at, to: &text)
        default: throw fault("JSON has no such escape", at: at, length: 2)
        }
        return at + 2
    }

    private func appendCodePoint(_ at: Int, to text: inout [UInt8]) throws -> Int {
        var units = [try unit(at)]
        var end = at + 6
        if units[0] & 0xFC00 == 0xD800, bytes.peek(end) == 0x5C, bytes.peek(end + 1) == 0x75 {
            units.append(try unit(end))
            end += 6
        }
        guard let decoded = String(validating: units, as: UTF16.self) else {
            throw fault("an escape stands for half of a surrogate pair", at: at, length: 6)
        }
        text.append(contentsOf: decoded.utf8)
        return end
    }

    /// The four digits after `\u`.
    private func unit(_ at: Int) throws -> UInt16 {
        var value: UInt16 = 0
        for position in at + 2..<at + 6 {
            let byte = bytes.peek(position)
            let digit: Int =
                switch byte {
                case 0x30...0x39: byte - 0x30
                case 0x41...0x46: byte - 0x37
                case 0x61...0x66: byte - 0x57
                default: throw fault("expected four digits after '\\u'", at: at, length: 2)
                }
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}
