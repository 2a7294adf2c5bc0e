import CypherSyntax
import GraphModel

/// Lists taken apart, some thousand elements at a time: one row an element, with the columns the
/// inner expressions need.
struct ListPieces {
    /// Some elements.
    struct Piece {
        /// One row an element, the variable bound to it.
        var batch: Batch
        /// For each element the outer row it comes from.
        var owners: [Int]
    }

    /// Few enough elements that what is made of them does not weigh, and that limits are looked
    /// at between them.
    private static let size = 4096

    /// The list of each outer row, nil where it is null.
    let lists: [[Value]?]
    private let outer: Batch
    private let variable: VariableID
    private let slots: [Int]
    private var row = 0
    private var offset = 0

    init(
        _ column: Column, of batch: Batch, variable: VariableID, slots: [Int], range: SourceRange
    ) throws {
        lists = try (0..<batch.count).map { try listItems(column.value($0), range: range) }
        outer = batch
        self.variable = variable
        self.slots = slots.filter { $0 != variable.raw }
    }

    /// The next elements; nil at the end.
    mutating func next(_ context: ExecutionContext) throws -> Piece? {
        var owners: [Int] = []
        var elements: [Value] = []
        while row < lists.count, elements.count < Self.size {
            let items = lists[row] ?? []
            let end = min(items.count, offset + Self.size - elements.count)
            elements += items[offset..<end]
            owners += repeatElement(row, count: end - offset)
            offset = end
            if offset >= items.count {
                row += 1
                offset = 0
            }
        }
        guard !owners.isEmpty else { return nil }
        try context.guardian.step(owners.count)
        return Piece(
            batch: outer.gathered(owners, slots: slots).setting(variable, .values(elements)),
            owners: owners)
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
        var pieces = try ListPieces(
            list.evaluate(batch, context), of: batch, variable: variable, slots: slots,
            range: range)
        var results = pieces.lists.map { $0.map { _ in [Value]() } }
        var bytes = 0
        while let piece = try pieces.next(context) {
            let kept = try predicate?.selectedRows(piece.batch, context)
            let inner = kept.map { piece.batch.gathered($0) } ?? piece.batch
            if inner.count == 0 { continue }
            let column = try projection?.evaluate(inner, context) ?? inner[variable]
            for row in 0..<inner.count {
                let value = column.value(row)
                bytes += try 24 + context.guardian.admit(value, depth: 1)
                results[piece.owners[kept?[row] ?? row]]?.append(value)
            }
            try context.guardian.require(bytes: bytes)
        }
        return .values(results.map { $0.map(Value.list) ?? .null })
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
        var pieces = try ListPieces(
            list.evaluate(batch, context), of: batch, variable: variable, slots: slots,
            range: range)
        var holding = Array(repeating: 0, count: batch.count)
        var unknown = Array(repeating: 0, count: batch.count)
        while let piece = try pieces.next(context) {
            let verdicts = try predicate.evaluate(piece.batch, context)
            for (row, owner) in piece.owners.enumerated() {
                let value = verdicts.value(row)
                if value.isNull {
                    unknown[owner] += 1
                } else if try isTrue(value) {
                    holding[owner] += 1
                }
            }
        }
        return .values(
            pieces.lists.enumerated().map { row, items in
                items.map { verdict(of: $0.count, holding[row], unknown[row]) } ?? .null
            })
    }

    private func verdict(of total: Int, _ holding: Int, _ unknown: Int) -> Value {
        let failing = total - holding - unknown
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
        let held = lists.reduce(0) { $0 + ($1?.count ?? 0) * LongList.stride }
        return try context.guardian.holding(bytes: held) {
            try reduced(lists, batch, context)
        }
    }

    private func reduced(
        _ lists: [[Value]?], _ batch: Batch, _ context: ExecutionContext
    ) throws -> Column {
        var results = try initial.evaluate(batch, context).expanded(count: batch.count)
        var open = lists.indices.filter { !(lists[$0] ?? []).isEmpty }
        var index = 0
        while !open.isEmpty {
            try context.guardian.step(open.count)
            let subset = batch.gathered(open, slots: slots)
                .setting(accumulator, .values(open.map { results[$0] }))
                .setting(variable, .values(open.map { lists[$0]?[index] ?? .null }))
            let column = try context.guardian.holding(bytes: results.reduce(0) { $0 + growth($1) })
            { try step.evaluate(subset, context) }
            for (place, row) in open.enumerated() { results[row] = column.value(place) }
            index += 1
            open = open.filter { (lists[$0] ?? []).count > index }
        }
        for row in lists.indices where lists[row] == nil { results[row] = .null }
        return .values(results)
    }
}
