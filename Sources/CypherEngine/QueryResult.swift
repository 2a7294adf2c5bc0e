import GraphModel
import GraphStore

/// What a statement gave.
package struct QueryResult: Sendable {
    package var columns: [String]
    package var rows: [[Value]]
    /// For each row the nodes and relationships it rests on, where asked for.
    package var facts: [[Value]]
    package var changes: ChangeSummary
    /// The graph in which the rows' nodes and relationships are to be read.
    package var view: GraphView
    package var warnings: [Diagnostic]
    /// The plan, for EXPLAIN and PROFILE.
    package var plan: PlanDescription?
    /// Whether the statement may write.
    package var isWriting: Bool

    package init(
        columns: [String], rows: [[Value]], facts: [[Value]] = [],
        changes: ChangeSummary = ChangeSummary(), view: GraphView, warnings: [Diagnostic] = [],
        plan: PlanDescription? = nil, isWriting: Bool = false
    ) {
        self.columns = columns
        self.rows = rows
        self.facts = facts
        self.changes = changes
        self.view = view
        self.warnings = warnings
        self.plan = plan
        self.isWriting = isWriting
    }
}

/// One step of a plan, as EXPLAIN and PROFILE show it.
package struct PlanDescription: Sendable {
    /// What the step is: `NodeScan`, `Expand`.
    package var name: String
    /// Its arguments in words.
    package var details: String
    package var estimatedRows: Double
    /// Rows given and milliseconds taken, its inputs included; nil unless profiled.
    package var rows: Int?
    package var milliseconds: Double?
    package var inputs: [PlanDescription]

    package init(
        name: String, details: String, estimatedRows: Double, rows: Int? = nil,
        milliseconds: Double? = nil, inputs: [PlanDescription]
    ) {
        self.name = name
        self.details = details
        self.estimatedRows = estimatedRows
        self.rows = rows
        self.milliseconds = milliseconds
        self.inputs = inputs
    }
}
