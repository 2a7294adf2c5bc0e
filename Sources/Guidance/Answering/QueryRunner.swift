import GraphModel
import GraphStore

/// The rows of a query and the graph their nodes and relationships belong to.
package struct QueryRows: Sendable {
    /// The names of the columns.
    package var columns: [String]
    /// The rows.
    package var rows: [[Value]]
    /// The graph at hand.
    package var view: GraphView

    /// Creates rows.
    package init(columns: [String], rows: [[Value]], view: GraphView) {
        self.columns = columns
        self.rows = rows
        self.view = view
    }
}

/// Runs Cypher for the guide.
package protocol QueryRunner: Sendable {
    /// Runs a read-only query.
    ///
    /// - Throws: What the engine throws.
    func run(_ cypher: String, parameters: [String: Value]) throws -> QueryRows
}
