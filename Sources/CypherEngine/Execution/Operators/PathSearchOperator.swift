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
final class PathSearchOperator: UnaryOperator {
    private let spec: VariableExpandSpec
    private let predicate: Evaluator?
    private let selection: SearchSelection
    private let count: Evaluator?
    private let layout: RowLayout
    private var current: Batch?
    private var row = 0
    private var found: [FoundPath] = []

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

    override func open(_ context: ExecutionContext) throws {
        try super.open(context)
        current = nil
        found = []
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        let wanted = try wantedCount(context)
        while true {
            if current == nil {
                guard let batch = try input.pull(context) else { return nil }
                current = batch
                row = 0
            }
            guard let batch = current else { return nil }
            if let result = try search(batch, wanted, context) { return result }
        }
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

    private func search(
        _ batch: Batch, _ wanted: Int, _ context: ExecutionContext
    ) throws -> Batch? {
        let starts = positions(batch[spec.step.from], batch.count)
        let ends = spec.step.isInto ? positions(batch[spec.step.to], batch.count) : []
        let view = context.view
        let types = TypeSelection(spec.step.types, view: view)
        let matcher = spec.step.labels.map { LabelMatcher(labels: $0, view: view) }
        let used = UsedRelationships(spec.step.distinctFrom, batch)
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
                try self.restrict(&list, row: row, batch, used, context)
            }
            for path in paths {
                if let matcher, !matcher.matches(node: path.node, view: view) { continue }
                rows.append(row)
                nodes.append(path.node)
                lists.append(relationshipList(path.relationships, isReversed: spec.isReversed))
            }
        }
        if row >= batch.count { current = nil }
        guard !rows.isEmpty else { return nil }
        var result = batch.gathered(rows)
        result.columns[spec.step.relationship.raw] = .values(lists)
        if !spec.step.isInto { result.columns[spec.step.to.raw] = .nodes(nodes) }
        return result
    }

    /// Leaves the relationships a chain may use.
    private func restrict(
        _ list: inout NeighbourList, row: Int, _ batch: Batch,
        _ used: UsedRelationships, _ context: ExecutionContext
    ) throws {
        var kept = list.relationships.indices.filter {
            !used.contains(list.relationships[$0], row: row)
        }
        if let predicate, let variable = spec.stepVariable, !kept.isEmpty {
            let relationships = kept.map { list.relationships[$0] }
            let inner = batch.gathered(
                Array(repeating: row, count: kept.count), slots: predicate.slots
            ).setting(variable, .relationships(relationships))
            kept = try predicate.selectedRows(inner, context).map { kept[$0] }
        }
        guard kept.count < list.relationships.count else { return }
        list.nodes = kept.map { list.nodes[$0] }
        list.relationships = kept.map { list.relationships[$0] }
    }
}
