import GraphModel

extension BoundQuery {
    /// Every variable that occurs in it.
    package var usedVariables: Set<VariableID> {
        var found: Set<VariableID> = []
        collectVariables(into: &found)
        return found
    }

    func collectVariables(into found: inout Set<VariableID>) {
        switch self {
        case .clauses(let clauses, let columns):
            for clause in clauses { clause.collectVariables(into: &found) }
            found.formUnion(columns.map(\.variable))
        case .union(let left, let right, _, let columns):
            left.collectVariables(into: &found)
            right.collectVariables(into: &found)
            found.formUnion(columns.map(\.variable))
        case .next(let first, let second):
            first.collectVariables(into: &found)
            second.collectVariables(into: &found)
        }
    }
}

extension BoundClause {
    func collectVariables(into found: inout Set<VariableID>) {
        switch self {
        case .match(let pattern, _): pattern.collectVariables(into: &found)
        case .unwind(let list, let variable):
            list.collectVariables(into: &found)
            found.insert(variable)
        case .project(let projection): projection.collectVariables(into: &found)
        case .extend(let items): collect(items, into: &found)
        case .filter(let predicate): predicate.collectVariables(into: &found)
        case .orderAndPage(let page): page.collectVariables(into: &found)
        case .call(let call):
            for argument in call.arguments { argument.collectVariables(into: &found) }
            found.formUnion(call.yields.map(\.variable))
        case .subquery(let subquery): subquery.query.collectVariables(into: &found)
        case .finish: break
        case .create, .merge, .set, .remove, .delete, .foreach:
            collectWrittenVariables(into: &found)
        }
    }

    private func collectWrittenVariables(into found: inout Set<VariableID>) {
        switch self {
        case .create(let pattern): pattern.collectVariables(into: &found)
        case .merge(let merge):
            merge.pattern.collectVariables(into: &found)
            merge.creation.collectVariables(into: &found)
            for item in merge.onCreate + merge.onMatch { item.collectVariables(into: &found) }
        case .set(let items): for item in items { item.collectVariables(into: &found) }
        case .remove(let items): for item in items { item.collectVariables(into: &found) }
        case .delete(let items, _): for item in items { item.collectVariables(into: &found) }
        case .foreach(let variable, let list, let body):
            found.insert(variable)
            list.collectVariables(into: &found)
            for clause in body { clause.collectVariables(into: &found) }
        default: break
        }
    }
}

private func collect(
    _ items: [(variable: VariableID, value: BoundExpression)], into found: inout Set<VariableID>
) {
    for item in items {
        found.insert(item.variable)
        item.value.collectVariables(into: &found)
    }
}

extension BoundProjection {
    func collectVariables(into found: inout Set<VariableID>) {
        collect(keys ?? [], into: &found)
        collect(items, into: &found)
        for aggregate in aggregates {
            found.insert(aggregate.variable)
            for argument in aggregate.arguments { argument.collectVariables(into: &found) }
        }
        page.collectVariables(into: &found)
        predicate?.collectVariables(into: &found)
    }
}

extension BoundPage {
    func collectVariables(into found: inout Set<VariableID>) {
        for item in order { item.expression.collectVariables(into: &found) }
        skip?.collectVariables(into: &found)
        limit?.collectVariables(into: &found)
    }
}

extension PatternGraph {
    /// Every variable that occurs in it.
    package var usedVariables: Set<VariableID> {
        var found: Set<VariableID> = []
        collectVariables(into: &found)
        return found
    }

    func collectVariables(into found: inout Set<VariableID>) {
        found.formUnion(nodes.map(\.variable))
        for relationship in relationships {
            found.insert(relationship.variable)
            if let step = relationship.stepVariable { found.insert(step) }
            for predicate in relationship.stepPredicates {
                predicate.collectVariables(into: &found)
            }
        }
        for group in groups {
            group.inner.collectVariables(into: &found)
            found.formUnion(group.exports.map(\.outer))
        }
        found.formUnion(paths.compactMap(\.variable))
        for predicate in paths.flatMap(\.predicates) { predicate.collectVariables(into: &found) }
        for predicate in predicates { predicate.collectVariables(into: &found) }
    }
}

extension CreatePattern {
    func collectVariables(into found: inout Set<VariableID>) {
        for node in nodes {
            found.insert(node.variable)
            node.properties?.collectVariables(into: &found)
        }
        for relationship in relationships {
            found.formUnion([relationship.variable, relationship.from, relationship.to])
            relationship.properties?.collectVariables(into: &found)
        }
        for path in paths {
            found.insert(path.variable)
            found.formUnion(path.nodes + path.relationships)
        }
    }
}

extension BoundSet {
    func collectVariables(into found: inout Set<VariableID>) {
        switch self {
        case .property(let target, _, let value), .replace(let target, let value),
            .merge(let target, let value):
            target.collectVariables(into: &found)
            value.collectVariables(into: &found)
        case .dynamicProperty(let target, let key, let value):
            for part in [target, key, value] { part.collectVariables(into: &found) }
        case .labels(let target, _): target.collectVariables(into: &found)
        }
    }
}

extension BoundRemove {
    func collectVariables(into found: inout Set<VariableID>) {
        switch self {
        case .property(let target, _), .labels(let target, _):
            target.collectVariables(into: &found)
        case .dynamicProperty(let target, let key):
            target.collectVariables(into: &found)
            key.collectVariables(into: &found)
        }
    }
}
