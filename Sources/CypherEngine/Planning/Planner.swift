import CypherSyntax
import GraphModel
import GraphStore

/// Turns bound queries into logical plans.
package struct Planner {
    let statistics: GraphStatistics
    let view: GraphView
    /// Whether patterns are ordered by cost; if not, in the order written.
    package var isOptimizing = true
    /// Adds the facts each row rests on in this variable, where asked for.
    package var factsVariable: VariableID?
    /// The first number that is free for a variable of ours.
    package private(set) var slotCount: Int

    package init(view: GraphView, variableCount: Int) {
        self.view = view
        statistics = GraphStatistics(view: view)
        slotCount = variableCount
    }

    /// A variable of our own.
    mutating func newVariable() -> VariableID {
        slotCount += 1
        return VariableID(slotCount - 1)
    }

    /// Plans a whole query.
    package mutating func plan(_ query: BoundQuery) throws -> LogicalPlan {
        try plan(query, input: .argument, isOutermost: true)
    }

    /// Plans a query inside another: it starts from the outer rows and keeps their columns.
    package mutating func plan(inner query: BoundQuery) throws -> LogicalPlan {
        try plan(query, input: .argument, isOutermost: false)
    }

    private mutating func plan(
        _ query: BoundQuery, input: LogicalPlan, isOutermost: Bool
    ) throws -> LogicalPlan {
        switch query {
        case .clauses(let clauses, _):
            var plan = input
            let (counted, rest) = try planCount(clauses, input: input, isOutermost: isOutermost)
            plan = counted
            for clause in rest {
                plan = try self.plan(clause, input: plan, isOutermost: isOutermost)
            }
            return plan
        case .union(let left, let right, let all, let columns):
            return try planUnion(
                left, right, all: all, columns: columns, input: input, isOutermost: isOutermost)
        case .next(let first, let second):
            let plan = try self.plan(first, input: input, isOutermost: isOutermost)
            return try self.plan(second, input: plan, isOutermost: isOutermost)
        }
    }

    /// Plans the clauses up to a projection that only counts matches, where there is one.
    private mutating func planCount(
        _ clauses: [BoundClause], input: LogicalPlan, isOutermost: Bool
    ) throws -> (LogicalPlan, ArraySlice<BoundClause>) {
        guard isOptimizing, isOutermost, factsVariable == nil, case .argument = input,
            let end = clauses.firstIndex(where: \.isProjection), end > 0,
            case .project(let projection) = clauses[end], projection.keys?.isEmpty == true,
            let counting = projection.aggregates.first, projection.aggregates.count == 1,
            let pattern = CountPatternBuilder.build(clauses[..<end], counting: counting)
        else { return (input, clauses[...]) }
        var rows = input
        for clause in clauses[..<end] {
            rows = try plan(clause, input: rows, isOutermost: isOutermost)
        }
        rows = .aggregate(rows, keys: [], projection.aggregates, facts: nil)
        var plan = LogicalPlan.countPattern(
            rows, PreparedCount(pattern), [counting.variable])
        plan = finish(projection, input: plan, isOutermost: isOutermost)
        return (plan, clauses[(end + 1)...])
    }

    private mutating func planUnion(
        _ left: BoundQuery, _ right: BoundQuery, all: Bool, columns: [BoundColumn],
        input: LogicalPlan, isOutermost: Bool
    ) throws -> LogicalPlan {
        let joined = zip(zip(left.columns, right.columns), columns).map {
            (left: $0.0.variable, right: $0.1.variable, to: $1.variable)
        }
        let outputs = columns.map(\.variable)
        var startsHere = false
        if case .argument = input { startsHere = true }
        var plan = LogicalPlan.union(
            try self.plan(left, input: .argument, isOutermost: isOutermost && startsHere),
            try self.plan(right, input: .argument, isOutermost: isOutermost && startsHere),
            columns: joined)
        if !all { plan = .distinct(plan, outputs, facts: factsVariable) }
        if startsHere { return plan }
        return .apply(
            input, inner: plan, outputs: withFacts(outputs), isUnit: false, isOptional: false)
    }

    private mutating func plan(
        _ clause: BoundClause, input: LogicalPlan, isOutermost: Bool
    ) throws -> LogicalPlan {
        switch clause {
        case .match(let pattern, let isOptional):
            return try planMatch(
                pattern, isOptional: isOptional, input: input, isOutermost: isOutermost)
        case .unwind(let list, let variable):
            return .unwind(input, list: list, variable: variable)
        case .project(let projection):
            return try plan(projection, input: input, isOutermost: isOutermost)
        case .extend(let items): return .project(input, items)
        case .filter(let predicate): return .filter(input, predicate.conjuncts)
        case .orderAndPage(let page): return planPage(page, input: input)
        case .call(let call): return .call(input, call)
        case .subquery(let subquery):
            let inner = try plan(inner: subquery.query)
            return .apply(
                input, inner: inner, outputs: withFacts(subquery.query.columns.map(\.variable)),
                isUnit: subquery.query.columns.isEmpty, isOptional: subquery.isOptional)
        case .finish: return .drain(input)
        case .create, .merge, .set, .remove, .delete, .foreach:
            return try planWrite(clause, input: input)
        }
    }

    private mutating func planWrite(
        _ clause: BoundClause, input: LogicalPlan
    ) throws -> LogicalPlan {
        switch clause {
        case .create(let pattern): return .create(input, pattern)
        case .merge(let merge):
            let inner = try planPattern(
                merge.pattern, input: .argument, allowsJoin: false)
            return .merge(input, inner: inner, merge)
        case .set(let items): return .set(input, items)
        case .remove(let items): return .remove(input, items)
        case .delete(let items, let detach): return .delete(input, items, detach: detach)
        case .foreach(let variable, let list, let body):
            var inner = LogicalPlan.argument
            for clause in body { inner = try plan(clause, input: inner, isOutermost: false) }
            return .foreach(input, variable: variable, list: list, inner: inner)
        default: return input
        }
    }

    private mutating func planMatch(
        _ pattern: PatternGraph, isOptional: Bool, input: LogicalPlan, isOutermost: Bool
    ) throws -> LogicalPlan {
        if !isOptional {
            var isAtStart = false
            if case .argument = input { isAtStart = isOutermost }
            return try planPattern(pattern, input: input, isAtStart: isAtStart)
        }
        let row = newVariable()
        let inner = try planPattern(pattern, input: .argument, rowVariable: row)
        return .optional(
            input, inner: inner, rowVariable: row,
            introduced: pattern.introducedVariables.sorted { $0.raw < $1.raw })
    }

    private mutating func plan(
        _ projection: BoundProjection, input: LogicalPlan, isOutermost: Bool
    ) throws -> LogicalPlan {
        var plan = input
        if let keys = projection.keys {
            if projection.aggregates.allSatisfy(\.ignoresEqualRows) {
                plan = endsOnly(
                    plan, keys.map(\.value) + projection.aggregates.flatMap(\.arguments))
            }
            plan = .aggregate(
                plan, keys: keys, projection.aggregates, facts: factsVariable)
        } else if projection.isDistinct {
            plan = endsOnly(plan, projection.items.map(\.value))
        }
        return finish(projection, input: plan, isOutermost: isOutermost)
    }

    /// The plan where equal rows count once and these expressions are all that is looked at.
    private func endsOnly(_ plan: LogicalPlan, _ looks: [BoundExpression]) -> LogicalPlan {
        guard isOptimizing, factsVariable == nil, looks.allSatisfy(\.isDeterministic) else {
            return plan
        }
        return plan.lookingAtEndsOnly(
            used: looks.reduce(into: []) { $0.formUnion($1.usedVariables) })
    }

    /// What comes after grouping: items, distinct, order, page, predicate.
    private func finish(
        _ projection: BoundProjection, input: LogicalPlan, isOutermost: Bool
    ) -> LogicalPlan {
        var plan = LogicalPlan.project(input, projection.items)
        let outputs = projection.items.map(\.variable)
        if projection.isDistinct { plan = .distinct(plan, outputs, facts: factsVariable) }
        plan = planPage(projection.page, input: plan)
        if let predicate = projection.predicate { plan = .filter(plan, predicate.conjuncts) }
        return isOutermost ? .prune(plan, keeps: withFacts(outputs)) : plan
    }

    /// The variables, and where facts are asked for the one that holds them.
    private func withFacts(_ variables: [VariableID]) -> [VariableID] {
        variables + [factsVariable].compactMap { $0 }
    }

    private func planPage(_ page: BoundPage, input: LogicalPlan) -> LogicalPlan {
        var plan = input
        if !page.order.isEmpty { plan = .sort(plan, page) }
        if page.skip != nil || page.limit != nil {
            plan = .page(plan, skip: page.skip, limit: page.limit)
        }
        return plan
    }
}

extension PatternGraph {
    /// The variables this pattern binds.
    package var introducedVariables: Set<VariableID> {
        var found = Set(nodes.filter { !$0.isBound }.map(\.variable))
        found.formUnion(relationships.filter { !$0.isBound }.map(\.variable))
        found.formUnion(paths.compactMap(\.variable))
        for group in groups { found.formUnion(group.exports.map(\.outer)) }
        return found
    }
}

extension BoundClause {
    fileprivate var isProjection: Bool {
        if case .project = self { true } else { false }
    }
}
