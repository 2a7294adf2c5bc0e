import CypherSyntax
import GraphModel
import GraphStore

/// What an expansion over one relationship does.
package struct ExpandSpec: Sendable {
    package var from: VariableID
    package var to: VariableID
    package var relationship: VariableID
    package var types: LabelExpression?
    /// As seen from `from`.
    package var direction: RelationshipPattern.Direction
    /// Whether `to` has a node already, which the neighbour must be.
    package var isInto: Bool
    /// What the neighbour must be labelled.
    package var labels: LabelExpression?
    /// Relationships and relationship lists of the same MATCH that may not occur again.
    package var distinctFrom: [VariableID]

    package init(
        from: VariableID, to: VariableID, relationship: VariableID, types: LabelExpression?,
        direction: RelationshipPattern.Direction, isInto: Bool, labels: LabelExpression?,
        distinctFrom: [VariableID]
    ) {
        self.from = from
        self.to = to
        self.relationship = relationship
        self.types = types
        self.direction = direction
        self.isInto = isInto
        self.labels = labels
        self.distinctFrom = distinctFrom
    }
}

extension RelationshipPattern.Direction {
    /// As the graph names it, seen from the left.
    var stored: Direction {
        switch self {
        case .right: .outgoing
        case .left: .incoming
        case .either: .both
        }
    }

    /// Seen from the other side.
    var reversed: RelationshipPattern.Direction {
        switch self {
        case .right: .left
        case .left: .right
        case .either: .either
        }
    }
}

/// From each row's node over its relationships to the neighbours.
final class ExpandOperator: ExpandingOperator {
    private let spec: ExpandSpec
    private var offset = 0
    private var neighbours = NeighbourList()

    init(_ input: Operator, spec: ExpandSpec) {
        self.spec = spec
        super.init(input)
    }

    override func begin(_ batch: Batch, _ context: ExecutionContext) throws {
        offset = 0
        neighbours.removeAll()
    }

    override func expand(_ batch: Batch, _ context: ExecutionContext) throws -> Batch? {
        let view = context.view
        let types = TypeSelection(spec.types, view: view)
        let matcher = spec.labels.map { LabelMatcher(labels: $0, view: view) }
        let starts = positions(batch[spec.from], batch.count)
        let ends = spec.isInto ? positions(batch[spec.to], batch.count) : []
        let used = UsedRelationships(spec.distinctFrom, batch)
        var rows: [Int] = []
        var nodes: [UInt32] = []
        var relationships: [UInt32] = []
        while row < batch.count, nodes.count < Batch.standardSize {
            if offset == 0 { fill(from: starts[row], types, view) }
            try context.guardian.step(neighbours.nodes.count &- offset &+ 1)
            while offset < neighbours.nodes.count, nodes.count < Batch.standardSize {
                let node = neighbours.nodes[offset]
                let relationship = neighbours.relationships[offset]
                offset += 1
                if spec.isInto, node != ends[row] { continue }
                if let matcher, !matcher.matches(node: node, view: view) { continue }
                if used.contains(relationship, row: row) { continue }
                rows.append(row)
                nodes.append(node)
                relationships.append(relationship)
            }
            if offset >= neighbours.nodes.count {
                row += 1
                offset = 0
            }
        }
        guard !nodes.isEmpty else { return nil }
        var result = batch.gathered(rows)
        result.columns[spec.relationship.raw] = .relationships(relationships)
        if !spec.isInto { result.columns[spec.to.raw] = .nodes(nodes) }
        return result
    }

    private func fill(from node: UInt32, _ types: TypeSelection, _ view: GraphView) {
        neighbours.removeAll()
        guard node != nullPosition else { return }
        types.appendNeighbours(
            of: node, direction: spec.direction.stored, view: view, to: &neighbours)
    }
}

/// The node positions of a column, `nullPosition` where there is no node.
func positions(_ column: Column, _ count: Int) -> [UInt32] {
    if case .nodes(let items) = column { return items }
    return (0..<count).map { row in
        if case .node(let node) = column.value(row) { node.raw } else { nullPosition }
    }
}

/// The relationships of the same MATCH that each row has walked already.
struct UsedRelationships {
    private var single: [[UInt32]] = []
    private var lists: [Column] = []

    init(_ variables: [VariableID], _ batch: Batch) {
        for variable in variables {
            switch batch[variable] {
            case .relationships(let items): single.append(items)
            case let column: lists.append(column)
            }
        }
    }

    /// Whether there are none that could be met again.
    var isEmpty: Bool { single.isEmpty && lists.isEmpty }

    @inline(__always)
    func contains(_ relationship: UInt32, row: Int) -> Bool {
        for items in single where items[row] == relationship { return true }
        return lists.isEmpty ? false : isListed(relationship, row)
    }

    private func isListed(_ relationship: UInt32, _ row: Int) -> Bool {
        lists.contains { holds($0.value(row), relationship) }
    }

    private func holds(_ value: Value, _ relationship: UInt32) -> Bool {
        switch value {
        case .relationship(let item): item.raw == relationship
        case .list(let items): items.contains { holds($0, relationship) }
        default: false
        }
    }
}
