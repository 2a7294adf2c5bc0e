import CypherSyntax
import GraphModel

/// Walking one edge, and what it is guessed to cost.
extension PatternPlanner {
    mutating func take(_ edge: Edge, fromLeft: Bool) {
        seekFarEnd(edge, fromLeft: fromLeft)
        openEdges.removeAll { $0 == edge }
        rows = max(estimate(edge), 0.01)
        switch edge {
        case .relationship(let index): take(relationship: index, fromLeft: fromLeft)
        case .group(let index): take(group: index, fromLeft: fromLeft)
        }
        cost += rows
        let (left, right) = ends(edge)
        for node in [left, right] where !boundNodes.contains(node) { arrive(at: node) }
        applyReadyPredicates()
        bindReadyPaths()
    }

    /// A search for paths goes from both ends where both are at hand: finds the far one first,
    /// where an index does it.
    private mutating func seekFarEnd(_ edge: Edge, fromLeft: Bool) {
        let (left, right) = ends(edge)
        let far = fromLeft ? right : left
        if isOptimizing, !boundNodes.contains(far), searched(edge) != nil, seekable(far) != nil {
            scan(far)
        }
    }

    mutating func take(relationship index: Int, fromLeft: Bool) {
        let item = pattern.relationships[index]
        let spec = expandSpec(item, fromLeft: fromLeft)
        if let (path, selection) = searched(.relationship(index)) {
            plan = .pathSearch(
                plan, variableSpec(item, spec, fromLeft: fromLeft, path: path),
                predicates: item.stepPredicates, selection)
        } else if item.length != nil {
            let path = pattern.paths.first { $0.elements.contains(.relationship(index)) }
            let variable = variableSpec(item, spec, fromLeft: fromLeft, path: path)
            plan =
                item.isBound
                ? .boundList(plan, variable)
                : .variableExpand(plan, variable, predicates: item.stepPredicates)
        } else if item.isBound {
            plan = .endpoints(plan, spec, isFromBound: boundNodes.contains(item.left))
        } else {
            plan = .expand(plan, spec)
        }
        walked.append(item.variable)
        bound.insert(item.variable)
    }

    func expandSpec(_ item: PatternRelationship, fromLeft: Bool) -> ExpandSpec {
        let from = fromLeft ? item.left : item.right
        let to = fromLeft ? item.right : item.left
        let isInto = boundNodes.contains(to) || from == to
        return ExpandSpec(
            from: pattern.nodes[from].variable, to: pattern.nodes[to].variable,
            relationship: item.variable, types: item.types,
            direction: fromLeft ? item.direction : item.direction.reversed, isInto: isInto,
            labels: isInto ? nil : pattern.nodes[to].labels,
            distinctFrom: pattern.allowsRepeatedRelationships ? [] : distinct(from: item.types))
    }

    func variableSpec(
        _ item: PatternRelationship, _ spec: ExpandSpec, fromLeft: Bool, path: PatternPath?
    ) -> VariableExpandSpec {
        VariableExpandSpec(
            step: spec, length: item.length ?? ResolvedLength(minimum: 1, maximum: 1),
            stepVariable: item.stepVariable, mode: mode(of: path), isReversed: !fromLeft)
    }

    func mode(of path: PatternPath?) -> PathMode {
        path?.mode ?? (pattern.allowsRepeatedRelationships ? .walk : .trail)
    }

    mutating func take(group index: Int, fromLeft: Bool) {
        let group = pattern.groups[index]
        let from = fromLeft ? group.left : group.right
        let to = fromLeft ? group.right : group.left
        let isInto = boundNodes.contains(to) || from == to
        let path = pattern.paths.first { $0.elements.contains(.group(index)) }
        plan = .repetition(
            plan,
            RepeatPlan(
                group: group, from: pattern.nodes[from].variable,
                to: pattern.nodes[to].variable, isInto: isInto,
                inner: fromLeft ? repetitions[index].fromLeft : repetitions[index].fromRight,
                rowVariable: repetitions[index].row, walk: walks[index],
                distinctFrom: pattern.allowsRepeatedRelationships ? [] : walked,
                mode: mode(of: path), isReversed: !fromLeft))
        walked.append(walks[index])
        bound.formUnion(group.exports.map(\.outer))
        bound.insert(walks[index])
        if !isInto, let labels = pattern.nodes[to].labels { filterLabels(to, labels) }
    }

    /// The relationships walked so far that could be the one to come.
    func distinct(from types: LabelExpression?) -> [VariableID] {
        guard let names = types?.alternatives else { return walked }
        return walked.filter { variable in
            guard
                let other = pattern.relationships.first(where: { $0.variable == variable }),
                let others = other.types?.alternatives
            else { return true }
            return !names.isDisjoint(with: others)
        }
    }

    func estimate(_ edge: Edge) -> Double {
        let (left, right) = ends(edge)
        let fromLeft = boundNodes.contains(left)
        let from = pattern.nodes[fromLeft ? left : right]
        let toIndex = fromLeft ? right : left
        let to = pattern.nodes[toIndex]
        guard case .relationship(let index) = edge else { return rows * 50 }
        let item = pattern.relationships[index]
        if item.isBound { return rows }
        let direction = fromLeft ? item.direction : item.direction.reversed
        let degree = statistics.degree(
            types: item.types, direction: direction, from: from.labels, to: to.labels)
        var result = rows * degree
        if let length = item.length {
            let steps = min(length.maximum ?? 4, 6)
            result = rows * (0...max(steps, 1)).reduce(0) { sum, _ in sum * max(degree, 0.1) + 1 }
        }
        if boundNodes.contains(toIndex) {
            result /= max(statistics.nodes(labels: to.labels), 1)
        } else {
            for predicate in openPredicates where predicate.needs == [to.variable] {
                result *= selectivity(predicate.predicate)
            }
        }
        return result
    }

    func selectivity(_ predicate: BoundExpression) -> Double {
        switch predicate.kind {
        case .comparison(.equal, _, _): 0.05
        case .comparison(.notEqual, _, _): 0.95
        case .comparison: 0.33
        case .isNull(_, let negated): negated ? 0.9 : 0.1
        default: 0.4
        }
    }
}
