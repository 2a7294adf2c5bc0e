import CypherEngine
import CypherSyntax
import GraphModel

/// WITH and RETURN: grouping, DISTINCT, ORDER BY, SKIP and LIMIT over all rows at once.
struct ReferenceProjection {
    let evaluator: ReferenceEvaluator

    private struct Item {
        let name: String
        let expression: Expression
        var isAggregate: Bool { ReferenceProjection.hasAggregate(expression) }
    }

    func apply(
        _ projection: Projection, to rows: [ReferenceRow], keeping outer: some Sequence<String>
    ) throws -> ReferenceEvaluator.Table {
        let items = self.items(of: projection, rows, hidden: Set(outer))
        let isGrouping = items.contains(where: \.isAggregate)
        // Each result row with what ORDER BY may look at beside it.
        var results: [(row: ReferenceRow, scope: ReferenceRow)] =
            isGrouping
            ? try grouped(rows, items).map { ($0, $0) }
            : try rows.map { source in
                let row = try projected(items) { try evaluator.evaluate($0, source) }
                return (row, source.merging(row) { _, new in new })
            }
        let columns = items.map(\.name)
        if projection.isDistinct {
            results = evaluator.distinct(results.map(\.row), columns).map { ($0, $0) }
        }
        let ordered = try ordered(results, projection.page.order)
        let skipped = try count(projection.page.skip) ?? 0
        let taken = try count(projection.page.limit) ?? Int.max
        return ReferenceEvaluator.Table(
            columns: columns, rows: Array(ordered.dropFirst(skipped).prefix(taken)))
    }

    private func items(
        of projection: Projection, _ rows: [ReferenceRow], hidden: Set<String>
    ) -> [Item] {
        var items: [Item] = []
        if projection.includesAll {
            for name in (rows.first ?? [:]).keys.sorted() where !hidden.contains(name) {
                items.append(
                    Item(
                        name: name,
                        expression: Expression(.variable(name), projection.range)))
            }
        }
        return items
            + projection.items.map {
                Item(name: $0.alias?.text ?? $0.text, expression: $0.expression)
            }
    }

    private func projected(
        _ items: [Item], _ value: (Expression) throws -> Value
    ) rethrows -> ReferenceRow {
        var row: ReferenceRow = [:]
        for item in items { row[item.name] = try value(item.expression) }
        return row
    }

    private func grouped(_ rows: [ReferenceRow], _ items: [Item]) throws -> [ReferenceRow] {
        let keys = items.filter { !$0.isAggregate }
        var order: [[ValueKey]] = keys.isEmpty ? [[]] : []
        var groups: [[ValueKey]: [ReferenceRow]] = keys.isEmpty ? [[]: []] : [:]
        for row in rows {
            let key = try keys.map { ValueKey(try evaluator.evaluate($0.expression, row)) }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(row)
        }
        return try order.map { key in
            let group = groups[key] ?? []
            return try projected(items) {
                try evaluator.evaluate($0, group.first ?? [:], group: group)
            }
        }
    }

    private func ordered(
        _ rows: [(row: ReferenceRow, scope: ReferenceRow)], _ order: [SortItem]
    ) throws -> [ReferenceRow] {
        let keys = try rows.map { row in
            try order.map { try evaluator.evaluate($0.expression, row.scope) }
        }
        return rows.indices.sorted { a, b in
            for (index, item) in order.enumerated() {
                let sign = Value.order(keys[a][index], keys[b][index])
                if sign != 0 { return (sign < 0) != item.isDescending }
            }
            return a < b
        }.map { rows[$0].row }
    }

    private func count(_ expression: Expression?) throws -> Int? {
        guard let expression else { return nil }
        guard case .integer(let count) = try evaluator.evaluate(expression, [:]) else {
            throw OutsideFragment(what: "a page size")
        }
        return count
    }

    /// Whether an expression aggregates; what stands in a subquery does so there.
    static func hasAggregate(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .countStar: true
        case .call(let call):
            FunctionRegistry.find(call.name.text)?.isAggregate == true
                || call.arguments.contains(where: hasAggregate)
        case .list(let items): items.contains(where: hasAggregate)
        case .map(let entries): entries.contains { hasAggregate($0.value) }
        case .property(let subject, _), .unary(_, let subject), .isNull(let subject, _),
            .hasLabels(let subject, _):
            hasAggregate(subject)
        case .element(let left, let right), .binary(_, let left, let right):
            hasAggregate(left) || hasAggregate(right)
        case .comparison(let operands, _): operands.contains(where: hasAggregate)
        case .conditional(let subject, let branches, let otherwise):
            ([subject, otherwise].compactMap { $0 }
                + branches.flatMap { $0.conditions + [$0.result] }).contains(where: hasAggregate)
        case .listComprehension(_, let list, _, _), .quantifier(_, _, let list, _):
            hasAggregate(list)
        case .reduce(_, let initial, _, let list, _): hasAggregate(initial) || hasAggregate(list)
        default: false
        }
    }
}
