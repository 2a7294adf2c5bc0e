import GraphModel
import GraphStore

/// An operator that writes: it reads all its input first, so that a clause sees the graph as the
/// clause before left it, then writes row by row, then gives its rows on.
class WriteOperator: UnaryOperator {
    private final var output: [Batch]?
    private final var position = 0

    override func open(_ context: ExecutionContext) throws {
        try super.open(context)
        letGo(context)
        output = nil
        position = 0
    }

    override func next(_ context: ExecutionContext) throws -> Batch? {
        let batches: [Batch]
        if let output {
            batches = output
        } else {
            let transaction = try context.writable()
            batches = try drain(input, context).map { batch in
                try context.guardian.check()
                return try write(batch, transaction, context)
            }.filter { $0.count > 0 }
            output = batches
        }
        guard position < batches.count else { return nil }
        defer { position += 1 }
        return batches[position]
    }

    /// Writes for all rows of a batch and gives the rows that go on.
    func write(
        _ batch: Batch, _ transaction: GraphTransaction, _ context: ExecutionContext
    ) throws -> Batch {
        preconditionFailure("bug in Veiviser: a write operator without a body")
    }
}

/// The properties a map gives, with the keys looked up; nulls are left out.
func storedProperties(
    _ value: Value, _ transaction: GraphTransaction, _ context: ExecutionContext
) throws -> [(KeyID, Value)] {
    if case .null = value { return [] }
    return try context.propertyMap(of: value).entries.compactMap { entry in
        if entry.value.isNull { return nil }
        try context.guardian.hold(bytes: storedByteCount(entry.value))
        return (transaction.keyID(entry.key), entry.value)
    }
}

/// About how much the transaction keeps of a property that was set.
func storedByteCount(_ value: Value) -> Int { 64 + value.outOfLineByteCount }

/// Makes the nodes and relationships of a CREATE or a MERGE that found nothing.
struct Creator {
    let pattern: CreatePattern
    /// One for each node and relationship, nil where there are no properties.
    let nodeProperties: [Evaluator?]
    let relationshipProperties: [Evaluator?]

    /// About how much the transaction keeps of what is made, its properties apart, at the moment
    /// when its tables have just grown to twice their size.
    private static let entryBytes = 640

    /// Creates for every row and gives the batch with the new columns.
    func create(
        _ batch: Batch, _ transaction: GraphTransaction, _ context: ExecutionContext
    ) throws -> Batch {
        var result = batch
        for (node, properties) in zip(pattern.nodes, nodeProperties) {
            let column = try createNodes(node, properties, result, transaction, context)
            result.columns[node.variable.raw] = column
        }
        for (item, properties) in zip(pattern.relationships, relationshipProperties) {
            let column = try createRelationships(item, properties, result, transaction, context)
            result.columns[item.variable.raw] = column
        }
        for path in pattern.paths {
            let evaluator = PathEvaluator(start: path.nodes[0], steps: path.relationships)
            result.columns[path.variable.raw] = try evaluator.evaluate(result, context)
        }
        return result
    }

    private func createNodes(
        _ node: CreateNode, _ properties: Evaluator?, _ batch: Batch,
        _ transaction: GraphTransaction, _ context: ExecutionContext
    ) throws -> Column {
        let labels = node.labels.map { transaction.labelID($0) }
        let values = try properties?.evaluate(batch, context)
        var created: [UInt32] = []
        try context.guardian.hold(bytes: Creator.entryBytes * batch.count)
        for row in 0..<batch.count {
            let stored = try storedProperties(
                values?.value(row) ?? .null, transaction, context)
            created.append(try transaction.createNode(labels: labels, properties: stored))
        }
        return .nodes(created)
    }

    private func createRelationships(
        _ item: CreateRelationship, _ properties: Evaluator?, _ batch: Batch,
        _ transaction: GraphTransaction, _ context: ExecutionContext
    ) throws -> Column {
        let type = transaction.typeID(item.type)
        let values = try properties?.evaluate(batch, context)
        var created: [UInt32] = []
        try context.guardian.hold(bytes: Creator.entryBytes * batch.count)
        for row in 0..<batch.count {
            guard case .node(let from) = batch[item.from].value(row),
                case .node(let to) = batch[item.to].value(row)
            else {
                throw Diagnostic(
                    .semanticError, "InvalidArgumentValue",
                    "a relationship cannot be created from or to null",
                    hint: "filter the rows where the end is null first")
            }
            let stored = try storedProperties(
                values?.value(row) ?? .null, transaction, context)
            created.append(
                try transaction.createRelationship(
                    type: type, from: from.raw, to: to.raw, properties: stored))
        }
        return .relationships(created)
    }
}

/// CREATE.
final class CreateOperator: WriteOperator {
    private let creator: Creator

    init(_ input: Operator, creator: Creator) {
        self.creator = creator
        super.init(input)
    }

    override func write(
        _ batch: Batch, _ transaction: GraphTransaction, _ context: ExecutionContext
    ) throws -> Batch {
        try creator.create(batch, transaction, context)
    }
}

/// SET and REMOVE.
final class UpdateOperator: WriteOperator {
    private let updates: [Update]

    init(_ input: Operator, updates: [Update]) {
        self.updates = updates
        super.init(input)
    }

    override func write(
        _ batch: Batch, _ transaction: GraphTransaction, _ context: ExecutionContext
    ) throws -> Batch {
        for update in updates { try update.apply(batch, transaction, context) }
        return batch
    }
}

/// DELETE and DETACH DELETE.
final class DeleteOperator: WriteOperator {
    private let targets: [(value: Evaluator, range: SourceRange)]
    private let detach: Bool

    init(_ input: Operator, targets: [(value: Evaluator, range: SourceRange)], detach: Bool) {
        self.targets = targets
        self.detach = detach
        super.init(input)
    }

    override func write(
        _ batch: Batch, _ transaction: GraphTransaction, _ context: ExecutionContext
    ) throws -> Batch {
        for target in targets {
            let column = try target.value.evaluate(batch, context)
            try locating(target.range) {
                for row in 0..<batch.count { try delete(column.value(row), transaction, context) }
            }
        }
        return batch
    }

    private func delete(
        _ value: Value, _ transaction: GraphTransaction, _ context: ExecutionContext
    ) throws {
        try context.guardian.step()
        switch value {
        case .null: break
        case .node(let node): try delete(node: node.raw, transaction, context)
        case .relationship(let relationship):
            if !transaction.isDeleted(relationship: relationship.raw) {
                transaction.deleteRelationship(relationship.raw)
            }
        case .path(let path):
            for item in path.relationships {
                try delete(.relationship(item), transaction, context)
            }
            for item in path.nodes { try delete(.node(item), transaction, context) }
        case .list(let items): for item in items { try delete(item, transaction, context) }
        default:
            throw Diagnostic(
                .typeError, "InvalidArgumentType",
                "only nodes, relationships and paths can be deleted, not \(value.typeName)")
        }
    }

    private func delete(
        node: UInt32, _ transaction: GraphTransaction, _ context: ExecutionContext
    ) throws {
        if transaction.isDeleted(node: node) { return }
        if detach {
            var list = NeighbourList()
            transaction.view.appendNeighbours(of: node, type: nil, direction: .both, to: &list)
            for relationship in list.relationships
            where !transaction.isDeleted(relationship: relationship) {
                try context.guardian.step()
                transaction.deleteRelationship(relationship)
            }
        }
        transaction.deleteNode(node)
    }
}
