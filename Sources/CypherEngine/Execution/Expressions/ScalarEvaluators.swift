import GraphModel

/// One operand, one scalar operation a row.
final class UnaryEvaluator: Evaluator {
    private let operand: Evaluator
    private let range: SourceRange
    private let operation: (Value, ExecutionContext) throws -> Value

    init(
        _ operand: Evaluator, range: SourceRange,
        operation: @escaping (Value, ExecutionContext) throws -> Value
    ) {
        self.operand = operand
        self.range = range
        self.operation = operation
        super.init(slots: operand.slots)
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let column = try operand.evaluate(batch, context)
        return try locating(range) {
            if case .constant(let value) = column {
                return .constant(try operation(value, context))
            }
            var builder = ColumnBuilder(capacity: batch.count)
            for row in 0..<batch.count {
                builder.append(try operation(column.value(row), context))
            }
            return builder.finish()
        }
    }
}

/// Two operands, one scalar operation a row.
final class BinaryEvaluator: Evaluator {
    private let left: Evaluator
    private let right: Evaluator
    private let range: SourceRange
    private let operation: (Value, Value) throws -> Value

    init(
        _ left: Evaluator, _ right: Evaluator, range: SourceRange,
        operation: @escaping (Value, Value) throws -> Value
    ) {
        self.left = left
        self.right = right
        self.range = range
        self.operation = operation
        super.init(slots: union(left.slots, right.slots))
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let leftColumn = try left.evaluate(batch, context)
        let rightColumn = try right.evaluate(batch, context)
        return try locating(range) {
            if case .constant(let a) = leftColumn, case .constant(let b) = rightColumn {
                return .constant(try operation(a, b))
            }
            var builder = ColumnBuilder(capacity: batch.count)
            for row in 0..<batch.count {
                builder.append(try operation(leftColumn.value(row), rightColumn.value(row)))
            }
            return builder.finish()
        }
    }
}

/// A scalar function over any number of arguments.
final class CallEvaluator: Evaluator {
    private let arguments: [Evaluator]
    private let range: SourceRange
    private let foldsConstants: Bool
    private let body: ([Value], ExecutionContext) throws -> Value

    init(
        _ arguments: [Evaluator], range: SourceRange, foldsConstants: Bool,
        body: @escaping ([Value], ExecutionContext) throws -> Value
    ) {
        self.arguments = arguments
        self.range = range
        self.foldsConstants = foldsConstants
        self.body = body
        super.init(slots: arguments.reduce([]) { union($0, $1.slots) })
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let columns = try arguments.map { try $0.evaluate(batch, context) }
        return try locating(range) {
            if foldsConstants, columns.allSatisfy(\.isConstant) {
                return .constant(try body(columns.map { $0.value(0) }, context))
            }
            var builder = ColumnBuilder(capacity: batch.count)
            var values = [Value](repeating: .null, count: columns.count)
            for row in 0..<batch.count {
                for index in columns.indices { values[index] = columns[index].value(row) }
                builder.append(try body(values, context))
            }
            return builder.finish()
        }
    }
}

extension Column {
    /// Whether every row has the same value by construction.
    var isConstant: Bool {
        if case .constant = self { true } else { false }
    }
}

/// The slots of both, each once.
func union(_ left: [Int], _ right: [Int]) -> [Int] {
    if right.isEmpty { return left }
    if left.isEmpty { return right }
    return left + right.filter { !left.contains($0) }
}
