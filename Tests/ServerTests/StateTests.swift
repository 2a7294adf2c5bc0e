import GraphModel
import Testing

@testable import Server

@Suite struct BoltStateTests {
    /// What each state does with each message in version 5.4; what is not listed is refused.
    static let table: [BoltState: [RequestKind: Reaction]] = [
        .negotiation: [.hello: .handle, .goodbye: .handle],
        .authentication: [.logon: .handle, .goodbye: .handle],
        .ready: [
            .run: .handle, .begin: .handle, .route: .handle, .reset: .handle, .logoff: .handle,
            .telemetry: .handle, .goodbye: .handle,
        ],
        .streaming: [.pull: .handle, .discard: .handle, .reset: .handle, .goodbye: .handle],
        .transactionReady: [
            .run: .handle, .commit: .handle, .rollback: .handle, .reset: .handle,
            .goodbye: .handle,
        ],
        .transactionStreaming: [
            .run: .handle, .pull: .handle, .discard: .handle, .reset: .handle, .goodbye: .handle,
        ],
        .failed: inTrouble,
        .interrupted: inTrouble,
        .defunct: [:],
    ]

    static let inTrouble: [RequestKind: Reaction] = [
        .run: .ignore, .pull: .ignore, .discard: .ignore, .begin: .ignore, .commit: .ignore,
        .rollback: .ignore, .route: .ignore, .logon: .ignore, .logoff: .ignore,
        .telemetry: .ignore, .reset: .handle, .goodbye: .handle,
    ]

    @Test(arguments: BoltState.allCases, RequestKind.allCases)
    func everyMessageMeetsItsReaction(state: BoltState, kind: RequestKind) {
        let expected = Self.table[state]?[kind] ?? .refuse
        #expect(state.reaction(to: kind, version: BoltVersion(5, 4)) == expected)
    }

    @Test func messagesOfLaterVersionsAreRefused() {
        #expect(BoltState.ready.reaction(to: .logoff, version: BoltVersion(5, 0)) == .refuse)
        #expect(BoltState.ready.reaction(to: .telemetry, version: BoltVersion(5, 3)) == .refuse)
        #expect(BoltState.failed.reaction(to: .telemetry, version: BoltVersion(5, 3)) == .refuse)
    }

    @Test(
        arguments: [
            ("what drivers send", [0, 0, 1, 255, 0, 8, 8, 5, 0, 2, 4, 4, 0, 0, 0, 3], "5.4"),
            ("one version", [0, 0, 2, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "5.2"),
            ("a range below", [0, 3, 3, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "5.3"),
            ("the client's order", [0, 0, 0, 5, 0, 0, 4, 5, 0, 0, 0, 0, 0, 0, 0, 0], "5.0"),
            ("too new", [0, 1, 8, 5, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0], nil),
            ("too old", [0, 2, 4, 4, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0], nil),
            ("a range past zero", [0, 200, 1, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], "5.1"),
            ("nothing", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], nil),
        ] as [(String, [UInt8], String?)])
    func theFirstUsableProposalWins(what: String, proposals: [UInt8], version: String?) {
        #expect(BoltHandshake.choose(from: proposals[...])?.description == version)
    }

    @Test(
        arguments: [
            (.syntaxError, "UnexpectedSyntax", "ClientError.Statement.SyntaxError"),
            (.semanticError, "X", "ClientError.Statement.SemanticError"),
            (.parameterMissing, "MissingParameter", "ClientError.Statement.ParameterMissing"),
            (.typeError, "InvalidArgumentType", "ClientError.Statement.TypeError"),
            (.argumentError, "NumberOutOfRange", "ClientError.Statement.ArgumentError"),
            (.arithmeticError, "DivisionByZero", "ClientError.Statement.ArithmeticError"),
            (.entityNotFound, "DeletedEntityAccess", "ClientError.Statement.EntityNotFound"),
            (.procedureError, "ProcedureNotFound", "ClientError.Procedure.ProcedureNotFound"),
            (.procedureError, "Other", "ClientError.Procedure.ProcedureCallFailed"),
            (
                .constraintVerificationFailed, "DeleteConnectedNode",
                "ClientError.Schema.ConstraintValidationFailed"
            ),
            (.readOnly, "ReadOnly", "ClientError.Statement.AccessMode"),
            (.resource, "DeadlineExceeded", "ClientError.Transaction.TransactionTimedOut"),
            (.resource, "Cancelled", "ClientError.Transaction.Terminated"),
            (
                .resource, "MemoryBudgetExceeded",
                "ClientError.General.TransactionOutOfMemoryError"
            ),
            (.resource, "WriterBusy", "TransientError.Transaction.LockAcquisitionTimeout"),
            (.resource, "RowLimitExceeded", "ClientError.Statement.ExecutionFailed"),
            (.usage, "DatabaseNotFound", "ClientError.Database.DatabaseNotFound"),
            (.internalError, "X", "DatabaseError.General.UnknownError"),
        ] as [(Diagnostic.Kind, String, String)])
    func failuresHaveTheNamesDriversKnow(kind: Diagnostic.Kind, code: String, name: String) {
        #expect(FailureCode.name(for: Diagnostic(kind, code, "x")) == "Neo.\(name)")
    }

    @Test func everyKindOfDiagnosticHasAName() {
        for kind in Diagnostic.Kind.allCases {
            let name = FailureCode.name(for: Diagnostic(kind, "X", "x"))
            #expect(name.split(separator: ".").count == 4, "\(kind)")
        }
    }
}
