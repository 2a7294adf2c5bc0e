import CypherSyntax
import GraphModel

/// MATCH, and what turns the collected parts of a pattern into a finished graph.
extension StatementBinder {
    mutating func bindMatch(_ clause: MatchClause, _ scope: inout Scope) throws -> BoundClause {
        var builder = PatternBuilder(scope)
        builder.graph.allowsRepeatedRelationships = clause.allowsRepeatedElements
        for path in clause.patterns { try add(path, to: &builder) }
        var graph = try finish(&builder)
        scope = builder.scope
        if let predicate = clause.predicate {
            let bound = try bindPredicate(predicate, BindingContext(scope), of: "WHERE")
            for condition in bound.conjuncts {
                place(condition, in: &graph, oldForms: builder.oldFormPaths)
            }
        }
        return .match(graph, isOptional: clause.isOptional)
    }

    /// With the old `shortestPath((a)-[*]-(b))` a condition on the path or its relationships
    /// says which path is looked for; with the selectors it filters what they selected.
    private func place(
        _ condition: BoundExpression, in graph: inout PatternGraph, oldForms: Set<Int>
    ) {
        let used = condition.usedVariables
        for index in oldForms.sorted() {
            let path = graph.paths[index]
            let inside = path.elements.compactMap { element -> VariableID? in
                guard case .relationship(let at) = element else { return nil }
                return graph.relationships[at].variable
            }
            let names = Set(inside + [path.variable].compactMap { $0 })
            if !names.isDisjoint(with: used) {
                graph.paths[index].predicates.append(condition)
                return
            }
        }
        graph.predicates.append(condition)
    }

    /// Binds the conditions that waited and gives the graph.
    mutating func finish(_ builder: inout PatternBuilder) throws -> PatternGraph {
        for condition in builder.conditions {
            var context = BindingContext(builder.scope)
            var owner = condition.owner
            if case .step(let index) = condition.destination,
                let step = builder.graph.relationships[index].stepVariable
            {
                owner = step
                if let name = condition.stepName { context.scope.declare(name.text, step) }
            }
            var bound: [BoundExpression] = []
            if let properties = condition.properties, let owner {
                bound += try bindPropertyMap(properties, of: owner, context)
            }
            if let predicate = condition.predicate {
                bound += try bindPredicate(predicate, context, of: "WHERE").conjuncts
            }
            switch condition.destination {
            case .graph: builder.graph.predicates += bound
            case .step(let index): builder.graph.relationships[index].stepPredicates += bound
            case .path(let index): builder.graph.paths[index].predicates += bound
            }
        }
        builder.conditions = []
        return builder.graph
    }

    /// `{a: 1, b: x}` after a node or relationship means `v.a = 1 AND v.b = x`.
    mutating func bindPropertyMap(
        _ properties: Expression, of owner: VariableID, _ context: BindingContext
    ) throws -> [BoundExpression] {
        guard case .map(let entries) = properties.kind else {
            throw BindingError.syntax(
                "InvalidParameterUse",
                "a pattern that is looked for needs its properties one by one", properties.range,
                hint: "Write {key: $map.key, …} instead of the map")
        }
        return try entries.map { entry in
            let value = try bind(entry.value, context)
            let property = BoundExpression(
                .property(reference(owner, entry.key.range), key: entry.key.text), .any,
                entry.key.range)
            return BoundExpression(
                .comparison(.equal, property, value), .boolean,
                entry.key.range.union(entry.value.range))
        }
    }
}
