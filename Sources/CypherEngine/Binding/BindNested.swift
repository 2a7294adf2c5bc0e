import CypherSyntax
import GraphModel

/// Expressions that look into the graph: subqueries, and patterns bound as subqueries.
extension StatementBinder {
    mutating func bindNested(
        _ expression: Expression, _ context: BindingContext
    ) throws -> BoundExpression {
        if context.isConstant {
            throw BindingError.syntax(
                "NonConstantExpression", "a subquery cannot be used where a constant is wanted",
                expression.range)
        }
        switch expression.kind {
        case .subquery(let kind, let query):
            return try bindSubquery(kind, query, expression.range, context)
        case .patternPredicate(let path):
            guard context.allowsPatternPredicate else {
                throw BindingError.syntax(
                    "UnexpectedSyntax", "a pattern can stand here only as a predicate",
                    expression.range,
                    hint: "Use EXISTS { … }, COUNT { … } or a pattern comprehension")
            }
            return try bindPatternPredicate(path, expression.range, context)
        case .patternComprehension(let path, let predicate, let projection):
            return try bindPatternComprehension(
                path, predicate, projection, expression.range, context)
        case .shortestPath(let path):
            return try bindShortestPath(path, expression.range, context)
        default: return try bind(expression, context)
        }
    }

    // MARK: Subqueries

    private mutating func bindSubquery(
        _ kind: Expression.SubqueryKind, _ query: Query, _ range: SourceRange,
        _ context: BindingContext
    ) throws -> BoundExpression {
        readOnlyDepth += 1
        defer { readOnlyDepth -= 1 }
        let bound = try bindQuery(query, context.scope.forSubquery(), .inner)
        let type: ExpressionType
        switch kind {
        case .exists: type = .boolean
        case .count: type = .integer
        case .collect:
            guard bound.columns.count == 1 else {
                throw BindingError.syntax(
                    "UnexpectedSyntax",
                    "COLLECT needs a query with exactly one column, this one has "
                        + "\(bound.columns.count)",
                    range)
            }
            type = .list(self.type(of: bound.columns[0].variable))
        }
        return BoundExpression(.subquery(kind, bound), type, range)
    }

    // MARK: Patterns

    /// A path that must exist; it names no new variables.
    private mutating func bindPatternPredicate(
        _ path: PathPattern, _ range: SourceRange, _ context: BindingContext
    ) throws -> BoundExpression {
        var builder = PatternBuilder(context.scope.forSubquery(), mayDeclare: false)
        try add(path, to: &builder)
        let graph = try finish(&builder)
        let query = BoundQuery.clauses([.match(graph, isOptional: false)], columns: [])
        return BoundExpression(.subquery(.exists, query), .boolean, range)
    }

    private mutating func bindPatternComprehension(
        _ path: PathPattern, _ predicate: Expression?, _ projection: Expression,
        _ range: SourceRange, _ context: BindingContext
    ) throws -> BoundExpression {
        var builder = PatternBuilder(context.scope.forSubquery())
        try add(path, to: &builder)
        var graph = try finish(&builder)
        let inner = BindingContext(builder.scope)
        if let predicate {
            let condition = try bindPredicate(predicate, inner, of: "WHERE")
            graph.predicates += condition.conjuncts
        }
        let value = try bind(projection, inner)
        return collected(graph, value, range)
    }

    /// `shortestPath(…)` is the first of the paths found or null, `allShortestPaths(…)` a list.
    private mutating func bindShortestPath(
        _ path: PathPattern, _ range: SourceRange, _ context: BindingContext
    ) throws -> BoundExpression {
        var builder = PatternBuilder(context.scope.forSubquery(), mayDeclare: false)
        let variable = makeVariable("", .path)
        try add(path, to: &builder, named: variable)
        let graph = try finish(&builder)
        let paths = collected(graph, reference(variable, range), range)
        if case .allShortestPathsFunction = path.selector { return paths }
        return BoundExpression(.firstOf(paths), .path, range)
    }

    /// The list of a value's results over all matches of a pattern.
    private mutating func collected(
        _ graph: PatternGraph, _ value: BoundExpression, _ range: SourceRange
    ) -> BoundExpression {
        let column = makeVariable("", value.type)
        let projection = BoundProjection(
            keys: nil, aggregates: [], items: [(column, value)], isDistinct: false,
            page: BoundPage(), predicate: nil)
        let query = BoundQuery.clauses(
            [.match(graph, isOptional: false), .project(projection)],
            columns: [BoundColumn(name: "", variable: column)])
        return BoundExpression(.subquery(.collect, query), .list(value.type), range)
    }
}
