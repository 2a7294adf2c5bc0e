import GraphModel

/// CALL in its two forms, YIELD.
extension QueryParser {
    /// A procedure call or a subquery; OPTIONAL, if there, has been read.
    mutating func parseCallClause(isOptional: Bool) throws -> Clause.Kind {
        advance()
        if at(.leftBrace) {
            return try parseSubquery(imports: .leadingWith, isOptional: isOptional)
        }
        if at(.leftParenthesis) {
            return try parseSubquery(imports: try parseImports(), isOptional: isOptional)
        }
        return try parseProcedureCall(isOptional: isOptional)
    }

    /// `(x, y)`, `(*)`, `()` before the braces.
    private mutating func parseImports() throws -> SubqueryCall.Imports {
        let opening = position
        advance()
        if accept(.star) {
            try close(opening)
            return .all
        }
        let names = at(.rightParenthesis) ? [] : try commaList { try $0.parseName(.variable) }
        try close(opening)
        return .named(names)
    }

    private mutating func parseSubquery(
        imports: SubqueryCall.Imports, isOptional: Bool
    ) throws -> Clause.Kind {
        let outer = try enter()
        defer { leave(outer) }
        let opening = position
        try expect(.leftBrace, .braceAfterCall)
        let query = try parseQuery(.call)
        try close(opening)
        if at(.in) { throw SyntaxErrors.inTransactions(current.range) }
        return .subquery(SubqueryCall(imports: imports, isOptional: isOptional, query: query))
    }

    private mutating func parseProcedureCall(isOptional: Bool) throws -> Clause.Kind {
        let startsStatement = position - 1 == statementStart
        let name = try parseDottedName(.procedureName)
        var arguments: [Expression]?
        if at(.leftParenthesis) {
            let opening = position
            advance()
            arguments =
                at(.rightParenthesis) ? [] : try commaList { try $0.parseExpression() }
            try close(opening)
        }
        let yields = try parseYield(allowsAll: startsStatement)
        return .call(
            ProcedureCall(
                name: name, arguments: arguments, yields: yields, isOptional: isOptional))
    }

    /// `YIELD a, b AS c WHERE p`, `YIELD *`, `YIELD -`, or nothing.
    mutating func parseYield(allowsAll: Bool) throws -> CallYield {
        guard accept(.yield) else { return CallYield() }
        if at(.star) {
            let star = advance()
            let isAlone = at(.endOfText) || at(.semicolon) || at(.where)
            guard allowsAll, isAlone else { throw SyntaxErrors.yieldStar(star.range) }
            return CallYield(columns: .all, predicate: try parseWhere())
        }
        if accept(.minus) { return CallYield(columns: .named([])) }
        let columns = try commaList { parser in
            let column = try parser.parseName(.yieldColumn)
            let alias = parser.accept(.as) ? try parser.parseBinding(.alias) : nil
            return (column: column, alias: alias)
        }
        return CallYield(columns: .named(columns), predicate: try parseWhere())
    }
}
