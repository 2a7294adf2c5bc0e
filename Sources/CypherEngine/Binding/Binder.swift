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
        throw Diagnostic(.internalError, "NotBound", "the binder is not here yet")
    }
}
