import CypherSyntax
import GraphModel

/// `a.b`, `a[b]`, `a[b..c]`. Only `a.b` is checked before the query runs: openCypher leaves
/// wrong indices to the run.
extension StatementBinder {
    mutating func bindAccess(
        _ expression: Expression, _ context: BindingContext
    ) throws -> BoundExpression {
        let context = context.asValue
        switch expression.kind {
        case .property(let subject, let key):
            let bound = try bind(subject, context)
            try checkHasProperties(bound.type, subject.range)
            return BoundExpression(
                .property(bound, key: key.text), Self.propertyType(of: bound.type, key.text),
                expression.range)
        case .element(let subject, let index):
            let bound = try bind(subject, context)
            return BoundExpression(
                .element(bound, try bind(index, context)), bound.type.element, expression.range)
        case .slice(let subject, let from, let to):
            let bound = try bind(subject, context)
            let type: ExpressionType = bound.type.isList ? bound.type : .any
            return BoundExpression(
                .slice(
                    bound, from: try from.map { try bind($0, context) },
                    to: try to.map { try bind($0, context) }),
                type, expression.range)
        default: return try bind(expression, context)
        }
    }

    /// Fails where the type is known and has no properties.
    func checkHasProperties(_ type: ExpressionType, _ range: SourceRange) throws {
        let kind: Diagnostic.Kind
        switch type {
        case .boolean, .integer, .float, .number, .string, .list: kind = .typeError
        case .path: kind = .syntaxError
        default: return
        }
        throw Diagnostic(
            kind, "InvalidArgumentType", "\(type.phrase) has no properties", range: range,
            hint: type == .path ? "Use 'nodes' or 'relationships' to look into a path" : nil)
    }

    /// Components of temporal values are numbers but for the zone's name.
    private static func propertyType(of type: ExpressionType, _ key: String) -> ExpressionType {
        switch type {
        case .null: .null
        case .date: .integer
        default: .any
        }
    }
}
