import GraphModel
import Synchronization

/// A graph that changes: the current snapshot, and one writer at a time.
///
/// Readers take the snapshot and never wait; a commit swaps in the next one.
package final class Graph: Sendable {
    private let current: Mutex<GraphSnapshot>
    private let writer = WriterLock()
    let journal: (any CommitJournal)?

    /// Edits are folded into a new base graph when they outgrow this and an eighth of the base.
    let foldLimit: Int

    /// A graph that starts as a base graph; commits go to the journal first, if there is one.
    package convenience init(_ base: BaseGraph, journal: (any CommitJournal)? = nil) {
        self.init(GraphView(base: base), journal: journal)
    }

    /// An empty graph.
    package convenience init() {
        self.init(BaseGraph())
    }

    /// A graph that starts with edits over a base graph.
    init(_ view: GraphView, journal: (any CommitJournal)? = nil, foldLimit: Int = 4096) {
        current = Mutex(GraphSnapshot(view: view, version: 0))
        self.journal = journal
        self.foldLimit = foldLimit
    }

    /// The graph as last committed.
    package func snapshot() -> GraphSnapshot {
        current.withLock { $0 }
    }

    /// Begins a write transaction; waits while another one is under way.
    ///
    /// - Throws: `WriterBusy` where the deadline passes first.
    package func beginWrite(
        wait deadline: ContinuousClock.Instant? = nil
    ) throws(Diagnostic) -> GraphTransaction {
        guard writer.acquire(deadline: deadline) else {
            throw Diagnostic(
                .resource, "WriterBusy", "another write transaction is still running",
                hint: "try again, or allow more time")
        }
        return GraphTransaction(self, start: snapshot())
    }

    func publish(_ snapshot: GraphSnapshot) {
        current.withLock { $0 = snapshot }
    }

    /// Goes on from a base into which a snapshot was folded, if nothing was committed since.
    func adopt(_ base: BaseGraph, foldedFrom snapshot: GraphSnapshot) {
        guard writer.acquire(deadline: .now) else { return }
        defer { writer.release() }
        guard self.snapshot().version == snapshot.version else { return }
        publish(GraphSnapshot(view: GraphView(base: base), version: snapshot.version))
    }

    func endWrite() {
        writer.release()
    }
}
