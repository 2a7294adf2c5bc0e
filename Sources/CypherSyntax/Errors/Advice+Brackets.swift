import GraphModel

/// Commas and brackets too many or too few.
extension Situation {
    /// A comma or an operator with nothing after it, a clause with nothing in it.
    var danglingAdvice: Advice? {
        guard let previous = previous(), endsOperandList else { return nil }
        if let word = current.keyword, [.and, .or, .xor].contains(word), expected == .expression {
            return Advice(
                "nothing stands before \(text(current).uppercased())",
                hint: "write a condition before it, or remove it")
        }
        if previous.kind == .comma {
            return Advice(
                "nothing follows the comma", hint: "remove the comma, or write what follows it",
                range: previous.range)
        }
        guard expected == .expression || expected == .node else { return nil }
        return emptyAdvice(after: previous)
    }

    /// A keyword with nothing after it.
    private func emptyAdvice(after previous: Token) -> Advice? {
        let word = text(previous).uppercased()
        switch previous.keyword {
        case .and, .or, .xor, .not:
            return Advice(
                "nothing follows \(word)", hint: "write a condition after it, or remove it",
                range: previous.range)
        case .return, .with:
            let before = self.previous(2)?.keyword
            guard before != .starts, before != .ends else { return nil }
            return Advice(
                "\(word) names nothing",
                hint: "write what to give back: \(word) n, or * for all", range: previous.range)
        case .where:
            return Advice(
                "WHERE holds no condition", hint: "write a condition: WHERE n.name = 'Kari'",
                range: previous.range)
        case .limit, .skip, .offset:
            return Advice(
                "\(word) holds no number", hint: "write \(word) 10", range: previous.range)
        default: return nil
        }
    }

    /// Whether the token here cannot begin what a comma or operator before it asks for.
    private var endsOperandList: Bool {
        switch current.kind {
        case .endOfText, .semicolon, .rightParenthesis, .rightBracket, .rightBrace, .bar: true
        default: current.keyword?.followsOperand == true
        }
    }

    var bracketAdvice: Advice? {
        strayBracketAdvice ?? listAdvice ?? missingCommaAdvice ?? pageCommaAdvice
    }

    /// A closing bracket that closes nothing.
    private var strayBracketAdvice: Advice? {
        switch current.kind {
        case .rightParenthesis, .rightBracket, .rightBrace: break
        default: return nil
        }
        guard opening == nil, parser.brackets.partner(of: parser.position) == nil else {
            return nil
        }
        return Advice(
            "'\(text(current))' closes nothing", hint: "remove it, or open its bracket before it")
    }

    /// `x IN (1, 2)`.
    private var listAdvice: Advice? {
        guard let opening, opening > 0, current.kind == .comma,
            expected == .closing(.leftParenthesis),
            parser.tokens[opening - 1].kind != .word
                || parser.tokens[opening - 1].keyword?.followsOperand == true
        else { return nil }
        return Advice(
            "a list is written in square brackets", hint: "write [1, 2, 3]",
            range: parser.tokens[opening].range)
    }

    /// `[1 2]`, `{a: 1 b: 2}`, `f(x y)`.
    private var missingCommaAdvice: Advice? {
        guard let opening, isAfterOperand, expected == .closing(parser.tokens[opening].kind),
            parser.startsOperand(at: parser.position), current.kind != .minus,
            current.keyword == nil
        else { return nil }
        if touchesPrevious { return nil }
        return Advice(
            "a comma is missing before '\(text(current))'",
            hint: "put a comma between the items, or close with \(expected.what)")
    }

    /// `LIMIT 5, 10`.
    private var pageCommaAdvice: Advice? {
        guard current.kind == .comma, opening == nil else { return nil }
        switch clause {
        case .limit:
            return Advice("LIMIT takes one number", hint: "write SKIP 5 LIMIT 10")
        case .where, .filter:
            if let number = previous(), number.kind == .integer, next().kind == .integer,
                touchesPrevious, current.end == next().start
            {
                return Advice(
                    "a number has a point, no comma",
                    hint: "write \(text(number)).\(text(next()))")
            }
            if previous(2)?.keyword == .in {
                return Advice(
                    "a list is written in square brackets", hint: "write IN [1, 2, 3]",
                    range: previous()?.range)
            }
            return Advice("conditions are not joined with commas", hint: "write AND")
        default: return nil
        }
    }
}
