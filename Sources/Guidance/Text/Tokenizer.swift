/// One word of a question, a name or a phrasing.
struct Token: Sendable, Equatable {
    /// The word as typed, in small letters.
    var text: String
    /// The word as it is compared.
    var folded: String
    /// Where it stands: UTF-8 offsets into the text.
    var range: Range<Int>
    /// Whether a comma, semicolon or the end of a sentence comes before it.
    var startsClause = false
}

/// Cuts texts into words.
///
/// Letters and digits make words. A hyphen or full stop between digits belongs to the number
/// (`8-3`, `1.1.2011`), elsewhere it parts words; `§` is a word; a genitive `'s` is dropped.
enum Tokenizer {
    /// The words of a text, in order.
    static func tokens(_ text: String) -> [Token] {
        var tokens: [Token] = []
        var word = ""
        var start = 0
        var position = 0
        var clause = false
        func finish(at end: Int) {
            guard !word.isEmpty else { return }
            append(word, start..<end, clause, to: &tokens)
            word = ""
            clause = false
        }
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let width = UTF8.width(scalar)
            if isWordPart(scalars, at: index) {
                if word.isEmpty { start = position }
                word.unicodeScalars.append(scalar)
            } else {
                finish(at: position)
                if scalar == "§" {
                    append("§", position..<position + width, clause, to: &tokens)
                    clause = false
                }
                if isClauseEnd(scalar) { clause = true }
            }
            position += width
        }
        finish(at: position)
        return tokens
    }

    private static func append(
        _ word: String, _ range: Range<Int>, _ clause: Bool, to tokens: inout [Token]
    ) {
        let lower = word.lowercased()
        let plain = withoutApostrophe(lower)
        guard !plain.isEmpty else { return }
        let folded = Folding.fold(plain)
        tokens.append(Token(text: plain, folded: folded, range: range, startsClause: clause))
    }

    /// `victim's` is `victim`, `isn't` is `isnt`.
    private static func withoutApostrophe(_ word: String) -> String {
        guard let mark = word.firstIndex(where: isApostrophe) else { return word }
        let tail = word[word.index(after: mark)...]
        return tail.isEmpty || tail == "s" ? String(word[..<mark]) : String(word[..<mark]) + tail
    }

    private static func isApostrophe(_ character: Character) -> Bool {
        character == "'" || character == "\u{2019}"
    }

    private static func isWordPart(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        let scalar = scalars[index]
        if isWordScalar(scalar) { return true }
        guard index > 0, index + 1 < scalars.count else { return false }
        let before = scalars[index - 1]
        let after = scalars[index + 1]
        switch scalar {
        case "-", ".", "\u{2013}": return isDigit(before) && isDigit(after)
        case "'", "\u{2019}": return isWordScalar(before) && isWordScalar(after)
        default: return false
        }
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return isDigit(scalar) || (0x41...0x5A).contains(scalar.value)
                || (0x61...0x7A).contains(scalar.value)
        }
        return scalar.properties.isAlphabetic || (0x300...0x36F).contains(scalar.value)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(scalar.value)
    }

    private static func isClauseEnd(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "," || scalar == ";" || scalar == "?" || scalar == "." || scalar == "!"
            || scalar == ":"
    }
}
