/// Something to tell a person about their input: what is wrong, where, and what to do about it.
///
/// It holds data only; `DiagnosticRenderer` makes the text.
public struct Diagnostic: Error, Sendable, Equatable {
    /// How serious it is.
    public enum Severity: String, Sendable {
        /// The work was not done.
        case error
        /// The work was done, but probably not as meant.
        case warning
        /// For information.
        case note
    }

    /// The family an error belongs to: openCypher's error types first, then our own.
    public enum Kind: String, Sendable, CaseIterable {
        // openCypher's error types, see the TCK's README.
        case syntaxError = "SyntaxError"
        case semanticError = "SemanticError"
        case parameterMissing = "ParameterMissing"
        case typeError = "TypeError"
        case argumentError = "ArgumentError"
        case arithmeticError = "ArithmeticError"
        case entityNotFound = "EntityNotFound"
        case propertyNotFound = "PropertyNotFound"
        case labelNotFound = "LabelNotFound"
        case procedureError = "ProcedureError"
        case constraintValidationFailed = "ConstraintValidationFailed"
        case constraintVerificationFailed = "ConstraintVerificationFailed"
        // Our own.
        /// Wrong words on the command line.
        case usage = "Usage"
        /// Data that breaks the rules of its format or of the graph.
        case data = "Data"
        /// A file or input that is not there.
        case noInput = "NoInput"
        /// Reading or writing failed.
        case inputOutput = "InputOutput"
        /// A deadline, memory budget, row limit or depth limit was reached, or the work cancelled.
        case resource = "Resource"
        /// A write where only reading is allowed.
        case readOnly = "ReadOnly"
        /// Our own mistake.
        case internalError = "InternalError"
    }

    /// The family.
    public var kind: Kind
    /// A stable name, for openCypher errors the standard's detail (`UndefinedVariable`).
    public var code: String
    /// How serious it is.
    public var severity: Severity
    /// One sentence without a full stop; names in single quotes.
    public var message: String
    /// Where, if known.
    public var place: SourcePlace?
    /// What to do: one sentence.
    public var hint: String?
    /// Further facts, one sentence each.
    public var notes: [String]
    /// Byte range in the query text; the engine turns it into `place` before it reaches a caller.
    public var range: SourceRange?

    /// Creates a diagnostic.
    public init(
        _ kind: Kind, _ code: String, _ message: String, range: SourceRange? = nil,
        place: SourcePlace? = nil, hint: String? = nil, notes: [String] = [],
        severity: Severity = .error
    ) {
        self.kind = kind
        self.code = code
        self.severity = severity
        self.message = message
        self.range = range
        self.place = place
        self.hint = hint
        self.notes = notes
    }

    /// The same diagnostic with `place` worked out from `range`, if it has one and no place yet.
    public func located(in source: SourceText) -> Diagnostic {
        guard place == nil, let range else { return self }
        var copy = self
        copy.place = source.place(of: range)
        return copy
    }

    /// The process exit status that belongs to this kind of error (sysexits.h numbers).
    public var exitStatus: Int32 {
        switch kind {
        case .usage: 64
        case .noInput: 66
        case .internalError: 70
        case .inputOutput: 74
        default: 65
        }
    }
}
