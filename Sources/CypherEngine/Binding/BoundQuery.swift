import CypherSyntax
import GraphModel

/// A statement ready for planning.
package struct BoundStatement: Sendable {
    package var query: BoundQuery
    /// Every variable by number: its name (empty for ours) and what is known of its type.
    package var variables: [VariableInfo]
    package var isWriting: Bool
    /// Names of the parameters the statement uses.
    package var parameters: [String]
    package var warnings: [Diagnostic]

    package init(
        query: BoundQuery, variables: [VariableInfo], isWriting: Bool, parameters: [String],
        warnings: [Diagnostic]
    ) {
        self.query = query
        self.variables = variables
        self.isWriting = isWriting
        self.parameters = parameters
        self.warnings = warnings
    }
}

package struct VariableInfo: Sendable {
    package var name: String
    package var type: ExpressionType

    package init(name: String, type: ExpressionType) {
        self.name = name
        self.type = type
    }
}

/// A result column.
package struct BoundColumn: Sendable {
    package var name: String
    package var variable: VariableID

    package init(name: String, variable: VariableID) {
        self.name = name
        self.variable = variable
    }
}

/// A query. `columns` is empty where it returns nothing.
package indirect enum BoundQuery: Sendable {
    case clauses([BoundClause], columns: [BoundColumn])
    /// Column i of either side lands in `columns[i].variable`.
    case union(BoundQuery, BoundQuery, all: Bool, columns: [BoundColumn])
    /// The rows of the first drive the second.
    case next(BoundQuery, BoundQuery)

    package var columns: [BoundColumn] {
        switch self {
        case .clauses(_, let columns), .union(_, _, _, let columns): columns
        case .next(_, let second): second.columns
        }
    }
}

package enum BoundClause: Sendable {
    case match(PatternGraph, isOptional: Bool)
    case unwind(BoundExpression, variable: VariableID)
    case project(BoundProjection)
    /// Adds values to the row (`LET`).
    case extend([(variable: VariableID, value: BoundExpression)])
    case filter(BoundExpression)
    case orderAndPage(BoundPage)
    case create(CreatePattern)
    case merge(BoundMerge)
    case set([BoundSet])
    case remove([BoundRemove])
    case delete([BoundExpression], detach: Bool)
    case foreach(variable: VariableID, list: BoundExpression, body: [BoundClause])
    case call(BoundProcedureCall)
    case subquery(BoundSubquery)
    /// Reads its rows and gives none.
    case finish
}

/// WITH or RETURN. Order of work: aggregate (if there are aggregates or it groups), items,
/// distinct, order, skip, limit, predicate.
package struct BoundProjection: Sendable {
    /// nil: no aggregation. Else the grouping keys, over the input (may be empty: one group).
    package var keys: [(variable: VariableID, value: BoundExpression)]?
    package var aggregates: [BoundAggregate]
    /// The new variables: over the input or, when aggregating, over keys and aggregates.
    package var items: [(variable: VariableID, value: BoundExpression)]
    package var isDistinct: Bool
    /// Expressions over the items and, where the language allows it, over the input's variables.
    package var page: BoundPage
    package var predicate: BoundExpression?

    package init(
        keys: [(variable: VariableID, value: BoundExpression)]?, aggregates: [BoundAggregate],
        items: [(variable: VariableID, value: BoundExpression)], isDistinct: Bool,
        page: BoundPage, predicate: BoundExpression?
    ) {
        self.keys = keys
        self.aggregates = aggregates
        self.items = items
        self.isDistinct = isDistinct
        self.page = page
        self.predicate = predicate
    }
}

package struct BoundPage: Sendable {
    package var order: [BoundSort]
    /// Without variables.
    package var skip: BoundExpression?
    /// Without variables.
    package var limit: BoundExpression?

    package init(
        order: [BoundSort] = [], skip: BoundExpression? = nil, limit: BoundExpression? = nil
    ) {
        self.order = order
        self.skip = skip
        self.limit = limit
    }
}

package struct BoundSort: Sendable {
    package var expression: BoundExpression
    package var isDescending: Bool
    package var nullsFirst: Bool?

    package init(expression: BoundExpression, isDescending: Bool, nullsFirst: Bool? = nil) {
        self.expression = expression
        self.isDescending = isDescending
        self.nullsFirst = nullsFirst
    }
}

package struct BoundProcedureCall: Sendable {
    package var procedure: ProcedureDescriptor
    package var arguments: [BoundExpression]
    /// Index of the procedure's column and where its value goes.
    package var yields: [(column: Int, variable: VariableID)]
    package var isOptional: Bool
    package var range: SourceRange

    package init(
        procedure: ProcedureDescriptor, arguments: [BoundExpression],
        yields: [(column: Int, variable: VariableID)], isOptional: Bool, range: SourceRange
    ) {
        self.procedure = procedure
        self.arguments = arguments
        self.yields = yields
        self.isOptional = isOptional
        self.range = range
    }
}

package struct BoundSubquery: Sendable {
    package var query: BoundQuery
    package var isOptional: Bool

    package init(query: BoundQuery, isOptional: Bool) {
        self.query = query
        self.isOptional = isOptional
    }
}
