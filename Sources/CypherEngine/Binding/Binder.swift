import CypherSyntax
import GraphModel

/// Resolves names, scopes and types of a statement: syntax tree in, bound statement out.
package struct Binder {
    /// The procedures the statement may call.
    package let procedures: ProcedureRegistry

    package init(procedures: ProcedureRegistry) {
        self.procedures = procedures
    }

    /// Binds a query.
    ///
    /// - Throws: A `Diagnostic` with `range`, for openCypher's compile-time errors with the
    ///   standard's kind and code.
    package func bind(_ statement: Statement) throws -> BoundStatement {
        var binder = StatementBinder(procedures: procedures)
        try statement.asOf.map { try binder.checkAsOf($0) }
        let query: BoundQuery
        switch statement.body {
        case .query(let body): query = try binder.bindQuery(body, Scope(), .statement)
        case .show(let command): query = try binder.bindShow(command)
        case .createIndex, .dropIndex:
            throw Diagnostic(
                .internalError, "NotAQuery", "an index command has no query to bind",
                range: statement.range)
        }
        return BoundStatement(
            query: query, variables: binder.variables, isWriting: binder.isWriting,
            parameters: binder.parameters, warnings: binder.warnings)
    }
}

extension StatementBinder {
    /// The date of `AS OF` must be a constant; the engine computes it before there is a plan.
    fileprivate mutating func checkAsOf(_ date: Expression) throws {
        var context = BindingContext(Scope())
        context.isConstant = true
        let bound = try bind(date, context)
        switch bound.type {
        case .any, .date, .localDateTime, .dateTime, .string, .integer: return
        default:
            throw BindingError.argumentType("AS OF", wants: "a date", got: bound.type, date.range)
        }
    }
}
