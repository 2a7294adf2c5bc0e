import CypherSyntax
import GraphModel

/// Implicit grouping: every item without an aggregate is a key.
extension StatementBinder {
    /// Makes the keys, and lets the items read them.
    func group(
        _ items: inout [ProjectedItem], _ view: ProjectionView
    ) throws -> [(variable: VariableID, value: BoundExpression)] {
        var keys: [(variable: VariableID, value: BoundExpression)] = []
        var bySignature: [String: VariableID] = [:]
        for index in items.indices where !items[index].isAggregated {
            let item = items[index]
            let signature = item.value.signature
            let known = bySignature[signature]
            // A variable that is a key keeps its number, so that what names it still does.
            let key = known ?? item.value.asVariable ?? item.variable
            if known == nil {
                bySignature[signature] = key
                keys.append((key, item.value))
            }
            items[index].value = BoundExpression(
                .variable(key), item.value.type, item.value.range)
        }
        for index in items.indices where items[index].isAggregated {
            items[index].value = try view.grouped(
                items[index].value, keys: bySignature)
        }
        return keys
    }
}

/// What lies on both sides of a projection: how its input looks from behind it.
struct ProjectionView {
    /// The items by the signature of their value over the input; constants are left out.
    private let projected: [String: StatementBinder.ProjectedItem]
    /// What is in sight behind the projection.
    private let visible: Set<VariableID>
    /// Names of the variables before the projection.
    private let input: [VariableID: String]
    /// Whether the rows behind the projection no longer belong to single rows before it.
    var hidesInput: Bool

    init(items: [StatementBinder.ProjectedItem], input scope: Scope, hidesInput: Bool) {
        let computed = items.filter { !$0.value.isConstant }
        projected = Dictionary(computed.map { ($0.value.signature, $0) }) { first, _ in first }
        visible = Set(items.map(\.variable))
        var input: [VariableID: String] = [:]
        for name in scope.localNames {
            if let variable = scope[name] { input[variable] = name }
        }
        self.input = input
        self.hidesInput = hidesInput
    }

    // MARK: Items that hold aggregates

    /// Replaces keys that are variables or properties by what was grouped by; anything else
    /// of the input has no single value in a group.
    func grouped(
        _ expression: BoundExpression, keys: [String: VariableID]
    ) throws -> BoundExpression {
        if expression.isSimple, let key = keys[expression.signature] {
            return BoundExpression(.variable(key), expression.type, expression.range)
        }
        switch expression.kind {
        case .variable(let variable):
            if input[variable] != nil { throw ambiguous(variable, expression.range) }
            return expression
        case .subquery(_, let query):
            let keyVariables = Set(keys.values)
            for variable in query.usedVariables
            where input[variable] != nil && !keyVariables.contains(variable) {
                throw ambiguous(variable, expression.range)
            }
            return expression
        default:
            return try expression.mapChildren { try grouped($0, keys: keys) }
        }
    }

    private func ambiguous(_ variable: VariableID, _ range: SourceRange) -> Diagnostic {
        BindingError.syntax(
            "AmbiguousAggregationExpression",
            "'\(input[variable] ?? "")' is used beside an aggregate but is not grouped by", range,
            hint: "Add it as an item of its own, or compute the expression in a WITH first")
    }

    // MARK: ORDER BY and WHERE

    /// Replaces what the projection has computed by its columns.
    ///
    /// - Throws: `UndefinedVariable` where a variable is used that grouping or DISTINCT hides,
    ///   `AmbiguousAggregationExpression` where a computed key stands beside an aggregate.
    func rewritten(
        _ expression: BoundExpression, mixesAggregates: Bool
    ) throws -> BoundExpression {
        if let item = projected[expression.signature] {
            if mixesAggregates, !item.isAggregated, !expression.isSimple {
                throw BindingError.syntax(
                    "AmbiguousAggregationExpression",
                    "a computed key cannot be used beside an aggregate in ORDER BY",
                    expression.range, hint: "Give it a name with AS and use the name")
            }
            return BoundExpression(
                .variable(item.variable), expression.type, expression.range)
        }
        switch expression.kind {
        case .variable(let variable):
            try check(variable, expression.range)
            return expression
        case .subquery(_, let query):
            for variable in query.usedVariables {
                try check(variable, expression.range)
            }
            return expression
        default:
            return try expression.mapChildren {
                try rewritten($0, mixesAggregates: mixesAggregates)
            }
        }
    }

    private func check(_ variable: VariableID, _ range: SourceRange) throws {
        guard hidesInput, let name = input[variable], !visible.contains(variable) else { return }
        throw BindingError.syntax(
            "UndefinedVariable",
            "variable '\(name)' is not visible behind an aggregation or DISTINCT", range,
            hint: "Add it as an item of its own")
    }

    /// An aggregate that only ORDER BY has can use nothing that is hidden there.
    func checkNewAggregate(_ aggregate: BoundAggregate) throws {
        for argument in aggregate.arguments {
            for variable in argument.usedVariables {
                try check(variable, argument.range)
                if visible.contains(variable) {
                    throw BindingError.syntax(
                        "InvalidAggregation",
                        "an aggregate in ORDER BY must be one of the projected ones",
                        aggregate.range)
                }
            }
        }
    }
}

extension BoundExpression {
    var asVariable: VariableID? {
        if case .variable(let variable) = kind { variable } else { nil }
    }

    /// Known as it stands.
    fileprivate var isConstant: Bool {
        switch kind {
        case .literal, .parameter: true
        default: false
        }
    }

    /// A variable, or a property of one however deep: what openCypher accepts as a key beside
    /// an aggregate.
    var isSimple: Bool {
        switch kind {
        case .variable: true
        case .property(let subject, _): subject.isSimple
        default: false
        }
    }
}
