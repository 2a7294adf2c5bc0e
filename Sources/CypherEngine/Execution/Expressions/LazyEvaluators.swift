import GraphModel

extension Evaluator {
    /// Evaluates some rows only and stores what comes out at their places.
    final func evaluate(
        rows: [Int], of batch: Batch, _ context: ExecutionContext, into results: inout [Value]
    ) throws {
        guard !rows.isEmpty else { return }
        let subset =
            rows.count == batch.count ? batch : batch.gathered(rows, slots: slots)
        let column = try evaluate(subset, context)
        for (index, row) in rows.enumerated() { results[row] = column.value(index) }
    }
}

/// AND and OR: the right side is evaluated only for rows the left side leaves open.
final class LogicalEvaluator: Evaluator {
    private let left: Evaluator
    private let right: Evaluator
    /// The value that decides: false for AND, true for OR.
    private let deciding: Bool
    private let range: SourceRange

    init(_ left: Evaluator, _ right: Evaluator, deciding: Bool, range: SourceRange) {
        self.left = left
        self.right = right
        self.deciding = deciding
        self.range = range
        super.init(slots: union(left.slots, right.slots))
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let leftColumn = try left.evaluate(batch, context)
        if case .booleans(let flags) = leftColumn {
            return try evaluate(leftOf: flags, batch, context)
        }
        var results = [Value](repeating: .boolean(deciding), count: batch.count)
        var open: [Int] = []
        for row in 0..<batch.count where try truth(leftColumn.value(row)) != deciding {
            open.append(row)
        }
        try right.evaluate(rows: open, of: batch, context, into: &results)
        for row in open {
            let rightTruth = try truth(results[row])
            if rightTruth == deciding { continue }
            let leftTruth = try truth(leftColumn.value(row))
            let isKnown = leftTruth != nil && rightTruth != nil
            results[row] = isKnown ? .boolean(!deciding) : .null
        }
        return booleanColumn(results)
    }

    /// Where no row of the left side is null, the right side is what the open rows come to.
    private func evaluate(
        leftOf flags: [Bool], _ batch: Batch, _ context: ExecutionContext
    ) throws -> Column {
        let open = [Int](marked: deciding ? flags.map { !$0 } : flags)
        if open.isEmpty { return .booleans(flags) }
        let subset = open.count == batch.count ? batch : batch.gathered(open, slots: right.slots)
        let column = try right.evaluate(subset, context)
        if case .booleans(let found) = column {
            var results = flags
            for (index, row) in open.enumerated() { results[row] = found[index] }
            return .booleans(results)
        }
        var results = [Value](repeating: .boolean(deciding), count: batch.count)
        for (index, row) in open.enumerated() {
            results[row] = try truth(column.value(index)).map { .boolean($0) } ?? .null
        }
        return booleanColumn(results)
    }

    private func truth(_ value: Value) throws -> Bool? {
        switch value {
        case .boolean(let flag): return flag
        case .null: return nil
        default:
            throw Diagnostic(
                .typeError, "InvalidArgumentType",
                "\(deciding ? "OR" : "AND") takes Booleans, not \(value.typeName)", range: range)
        }
    }
}

/// A typed column where no row is null.
func booleanColumn(_ values: [Value]) -> Column {
    var flags: [Bool] = []
    flags.reserveCapacity(values.count)
    for value in values {
        guard case .boolean(let flag) = value else { return .values(values) }
        flags.append(flag)
    }
    return .booleans(flags)
}

/// CASE: a branch is evaluated only for the rows that take it.
final class ConditionalEvaluator: Evaluator {
    private let subject: Evaluator?
    private let branches: [(conditions: [Evaluator], result: Evaluator)]
    private let otherwise: Evaluator?

    init(
        subject: Evaluator?, branches: [(conditions: [Evaluator], result: Evaluator)],
        otherwise: Evaluator?
    ) {
        self.subject = subject
        self.branches = branches
        self.otherwise = otherwise
        var slots = union(subject?.slots ?? [], otherwise?.slots ?? [])
        for branch in branches {
            for part in branch.conditions + [branch.result] { slots = union(slots, part.slots) }
        }
        super.init(slots: slots)
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        var results = [Value](repeating: .null, count: batch.count)
        var open = Array(0..<batch.count)
        let subjects = try subject?.evaluate(batch, context)
        for branch in branches {
            for condition in branch.conditions where !open.isEmpty {
                let taken = try rowsTaken(condition, open, subjects, batch, context)
                try branch.result.evaluate(rows: taken, of: batch, context, into: &results)
                open = remaining(open, without: taken)
            }
        }
        try otherwise?.evaluate(rows: open, of: batch, context, into: &results)
        var builder = ColumnBuilder(capacity: results.count)
        for value in results { builder.append(value) }
        return builder.finish()
    }

    private func rowsTaken(
        _ condition: Evaluator, _ open: [Int], _ subjects: Column?, _ batch: Batch,
        _ context: ExecutionContext
    ) throws -> [Int] {
        var values = [Value](repeating: .null, count: batch.count)
        try condition.evaluate(rows: open, of: batch, context, into: &values)
        return try open.filter { row in
            guard let subjects else { return try isTrue(values[row]) }
            return Value.equals(subjects.value(row), values[row]) == true
        }
    }
}

/// The ascending rows of `all` that are not among the ascending rows of `taken`.
private func remaining(_ all: [Int], without taken: [Int]) -> [Int] {
    if taken.isEmpty { return all }
    var index = 0
    return all.filter { row in
        if index < taken.count, taken[index] == row {
            index += 1
            return false
        }
        return true
    }
}

/// coalesce: an argument is evaluated only where all before it are null.
final class CoalesceEvaluator: Evaluator {
    private let arguments: [Evaluator]

    init(_ arguments: [Evaluator]) {
        self.arguments = arguments
        super.init(slots: arguments.reduce([]) { union($0, $1.slots) })
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        var results = [Value](repeating: .null, count: batch.count)
        var open = Array(0..<batch.count)
        for argument in arguments where !open.isEmpty {
            try argument.evaluate(rows: open, of: batch, context, into: &results)
            open = open.filter { results[$0].isNull }
        }
        var builder = ColumnBuilder(capacity: results.count)
        for value in results { builder.append(value) }
        return builder.finish()
    }
}
