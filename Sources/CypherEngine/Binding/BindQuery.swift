import CypherSyntax
import GraphModel

/// Where a query stands, which says how it may begin and end.
enum QueryRole {
    /// A statement of its own.
    case statement
    /// The first part of `… NEXT …`: must return something.
    case first
    /// Inside `CALL { … }`; may only write.
    case clause
    /// The same in the old form, where a leading WITH says what it sees.
    case importingClause
    /// Inside EXISTS or COUNT: what it returns does not matter.
    case existential
    /// Inside COLLECT.
    case collected
}

/// Queries and how they are put together.
extension StatementBinder {
    mutating func bindQuery(
        _ query: Query, _ scope: Scope, _ role: QueryRole
    ) throws -> BoundQuery {
        switch query {
        case .single(let single): return try bindSingle(single, scope, role)
        case .union(let left, let right, let all, let range):
            if case .union(_, _, let other, _) = left, other != all {
                throw BindingError.clauseComposition(
                    "UNION and UNION ALL cannot be mixed", range)
            }
            let boundLeft = try bindQuery(left, scope, role)
            let boundRight = try bindQuery(right, scope, role)
            return try united(boundLeft, boundRight, all: all, range)
        case .next(let first, let second, _):
            let boundFirst = try bindQuery(first, scope, .first)
            var after = Scope(outer: scope.outer)
            for column in boundFirst.columns { after.declare(column.name, column.variable) }
            let rest = role == .statement || role == .importingClause ? .clause : role
            return .next(boundFirst, try bindQuery(second, after, rest))
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
        if role == .importingClause {
            scope = try importedScope(&clauses, outer)
        }
        if role == .statement, clauses.count == 1, let only = clauses.first,
            case .call(let call) = only.kind
        {
            return try bindStandaloneCall(call, only.range)
        }
        var bound: [BoundClause] = []
        var columns: [BoundColumn] = []
        for (index, clause) in zip(clauses.indices, clauses) {
            try checkOrder(clause, isLast: index == clauses.endIndex - 1)
            if case .return(let projection) = clause.kind {
                let result = try bindProjection(projection, isReturn: true, &scope)
                bound.append(.project(result.clause))
                columns = result.columns
            } else {
                bound += try bindClause(clause, &scope)
            }
        }
        try checkEnd(clauses.last, bound.last, query.range, role)
        return .clauses(bound, columns: columns)
    }

    /// Only the last clause may give the result.
    private func checkOrder(_ clause: Clause, isLast: Bool) throws {
        switch clause.kind {
        case .return where !isLast:
            throw BindingError.clauseComposition(
                "RETURN must be the last clause", clause.range, hint: "Use WITH to go on")
        case .finish where !isLast:
            throw BindingError.clauseComposition("FINISH must be the last clause", clause.range)
        default: return
        }
    }

    /// A query must end in what gives a result or changes the graph.
    private func checkEnd(
        _ last: Clause?, _ bound: BoundClause?, _ range: SourceRange, _ role: QueryRole
    ) throws {
        if role == .existential { return }
        let isReturn: Bool
        switch last?.kind {
        case .return: isReturn = true
        case .finish, .create, .merge, .set, .remove, .delete, .foreach: isReturn = false
        case .call(let call):
            guard call.yields.isEmpty else { throw unfinished(last, range) }
            isReturn = false
        case .subquery:
            guard case .subquery(let subquery) = bound, subquery.query.columns.isEmpty else {
                throw unfinished(last, range)
            }
            isReturn = false
        default: throw unfinished(last, range)
        }
        if !isReturn, role == .first || role == .collected {
            throw unfinished(last, range)
        }
    }

    private func unfinished(_ last: Clause?, _ range: SourceRange) -> Diagnostic {
        BindingError.clauseComposition(
            "the query needs a RETURN at its end", last?.range ?? range,
            hint: "Add RETURN with what you want to see")
    }
}

extension CallYield {
    /// Whether nothing of the procedure's result is named.
    fileprivate var isEmpty: Bool {
        switch columns {
        case .unstated: true
        case .all: false
        case .named(let items): items.isEmpty
        }
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
