/// One word of a question.
struct Token: Sendable, Equatable {
    /// The word as typed, in small letters.
    var text: String
    /// The word as it is compared.
    var folded: String
    /// Whether a comma, semicolon or the end of a sentence comes before it.
    var startsClause = false
}

/// Cuts questions into words.
enum Tokenizer {
    /// The words of a text, in order.
    static func tokens(_ text: String) -> [Token] {
        var tokens: [Token] = []
        var text = text
        text.withUTF8 { bytes in
            var scanner = WordScanner()
            while scanner.next(in: bytes.span) {
                let typed = String(decoding: bytes[scanner.range], as: UTF8.self)
                tokens.append(
                    Token(
                        text: typed.lowercased(),
                        folded: String(decoding: scanner.folded, as: UTF8.self),
                        startsClause: scanner.startsClause))
            }
        }
        return tokens
    }
}
