import CypherSyntax
import GraphModel

@testable import CypherEngine

/// Evaluates expressions with nothing but the operators and functions under test.
///
/// `n` and `m` are the nodes and `r` is the relationship of the context's graph, `p` their path.
struct FunctionsEvaluator {
    var context: any FunctionContext
    var variables: [String: Value] = [
        "n": .node(NodeIndex(0)), "m": .node(NodeIndex(1)),
        "r": .relationship(RelationshipIndex(0)),
        "p": .path(
            Path(nodes: [NodeIndex(0), NodeIndex(1)], relationships: [RelationshipIndex(0)])),
    ]

    init() throws { context = try FunctionsTestContext() }

    /// The result of an expression as a literal.
    func text(of expression: String) throws -> String {
        ValuePrinter().text(of: try value(of: Parser.parseExpression(expression)))
    }

    /// What an expression fails with, as `Kind: Code`; nil where it succeeds.
    func failure(of expression: String) throws -> String? {
        let tree = try Parser.parseExpression(expression)
        do {
            _ = try value(of: tree)
            return nil
        } catch let error as Diagnostic {
            return "\(error.kind.rawValue): \(error.code)"
        }
    }

    func value(of expression: Expression) throws -> Value {
        switch expression.kind {
        case .literal(let value): return value
        case .variable(let name): return variables[name] ?? .null
        case .parameter(let name): return variables["$" + name] ?? .null
        case .list(let elements): return .list(try elements.map { try value(of: $0) })
        case .map(let entries):
            return .map(ValueMap(try entries.map { ($0.key.text, try value(of: $0.value)) }))
        case .property(let subject, let key):
            return try ValueOperators.property(of: value(of: subject), key: key.text, in: context)
        case .element(let subject, let index):
            return try ValueOperators.element(
                of: value(of: subject), at: value(of: index), in: context)
        case .slice(let subject, let from, let to):
            return try ValueOperators.slice(
                of: value(of: subject), from: from.map { try value(of: $0) },
                to: to.map { try value(of: $0) }, context)
        case .unary(let sign, let operand): return try unary(sign, value(of: operand))
        case .binary(let sign, let left, let right):
            return try binary(sign, value(of: left), value(of: right))
        case .comparison(let operands, let signs): return try comparison(operands, signs)
        case .isNull(let operand, let isNegated):
            return .boolean(try value(of: operand).isNull != isNegated)
        case .call(let call): return try self.call(call)
        case .listComprehension(let variable, let list, let predicate, let projection):
            return try comprehension(variable.text, list, predicate, projection)
        default: throw Unsupported()
        }
    }

    struct Unsupported: Error {}

    private func call(_ call: Expression.FunctionCall) throws -> Value {
        guard let function = FunctionRegistry.find(call.name.text) else { throw Unsupported() }
        guard function.accepts(argumentCount: call.arguments.count) else { throw Unsupported() }
        return try function.call(call.arguments.map { try value(of: $0) }, in: context)
    }

    private func comprehension(
        _ variable: String, _ list: Expression, _ predicate: Expression?,
        _ projection: Expression?
    ) throws -> Value {
        guard case .list(let elements) = try value(of: list) else { return .null }
        var results: [Value] = []
        for element in elements {
            var inner = self
            inner.variables[variable] = element
            if let predicate {
                guard case .boolean(true) = try inner.value(of: predicate) else { continue }
            }
            results.append(try projection.map { try inner.value(of: $0) } ?? element)
        }
        return .list(results)
    }

    private func unary(_ sign: Expression.UnaryOperator, _ operand: Value) throws -> Value {
        switch sign {
        case .not: try ValueOperators.not(operand)
        case .plus: try ValueOperators.identity(operand)
        case .minus: try ValueOperators.negate(operand)
        }
    }

    private func binary(
        _ sign: Expression.BinaryOperator, _ left: Value, _ right: Value
    ) throws -> Value {
        switch sign {
        case .or: try ValueOperators.or(left, right)
        case .xor: try ValueOperators.xor(left, right)
        case .and: try ValueOperators.and(left, right)
        case .add: try ValueOperators.add(left, right)
        case .subtract: try ValueOperators.subtract(left, right)
        case .concatenate: try ValueOperators.concatenate(left, right)
        case .multiply: try ValueOperators.multiply(left, right)
        case .divide: try ValueOperators.divide(left, right)
        case .modulo: try ValueOperators.modulo(left, right)
        case .power: try ValueOperators.power(left, right)
        case .in: try ValueOperators.isIn(left, right)
        case .startsWith: ValueOperators.startsWith(left, right)
        case .endsWith: ValueOperators.endsWith(left, right)
        case .contains: ValueOperators.contains(left, right)
        case .matches: try ValueOperators.matches(left, right)
        }
    }

    private func comparison(
        _ operands: [Expression], _ signs: [Expression.ComparisonOperator]
    ) throws -> Value {
        let values = try operands.map { try value(of: $0) }
        var result = Value.boolean(true)
        for (index, sign) in signs.enumerated() {
            let (left, right) = (values[index], values[index + 1])
            let step: Value =
                switch sign {
                case .equal: ValueOperators.equal(left, right)
                case .notEqual: ValueOperators.notEqual(left, right)
                case .less: ValueOperators.less(left, right)
                case .lessOrEqual: ValueOperators.lessOrEqual(left, right)
                case .greater: ValueOperators.greater(left, right)
                case .greaterOrEqual: ValueOperators.greaterOrEqual(left, right)
                }
            result = try ValueOperators.and(result, step)
        }
        return result
    }
}
