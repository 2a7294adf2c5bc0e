import GraphModel

/// EXISTS, COUNT and COLLECT subqueries in an expression.
final class SubqueryEvaluator: Evaluator {
    /// What becomes of the subquery's rows.
    enum Kind {
        case exists
        case count
        case collect(VariableID)
    }

    private let kind: Kind
    private let inner: Operator
    private let cell: ArgumentCell
    /// Keeps the rows of a batch apart in a plan that works row by row; nil: one run a row.
    private let rowVariable: VariableID?

    init(
        _ kind: Kind, inner: Operator, cell: ArgumentCell, rowVariable: VariableID?,
        slots: [Int]
    ) {
        self.kind = kind
        self.inner = inner
        self.cell = cell
        self.rowVariable = rowVariable
        super.init(slots: slots)
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        var outcome = Outcome(kind, count: batch.count, guardian: context.guardian)
        // The cell is shared with an evaluation further out where a subquery calls itself through
        // its own rows: put back what was there.
        let saved = cell.batch
        defer { cell.batch = saved }
        if let rowVariable, batch.count > 1 {
            cell.batch = batch.gathered(Array(0..<batch.count), slots: slots)
                .setting(rowVariable, .integers(Array(0..<batch.count)))
            try inner.open(context)
            while !outcome.isDecided, let rows = try inner.pull(context) {
                guard case .integers(let owners) = rows[rowVariable] else { continue }
                try outcome.add(rows) { owners[$0] }
            }
        } else {
            for row in 0..<batch.count {
                cell.batch = batch.gathered([row], slots: slots)
                if let rowVariable { cell.batch.columns[rowVariable.raw] = .integers([0]) }
                try inner.open(context)
                while let rows = try inner.pull(context) {
                    try outcome.add(rows) { _ in row }
                    if case .exists = kind { break }
                }
            }
        }
        return outcome.column
    }

    private struct Outcome {
        private let kind: Kind
        private var counts: [Int]
        private var lists: [[Value]]
        private var undecided: Int
        private let guardian: QueryGuard
        private var bytes = 0

        init(_ kind: Kind, count: Int, guardian: QueryGuard) {
            self.kind = kind
            self.guardian = guardian
            counts = Array(repeating: 0, count: count)
            undecided = count
            if case .collect = kind {
                lists = Array(repeating: [], count: count)
            } else {
                lists = []
            }
        }

        /// Whether more rows would change nothing.
        var isDecided: Bool {
            if case .exists = kind { undecided == 0 } else { false }
        }

        mutating func add(_ rows: Batch, owner: (Int) -> Int) throws {
            for row in 0..<rows.count {
                let place = owner(row)
                if counts[place] == 0 { undecided -= 1 }
                counts[place] += 1
                if case .collect(let variable) = kind {
                    let value = rows[variable].value(row)
                    bytes += try 24 + guardian.admit(value, depth: 1)
                    lists[place].append(value)
                }
            }
            try guardian.require(bytes: bytes)
        }

        var column: Column {
            switch kind {
            case .exists: .booleans(counts.map { $0 > 0 })
            case .count: .integers(counts)
            case .collect: .values(lists.map { .list($0) })
            }
        }
    }
}
