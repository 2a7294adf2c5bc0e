import GraphModel
import GraphStore

/// Collects, for `--why`, the nodes and relationships each row rests on.
///
/// The facts of a row are a list value without repetition, in the order found; joins and further
/// matches append to it, aggregation unites the lists of a group.
final class FactsOperator: UnaryOperator {
    private let facts: VariableID
    private let variables: [VariableID]

    init(_ input: Operator, facts: VariableID, variables: [VariableID]) {
        self.facts = facts
        self.variables = variables
        super.init(input)
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        guard let batch = try input.pull(context) else { return nil }
        let before = batch[facts]
        let columns = variables.map { batch[$0] }
        let values = (0..<batch.count).map { row -> Value in
            var set = FactSet(before.value(row))
            for column in columns { set.add(column.value(row)) }
            return set.value
        }
        return batch.setting(facts, .values(values))
    }
}

/// Nodes and relationships without repetition, in the order added.
struct FactSet {
    private var items: [Value] = []
    private var nodes: Set<UInt32> = []
    private var relationships: Set<UInt32> = []

    init(_ value: Value = .null) {
        add(value)
    }

    /// All of them as a list.
    var value: Value { .list(items) }

    /// Adds a node, a relationship, or those in a list or path.
    mutating func add(_ value: Value) {
        switch value {
        case .node(let node):
            if nodes.insert(node.raw).inserted { items.append(value) }
        case .relationship(let relationship):
            if relationships.insert(relationship.raw).inserted { items.append(value) }
        case .list(let list): for item in list { add(item) }
        case .path(let path):
            for node in path.nodes { add(.node(node)) }
            for relationship in path.relationships { add(.relationship(relationship)) }
        default: break
        }
    }
}
