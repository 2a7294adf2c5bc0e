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
                let value = column.value(row)
                try context.guardian.step(over: value)
                builder.append(try operation(value, context))
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
    /// The operation on whole columns, where they are of the right types.
    private let typed: TypedOperations.Operation?

    init(
        _ left: Evaluator, _ right: Evaluator, range: SourceRange,
        operation: @escaping (Value, Value) throws -> Value,
        typed: TypedOperations.Operation? = nil
    ) {
        self.left = left
        self.right = right
        self.range = range
        self.operation = operation
        self.typed = typed
        super.init(slots: union(left.slots, right.slots))
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let leftColumn = try left.evaluate(batch, context)
        let rightColumn = try right.evaluate(batch, context)
        if let typed = typed?(leftColumn, rightColumn) {
            try context.guardian.step(batch.count)
            return typed
        }
        return try locating(range) {
            if case .constant(let a) = leftColumn, case .constant(let b) = rightColumn {
                return .constant(try operation(a, b))
            }
            var builder = ColumnBuilder(capacity: batch.count)
            for row in 0..<batch.count {
                let right = rightColumn.value(row)
                try context.guardian.step(over: right)
                builder.append(try operation(leftColumn.value(row), right))
            }
            return builder.finish()
        }
    }
}

/// `+` and `||`, whose results may be longer than their operands.
final class JoiningEvaluator: Evaluator {
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
            var bytes = 0
            if case .constant(let a) = leftColumn, case .constant(let b) = rightColumn {
                return .constant(try join(a, b, &bytes, context.guardian))
            }
            var builder = ColumnBuilder(capacity: batch.count)
            for row in 0..<batch.count {
                builder.append(
                    try join(
                        leftColumn.value(row), rightColumn.value(row), &bytes, context.guardian))
            }
            return builder.finish()
        }
    }

    /// `bytes` is what the results of the batch take together.
    @inline(__always)
    private func join(
        _ left: Value, _ right: Value, _ bytes: inout Int, _ guardian: QueryGuard
    ) throws -> Value {
        if case .integer = left, case .integer = right { return try operation(left, right) }
        // Before anything is made: what does not fit must not be tried. The operands are there
        // as long as the result is made.
        let growth = growth(left) + growth(right)
        try guardian.require(bytes: bytes + 2 * growth)
        let result =
            try growth > LongText.piece ? joinLong(left, right, guardian) : operation(left, right)
        bytes += try guardian.admit(result)
        return result
    }
}

extension JoiningEvaluator {
    /// Long texts and lists are joined in pieces; anything else by the operation.
    private func joinLong(_ left: Value, _ right: Value, _ guardian: QueryGuard) throws -> Value {
        switch (left, right) {
        case (.string(let a), .string(let b)):
            var made = try TextBuilder(bytes: a.utf8.count + b.utf8.count, guardian)
            try made.append(a[...])
            try made.append(b[...])
            return .string(made.text)
        case (.list(let a), .list(let b)):
            return .list(try LongList.joined([a[...], b[...]], guardian))
        default: return try operation(left, right)
        }
    }
}

/// A scalar function over any number of arguments.
final class CallEvaluator: Evaluator {
    private let arguments: [Evaluator]
    private let range: SourceRange
    private let foldsConstants: Bool
    /// Whether the result is something new, or only a part of an argument.
    private let isMaking: Bool
    private let body: ([Value], ExecutionContext) throws -> Value

    init(
        _ arguments: [Evaluator], range: SourceRange, foldsConstants: Bool,
        isMaking: Bool = true, body: @escaping ([Value], ExecutionContext) throws -> Value
    ) {
        self.arguments = arguments
        self.range = range
        self.foldsConstants = foldsConstants
        self.isMaking = isMaking
        self.body = body
        super.init(slots: arguments.reduce([]) { union($0, $1.slots) })
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let columns = try arguments.map { try $0.evaluate(batch, context) }
        return try locating(range) {
            var bytes = 0
            if foldsConstants, columns.allSatisfy(\.isConstant) {
                return .constant(try call(columns.map { $0.value(0) }, &bytes, context))
            }
            var builder = ColumnBuilder(capacity: batch.count)
            var values = [Value](repeating: .null, count: columns.count)
            for row in 0..<batch.count {
                for index in columns.indices { values[index] = columns[index].value(row) }
                builder.append(try call(values, &bytes, context))
            }
            return builder.finish()
        }
    }
}

extension CallEvaluator {
    /// `bytes` is what the results of the batch take together.
    @inline(__always)
    private func call(
        _ values: [Value], _ bytes: inout Int, _ context: ExecutionContext
    ) throws -> Value {
        if !isMaking {
            try context.guardian.step()
            return try body(values, context)
        }
        for value in values { try context.guardian.step(over: value) }
        let result = try body(values, context)
        let more = try context.guardian.admit(result)
        if more > 0 {
            bytes += more
            try context.guardian.require(bytes: bytes)
        }
        return result
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
