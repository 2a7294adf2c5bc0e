import CypherSyntax
import GraphModel

/// SKIP and LIMIT, and `ORDER BY … SKIP … LIMIT …` as a clause of its own.
extension StatementBinder {
    mutating func bindOrderAndPage(
        _ page: OrderAndPage, _ scope: Scope
    ) throws -> BoundClause {
        let order = try page.order.map { item in
            BoundSort(
                expression: try bind(item.expression, BindingContext(scope)),
                isDescending: item.isDescending, nullsFirst: item.nullsFirst)
        }
        return .orderAndPage(try bindPage(page, order: order))
    }

    mutating func bindPage(_ page: OrderAndPage, order: [BoundSort]) throws -> BoundPage {
        BoundPage(
            order: order,
            skip: try page.skip.map { try bindConstantInteger($0, of: "SKIP", minimum: 0) },
            limit: try page.limit.map { try bindConstantInteger($0, of: "LIMIT", minimum: 0) })
    }

    /// Binds a number that is wanted before there are rows.
    mutating func bindConstantInteger(
        _ expression: Expression, of what: String, minimum: Int
    ) throws -> BoundExpression {
        var context = BindingContext(Scope())
        context.isConstant = true
        let bound = try bind(expression, context)
        if let value = bound.constantInteger, value < minimum {
            throw BindingError.syntax(
                "NegativeIntegerArgument", "\(what) cannot be \(value)", expression.range,
                hint: "It must be \(minimum) or more")
        }
        guard bound.type.overlaps(.integer) else {
            throw BindingError.argumentType(
                what, wants: "an integer", got: bound.type, expression.range)
        }
        return bound
    }
}

extension BoundExpression {
    /// The integer an expression is as written, signs included.
    fileprivate var constantInteger: Int? {
        switch kind {
        case .literal(.integer(let value)): return value
        case .unary(.minus, let operand):
            guard let value = operand.constantInteger else { return nil }
            let (result, overflow) = 0.subtractingReportingOverflow(value)
            return overflow ? nil : result
        case .unary(.plus, let operand): return operand.constantInteger
        default: return nil
        }
    }
}
