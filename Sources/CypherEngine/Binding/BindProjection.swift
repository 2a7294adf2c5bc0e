import CypherSyntax
import GraphModel

/// WITH and RETURN: items, grouping, what ORDER BY and WHERE may see.
extension StatementBinder {
    /// An item with its column.
    struct ProjectedItem {
        var name: String
        var value: BoundExpression
        var isAggregated: Bool
        /// Where the value lands.
        var variable: VariableID
        var range: SourceRange
    }

    /// Binds a projection; the scope becomes the one after it.
    mutating func bindProjection(
        _ projection: Projection, predicate: Expression? = nil, isReturn: Bool,
        _ scope: inout Scope
    ) throws -> (clause: BoundProjection, columns: [BoundColumn]) {
        // A subquery among the items has projections of its own.
        let outerAggregates = aggregates
        let outerUses = aggregateUses
        defer {
            aggregates = outerAggregates
            aggregateUses = outerUses
        }
        aggregates = []
        aggregateUses = 0
        var items = try bindItems(projection, isReturn: isReturn, scope)
        try checkNames(items, scope, isReturn: isReturn)
        var result = BoundProjection(
            keys: nil, aggregates: [], items: [], isDistinct: projection.isDistinct,
            page: BoundPage(), predicate: nil)
        let isGrouping = items.contains(where: \.isAggregated)
        let view = ProjectionView(items: items, input: scope, hidesInput: isGrouping)
        if isGrouping { result.keys = try group(&items, view) }
        result.items = items.map { ($0.variable, $0.value) }
        let after = scope.narrowed(
            to: Dictionary(items.map { ($0.name, $0.variable) }) { first, _ in first })
        try bindTail(projection, predicate, &result, view, scope.overlaid(by: after))
        result.aggregates = aggregates
        scope = after
        return (result, items.map { BoundColumn(name: $0.name, variable: $0.variable) })
    }

    // MARK: Items

    private mutating func bindItems(
        _ projection: Projection, isReturn: Bool, _ scope: Scope
    ) throws -> [ProjectedItem] {
        var items: [ProjectedItem] = []
        if projection.includesAll {
            if isReturn, scope.localNames.isEmpty, projection.items.isEmpty {
                throw BindingError.syntax(
                    "NoVariablesInScope", "there are no variables for '*'", projection.range)
            }
            for name in scope.localNames {
                guard let variable = scope[name] else { continue }
                items.append(
                    ProjectedItem(
                        name: name, value: reference(variable, projection.range),
                        isAggregated: false, variable: variable, range: projection.range))
            }
        }
        for item in projection.items {
            items.append(try bindItem(item, scope))
        }
        return items
    }

    private mutating func bindItem(
        _ item: ProjectionItem, _ scope: Scope
    ) throws -> ProjectedItem {
        let uses = aggregateUses
        let value = try bind(item.expression, BindingContext(scope, aggregates: .lifted))
        let range = item.alias?.range ?? item.expression.range
        let name = item.alias?.text ?? item.columnName
        // A variable that keeps its name stays the same variable.
        var variable: VariableID?
        if case .variable(let passed) = value.kind, scope[name] == passed { variable = passed }
        return ProjectedItem(
            name: name, value: value, isAggregated: aggregateUses > uses,
            variable: variable ?? makeVariable(name, value.type), range: range)
    }

    private func checkNames(
        _ items: [ProjectedItem], _ scope: Scope, isReturn: Bool
    ) throws {
        var seen: Set<String> = []
        for item in items {
            guard seen.insert(item.name).inserted else {
                throw BindingError.syntax(
                    "ColumnNameConflict", "two columns are called '\(item.name)'", item.range,
                    hint: "Give one of them another name with AS")
            }
            if !isReturn, let outer = scope.outer[item.name], outer != item.variable {
                throw BindingError.alreadyBound(Name(item.name, item.range))
            }
        }
    }

    // MARK: ORDER BY, SKIP, LIMIT, WHERE

    private mutating func bindTail(
        _ projection: Projection, _ predicate: Expression?, _ result: inout BoundProjection,
        _ view: ProjectionView, _ scope: Scope
    ) throws {
        var view = view
        view.hidesInput = result.keys != nil || projection.isDistinct
        var order: [BoundSort] = []
        for item in projection.page.order {
            let bound = try bindSortKey(item.expression, result, view, scope)
            order.append(
                BoundSort(
                    expression: bound, isDescending: item.isDescending,
                    nullsFirst: item.nullsFirst))
        }
        result.page = try bindPage(projection.page, order: order)
        if let predicate {
            let bound = try bindPredicate(predicate, BindingContext(scope), of: "WHERE")
            result.predicate = try view.rewritten(bound, mixesAggregates: false)
        }
    }

    private mutating func bindSortKey(
        _ expression: Expression, _ result: BoundProjection, _ view: ProjectionView,
        _ scope: Scope
    ) throws -> BoundExpression {
        let isGrouping = result.keys != nil
        let uses = aggregateUses
        let known = aggregates.count
        let context = BindingContext(scope, aggregates: isGrouping ? .lifted : .forbidden)
        let bound = try bind(expression, context)
        for aggregate in aggregates[known...] { try view.checkNewAggregate(aggregate) }
        if aggregates.count > known, result.isDistinct {
            throw BindingError.syntax(
                "InvalidAggregation", "ORDER BY after DISTINCT can use only what is projected",
                expression.range)
        }
        return try view.rewritten(bound, mixesAggregates: aggregateUses > uses)
    }
}

extension ProjectionItem {
    /// The column's name where none is given: a variable's own, else the text as written. In WITH
    /// the parser asks for a name.
    fileprivate var columnName: String {
        if case .variable(let name) = expression.kind { name } else { text }
    }
}
