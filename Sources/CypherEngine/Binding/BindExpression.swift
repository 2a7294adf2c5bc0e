import CypherSyntax
import GraphModel

/// Expressions: one case a method, so that no stack frame of the recursion is large.
extension StatementBinder {
    mutating func bind(
        _ expression: Expression, _ context: BindingContext
    ) throws -> BoundExpression {
        let range = expression.range
        switch expression.kind {
        case .literal(let value): return BoundExpression(.literal(value), .of(value), range)
        case .parameter(let name): return bindParameter(name, range)
        case .variable(let name): return try bindVariable(Name(name, range), context)
        case .list, .map, .mapProjection: return try bindConstructor(expression, context)
        case .property, .element, .slice: return try bindAccess(expression, context)
        case .unary(let unary, let operand):
            return try bindUnary(unary, operand, range, context)
        case .binary: return try bindBinary(expression, context)
        case .comparison(let operands, let operators):
            return try bindComparison(operands, operators, range, context)
        case .isNull, .hasLabels, .isTyped, .isNormalized:
            return try bindTest(expression, context)
        case .call(let call): return try bindCall(call, range, context)
        case .countStar: return try bindCountStar(range, context)
        case .conditional(let subject, let branches, let otherwise):
            return try bindConditional(subject, branches, otherwise, range, context)
        case .listComprehension, .reduce, .quantifier:
            return try bindIteration(expression, context)
        case .patternComprehension, .patternPredicate, .shortestPath, .subquery:
            return try bindNested(expression, context)
        }
    }

    private mutating func bindParameter(_ name: String, _ range: SourceRange) -> BoundExpression {
        noteParameter(name)
        return BoundExpression(.parameter(name), .any, range)
    }

    private func bindVariable(
        _ name: Name, _ context: BindingContext
    ) throws -> BoundExpression {
        if context.isConstant {
            throw BindingError.syntax(
                "NonConstantExpression",
                "variable '\(name.text)' cannot be used where a constant is wanted", name.range)
        }
        return try resolve(name, context)
    }

    // MARK: Lists and maps

    private mutating func bindConstructor(
        _ expression: Expression, _ context: BindingContext
    ) throws -> BoundExpression {
        let context = context.asValue
        switch expression.kind {
        case .list(let items):
            let bound = try items.map { try bind($0, context) }
            let element = ExpressionType.union(of: bound.map(\.type))
            return BoundExpression(.list(bound), .list(element), expression.range)
        case .map(let entries):
            let bound = try entries.map { ($0.key.text, try bind($0.value, context)) }
            return BoundExpression(.map(bound), .map, expression.range)
        case .mapProjection(let base, let items):
            return try bindMapProjection(base, items, expression.range, context)
        default: return try bind(expression, context)
        }
    }

    private mutating func bindMapProjection(
        _ base: Name, _ items: [Expression.MapProjectionItem], _ range: SourceRange,
        _ context: BindingContext
    ) throws -> BoundExpression {
        let subject = try bindVariable(base, context)
        let type = subject.type
        guard type.isOpen || type == .map || type == .node || type == .relationship else {
            throw BindingError.argumentType(
                "a map projection", wants: "a node, a relationship or a map", got: type,
                base.range)
        }
        let bound: [BoundMapItem] = try items.map { item in
            switch item {
            case .property(let key): return .property(key.text)
            case .allProperties: return .allProperties
            case .entry(let key, let value): return .entry(key.text, try bind(value, context))
            case .variable(let name): return .entry(name.text, try bindVariable(name, context))
            }
        }
        return BoundExpression(.mapProjection(subject, bound), .map, range)
    }

    // MARK: Tests

    private mutating func bindTest(
        _ expression: Expression, _ context: BindingContext
    ) throws -> BoundExpression {
        let context = context.asValue
        let kind: BoundExpression.Kind
        switch expression.kind {
        case .isNull(let operand, let negated):
            kind = .isNull(try bind(operand, context), negated: negated)
        case .hasLabels(let operand, let labels):
            let bound = try bind(operand, context)
            let type = bound.type
            guard type.isOpen || type == .node || type == .relationship else {
                throw BindingError.argumentType(
                    "a label test", wants: "a node or a relationship", got: type, operand.range)
            }
            kind = .hasLabels(bound, labels)
        case .isTyped(let operand, let type, let negated):
            kind = .isTyped(try bind(operand, context), type, negated: negated)
        case .isNormalized(let operand, let form, let negated):
            kind = .isNormalized(try bind(operand, context), form: form, negated: negated)
        default: return try bind(expression, context)
        }
        return BoundExpression(kind, .boolean, expression.range)
    }

    // MARK: CASE

    private mutating func bindConditional(
        _ subject: Expression?, _ branches: [Expression.CaseBranch], _ otherwise: Expression?,
        _ range: SourceRange, _ context: BindingContext
    ) throws -> BoundExpression {
        let context = context.asValue
        let boundSubject = try subject.map { try bind($0, context) }
        var boundBranches: [(conditions: [BoundExpression], result: BoundExpression)] = []
        for branch in branches {
            let conditions = try branch.conditions.map {
                subject == nil
                    ? try bindPredicate($0, context, of: "WHEN") : try bind($0, context)
            }
            boundBranches.append((conditions, try bind(branch.result, context)))
        }
        let boundOtherwise = try otherwise.map { try bind($0, context) }
        var types = boundBranches.map(\.result.type)
        types.append(boundOtherwise?.type ?? .null)
        return BoundExpression(
            .conditional(
                subject: boundSubject, branches: boundBranches, otherwise: boundOtherwise),
            .union(of: types), range)
    }
}
