import GraphModel

/// The names under which clients know failures; drivers choose the class of their error by them.
///
/// `TransientError` is for what may go well when tried again: drivers do so unasked.
enum FailureCode {
    static let invalidRequest = "Neo.ClientError.Request.Invalid"
    static let unauthorized = "Neo.ClientError.Security.Unauthorized"
    static let databaseNotFound = "Neo.ClientError.Database.DatabaseNotFound"
    static let timedOut = "Neo.ClientError.Transaction.TransactionTimedOut"
    static let unavailable = "Neo.TransientError.General.DatabaseUnavailable"

    /// The name for a diagnostic.
    static func name(for diagnostic: Diagnostic) -> String {
        switch diagnostic.kind {
        case .syntaxError, .semanticError, .parameterMissing, .typeError, .argumentError,
            .arithmeticError, .entityNotFound, .propertyNotFound, .labelNotFound:
            "Neo.ClientError.Statement.\(diagnostic.kind.rawValue)"
        case .procedureError:
            diagnostic.code == "ProcedureNotFound"
                ? "Neo.ClientError.Procedure.ProcedureNotFound"
                : "Neo.ClientError.Procedure.ProcedureCallFailed"
        case .constraintValidationFailed, .constraintVerificationFailed:
            "Neo.ClientError.Schema.ConstraintValidationFailed"
        case .readOnly: "Neo.ClientError.Statement.AccessMode"
        case .resource: resource(diagnostic.code)
        case .usage: diagnostic.code == "DatabaseNotFound" ? databaseNotFound : invalidRequest
        case .data, .noInput: "Neo.ClientError.Statement.ExternalResourceFailed"
        case .inputOutput: "Neo.DatabaseError.Transaction.TransactionCommitFailed"
        case .internalError: "Neo.DatabaseError.General.UnknownError"
        }
    }

    private static func resource(_ code: String) -> String {
        switch code {
        case "DeadlineExceeded", "TransactionTimedOut": timedOut
        case "Cancelled": "Neo.ClientError.Transaction.Terminated"
        case "MemoryBudgetExceeded": "Neo.ClientError.General.TransactionOutOfMemoryError"
        case "WriterBusy": "Neo.TransientError.Transaction.LockAcquisitionTimeout"
        case "TransactionOutdated": "Neo.TransientError.Transaction.Outdated"
        case "ServerStopping": unavailable
        default: "Neo.ClientError.Statement.ExecutionFailed"
        }
    }
}

/// What a FAILURE message says.
struct Failure: Sendable, Equatable {
    var code: String
    var message: String

    init(code: String, message: String) {
        self.code = code
        self.message = message
    }

    /// The failure for a diagnostic: its message, then the place, notes and hint as a person would
    /// read them on a terminal.
    init(_ diagnostic: Diagnostic) {
        code = FailureCode.name(for: diagnostic)
        var text = DiagnosticRenderer().render(diagnostic)
        while text.last == "\n" { text.removeLast() }
        message = text
    }

    /// The failure for any error; one that is no diagnostic is our own mistake.
    init(_ error: any Error) {
        if let diagnostic = error as? Diagnostic {
            self.init(diagnostic)
        } else {
            self.init(
                Diagnostic(.internalError, "UnexpectedError", "an internal error: \(error)"))
        }
    }
}
