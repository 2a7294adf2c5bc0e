import CypherSyntax
import GraphModel

/// SET, REMOVE and DELETE: what they may be aimed at.
extension StatementBinder {
    mutating func bindSet(_ item: SetItem, _ scope: Scope) throws -> BoundSet {
        let context = BindingContext(scope)
        switch item {
        case .property(let target, let key, let value):
            return .property(
                target: try bindTarget(target, context), key: key.text,
                value: try bind(value, context))
        case .dynamicProperty(let target, let key, let value):
            return .dynamicProperty(
                target: try bindTarget(target, context), key: try bind(key, context),
                value: try bind(value, context))
        case .replace(let variable, let value):
            return .replace(
                target: try resolveTarget(variable, context),
                value: try bindProperties(value, context))
        case .merge(let variable, let value):
            return .merge(
                target: try resolveTarget(variable, context),
                value: try bindProperties(value, context))
        case .labels(let variable, let labels):
            return .labels(
                target: try resolveLabelled(variable, context), labels.map(\.text))
        }
    }

    mutating func bindRemove(_ item: RemoveItem, _ scope: Scope) throws -> BoundRemove {
        let context = BindingContext(scope)
        switch item {
        case .property(let target, let key):
            return .property(target: try bindTarget(target, context), key: key.text)
        case .dynamicProperty(let target, let key):
            return .dynamicProperty(
                target: try bindTarget(target, context), key: try bind(key, context))
        case .labels(let variable, let labels):
            return .labels(
                target: try resolveLabelled(variable, context), labels.map(\.text))
        }
    }

    // MARK: Targets

    private mutating func bindTarget(
        _ target: Expression, _ context: BindingContext
    ) throws -> BoundExpression {
        let bound = try bind(target, context)
        try checkTarget(bound.type, target.range)
        return bound
    }

    private func resolveTarget(
        _ name: Name, _ context: BindingContext
    ) throws -> BoundExpression {
        let bound = try resolve(name, context)
        try checkTarget(bound.type, name.range)
        return bound
    }

    private func resolveLabelled(
        _ name: Name, _ context: BindingContext
    ) throws -> BoundExpression {
        let bound = try resolve(name, context)
        guard bound.type.overlaps(.node) else {
            throw BindingError.argumentType(
                "a label", wants: "a node", got: bound.type, name.range)
        }
        return bound
    }

    private func checkTarget(_ type: ExpressionType, _ range: SourceRange) throws {
        if type.overlaps(.node) || type.overlaps(.relationship) { return }
        throw BindingError.argumentType(
            "a change of properties", wants: "a node or a relationship", got: type, range)
    }

    /// The right side of `n = …` and `n += …`.
    private mutating func bindProperties(
        _ value: Expression, _ context: BindingContext
    ) throws -> BoundExpression {
        let bound = try bind(value, context)
        switch bound.type {
        case .any, .null, .map, .node, .relationship: return bound
        default:
            throw BindingError.argumentType(
                "SET", wants: "a map of properties", got: bound.type, value.range)
        }
    }

    // MARK: DELETE

    mutating func bindDeleted(
        _ expression: Expression, _ scope: Scope
    ) throws -> BoundExpression {
        let bound = try bind(expression, BindingContext(scope))
        switch bound.type {
        case .any, .null, .node, .relationship, .path: return bound
        default:
            throw BindingError.argumentType(
                "DELETE", wants: "a node, a relationship or a path", got: bound.type,
                expression.range)
        }
    }
}
