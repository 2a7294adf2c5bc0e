import GraphModel

/// Parses query text into statements.
package enum Parser {
    /// How deep a query may nest: parentheses in parentheses, subqueries in subqueries.
    package static let nestingLimit = 150
    /// How high an expression tree may grow: a long chain of `+` is as high as it is long.
    package static let heightLimit = 500

    /// Parses exactly one statement (a final semicolon is allowed).
    ///
    /// - Throws: A `Diagnostic` with `range` set; the first error found.
    package static func parse(_ text: String) throws -> Statement {
        var warnings: [Diagnostic] = []
        return try parse(text, warnings: &warnings)
    }

    /// Parses exactly one statement and adds what is allowed but probably not meant to `warnings`.
    package static func parse(
        _ text: String, warnings: inout [Diagnostic]
    ) throws -> Statement {
        var parser = QueryParser(text)
        defer { warnings += parser.warnings }
        let statement = try parser.parseStatement()
        if parser.accept(.semicolon) {
            while parser.accept(.semicolon) {}
            guard parser.at(.endOfText) else { throw parser.secondStatement() }
        }
        guard parser.at(.endOfText) else { throw parser.failure(.endOfStatement) }
        return statement
    }

    /// Parses statements with semicolons between them; empty ones are left out.
    ///
    /// - Throws: A `Diagnostic` with `range` set; the first error found.
    package static func parseScript(_ text: String) throws -> [Statement] {
        var parser = QueryParser(text)
        var statements: [Statement] = []
        while true {
            while parser.accept(.semicolon) {}
            if parser.at(.endOfText) { return statements }
            statements.append(try parser.parseStatement())
            guard parser.at(.endOfText) || parser.at(.semicolon) else {
                throw parser.failure(.endOfStatement)
            }
        }
    }

    /// Parses an expression that stands alone: a parameter's value, a condition typed in.
    ///
    /// - Throws: A `Diagnostic` with `range` set.
    package static func parseExpression(_ text: String) throws -> Expression {
        var parser = QueryParser(text)
        let expression = try parser.parseExpression()
        guard parser.at(.endOfText) else { throw parser.failure(.endOfExpression) }
        return expression
    }
}
