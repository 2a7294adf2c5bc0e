import CypherSyntax
import GraphModel
import GraphStore

/// Builds running operators from a logical plan.
final class PlanBuilder {
    private let layout: RowLayout
    private let subqueries: SubqueryBuilder
    private let compiler: ExpressionCompiler
    private let profile: QueryProfile?
    /// The profile numbers of the plan's steps, in the order of a depth-first walk.
    private(set) var profileIDs: [Int] = []

    init(subqueries: SubqueryBuilder, profile: QueryProfile?) {
        layout = subqueries.layout
        self.subqueries = subqueries
        compiler = ExpressionCompiler(subqueries: subqueries)
        self.profile = profile
    }

    /// The operator of a plan whose leaves read `cell`.
    func build(_ plan: LogicalPlan, _ cell: ArgumentCell) throws -> Operator {
        var id: Int?
        if let profile {
            let number = profile.register()
            profileIDs.append(number)
            id = number
        }
        let result = try make(plan, cell)
        result.profileID = id
        return result
    }

    private func emptyCell() -> ArgumentCell { layout.makeCell() }

    private func compile(_ expression: BoundExpression) throws -> Evaluator {
        try compiler.compile(expression)
    }

    private func compile(
        _ items: [(variable: VariableID, value: BoundExpression)]
    ) throws -> [(variable: VariableID, value: Evaluator)] {
        try items.map { ($0.variable, try compile($0.value)) }
    }

    private func make(_ plan: LogicalPlan, _ cell: ArgumentCell) throws -> Operator {
        switch plan {
        case .argument: return ArgumentOperator(cell)
        case .unit: return ArgumentOperator(emptyCell())
        case .nodeScan, .nodeSeek, .expand, .endpoints, .variableExpand, .boundList, .repetition,
            .pathSearch, .selectPaths, .bindPath, .gatherFacts:
            return try makePattern(plan, cell)
        case .filter, .project, .prune, .distinct, .sort, .page, .unwind, .aggregate, .drain:
            return try makeRows(plan, cell)
        case .countPattern(let input, let pattern, let variables):
            return PatternCountOperator(
                pattern, variables: variables, fallback: makeLater(input),
                compiler: compiler, layout: layout)
        case .join, .optional, .apply, .union: return try makeCombination(plan, cell)
        case .create, .merge, .set, .remove, .delete, .foreach, .call:
            return try makeWrite(plan, cell)
        }
    }

    /// A plan that is hardly ever run is built when it is: rows of its own, as wide as it needs.
    private func makeLater(_ plan: LogicalPlan) -> () throws -> Operator {
        { [subqueries] in
            let later = subqueries.separate()
            let cell = later.layout.makeCell()
            let root = try PlanBuilder(subqueries: later, profile: nil).build(plan, cell)
            later.layout.seal()
            return root
        }
    }

    // MARK: Patterns

    private func makePattern(_ plan: LogicalPlan, _ cell: ArgumentCell) throws -> Operator {
        let input = try build(plan.inputs[0], cell)
        switch plan {
        case .nodeScan(_, let variable, let labels):
            return NodeScanOperator(input, variable: variable, labels: labels)
        case .nodeSeek(_, let variable, let labels, let key, let value):
            return NodeSeekOperator(
                input, variable: variable, labels: labels, key: key, value: try compile(value))
        case .expand(_, let spec): return ExpandOperator(input, spec: spec)
        case .endpoints(_, let spec, let isFromBound):
            return EndpointsOperator(input, spec: spec, isFromBound: isFromBound)
        case .variableExpand(_, let spec, let predicates):
            return VariableExpandOperator(
                input, spec: spec, predicate: try conjunction(predicates))
        case .boundList(_, let spec): return BoundListOperator(input, spec: spec)
        case .repetition(_, let repetition): return try makeRepetition(input, repetition)
        case .pathSearch(_, let spec, let predicates, let selection):
            return PathSearchOperator(
                input, spec: spec, predicate: try conjunction(predicates), selection: selection,
                count: try selection.count.map(compile), layout: layout)
        case .selectPaths(_, let partition, let path, let selection):
            return SelectPathsOperator(
                input, partition: partition, path: path, selection: selection,
                count: try selection.count.map(compile), layout: layout)
        case .bindPath(_, let variable, let start, let steps):
            let evaluator = PathEvaluator(start: start, steps: steps)
            return ProjectOperator(input, items: [(variable, evaluator)])
        case .gatherFacts(_, let facts, let variables):
            return FactsOperator(input, facts: facts, variables: variables)
        default: return input
        }
    }

    private func makeRepetition(_ input: Operator, _ plan: RepeatPlan) throws -> Operator {
        let cell = emptyCell()
        let inner = try build(plan.inner, cell)
        let group = plan.group
        let relationships = group.innerElements.compactMap { element -> VariableID? in
            if case .relationship(let index) = element {
                group.inner.relationships[index].variable
            } else {
                nil
            }
        }
        let first = group.inner.nodes[group.innerFirst].variable
        let last = group.inner.nodes[group.innerLast].variable
        let spec = RepeatSpec(
            from: plan.from, to: plan.to, isInto: plan.isInto, length: group.length,
            innerFirst: plan.isReversed ? last : first,
            innerLast: plan.isReversed ? first : last, innerRelationships: relationships,
            exports: group.exports, walk: plan.walk, distinctFrom: plan.distinctFrom,
            rowVariable: plan.rowVariable, mode: plan.mode, isReversed: plan.isReversed)
        return RepeatOperator(input, spec: spec, inner: inner, cell: cell)
    }

    /// One predicate for several; nil for none.
    private func conjunction(_ predicates: [BoundExpression]) throws -> Evaluator? {
        guard var result = try predicates.first.map(compile) else { return nil }
        for predicate in predicates.dropFirst() {
            result = LogicalEvaluator(
                result, try compile(predicate), deciding: false, range: predicate.range)
        }
        return result
    }

    // MARK: Rows

    private func makeRows(_ plan: LogicalPlan, _ cell: ArgumentCell) throws -> Operator {
        let input = try build(plan.inputs[0], cell)
        switch plan {
        case .filter(_, let predicates):
            return FilterOperator(input, predicates: try predicates.map(compile))
        case .project(_, let items): return ProjectOperator(input, items: try compile(items))
        case .prune(_, let keeps):
            return ProjectOperator(input, items: [], keeps: keeps.map(\.raw))
        case .distinct(_, let variables, let facts):
            return DistinctOperator(input, variables: variables, facts: facts)
        case .sort(_, let page):
            return SortOperator(
                input,
                keys: try page.order.map {
                    SortOperator.SortKey(
                        value: try compile($0.expression), isDescending: $0.isDescending,
                        nullsFirst: $0.nullsFirst)
                }, skip: try page.skip.map(compile), limit: try page.limit.map(compile),
                layout: layout)
        case .page(let source, let skip, let limit):
            return PageOperator(
                input, skip: try skip.map(compile), limit: try limit.map(compile),
                layout: layout, runsToEnd: source.writes)
        case .unwind(_, let list, let variable):
            if case .call(let function, let arguments) = list.kind, function.name == "range" {
                return SpanOperator(
                    input, arguments: try arguments.map(compile), range: list.range,
                    variable: variable)
            }
            return UnwindOperator(input, list: try compile(list), variable: variable)
        case .aggregate(_, let keys, let aggregates, let facts):
            return AggregateOperator(
                input, keys: try compile(keys), aggregates: try aggregates.map(makeAggregate),
                outer: cell, facts: facts)
        default: return DrainOperator(input)
        }
    }

    private func makeAggregate(
        _ aggregate: BoundAggregate
    ) throws -> AggregateOperator.Aggregate {
        let kind: AggregateKind
        if let function = aggregate.function {
            guard case .aggregate(let found) = function.body else {
                throw Diagnostic(
                    .internalError, "NoAggregate", "'\(function.name)' is no aggregate")
            }
            kind = found
        } else {
            kind = .countStar
        }
        return AggregateOperator.Aggregate(
            variable: aggregate.variable, arguments: try aggregate.arguments.map(compile),
            range: aggregate.range, kind: kind, isDistinct: aggregate.isDistinct)
    }

    // MARK: Combinations

    private func makeCombination(_ plan: LogicalPlan, _ cell: ArgumentCell) throws -> Operator {
        switch plan {
        case .join(let left, let right, let keys):
            return HashJoinOperator(
                try build(left, cell), try build(right, emptyCell()),
                leftKeys: try keys.left.map(compile), rightKeys: try keys.right.map(compile),
                rightSlots: keys.rightVariables.map(\.raw))
        case .optional(let input, let inner, let rowVariable, let introduced):
            let innerCell = emptyCell()
            return OptionalOperator(
                try build(input, cell), inner: try build(inner, innerCell), cell: innerCell,
                rowVariable: rowVariable, introduced: introduced)
        case .apply(let input, let inner, let outputs, let isUnit, let isOptional):
            let innerCell = emptyCell()
            let rows = try build(input, cell)
            let apply = ApplyOperator(
                inner.writes ? BarrierOperator(rows) : rows,
                inner: try build(inner, innerCell), cell: innerCell, outputs: outputs,
                isUnit: isUnit, isOptional: isOptional)
            return inner.writes ? BarrierOperator(apply) : apply
        case .union(let left, let right, let columns):
            return UnionOperator(
                try build(left, cell), try build(right, cell), columns: columns)
        default: return try make(plan, cell)
        }
    }

    // MARK: Writes

    private func makeWrite(_ plan: LogicalPlan, _ cell: ArgumentCell) throws -> Operator {
        let input = try build(plan.inputs[0], cell)
        switch plan {
        case .create(_, let pattern):
            return CreateOperator(input, creator: try makeCreator(pattern))
        case .merge(_, let inner, let merge):
            let innerCell = emptyCell()
            return MergeOperator(
                input, inner: try build(inner, innerCell), cell: innerCell,
                creator: try makeCreator(merge.creation),
                onCreate: try merge.onCreate.map(makeUpdate),
                onMatch: try merge.onMatch.map(makeUpdate), required: try required(merge))
        case .set(_, let items):
            return UpdateOperator(input, updates: try items.map(makeUpdate))
        case .remove(_, let items):
            return UpdateOperator(input, updates: try items.map(makeUpdate))
        case .delete(_, let targets, let detach):
            return DeleteOperator(
                input, targets: try targets.map { (try compile($0), $0.range) }, detach: detach)
        case .foreach(_, let variable, let list, let inner):
            let innerCell = emptyCell()
            return ForeachOperator(
                input, variable: variable, list: try compile(list), range: list.range,
                inner: try build(inner, innerCell), cell: innerCell)
        case .call(_, let call):
            return ProcedureOperator(
                input, call: call, arguments: try call.arguments.map(compile))
        default: return input
        }
    }

    private func required(
        _ merge: BoundMerge
    ) throws -> [(value: Evaluator, range: SourceRange)] {
        let maps =
            merge.creation.nodes.compactMap(\.properties)
            + merge.creation.relationships.compactMap(\.properties)
        return try maps.map { (try compile($0), $0.range) }
    }

    private func makeCreator(_ pattern: CreatePattern) throws -> Creator {
        Creator(
            pattern: pattern,
            nodeProperties: try pattern.nodes.map { try $0.properties.map(compile) },
            relationshipProperties: try pattern.relationships.map { try $0.properties.map(compile) }
        )
    }

    private func makeUpdate(_ item: BoundSet) throws -> Update {
        switch item {
        case .property(let target, let key, let value):
            Update(
                target: try compile(target), action: .setProperty(key, try compile(value)),
                range: value.range)
        case .dynamicProperty(let target, let key, let value):
            Update(
                target: try compile(target),
                action: .setDynamicProperty(try compile(key), try compile(value)),
                range: value.range)
        case .replace(let target, let value):
            Update(
                target: try compile(target), action: .replace(try compile(value)),
                range: value.range)
        case .merge(let target, let value):
            Update(
                target: try compile(target), action: .merge(try compile(value)),
                range: value.range)
        case .labels(let target, let labels):
            Update(
                target: try compile(target), action: .addLabels(labels), range: target.range)
        }
    }

    private func makeUpdate(_ item: BoundRemove) throws -> Update {
        switch item {
        case .property(let target, let key):
            Update(
                target: try compile(target), action: .removeProperty(key), range: target.range)
        case .dynamicProperty(let target, let key):
            Update(
                target: try compile(target), action: .removeDynamicProperty(try compile(key)),
                range: target.range)
        case .labels(let target, let labels):
            Update(
                target: try compile(target), action: .removeLabels(labels), range: target.range)
        }
    }
}

extension SearchSelection {
    /// How many are asked for.
    var count: BoundExpression? {
        switch self {
        case .shortest(let count), .groups(let count): count
        case .allShortest: nil
        }
    }
}
