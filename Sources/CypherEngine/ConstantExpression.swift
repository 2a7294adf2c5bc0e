import CypherSyntax
import GraphModel
import GraphStore

/// An expression without variables, evaluated by itself.
package struct ConstantExpression {
    private let expression: Expression

    package init(_ expression: Expression) {
        self.expression = expression
    }

    /// Its value.
    package func evaluate(
        _ parameters: [String: Value] = [:], view: GraphView
    ) throws -> Value {
        let item = ProjectionItem(
            expression: expression, alias: Name("value", expression.range), text: "value")
        let clause = Clause(
            .return(Projection(items: [item], range: expression.range)), expression.range)
        let statement = Statement(
            body: .query(.single(SingleQuery(clauses: [clause], range: expression.range))),
            range: expression.range)
        let bound = try Binder(procedures: .standard).bind(statement)
        var planner = Planner(view: view, variableCount: bound.variables.count)
        let plan = try planner.plan(bound.query)
        // Meant for dates and parameters: what takes long is no such thing.
        var options = QueryOptions()
        options.limits = QueryLimits(timeout: 5, memory: 256 << 20)
        var execution = QueryExecution(
            prepared: PreparedQuery(
                text: "", statement: statement, bound: bound, planner: planner, plan: plan,
                warnings: []),
            parameters: parameters, options: options, cancellation: Cancellation(),
            workers: .alone, beganAt: nil)
        let snapshot = Graph(view.base).snapshot()
        return try execution.run(snapshot: snapshot, transaction: nil).rows.first?.first ?? .null
    }
}
