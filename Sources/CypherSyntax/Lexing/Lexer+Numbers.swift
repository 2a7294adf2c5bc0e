extension Lexer {
    /// A number, from a digit or a dot with a digit after it. Letters that run on from it make the
    /// whole a bad number: nobody means `1` and `a` by `1a`.
    mutating func number(from start: Int) -> Token {
        var kind = Token.Kind.integer
        var isGood = true
        if let digits = prefixedDigits() {
            position += 2
            isGood = skipDigits(digits, underscoreFirst: true)
        } else {
            isGood = byte(0) == UInt8(ascii: ".") || skipDigits(isDigit)
            if byte(0) == UInt8(ascii: "."), let next = byte(1), isDigit(next) {
                kind = .float
                position += 1
                isGood = skipDigits(isDigit) && isGood
            }
            if skipExponent() { kind = .float }
            if kind == .float { skipSuffix() }
            if kind == .float, byte(0) == UInt8(ascii: "."), let next = byte(1), isDigit(next) {
                position += 1
                isGood = false
            }
        }
        let end = position
        skipNameScalars()
        return Token(isGood && position == end ? kind : .badNumber, start, position)
    }

    /// Which digits follow `0x` or `0o`; nil where there is no such prefix.
    private func prefixedDigits() -> ((UInt8) -> Bool)? {
        guard byte(0) == UInt8(ascii: "0") else { return nil }
        switch byte(1) {
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return isHexDigit
        case UInt8(ascii: "o"), UInt8(ascii: "O"):
            return { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "7") }
        default: return nil
        }
    }

    /// Skips digits with single underscores between them; false where there is none or an
    /// underscore stands wrong.
    private mutating func skipDigits(
        _ accepts: (UInt8) -> Bool, underscoreFirst: Bool = false
    ) -> Bool {
        var afterDigit = underscoreFirst
        var any = false
        while let current = byte(0) {
            if accepts(current) {
                afterDigit = true
                any = true
            } else if current == UInt8(ascii: "_"), afterDigit {
                afterDigit = false
            } else {
                break
            }
            position += 1
        }
        return any && afterDigit
    }

    private mutating func skipExponent() -> Bool {
        guard byte(0) == UInt8(ascii: "e") || byte(0) == UInt8(ascii: "E") else { return false }
        let signed = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+")
        guard let digit = byte(signed ? 2 : 1), isDigit(digit) else { return false }
        position += signed ? 2 : 1
        return skipDigits(isDigit)
    }

    private mutating func skipSuffix() {
        switch byte(0) {
        case UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "d"), UInt8(ascii: "D"):
            position += 1
        default: break
        }
    }
}

func isHexDigit(_ byte: UInt8) -> Bool {
    hexValue(byte) != nil
}

/// The value of a hexadecimal digit, nil for any other byte.
func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
}
