import GraphModel

/// What to say about a mistake that many make, instead of the plain «expected this, found that».
struct Advice {
    var message: String?
    var hint: String
    /// Where the mistake is, if not at the token where the parser stopped.
    var range: SourceRange?

    init(_ message: String? = nil, hint: String, range: SourceRange? = nil) {
        self.message = message
        self.hint = hint
        self.range = range
    }
}

extension Situation {
    /// The first rule that fits.
    var advice: Advice? {
        for rule in Self.rules {
            if let advice = rule(self) { return advice }
        }
        return nil
    }

    /// The most particular rules stand first.
    private static let rules: [@Sendable (Situation) -> Advice?] = [
        { $0.emptyAdvice }, { $0.commentAdvice }, { $0.habitAdvice }, { $0.operatorAdvice },
        { $0.danglingAdvice },
        { $0.bracketAdvice }, { $0.patternAdvice }, { $0.nameAdvice }, { $0.foreignWordAdvice },
        { $0.orderAdvice }, { $0.spellingAdvice }, { $0.joiningAdvice },
    ]

    private var emptyAdvice: Advice? {
        guard current.kind == .endOfText, parser.tokens.count == 1 else { return nil }
        return Advice("the query is empty", hint: "write a query: MATCH (n) RETURN n LIMIT 10")
    }

    // MARK: Spelling

    /// A word that is nearly a keyword of the place.
    var spellingAdvice: Advice? {
        if let found = nearKeyword(to: current, among: expected.words ?? wordsOfPlace) {
            return Advice(
                "'\(text(current))' is no keyword",
                hint: "did you mean '\(found)'?")
        }
        // `RETURN DISTNCT n`: the misspelt word passed for a variable, what follows it does not fit.
        guard let previous = previous(), previous.keyword == nil,
            parser.startsOperand(at: parser.position),
            let found = nearKeyword(
                to: previous, among: Self.wordsBeforeOperand + (expected.words ?? []))
        else { return nil }
        return Advice(
            "'\(text(previous))' and '\(text(current))' do not go together",
            hint: "did you mean '\(found)'?", range: previous.range)
    }

    private func nearKeyword(to token: Token, among words: [String]) -> String? {
        guard let word = word(token), word.count >= 3, !words.contains(word) else { return nil }
        return NearNames.suggestions(for: word, among: words, limit: 1).first
    }

    private var wordsOfPlace: [String] {
        if !isAfterOperand { return Self.firstWords }
        return opening == nil ? Self.firstWords + Self.wordsAfterOperand : Self.wordsAfterOperand
    }

    private static let wordsBeforeOperand = ["DISTINCT", "NOT", "CASE", "EXISTS"]

    private static let firstWords =
        Keyword.allCases.filter(\.beginsClause).map(\.rawValue)
        + ["EXPLAIN", "PROFILE", "SHOW", "DROP", "ON"]

    private static let wordsAfterOperand =
        Keyword.allCases.filter(\.followsOperand).map(\.rawValue)

    // MARK: Quotes

    /// `'it's'`, and a name that runs into a number.
    private var nameAdvice: Advice? {
        if touchesPrevious, previous()?.kind == .string, current.isName || current.kind == .string {
            return Advice(
                "the text ended at the quote before '\(text(current))'",
                hint: "write a quote inside a text as \\', or use the other kind around it")
        }
        if touchesPrevious, previous()?.isName == true, current.kind == .float || isBadNumber {
            return Advice(
                "a name cannot begin with a digit", hint: "put it in back-ticks: n.`1st`")
        }
        if expected == .alias || expected == .variable, current.kind == .string {
            return Advice(
                "a name is not written as a text",
                hint: "leave the quotes out, or use back-ticks: AS `Full name`")
        }
        return nil
    }

    private var isBadNumber: Bool { current.kind == .badNumber }

    /// `SELECT 1 -- comment`, `# comment`: what looks like a comment on the same line.
    private var commentAdvice: Advice? {
        let tokens = parser.tokens
        for index in stride(from: parser.position, to: 0, by: -1) {
            let pair = (tokens[index - 1], tokens[index])
            guard pair.0.kind == .minus, pair.1.kind == .minus, pair.0.end == pair.1.start else {
                continue
            }
            let between = parser.text.bytes[pair.0.start..<current.start]
            guard !between.contains(0x0A), index + 2 < tokens.count,
                tokens[index + 1].isName, tokens[index + 1].start > pair.1.end,
                tokens[index + 2].isName || tokens[index + 2].kind == .endOfText
            else { return nil }
            return Advice(
                "'--' begins no comment", hint: "begin a comment with //",
                range: SourceRange(pair.0.start, pair.1.end))
        }
        return nil
    }
}
