import GraphModel
import GraphStore

/// One item of SET or REMOVE, compiled.
struct Update {
    /// What the item does to its target.
    enum Action {
        case setProperty(String, Evaluator)
        case setDynamicProperty(Evaluator, Evaluator)
        case replace(Evaluator)
        case merge(Evaluator)
        case addLabels([String])
        case removeProperty(String)
        case removeDynamicProperty(Evaluator)
        case removeLabels([String])
    }

    let target: Evaluator
    let action: Action
    let range: SourceRange

    /// Applies the item to every row of a batch.
    func apply(
        _ batch: Batch, _ transaction: GraphTransaction, _ context: ExecutionContext
    ) throws {
        for row in 0..<batch.count {
            let single = batch.count == 1 ? batch : batch.gathered([row], slots: slots)
            try locating(range) { try apply(row: single, transaction, context) }
        }
    }

    private var slots: [Int] {
        switch action {
        case .setProperty(_, let value), .replace(let value), .merge(let value),
            .removeDynamicProperty(let value):
            union(target.slots, value.slots)
        case .setDynamicProperty(let key, let value):
            union(target.slots, union(key.slots, value.slots))
        case .addLabels, .removeProperty, .removeLabels: target.slots
        }
    }

    /// One row at a time: an item may read what it wrote for the row before.
    private func apply(
        row batch: Batch, _ transaction: GraphTransaction, _ context: ExecutionContext
    ) throws {
        let element = try target.evaluate(batch, context).value(0)
        if element.isNull { return }
        try context.requireLive(element)
        switch action {
        case .setProperty(let key, let value):
            try set(element, key, value.evaluate(batch, context).value(0), transaction, context)
        case .setDynamicProperty(let key, let value):
            let name = try propertyName(key.evaluate(batch, context).value(0))
            try set(element, name, value.evaluate(batch, context).value(0), transaction, context)
        case .replace(let value):
            let map = try context.propertyMap(of: value.evaluate(batch, context).value(0))
            for key in try context.propertyMap(of: element).keys where map[key] == nil {
                try set(element, key, .null, transaction, context)
            }
            for entry in map.entries {
                try set(element, entry.key, entry.value, transaction, context)
            }
        case .merge(let value):
            let map = try context.propertyMap(of: value.evaluate(batch, context).value(0))
            for entry in map.entries {
                try set(element, entry.key, entry.value, transaction, context)
            }
        case .removeProperty(let key): try set(element, key, .null, transaction, context)
        case .removeDynamicProperty(let key):
            let name = try propertyName(key.evaluate(batch, context).value(0))
            try set(element, name, .null, transaction, context)
        case .addLabels(let labels): try change(labels, of: element, adding: true, transaction)
        case .removeLabels(let labels): try change(labels, of: element, adding: false, transaction)
        }
    }

    private func propertyName(_ value: Value) throws -> String {
        guard case .string(let name) = value else {
            throw Diagnostic(
                .typeError, "InvalidArgumentType",
                "a property key must be a String, not \(value.typeName)")
        }
        return name
    }

    private func set(
        _ element: Value, _ key: String, _ value: Value, _ transaction: GraphTransaction,
        _ context: ExecutionContext
    ) throws {
        try context.guardian.step()
        try context.guardian.hold(bytes: storedByteCount(value))
        if value.isNull, transaction.view.keyID(key) == nil { return }
        let keyID = transaction.keyID(key)
        switch element {
        case .node(let node): try transaction.set(node: node.raw, key: keyID, value: value)
        case .relationship(let relationship):
            try transaction.set(relationship: relationship.raw, key: keyID, value: value)
        default:
            throw Diagnostic(
                .typeError, "InvalidArgumentType",
                "only nodes and relationships have properties to set, not \(element.typeName)")
        }
    }

    private func change(
        _ labels: [String], of element: Value, adding: Bool, _ transaction: GraphTransaction
    ) throws {
        guard case .node(let node) = element else {
            throw Diagnostic(
                .typeError, "InvalidArgumentType",
                "only nodes have labels, not \(element.typeName)")
        }
        for label in labels {
            if adding {
                try transaction.addLabel(node.raw, transaction.labelID(label))
            } else if let known = transaction.view.labelID(label) {
                try transaction.removeLabel(node.raw, known)
            }
        }
    }
}
