import GraphModel

/// A series of edits that become visible together, or not at all.
///
/// It belongs to one thread at a time. Where it is dropped without `commit` nothing happened.
package final class GraphTransaction {
    /// A point to go back to.
    package struct Savepoint {
        let state: OverlayState
    }

    private let graph: Graph
    let start: GraphSnapshot
    let overlay: Overlay
    private var isOpen = true
    /// What may differ from the start; more than what does.
    var touchedNodes: Set<UInt32> = []
    var touchedRelationships: Set<UInt32> = []
    /// Those among them that were touched since the last savepoint.
    private(set) var recentNodes: Set<UInt32> = []
    private(set) var recentRelationships: Set<UInt32> = []
    /// Elements that were created and deleted again.
    var nodeTombstones: [UInt32] = []
    var relationshipTombstones: [UInt32] = []
    /// Nodes deleted since dangling relationships were last looked for.
    var uncheckedDeletions: Set<UInt32> = []

    init(_ graph: Graph, start: GraphSnapshot) {
        self.graph = graph
        self.start = start
        overlay = Overlay(start.view.overlay?.state ?? OverlayState(start.view.base))
    }

    deinit {
        if isOpen { graph.endWrite() }
    }

    /// The graph with the edits made so far.
    package var view: GraphView { GraphView(base: start.view.base, overlay: overlay) }

    package var base: BaseGraph { start.view.base }

    /// The state now, to go back to or to compare with.
    package func savepoint() -> Savepoint {
        recentNodes = []
        recentRelationships = []
        return Savepoint(state: overlay.state)
    }

    /// Notes that a node may differ from now on.
    func touch(node: UInt32) {
        touchedNodes.insert(node)
        recentNodes.insert(node)
    }

    /// Notes that a relationship may differ from now on.
    func touch(relationship: UInt32) {
        touchedRelationships.insert(relationship)
        recentRelationships.insert(relationship)
    }

    /// Undoes what was done since a savepoint.
    package func rollback(to savepoint: Savepoint) {
        overlay.state = savepoint.state
        uncheckedDeletions = uncheckedDeletions.filter { !view.isLive(node: $0) }
    }

    /// Undoes everything and ends the transaction.
    package func rollback() {
        guard isOpen else { return }
        isOpen = false
        graph.endWrite()
    }

    /// Makes the edits visible and ends the transaction.
    ///
    /// - Throws: `DeleteConnectedNode`, or what the journal throws; then nothing happened.
    @discardableResult
    package func commit() throws(Diagnostic) -> GraphSnapshot {
        precondition(isOpen, "a transaction ends once")
        defer { rollback() }
        try checkDangling()
        guard hasChanges else { return start }
        if let journal = graph.journal { try journal.append(changeSet) }
        forgetTombstones()
        let snapshot = nextSnapshot()
        graph.publish(snapshot)
        graph.journal?.didCommit(snapshot)
        return snapshot
    }

    /// The overlay, or where it has grown large a new base graph.
    private func nextSnapshot() -> GraphSnapshot {
        let snapshot = GraphSnapshot(view: view, version: start.version + 1)
        let baseSize = base.nodeCount + base.relationshipCount
        guard overlay.state.size > max(graph.foldLimit, baseSize / 8) else { return snapshot }
        return GraphSnapshot(
            view: GraphView(base: snapshot.folded()), version: snapshot.version)
    }

    /// Drops the marks of elements that were created and deleted in this transaction.
    private func forgetTombstones() {
        let view = self.view
        for node in nodeTombstones where !view.isLive(node: node) {
            overlay.state.nodes[node] = nil
        }
        for relationship in relationshipTombstones
        where !view.isLive(relationship: relationship) {
            overlay.state.relationships[relationship] = nil
        }
    }

    /// Checks that no deleted node still has relationships.
    ///
    /// - Throws: `DeleteConnectedNode`.
    package func checkDangling() throws(Diagnostic) {
        let view = self.view
        for node in uncheckedDeletions
        where !view.isLive(node: node) && view.degree(of: node, type: nil, direction: .both) > 0 {
            throw Diagnostic(
                .constraintVerificationFailed, "DeleteConnectedNode",
                "cannot delete node \(view.nodeID(of: node)): it still has relationships",
                hint: "delete its relationships first, or use DETACH DELETE")
        }
        uncheckedDeletions = []
    }

    /// Whether a node was deleted in this transaction.
    package func isDeleted(node: UInt32) -> Bool {
        overlay.state.nodes[node]?.isDeleted ?? false
    }

    /// Whether a relationship was deleted in this transaction.
    package func isDeleted(relationship: UInt32) -> Bool {
        overlay.state.relationships[relationship]?.isDeleted ?? false
    }
}
