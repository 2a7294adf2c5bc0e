import CypherSyntax
import GraphModel

/// What goes through a list with a variable of its own: comprehensions, `reduce`, quantifiers.
extension StatementBinder {
    mutating func bindIteration(
        _ expression: Expression, _ context: BindingContext
    ) throws -> BoundExpression {
        switch expression.kind {
        case .listComprehension(let variable, let list, let predicate, let projection):
            return try bindComprehension(
                variable, list, predicate, projection, expression.range, context)
        case .quantifier(let quantifier, let variable, let list, let predicate):
            return try bindQuantifier(
                quantifier, variable, list, predicate, expression.range, context)
        case .reduce(let accumulator, let initial, let variable, let list, let step):
            return try bindReduce(
                accumulator, initial, variable, list, step, expression.range, context)
        default: return try bind(expression, context)
        }
    }

    /// Binds the list to iterate over.
    private mutating func bindList(
        _ list: Expression, _ context: BindingContext
    ) throws -> BoundExpression {
        let bound = try bind(list, context.asValue)
        guard bound.type.isOpen || bound.type.isList else {
            throw BindingError.argumentType(
                "IN", wants: "a list", got: bound.type, list.range)
        }
        return bound
    }

    private mutating func bindComprehension(
        _ name: Name, _ list: Expression, _ predicate: Expression?, _ projection: Expression?,
        _ range: SourceRange, _ context: BindingContext
    ) throws -> BoundExpression {
        let source = try bindList(list, context)
        let variable = makeVariable(name.text, source.type.element)
        let inner = context.iterating(name, variable)
        let condition = try predicate.map { try bindPredicate($0, inner, of: "WHERE") }
        let result = try projection.map { try bind($0, inner) }
        return BoundExpression(
            .listComprehension(
                variable: variable, list: source, predicate: condition, projection: result),
            .list(result?.type ?? source.type.element), range)
    }

    private mutating func bindQuantifier(
        _ quantifier: Expression.Quantifier, _ name: Name, _ list: Expression,
        _ predicate: Expression?, _ range: SourceRange, _ context: BindingContext
    ) throws -> BoundExpression {
        guard let predicate else {
            throw BindingError.syntax(
                "UnexpectedSyntax", "'\(quantifier.rawValue)' needs a WHERE", range)
        }
        let source = try bindList(list, context)
        let variable = makeVariable(name.text, source.type.element)
        let condition = try bindPredicate(
            predicate, context.iterating(name, variable), of: "WHERE")
        return BoundExpression(
            .quantifier(quantifier, variable: variable, list: source, predicate: condition),
            .boolean, range)
    }

    private mutating func bindReduce(
        _ accumulator: Name, _ initial: Expression, _ name: Name, _ list: Expression,
        _ step: Expression, _ range: SourceRange, _ context: BindingContext
    ) throws -> BoundExpression {
        let start = try bind(initial, context.asValue)
        let source = try bindList(list, context)
        // The accumulator changes with every step, so its first value says nothing of its type.
        let result = makeVariable(accumulator.text, .any)
        let variable = makeVariable(name.text, source.type.element)
        let inner = context.iterating(accumulator, result).iterating(name, variable)
        let next = try bind(step, inner)
        return BoundExpression(
            .reduce(
                accumulator: result, initial: start, variable: variable, list: source, step: next),
            start.type.union(next.type), range)
    }
}
