import CypherSyntax
import GraphModel

/// Operators: what they accept before the query runs, and what they give.
extension StatementBinder {
    mutating func bindUnary(
        _ unary: Expression.UnaryOperator, _ operand: Expression, _ range: SourceRange,
        _ context: BindingContext
    ) throws -> BoundExpression {
        if unary == .not {
            let bound = try bindPredicate(operand, context, of: "NOT")
            return BoundExpression(.unary(.not, bound), .boolean, range)
        }
        let bound = try bind(operand, context.asValue)
        guard bound.type.isOpen || bound.type.isNumeric || bound.type == .duration else {
            throw BindingError.argumentType(
                "'\(unary.rawValue)'", wants: "a number", got: bound.type, operand.range)
        }
        return BoundExpression(.unary(unary, bound), bound.type, range)
    }

    /// Binds a chain of binary operators along its left edge without recursion, since long
    /// sums and conjunctions lean left.
    mutating func bindBinary(
        _ expression: Expression, _ context: BindingContext
    ) throws -> BoundExpression {
        var pending: [(Expression.BinaryOperator, right: Expression)] = []
        var first = expression
        while case .binary(let binary, let left, let right) = first.kind {
            pending.append((binary, right))
            first = left
        }
        guard let innermost = pending.last else { return try bind(first, context) }
        var result = try bindOperand(first, of: innermost.0, context)
        for (binary, right) in pending.reversed() {
            try check(operand: result, of: binary)
            let other = try bindOperand(right, of: binary, context)
            result = try combine(binary, result, other)
        }
        return result
    }

    private mutating func bindOperand(
        _ operand: Expression, of binary: Expression.BinaryOperator, _ context: BindingContext
    ) throws -> BoundExpression {
        switch binary {
        case .and, .or, .xor: try bindPredicate(operand, context, of: binary.rawValue)
        default: try bind(operand, context.asValue)
        }
    }

    /// The left operand of AND and its kin may be the result of another operator.
    private func check(
        operand: BoundExpression, of binary: Expression.BinaryOperator
    ) throws {
        switch binary {
        case .and, .or, .xor:
            guard operand.type.overlaps(.boolean) else {
                throw BindingError.argumentType(
                    binary.rawValue, wants: "a boolean", got: operand.type, operand.range,
                    hint: Self.wholeConditions(binary, operand.type))
            }
        default: return
        }
    }

    private func combine(
        _ binary: Expression.BinaryOperator, _ left: BoundExpression, _ right: BoundExpression
    ) throws -> BoundExpression {
        let covered = left.range.union(right.range)
        let type: ExpressionType
        switch binary {
        case .and, .or, .xor, .startsWith, .endsWith, .contains, .matches:
            // The first three were checked as predicates; the others give null for no string.
            type = .boolean
        case .in:
            guard right.type.isOpen || right.type.isList else {
                throw BindingError.argumentType(
                    "IN", wants: "a list", got: right.type, right.range)
            }
            type = .boolean
        case .add, .concatenate:
            type = try Self.sum(binary, left.type, right.type, covered)
        case .subtract, .multiply, .divide, .modulo, .power:
            type = try Self.arithmetic(binary, left.type, right.type, covered)
        }
        return BoundExpression(.binary(binary, left, right), type, covered)
    }

    private static func sum(
        _ binary: Expression.BinaryOperator, _ left: ExpressionType, _ right: ExpressionType,
        _ range: SourceRange
    ) throws -> ExpressionType {
        if left == .null || right == .null { return .null }
        switch (left, right) {
        case (.list(let a), .list(let b)): return .list(a.union(b))
        case (.list(let a), _): return right == .any ? .list(.any) : .list(a.union(right))
        case (_, .list(let b)): return left == .any ? .list(.any) : .list(b.union(left))
        case (.any, _), (_, .any): return .any
        case (.string, .string): return .string
        case (.string, _) where right.isNumeric: return .string
        case (_, .string) where left.isNumeric: return .string
        default: break
        }
        if left.isNumeric, right.isNumeric { return number(left, right) }
        if left.isTemporal, right == .duration { return left }
        if right.isTemporal, left == .duration { return right }
        throw mismatch(binary, left, right, range)
    }

    private static func arithmetic(
        _ binary: Expression.BinaryOperator, _ left: ExpressionType, _ right: ExpressionType,
        _ range: SourceRange
    ) throws -> ExpressionType {
        if left == .null || right == .null { return .null }
        if binary == .subtract, left.isTemporal, right == .duration || right == .any {
            return right == .any ? .any : left
        }
        if binary == .multiply, right == .duration, left == .any || left.isNumeric {
            return .duration
        }
        if binary == .multiply || binary == .divide, left == .duration,
            right == .any || right.isNumeric
        {
            return .duration
        }
        let leftFits = left == .any || left.isNumeric
        let rightFits = right == .any || right.isNumeric
        // `any` may turn out to be a temporal value, which takes a duration.
        let durations = (left == .any && right == .duration) || (left == .duration && right == .any)
        guard (leftFits && rightFits) || durations else {
            throw mismatch(binary, left, right, range)
        }
        if left == .any || right == .any { return .any }
        return binary == .power ? .float : number(left, right)
    }

    private static func number(_ left: ExpressionType, _ right: ExpressionType) -> ExpressionType {
        if left == .float || right == .float { return .float }
        return left == .integer && right == .integer ? .integer : .number
    }

    private static func mismatch(
        _ binary: Expression.BinaryOperator, _ left: ExpressionType, _ right: ExpressionType,
        _ range: SourceRange
    ) -> Diagnostic {
        var hint: String?
        switch binary {
        case .concatenate where left == .boolean || right == .boolean: hint = "Write OR"
        case .subtract where left.isTemporal && right.isTemporal:
            hint = "Write duration.between(from, to)"
        case .add where left.isTemporal, .subtract where left.isTemporal:
            hint = "Write a duration: \(binary.rawValue) duration({days: 1})"
        default: break
        }
        return BindingError.syntax(
            "InvalidArgumentType",
            "'\(binary.rawValue)' cannot be used on \(left.phrase) and \(right.phrase)", range,
            hint: hint)
    }

    /// `n.name = 'a' OR 'b'`.
    private static func wholeConditions(
        _ binary: Expression.BinaryOperator, _ type: ExpressionType
    ) -> String? {
        guard type == .string || type.isNumeric else { return nil }
        let conditions = "Write both conditions whole: x = 1 \(binary.rawValue) x = 2"
        return binary == .or ? conditions + ", or x IN [1, 2]" : conditions
    }

    /// `a < b <= c` holds when every pair does.
    mutating func bindComparison(
        _ operands: [Expression], _ operators: [Expression.ComparisonOperator],
        _ range: SourceRange, _ context: BindingContext
    ) throws -> BoundExpression {
        let bound = try operands.map { try bind($0, context.asValue) }
        var result: BoundExpression?
        for (index, symbol) in operators.enumerated() {
            let left = bound[index]
            let right = bound[index + 1]
            let pair = BoundExpression(
                .comparison(symbol, left, right), .boolean, left.range.union(right.range))
            result =
                result.map { BoundExpression(.binary(.and, $0, pair), .boolean, range) } ?? pair
        }
        return result ?? bound[0]
    }

    /// Binds what must be true or false; a path may stand there as a predicate.
    mutating func bindPredicate(
        _ expression: Expression, _ context: BindingContext, of what: String
    ) throws -> BoundExpression {
        let bound = try bind(expression, context.asPredicate)
        guard bound.type.overlaps(.boolean) else {
            let binary = Expression.BinaryOperator(rawValue: what)
            throw BindingError.argumentType(
                what, wants: "a boolean", got: bound.type, expression.range,
                hint: binary.flatMap { Self.wholeConditions($0, bound.type) })
        }
        return bound
    }
}
