import GraphModel

/// What is said when the parser cannot go on.
extension QueryParser {
    /// The error for the token here, given what was expected in its place.
    func failure(_ expected: Expected, opening: Int? = nil) -> Diagnostic {
        if let lexical = lexicalError(current) { return lexical }
        if current.kind == .badNumber, expected.what == Expected.expression.what {
            return Diagnostic(
                .syntaxError, "InvalidNumberLiteral", "'\(text.slice(current))' is no number",
                range: current.range,
                hint: "write 1, 1.5, 1e3, 0xFF or 0o17; a name cannot begin with a digit")
        }
        var diagnostic = Diagnostic(
            .syntaxError, "UnexpectedSyntax", "expected \(expected.what), \(found)",
            range: foundRange, hint: expected.hint)
        if let opening {
            diagnostic.notes.append(
                "it belongs to '\(text.slice(tokens[opening]))' \(placeText(opening))")
        }
        return diagnostic
    }

    func secondStatement() -> Diagnostic {
        Diagnostic(
            .syntaxError, "UnexpectedSyntax", "only one statement can be run at a time",
            range: current.range, hint: "remove what follows the semicolon, or run it as a script")
    }

    private var foundRange: SourceRange {
        at(.endOfText) ? SourceRange(previousEnd, previousEnd) : current.range
    }

    private var found: String {
        switch current.kind {
        case .endOfText: "but the query ends here"
        case .string: "found the text \(shortened)"
        case .integer, .float, .badNumber: "found the number \(shortened)"
        default: "found '\(shortened)'"
        }
    }

    private var shortened: String {
        let whole = text.slice(current)
        return whole.count > 30 ? "\(whole.prefix(29))…" : whole
    }

    private func placeText(_ index: Int) -> String {
        let source = SourceText(String(decoding: text.bytes, as: UTF8.self))
        let place = source.place(of: tokens[index].range)
        return "at line \(place.line), column \(place.column)"
    }

    /// What is wrong with a token that is none.
    private func lexicalError(_ token: Token) -> Diagnostic? {
        switch token.kind {
        case .badCharacter:
            let character = text.slice(token)
            let isASCII = text.bytes[token.start] < 0x80
            return Diagnostic(
                .syntaxError, isASCII ? "UnexpectedSyntax" : "InvalidUnicodeCharacter",
                "'\(character)' has no meaning here", range: token.range,
                hint: "remove it, or put the name in back-ticks")
        case .openString:
            return Diagnostic(
                .syntaxError, "UnexpectedSyntax", "the text that begins here has no end",
                range: SourceRange(token.start, token.start + 1),
                hint: "close it with \(text.slice(SourceRange(token.start, token.start + 1)))")
        case .openName:
            return Diagnostic(
                .syntaxError, "UnexpectedSyntax", "the name that begins here has no end",
                range: SourceRange(token.start, token.start + 1), hint: "close it with a back-tick")
        case .openComment:
            return Diagnostic(
                .syntaxError, "UnexpectedSyntax", "the comment that begins here has no end",
                range: SourceRange(token.start, token.start + 2), hint: "close it with */")
        default: return nil
        }
    }

    func checkComparison(
        _ operands: [Expression], _ operators: [Expression.ComparisonOperator]
    ) throws {
    }

    func checkedCondition(_ condition: Expression) throws -> Expression {
        condition
    }
}
