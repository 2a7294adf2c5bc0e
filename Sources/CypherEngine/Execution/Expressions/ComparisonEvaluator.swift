import CypherSyntax
import GraphModel

/// A comparison; integers, floats and positions are compared without making values.
final class ComparisonEvaluator: Evaluator {
    private let left: Evaluator
    private let right: Evaluator
    private let comparison: Expression.ComparisonOperator
    private let range: SourceRange

    init(
        _ left: Evaluator, _ comparison: Expression.ComparisonOperator, _ right: Evaluator,
        range: SourceRange
    ) {
        self.left = left
        self.right = right
        self.comparison = comparison
        self.range = range
        super.init(slots: union(left.slots, right.slots))
    }

    override func evaluate(_ batch: Batch, _ context: ExecutionContext) throws -> Column {
        let leftColumn = try left.evaluate(batch, context)
        let rightColumn = try right.evaluate(batch, context)
        if let typed = typedResult(leftColumn, rightColumn) { return typed }
        if case .constant(let a) = leftColumn, case .constant(let b) = rightColumn {
            return .constant(compared(a, b))
        }
        var results: [Value] = []
        results.reserveCapacity(batch.count)
        for row in 0..<batch.count {
            let value = leftColumn.value(row)
            try context.guardian.step(over: value)
            results.append(compared(value, rightColumn.value(row)))
        }
        return booleanColumn(results)
    }

    private func compared(_ left: Value, _ right: Value) -> Value {
        switch comparison {
        case .equal: ValueOperators.equal(left, right)
        case .notEqual: ValueOperators.notEqual(left, right)
        case .less: ValueOperators.less(left, right)
        case .lessOrEqual: ValueOperators.lessOrEqual(left, right)
        case .greater: ValueOperators.greater(left, right)
        case .greaterOrEqual: ValueOperators.greaterOrEqual(left, right)
        }
    }

    private func typedResult(_ left: Column, _ right: Column) -> Column? {
        switch (left, right) {
        case (.integers(let a), .integers(let b)): compared(a, b)
        case (.constant(.integer(let a)), .integers(let b)):
            compared(b, comparison.turned, with: a)
        case (.constant(.float(let a)), .floats(let b)): compared(b, comparison.turned, with: a)
        case (.strings, .constant(.string)) where comparison == .equal:
            TypedOperations.equals(left, right)
        case (.constant(.string), .strings) where comparison == .equal:
            TypedOperations.equals(right, left)
        case (.integers(let a), .constant(.integer(let b))): compared(a, comparison, with: b)
        case (.floats(let a), .floats(let b)): compared(a, b)
        case (.floats(let a), .constant(.float(let b))): compared(a, comparison, with: b)
        case (.nodes(let a), .nodes(let b)), (.relationships(let a), .relationships(let b)):
            comparedPositions(a, b)
        default: nil
        }
    }

    @inline(__always)
    private func compared<Number: Comparable>(_ left: [Number], _ right: [Number]) -> Column {
        right.withUnsafeBufferPointer { right in
            compared(left, comparison) { right[$0] }
        }
    }

    @inline(__always)
    private func compared<Number: Comparable>(
        _ left: [Number], _ comparison: Expression.ComparisonOperator, with right: Number
    ) -> Column { compared(left, comparison) { _ in right } }

    @inline(__always)
    private func compared<Number: Comparable>(
        _ left: [Number], _ comparison: Expression.ComparisonOperator, _ right: (Int) -> Number
    ) -> Column {
        let flags = left.withUnsafeBufferPointer { left in
            switch comparison {
            case .equal: [Bool](rows: left.count) { left[$0] == right($0) }
            case .notEqual: [Bool](rows: left.count) { left[$0] != right($0) }
            case .less: [Bool](rows: left.count) { left[$0] < right($0) }
            case .lessOrEqual: [Bool](rows: left.count) { left[$0] <= right($0) }
            case .greater: [Bool](rows: left.count) { left[$0] > right($0) }
            case .greaterOrEqual: [Bool](rows: left.count) { left[$0] >= right($0) }
            }
        }
        return .booleans(flags)
    }

    /// Positions know only sameness; null among them, or an order asked for, goes the long way.
    private func comparedPositions(_ left: [UInt32], _ right: [UInt32]) -> Column? {
        guard comparison == .equal || comparison == .notEqual else { return nil }
        guard !left.contains(nullPosition), !right.contains(nullPosition) else { return nil }
        let wanted = comparison == .equal
        return .booleans(left.indices.map { (left[$0] == right[$0]) == wanted })
    }
}

extension Expression.ComparisonOperator {
    /// The comparison with its sides exchanged.
    fileprivate var turned: Self {
        switch self {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }
}
