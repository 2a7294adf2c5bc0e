import GraphModel

/// What is said when the parser cannot go on.
extension QueryParser {
    /// The error for the token here, given what was expected in its place. `opening` is the bracket
    /// or CASE that is still open.
    func failure(_ expected: Expected, opening: Int? = nil) -> Diagnostic {
        let situation = Situation(parser: self, expected: expected, opening: opening)
        if let lexical = situation.lexicalError { return lexical }
        var diagnostic = Diagnostic(
            .syntaxError, "UnexpectedSyntax", "expected \(expected.what), \(situation.found)",
            range: situation.foundRange, hint: expected.hint)
        if let advice = situation.advice {
            diagnostic.message = advice.message ?? diagnostic.message
            diagnostic.hint = advice.hint
            diagnostic.range = advice.range ?? diagnostic.range
        }
        if let opening {
            diagnostic.notes.append("'\(text.slice(tokens[opening]))' stands \(place(of: opening))")
        }
        return diagnostic
    }

    func secondStatement() -> Diagnostic {
        Diagnostic(
            .syntaxError, "UnexpectedSyntax", "only one statement can be run at a time",
            range: current.range,
            hint: "remove what follows the semicolon, or run the text as a script")
    }

    private func place(of index: Int) -> String {
        let source = SourceText(String(decoding: text.bytes, as: UTF8.self))
        let place = source.place(of: tokens[index].range)
        return "at line \(place.line), column \(place.column)"
    }
}

/// The parser where it failed, as the rules about common mistakes look at it.
struct Situation {
    let parser: QueryParser
    let expected: Expected
    let opening: Int?

    var current: Token { parser.current }

    func next(_ ahead: Int = 1) -> Token { parser.peek(ahead) }

    /// The token so many places back, nil before the first.
    func previous(_ back: Int = 1) -> Token? {
        parser.position >= back ? parser.tokens[parser.position - back] : nil
    }

    func text(_ token: Token) -> String { parser.text.slice(token) }

    /// The word of a token in upper case, nil where it is none.
    func word(_ token: Token?) -> String? {
        guard let token, token.kind == .word else { return nil }
        return text(token).uppercased()
    }

    /// Whether the token before is the last of an operand.
    var isAfterOperand: Bool {
        guard let previous = previous() else { return false }
        switch previous.kind {
        case .word: return previous.keyword?.followsOperand != true
        case .quotedName, .string, .integer, .float, .parameter, .rightParenthesis, .rightBracket,
            .rightBrace:
            return true
        default: return false
        }
    }

    /// Whether nothing stands between the token before and this one.
    var touchesPrevious: Bool { previous()?.end == current.start }

    /// The clause keyword last read at any depth, such as MATCH, WHERE or LIMIT.
    var clause: Keyword? {
        parser.tokens[..<parser.position].last { $0.keyword?.beginsClause == true }?.keyword
    }

    var foundRange: SourceRange {
        current.kind == .endOfText
            ? SourceRange(parser.previousEnd, parser.previousEnd) : current.range
    }

    var found: String {
        switch current.kind {
        case .endOfText: "but the query ends here"
        case .string: "but found the text \(shortened)"
        case .integer, .float, .badNumber: "but found the number \(shortened)"
        default: "but found '\(shortened)'"
        }
    }

    private var shortened: String {
        let whole = text(current)
        return whole.count > 30 ? "\(whole.prefix(29))…" : whole
    }
}
