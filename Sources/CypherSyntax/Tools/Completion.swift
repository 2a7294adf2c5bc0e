import GraphModel

/// What could be typed at a place in a query text.
package struct Completion: Sendable, Hashable {
    /// The kinds of name that fit.
    package enum Kind: Sendable, Hashable {
        case keyword
        case label
        case relationshipType
        case property
        case function
        case procedure
        case parameter
        case variable
    }

    /// The kinds that fit; empty inside a text or comment.
    package var kinds: Set<Kind>
    /// The keywords that fit, in alphabetical order, those that begin with `prefix`.
    package var keywords: [String]
    /// Names that the text before gives to variables, in order of appearance.
    package var variables: [String]
    /// What has been typed of the name, with its namespace if it has one.
    package var prefix: String
    /// Where the prefix stands; what is chosen replaces it.
    package var range: SourceRange

    /// What could be typed at a byte offset of a text; what stands after it is not looked at.
    package static func at(_ offset: Int, in text: String) -> Completion {
        let bytes = Array(text.utf8.prefix(max(0, offset)))
        var tokens = Lexer.tokens(of: bytes, keepingComments: true).dropLast()
        let end = bytes.count
        if let last = tokens.last, isInside(last, end) {
            return Completion(
                kinds: [], keywords: [], variables: [], prefix: "", range: SourceRange(end, end))
        }
        var start = end
        while let last = tokens.last, last.end == start, isPartOfPrefix(last, tokens) {
            start = last.start
            tokens = tokens.dropLast()
        }
        let prefix = String(decoding: bytes[start..<end], as: UTF8.self)
        let place = CompletionPlace(
            tokens: tokens.filter { $0.kind != .comment }, prefix: prefix, bytes: bytes)
        let kinds = place.kinds
        return Completion(
            kinds: kinds, keywords: kinds.contains(.keyword) ? place.keywords : [],
            variables: place.variables, prefix: prefix, range: SourceRange(start, end))
    }

    /// Whether the end of the text is inside a text, a name in back-ticks or a comment.
    private static func isInside(_ token: Token, _ end: Int) -> Bool {
        switch token.kind {
        case .openString, .openComment: true
        case .comment: token.end == end
        default: false
        }
    }

    /// Whether a token at the end belongs to the name being typed. A dot does where what stands
    /// before it is a namespace, that is after CALL.
    private static func isPartOfPrefix(_ token: Token, _ tokens: ArraySlice<Token>) -> Bool {
        switch token.kind {
        case .word, .parameter, .badParameter, .openName: return true
        case .dot:
            let before = tokens.last { $0.keyword == .call || !$0.isName && $0.kind != .dot }
            return before?.keyword == .call
        default: return false
        }
    }
}

/// The tokens before a place, and what may follow them.
private struct CompletionPlace {
    let tokens: [Token]
    let prefix: String
    let bytes: [UInt8]

    private var previous: Token? { tokens.last }

    var kinds: Set<Completion.Kind> {
        if prefix.hasPrefix("$") { return [.parameter] }
        guard let previous else { return [.keyword] }
        switch previous.kind {
        case .dot: return [.property]
        case .colon, .exclamation, .ampersand: return afterColon
        case .bar: return insideRelationship ? [.relationshipType] : [.variable, .function]
        case .leftBrace: return innermostOpening == .leftBrace ? [.property, .keyword] : [.keyword]
        default: break
        }
        switch previous.keyword {
        case .call: return [.procedure]
        case .as: return []
        case .yield: return [.variable]
        default: return expectsOperand ? [.variable, .function, .keyword] : [.keyword]
        }
    }

    /// After a colon stands a label or type, or a value in a map.
    private var afterColon: Set<Completion.Kind> {
        switch innermostOpening {
        case .leftBrace: [.variable, .function, .keyword]
        case .leftBracket: [.relationshipType]
        default: [.label]
        }
    }

    private var insideRelationship: Bool {
        innermostOpening == .leftBracket
            && openings.last.map { $0 > 0 && tokens[$0 - 1].kind == .minus } == true
    }

    /// The indexes of the brackets that are open at the place.
    private var openings: [Int] {
        var open: [Int] = []
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .leftParenthesis, .leftBracket, .leftBrace: open.append(index)
            case .rightParenthesis, .rightBracket, .rightBrace: _ = open.popLast()
            case .semicolon: open = []
            default: break
            }
        }
        return open
    }

    private var innermostOpening: Token.Kind? {
        openings.last.map { tokens[$0].kind }
    }

    /// Whether an operand is to come, not an operator or clause.
    private var expectsOperand: Bool {
        guard let previous else { return false }
        switch previous.kind {
        case .quotedName, .string, .integer, .float, .parameter, .rightParenthesis, .rightBracket,
            .rightBrace, .semicolon:
            return false
        case .word: return previous.keyword.map(takesOperand) ?? false
        default: return true
        }
    }

    private func takesOperand(_ keyword: Keyword) -> Bool {
        switch keyword {
        case .return, .with, .where, .and, .or, .xor, .not, .in, .by, .distinct, .case, .when,
            .then, .else, .set, .delete, .remove, .unwind, .skip, .limit, .offset, .filter,
            .contains, .of, .foreach, .let, .for:
            true
        default: false
        }
    }

    // MARK: Keywords

    /// Keywords that fit after the token before, in alphabetical order.
    var keywords: [String] {
        let wanted = prefix.uppercased()
        return candidates.filter { $0.hasPrefix(wanted) }.sorted()
    }

    private var candidates: [String] {
        guard let previous, previous.kind != .semicolon else { return Self.firstWords }
        if let fixed = previous.keyword.flatMap({ Self.followers[$0] }) { return fixed }
        if expectsOperand || previous.kind == .leftBrace { return Self.operandWords }
        return Self.operatorWords + Self.clauseWords
    }

    private static let clauseWords = [
        "CALL", "CREATE", "DELETE", "DETACH DELETE", "FILTER", "FINISH", "FOREACH", "LET", "LIMIT",
        "MATCH", "MERGE", "NEXT", "OPTIONAL MATCH", "ORDER BY", "REMOVE", "RETURN", "SET", "SKIP",
        "UNION", "UNION ALL", "UNWIND", "WHERE", "WITH", "YIELD", "ON CREATE SET", "ON MATCH SET",
    ]

    private static let firstWords = [
        "AS OF", "CALL", "CREATE", "CREATE INDEX", "DROP INDEX", "EXPLAIN", "FOREACH", "LET",
        "MATCH", "MERGE", "OPTIONAL MATCH", "PROFILE", "RETURN", "SHOW", "UNWIND", "WITH",
    ]

    private static let operatorWords = [
        "AND", "AS", "ASC", "CONTAINS", "DESC", "ELSE", "END", "ENDS WITH", "IN", "IS NOT NULL",
        "IS NULL", "IS TYPED", "OR", "STARTS WITH", "THEN", "WHEN", "XOR",
    ]

    private static let operandWords = [
        "CASE", "COLLECT", "COUNT", "DISTINCT", "EXISTS", "FALSE", "MATCH", "NOT", "NULL", "TRUE",
    ]

    private static let followers: [Keyword: [String]] = [
        .optional: ["MATCH", "CALL"], .detach: ["DELETE"], .order: ["BY"],
        .starts: ["WITH"], .ends: ["WITH"], .union: ["ALL", "MATCH", "RETURN", "UNWIND", "WITH"],
        .is: ["NOT", "NULL", "NORMALIZED", "TYPED"], .nulls: ["FIRST", "LAST"],
        .on: ["CREATE SET", "MATCH SET"], .drop: ["INDEX"],
        .show: [
            "DATABASES", "FUNCTIONS", "INDEXES", "LABELS", "PROCEDURES", "PROPERTY KEYS",
            "RELATIONSHIP TYPES",
        ],
        .explain: firstWords, .profile: firstWords,
        .match: ["ACYCLIC", "ALL SHORTEST", "ANY SHORTEST", "SHORTEST", "SIMPLE", "TRAIL", "WALK"],
    ]

    // MARK: Variables

    /// Names after `(`, `[`, AS, and before IN or `=`, in order of first appearance.
    var variables: [String] {
        var seen: Set<String> = []
        var names: [String] = []
        for (index, token) in tokens.enumerated() where token.kind == .word && index > 0 {
            let before = tokens[index - 1]
            let after = index + 1 < tokens.count ? tokens[index + 1] : nil
            let opensElement =
                (before.kind == .leftParenthesis || before.kind == .leftBracket)
                && after?.kind != .leftParenthesis && after?.kind != .dot
            guard
                opensElement || before.keyword == .as || after?.keyword == .in
                    || after?.kind == .equal && before.kind != .dot
            else { continue }
            let name = String(decoding: bytes[token.start..<token.end], as: UTF8.self)
            if token.keyword == nil, seen.insert(name).inserted { names.append(name) }
        }
        return names
    }
}
