import CypherEngine
import CypherSyntax
import GraphModel

extension ReferenceEvaluator {
    func isTrue(_ predicate: Expression, _ row: ReferenceRow) throws -> Bool {
        if case .boolean(true) = try evaluate(predicate, row) { return true }
        return false
    }

    /// The value of an expression in a row; in a group of rows where it has aggregates.
    func evaluate(
        _ expression: Expression, _ row: ReferenceRow, group: [ReferenceRow]? = nil
    ) throws -> Value {
        func value(_ inner: Expression) throws -> Value { try evaluate(inner, row, group: group) }
        switch expression.kind {
        case .literal(let literal): return literal
        case .variable(let name):
            guard let value = row[name] else { throw OutsideFragment(what: "variable \(name)") }
            return value
        case .list(let items): return .list(try items.map(value))
        case .map(let entries):
            return .map(ValueMap(try entries.map { ($0.key.text, try value($0.value)) }))
        case .property(let subject, let key):
            return try graph.property(key.text, of: value(subject))
        case .element(let subject, let index):
            return try ValueOperators.element(of: value(subject), at: value(index), in: graph)
        case .unary(let sign, let operand):
            switch sign {
            case .not: return try ValueOperators.not(value(operand))
            case .minus: return try ValueOperators.negate(value(operand))
            case .plus: return try value(operand)
            }
        case .binary(let sign, let left, let right):
            return try binary(sign, value(left), value(right))
        case .comparison(let operands, let signs):
            let values = try operands.map(value)
            return try signs.indices.reduce(Value.boolean(true)) { known, index in
                try ValueOperators.and(
                    known, compare(values[index], signs[index], values[index + 1]))
            }
        case .isNull(let subject, let negated):
            return .boolean(try value(subject).isNull != negated)
        case .hasLabels(let subject, let labels): return try hasLabels(value(subject), labels)
        case .call(let call): return try self.call(call, row, group)
        case .countStar:
            guard let group else { throw OutsideFragment(what: "count(*) outside a projection") }
            return .integer(group.count)
        case .conditional(let subject, let branches, let otherwise):
            let subject = try subject.map(value)
            for branch in branches {
                for condition in branch.conditions {
                    let tested = try value(condition)
                    let holds =
                        if let subject {
                            Value.equals(subject, tested) == true
                        } else if case .boolean(true) = tested { true } else { false }
                    if holds { return try value(branch.result) }
                }
            }
            return try otherwise.map(value) ?? .null
        default: return try nested(expression, row, group)
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
        case .multiply: try ValueOperators.multiply(left, right)
        case .modulo: try ValueOperators.modulo(left, right)
        case .in: try ValueOperators.isIn(left, right)
        case .startsWith: ValueOperators.startsWith(left, right)
        default: throw OutsideFragment(what: sign.rawValue)
        }
    }

    private func compare(
        _ left: Value, _ sign: Expression.ComparisonOperator, _ right: Value
    ) -> Value {
        switch sign {
        case .equal: ValueOperators.equal(left, right)
        case .notEqual: ValueOperators.notEqual(left, right)
        case .less: ValueOperators.less(left, right)
        case .lessOrEqual: ValueOperators.lessOrEqual(left, right)
        case .greater: ValueOperators.greater(left, right)
        case .greaterOrEqual: ValueOperators.greaterOrEqual(left, right)
        }
    }

    private func hasLabels(_ value: Value, _ labels: LabelExpression) throws -> Value {
        switch value {
        case .null: return .null
        case .node(let node): return .boolean(fulfils(labels, graph.labels(of: node.raw)))
        case .relationship(let relationship):
            return .boolean(fulfils(labels, [try graph.type(of: relationship)]))
        default: throw OutsideFragment(what: "labels of \(value.typeName)")
        }
    }

    private func call(
        _ call: Expression.FunctionCall, _ row: ReferenceRow, _ group: [ReferenceRow]?
    ) throws -> Value {
        guard let function = FunctionRegistry.find(call.name.text) else {
            throw OutsideFragment(what: call.name.text)
        }
        guard case .aggregate(let kind) = function.body else {
            let arguments = try call.arguments.map { try evaluate($0, row, group: group) }
            return try function.call(arguments, in: graph)
        }
        guard let group, let argument = call.arguments.first else {
            throw OutsideFragment(what: "an aggregate outside a projection")
        }
        var state = AggregateState(kind, isDistinct: call.isDistinct)
        for row in group { try state.add(evaluate(argument, row)) }
        return try state.result()
    }

    /// Expressions with variables or patterns of their own.
    private func nested(
        _ expression: Expression, _ row: ReferenceRow, _ group: [ReferenceRow]?
    ) throws -> Value {
        switch expression.kind {
        case .listComprehension(let variable, let list, let predicate, let projection):
            guard let items = try items(list, row, group) else { return .null }
            let rows = try items.map { row.setting(variable.text, $0) }.filter { row in
                try predicate.map { try isTrue($0, row) } ?? true
            }
            return .list(
                try rows.map { row in
                    try projection.map { try evaluate($0, row) } ?? row[variable.text] ?? .null
                })
        case .reduce(let accumulator, let initial, let variable, let list, let step):
            guard let items = try items(list, row, group) else { return .null }
            return try items.reduce(evaluate(initial, row, group: group)) { value, item in
                try evaluate(
                    step, row.setting(accumulator.text, value).setting(variable.text, item))
            }
        case .quantifier(let quantifier, let variable, let list, let predicate):
            guard let items = try items(list, row, group), let predicate else { return .null }
            let verdicts = try items.map { try evaluate(predicate, row.setting(variable.text, $0)) }
            return quantified(quantifier, verdicts)
        case .patternPredicate(let path):
            return .boolean(try !matches(path, nil, row).isEmpty)
        case .patternComprehension(let path, let predicate, let projection):
            return .list(try matches(path, predicate, row).map { try evaluate(projection, $0) })
        case .subquery(let kind, let query): return try subquery(kind, query, row)
        default: throw OutsideFragment(what: "an expression")
        }
    }

    private func items(
        _ list: Expression, _ row: ReferenceRow, _ group: [ReferenceRow]?
    ) throws -> [Value]? {
        switch try evaluate(list, row, group: group) {
        case .null: return nil
        case .list(let items): return items
        default: throw OutsideFragment(what: "a list that is none")
        }
    }

    private func quantified(
        _ quantifier: Expression.Quantifier, _ verdicts: [Value]
    ) -> Value {
        let holding = verdicts.count { if case .boolean(true) = $0 { true } else { false } }
        let unknown = verdicts.count { $0.isNull }
        let failing = verdicts.count - holding - unknown
        switch quantifier {
        case .all: return failing > 0 ? .boolean(false) : unknown > 0 ? .null : .boolean(true)
        case .any: return holding > 0 ? .boolean(true) : unknown > 0 ? .null : .boolean(false)
        case .none: return holding > 0 ? .boolean(false) : unknown > 0 ? .null : .boolean(true)
        case .single:
            if holding > 1 { return .boolean(false) }
            return unknown > 0 ? .null : .boolean(holding == 1)
        }
    }

    private func matches(
        _ path: PathPattern, _ predicate: Expression?, _ row: ReferenceRow
    ) throws -> [ReferenceRow] {
        try ReferencePatterns(evaluator: self).match(
            MatchClause(patterns: [path], predicate: predicate), row)
    }

    private func subquery(
        _ kind: Expression.SubqueryKind, _ query: Query, _ row: ReferenceRow
    ) throws -> Value {
        let table = try run(query, from: row)
        switch kind {
        case .exists: return .boolean(!table.rows.isEmpty)
        case .count: return .integer(table.rows.count)
        case .collect:
            guard let column = table.columns.first else {
                throw OutsideFragment(what: "COLLECT without a column")
            }
            return .list(table.rows.map { $0[column] ?? .null })
        }
    }
}
