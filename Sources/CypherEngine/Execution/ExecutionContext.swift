import GraphModel
import GraphStore

/// Everything one running query shares: the graph it sees, parameters, limits.
package final class ExecutionContext: ProcedureContext {
    /// What a reading query sees.
    private let snapshotView: GraphView
    /// The snapshot the view is of; nil where the view is made for the query, as AS OF does.
    private let snapshot: GraphSnapshot?
    /// The write transaction, where the query may write.
    package let transaction: GraphTransaction?
    package let parameters: [String: Value]
    package let guardian: QueryGuard
    package let clock: QueryClock
    /// The threads it may use.
    let workers: WorkerGroup
    /// Counts the rows and the time of each operator, where asked for.
    package let profile: QueryProfile?

    init(
        view: GraphView, snapshot: GraphSnapshot?, transaction: GraphTransaction?,
        parameters: [String: Value],
        guardian: QueryGuard, clock: QueryClock, profile: QueryProfile?,
        workers: WorkerGroup = .alone
    ) {
        snapshotView = view
        self.snapshot = snapshot
        self.transaction = transaction
        self.parameters = parameters
        self.guardian = guardian
        self.clock = clock
        self.workers = workers
        self.profile = profile
    }

    /// The graph as the query sees it now, its own writes included.
    package var view: GraphView { transaction?.view ?? snapshotView }

    /// The whole graph in columns and lists, edits folded in; nil inside a write transaction.
    package func foldedBase() -> BaseGraph? {
        if transaction != nil { return nil }
        if snapshotView.overlay == nil { return snapshotView.base }
        return snapshot?.folded()
    }

    /// The same query looking at another graph.
    package func looking(at view: GraphView) -> ExecutionContext {
        ExecutionContext(
            view: view, snapshot: nil, transaction: nil, parameters: parameters,
            guardian: guardian, clock: clock, profile: nil, workers: workers)
    }

    /// The transaction, for an operator that writes.
    package func writable() throws -> GraphTransaction {
        guard let transaction else {
            throw Diagnostic(
                .readOnly, "ReadOnly", "this query writes, and writing is not allowed here",
                hint: "add --write to allow it")
        }
        return transaction
    }
}
