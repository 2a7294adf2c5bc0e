import GraphModel

/// OPTIONAL MATCH: the pattern's rows for each input row, or one with nulls where there is none.
///
/// The inner plan keeps rows apart by `rowVariable`, so that a whole batch runs through it at once.
final class OptionalOperator: UnaryOperator {
    private let inner: Operator
    private let cell: ArgumentCell
    private let rowVariable: VariableID
    private let introduced: [VariableID]
    private var current: Batch?
    private var matched: [Bool] = []

    init(
        _ input: Operator, inner: Operator, cell: ArgumentCell, rowVariable: VariableID,
        introduced: [VariableID]
    ) {
        self.inner = inner
        self.cell = cell
        self.rowVariable = rowVariable
        self.introduced = introduced
        super.init(input)
    }

    override func open(_ context: ExecutionContext) throws {
        try super.open(context)
        current = nil
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        while true {
            if current == nil {
                guard let batch = try input.pull(context) else { return nil }
                let numbered = batch.setting(rowVariable, .integers(Array(0..<batch.count)))
                cell.batch = numbered
                current = numbered
                matched = Array(repeating: false, count: batch.count)
                try inner.open(context)
            }
            guard let batch = current else { return nil }
            if let result = try inner.pull(context) {
                guard case .integers(let rows) = result[rowVariable] else { continue }
                for row in rows { matched[row] = true }
                return result
            }
            current = nil
            let rows = matched.indices.filter { !matched[$0] }
            if rows.isEmpty { continue }
            var result = batch.gathered(rows)
            for variable in introduced { result.columns[variable.raw] = .constant(.null) }
            return result
        }
    }
}

/// CALL { … }: runs the inner plan for each input row.
final class ApplyOperator: ExpandingOperator {
    private let inner: Operator
    private let cell: ArgumentCell
    /// What the subquery returns; empty for one that returns nothing and keeps each row.
    private let outputs: [VariableID]
    private let isOptional: Bool
    private let isUnit: Bool
    private var isRunning = false
    private var hasMatched = false

    init(
        _ input: Operator, inner: Operator, cell: ArgumentCell, outputs: [VariableID],
        isUnit: Bool, isOptional: Bool
    ) {
        self.inner = inner
        self.cell = cell
        self.outputs = outputs
        self.isUnit = isUnit
        self.isOptional = isOptional
        super.init(input)
    }

    override func open(_ context: ExecutionContext) throws {
        try super.open(context)
        isRunning = false
    }

    override func expand(_ batch: Batch, _ context: ExecutionContext) throws -> Batch? {
        while row < batch.count {
            if !isRunning { try start(batch, context) }
            if let result = try inner.pull(context) {
                hasMatched = true
                if isUnit { continue }
                return merged(batch, result)
            }
            isRunning = false
            defer { row += 1 }
            if isUnit || (isOptional && !hasMatched) { return unmatched(batch) }
        }
        return nil
    }

    private func start(_ batch: Batch, _ context: ExecutionContext) throws {
        cell.batch = batch.gathered([row])
        hasMatched = false
        isRunning = true
        try inner.open(context)
    }

    /// The outer row, repeated, with what the subquery returned.
    private func merged(_ batch: Batch, _ result: Batch) -> Batch {
        var merged = batch.gathered(Array(repeating: row, count: result.count))
        for variable in outputs { merged.columns[variable.raw] = result.columns[variable.raw] }
        return merged
    }

    private func unmatched(_ batch: Batch) -> Batch {
        var result = batch.gathered([row])
        for variable in outputs { result.columns[variable.raw] = .constant(.null) }
        return result
    }
}

/// The rows of one plan after those of another, in shared columns.
final class UnionOperator: Operator {
    private let left: Operator
    private let right: Operator
    /// Where the value of a column stands on either side, and where it goes.
    private let columns: [(left: VariableID, right: VariableID, to: VariableID)]
    private var isLeftDone = false

    init(
        _ left: Operator, _ right: Operator,
        columns: [(left: VariableID, right: VariableID, to: VariableID)]
    ) {
        self.left = left
        self.right = right
        self.columns = columns
    }

    override func open(_ context: ExecutionContext) throws {
        isLeftDone = false
        try left.open(context)
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        if !isLeftDone {
            if let batch = try left.pull(context) { return moved(batch) { $0.left } }
            isLeftDone = true
            try right.open(context)
        }
        return try right.pull(context).map { batch in moved(batch) { $0.right } }
    }

    private func moved(
        _ batch: Batch,
        _ source: ((left: VariableID, right: VariableID, to: VariableID)) -> VariableID
    ) -> Batch {
        var result = batch
        for column in columns { result.columns[column.to.raw] = batch[source(column)] }
        return result
    }
}

/// Every pairing of the rows of two plans in which the keys are equal; without keys every pairing.
final class HashJoinOperator: Operator {
    private let left: Operator
    private let right: Operator
    private let leftKeys: [Evaluator]
    private let rightKeys: [Evaluator]
    /// Columns only the right side has.
    private let rightSlots: [Int]
    private var table: [RowKey: [Int]] = [:]
    private var built: Batch?
    private var isBuilt = false
    private var probe: Batch?
    private var probeKeys: [Column] = []
    private var row = 0
    private var offset = 0

    init(
        _ left: Operator, _ right: Operator, leftKeys: [Evaluator], rightKeys: [Evaluator],
        rightSlots: [Int]
    ) {
        self.left = left
        self.right = right
        self.leftKeys = leftKeys
        self.rightKeys = rightKeys
        self.rightSlots = rightSlots
    }

    override func open(_ context: ExecutionContext) throws {
        try left.open(context)
        letGo(context)
        isBuilt = false
        built = nil
        table = [:]
        probe = nil
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        while true {
            if probe == nil {
                guard let batch = try left.pull(context) else { return nil }
                probe = batch
                probeKeys = try leftKeys.map { try $0.evaluate(batch, context) }
                row = 0
                offset = 0
            }
            // Only now, so that the right side sees what the left one has written.
            if !isBuilt { try build(context) }
            guard let batch = probe, let built else { return nil }
            if let result = try join(batch, built, context) { return result }
        }
    }

    private func build(_ context: ExecutionContext) throws {
        isBuilt = true
        try right.open(context)
        built = Batch.joined(try drain(right, context))
        guard let built, !rightKeys.isEmpty else { return }
        let columns = try rightKeys.map { try $0.evaluate(built, context) }
        try hold(built.count * (64 + 24 * columns.count), context)
        for row in 0..<built.count where !columns.contains(where: { $0.isNull(row) }) {
            table[RowKey(columns, row: row), default: []].append(row)
        }
    }

    private func join(
        _ batch: Batch, _ built: Batch, _ context: ExecutionContext
    ) throws -> Batch? {
        var leftRows: [Int] = []
        var rightRows: [Int] = []
        while row < batch.count, leftRows.count < Batch.standardSize {
            let matches =
                leftKeys.isEmpty ? nil : table[RowKey(probeKeys, row: row)] ?? []
            let total = matches?.count ?? built.count
            let end = min(total, offset + Batch.standardSize - leftRows.count)
            try context.guardian.step(end - offset + 1)
            for index in offset..<end {
                leftRows.append(row)
                rightRows.append(matches?[index] ?? index)
            }
            offset = end
            if offset >= total {
                row += 1
                offset = 0
            }
        }
        if row >= batch.count { probe = nil }
        guard !leftRows.isEmpty else { return nil }
        var result = batch.gathered(leftRows)
        for slot in rightSlots { result.columns[slot] = built.columns[slot]?.gathered(rightRows) }
        return result
    }
}
