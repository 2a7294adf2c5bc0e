import CypherSyntax
import GraphModel

/// Lists taken apart: one row an element, with the columns the inner expressions need.
struct ExplodedLists {
    /// For each outer row the elements' range, nil where the list is null.
    var ranges: [Range<Int>?]
    /// One row an element, the variable bound to it.
    var batch: Batch

    init(
        _ lists: Column, of batch: Batch, variable: VariableID, slots: [Int],
        range: SourceRange, _ context: ExecutionContext
    ) throws {
        var rows: [Int] = []
        var elements: [Value] = []
        ranges = []
        ranges.reserveCapacity(batch.count)
        for row in 0..<batch.count {
            guard let items = try listItems(lists.value(row), range: range) else {
                ranges.append(nil)
                continue
            }
            ranges.append(elements.count..<(elements.count + items.count))
            elements += items
            rows += repeatElement(row, count: items.count)
            try context.guardian.step(items.count)
        }
        self.batch = batch.gathered(rows, slots: slots.filter { $0 != variable.raw })
            .setting(variable, .values(elements))
    }
}

/// The elements of a list, nil for null.
func listItems(_ value: Value, range: SourceRange) throws -> [Value]? {
    switch value {
    case .null: return nil
    case .list(let items): return items
    default:
        throw Diagnostic(
            .typeError, "InvalidArgumentType",
            "a list is wanted here, not \(value.typeName)", range: range)
    }
}

/// `[x IN list WHERE p | e]`.
final class ListComprehensionEvaluator: Evaluator {
    private let variable: VariableID
    private let list: Evaluator
    private let predicate: Evaluator?
    private let projection: Evaluator?
    private let range: SourceRange

    init(
        variable: VariableID, list: Evaluator, predicate: Evaluator?, projection: Evaluator?,
        range: SourceRange
    ) {
        self.variable = variable
        self.list = list
        self.predicate = predicate
        self.projection = projection
        self.range = range
        let inner = union(predicate?.slots ?? [], projection?.slots ?? [])
        super.init(slots: union(list.slots, inner.filter { $0 != variable.raw }))
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let lists = try list.evaluate(batch, context)
        let exploded = try ExplodedLists(
            lists, of: batch, variable: variable, slots: slots, range: range, context)
        let total = exploded.batch.count
        let kept = try predicate?.selectedRows(exploded.batch, context) ?? Array(0..<total)
        let inner = kept.count == total ? exploded.batch : exploded.batch.gathered(kept)
        let values = try (projection?.evaluate(inner, context) ?? inner[variable])
            .expanded(count: inner.count)
        return .values(regrouped(values, kept: kept, ranges: exploded.ranges))
    }

    private func regrouped(_ values: [Value], kept: [Int], ranges: [Range<Int>?]) -> [Value] {
        var next = 0
        return ranges.map { range in
            guard let range else { return .null }
            let start = next
            while next < kept.count, kept[next] < range.upperBound { next += 1 }
            return .list(Array(values[start..<next]))
        }
    }
}

/// `all`, `any`, `none`, `single` over a list, three-valued.
final class QuantifierEvaluator: Evaluator {
    private let quantifier: Expression.Quantifier
    private let variable: VariableID
    private let list: Evaluator
    private let predicate: Evaluator
    private let range: SourceRange

    init(
        _ quantifier: Expression.Quantifier, variable: VariableID, list: Evaluator,
        predicate: Evaluator,
        range: SourceRange
    ) {
        self.quantifier = quantifier
        self.variable = variable
        self.list = list
        self.predicate = predicate
        self.range = range
        super.init(slots: union(list.slots, predicate.slots.filter { $0 != variable.raw }))
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let lists = try list.evaluate(batch, context)
        let exploded = try ExplodedLists(
            lists, of: batch, variable: variable, slots: slots, range: range, context)
        let verdicts =
            exploded.batch.count == 0
            ? Column.constant(.null) : try predicate.evaluate(exploded.batch, context)
        return .values(
            try exploded.ranges.map { range in
                guard let range else { return .null }
                return try verdict(verdicts, range)
            })
    }

    private func verdict(_ column: Column, _ rows: Range<Int>) throws -> Value {
        var holding = 0
        var unknown = 0
        for row in rows {
            let value = column.value(row)
            if value.isNull { unknown += 1 } else if try isTrue(value) { holding += 1 }
        }
        let failing = rows.count - holding - unknown
        switch quantifier {
        case .all: return failing > 0 ? .boolean(false) : unknown > 0 ? .null : .boolean(true)
        case .any: return holding > 0 ? .boolean(true) : unknown > 0 ? .null : .boolean(false)
        case .none: return holding > 0 ? .boolean(false) : unknown > 0 ? .null : .boolean(true)
        case .single:
            return holding > 1 ? .boolean(false) : unknown > 0 ? .null : .boolean(holding == 1)
        }
    }
}

/// `reduce(a = init, x IN list | e)`: step by step, all rows with elements left at once.
final class ReduceEvaluator: Evaluator {
    private let accumulator: VariableID
    private let initial: Evaluator
    private let variable: VariableID
    private let list: Evaluator
    private let step: Evaluator
    private let range: SourceRange

    init(
        accumulator: VariableID, initial: Evaluator, variable: VariableID, list: Evaluator,
        step: Evaluator, range: SourceRange
    ) {
        self.accumulator = accumulator
        self.initial = initial
        self.variable = variable
        self.list = list
        self.step = step
        self.range = range
        let inner = step.slots.filter { $0 != variable.raw && $0 != accumulator.raw }
        super.init(slots: union(union(list.slots, initial.slots), inner))
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let listColumn = try list.evaluate(batch, context)
        let lists = try (0..<batch.count).map { try listItems(listColumn.value($0), range: range) }
        var results = try initial.evaluate(batch, context).expanded(count: batch.count)
        var open = lists.indices.filter { !(lists[$0] ?? []).isEmpty }
        var index = 0
        while !open.isEmpty {
            try context.guardian.step(open.count)
            let subset = batch.gathered(open, slots: slots)
                .setting(accumulator, .values(open.map { results[$0] }))
                .setting(variable, .values(open.map { lists[$0]?[index] ?? .null }))
            let column = try step.evaluate(subset, context)
            for (place, row) in open.enumerated() { results[row] = column.value(place) }
            index += 1
            open = open.filter { (lists[$0] ?? []).count > index }
        }
        for row in lists.indices where lists[row] == nil { results[row] = .null }
        return .values(results)
    }
}
