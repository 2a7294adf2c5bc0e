import CypherSyntax
import GraphModel

/// MERGE: the same path once as what is looked for and once as what is made.
extension StatementBinder {
    mutating func bindMerge(
        _ path: PathPattern, _ onCreate: [SetItem], _ onMatch: [SetItem], _ range: SourceRange,
        _ scope: inout Scope
    ) throws -> BoundMerge {
        let bound = Set(scope.visible.values)
        var creation = Creation(scope: scope, clause: "MERGE")
        try create(path, &creation)
        scope = creation.scope
        let pattern = lookedFor(creation, bound)
        let after = scope
        return BoundMerge(
            pattern: pattern, creation: creation.pattern,
            onCreate: try onCreate.map { try bindSet($0, after) },
            onMatch: try onMatch.map { try bindSet($0, after) }, range: range)
    }

    /// What is made, as a pattern to look for.
    private func lookedFor(_ creation: Creation, _ bound: Set<VariableID>) -> PatternGraph {
        var graph = PatternGraph()
        var indices: [VariableID: Int] = [:]
        for variable in creation.nodes where indices[variable] == nil {
            indices[variable] = graph.nodes.count
            let made = creation.pattern.nodes.first { $0.variable == variable }
            graph.nodes.append(
                PatternNode(
                    variable: variable, isBound: bound.contains(variable),
                    labels: conjunction(made?.labels ?? [])))
            graph.predicates += equalities(variable, made?.properties)
        }
        for (index, variable) in creation.relationships.enumerated() {
            let made = creation.pattern.relationships[index]
            graph.relationships.append(
                PatternRelationship(
                    variable: variable, isBound: false,
                    left: indices[creation.nodes[index]] ?? 0,
                    right: indices[creation.nodes[index + 1]] ?? 0,
                    types: .name(Name(made.type, .none)),
                    direction: creation.directions[index]))
            graph.predicates += equalities(variable, made.properties)
        }
        var elements: [PatternPath.Element] = []
        for (index, variable) in creation.nodes.enumerated() {
            elements.append(.node(indices[variable] ?? 0))
            if index < creation.relationships.count { elements.append(.relationship(index)) }
        }
        graph.paths = creation.pattern.paths.map {
            PatternPath(variable: $0.variable, elements: elements)
        }
        return graph
    }

    private func conjunction(_ labels: [String]) -> LabelExpression? {
        var result: LabelExpression?
        for label in labels {
            let next = LabelExpression.name(Name(label, .none))
            result = result.map { .and($0, next) } ?? next
        }
        return result
    }

    private func equalities(
        _ variable: VariableID, _ properties: BoundExpression?
    ) -> [BoundExpression] {
        guard let properties, case .map(let entries) = properties.kind else { return [] }
        return entries.map { key, value in
            let property = BoundExpression(
                .property(reference(variable, value.range), key: key), .any, value.range)
            return BoundExpression(
                .comparison(.equal, property, value), .boolean, value.range)
        }
    }
}
