import CypherSyntax
import GraphModel

/// `CALL (x) { … }` and `CALL { WITH x … }`: what goes in, and what comes out.
extension StatementBinder {
    mutating func bindSubqueryClause(
        _ call: SubqueryCall, _ range: SourceRange, _ scope: inout Scope
    ) throws -> BoundClause {
        let bound: BoundQuery
        switch call.imports {
        case .leadingWith: bound = try bindQuery(call.query, scope, .importing)
        case .all: bound = try bindQuery(call.query, scope.forSubquery(), .inner)
        case .named(let names):
            var imported: [String: VariableID] = [:]
            for name in names {
                guard let variable = scope[name.text] else {
                    throw BindingError.undefined(name, among: scope)
                }
                imported[name.text] = variable
            }
            bound = try bindQuery(call.query, Scope(outer: imported), .inner)
        }
        for column in bound.columns {
            if scope[column.name] != nil {
                throw BindingError.alreadyBound(Name(column.name, range))
            }
            scope.declare(column.name, column.variable)
        }
        return .subquery(BoundSubquery(query: bound, isOptional: call.isOptional))
    }

    /// What a leading WITH of bare names lets the rest of the query see; that clause is then
    /// done with. Without one the query sees nothing.
    func importedScope(_ clauses: inout ArraySlice<Clause>, _ outer: Scope) throws -> Scope {
        guard let first = clauses.first, case .with(let projection, nil) = first.kind,
            let names = projection.bareNames
        else { return Scope() }
        clauses = clauses.dropFirst()
        if projection.includesAll { return Scope().narrowed(to: outer.visible) }
        var imported: [String: VariableID] = [:]
        for name in names {
            guard let variable = outer[name.text] else {
                throw BindingError.undefined(name, among: outer)
            }
            imported[name.text] = variable
        }
        return Scope().narrowed(to: imported)
    }
}

extension Projection {
    /// The names where the projection only passes variables on; nil where it does more.
    fileprivate var bareNames: [Name]? {
        guard !isDistinct, page.order.isEmpty, page.skip == nil, page.limit == nil else {
            return nil
        }
        var names: [Name] = []
        for item in items {
            guard item.alias == nil, case .variable(let name) = item.expression.kind else {
                return nil
            }
            names.append(Name(name, item.expression.range))
        }
        return names
    }
}
