import GraphModel

extension GraphTransaction {
    /// The number of a label, new ones included.
    package func labelID(_ name: String) -> LabelID {
        LabelID(overlay.state.catalog.labels.intern(name))
    }

    /// The number of a relationship type, new ones included.
    package func typeID(_ name: String) -> TypeID {
        TypeID(overlay.state.catalog.types.intern(name))
    }

    /// The number of a property key, new ones included.
    package func keyID(_ name: String) -> KeyID {
        KeyID(overlay.state.catalog.keys.intern(name))
    }

    /// Creates a node and returns its position.
    ///
    /// - Throws: `InvalidPropertyType`, `GraphTooLarge`.
    package func createNode(
        labels: [LabelID] = [], properties: [(KeyID, Value)] = []
    ) throws(Diagnostic) -> UInt32 {
        for (key, value) in properties { try check(key, value) }
        let node = overlay.state.nodeLimit
        try checkRoom(node)
        place(node: node, labels: labels, edits(properties))
        return node
    }

    /// Creates a node at a position not below the limit.
    func place(node: UInt32, labels: [LabelID], _ properties: [PropertyEdit] = []) {
        var set: [LabelID] = []
        for label in labels.sorted() where set.last != label { set.append(label) }
        overlay.state.nodes[node] = NodeEdit(labels: set, properties: properties)
        overlay.state.nodeLimit = node + 1
        overlay.state.nodeCount += 1
        for label in set { overlay.state.count(1, label: label) }
        for edit in properties {
            overlay.state.count(1, key: edit.key)
            enter(node, edit.key, edit.value)
        }
        touch(node: node)
    }

    /// The properties of a new element, the last of several of one key, without nulls.
    private func edits(_ properties: [(KeyID, Value)]) -> [PropertyEdit] {
        var edits: [PropertyEdit] = []
        edits.reserveCapacity(properties.count)
        for (key, value) in properties { edits.set(key, value, keepNull: false) }
        return edits
    }

    /// Creates a relationship and returns its position.
    ///
    /// - Throws: `DeletedEntityAccess` where an end is gone, `InvalidPropertyType`.
    package func createRelationship(
        type: TypeID, from: UInt32, to: UInt32, properties: [(KeyID, Value)] = []
    ) throws(Diagnostic) -> UInt32 {
        for (key, value) in properties { try check(key, value) }
        let relationship = overlay.state.relationshipLimit
        try checkRoom(relationship)
        try place(
            relationship: relationship, type: type, from: from, to: to, edits(properties))
        return relationship
    }

    /// Creates a relationship at a position not below the limit.
    func place(
        relationship: UInt32, type: TypeID, from: UInt32, to: UInt32,
        _ properties: [PropertyEdit] = []
    ) throws(Diagnostic) {
        try checkLive(node: from)
        try checkLive(node: to)
        overlay.state.relationships[relationship] = RelationshipEdit(
            created: (type, from, to), properties: properties)
        for edit in properties { overlay.state.count(1, key: edit.key) }
        overlay.state.relationshipLimit = relationship + 1
        overlay.state.relationshipCount += 1
        overlay.state.count(1, type: type)
        let out = AdjacencyEdit.Entry(
            type: type.raw, neighbour: to, relationship: relationship)
        overlay.state.outgoing.update(from, orStartFrom: AdjacencyEdit()) { $0.add(out) }
        let back = AdjacencyEdit.Entry(
            type: type.raw, neighbour: from, relationship: relationship)
        overlay.state.incoming.update(to, orStartFrom: AdjacencyEdit()) { $0.add(back) }
        touch(relationship: relationship)
    }

    /// Sets a property of a node; null removes it.
    ///
    /// - Throws: `DeletedEntityAccess`, `InvalidPropertyType`.
    package func set(node: UInt32, key: KeyID, value: Value) throws(Diagnostic) {
        try check(key, value)
        try checkLive(node: node)
        write(node, key, value)
    }

    /// Sets a property of a relationship; null removes it.
    ///
    /// - Throws: `DeletedEntityAccess`, `InvalidPropertyType`.
    package func set(relationship: UInt32, key: KeyID, value: Value) throws(Diagnostic) {
        try check(key, value)
        try checkLive(relationship: relationship)
        write(relationship: relationship, key, value)
    }

    /// Gives a node a label; nothing happens where it has it.
    package func addLabel(_ node: UInt32, _ label: LabelID) throws(Diagnostic) {
        try checkLive(node: node)
        let labels = view.labels(of: node)
        guard !labels.contains(label) else { return }
        relabel(node, (labels + [label]).sorted())
        overlay.state.count(1, label: label)
    }

    /// Takes a label from a node; nothing happens where it does not have it.
    package func removeLabel(_ node: UInt32, _ label: LabelID) throws(Diagnostic) {
        try checkLive(node: node)
        let labels = view.labels(of: node)
        guard labels.contains(label) else { return }
        relabel(node, labels.filter { $0 != label })
        overlay.state.count(-1, label: label)
    }

    private func relabel(_ node: UInt32, _ labels: [LabelID]) {
        overlay.state.nodes.update(node, orStartFrom: NodeEdit()) { $0.labels = labels }
        if node < base.nodeCount { overlay.state.relabelled[node] = true }
        touch(node: node)
    }

    /// Deletes a relationship; nothing happens where it is gone.
    package func deleteRelationship(_ relationship: UInt32) {
        let view = self.view
        guard view.isLive(relationship: relationship) else { return }
        let type = view.type(ofRelationship: relationship)
        let source = view.source(of: relationship)
        let target = view.target(of: relationship)
        for (key, _) in view.relationshipProperties(relationship) {
            overlay.state.count(-1, key: key)
        }
        overlay.state.relationships.update(relationship, orStartFrom: RelationshipEdit()) {
            $0.isDeleted = true
        }
        overlay.state.relationshipCount -= 1
        overlay.state.count(-1, type: type)
        let isOfBase = relationship < base.relationshipCount
        if !isOfBase { relationshipTombstones.append(relationship) }
        let out = AdjacencyEdit.Entry(
            type: type.raw, neighbour: target, relationship: relationship)
        overlay.state.outgoing.remove(out, at: source, isOfBase: isOfBase)
        let back = AdjacencyEdit.Entry(
            type: type.raw, neighbour: source, relationship: relationship)
        overlay.state.incoming.remove(back, at: target, isOfBase: isOfBase)
        touch(relationship: relationship)
    }

    /// Deletes a node; nothing happens where it is gone.
    ///
    /// Its relationships must go too, before or after: see `checkDangling`.
    package func deleteNode(_ node: UInt32) {
        let view = self.view
        guard view.isLive(node: node) else { return }
        for label in view.labels(of: node) { overlay.state.count(-1, label: label) }
        for (key, _) in view.nodeProperties(node) { overlay.state.count(-1, key: key) }
        overlay.state.nodes.update(node, orStartFrom: NodeEdit()) { $0.isDeleted = true }
        overlay.state.nodeCount -= 1
        if node < base.nodeCount {
            overlay.state.deletedBaseNodes += 1
        } else {
            nodeTombstones.append(node)
        }
        touch(node: node)
        uncheckedDeletions.insert(node)
    }

    // MARK: Writing without checks

    func write(_ node: UInt32, _ key: KeyID, _ value: Value) {
        let before = view.property(node: node, key: key)
        guard !PropertyValue.areSame(before, value) else { return }
        countChange(key, from: before, to: value)
        let isOfBase = node < base.nodeCount
        overlay.state.nodes.update(node, orStartFrom: NodeEdit()) {
            $0.properties.set(key, value, keepNull: isOfBase)
        }
        touch(node: node)
        enter(node, key, value)
    }

    /// Lets look-ups find the node by an indexed value.
    private func enter(_ node: UInt32, _ key: KeyID, _ value: Value) {
        guard overlay.state.catalog.isIndexed(key), let hash = IndexedValue.hash(value) else {
            return
        }
        overlay.state.lookups.update(OverlayState.lookupSlot(key, hash), orStartFrom: []) {
            if $0.last != node { $0.append(node) }
        }
    }

    func write(relationship: UInt32, _ key: KeyID, _ value: Value) {
        let before = view.property(relationship: relationship, key: key)
        guard !PropertyValue.areSame(before, value) else { return }
        countChange(key, from: before, to: value)
        let isOfBase = relationship < base.relationshipCount
        overlay.state.relationships.update(relationship, orStartFrom: RelationshipEdit()) {
            $0.properties.set(key, value, keepNull: isOfBase)
        }
        touch(relationship: relationship)
    }

    private func countChange(_ key: KeyID, from before: Value, to after: Value) {
        if before.isNull { overlay.state.count(1, key: key) }
        if after.isNull { overlay.state.count(-1, key: key) }
    }

    // MARK: Checks

    private func check(_ key: KeyID, _ value: Value) throws(Diagnostic) {
        try PropertyValue.check(value, key: overlay.state.catalog.keys.name(key.raw))
    }

    private func checkRoom(_ position: UInt32) throws(Diagnostic) {
        guard position < UInt32.max - 1 else {
            throw Diagnostic(
                .resource, "GraphTooLarge",
                "a graph holds at most \(UInt32.max - 1) nodes and as many relationships")
        }
    }

    private func checkLive(node: UInt32) throws(Diagnostic) {
        guard view.isLive(node: node) else {
            throw Diagnostic(
                .entityNotFound, "DeletedEntityAccess",
                "node \(view.nodeID(of: node)) has been deleted in this transaction")
        }
    }

    private func checkLive(relationship: UInt32) throws(Diagnostic) {
        guard view.isLive(relationship: relationship) else {
            throw Diagnostic(
                .entityNotFound, "DeletedEntityAccess",
                "relationship \(view.relationshipID(of: relationship)) has been deleted "
                    + "in this transaction")
        }
    }
}

extension AdjacencyEdit {
    mutating func add(_ entry: Entry) {
        if let last = added.last, last > entry {
            added.insert(entry, at: added.firstIndex(notBelow: entry))
        } else {
            added.append(entry)
        }
    }

    mutating func remove(_ entry: Entry, isOfBase: Bool) {
        if isOfBase {
            removed.insert(
                entry.relationship, at: removed.firstIndex(notBelow: entry.relationship))
        } else if let at = added.position(ofSorted: entry) {
            added.remove(at: at)
        }
    }
}

extension ShardedMap<AdjacencyEdit> {
    /// Takes a relationship from a node; an edit that then says nothing goes.
    fileprivate mutating func remove(
        _ entry: AdjacencyEdit.Entry, at node: UInt32, isOfBase: Bool
    ) {
        var saysNothing = false
        update(node, orStartFrom: AdjacencyEdit()) { edit in
            edit.remove(entry, isOfBase: isOfBase)
            saysNothing = edit.added.isEmpty && edit.removed.isEmpty
        }
        if saysNothing { self[node] = nil }
    }
}
