import CypherSyntax
import GraphModel
import GraphStore

/// What an expansion over a chain of relationships does.
package struct VariableExpandSpec: Sendable {
    /// `relationship` is the list's variable.
    package var step: ExpandSpec
    package var length: ResolvedLength
    /// Conditions on each relationship, over this variable and the row's.
    package var stepVariable: VariableID?
    package var mode: PathMode
    /// Whether the list is wanted from the far end: the pattern was walked from right to left.
    package var isReversed: Bool
    /// Whether only the nodes that chains end in matter, each once; the list is not made.
    package var findsEndsOnly = false

    package init(
        step: ExpandSpec, length: ResolvedLength, stepVariable: VariableID?, mode: PathMode,
        isReversed: Bool
    ) {
        self.step = step
        self.length = length
        self.stepVariable = stepVariable
        self.mode = mode
        self.isReversed = isReversed
    }
}

/// From each row's node along every chain of relationships of the lengths asked for, depth first.
final class VariableExpandOperator: ExpandingOperator {
    private let spec: VariableExpandSpec
    private let predicate: Evaluator?
    private var walk: PathWalk?
    private var reached = ReachedNodes()
    private var isReaching = false

    init(_ input: Operator, spec: VariableExpandSpec, predicate: Evaluator?) {
        self.spec = spec
        self.predicate = predicate
        super.init(input)
    }

    override func begin(_ batch: Batch, _ context: ExecutionContext) throws {
        walk = nil
        isReaching = false
    }

    override func expand(_ batch: Batch, _ context: ExecutionContext) throws -> Batch? {
        spec.findsEndsOnly ? try reach(batch, context) : try enumerate(batch, context)
    }

    /// The nodes each row's chains end in.
    private func reach(_ batch: Batch, _ context: ExecutionContext) throws -> Batch? {
        let view = context.view
        let matcher = spec.step.labels.map { LabelMatcher(labels: $0, view: view) }
        let starts = positions(batch[spec.step.from], batch.count)
        let ends = spec.step.isInto ? positions(batch[spec.step.to], batch.count) : nil
        let steps = ChainSteps(spec, predicate: predicate, batch)
        let types = TypeSelection(spec.step.types, view: view)
        var rows: [Int] = []
        var nodes: [UInt32] = []
        while row < batch.count, nodes.count < Batch.standardSize {
            if !isReaching {
                let target = ends?[row]
                guard starts[row] != nullPosition, target != nullPosition else {
                    row += 1
                    continue
                }
                try reached.search(from: starts[row], to: target, spec.length, context) {
                    types.appendNeighbours(
                        of: $0, direction: spec.step.direction.stored, view: view, to: &$1)
                    try steps.restrict(&$1, row: row, context)
                }
                isReaching = true
            }
            let end = min(reached.found.count, reached.offset + Batch.standardSize - nodes.count)
            for node in reached.found[reached.offset..<end] {
                if let matcher, !matcher.matches(node: node, view: view) { continue }
                rows.append(row)
                nodes.append(node)
            }
            reached.offset = end
            if end == reached.found.count {
                isReaching = false
                row += 1
            }
        }
        guard !nodes.isEmpty else { return nil }
        var result = batch.gathered(rows)
        if !spec.step.isInto { result.columns[spec.step.to.raw] = .nodes(nodes) }
        return result
    }

    private func enumerate(_ batch: Batch, _ context: ExecutionContext) throws -> Batch? {
        let view = context.view
        let matcher = spec.step.labels.map { LabelMatcher(labels: $0, view: view) }
        let starts = positions(batch[spec.step.from], batch.count)
        let ends = spec.step.isInto ? positions(batch[spec.step.to], batch.count) : []
        let steps = ChainSteps(spec, predicate: predicate, batch)
        let types = TypeSelection(spec.step.types, view: view)
        var rows: [Int] = []
        var nodes: [UInt32] = []
        var lists: [Value] = []
        var elements = 0
        // Long lists make for short batches.
        while row < batch.count, nodes.count < Batch.standardSize, elements < 65_536 {
            if walk == nil {
                guard starts[row] != nullPosition else {
                    row += 1
                    continue
                }
                walk = PathWalk(from: starts[row], length: spec.length, mode: spec.mode)
            }
            let found = try walk?.next(context) { node, list in
                types.appendNeighbours(
                    of: node, direction: self.spec.step.direction.stored, view: context.view,
                    to: &list)
                try steps.restrict(&list, row: self.row, context)
            }
            guard found == true, let walk else {
                self.walk = nil
                row += 1
                continue
            }
            if spec.step.isInto, walk.node != ends[row] { continue }
            if let matcher, !matcher.matches(node: walk.node, view: view) { continue }
            rows.append(row)
            nodes.append(walk.node)
            lists.append(relationshipList(walk.relationships, isReversed: spec.isReversed))
            elements += walk.relationships.count
        }
        guard !nodes.isEmpty else { return nil }
        var result = batch.gathered(rows)
        result.columns[spec.step.relationship.raw] = .values(lists)
        if !spec.step.isInto { result.columns[spec.step.to.raw] = .nodes(nodes) }
        return result
    }
}

/// Which relationships a chain may go on with: unused in this MATCH, fulfilling the predicate.
struct ChainSteps {
    private let batch: Batch
    private let used: UsedRelationships
    private let variable: VariableID?
    private let predicate: Evaluator?

    init(_ spec: VariableExpandSpec, predicate: Evaluator?, _ batch: Batch) {
        self.batch = batch
        used = UsedRelationships(spec.step.distinctFrom, batch)
        variable = spec.stepVariable
        self.predicate = predicate
    }

    /// Leaves in a list of neighbours those that the chain of a row may go on to.
    func restrict(
        _ list: inout NeighbourList, row: Int, _ context: ExecutionContext
    ) throws {
        if used.isEmpty, predicate == nil { return }
        var kept = list.relationships.indices.filter {
            !used.contains(list.relationships[$0], row: row)
        }
        if let predicate, let variable, !kept.isEmpty {
            let rows = Array(repeating: row, count: kept.count)
            let relationships = kept.map { list.relationships[$0] }
            let inner = batch.gathered(rows, slots: predicate.slots)
                .setting(variable, .relationships(relationships))
            kept = try predicate.selectedRows(inner, context).map { kept[$0] }
        }
        guard kept.count < list.relationships.count else { return }
        list.nodes = kept.map { list.nodes[$0] }
        list.relationships = kept.map { list.relationships[$0] }
    }
}

/// Relationships as a list value, in walking order or back.
func relationshipList(_ relationships: [UInt32], isReversed: Bool) -> Value {
    let items = relationships.map { Value.relationship(RelationshipIndex($0)) }
    return .list(isReversed ? items.reversed() : items)
}

/// A depth-first walk over chains of relationships from one node.
struct PathWalk {
    private struct Level {
        var neighbours: NeighbourList
        var offset = 0
    }

    /// Where the current chain ends.
    private(set) var node: UInt32
    /// The current chain.
    private(set) var relationships: [UInt32] = []
    private var nodes: [UInt32]
    private var levels: [Level] = []
    /// How many neighbours the levels hold.
    private var waiting = 0
    private let length: ResolvedLength
    private let mode: PathMode
    private var isFresh = true

    init(from start: UInt32, length: ResolvedLength, mode: PathMode) {
        node = start
        nodes = [start]
        self.length = length
        self.mode = mode
    }

    /// Goes to the next chain long enough; false at the end.
    mutating func next(
        _ context: ExecutionContext,
        neighbours: (UInt32, inout NeighbourList) throws -> Void
    ) throws -> Bool {
        if isFresh {
            isFresh = false
            if length.minimum == 0 { return true }
        }
        while true {
            if canGoOn { try descend(context, neighbours) } else if !ascendable { return false }
            while let top = levels.last, top.offset >= top.neighbours.nodes.count {
                waiting -= top.neighbours.nodes.count
                levels.removeLast()
                leave()
                if levels.isEmpty { return false }
            }
            guard try step(context) else { continue }
            if relationships.count >= length.minimum { return true }
        }
    }

    private var ascendable: Bool { !levels.isEmpty }

    /// Whether the current chain may be extended, and has not been yet.
    private var canGoOn: Bool {
        guard levels.count == relationships.count else { return false }
        if let maximum = length.maximum, relationships.count >= maximum { return false }
        // A simple path that has come back to its start ends there.
        if mode == .simple, !relationships.isEmpty, nodes[0] == node { return false }
        return true
    }

    private mutating func descend(
        _ context: ExecutionContext, _ neighbours: (UInt32, inout NeighbourList) throws -> Void
    ) throws {
        try context.guardian.checkPath(length: levels.count)
        var list = NeighbourList()
        try neighbours(node, &list)
        waiting += list.nodes.count
        try context.guardian.require(bytes: waiting * 8 + levels.count * 128)
        levels.append(Level(neighbours: list))
    }

    /// Takes the next neighbour of the deepest level, where the mode allows it.
    private mutating func step(_ context: ExecutionContext) throws -> Bool {
        let deepest = levels.count - 1
        if relationships.count > deepest { leave() }
        let offset = levels[deepest].offset
        levels[deepest].offset += 1
        try context.guardian.step()
        let relationship = levels[deepest].neighbours.relationships[offset]
        let target = levels[deepest].neighbours.nodes[offset]
        guard allows(relationship, target) else { return false }
        relationships.append(relationship)
        nodes.append(target)
        node = target
        return true
    }

    private mutating func leave() {
        guard !relationships.isEmpty else { return }
        relationships.removeLast()
        nodes.removeLast()
        node = nodes[nodes.count - 1]
    }

    private func allows(_ relationship: UInt32, _ target: UInt32) -> Bool {
        switch mode {
        case .walk: true
        case .trail: !relationships.contains(relationship)
        case .acyclic: !nodes.contains(target)
        case .simple: !nodes.dropFirst().contains(target)
        }
    }
}
