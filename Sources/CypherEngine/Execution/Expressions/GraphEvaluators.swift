import CypherSyntax
import GraphModel
import GraphStore

/// `subject.key` for nodes, relationships, maps and temporal values.
final class PropertyEvaluator: Evaluator {
    private let subject: Evaluator
    private let key: String
    private let range: SourceRange

    init(_ subject: Evaluator, key: String, range: SourceRange) {
        self.subject = subject
        self.key = key
        self.range = range
        super.init(slots: subject.slots)
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let column = try subject.evaluate(batch, context)
        let view = context.view
        let keyID = view.keyID(key)
        if case .nodes(let nodes) = column {
            guard let keyID else {
                if context.transaction == nil { return .constant(.null) }
                return try generic(column, batch.count, view, keyID, context)
            }
            if context.transaction == nil {
                return PropertyGather(view: view, key: keyID).column(of: nodes)
            }
        }
        return try generic(column, batch.count, view, keyID, context)
    }

    private func generic(
        _ column: Column, _ count: Int, _ view: GraphView, _ keyID: KeyID?,
        _ context: ExecutionContext
    ) throws -> Column {
        try locating(range) {
            if case .constant(let value) = column {
                return .constant(try property(of: value, view, keyID, context))
            }
            var builder = ColumnBuilder(capacity: count)
            for row in 0..<count {
                builder.append(try property(of: column.value(row), view, keyID, context))
            }
            return builder.finish()
        }
    }

    private func property(
        of value: Value, _ view: GraphView, _ keyID: KeyID?, _ context: ExecutionContext
    ) throws -> Value {
        switch value {
        case .null: return .null
        case .node(let node):
            try context.requireLive(value)
            return keyID.map { view.property(node: node.raw, key: $0) } ?? .null
        case .relationship(let relationship):
            try context.requireLive(value)
            return keyID.map { view.property(relationship: relationship.raw, key: $0) } ?? .null
        default: return try ValueOperators.property(of: value, key: key)
        }
    }
}

extension ExecutionContext {
    /// Throws for a node or relationship that this query has deleted.
    func requireLive(_ value: Value) throws {
        guard let transaction else { return }
        let isDeleted =
            switch value {
            case .node(let node): transaction.isDeleted(node: node.raw)
            case .relationship(let relationship):
                transaction.isDeleted(relationship: relationship.raw)
            default: false
            }
        if isDeleted {
            throw Diagnostic(
                .entityNotFound, "DeletedEntityAccess",
                "the \(value.typeName.lowercased()) has been deleted in this query")
        }
    }
}

/// `x:A&!B` for nodes and relationships.
final class LabelEvaluator: Evaluator {
    private let subject: Evaluator
    private let expression: LabelExpression
    private let range: SourceRange

    init(_ subject: Evaluator, _ expression: LabelExpression, range: SourceRange) {
        self.subject = subject
        self.expression = expression
        self.range = range
        super.init(slots: subject.slots)
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let column = try subject.evaluate(batch, context)
        let view = context.view
        let labels = LabelMatcher(labels: expression, view: view)
        let types = LabelMatcher(types: expression, view: view)
        return try locating(range) {
            booleanColumn(
                try (0..<batch.count).map { row in
                    let value = column.value(row)
                    switch value {
                    case .null: return .null
                    case .node(let node):
                        try context.requireLive(value)
                        return .boolean(labels.matches(node: node.raw, view: view))
                    case .relationship(let relationship):
                        let type = view.type(ofRelationship: relationship.raw)
                        return .boolean(types.matches(type: type))
                    default:
                        throw Diagnostic(
                            .typeError, "InvalidArgumentType",
                            "only nodes and relationships have labels, not \(value.typeName)")
                    }
                })
        }
    }
}

/// `base {.a, .*, k: e}`.
final class MapProjectionEvaluator: Evaluator {
    /// One part of the projection.
    enum Item {
        case property(String)
        case allProperties
        case entry(String, Evaluator)
    }

    private let base: Evaluator
    private let items: [Item]
    private let range: SourceRange

    init(_ base: Evaluator, items: [Item], range: SourceRange) {
        self.base = base
        self.items = items
        self.range = range
        var slots = base.slots
        for case .entry(_, let evaluator) in items { slots = union(slots, evaluator.slots) }
        super.init(slots: slots)
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let bases = try base.evaluate(batch, context)
        let entries = try items.map { item -> Column? in
            guard case .entry(_, let evaluator) = item else { return nil }
            return try evaluator.evaluate(batch, context)
        }
        var bytes = 0
        return try locating(range) {
            .values(
                try (0..<batch.count).map { row in
                    let value = bases.value(row)
                    guard !value.isNull else { return .null }
                    let properties = try context.propertyMap(of: value)
                    var map = ValueMap()
                    for (index, item) in items.enumerated() {
                        switch item {
                        case .property(let key): map[key] = properties[key] ?? .null
                        case .allProperties:
                            for entry in properties.entries { map[entry.key] = entry.value }
                        case .entry(let key, _): map[key] = entries[index]?.value(row) ?? .null
                        }
                    }
                    bytes += try context.guardian.admit(.map(map))
                    try context.guardian.require(bytes: bytes)
                    return .map(map)
                })
        }
    }
}

extension ExecutionContext {
    /// The properties of a node, relationship or map.
    func propertyMap(of value: Value) throws -> ValueMap {
        let view = self.view
        switch value {
        case .map(let map): return map
        case .node(let node):
            try requireLive(value)
            return ValueMap(
                view.nodeProperties(node.raw).map { (view.keyName($0.0), $0.1) })
        case .relationship(let relationship):
            try requireLive(value)
            return ValueMap(
                view.relationshipProperties(relationship.raw).map { (view.keyName($0.0), $0.1) })
        default:
            throw Diagnostic(
                .typeError, "InvalidArgumentType",
                "a map, node or relationship is wanted here, not \(value.typeName)")
        }
    }
}
