import CypherSyntax
import GraphModel

/// The state of binding one statement. What it binds is spread over extensions by area.
struct StatementBinder {
    let procedures: ProcedureRegistry
    /// Every variable so far; a variable's number is its index.
    var variables: [VariableInfo] = []
    /// Names of the parameters used, in order of first use.
    var parameters: [String] = []
    var isWriting = false
    var warnings: [Diagnostic] = []
    /// The aggregates of the projection that is being bound.
    var aggregates: [BoundAggregate] = []
    /// How often an aggregate was met, repeated ones too.
    var aggregateUses = 0
    /// How many subqueries that must not write surround this place.
    var readOnlyDepth = 0

    init(procedures: ProcedureRegistry) {
        self.procedures = procedures
    }

    /// A variable of its own; the name is empty for one of ours.
    mutating func makeVariable(_ name: String, _ type: ExpressionType) -> VariableID {
        variables.append(VariableInfo(name: name, type: type))
        return VariableID(variables.count - 1)
    }

    /// A variable of its own that can be named from here on.
    mutating func declare(
        _ name: Name, _ type: ExpressionType, in scope: inout Scope
    ) throws -> VariableID {
        if scope[name.text] != nil { throw BindingError.alreadyBound(name) }
        let variable = makeVariable(name.text, type)
        scope.declare(name.text, variable)
        return variable
    }

    func type(of variable: VariableID) -> ExpressionType { variables[variable.raw].type }

    /// The expression that reads a variable.
    func reference(_ variable: VariableID, _ range: SourceRange) -> BoundExpression {
        BoundExpression(.variable(variable), type(of: variable), range)
    }

    /// The variable of that name, which must be visible.
    func resolve(_ name: Name, _ context: BindingContext) throws -> BoundExpression {
        if let variable = context.scope[name.text] { return reference(variable, name.range) }
        throw BindingError.undefined(name, among: context.scope)
    }

    /// Notes that the statement changes the graph.
    mutating func noteWrite(_ range: SourceRange) throws {
        if readOnlyDepth > 0 {
            throw BindingError.syntax(
                "InvalidClauseComposition", "a subquery in an expression cannot change the graph",
                range, hint: "Use a CALL subquery to write")
        }
        isWriting = true
    }

    mutating func noteParameter(_ name: String) {
        if !parameters.contains(name) { parameters.append(name) }
    }
}

/// The errors that several rules share.
enum BindingError {
    static func syntax(
        _ code: String, _ message: String, _ range: SourceRange, hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(.syntaxError, code, message, range: range, hint: hint)
    }

    static func alreadyBound(_ name: Name) -> Diagnostic {
        syntax(
            "VariableAlreadyBound", "variable '\(name.text)' is already bound", name.range,
            hint: "Choose another name")
    }

    static func undefined(_ name: Name, among scope: Scope) -> Diagnostic {
        syntax(
            "UndefinedVariable", "variable '\(name.text)' is not defined", name.range,
            hint: ForeignNames.hint(forVariable: name.text)
                ?? didYouMean(name.text, among: scope.names)
                ?? (name.text.count > 1
                    ? "Put a text in quotes: '\(name.text)'; write a property as n.\(name.text)"
                    : nil))
    }

    /// A new name in a pattern that is a condition.
    static func undefinedInCondition(_ name: Name) -> Diagnostic {
        syntax(
            "UndefinedVariable", "variable '\(name.text)' is not defined", name.range,
            hint: "A pattern that is a condition names nothing new: leave the name out, write "
                + "EXISTS { … }, or put the pattern into MATCH")
    }

    static func typeConflict(
        _ name: Name, is actual: ExpressionType, used wanted: ExpressionType
    ) -> Diagnostic {
        syntax(
            "VariableTypeConflict",
            "variable '\(name.text)' is \(actual.phrase) and cannot be used as \(wanted.phrase)",
            name.range)
    }

    static func argumentType(
        _ what: String, wants wanted: String, got actual: ExpressionType, _ range: SourceRange,
        hint: String? = nil
    ) -> Diagnostic {
        syntax(
            "InvalidArgumentType", "\(what) wants \(wanted), but this is \(actual.phrase)", range,
            hint: hint)
    }

    /// «Did you mean …?» for the known names nearest to a mistyped one; nil where there is none.
    static func didYouMean(_ name: String, among known: [String]) -> String? {
        let near = NearNames.suggestions(for: name, among: known)
        if near.isEmpty { return nil }
        return "Did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
    }
}
