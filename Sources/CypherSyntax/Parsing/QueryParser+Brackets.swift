import GraphModel

/// What opens with a square bracket, and the forms that bind a variable of their own.
extension QueryParser {
    /// A list, a list comprehension or a pattern comprehension.
    mutating func parseBracketed() throws -> Expression {
        let opening = position
        if beginsPatternComprehension { return try parsePatternComprehension() }
        if peek(1).isName, peek(2).keyword == .in, !knownLists.contains(opening),
            let comprehension = try parseListComprehension()
        {
            return comprehension
        }
        let start = advance().start
        let items = at(.rightBracket) ? [] : try commaList { try $0.parseExpression() }
        try close(opening)
        return Expression(.list(items), range(from: start))
    }

    /// `[x IN list …]`; nil, with nothing read, where a comma shows it to be a list whose first
    /// item is the condition `x IN list`.
    private mutating func parseListComprehension() throws -> Expression? {
        let opening = position
        let start = advance().start
        barGroups.insert(opening)
        defer { barGroups.remove(opening) }
        let variable = try parseBinding(.variable)
        advance()
        let list = try parseExpression()
        if at(.comma) {
            knownLists.insert(opening)
            position = opening
            return nil
        }
        let predicate = accept(.where) ? try parseCondition() : nil
        let projection = accept(.bar) ? try parseExpression() : nil
        try close(opening)
        return Expression(
            .listComprehension(
                variable: variable, list: list, predicate: predicate, projection: projection),
            range(from: start))
    }

    private var beginsPatternComprehension: Bool {
        guard brackets.lastBar(in: position) != nil else { return false }
        if looksLikePattern(at: position + 1) { return true }
        return peek(1).isName && peek(2).kind == .equal && looksLikePattern(at: position + 3)
    }

    private mutating func parsePatternComprehension() throws -> Expression {
        let opening = position
        let start = advance().start
        barGroups.insert(opening)
        defer { barGroups.remove(opening) }
        let pattern = try parsePattern(.expression)
        let predicate = accept(.where) ? try parseCondition() : nil
        try expect(.bar, .barInComprehension)
        let projection = try parseExpression()
        try close(opening)
        return Expression(
            .patternComprehension(pattern, predicate: predicate, projection: projection),
            range(from: start))
    }

    /// A path used as a condition.
    mutating func parsePatternPredicate() throws -> Expression {
        let pattern = try parsePattern(.expression)
        return Expression(.patternPredicate(pattern), pattern.range)
    }

    /// `all(x IN list WHERE p)` and its kin.
    mutating func parseQuantifier(_ quantifier: Expression.Quantifier) throws -> Expression {
        let start = advance().start
        let opening = position
        advance()
        let variable = try parseBinding(.variable)
        try expect(.in, .inAfterVariable)
        let list = try parseExpression()
        let predicate = accept(.where) ? try parseCondition() : nil
        try close(opening)
        return Expression(
            .quantifier(quantifier, variable: variable, list: list, predicate: predicate),
            range(from: start))
    }

    /// `reduce(sum = 0, x IN list | sum + x)`.
    mutating func parseReduce() throws -> Expression {
        let start = advance().start
        let opening = position
        advance()
        barGroups.insert(opening)
        defer { barGroups.remove(opening) }
        let accumulator = try parseBinding(.accumulator)
        try expect(.equal, .equalInReduce)
        let initial = try parseExpression()
        try expect(.comma, .commaInReduce)
        let variable = try parseBinding(.variable)
        try expect(.in, .inAfterVariable)
        let list = try parseExpression()
        try expect(.bar, .barInReduce)
        let step = try parseExpression()
        try close(opening)
        return Expression(
            .reduce(
                accumulator: accumulator, initial: initial, variable: variable, list: list,
                step: step),
            range(from: start))
    }

    /// `n {.name, .*, key: e, other}`.
    mutating func parseMapProjection() throws -> Expression {
        let subject = try parseName(.variable)
        let opening = position
        advance()
        let items = at(.rightBrace) ? [] : try commaList { try $0.parseMapProjectionItem() }
        try close(opening)
        return Expression(.mapProjection(subject, items), range(from: subject.range.start))
    }

    private mutating func parseMapProjectionItem() throws -> Expression.MapProjectionItem {
        if accept(.dot) {
            return accept(.star) ? .allProperties : .property(try parseName(.propertyOrStar))
        }
        let name = try parseName(.mapProjectionItem)
        return accept(.colon) ? .entry(name, try parseExpression()) : .variable(name)
    }

    /// `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`: a whole query, or a pattern alone.
    mutating func parseSubqueryExpression(
        _ kind: Expression.SubqueryKind
    ) throws -> Expression {
        let outer = try enter()
        defer { leave(outer) }
        let start = advance().start
        let opening = position
        advance()
        let query =
            beginsPattern && kind != .collect
            ? try parsePatternQuery() : try parseQuery(kind == .collect ? .collect : .existence)
        try close(opening)
        return Expression(.subquery(kind, query), range(from: start))
    }

    /// Whether a pattern, not a clause, stands first in a subquery.
    private var beginsPattern: Bool {
        if at(.leftParenthesis) || current.isName && peek(1).kind == .equal { return true }
        return isPathPrefix(current.keyword)
    }

    private mutating func parsePatternQuery() throws -> Query {
        let start = current.start
        let patterns = try commaList { try $0.parsePattern(.match) }
        let predicate = accept(.where) ? try parseCondition() : nil
        let whole = range(from: start)
        let match = MatchClause(patterns: patterns, predicate: predicate)
        return .single(SingleQuery(clauses: [Clause(.match(match), whole)], range: whole))
    }
}
