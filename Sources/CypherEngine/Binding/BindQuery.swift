import CypherSyntax
import GraphModel

/// Where a query stands, which says what it sees and gives. How it may end is checked by the
/// parser.
enum QueryRole {
    /// A statement of its own.
    case statement
    /// Part of another query.
    case inner
    /// Inside the old form of `CALL { … }`, where a leading WITH says what it sees.
    case importing
}

/// Queries and how they are put together.
extension StatementBinder {
    mutating func bindQuery(
        _ query: Query, _ scope: Scope, _ role: QueryRole
    ) throws -> BoundQuery {
        switch query {
        case .single(let single): return try bindSingle(single, scope, role)
        case .union(let left, let right, let all, let range):
            let boundLeft = try bindQuery(left, scope, role)
            let boundRight = try bindQuery(right, scope, role)
            return try united(boundLeft, boundRight, all: all, range)
        case .next(let first, let second, _):
            let boundFirst = try bindQuery(first, scope, role == .importing ? .importing : .inner)
            var after = role == .importing ? Scope() : Scope(outer: scope.outer)
            for column in boundFirst.columns { after.declare(column.name, column.variable) }
            return .next(boundFirst, try bindQuery(second, after, .inner))
        }
    }

    // MARK: UNION

    private mutating func united(
        _ left: BoundQuery, _ right: BoundQuery, all: Bool, _ range: SourceRange
    ) throws -> BoundQuery {
        let names = left.columns.map(\.name)
        let others = right.columns
        guard names.count == others.count, Set(names) == Set(others.map(\.name)) else {
            throw BindingError.syntax(
                "DifferentColumnsInUnion", "both sides of UNION need the same columns", range,
                hint: "Give them the same names with AS")
        }
        let order = names.compactMap { name in others.firstIndex { $0.name == name } }
        let right = right.reordered(order)
        let columns = zip(left.columns, right.columns).map { first, second in
            let type = self.type(of: first.variable).union(self.type(of: second.variable))
            return BoundColumn(name: first.name, variable: makeVariable(first.name, type))
        }
        return .union(left, right, all: all, columns: columns)
    }

    // MARK: One sequence of clauses

    private mutating func bindSingle(
        _ query: SingleQuery, _ outer: Scope, _ role: QueryRole
    ) throws -> BoundQuery {
        var scope = outer
        var clauses = query.clauses[...]
        if role == .importing {
            scope = try importedScope(&clauses, outer)
        }
        if role == .statement, clauses.count == 1, let only = clauses.first,
            case .call(let call) = only.kind
        {
            return try bindStandaloneCall(call, only.range)
        }
        var bound: [BoundClause] = []
        var columns: [BoundColumn] = []
        for clause in clauses {
            if case .return(let projection) = clause.kind {
                let result = try bindProjection(projection, isReturn: true, &scope)
                bound.append(.project(result.clause))
                columns = result.columns
            } else {
                bound += try bindClause(clause, &scope)
            }
        }
        return .clauses(bound, columns: columns)
    }
}

extension BoundQuery {
    /// The same query with its columns in another order: column i becomes what `order[i]` was.
    fileprivate func reordered(_ order: [Int]) -> BoundQuery {
        let columns = order.map { self.columns[$0] }
        return switch self {
        case .clauses(let clauses, _): .clauses(clauses, columns: columns)
        case .next(let first, let second): .next(first, second.reordered(order))
        case .union(let left, let right, let all, _):
            .union(left.reordered(order), right.reordered(order), all: all, columns: columns)
        }
    }
}
