import GraphModel

// Properties and stable ids.
extension GraphView {
    /// A property of a node, null where absent.
    package func property(node: UInt32, key: KeyID) -> Value {
        if let overlay, let edit = overlay.state.nodes[node],
            let value = edit.properties.value(of: key)
        {
            return value
        }
        return node < base.nodeCount ? base.property(node: node, key: key) : .null
    }

    /// A property of a relationship, null where absent.
    package func property(relationship: UInt32, key: KeyID) -> Value {
        if let overlay, let edit = overlay.state.relationships[relationship],
            let value = edit.properties.value(of: key)
        {
            return value
        }
        return relationship < base.relationshipCount
            ? base.property(relationship: relationship, key: key) : .null
    }

    /// All properties of a node, ascending by key id.
    package func nodeProperties(_ node: UInt32) -> [(KeyID, Value)] {
        let inherited = node < base.nodeCount ? base.nodeProperties(node) : []
        return merged(inherited, overlay?.state.nodes[node]?.properties)
    }

    /// All properties of a relationship, ascending by key id.
    package func relationshipProperties(_ relationship: UInt32) -> [(KeyID, Value)] {
        let inherited =
            relationship < base.relationshipCount ? base.relationshipProperties(relationship) : []
        return merged(inherited, overlay?.state.relationships[relationship]?.properties)
    }

    private func merged(
        _ inherited: [(KeyID, Value)], _ edits: [PropertyEdit]?
    ) -> [(KeyID, Value)] {
        guard let edits, !edits.isEmpty else { return inherited }
        var result = inherited.filter { pair in !edits.contains { $0.key == pair.0 } }
        result += edits.lazy.filter { !$0.value.isNull }.map { ($0.key, $0.value) }
        return result.sorted { $0.0 < $1.0 }
    }

    /// The stable id of a node.
    package func nodeID(of node: UInt32) -> Int {
        let ids = base.content.nodeIdentifiers
        return node < base.nodeCount
            ? ids.identifier(at: node) : ids.next + Int(node) - base.nodeCount
    }

    /// The live node with a stable id.
    package func node(withID id: Int) -> UInt32? {
        let ids = base.content.nodeIdentifiers
        let position =
            id < ids.next ? ids.position(of: id) : UInt32(exactly: id - ids.next + base.nodeCount)
        guard let position, isLive(node: position) else { return nil }
        return position
    }

    /// The stable id of a relationship.
    package func relationshipID(of relationship: UInt32) -> Int {
        let ids = base.content.relationshipIdentifiers
        return relationship < base.relationshipCount
            ? ids.identifier(at: relationship)
            : ids.next + Int(relationship) - base.relationshipCount
    }

    /// The live relationship with a stable id.
    package func relationship(withID id: Int) -> UInt32? {
        let ids = base.content.relationshipIdentifiers
        let position =
            id < ids.next
            ? ids.position(of: id) : UInt32(exactly: id - ids.next + base.relationshipCount)
        guard let position, isLive(relationship: position) else { return nil }
        return position
    }

    /// Whether look-ups of a key among nodes go through an index.
    package func isIndexed(_ key: KeyID) -> Bool {
        overlay?.state.catalog.isIndexed(key) ?? base.content.catalog.isIndexed(key)
    }

    /// The nodes whose property equals a value, ascending; nil where no index can tell.
    ///
    /// Null and NaN equal nothing. No index tells of lists, durations and times with an offset.
    package func lookup(key: KeyID, equals value: Value, label: LabelID?) -> [UInt32]? {
        guard isIndexed(key) else { return nil }
        guard let hash = IndexedValue.hash(value) else {
            return IndexedValue.equalsNothing(value) ? [] : nil
        }
        func isMatch(_ node: UInt32) -> Bool {
            isLive(node: node) && label.map { hasLabel(node, $0) } ?? true
                && IndexedValue.areEqual(property(node: node, key: key), value)
        }
        var found: [UInt32] = []
        if Int(key.raw) < base.content.catalog.keys.count {
            for node in base.index(key: key).candidates(hash: hash) where isMatch(node) {
                found.append(node)
            }
        }
        guard let added = overlay?.state.lookups[OverlayState.lookupSlot(key, hash)] else {
            return found
        }
        for node in added.sorted() where !found.contains(node) && isMatch(node) {
            found.append(node)
        }
        return found.sorted()
    }
}
