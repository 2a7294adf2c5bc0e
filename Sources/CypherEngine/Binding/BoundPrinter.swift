import CypherSyntax
import GraphModel

/// Writes bound queries and expressions as text: for tests, for EXPLAIN, and to tell whether two
/// expressions are the same.
package struct BoundPrinter {
    /// How variables are written.
    private enum Naming {
        /// `name#3`
        case named([VariableInfo])
        /// `#3`; what an expression declares itself counts from its own beginning, so that equal
        /// expressions read equal.
        case numbered
    }

    private let naming: Naming
    private var own: [VariableID: Int] = [:]

    private init(_ naming: Naming) {
        self.naming = naming
    }

    /// The text of a statement, a clause a line.
    package static func text(_ statement: BoundStatement) -> String {
        var printer = BoundPrinter(.named(statement.variables))
        return printer.lines(statement.query).joined(separator: "\n")
    }

    /// The text of an expression of a statement.
    package static func text(
        _ expression: BoundExpression, variables: [VariableInfo]
    ) -> String {
        var printer = BoundPrinter(.named(variables))
        return printer.text(expression)
    }

    /// The same text for expressions that give the same value in the same row.
    static func signature(_ expression: BoundExpression) -> String {
        var printer = BoundPrinter(.numbered)
        return printer.text(expression)
    }

    static func signature(_ aggregate: BoundAggregate) -> String {
        var printer = BoundPrinter(.numbered)
        return printer.call(aggregate)
    }

    // MARK: Variables

    mutating func use(_ variable: VariableID) -> String {
        switch naming {
        case .named(let variables):
            return "\(variables[variable.raw].name)#\(variable.raw)"
        case .numbered:
            return own[variable].map { "own\($0)" } ?? "#\(variable.raw)"
        }
    }

    /// The text of a variable where it is declared.
    mutating func declare(_ variable: VariableID) -> String {
        if case .numbered = naming { own[variable] = own.count }
        return use(variable)
    }

    // MARK: Small parts

    mutating func list(_ items: [BoundExpression]) -> String {
        items.map { text($0) }.joined(separator: ", ")
    }

    mutating func call(_ aggregate: BoundAggregate) -> String {
        guard let function = aggregate.function else { return "count(*)" }
        let distinct = aggregate.isDistinct ? "DISTINCT " : ""
        return "\(function.name)(\(distinct)\(list(aggregate.arguments)))"
    }

    static func text(_ labels: LabelExpression) -> String {
        switch labels {
        case .name(let name): name.text
        case .wildcard: "%"
        case .not(let inner): "!\(text(inner))"
        case .and(let left, let right): "(\(text(left))&\(text(right)))"
        case .or(let left, let right): "(\(text(left))|\(text(right)))"
        }
    }

    /// A constant, so that texts and numbers of different types differ.
    static func text(_ value: Value) -> String {
        switch value {
        case .string(let string): string.debugDescription
        case .list(let items): "[\(items.map { text($0) }.joined(separator: ", "))]"
        case .map(let map):
            "{\(map.entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", "))}"
        case .null: "null"
        case .boolean(let flag): "\(flag)"
        case .integer(let number): "\(number)"
        case .float(let number): "\(number)"
        default: "\(value)"
        }
    }
}

extension BoundExpression {
    /// Equal for expressions that give the same value in the same row.
    var signature: String { BoundPrinter.signature(self) }
}

extension BoundAggregate {
    /// Equal for aggregates that give the same value in the same group.
    var signature: String { BoundPrinter.signature(self) }
}
