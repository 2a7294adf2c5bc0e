import GraphModel

/// The direction in which a relationship is walked.
package enum Direction: Sendable {
    case outgoing
    case incoming
    case both
}

/// A stretch of nodes to scan.
package struct NodeChunk: Sendable {
    package let range: Range<UInt32>
    /// Whether each node must be asked for (`isLive`, `hasLabel`): some may not belong.
    package let needsCheck: Bool

    package init(range: Range<UInt32>, needsCheck: Bool) {
        self.range = range
        self.needsCheck = needsCheck
    }
}

/// Neighbours and the relationships that lead to them, side by side.
package struct NeighbourList: Sendable {
    package var nodes: [UInt32] = []
    package var relationships: [UInt32] = []

    package init() {}

    package mutating func removeAll(keepingCapacity: Bool = true) {
        nodes.removeAll(keepingCapacity: keepingCapacity)
        relationships.removeAll(keepingCapacity: keepingCapacity)
    }
}

/// What a query reads: a base graph and the edits since.
package struct GraphView: Sendable {
    package let base: BaseGraph
    /// The edits; nil where there are none, then `base` says all.
    package let overlay: Overlay?

    package init(base: BaseGraph, overlay: Overlay? = nil) {
        self.base = base
        self.overlay = overlay
    }

    package var nodeCount: Int { overlay?.state.nodeCount ?? base.nodeCount }

    package var relationshipCount: Int {
        overlay?.state.relationshipCount ?? base.relationshipCount
    }

    /// One past the highest node position; positions below may be dead.
    package var nodeLimit: UInt32 { overlay?.state.nodeLimit ?? UInt32(base.nodeCount) }

    /// One past the highest relationship position; positions below may be dead.
    package var relationshipLimit: UInt32 {
        overlay?.state.relationshipLimit ?? UInt32(base.relationshipCount)
    }

    var catalog: Catalog { overlay?.state.catalog ?? base.content.catalog }

    /// Whether a position is a node of the graph.
    package func isLive(node: UInt32) -> Bool {
        guard let overlay else { return node < base.nodeCount }
        if let edit = overlay.state.nodes[node] { return !edit.isDeleted }
        return node < base.nodeCount
    }

    /// Whether a position is a relationship of the graph.
    package func isLive(relationship: UInt32) -> Bool {
        guard let overlay else { return relationship < base.relationshipCount }
        if let edit = overlay.state.relationships[relationship] { return !edit.isDeleted }
        return relationship < base.relationshipCount
    }

    /// The nodes with a label, all where nil, as ranges; ascending.
    package func nodeChunks(label: LabelID?) -> [NodeChunk] {
        let baseRanges =
            label.map { base.ranges(label: $0) }
            ?? (base.nodeCount > 0 ? [0..<UInt32(base.nodeCount)] : [])
        guard let overlay else {
            return baseRanges.map { NodeChunk(range: $0, needsCheck: false) }
        }
        let state = overlay.state
        let mayBeGone =
            state.deletedBaseNodes > 0 || label != nil && !state.relabelled.isEmpty
        var chunks = baseRanges.map { NodeChunk(range: $0, needsCheck: mayBeGone) }
        if let label {
            for node in state.relabelled.sortedPositions
            where hasLabel(node, label) && !base.hasLabel(node, label) {
                chunks.append(NodeChunk(range: node..<node + 1, needsCheck: true))
            }
        }
        if state.nodeLimit > UInt32(base.nodeCount) {
            let created = UInt32(base.nodeCount)..<state.nodeLimit
            chunks.append(NodeChunk(range: created, needsCheck: true))
        }
        return chunks
    }

    package func hasLabel(_ node: UInt32, _ label: LabelID) -> Bool {
        if let overlay, let edit = overlay.state.nodes[node] {
            if edit.isDeleted { return false }
            if let labels = edit.labels { return labels.contains(label) }
        }
        return node < base.nodeCount && base.hasLabel(node, label)
    }

    /// The labels of a node, ascending.
    package func labels(of node: UInt32) -> [LabelID] {
        if let overlay, let labels = overlay.state.nodes[node]?.labels { return labels }
        return node < base.nodeCount ? base.labels(of: node) : []
    }

    /// Whether a relationship's type and ends can be asked for: not those of one that was created
    /// and deleted before a commit.
    package func isKnown(relationship: UInt32) -> Bool {
        relationship < base.relationshipCount || created(relationship) != nil
    }

    /// The type of a relationship; also of one that was deleted in the same transaction.
    package func type(ofRelationship relationship: UInt32) -> TypeID {
        created(relationship)?.type ?? base.type(ofRelationship: relationship)
    }

    package func source(of relationship: UInt32) -> UInt32 {
        created(relationship)?.source ?? base.source(of: relationship)
    }

    package func target(of relationship: UInt32) -> UInt32 {
        created(relationship)?.target ?? base.target(of: relationship)
    }

    private func created(
        _ relationship: UInt32
    ) -> (type: TypeID, source: UInt32, target: UInt32)? {
        guard let overlay, relationship >= base.relationshipCount else { return nil }
        return overlay.state.relationships[relationship]?.created
    }

    /// Whether a node's relationships in some direction are not simply those of the base.
    package func hasEditedAdjacency(_ node: UInt32) -> Bool {
        guard let overlay else { return false }
        return node >= base.nodeCount || overlay.state.outgoing[node] != nil
            || overlay.state.incoming[node] != nil
    }
}
