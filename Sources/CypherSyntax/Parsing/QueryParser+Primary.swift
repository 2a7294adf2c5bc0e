import GraphModel

/// Operands: literals, names, calls, what is in brackets.
extension QueryParser {
    mutating func parsePrimary() throws -> Expression {
        switch current.kind {
        case .integer, .float, .string: return try parseLiteral()
        case .parameter:
            let token = advance()
            return Expression(.parameter(try text.parameterName(token)), token.range)
        case .leftParenthesis: return try parseParenthesized()
        case .leftBracket: return try parseBracketed()
        case .leftBrace: return try parseMap()
        case .quotedName: return atCall ? try parseCall() : try parseVariable()
        case .word: return try parseWord()
        default: throw failure(.expression)
        }
    }

    private mutating func parseParenthesized() throws -> Expression {
        let opening = position
        let start = advance().start
        var inner = try parseCondition()
        try close(opening)
        inner.range = range(from: start)
        return inner
    }

    /// A word is looked at from its most special meaning to the plainest, a variable.
    private mutating func parseWord() throws -> Expression {
        if let special = try parseKeywordForm() { return special }
        if let literal = acceptWordLiteral() { return literal }
        guard wordIsOperand(at: position), !at(.not) || isVariableNot(at: position) else {
            throw failure(.expression)
        }
        if atCall { return try parseCall() }
        return try parseVariable()
    }

    private mutating func parseVariable() throws -> Expression {
        if peek(1).kind == .leftBrace { return try parseMapProjection() }
        let name = try parseName(.expression)
        return Expression(.variable(name.text), name.range)
    }

    /// Forms that begin with a keyword and are told by what follows it; nil for anything else.
    private mutating func parseKeywordForm() throws -> Expression? {
        let next = peek(1).kind
        switch current.keyword {
        case .case: return beginsCase ? try parseCase() : nil
        case .exists: return atSubquery ? try parseSubqueryExpression(.exists) : nil
        case .collect: return atSubquery ? try parseSubqueryExpression(.collect) : nil
        case .count:
            if atSubquery { return try parseSubqueryExpression(.count) }
            return acceptCountStar()
        case .all: return atElementSource ? try parseQuantifier(.all) : nil
        case .any: return atElementSource ? try parseQuantifier(.any) : nil
        case .noneOf: return atElementSource ? try parseQuantifier(.none) : nil
        case .single: return atElementSource ? try parseQuantifier(.single) : nil
        case .reduce: return next == .leftParenthesis ? try parseReduce() : nil
        case .trim: return next == .leftParenthesis ? try parseTrim() : nil
        case .shortestPath, .allShortestPaths:
            guard next == .leftParenthesis else { return nil }
            let pattern = try parseShortestPathFunction(.expression)
            return Expression(.shortestPath(pattern), pattern.range)
        default: return nil
        }
    }

    /// `CASE` begins a conditional unless it can only be a variable's name.
    private var beginsCase: Bool {
        peek(1).keyword == .when || startsOperand(at: position + 1)
    }

    /// Whether `{` after the word opens a subquery, not a map projection of a variable.
    private var atSubquery: Bool {
        guard peek(1).kind == .leftBrace else { return false }
        let first = peek(2)
        let second = peek(3).kind
        switch first.kind {
        case .dot: return false
        case .word, .quotedName:
            return second != .colon && second != .comma && second != .rightBrace
        default: return true
        }
    }

    private mutating func acceptCountStar() -> Expression? {
        guard peek(1).kind == .leftParenthesis, peek(2).kind == .star,
            peek(3).kind == .rightParenthesis
        else { return nil }
        let start = current.start
        position += 4
        return Expression(.countStar, range(from: start))
    }

    /// Whether `(x IN` follows the word.
    private var atElementSource: Bool {
        peek(1).kind == .leftParenthesis && peek(2).isName && peek(3).keyword == .in
    }

    // MARK: Literals

    private mutating func acceptWordLiteral() -> Expression? {
        let value: Value
        switch current.keyword {
        case .true: value = .boolean(true)
        case .false: value = .boolean(false)
        case .null: value = .null
        case .inf, .infinity, .nan:
            guard !boundNumberWords.contains(text.slice(current)), !atCall else { return nil }
            value = .float(at(.nan) ? .nan : .infinity)
        default: return nil
        }
        return Expression(.literal(value), advance().range)
    }

    private mutating func parseLiteral() throws -> Expression {
        let token = advance()
        switch token.kind {
        case .string: return Expression(.literal(.string(try text.string(token))), token.range)
        case .float: return Expression(.literal(.float(try double(token))), token.range)
        default:
            guard let magnitude = text.magnitude(token), let value = Int(exactly: magnitude) else {
                throw SyntaxErrors.integerOverflow(token.range)
            }
            return Expression(.literal(.integer(value)), token.range)
        }
    }

    /// A minus sign and the number after it.
    mutating func parseNegativeNumber() throws -> Expression {
        let start = advance().start
        let token = advance()
        let whole = range(from: start)
        if token.kind == .float {
            return Expression(.literal(.float(-(try double(token)))), whole)
        }
        guard let magnitude = text.magnitude(token), magnitude <= Int.min.magnitude else {
            throw SyntaxErrors.integerOverflow(whole)
        }
        return Expression(.literal(.integer(Int(truncatingIfNeeded: 0 &- magnitude))), whole)
    }

    private func double(_ token: Token) throws -> Double {
        guard let value = text.double(token), value.isFinite else {
            throw SyntaxErrors.floatOverflow(token.range)
        }
        return value
    }

    private mutating func parseMap() throws -> Expression {
        let opening = position
        let start = advance().start
        var entries: [Expression.MapEntry] = []
        if !at(.rightBrace) {
            entries = try commaList { parser in
                let key = try parser.parseName(.mapKey)
                try parser.expect(.colon, .colonAfterKey)
                return Expression.MapEntry(key: key, value: try parser.parseExpression())
            }
        }
        try close(opening)
        return Expression(.map(entries), range(from: start))
    }

    // MARK: Calls

    private mutating func parseCall() throws -> Expression {
        let name = try parseDottedName(.functionName)
        let opening = position
        advance()
        let isDistinct = acceptSetQuantifier()
        var arguments: [Expression] = []
        if !at(.rightParenthesis) {
            let takesPattern = name.text.lowercased() == "exists"
            let takesForm = name.text.lowercased() == "normalize"
            arguments = try commaList { parser in
                if takesForm, let form = parser.acceptFormArgument() { return form }
                return takesPattern ? try parser.parseCondition() : try parser.parseExpression()
            }
        }
        try close(opening)
        let call = Expression.FunctionCall(
            name: name, isDistinct: isDistinct, arguments: arguments)
        return Expression(.call(call), range(from: name.range.start))
    }

    /// `DISTINCT` (true), `ALL` or nothing (false) before what it applies to.
    mutating func acceptSetQuantifier() -> Bool {
        if at(.distinct), startsOperand(at: position + 1) || peek(1).kind == .star {
            advance()
            return true
        }
        switch peek(1).kind {
        case .star:
            if at(.all), isBeforeWholeStar { advance() }
        case .word, .quotedName, .string, .integer, .float, .parameter:
            // Before a sign or bracket, `all` is a variable or the quantifier `all(x IN …)`.
            if at(.all), startsOperand(at: position + 1) { advance() }
        default: break
        }
        return false
    }

    /// Whether a `*` follows that stands for all variables, not for a product.
    private var isBeforeWholeStar: Bool {
        peek(1).kind == .star
            && (!startsOperand(at: position + 2) || peek(2).keyword?.beginsClause == true)
    }

    /// The form in `normalize(text, NFD)`, as a text.
    private mutating func acceptFormArgument() -> Expression? {
        switch current.keyword {
        case .nfc, .nfd, .nfkc, .nfkd:
            guard peek(1).kind == .rightParenthesis, let form = current.keyword else { return nil }
            return Expression(.literal(.string(form.rawValue)), advance().range)
        default: return nil
        }
    }

    /// A name with its namespace; the parts are joined by dots.
    mutating func parseDottedName(_ expected: @autoclosure () -> Expected) throws -> Name {
        var name = try parseName(expected())
        while accept(.dot) {
            let part = try parseName(expected())
            name = Name("\(name.text).\(part.text)", name.range.union(part.range))
        }
        return name
    }

    /// `trim(BOTH 'x' FROM s)` reads as `btrim(s, 'x')`, the call it stands for; nil where the
    /// plain form stands.
    private mutating func parseTrim() throws -> Expression? {
        let function: String
        switch peek(2).keyword {
        case .leading: function = "ltrim"
        case .trailing: function = "rtrim"
        case .both: function = "btrim"
        default: return nil
        }
        guard peek(3).keyword == .from || startsOperand(at: position + 3) else { return nil }
        let name = Name(function, advance().range)
        let opening = position
        position += 2
        let characters = at(.from) ? nil : try parseExpression()
        try expect(.from, .fromInTrim)
        let arguments = [try parseExpression()] + (characters.map { [$0] } ?? [])
        try close(opening)
        let call = Expression.FunctionCall(name: name, isDistinct: false, arguments: arguments)
        return Expression(.call(call), range(from: name.range.start))
    }
}
