import GraphModel

/// Leaves out the first rows and stops after the wanted number. Where the input writes, it is run
/// to its end all the same: a limit is about rows, not about effects.
final class PageOperator: UnaryOperator {
    private let skip: Evaluator?
    private let limit: Evaluator?
    private let layout: RowLayout
    private let runsToEnd: Bool
    private var toSkip = 0
    private var left = Int.max

    init(
        _ input: Operator, skip: Evaluator?, limit: Evaluator?, layout: RowLayout,
        runsToEnd: Bool
    ) {
        self.skip = skip
        self.limit = limit
        self.layout = layout
        self.runsToEnd = runsToEnd
        super.init(input)
    }

    override func open(_ context: ExecutionContext) throws {
        try super.open(context)
        toSkip = try skip.map { try rowCount($0, "SKIP", layout, context) } ?? 0
        left = try limit.map { try rowCount($0, "LIMIT", layout, context) } ?? Int.max
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        while left > 0, let batch = try input.pull(context) {
            if toSkip >= batch.count {
                toSkip -= batch.count
                continue
            }
            let end = min(batch.count, left > batch.count ? batch.count : toSkip + left)
            let result = batch.sliced(toSkip..<end)
            toSkip = 0
            left -= result.count
            if result.count > 0 { return result }
        }
        if runsToEnd { while try input.pull(context) != nil {} }
        return nil
    }
}

/// Gathers all rows of its input before it gives any on, so that what comes after sees every
/// write of what comes before, and the other way round sees none.
final class BarrierOperator: UnaryOperator {
    private var batches: [Batch]?
    private var position = 0

    override func open(_ context: ExecutionContext) throws {
        try super.open(context)
        letGo(context)
        batches = nil
        position = 0
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        let gathered = try batches ?? drain(input, context)
        batches = gathered
        guard position < gathered.count else { return nil }
        defer { position += 1 }
        return gathered[position]
    }
}

/// The value of a SKIP or LIMIT: a non-negative integer.
func rowCount(
    _ evaluator: Evaluator, _ clause: String, _ layout: RowLayout, _ context: ExecutionContext
) throws -> Int {
    let value = try evaluator.evaluateOne(context, slotCount: layout.slotCount)
    guard case .integer(let count) = value else {
        throw Diagnostic(
            .syntaxError, "InvalidArgumentType",
            "\(clause) takes an Integer, not \(value.typeName)")
    }
    guard count >= 0 else {
        throw Diagnostic(
            .syntaxError, "NegativeIntegerArgument", "\(clause) takes no negative number")
    }
    return count
}

/// Sorts all rows; with a limit keeps only the first ones at any time.
final class SortOperator: UnaryOperator {
    private let keys: [SortKey]
    private let limit: Evaluator?
    private let skip: Evaluator?
    private let layout: RowLayout
    private var sorted: Batch?
    private var position = 0
    private var isReady = false

    /// One thing to sort by.
    struct SortKey {
        let value: Evaluator
        let isDescending: Bool
        let nullsFirst: Bool?

        var sorting: RowSorting.Key {
            RowSorting.Key(isDescending: isDescending, nullsFirst: nullsFirst)
        }
    }

    /// `limit` and `skip` bound how many rows are needed; they are applied elsewhere.
    init(
        _ input: Operator, keys: [SortKey], skip: Evaluator?, limit: Evaluator?, layout: RowLayout
    ) {
        self.keys = keys
        self.skip = skip
        self.limit = limit
        self.layout = layout
        super.init(input)
    }

    override func open(_ context: ExecutionContext) throws {
        try super.open(context)
        letGo(context)
        isReady = false
        sorted = nil
        position = 0
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        if !isReady {
            sorted = try sort(context)
            isReady = true
        }
        guard let sorted, position < sorted.count else { return nil }
        let end = min(sorted.count, position + Batch.standardSize)
        defer { position = end }
        return sorted.sliced(position..<end)
    }

    private func sort(_ context: ExecutionContext) throws -> Batch? {
        guard let limit else { return try ordered(drain(input, context), nil, context) }
        let skipped = try skip.map { try rowCount($0, "SKIP", layout, context) } ?? 0
        let taken = try rowCount(limit, "LIMIT", layout, context)
        let (sum, overflow) = skipped.addingReportingOverflow(taken)
        let wanted = overflow ? Int.max : sum
        if wanted > 100_000 { return try ordered(drain(input, context), wanted, context) }
        return try top(wanted, context)
    }

    /// The first rows, of which no more than a few times as many are ever held.
    private func top(_ wanted: Int, _ context: ExecutionContext) throws -> Batch? {
        var best: Batch?
        var waiting: [Batch] = []
        var waitingCount = 0
        var threshold: (kind: RowSorting.Ranks.Kind, rank: UInt64)?
        while let batch = try input.pull(context) {
            guard let batch = try promising(batch, threshold, context) else { continue }
            try hold(batch.byteCount, context)
            waiting.append(batch)
            waitingCount += batch.count
            if waitingCount > max(4 * wanted, 4 * Batch.standardSize) {
                best = try ordered([best].compactMap { $0 } + waiting, wanted, context)
                letGo(context)
                try hold(best?.byteCount ?? 0, context)
                waiting = []
                waitingCount = 0
                threshold = try best.flatMap { best in
                    guard best.count == wanted, let ranks = try ranks(best, context),
                        let last = ranks.items.last
                    else { return nil }
                    return (ranks.kind, last)
                }
            }
        }
        return try ordered([best].compactMap { $0 } + waiting, wanted, context)
    }

    /// The rows that do not come after all of those found so far; nil where there are none.
    private func promising(
        _ batch: Batch, _ threshold: (kind: RowSorting.Ranks.Kind, rank: UInt64)?,
        _ context: ExecutionContext
    ) throws -> Batch? {
        guard let threshold, let ranks = try ranks(batch, context), ranks.kind == threshold.kind
        else { return batch }
        let rows = ranks.items.indices.filter { ranks.items[$0] <= threshold.rank }
        if rows.count == batch.count { return batch }
        return rows.isEmpty ? nil : batch.gathered(rows)
    }

    private func ranks(_ batch: Batch, _ context: ExecutionContext) throws -> RowSorting.Ranks? {
        guard let first = keys.first else { return nil }
        return RowSorting.ranks(try first.value.evaluate(batch, context), first.sorting)
    }

    private func ordered(
        _ batches: [Batch], _ wanted: Int?, _ context: ExecutionContext
    ) throws -> Batch? {
        guard let batch = Batch.joined(batches) else { return nil }
        let columns = try keys.map { try $0.value.evaluate(batch, context) }
        // The rows put together and again in order, their keys, and the numbers that are sorted.
        try context.guardian.require(
            bytes: batch.byteCount + batch.count * (24 + 24 * keys.count))
        let sorting = RowSorting(columns, keys.map(\.sorting), count: batch.count)
        var rows = try sorting.sorted(context.guardian)
        if let wanted, rows.count > wanted { rows.removeLast(rows.count - wanted) }
        return batch.gathered(rows)
    }
}
