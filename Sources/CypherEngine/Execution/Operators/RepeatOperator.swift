import CypherSyntax
import GraphModel
import GraphStore

/// What a quantified path pattern does.
struct RepeatSpec {
    let from: VariableID
    let to: VariableID
    let isInto: Bool
    let length: ResolvedLength
    /// The ends of one repetition.
    let innerFirst: VariableID
    let innerLast: VariableID
    /// Relationships of one repetition, in the order walked.
    let innerRelationships: [VariableID]
    let exports: [(inner: VariableID, outer: VariableID)]
    /// Gets all relationships walked, in order.
    let walk: VariableID
    let distinctFrom: [VariableID]
    let rowVariable: VariableID
    let mode: PathMode
    /// Whether the pattern is walked from its right end: lists are turned round.
    let isReversed: Bool
}

/// Repeats a pattern from each row's node: all rows of a batch take one repetition at a time.
final class RepeatOperator: UnaryOperator {
    private let spec: RepeatSpec
    private let inner: Operator
    private let cell: ArgumentCell
    private var frontier: Frontier?
    private var depth = 0
    private var ready: [Batch] = []

    /// Rows with a chain of repetitions each.
    private struct Frontier {
        var batch: Batch
        var nodes: [UInt32]
        var walks: [[UInt32]]
        /// The nodes each chain has passed, for the modes that keep them apart.
        var passed: [[UInt32]]
        /// For each export the lists so far.
        var lists: [[[Value]]]
    }

    init(_ input: Operator, spec: RepeatSpec, inner: Operator, cell: ArgumentCell) {
        self.spec = spec
        self.inner = inner
        self.cell = cell
        super.init(input)
    }

    override func open(_ context: ExecutionContext) throws {
        try super.open(context)
        letGo(context)
        frontier = nil
        ready = []
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        while true {
            if let batch = ready.popLast() { return batch }
            if let current = frontier {
                if let maximum = spec.length.maximum, depth >= maximum {
                    frontier = nil
                    continue
                }
                frontier = try repeated(current, context)
                depth += 1
            } else {
                guard let batch = try input.pull(context) else { return nil }
                frontier = start(batch)
                depth = 0
            }
            if let reached = frontier, depth >= spec.length.minimum {
                ready = output(reached).reversed()
            }
        }
    }

    private func start(_ batch: Batch) -> Frontier? {
        let nodes = positions(batch[spec.from], batch.count)
        let rows = nodes.indices.filter { nodes[$0] != nullPosition }
        guard !rows.isEmpty else { return nil }
        let kept = rows.map { nodes[$0] }
        return Frontier(
            batch: batch.gathered(rows), nodes: kept,
            walks: Array(repeating: [], count: rows.count),
            passed: kept.map { [$0] },
            lists: spec.exports.map { _ in Array(repeating: [], count: rows.count) })
    }

    /// Every chain with one more repetition; nil where none can go on.
    private func repeated(_ current: Frontier, _ context: ExecutionContext) throws -> Frontier? {
        cell.batch = current.batch
            .setting(spec.innerFirst, .nodes(current.nodes))
            .setting(spec.rowVariable, .integers(Array(0..<current.nodes.count)))
        let used = UsedRelationships(spec.distinctFrom, current.batch)
        var owners: [Int] = []
        var grown = Frontier(
            batch: current.batch, nodes: [], walks: [], passed: [],
            lists: spec.exports.map { _ in [] })
        try inner.open(context)
        while let rows = try inner.pull(context) {
            guard case .integers(let places) = rows[spec.rowVariable] else { continue }
            let ends = positions(rows[spec.innerLast], rows.count)
            for row in 0..<rows.count {
                let owner = places[row]
                let steps = spec.innerRelationships.flatMap { relationships(rows[$0].value(row)) }
                guard
                    let walk = extended(
                        current.walks[owner], by: spec.isReversed ? steps.reversed() : steps,
                        used, owner),
                    allows(current.passed[owner], ends[row])
                else { continue }
                try context.guardian.checkPath(length: walk.count)
                owners.append(owner)
                grown.nodes.append(ends[row])
                grown.walks.append(walk)
                grown.passed.append(current.passed[owner] + [ends[row]])
                for (index, export) in spec.exports.enumerated() {
                    let value = rows[export.inner].value(row)
                    grown.lists[index].append(current.lists[index][owner] + [value])
                }
                try context.guardian.step(walk.count)
            }
            try hold(rows.count * chainBytes(depth + 1), context)
        }
        letGo(context)
        guard !owners.isEmpty else { return nil }
        try hold(owners.count * chainBytes(depth + 1), context)
        grown.batch = current.batch.gathered(owners)
        return grown
    }

    /// About what a chain of so many repetitions takes, beside its row.
    private func chainBytes(_ length: Int) -> Int {
        192 + length * (8 + 24 * spec.exports.count)
    }

    private func relationships(_ value: Value) -> [UInt32] {
        switch value {
        case .relationship(let relationship): [relationship.raw]
        case .list(let items): items.flatMap(relationships)
        default: []
        }
    }

    /// The walk with more steps; nil where a relationship would occur twice.
    private func extended(
        _ walk: [UInt32], by steps: [UInt32], _ used: UsedRelationships, _ owner: Int
    ) -> [UInt32]? {
        var longer = walk
        for step in steps {
            if spec.mode != .walk {
                if longer.contains(step) || used.contains(step, row: owner) { return nil }
            }
            longer.append(step)
        }
        return longer
    }

    private func allows(_ passed: [UInt32], _ node: UInt32) -> Bool {
        switch spec.mode {
        case .walk, .trail: true
        case .acyclic: !passed.contains(node)
        case .simple:
            !passed.dropFirst().contains(node) && (passed.count == 1 || passed[0] != passed.last)
        }
    }

    private func output(_ reached: Frontier) -> [Batch] {
        var rows = Array(reached.nodes.indices)
        if spec.isInto {
            let wanted = positions(reached.batch[spec.to], reached.batch.count)
            rows = rows.filter { reached.nodes[$0] == wanted[$0] }
        }
        guard !rows.isEmpty else { return [] }
        var batch = reached.batch.gathered(rows)
        if !spec.isInto { batch.columns[spec.to.raw] = .nodes(rows.map { reached.nodes[$0] }) }
        batch.columns[spec.walk.raw] = .values(
            rows.map { relationshipList(reached.walks[$0], isReversed: spec.isReversed) })
        for (index, export) in spec.exports.enumerated() {
            batch.columns[export.outer.raw] = .values(
                rows.map { row in
                    let items = reached.lists[index][row]
                    return .list(spec.isReversed ? items.reversed() : items)
                })
        }
        return stride(from: 0, to: batch.count, by: Batch.standardSize).map {
            batch.sliced($0..<min(batch.count, $0 + Batch.standardSize))
        }
    }
}
