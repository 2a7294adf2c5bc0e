import GraphModel

extension GraphTransaction {
    /// Makes changes that were committed before, under the ids they had then.
    ///
    /// - Throws: `ByteReader.Malformed` where they do not fit this graph, or a `Diagnostic`.
    func replay(_ changes: ChangeSet) throws {
        for change in changes.relationships where change.fate == .deleted {
            deleteRelationship(try position(relationship: change.id))
        }
        for change in changes.nodes where change.fate != .deleted { try replay(change) }
        for change in changes.relationships where change.fate != .deleted { try replay(change) }
        for change in changes.nodes where change.fate == .deleted {
            deleteNode(try position(node: change.id))
        }
        for change in changes.indexes { replay(change) }
        try checkDangling()
    }

    private func replay(_ change: ChangeSet.Node) throws {
        let node: UInt32
        if change.fate == .created {
            node = try freshPosition(
                change.id, base.content.nodeIdentifiers, base.nodeCount,
                limit: view.nodeLimit)
            place(node: node, labels: [])
        } else {
            node = try position(node: change.id)
        }
        for label in change.labelsAdded { try addLabel(node, labelID(label)) }
        for label in change.labelsRemoved { try removeLabel(node, labelID(label)) }
        for (key, value) in change.properties {
            try set(node: node, key: keyID(key), value: value)
        }
    }

    private func replay(_ change: ChangeSet.Relationship) throws {
        let relationship: UInt32
        if change.fate == .created {
            relationship = try freshPosition(
                change.id, base.content.relationshipIdentifiers, base.relationshipCount,
                limit: view.relationshipLimit)
            try place(
                relationship: relationship, type: typeID(change.type),
                from: position(node: change.source), to: position(node: change.target))
        } else {
            relationship = try position(relationship: change.id)
        }
        for (key, value) in change.properties {
            try set(relationship: relationship, key: keyID(key), value: value)
        }
    }

    private func replay(_ change: ChangeSet.IndexChange) {
        switch change {
        case .created(let name, let isOnRelationships, let subject, let keys):
            createIndex(
                PropertyIndex(
                    name: name,
                    subject: isOnRelationships
                        ? .relationships(typeID(subject)) : .nodes(labelID(subject)),
                    keys: keys.map(keyID)))
        case .dropped(let name):
            dropIndex(named: name)
        }
    }

    /// The position that gives a new element its old id.
    private func freshPosition(
        _ id: Int, _ identifiers: IdentifierMap, _ count: Int, limit: UInt32
    ) throws -> UInt32 {
        guard id >= identifiers.next,
            let position = UInt32(exactly: id - identifiers.next + count),
            position >= limit, position < UInt32.max - 1
        else { throw ByteReader.Malformed() }
        return position
    }

    private func position(node id: Int) throws -> UInt32 {
        guard let position = view.node(withID: id) else { throw ByteReader.Malformed() }
        return position
    }

    private func position(relationship id: Int) throws -> UInt32 {
        guard let position = view.relationship(withID: id) else { throw ByteReader.Malformed() }
        return position
    }
}
