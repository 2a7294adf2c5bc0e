import CypherSyntax
import GraphModel
import GraphStore

/// Nodes of a label, or all nodes, for each input row.
final class NodeScanOperator: ExpandingOperator {
    private let variable: VariableID
    private let labels: LabelExpression?
    private var chunks: [NodeChunk] = []
    private var matcher: LabelMatcher?
    private var chunk = 0
    private var position: UInt32 = 0

    init(_ input: Operator, variable: VariableID, labels: LabelExpression?) {
        self.variable = variable
        self.labels = labels
        super.init(input)
    }

    override func expand(_ batch: Batch, _ context: ExecutionContext) throws -> Batch? {
        let nodes = try nextNodes(batch, context)
        if nodes.isEmpty {
            row += 1
            restart()
            return nil
        }
        let rows = batch.count == 1 && batch.columns.allSatisfy { $0 == nil } ? nil : row
        return output(batch, rows, nodes)
    }

    override func begin(_ batch: Batch, _ context: ExecutionContext) throws {
        let view = context.view
        matcher = labels.map { LabelMatcher(labels: $0, view: view) }
        chunks = view.nodeChunks(label: matcher?.requiredLabel)
        if let matcher, case .nothing = matcher { chunks = [] }
        restart()
    }

    private func restart() {
        chunk = 0
        position = chunks.first?.range.lowerBound ?? 0
    }

    /// Up to a batch of nodes for the current row; empty at the row's end.
    private func nextNodes(_ batch: Batch, _ context: ExecutionContext) throws -> [UInt32] {
        let view = context.view
        let checksLabels = matcher.map { !$0.isSingleLabel } ?? false
        var nodes: [UInt32] = []
        while chunk < chunks.count, nodes.count < Batch.standardSize {
            let part = chunks[chunk]
            let room = UInt32(Batch.standardSize - nodes.count)
            let end = min(part.range.upperBound, position &+ room)
            try context.guardian.step(Int(end &- position))
            let found = position..<max(end, position)
            if part.needsCheck || checksLabels {
                nodes.append(
                    contentsOf: found.filter { passes($0, part, checksLabels, view) })
            } else if nodes.isEmpty {
                nodes = [UInt32](rows: found.count) { [position] in
                    position &+ UInt32(truncatingIfNeeded: $0)
                }
            } else {
                nodes.append(contentsOf: found)
            }
            position = end
            if position >= part.range.upperBound {
                chunk += 1
                if chunk < chunks.count { position = chunks[chunk].range.lowerBound }
            }
        }
        return nodes
    }

    private func passes(
        _ node: UInt32, _ part: NodeChunk, _ checksLabels: Bool, _ view: GraphView
    ) -> Bool {
        if part.needsCheck {
            guard view.isLive(node: node) else { return false }
            if let label = matcher?.requiredLabel, !view.hasLabel(node, label) { return false }
        }
        guard checksLabels, let matcher else { return true }
        return matcher.matches(node: node, view: view)
    }

    private func output(_ batch: Batch, _ row: Int?, _ nodes: [UInt32]) -> Batch {
        var result: Batch
        if let row {
            result = batch.gathered(Array(repeating: row, count: nodes.count))
        } else {
            result = Batch(count: nodes.count, columns: batch.columns)
        }
        result.columns[variable.raw] = .nodes(nodes)
        return result
    }
}

/// Nodes whose property has a value, through an index.
final class NodeSeekOperator: UnaryOperator {
    private let variable: VariableID
    private let labels: LabelExpression?
    private let key: String
    private let value: Evaluator

    init(
        _ input: Operator, variable: VariableID, labels: LabelExpression?, key: String,
        value: Evaluator
    ) {
        self.variable = variable
        self.labels = labels
        self.key = key
        self.value = value
        super.init(input)
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        while let batch = try input.pull(context) {
            let view = context.view
            guard let keyID = view.keyID(key) else { continue }
            let matcher = labels.map { LabelMatcher(labels: $0, view: view) }
            let values = try value.evaluate(batch, context)
            var rows: [Int] = []
            var nodes: [UInt32] = []
            for row in 0..<batch.count {
                let wanted = values.value(row)
                if wanted.isNull { continue }
                for node in try found(keyID, wanted, view, context) {
                    if let matcher, !matcher.matches(node: node, view: view) { continue }
                    rows.append(row)
                    nodes.append(node)
                }
            }
            if nodes.isEmpty { continue }
            return batch.gathered(rows).setting(variable, .nodes(nodes))
        }
        return nil
    }

    /// Through the index, or by a scan where the index is gone.
    private func found(
        _ key: KeyID, _ value: Value, _ view: GraphView, _ context: ExecutionContext
    ) throws -> [UInt32] {
        if let nodes = view.lookup(key: key, equals: value, label: nil) { return nodes }
        var nodes: [UInt32] = []
        for chunk in view.nodeChunks(label: nil) {
            try context.guardian.step(chunk.range.count)
            for node in chunk.range where !chunk.needsCheck || view.isLive(node: node) {
                if Value.equals(view.property(node: node, key: key), value) == true {
                    nodes.append(node)
                }
            }
        }
        return nodes
    }
}
