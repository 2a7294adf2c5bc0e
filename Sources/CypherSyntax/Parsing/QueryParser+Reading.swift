import GraphModel

/// Clauses that read, and what WITH and RETURN share.
extension QueryParser {
    /// MATCH, OPTIONAL MATCH, UNWIND, FOR; nil where none of them stands here.
    mutating func parseReading() throws -> Clause.Kind? {
        switch current.keyword {
        case .match:
            advance()
            return try parseMatch(isOptional: false)
        case .optional:
            advance()
            if at(.call) { return try parseCallClause(isOptional: true) }
            try expect(.match, .matchAfterOptional)
            return try parseMatch(isOptional: true)
        case .unwind:
            advance()
            let list = try parseExpression()
            try expect(.as, .asAfterUnwind)
            return .unwind(list, variable: try parseBinding(.variable), position: nil)
        case .for:
            advance()
            let variable = try parseBinding(.variable)
            try expect(.in, .inAfterVariable)
            let list = try parseExpression()
            return .unwind(list, variable: variable, position: try parsePosition())
        default: return nil
        }
    }

    /// `WITH ORDINALITY i` or `WITH OFFSET i`, if there; any other WITH is the next clause.
    private mutating func parsePosition() throws -> ListPosition? {
        let word = text.slice(peek(1)).uppercased()
        guard at(.with), word == "ORDINALITY" || word == "OFFSET", peek(2).isName,
            peek(2).keyword?.followsOperand != true
        else { return nil }
        position += 2
        return ListPosition(
            variable: try parseBinding(.variable), isOrdinal: word == "ORDINALITY")
    }

    private mutating func parseMatch(isOptional: Bool) throws -> Clause.Kind {
        var match = MatchClause(isOptional: isOptional, patterns: [])
        if at(.repeatable), peek(1).kind == .word {
            advance()
            guard accept(.elements) || accept(.element) else { throw failure(.elements) }
            match.allowsRepeatedElements = true
        } else if at(.different), peek(1).kind == .word {
            advance()
            guard accept(.relationships) else { throw failure(.relationships) }
        }
        match.patterns = try commaList { try $0.parsePattern(.match) }
        match.predicate = try parseWhere()
        return .match(match)
    }

    mutating func parseWhere() throws -> Expression? {
        accept(.where) ? try checkedCondition(try parseCondition()) : nil
    }

    // MARK: WITH and RETURN

    mutating func parseWith() throws -> Clause.Kind {
        advance()
        let projection = try parseProjection()
        for item in projection.items where item.alias == nil {
            guard case .variable = item.expression.kind else {
                throw SyntaxErrors.noAlias(item.expression.range, item.text)
            }
        }
        return .with(projection, predicate: try parseWhere())
    }

    mutating func parseReturn() throws -> Clause.Kind {
        advance()
        return .return(try parseProjection())
    }

    private mutating func parseProjection() throws -> Projection {
        let start = current.start
        let isDistinct = acceptSetQuantifier()
        var items: [ProjectionItem] = []
        let includesAll = accept(.star)
        if !includesAll || accept(.comma) {
            items = try commaList { try $0.parseProjectionItem() }
        }
        let page = try parseOrderAndPage()
        return Projection(
            isDistinct: isDistinct, includesAll: includesAll, items: items, page: page,
            range: range(from: start))
    }

    private mutating func parseProjectionItem() throws -> ProjectionItem {
        if at(.star) { throw SyntaxErrors.starNotFirst(current.range) }
        let start = current.start
        let expression = try parseExpression()
        let written = text.slice(range(from: start))
        let alias = accept(.as) ? try parseBinding(.alias) : nil
        return ProjectionItem(expression: expression, alias: alias, text: written)
    }

    /// `ORDER BY …`, `SKIP …` or `OFFSET …`, `LIMIT …`, each if there.
    mutating func parseOrderAndPage() throws -> OrderAndPage {
        var page = OrderAndPage()
        if accept(.order) {
            try expect(.by, .by)
            page.order = try commaList { try $0.parseSortItem() }
        }
        if accept(.skip) || accept(.offset) { page.skip = try parseExpression() }
        if accept(.limit) { page.limit = try parseExpression() }
        return page
    }

    private mutating func parseSortItem() throws -> SortItem {
        let expression = try parseExpression()
        checkSortItem(expression)
        var isDescending = false
        if accept(.desc) || accept(.descending) {
            isDescending = true
        } else {
            _ = accept(.asc) || accept(.ascending)
        }
        var nullsFirst: Bool?
        if accept(.nulls) {
            guard at(.first) || at(.last) else { throw failure(.firstOrLast) }
            nullsFirst = at(.first)
            advance()
        }
        return SortItem(
            expression: expression, isDescending: isDescending, nullsFirst: nullsFirst)
    }

    // MARK: LET and FILTER

    mutating func parseLet() throws -> Clause.Kind {
        advance()
        let items = try commaList { parser in
            let variable = try parser.parseBinding(.variable)
            try parser.expect(.equal, .equalInLet)
            return LetItem(variable: variable, value: try parser.parseExpression())
        }
        return .let(items)
    }

    mutating func parseFilter() throws -> Clause.Kind {
        advance()
        if at(.where), startsOperand(at: position + 1) { advance() }
        return .filter(try checkedCondition(try parseCondition()))
    }
}
