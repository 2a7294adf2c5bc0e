import GraphModel

/// A clause with its place.
package struct Clause: Sendable {
    package var kind: Kind
    package var range: SourceRange

    package init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }

    /// What a clause is.
    package indirect enum Kind: Sendable {
        case match(MatchClause)
        /// `UNWIND list AS x` and `FOR x IN list`.
        case unwind(Expression, variable: Name, position: ListPosition?)
        case with(Projection, predicate: Expression?)
        case `return`(Projection)
        case finish
        /// `CREATE` and `INSERT`.
        case create([PathPattern])
        case merge(PathPattern, onCreate: [SetItem], onMatch: [SetItem])
        case set([SetItem])
        case remove([RemoveItem])
        case delete([Expression], detach: Bool)
        case foreach(variable: Name, list: Expression, body: [Clause])
        case call(ProcedureCall)
        case subquery(SubqueryCall)
        /// `LET x = e, …`.
        case `let`([LetItem])
        /// `FILTER [WHERE] e`.
        case filter(Expression)
        /// `ORDER BY … OFFSET … LIMIT …` as a clause of its own.
        case orderAndPage(OrderAndPage)
    }
}

package struct MatchClause: Sendable {
    package var isOptional: Bool
    /// `MATCH REPEATABLE ELEMENTS`: a relationship may occur more than once.
    package var allowsRepeatedElements: Bool
    package var patterns: [PathPattern]
    package var predicate: Expression?

    package init(
        isOptional: Bool = false, allowsRepeatedElements: Bool = false, patterns: [PathPattern],
        predicate: Expression? = nil
    ) {
        self.isOptional = isOptional
        self.allowsRepeatedElements = allowsRepeatedElements
        self.patterns = patterns
        self.predicate = predicate
    }
}

/// What WITH and RETURN share.
package struct Projection: Sendable {
    package var isDistinct: Bool
    /// `*` before the items.
    package var includesAll: Bool
    package var items: [ProjectionItem]
    package var page: OrderAndPage
    package var range: SourceRange

    package init(
        isDistinct: Bool = false, includesAll: Bool = false, items: [ProjectionItem],
        page: OrderAndPage = OrderAndPage(), range: SourceRange
    ) {
        self.isDistinct = isDistinct
        self.includesAll = includesAll
        self.items = items
        self.page = page
        self.range = range
    }
}

package struct ProjectionItem: Sendable {
    package var expression: Expression
    package var alias: Name?
    /// The expression as written, the column's name where there is no alias.
    package var text: String

    package init(expression: Expression, alias: Name?, text: String) {
        self.expression = expression
        self.alias = alias
        self.text = text
    }
}

package struct OrderAndPage: Sendable {
    package var order: [SortItem]
    package var skip: Expression?
    package var limit: Expression?

    package init(order: [SortItem] = [], skip: Expression? = nil, limit: Expression? = nil) {
        self.order = order
        self.skip = skip
        self.limit = limit
    }
}

package struct SortItem: Sendable {
    package var expression: Expression
    package var isDescending: Bool
    /// `NULLS FIRST` / `NULLS LAST`; nil = last ascending, first descending.
    package var nullsFirst: Bool?

    package init(expression: Expression, isDescending: Bool, nullsFirst: Bool? = nil) {
        self.expression = expression
        self.isDescending = isDescending
        self.nullsFirst = nullsFirst
    }
}

package enum SetItem: Sendable {
    /// `target.key = value`; the target is any expression that gives a node or relationship.
    case property(target: Expression, key: Name, value: Expression)
    /// `target[key] = value`.
    case dynamicProperty(target: Expression, key: Expression, value: Expression)
    /// `x = map`.
    case replace(variable: Name, value: Expression)
    /// `x += map`.
    case merge(variable: Name, value: Expression)
    /// `n:A:B`.
    case labels(variable: Name, [Name])
}

package enum RemoveItem: Sendable {
    case property(target: Expression, key: Name)
    case dynamicProperty(target: Expression, key: Expression)
    case labels(variable: Name, [Name])
}

/// `WITH ORDINALITY i` or `WITH OFFSET i` behind FOR: the place of each element in its list.
package struct ListPosition: Sendable {
    package var variable: Name
    /// Counted from 1, not from 0.
    package var isOrdinal: Bool
}

package struct LetItem: Sendable {
    package var variable: Name
    package var value: Expression

    package init(variable: Name, value: Expression) {
        self.variable = variable
        self.value = value
    }
}

/// `CALL ns.name(arguments) YIELD a AS b WHERE p`.
package struct ProcedureCall: Sendable {
    /// The name with its namespace, joined by dots.
    package var name: Name
    /// nil: called without parentheses, arguments are taken from parameters of the same name.
    package var arguments: [Expression]?
    package var yields: CallYield
    package var isOptional: Bool

    package init(
        name: Name, arguments: [Expression]?, yields: CallYield, isOptional: Bool = false
    ) {
        self.name = name
        self.arguments = arguments
        self.yields = yields
        self.isOptional = isOptional
    }
}

package struct CallYield: Sendable {
    package enum Columns: Sendable {
        /// No YIELD at all.
        case unstated
        /// `YIELD *`
        case all
        /// `YIELD -` or a list.
        case named([(column: Name, alias: Name?)])
    }

    package var columns: Columns
    package var predicate: Expression?

    package init(columns: Columns = .unstated, predicate: Expression? = nil) {
        self.columns = columns
        self.predicate = predicate
    }
}

/// `CALL (x, y) { … }`, `CALL { WITH x … }`.
package struct SubqueryCall: Sendable {
    package enum Imports: Sendable {
        /// The old form: what a leading `WITH` names.
        case leadingWith
        /// `CALL (*) { … }`
        case all
        case named([Name])
    }

    package var imports: Imports
    package var isOptional: Bool
    package var query: Query

    package init(imports: Imports, isOptional: Bool, query: Query) {
        self.imports = imports
        self.isOptional = isOptional
        self.query = query
    }
}
