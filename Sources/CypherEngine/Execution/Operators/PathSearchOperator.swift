import CypherSyntax
import GraphModel
import GraphStore

/// Which of the paths between two nodes a search gives.
package enum SearchSelection: Sendable {
    /// Any `k`, shortest first.
    case shortest(BoundExpression?)
    case allShortest
    /// All paths of the `k` smallest lengths.
    case groups(BoundExpression?)
}

/// The shortest chains of relationships from each row's node to the other end.
final class PathSearchOperator: ExpandingOperator {
    private let spec: VariableExpandSpec
    private let predicate: Evaluator?
    private let selection: SearchSelection
    private let count: Evaluator?
    private let layout: RowLayout
    private var wanted = 1

    /// A chain and where it ends.
    struct FoundPath {
        var node: UInt32
        var relationships: [UInt32]
    }

    init(
        _ input: Operator, spec: VariableExpandSpec, predicate: Evaluator?,
        selection: SearchSelection, count: Evaluator?, layout: RowLayout
    ) {
        self.spec = spec
        self.predicate = predicate
        self.selection = selection
        self.count = count
        self.layout = layout
        super.init(input)
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        // Also where there is no row: a number that is none is an error at once.
        wanted = try wantedCount(context)
        return try super.next(context)
    }

    private func wantedCount(_ context: ExecutionContext) throws -> Int {
        guard let count else { return 1 }
        guard
            case .integer(let number) = try count.evaluateOne(context, slotCount: layout.slotCount),
            number > 0
        else {
            throw Diagnostic(
                .argumentError, "InvalidArgumentValue",
                "the number of paths to find must be a positive Integer")
        }
        return number
    }

    override func expand(_ batch: Batch, _ context: ExecutionContext) throws -> Batch? {
        let starts = positions(batch[spec.step.from], batch.count)
        let ends = spec.step.isInto ? positions(batch[spec.step.to], batch.count) : []
        let view = context.view
        let types = TypeSelection(spec.step.types, view: view)
        let matcher = spec.step.labels.map { LabelMatcher(labels: $0, view: view) }
        let steps = ChainSteps(spec, predicate: predicate, batch)
        var rows: [Int] = []
        var nodes: [UInt32] = []
        var lists: [Value] = []
        while row < batch.count, rows.count < Batch.standardSize {
            defer { row += 1 }
            guard starts[row] != nullPosition else { continue }
            let target = spec.step.isInto ? ends[row] : nil
            if target == nullPosition { continue }
            var search = PathSearch(
                length: spec.length, direction: spec.step.direction.stored, types: types,
                mode: spec.mode, selection: selection, wanted: wanted)
            let row = self.row
            let paths = try search.run(from: starts[row], to: target, context) { list in
                try steps.restrict(&list, row: row, context)
            }
            for path in paths {
                if let matcher, !matcher.matches(node: path.node, view: view) { continue }
                rows.append(row)
                nodes.append(path.node)
                lists.append(relationshipList(path.relationships, isReversed: spec.isReversed))
            }
        }
        guard !rows.isEmpty else { return nil }
        var result = batch.gathered(rows)
        result.columns[spec.step.relationship.raw] = .values(lists)
        if !spec.step.isInto { result.columns[spec.step.to.raw] = .nodes(nodes) }
        return result
    }
}
