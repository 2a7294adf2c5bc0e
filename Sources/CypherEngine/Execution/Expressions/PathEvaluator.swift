import GraphModel
import GraphStore

/// Puts a path value together from its first node and the relationships walked.
final class PathEvaluator: Evaluator {
    private let start: VariableID
    /// Single relationships and lists, in the order walked.
    private let steps: [VariableID]

    init(start: VariableID, steps: [VariableID]) {
        self.start = start
        self.steps = steps
        super.init(slots: [start.raw] + steps.map(\.raw))
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let starts = batch[start]
        let columns = steps.map { batch[$0] }
        let view = context.view
        return .values((0..<batch.count).map { row in path(row, starts, columns, view) })
    }

    private func path(
        _ row: Int, _ starts: Column, _ columns: [Column], _ view: GraphView
    ) -> Value {
        guard case .node(let first) = starts.value(row) else { return .null }
        var path = Path(nodes: [first], relationships: [])
        for column in columns {
            guard extend(&path, with: column.value(row), view) else { return .null }
        }
        return .path(path)
    }

    private func extend(_ path: inout Path, with value: Value, _ view: GraphView) -> Bool {
        switch value {
        case .relationship(let relationship):
            let source = view.source(of: relationship.raw)
            let target = view.target(of: relationship.raw)
            let end = path.nodes[path.nodes.count - 1].raw
            path.relationships.append(relationship)
            path.nodes.append(NodeIndex(end == source ? target : source))
            return true
        case .list(let items):
            for item in items where !extend(&path, with: item, view) { return false }
            return true
        default: return false
        }
    }
}
