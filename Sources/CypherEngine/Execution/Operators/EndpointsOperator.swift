import CypherSyntax
import GraphModel
import GraphStore

/// The ends of a relationship that is bound already, checked against ends that are bound too.
final class EndpointsOperator: UnaryOperator {
    private let spec: ExpandSpec
    private let isFromBound: Bool

    init(_ input: Operator, spec: ExpandSpec, isFromBound: Bool) {
        self.spec = spec
        self.isFromBound = isFromBound
        super.init(input)
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        while let batch = try input.pull(context) {
            if let result = matches(batch, context.view) { return result }
        }
        return nil
    }

    private func matches(_ batch: Batch, _ view: GraphView) -> Batch? {
        let types = TypeSelection(spec.types, view: view)
        let matcher = spec.labels.map { LabelMatcher(labels: $0, view: view) }
        let column = batch[spec.relationship]
        let starts = isFromBound ? positions(batch[spec.from], batch.count) : []
        let ends = spec.isInto ? positions(batch[spec.to], batch.count) : []
        let used = UsedRelationships(spec.distinctFrom, batch)
        var rows: [Int] = []
        var from: [UInt32] = []
        var to: [UInt32] = []
        for row in 0..<batch.count {
            guard case .relationship(let relationship) = column.value(row),
                view.isLive(relationship: relationship.raw),
                types.contains(view.type(ofRelationship: relationship.raw)),
                !used.contains(relationship.raw, row: row)
            else { continue }
            for (start, end) in orientations(relationship.raw, view) {
                if isFromBound, start != starts[row] { continue }
                if spec.isInto, end != ends[row] { continue }
                if let matcher, !matcher.matches(node: end, view: view) { continue }
                rows.append(row)
                from.append(start)
                to.append(end)
            }
        }
        guard !rows.isEmpty else { return nil }
        return batch.gathered(rows).setting(spec.from, .nodes(from)).setting(spec.to, .nodes(to))
    }

    private func orientations(_ relationship: UInt32, _ view: GraphView) -> [(UInt32, UInt32)] {
        let source = view.source(of: relationship)
        let target = view.target(of: relationship)
        switch spec.direction {
        case .right: return [(source, target)]
        case .left: return [(target, source)]
        case .either:
            return source == target ? [(source, target)] : [(source, target), (target, source)]
        }
    }
}
