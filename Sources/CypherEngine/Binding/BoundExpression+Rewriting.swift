import GraphModel

extension BoundExpression {
    /// The expression with each of its direct parts replaced; subqueries stay as they are.
    func mapChildren(
        _ change: (BoundExpression) throws -> BoundExpression
    ) rethrows -> BoundExpression {
        var copy = self
        copy.kind = try kind.mapChildren(change)
        return copy
    }
}

extension BoundExpression.Kind {
    fileprivate func mapChildren(
        _ change: (BoundExpression) throws -> BoundExpression
    ) rethrows -> BoundExpression.Kind {
        switch self {
        case .literal, .parameter, .variable, .subquery: self
        case .list(let items): .list(try items.map(change))
        case .map(let entries): .map(try entries.map { ($0.key, try change($0.value)) })
        case .property(let subject, let key): .property(try change(subject), key: key)
        case .element(let subject, let index): .element(try change(subject), try change(index))
        case .slice(let subject, let from, let to):
            .slice(try change(subject), from: try from.map(change), to: try to.map(change))
        case .unary(let unary, let operand): .unary(unary, try change(operand))
        case .binary(let binary, let left, let right):
            .binary(binary, try change(left), try change(right))
        case .comparison(let symbol, let left, let right):
            .comparison(symbol, try change(left), try change(right))
        case .isNull(let operand, let negated): .isNull(try change(operand), negated: negated)
        case .hasLabels(let operand, let labels): .hasLabels(try change(operand), labels)
        case .isTyped(let operand, let type, let negated):
            .isTyped(try change(operand), type, negated: negated)
        case .isNormalized(let operand, let form, let negated):
            .isNormalized(try change(operand), form: form, negated: negated)
        case .call(let function, let arguments): .call(function, try arguments.map(change))
        case .firstOf(let operand): .firstOf(try change(operand))
        case .pathMode(let operand, let mode): .pathMode(try change(operand), mode)
        case .areDisjoint(let left, let right):
            .areDisjoint(try left.map(change), try right.map(change))
        case .conditional, .listComprehension, .reduce, .quantifier, .mapProjection:
            try mapParts(change)
        }
    }

    /// The cases with several kinds of parts.
    private func mapParts(
        _ change: (BoundExpression) throws -> BoundExpression
    ) rethrows -> BoundExpression.Kind {
        switch self {
        case .conditional(let subject, let branches, let otherwise):
            .conditional(
                subject: try subject.map(change),
                branches: try branches.map {
                    (try $0.conditions.map(change), try change($0.result))
                },
                otherwise: try otherwise.map(change))
        case .listComprehension(let variable, let list, let predicate, let projection):
            .listComprehension(
                variable: variable, list: try change(list), predicate: try predicate.map(change),
                projection: try projection.map(change))
        case .reduce(let accumulator, let initial, let variable, let list, let step):
            .reduce(
                accumulator: accumulator, initial: try change(initial), variable: variable,
                list: try change(list), step: try change(step))
        case .quantifier(let quantifier, let variable, let list, let predicate):
            .quantifier(
                quantifier, variable: variable, list: try change(list),
                predicate: try change(predicate))
        case .mapProjection(let base, let items):
            .mapProjection(
                try change(base),
                try items.map { item in
                    guard case .entry(let key, let value) = item else { return item }
                    return .entry(key, try change(value))
                })
        default: self
        }
    }
}
