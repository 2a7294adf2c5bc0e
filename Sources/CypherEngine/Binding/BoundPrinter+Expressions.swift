import CypherSyntax
import GraphModel

extension BoundPrinter {
    mutating func text(_ expression: BoundExpression) -> String {
        switch expression.kind {
        case .literal(let value): Self.text(value)
        case .parameter(let name): "$\(name)"
        case .variable(let variable): use(variable)
        case .list(let items): "[\(list(items))]"
        case .map(let entries):
            "{\(entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", "))}"
        case .property(let subject, let key): "\(text(subject)).\(key)"
        case .element(let subject, let index): "\(text(subject))[\(text(index))]"
        case .slice(let subject, let from, let to):
            "\(text(subject))[\(text(from))..\(text(to))]"
        case .unary(let unary, let operand): "(\(unary.rawValue) \(text(operand)))"
        case .binary(let binary, let left, let right):
            "(\(text(left)) \(binary.rawValue) \(text(right)))"
        case .comparison(let symbol, let left, let right):
            "(\(text(left)) \(symbol.rawValue) \(text(right)))"
        case .call(let function, let arguments): "\(function.name)(\(list(arguments)))"
        case .isNull, .hasLabels, .isTyped, .isNormalized: test(expression)
        case .conditional, .mapProjection, .firstOf, .pathMode, .areDisjoint:
            compound(expression)
        case .listComprehension, .reduce, .quantifier: iteration(expression)
        case .subquery(let kind, let query):
            "\(kind.rawValue) { \(lines(query).joined(separator: " ")) }"
        }
    }

    private mutating func text(_ expression: BoundExpression?) -> String {
        expression.map { text($0) } ?? ""
    }

    private mutating func test(_ expression: BoundExpression) -> String {
        switch expression.kind {
        case .isNull(let operand, let negated):
            "(\(text(operand)) IS \(negated ? "NOT " : "")NULL)"
        case .hasLabels(let operand, let labels): "\(text(operand)):\(Self.text(labels))"
        case .isTyped(let operand, let type, let negated):
            "(\(text(operand)) IS \(negated ? "NOT " : ""):: \(Self.text(type)))"
        case .isNormalized(let operand, let form, let negated):
            "(\(text(operand)) IS \(negated ? "NOT " : "")\(form) NORMALIZED)"
        default: ""
        }
    }

    private mutating func compound(_ expression: BoundExpression) -> String {
        switch expression.kind {
        case .conditional(let subject, let branches, let otherwise):
            let cases = branches.map {
                " WHEN \(list($0.conditions)) THEN \(text($0.result))"
            }
            let last = otherwise.map { " ELSE \(text($0))" } ?? ""
            return "CASE \(text(subject))\(cases.joined())\(last) END"
        case .mapProjection(let base, let items):
            let parts = items.map { item in
                switch item {
                case .property(let key): ".\(key)"
                case .allProperties: ".*"
                case .entry(let key, let value): "\(key): \(text(value))"
                }
            }
            return "\(text(base)) {\(parts.joined(separator: ", "))}"
        case .firstOf(let list): return "FIRST OF \(text(list))"
        case .pathMode(let path, let mode): return "(\(text(path)) IS \(mode.rawValue))"
        case .areDisjoint(let left, let right):
            return "DISJOINT([\(list(left))], [\(list(right))])"
        default: return ""
        }
    }

    private mutating func iteration(_ expression: BoundExpression) -> String {
        switch expression.kind {
        case .listComprehension(let variable, let list, let predicate, let projection):
            let source = text(list)
            let name = declare(variable)
            let condition = predicate.map { " WHERE \(text($0))" } ?? ""
            let result = projection.map { " | \(text($0))" } ?? ""
            return "[\(name) IN \(source)\(condition)\(result)]"
        case .quantifier(let quantifier, let variable, let list, let predicate):
            let source = text(list)
            let name = declare(variable)
            return "\(quantifier.rawValue)(\(name) IN \(source) WHERE \(text(predicate)))"
        case .reduce(let accumulator, let initial, let variable, let list, let step):
            let start = text(initial)
            let source = text(list)
            let names = (declare(accumulator), declare(variable))
            return "reduce(\(names.0) = \(start), \(names.1) IN \(source) | \(text(step)))"
        default: return ""
        }
    }

    private static func text(_ type: TypeReference) -> String {
        switch type {
        case .named(let name, let notNull): notNull ? "\(name) NOT NULL" : name
        case .list(let element, let notNull):
            "LIST<\(text(element))>\(notNull ? " NOT NULL" : "")"
        case .union(let types): types.map { text($0) }.joined(separator: " | ")
        }
    }
}
