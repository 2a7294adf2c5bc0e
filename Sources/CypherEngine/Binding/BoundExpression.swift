import CypherSyntax
import GraphModel

/// A variable of a bound statement. Each declaration gets its own number, so that shadowing and
/// scope are settled once; it is also the variable's slot in a row.
package struct VariableID: Hashable, Sendable {
    package let raw: Int

    package init(_ raw: Int) { self.raw = raw }
}

/// What is known of an expression's type before the query runs.
package indirect enum ExpressionType: Hashable, Sendable {
    case any
    case null
    case boolean
    case integer
    case float
    /// Integer or float.
    case number
    case string
    case list(ExpressionType)
    case map
    case node
    case relationship
    case path
    case date
    case localTime
    case time
    case localDateTime
    case dateTime
    case duration
}

/// An expression whose names are resolved.
package struct BoundExpression: Sendable {
    package var kind: Kind
    package var type: ExpressionType
    package var range: SourceRange

    package init(_ kind: Kind, _ type: ExpressionType, _ range: SourceRange) {
        self.kind = kind
        self.type = type
        self.range = range
    }

    package indirect enum Kind: Sendable {
        case literal(Value)
        case parameter(String)
        case variable(VariableID)
        case list([BoundExpression])
        case map([(key: String, value: BoundExpression)])
        case property(BoundExpression, key: String)
        case element(BoundExpression, BoundExpression)
        case slice(BoundExpression, from: BoundExpression?, to: BoundExpression?)
        case unary(Expression.UnaryOperator, BoundExpression)
        /// All binary operators but comparisons.
        case binary(Expression.BinaryOperator, BoundExpression, BoundExpression)
        /// One comparison; a chain `a < b < c` is bound as `a < b AND b < c`.
        case comparison(Expression.ComparisonOperator, BoundExpression, BoundExpression)
        case isNull(BoundExpression, negated: Bool)
        case hasLabels(BoundExpression, LabelExpression)
        case isTyped(BoundExpression, TypeReference, negated: Bool)
        case isNormalized(BoundExpression, form: String, negated: Bool)
        /// A scalar function; aggregates are lifted into the projection.
        case call(FunctionDescriptor, [BoundExpression])
        /// Where there is a subject, a branch is taken when it equals one of the conditions.
        case conditional(
            subject: BoundExpression?,
            branches: [(conditions: [BoundExpression], result: BoundExpression)],
            otherwise: BoundExpression?)
        case listComprehension(
            variable: VariableID, list: BoundExpression, predicate: BoundExpression?,
            projection: BoundExpression?)
        case reduce(
            accumulator: VariableID, initial: BoundExpression, variable: VariableID,
            list: BoundExpression, step: BoundExpression)
        case quantifier(
            Expression.Quantifier, variable: VariableID, list: BoundExpression,
            predicate: BoundExpression)
        /// EXISTS, COUNT and COLLECT subqueries; pattern predicates (`.exists`), pattern
        /// comprehensions and shortest-path expressions (`.collect`) are bound as these. The
        /// query sees the variables of the row it is evaluated for; its one column is collected.
        case subquery(Expression.SubqueryKind, BoundQuery)
        /// The first value of a `.collect` subquery or null: `shortestPath(…)` as an expression.
        case firstOf(BoundExpression)
        /// Whether no node of the path occurs twice (SIMPLE: but the ends may be the same).
        case pathMode(BoundExpression, PathMode)
        /// Whether no relationship of the first group (single or in lists) is in the second.
        case areDisjoint([BoundExpression], [BoundExpression])
        /// `base {.a, .*, k: e}`; entries in order, the last of one key wins.
        case mapProjection(BoundExpression, [BoundMapItem])
    }
}

/// One part of a bound map projection.
package enum BoundMapItem: Sendable {
    case property(String)
    case allProperties
    case entry(String, BoundExpression)
}

/// An aggregate lifted out of a projection: its result lands in `variable`.
package struct BoundAggregate: Sendable {
    package var variable: VariableID
    /// nil for `count(*)`.
    package var function: FunctionDescriptor?
    package var isDistinct: Bool
    package var arguments: [BoundExpression]
    package var range: SourceRange

    package init(
        variable: VariableID, function: FunctionDescriptor?, isDistinct: Bool,
        arguments: [BoundExpression], range: SourceRange
    ) {
        self.variable = variable
        self.function = function
        self.isDistinct = isDistinct
        self.arguments = arguments
        self.range = range
    }
}
