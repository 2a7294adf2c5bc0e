import CypherSyntax
import GraphModel

/// Compiles bound expressions into evaluators.
struct ExpressionCompiler {
    /// Plans and builds what subqueries run.
    let subqueries: SubqueryBuilder

    /// Compiles one expression.
    func compile(_ expression: BoundExpression) throws -> Evaluator {
        let range = expression.range
        switch expression.kind {
        case .literal(let value): return ConstantEvaluator(value)
        case .parameter(let name): return ParameterEvaluator(name, range: range)
        case .variable(let variable): return VariableEvaluator(variable)
        case .list(let items):
            return CallEvaluator(
                try items.map(compile), range: range, foldsConstants: true
            ) { values, _ in .list(values) }
        case .map(let entries): return try compileMap(entries, range)
        case .property(let subject, let key):
            return PropertyEvaluator(try compile(subject), key: key, range: range)
        case .element, .slice, .unary, .binary, .comparison, .isNull:
            return try compileOperator(expression)
        case .hasLabels(let subject, let labels):
            return LabelEvaluator(try compile(subject), labels, range: range)
        case .isTyped(let subject, let type, let negated):
            return UnaryEvaluator(try compile(subject), range: range) { value, _ in
                .boolean(type.matches(value) != negated)
            }
        case .isNormalized(let subject, let form, let negated):
            return UnaryEvaluator(try compile(subject), range: range) { value, context in
                try isNormalized(value, form: form, negated: negated, context)
            }
        case .call(let function, let arguments):
            return try compileCall(function, arguments, range)
        case .conditional(let subject, let branches, let otherwise):
            return ConditionalEvaluator(
                subject: try subject.map(compile),
                branches: try branches.map {
                    (conditions: try $0.conditions.map(compile), result: try compile($0.result))
                }, otherwise: try otherwise.map(compile))
        case .listComprehension, .reduce, .quantifier, .mapProjection:
            return try compileComprehension(expression)
        case .subquery, .firstOf: return try compileSubquery(expression)
        case .pathMode(let subject, let mode):
            return UnaryEvaluator(try compile(subject), range: range) { value, _ in
                .boolean(keepsNodesApart(value, mode))
            }
        case .areDisjoint(let left, let right):
            return CallEvaluator(
                try (left + right).map(compile), range: range, foldsConstants: false
            ) { values, _ in
                .boolean(areDisjoint(values.prefix(left.count), values.dropFirst(left.count)))
            }
        }
    }

    private func compileMap(
        _ entries: [(key: String, value: BoundExpression)], _ range: SourceRange
    ) throws -> Evaluator {
        let keys = entries.map(\.key)
        return CallEvaluator(
            try entries.map { try compile($0.value) }, range: range, foldsConstants: true
        ) { values, _ in .map(ValueMap(zip(keys, values))) }
    }

    private func compileOperator(_ expression: BoundExpression) throws -> Evaluator {
        let range = expression.range
        switch expression.kind {
        case .element(let subject, let index):
            return CallEvaluator(
                [try compile(subject), try compile(index)], range: range, foldsConstants: true,
                isMaking: false
            ) { values, context in
                try ValueOperators.element(of: values[0], at: values[1], in: context)
            }
        case .slice(let subject, let from, let to):
            let parts = try [subject, from, to].map {
                try $0.map(compile) ?? ConstantEvaluator(.null)
            }
            let isOpen = (from == nil, to == nil)
            return CallEvaluator(parts, range: range, foldsConstants: true) { values, context in
                try ValueOperators.slice(
                    of: values[0], from: isOpen.0 ? nil : values[1],
                    to: isOpen.1 ? nil : values[2], context)
            }
        case .unary(let sign, let operand): return try compileUnary(sign, operand, range)
        case .binary(let sign, let left, let right):
            return try compileBinary(sign, left, right, range)
        case .comparison(let sign, let left, let right):
            return ComparisonEvaluator(try compile(left), sign, try compile(right), range: range)
        case .isNull(let subject, let negated):
            return NullTestEvaluator(try compile(subject), negated: negated)
        default: return try compile(expression)
        }
    }

    private func compileUnary(
        _ sign: Expression.UnaryOperator, _ operand: BoundExpression, _ range: SourceRange
    ) throws -> Evaluator {
        UnaryEvaluator(try compile(operand), range: range) { value, _ in
            switch sign {
            case .not: try ValueOperators.not(value)
            case .plus: try ValueOperators.identity(value)
            case .minus: try ValueOperators.negate(value)
            }
        }
    }

    private func compileBinary(
        _ sign: Expression.BinaryOperator, _ left: BoundExpression, _ right: BoundExpression,
        _ range: SourceRange
    ) throws -> Evaluator {
        let a = try compile(left)
        let b = try compile(right)
        switch sign {
        case .and: return LogicalEvaluator(a, b, deciding: false, range: range)
        case .or: return LogicalEvaluator(a, b, deciding: true, range: range)
        case .matches:
            return MatchEvaluator(a, b, range: range)
        case .add: return JoiningEvaluator(a, b, range: range, operation: ValueOperators.add)
        case .concatenate:
            return JoiningEvaluator(a, b, range: range, operation: ValueOperators.concatenate)
        default:
            return BinaryEvaluator(
                a, b, range: range, operation: operation(sign),
                typed: TypedOperations.operation(sign))
        }
    }

    private func operation(
        _ sign: Expression.BinaryOperator
    ) -> (Value, Value) throws -> Value {
        switch sign {
        case .or: ValueOperators.or
        case .xor: ValueOperators.xor
        case .and: ValueOperators.and
        case .add: ValueOperators.add
        case .subtract: ValueOperators.subtract
        case .concatenate: ValueOperators.concatenate
        case .multiply: ValueOperators.multiply
        case .divide: ValueOperators.divide
        case .modulo: ValueOperators.modulo
        case .power: ValueOperators.power
        case .in: ValueOperators.isIn
        case .startsWith: ValueOperators.startsWith
        case .endsWith: ValueOperators.endsWith
        case .contains: ValueOperators.contains
        case .matches: ValueOperators.matches
        }
    }

    private func compileCall(
        _ function: FunctionDescriptor, _ arguments: [BoundExpression], _ range: SourceRange
    ) throws -> Evaluator {
        let compiled = try arguments.map(compile)
        if function.name == "coalesce" { return CoalesceEvaluator(compiled) }
        guard case .scalar(let body) = function.body else {
            throw Diagnostic(
                .syntaxError, "InvalidAggregation",
                "'\(function.name)' is an aggregate and cannot stand here", range: range)
        }
        return CallEvaluator(
            compiled, range: range, foldsConstants: function.isDeterministic
        ) { values, context in try body(values, context) }
    }

    private func compileComprehension(_ expression: BoundExpression) throws -> Evaluator {
        let range = expression.range
        switch expression.kind {
        case .listComprehension(let variable, let list, let predicate, let projection):
            return ListComprehensionEvaluator(
                variable: variable, list: try compile(list),
                predicate: try predicate.map(compile), projection: try projection.map(compile),
                range: range)
        case .reduce(let accumulator, let initial, let variable, let list, let step):
            return ReduceEvaluator(
                accumulator: accumulator, initial: try compile(initial), variable: variable,
                list: try compile(list), step: try compile(step), range: range)
        case .quantifier(let quantifier, let variable, let list, let predicate):
            return QuantifierEvaluator(
                quantifier, variable: variable, list: try compile(list),
                predicate: try compile(predicate), range: range)
        case .mapProjection(let base, let items):
            return MapProjectionEvaluator(
                try compile(base),
                items: try items.map { item in
                    switch item {
                    case .property(let key): .property(key)
                    case .allProperties: .allProperties
                    case .entry(let key, let value): .entry(key, try compile(value))
                    }
                }, range: range)
        default: return try compile(expression)
        }
    }

    private func compileSubquery(_ expression: BoundExpression) throws -> Evaluator {
        switch expression.kind {
        case .firstOf(let list):
            return UnaryEvaluator(try compile(list), range: expression.range) { value, _ in
                if case .list(let items) = value { items.first ?? .null } else { .null }
            }
        case .subquery(let kind, let query): return try subqueries.evaluator(kind, query)
        default: return try compile(expression)
        }
    }
}

/// `x IS [NOT] NULL`.
final class NullTestEvaluator: Evaluator {
    private let subject: Evaluator
    private let negated: Bool

    init(_ subject: Evaluator, negated: Bool) {
        self.subject = subject
        self.negated = negated
        super.init(slots: subject.slots)
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let column = try subject.evaluate(batch, context)
        return .booleans((0..<batch.count).map { column.isNull($0) != negated })
    }
}

/// Whether no node of a path stands twice; in a simple path the ends may be one node.
private func keepsNodesApart(_ value: Value, _ mode: PathMode) -> Bool {
    guard case .path(let path) = value else { return true }
    switch mode {
    case .walk, .trail: return true
    case .acyclic: return Set(path.nodes).count == path.nodes.count
    case .simple:
        let inner = path.nodes.dropLast()
        return Set(inner).count == inner.count
            && !(path.nodes.dropFirst().dropLast().contains { $0 == path.nodes.last })
    }
}

/// Whether no relationship of the one stands among those of the other.
private func areDisjoint(_ left: ArraySlice<Value>, _ right: ArraySlice<Value>) -> Bool {
    var seen: Set<UInt32> = []
    for value in left { collectRelationships(value) { seen.insert($0) } }
    var isDisjoint = true
    for value in right {
        collectRelationships(value) { if seen.contains($0) { isDisjoint = false } }
    }
    return isDisjoint
}

private func collectRelationships(_ value: Value, _ body: (UInt32) -> Void) {
    switch value {
    case .relationship(let relationship): body(relationship.raw)
    case .list(let items): for item in items { collectRelationships(item, body) }
    default: break
    }
}
