import GraphStore

/// What a query changed, in words.
struct ChangeText {
    private let changes: ChangeSummary

    init(_ changes: ChangeSummary) {
        self.changes = changes
    }

    /// One line: `+2 nodes, +1 relationship`.
    var text: String {
        let parts = [
            part("+", changes.nodesCreated, "node"), part("-", changes.nodesDeleted, "node"),
            part("+", changes.relationshipsCreated, "relationship"),
            part("-", changes.relationshipsDeleted, "relationship"),
            part("+", changes.propertiesSet, "property", "properties"),
            part("-", changes.propertiesRemoved, "property", "properties"),
            part("+", changes.labelsAdded, "label"), part("-", changes.labelsRemoved, "label"),
        ]
        return parts.compactMap { $0 }.joined(separator: ", ") + "\n"
    }

    private func part(
        _ sign: String, _ count: Int, _ one: String, _ many: String? = nil
    ) -> String? {
        count == 0 ? nil : "\(sign)\(count) \(count == 1 ? one : many ?? one + "s")"
    }
}
