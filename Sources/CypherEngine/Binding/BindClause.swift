import CypherSyntax
import GraphModel

/// Clauses by kind; each kind's rules are in a file of their own.
extension StatementBinder {
    /// Binds any clause but RETURN; the scope becomes the one after it.
    mutating func bindClause(_ clause: Clause, _ scope: inout Scope) throws -> [BoundClause] {
        let range = clause.range
        switch clause.kind {
        case .match(let match): return [try bindMatch(match, &scope)]
        case .unwind(let list, let variable, nil): return [try bindUnwind(list, variable, &scope)]
        case .unwind(let list, let variable, let position?):
            return try bindUnwind(list, variable, position, &scope)
        case .with(let projection, let predicate):
            let result = try bindProjection(
                projection, predicate: predicate, isReturn: false, &scope)
            return [.project(result.clause)]
        case .let(let items): return try bindLet(items, &scope)
        case .filter(let predicate):
            let bound = try bindPredicate(predicate, BindingContext(scope), of: "FILTER")
            return [.filter(bound)]
        case .orderAndPage(let page): return [try bindOrderAndPage(page, scope)]
        case .finish, .return: return [.finish]
        case .call(let call): return try bindCallClause(call, range, &scope)
        case .subquery(let call): return [try bindSubqueryClause(call, range, &scope)]
        case .create, .merge, .set, .remove, .delete, .foreach:
            return [try bindWrite(clause, &scope)]
        }
    }

    private mutating func bindUnwind(
        _ list: Expression, _ variable: Name, _ scope: inout Scope
    ) throws -> BoundClause {
        let bound = try bind(list, BindingContext(scope))
        // What is no list counts as a list of one.
        let type = bound.type.isList || bound.type.isOpen ? bound.type.element : bound.type
        return .unwind(bound, variable: try declare(variable, type, in: &scope))
    }

    /// The places of a list unwound, and the element at each.
    private mutating func bindUnwind(
        _ list: Expression, _ variable: Name, _ position: ListPosition, _ scope: inout Scope
    ) throws -> [BoundClause] {
        let bound = try bind(list, BindingContext(scope))
        guard bound.type.isOpen || bound.type.isList else {
            throw BindingError.argumentType("FOR", wants: "a list", got: bound.type, list.range)
        }
        // Computed once; its name is seen by nobody.
        var hidden = scope
        let source = try declare(Name(" list", list.range), bound.type, in: &hidden)
        let items = BoundExpression(.variable(source), bound.type, list.range)
        let element = try declare(variable, bound.type.element, in: &scope)
        let place = try declare(position.variable, .integer, in: &scope)
        func number(_ value: Int) -> BoundExpression {
            BoundExpression(.literal(.integer(value)), .integer, list.range)
        }
        func minusOne(_ value: BoundExpression) -> BoundExpression {
            BoundExpression(.binary(.subtract, value, number(1)), .integer, list.range)
        }
        let first = position.isOrdinal ? 1 : 0
        let size = try call("size", [items], .integer, list.range)
        let places = try call(
            "range", [number(first), position.isOrdinal ? size : minusOne(size)],
            .list(.integer), list.range)
        let at = BoundExpression(.variable(place), .integer, list.range)
        let value = BoundExpression(
            .element(items, position.isOrdinal ? minusOne(at) : at), bound.type.element, list.range)
        return [
            .extend([(source, bound)]), .unwind(places, variable: place),
            .extend([(element, value)]),
        ]
    }

    private func call(
        _ name: String, _ arguments: [BoundExpression], _ type: ExpressionType, _ range: SourceRange
    ) throws -> BoundExpression {
        guard let function = FunctionRegistry.find(name) else {
            preconditionFailure("bug in Veiviser: there is no function '\(name)'")
        }
        return BoundExpression(.call(function, arguments), type, range)
    }

    /// A clause for each item: the values of one LET may build on those before them.
    private mutating func bindLet(
        _ items: [LetItem], _ scope: inout Scope
    ) throws -> [BoundClause] {
        var bound: [BoundClause] = []
        for item in items {
            let value = try bind(item.value, BindingContext(scope))
            bound.append(.extend([(try declare(item.variable, value.type, in: &scope), value)]))
        }
        return bound
    }

    // MARK: Writing

    private mutating func bindWrite(
        _ clause: Clause, _ scope: inout Scope
    ) throws -> BoundClause {
        try noteWrite(clause.range)
        switch clause.kind {
        case .create(let paths): return .create(try bindCreate(paths, &scope))
        case .merge(let path, let onCreate, let onMatch):
            return .merge(try bindMerge(path, onCreate, onMatch, clause.range, &scope))
        case .set(let items): return .set(try items.map { try bindSet($0, scope) })
        case .remove(let items): return .remove(try items.map { try bindRemove($0, scope) })
        case .delete(let items, let detach):
            return .delete(try items.map { try bindDeleted($0, scope) }, detach: detach)
        case .foreach(let variable, let list, let body):
            return try bindForeach(variable, list, body, scope)
        default: return .finish
        }
    }

    private mutating func bindForeach(
        _ name: Name, _ list: Expression, _ body: [Clause], _ scope: Scope
    ) throws -> BoundClause {
        let source = try bind(list, BindingContext(scope))
        guard source.type.isOpen || source.type.isList else {
            throw BindingError.argumentType(
                "FOREACH", wants: "a list", got: source.type, list.range)
        }
        var inner = scope
        let variable = try declare(name, source.type.element, in: &inner)
        let bound = try body.flatMap { try bindClause($0, &inner) }
        return .foreach(variable: variable, list: source, body: bound)
    }
}
