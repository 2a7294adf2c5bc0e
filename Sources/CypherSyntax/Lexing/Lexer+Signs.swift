extension Lexer {
    /// Kind and length of the sign at the position, the longest that fits.
    func signKind() -> (Token.Kind, Int) {
        guard let first = byte(0) else { return (.endOfText, 0) }
        if let second = byte(1), let pair = pairKind(first, second) { return (pair, 2) }
        return (singleKind(first), 1)
    }

    private func pairKind(_ first: UInt8, _ second: UInt8) -> Token.Kind? {
        switch (first, second) {
        case (UInt8(ascii: ":"), UInt8(ascii: ":")): .doubleColon
        case (UInt8(ascii: "."), UInt8(ascii: ".")): .doubleDot
        case (UInt8(ascii: "|"), UInt8(ascii: "|")): .doubleBar
        case (UInt8(ascii: "+"), UInt8(ascii: "=")): .plusEqual
        case (UInt8(ascii: "="), UInt8(ascii: "~")): .matches
        case (UInt8(ascii: "<"), UInt8(ascii: ">")): .notEqual
        case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessOrEqual
        case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterOrEqual
        case (UInt8(ascii: "="), UInt8(ascii: "=")), (UInt8(ascii: "!"), UInt8(ascii: "=")),
            (UInt8(ascii: "&"), UInt8(ascii: "&")), (UInt8(ascii: "="), UInt8(ascii: ">")),
            (UInt8(ascii: "="), UInt8(ascii: "<")), (UInt8(ascii: ":"), UInt8(ascii: "=")),
            (UInt8(ascii: "*"), UInt8(ascii: "*")), (UInt8(ascii: "~"), UInt8(ascii: "=")):
            .foreignOperator
        default: nil
        }
    }

    private func singleKind(_ byte: UInt8) -> Token.Kind {
        switch byte {
        case UInt8(ascii: "("): .leftParenthesis
        case UInt8(ascii: ")"): .rightParenthesis
        case UInt8(ascii: "["): .leftBracket
        case UInt8(ascii: "]"): .rightBracket
        case UInt8(ascii: "{"): .leftBrace
        case UInt8(ascii: "}"): .rightBrace
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ";"): .semicolon
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: "."): .dot
        case UInt8(ascii: "|"): .bar
        case UInt8(ascii: "&"): .ampersand
        case UInt8(ascii: "!"): .exclamation
        case UInt8(ascii: "%"): .percent
        case UInt8(ascii: "*"): .star
        case UInt8(ascii: "+"): .plus
        case UInt8(ascii: "-"): .minus
        case UInt8(ascii: "/"): .slash
        case UInt8(ascii: "^"): .caret
        case UInt8(ascii: "="): .equal
        case UInt8(ascii: "<"): .less
        case UInt8(ascii: ">"): .greater
        default: .badCharacter
        }
    }
}
