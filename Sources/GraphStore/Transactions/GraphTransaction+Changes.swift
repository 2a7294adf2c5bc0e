import GraphModel

extension GraphTransaction {
    /// The net effect so far.
    package var changes: ChangeSummary {
        changes(since: start.view, nodes: touchedNodes, relationships: touchedRelationships)
    }

    /// The net effect since the last savepoint, which is the one given.
    package func changes(since savepoint: Savepoint) -> ChangeSummary {
        let before = GraphView(base: base, overlay: Overlay(savepoint.state))
        return changes(since: before, nodes: recentNodes, relationships: recentRelationships)
    }

    private func changes(
        since before: GraphView, nodes: Set<UInt32>, relationships: Set<UInt32>
    ) -> ChangeSummary {
        let after = view
        var summary = ChangeSummary()
        for node in nodes {
            let was = before.isLive(node: node)
            let lives = after.isLive(node: node)
            if lives && !was { summary.nodesCreated += 1 }
            if was && !lives { summary.nodesDeleted += 1 }
            summary.count(
                was ? before.nodeProperties(node) : [], lives ? after.nodeProperties(node) : [])
        }
        for relationship in relationships {
            let was = before.isLive(relationship: relationship)
            let lives = after.isLive(relationship: relationship)
            if lives && !was { summary.relationshipsCreated += 1 }
            if was && !lives { summary.relationshipsDeleted += 1 }
            summary.count(
                was ? before.relationshipProperties(relationship) : [],
                lives ? after.relationshipProperties(relationship) : [])
        }
        for label in 0..<UInt32(after.labelCount) {
            let had = before.nodeCount(label: LabelID(label)) > 0
            let has = after.nodeCount(label: LabelID(label)) > 0
            if has && !had { summary.labelsAdded += 1 }
            if had && !has { summary.labelsRemoved += 1 }
        }
        return summary
    }

    /// Whether anything is different from the start.
    var hasChanges: Bool {
        start.view.indexes != view.indexes
            || touchedNodes.contains { nodeChange($0) != nil }
            || touchedRelationships.contains { relationshipChange($0) != nil }
    }

    /// The net changes for the journal, in order of position.
    var changeSet: ChangeSet {
        var changes = ChangeSet()
        changes.nodes = touchedNodes.sorted().compactMap(nodeChange)
        changes.relationships = touchedRelationships.sorted().compactMap(relationshipChange)
        let old = start.view.indexes
        let new = view.indexes
        for index in old where !new.contains(index) {
            changes.indexes.append(.dropped(name: index.name))
        }
        for index in new where !old.contains(index) { changes.indexes.append(description(index)) }
        return changes
    }

    private func nodeChange(_ node: UInt32) -> ChangeSet.Node? {
        let before = start.view
        let after = view
        let was = before.isLive(node: node)
        let lives = after.isLive(node: node)
        guard was || lives else { return nil }
        var change = ChangeSet.Node(
            id: after.nodeID(of: node), fate: was ? (lives ? .changed : .deleted) : .created)
        guard lives else { return change }
        let old = was ? before.labels(of: node) : []
        let new = after.labels(of: node)
        change.labelsAdded = new.filter { !old.contains($0) }.map(after.labelName)
        change.labelsRemoved = old.filter { !new.contains($0) }.map(after.labelName)
        change.properties = difference(
            was ? before.nodeProperties(node) : [], after.nodeProperties(node))
        let isUnchanged =
            was && change.labelsAdded.isEmpty && change.labelsRemoved.isEmpty
            && change.properties.isEmpty
        return isUnchanged ? nil : change
    }

    private func relationshipChange(_ relationship: UInt32) -> ChangeSet.Relationship? {
        let before = start.view
        let after = view
        let was = before.isLive(relationship: relationship)
        let lives = after.isLive(relationship: relationship)
        guard was || lives else { return nil }
        var change = ChangeSet.Relationship(
            id: after.relationshipID(of: relationship),
            fate: was ? (lives ? .changed : .deleted) : .created)
        guard lives else { return change }
        if !was {
            change.type = after.typeName(after.type(ofRelationship: relationship))
            change.source = after.nodeID(of: after.source(of: relationship))
            change.target = after.nodeID(of: after.target(of: relationship))
        }
        change.properties = difference(
            was ? before.relationshipProperties(relationship) : [],
            after.relationshipProperties(relationship))
        return was && change.properties.isEmpty ? nil : change
    }

    /// What turns the old properties into the new ones.
    private func difference(
        _ old: [(KeyID, Value)], _ new: [(KeyID, Value)]
    ) -> [(key: String, value: Value)] {
        var result: [(key: String, value: Value)] = []
        for (key, value) in new
        where !old.contains(where: { $0.0 == key && PropertyValue.areSame($0.1, value) }) {
            result.append((view.keyName(key), value))
        }
        for (key, _) in old where !new.contains(where: { $0.0 == key }) {
            result.append((view.keyName(key), .null))
        }
        return result
    }

    private func description(_ index: PropertyIndex) -> ChangeSet.IndexChange {
        let keys = index.keys.map(view.keyName)
        switch index.subject {
        case .nodes(let label):
            return .created(
                name: index.name, isOnRelationships: false, subject: view.labelName(label),
                keys: keys)
        case .relationships(let type):
            return .created(
                name: index.name, isOnRelationships: true, subject: view.typeName(type),
                keys: keys)
        }
    }
}

extension ChangeSummary {
    /// Counts what two sets of properties of one element do not share.
    fileprivate mutating func count(_ old: [(KeyID, Value)], _ new: [(KeyID, Value)]) {
        let kept = new.reduce(0) { sum, pair in
            sum
                + (old.contains { $0.0 == pair.0 && PropertyValue.areSame($0.1, pair.1) } ? 1 : 0)
        }
        propertiesSet += new.count - kept
        propertiesRemoved += old.count - kept
    }
}
