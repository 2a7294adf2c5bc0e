import GraphModel

/// A step of a running query: gives batches of rows until it has no more.
package class Operator {
    /// Rows and time, where the query is profiled.
    final var profileID: Int?
    /// Its part of what the query holds of its memory budget.
    private final var heldBytes = 0

    /// Gets ready to run from the start; called again for each run of a correlated subquery.
    package func open(_ context: ExecutionContext) throws {}

    /// The next rows, never an empty batch; nil at the end.
    package func next(_ context: ExecutionContext) throws -> Batch? {
        preconditionFailure("bug in Veiviser: an operator without a body")
    }

    /// Runs another operator to its end and keeps all its rows, until `letGo` is called.
    package final func drain(_ input: Operator, _ context: ExecutionContext) throws -> [Batch] {
        var batches: [Batch] = []
        while let batch = try input.pull(context) {
            try hold(batch.byteCount, context)
            batches.append(batch)
        }
        return batches
    }

    /// Accounts for memory that the operator keeps.
    final func hold(_ bytes: Int, _ context: ExecutionContext) throws {
        heldBytes += bytes
        try context.guardian.hold(bytes: bytes)
    }

    /// Gives back all that the operator has held: whoever holds does so when it is opened anew.
    final func letGo(_ context: ExecutionContext) {
        context.guardian.release(bytes: heldBytes)
        heldBytes = 0
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

/// An operator that makes any number of rows of each row of its input: it works through one input
/// batch after the other and gives a batch whenever it has filled one.
class ExpandingOperator: UnaryOperator {
    private final var current: Batch?
    /// The row of the current input batch that is being worked on.
    final var row = 0

    override func open(_ context: ExecutionContext) throws {
        try super.open(context)
        current = nil
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        while true {
            if current == nil {
                guard let batch = try input.pull(context) else { return nil }
                current = batch
                row = 0
                try begin(batch, context)
            }
            guard let batch = current else { return nil }
            let result = try expand(batch, context)
            if row >= batch.count { current = nil }
            if let result { return result }
        }
    }

    /// Gets ready for a new input batch.
    func begin(_ batch: Batch, _ context: ExecutionContext) throws {}

    /// Goes on from `row` until an output batch is full or the input batch is done, moving `row`;
    /// nil where nothing came of it.
    func expand(_ batch: Batch, _ context: ExecutionContext) throws -> Batch? {
        preconditionFailure("bug in Veiviser: an expanding operator without a body")
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
