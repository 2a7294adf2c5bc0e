import GraphModel

/// An expression with its place in the query text.
package struct Expression: Sendable {
    package var kind: Kind
    package var range: SourceRange

    package init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }

    /// What an expression is.
    package indirect enum Kind: Sendable {
        /// null, true, 1, 0x1F, 1.5e3, 'text'.
        case literal(Value)
        /// `$name` or `$0`.
        case parameter(String)
        case variable(String)
        case list([Expression])
        /// `{key: value, …}`.
        case map([MapEntry])
        /// `subject.key`.
        case property(Expression, Name)
        /// `subject[index]`.
        case element(Expression, Expression)
        /// `subject[from..to]`.
        case slice(Expression, from: Expression?, to: Expression?)
        case unary(UnaryOperator, Expression)
        case binary(BinaryOperator, Expression, Expression)
        /// `a < b <= c`: operands are one more than operators.
        case comparison([Expression], [ComparisonOperator])
        case isNull(Expression, negated: Bool)
        /// `n:Label`, `n IS Label`, `r:TYPE`.
        case hasLabels(Expression, LabelExpression)
        /// `x IS [NOT] TYPED INTEGER` or `x IS :: INTEGER`.
        case isTyped(Expression, TypeReference, negated: Bool)
        /// `x IS [NOT] [NFC] NORMALIZED`.
        case isNormalized(Expression, form: String, negated: Bool)
        /// A call; the name with its namespace as written.
        case call(FunctionCall)
        /// `count(*)`.
        case countStar
        /// `CASE [subject] WHEN … THEN … ELSE … END`.
        case conditional(subject: Expression?, branches: [CaseBranch], otherwise: Expression?)
        /// `[x IN list WHERE p | e]`.
        case listComprehension(
            variable: Name, list: Expression, predicate: Expression?, projection: Expression?)
        /// `[p = (a)-->(b) WHERE c | e]`.
        case patternComprehension(PathPattern, predicate: Expression?, projection: Expression)
        /// `reduce(acc = init, x IN list | e)`.
        case reduce(
            accumulator: Name, initial: Expression, variable: Name, list: Expression,
            step: Expression)
        /// `all(x IN list WHERE p)` and its kin.
        case quantifier(
            Quantifier, variable: Name, list: Expression, predicate: Expression?)
        /// A path used as a predicate: `(a)-->(b)`; also the argument of `exists(…)`, `size(…)`.
        case patternPredicate(PathPattern)
        /// `shortestPath(…)` and `allShortestPaths(…)` as an expression: a path or null, a list.
        case shortestPath(PathPattern)
        case subquery(SubqueryKind, Query)
        /// `n {.name, .*, key: e, other}`.
        case mapProjection(Name, [MapProjectionItem])
    }

    /// One entry of a map literal.
    package struct MapEntry: Sendable {
        package var key: Name
        package var value: Expression
        package init(key: Name, value: Expression) {
            self.key = key
            self.value = value
        }
    }

    /// One `WHEN … THEN …`. In the simple form `conditions` holds the values the subject is
    /// compared with (one, or several separated by commas); in the searched form one predicate.
    package struct CaseBranch: Sendable {
        package var conditions: [Expression]
        package var result: Expression
        package init(conditions: [Expression], result: Expression) {
            self.conditions = conditions
            self.result = result
        }
    }

    /// A function call.
    package struct FunctionCall: Sendable {
        package var name: Name
        package var isDistinct: Bool
        package var arguments: [Expression]
        package init(name: Name, isDistinct: Bool, arguments: [Expression]) {
            self.name = name
            self.isDistinct = isDistinct
            self.arguments = arguments
        }
    }

    /// One part of a map projection.
    package enum MapProjectionItem: Sendable {
        /// `.key`
        case property(Name)
        /// `.*`
        case allProperties
        /// `key: expression`
        case entry(Name, Expression)
        /// `variable`
        case variable(Name)
    }

    package enum UnaryOperator: String, Sendable {
        case not = "NOT"
        case plus = "+"
        case minus = "-"
    }

    package enum BinaryOperator: String, Sendable {
        case or = "OR"
        case xor = "XOR"
        case and = "AND"
        case add = "+"
        case subtract = "-"
        case concatenate = "||"
        case multiply = "*"
        case divide = "/"
        case modulo = "%"
        case power = "^"
        case `in` = "IN"
        case startsWith = "STARTS WITH"
        case endsWith = "ENDS WITH"
        case contains = "CONTAINS"
        case matches = "=~"
    }

    package enum ComparisonOperator: String, Sendable {
        case equal = "="
        case notEqual = "<>"
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    package enum Quantifier: String, Sendable {
        case all
        case any
        case none
        case single
    }

    package enum SubqueryKind: String, Sendable {
        case exists = "EXISTS"
        case count = "COUNT"
        case collect = "COLLECT"
    }
}

/// An identifier with its place.
package struct Name: Sendable, Hashable {
    /// The identifier without back-ticks.
    package var text: String
    package var range: SourceRange

    package init(_ text: String, _ range: SourceRange) {
        self.text = text
        self.range = range
    }
}

/// A type as `IS TYPED` and casts write it: `INTEGER NOT NULL`, `LIST<STRING>`, `INTEGER | FLOAT`.
package indirect enum TypeReference: Sendable {
    /// Upper-case name: BOOLEAN, STRING, INTEGER, FLOAT, DATE, LOCAL TIME, ZONED DATETIME, MAP,
    /// NODE, RELATIONSHIP, PATH, NULL, NOTHING, ANY, PROPERTY VALUE, DURATION, ….
    case named(String, notNull: Bool)
    case list(of: TypeReference, notNull: Bool)
    case union([TypeReference])
}

/// A condition on labels or a relationship type: `A&(B|!C)`, `%`.
package indirect enum LabelExpression: Sendable {
    case name(Name)
    case wildcard
    case not(LabelExpression)
    case and(LabelExpression, LabelExpression)
    case or(LabelExpression, LabelExpression)
}
