import GraphModel

/// A step of a running query: gives batches of rows until it has no more.
package class Operator {
    /// Rows and time, where the query is profiled.
    final var profileID: Int?

    /// Gets ready to run from the start; called again for each run of a correlated subquery.
    package func open(_ context: ExecutionContext) throws {}

    /// The next rows, never an empty batch; nil at the end.
    package func next(_ context: ExecutionContext) throws -> Batch? {
        preconditionFailure("bug in Veiviser: an operator without a body")
    }

    /// Runs to the end and keeps all rows.
    package final func drain(_ context: ExecutionContext) throws -> [Batch] {
        var batches: [Batch] = []
        while let batch = try pull(context) {
            try context.guardian.hold(bytes: batch.byteCount)
            batches.append(batch)
        }
        return batches
    }

    /// `next` with the limits checked and, where asked for, rows and time counted.
    package final func pull(_ context: ExecutionContext) throws -> Batch? {
        try context.guardian.check()
        guard let profile = context.profile, let profileID else { return try next(context) }
        let start = ContinuousClock.now
        let batch = try next(context)
        profile.record(profileID, rows: batch?.count ?? 0, time: ContinuousClock.now - start)
        return batch
    }
}

/// An operator over the rows of one other.
package class UnaryOperator: Operator {
    final let input: Operator

    init(_ input: Operator) {
        self.input = input
    }

    package override func open(_ context: ExecutionContext) throws {
        try input.open(context)
    }
}

/// Where an `ArgumentOperator` finds its rows; whoever runs the plan fills it.
package final class ArgumentCell {
    /// The rows to start from.
    package var batch: Batch

    package init(_ batch: Batch) {
        self.batch = batch
    }
}

/// The leaf of a plan: the rows it is started with.
package final class ArgumentOperator: Operator {
    private let cell: ArgumentCell
    private var isDone = false

    package init(_ cell: ArgumentCell) {
        self.cell = cell
    }

    package override func open(_ context: ExecutionContext) throws { isDone = false }

    package override func next(_ context: ExecutionContext) throws -> Batch? {
        guard !isDone, cell.batch.count > 0 else { return nil }
        isDone = true
        return cell.batch
    }
}
