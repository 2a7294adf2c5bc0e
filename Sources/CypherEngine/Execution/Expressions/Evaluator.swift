import GraphModel

/// A compiled expression: gives one value for each row of a batch.
///
/// A class tree: dispatch happens once a batch and node, never once a row.
package class Evaluator {
    /// The slots it reads; what a subset of rows must carry.
    final let slots: [Int]

    init(slots: [Int]) {
        self.slots = slots
    }

    /// The values of all rows.
    package func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        preconditionFailure("bug in Veiviser: an evaluator without a body")
    }

    /// The value where there is but one row or none is needed (SKIP, LIMIT, arguments).
    package final func evaluateOne(_ context: ExecutionContext, slotCount: Int) throws -> Value {
        try evaluate(.unit(slotCount: slotCount), context).value(0)
    }

    /// The rows for which a predicate holds.
    package final func selectedRows(_ batch: Batch, _ context: ExecutionContext) throws -> [Int] {
        switch try evaluate(batch, context) {
        case .booleans(let flags):
            return [Int](marked: flags)
        case .constant(let value):
            return try isTrue(value) ? Array(0..<batch.count) : []
        case let column:
            return try (0..<batch.count).filter { try isTrue(column.value($0)) }
        }
    }
}

/// Whether a predicate's value lets a row through; null does not.
package func isTrue(_ value: Value) throws -> Bool {
    switch value {
    case .boolean(let flag): flag
    case .null: false
    default:
        throw Diagnostic(
            .typeError, "InvalidArgumentType",
            "a predicate must be Boolean, but it is \(value.typeName)")
    }
}

/// Adds the place of an expression to errors that have none.
@inline(__always)
func locating<Result>(_ range: SourceRange, _ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch var diagnostic as Diagnostic {
        if diagnostic.range == nil && diagnostic.place == nil { diagnostic.range = range }
        throw diagnostic
    }
}

final class ConstantEvaluator: Evaluator {
    private let value: Value

    init(_ value: Value) {
        self.value = value
        super.init(slots: [])
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        .constant(value)
    }
}

final class ParameterEvaluator: Evaluator {
    private let name: String
    private let range: SourceRange

    init(_ name: String, range: SourceRange) {
        self.name = name
        self.range = range
        super.init(slots: [])
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        guard let value = context.parameters[name] else {
            throw Diagnostic(
                .parameterMissing, "MissingParameter", "parameter '$\(name)' was not given",
                range: range)
        }
        return .constant(value)
    }
}

final class VariableEvaluator: Evaluator {
    private let slot: Int

    init(_ variable: VariableID) {
        slot = variable.raw
        super.init(slots: [variable.raw])
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        batch.columns[slot] ?? .constant(.null)
    }
}
