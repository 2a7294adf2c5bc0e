/// What a graph of the guide may be made of.
package struct GraphSchema: Sendable {
    /// The labels a type of relationship leads from and to.
    package struct Ends: Sendable {
        package var from: Set<String>
        package var to: Set<String>

        /// Creates a pair of ends.
        package init(from: Set<String>, to: Set<String>) {
            self.from = from
            self.to = to
        }
    }

    /// The properties a node of each label must have beside id and names.
    package var labels: [String: [String]]
    /// The ends of each type of relationship.
    package var types: [String: [Ends]]
    /// How sure a statement can be.
    package var confidences: Set<String>

    /// Creates a schema.
    package init(
        labels: [String: [String]], types: [String: [Ends]], confidences: Set<String>
    ) {
        self.labels = labels
        self.types = types
        self.confidences = confidences
    }
}
