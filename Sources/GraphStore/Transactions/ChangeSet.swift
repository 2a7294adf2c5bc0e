import GraphModel

/// The net changes of one commit in terms that outlive positions: stable ids and names.
package struct ChangeSet: Sendable {
    /// A created, deleted or changed element.
    package enum Fate: UInt8, Sendable {
        case created
        case deleted
        case changed
    }

    package struct Node: Sendable {
        package var id: Int
        package var fate: Fate
        package var labelsAdded: [String] = []
        package var labelsRemoved: [String] = []
        /// Values by key; null where removed.
        package var properties: [(key: String, value: Value)] = []
    }

    package struct Relationship: Sendable {
        package var id: Int
        package var fate: Fate
        /// Type and ends, for a created one.
        package var type = ""
        package var source = 0
        package var target = 0
        package var properties: [(key: String, value: Value)] = []
    }

    package enum IndexChange: Sendable {
        case created(name: String, isOnRelationships: Bool, subject: String, keys: [String])
        case dropped(name: String)
    }

    package var nodes: [Node] = []
    package var relationships: [Relationship] = []
    package var indexes: [IndexChange] = []

    package var isEmpty: Bool { nodes.isEmpty && relationships.isEmpty && indexes.isEmpty }
}

/// Keeps committed changes beyond the process.
package protocol CommitJournal: Sendable {
    /// Stores the changes for good before they become visible; a throw cancels the commit.
    func append(_ changes: ChangeSet) throws(Diagnostic)
    /// Tells of a commit that has become visible.
    func didCommit(_ snapshot: GraphSnapshot)
}
