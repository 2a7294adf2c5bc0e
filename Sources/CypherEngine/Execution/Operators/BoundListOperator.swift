import CypherSyntax
import GraphModel
import GraphStore

/// `(a)-[rs*]->(b)` with `rs` a list bound before: checks that it is a chain, gives its ends.
final class BoundListOperator: UnaryOperator {
    private let spec: VariableExpandSpec

    init(_ input: Operator, spec: VariableExpandSpec) {
        self.spec = spec
        super.init(input)
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        while let batch = try input.pull(context) {
            let view = context.view
            let types = TypeSelection(spec.step.types, view: view)
            let matcher = spec.step.labels.map { LabelMatcher(labels: $0, view: view) }
            let starts = positions(batch[spec.step.from], batch.count)
            let ends = spec.step.isInto ? positions(batch[spec.step.to], batch.count) : []
            let lists = batch[spec.step.relationship]
            var rows: [Int] = []
            var nodes: [UInt32] = []
            for row in 0..<batch.count {
                guard starts[row] != nullPosition,
                    let end = end(of: lists.value(row), from: starts[row], types, view)
                else { continue }
                if spec.step.isInto, end != ends[row] { continue }
                if let matcher, !matcher.matches(node: end, view: view) { continue }
                rows.append(row)
                nodes.append(end)
            }
            if rows.isEmpty { continue }
            let result = batch.gathered(rows)
            return spec.step.isInto ? result : result.setting(spec.step.to, .nodes(nodes))
        }
        return nil
    }

    /// Where the chain leads; nil where the list is no chain of the pattern's kind.
    private func end(
        of value: Value, from start: UInt32, _ types: TypeSelection, _ view: GraphView
    ) -> UInt32? {
        guard case .list(let items) = value, items.count >= spec.length.minimum,
            items.count <= spec.length.maximum ?? Int.max
        else { return nil }
        var node = start
        for item in spec.isReversed ? items.reversed() : items {
            guard case .relationship(let relationship) = item,
                types.contains(view.type(ofRelationship: relationship.raw)),
                let next = step(over: relationship.raw, from: node, view)
            else { return nil }
            node = next
        }
        return node
    }

    private func step(over relationship: UInt32, from node: UInt32, _ view: GraphView) -> UInt32? {
        let source = view.source(of: relationship)
        let target = view.target(of: relationship)
        if spec.step.direction != .left, source == node { return target }
        if spec.step.direction != .right, target == node { return source }
        return nil
    }
}
