import CypherSyntax
import GraphModel

/// Recognises that a query only counts the matches of a pattern, and gives that pattern.
///
/// Covered: MATCH clauses over single relationships, OPTIONAL MATCH and EXISTS that hang on one
/// node, conditions on one node, `<>` between nodes, and NOT EXISTS of one relationship between
/// two nodes. Anything else gives nil, and the rows are made one by one.
struct CountPatternBuilder {
    private(set) var pattern = CountPattern()
    private var indices: [VariableID: Int] = [:]
    private var relationships: Set<VariableID> = []
    /// The branch each variable of an OPTIONAL MATCH is bound in.
    private var optionalBranches: [VariableID: Int] = [:]

    /// The pattern of the clauses before a projection that only counts; nil where not covered.
    static func build(
        _ clauses: ArraySlice<BoundClause>, counting: BoundAggregate
    )
        -> CountPattern?
    {
        var builder = CountPatternBuilder()
        for clause in clauses {
            switch clause {
            case .match(let graph, let isOptional):
                guard isOptional ? builder.addOptional(graph) : builder.add(graph) else {
                    return nil
                }
            case .filter(let predicate):
                for part in predicate.conjuncts where !builder.add(predicate: part) { return nil }
            default: return nil
            }
        }
        return builder.count(counting) ? builder.pattern : nil
    }

    /// Takes in what is counted: rows, or a variable that is never null, or an optional one.
    private mutating func count(_ aggregate: BoundAggregate) -> Bool {
        guard let function = aggregate.function else { return true }
        guard function.name == "count", !aggregate.isDistinct,
            case .variable(let variable) = aggregate.arguments.first?.kind
        else { return false }
        if indices[variable] != nil || relationships.contains(variable) { return true }
        guard let branch = optionalBranches[variable] else { return false }
        pattern.branches[branch].kind = .counted
        return true
    }

    // MARK: Patterns

    private mutating func add(_ graph: PatternGraph) -> Bool {
        guard graph.groups.isEmpty, graph.paths.isEmpty, optionalBranches.isEmpty else {
            return false
        }
        let nodes = graph.nodes.map { index(of: $0) }
        let first = pattern.edges.count
        for relationship in graph.relationships {
            guard !relationship.isBound, relationship.length == nil else { return false }
            pattern.edges.append(
                CountPattern.Edge(
                    left: nodes[relationship.left], right: nodes[relationship.right],
                    types: relationship.types, direction: relationship.direction))
            relationships.insert(relationship.variable)
        }
        if !graph.allowsRepeatedRelationships {
            for a in first..<pattern.edges.count {
                for b in a + 1..<max(pattern.edges.count, a + 1) {
                    pattern.distinctEdges.append((a, b))
                }
            }
        }
        for predicate in graph.predicates where !add(predicate: predicate) { return false }
        return true
    }

    private mutating func index(of node: PatternNode) -> Int {
        if let known = indices[node.variable] {
            if let labels = node.labels { pattern.nodes[known]?.labels.append(labels) }
            return known
        }
        pattern.nodes.append(
            CountPattern.Node(
                variables: [node.variable], labels: [node.labels].compactMap { $0 },
                predicates: []))
        indices[node.variable] = pattern.nodes.count - 1
        return pattern.nodes.count - 1
    }

    private mutating func addOptional(_ graph: PatternGraph) -> Bool {
        guard let branch = branch(graph, kind: .optional) else { return false }
        pattern.branches.append(branch)
        for variable in graph.introducedVariables {
            optionalBranches[variable] = pattern.branches.count - 1
        }
        return true
    }

    /// A pattern that hangs on exactly one node of this one.
    private func branch(
        _ graph: PatternGraph, kind: CountPattern.Branch.Kind
    )
        -> CountPattern.Branch?
    {
        let shared = graph.nodes.filter(\.isBound)
        guard let root = shared.first, Set(shared.map(\.variable)).count == 1,
            let outer = indices[root.variable]
        else { return nil }
        var inner = CountPatternBuilder()
        guard inner.add(graph), let innerRoot = inner.indices[root.variable],
            inner.pattern.isConnected(from: innerRoot)
        else { return nil }
        return CountPattern.Branch(
            kind: kind, root: outer, pattern: inner.pattern, innerRoot: innerRoot)
    }

    // MARK: Predicates

    private mutating func add(predicate: BoundExpression) -> Bool {
        switch predicate.kind {
        case .comparison(.notEqual, let left, let right):
            if let a = node(left), let b = node(right) {
                pattern.inequalities.append((a, b))
                return true
            }
        case .unary(.not, let inner):
            if case .subquery(.exists, let query) = inner.kind {
                return addExistence(query, isNegated: true)
            }
        case .subquery(.exists, let query): return addExistence(query, isNegated: false)
        case .hasLabels(let subject, let labels):
            if case .variable(let variable) = subject.kind, let index = indices[variable] {
                pattern.nodes[index]?.labels.append(labels)
                return true
            }
        default: break
        }
        return addCondition(predicate)
    }

    /// The node of `n` or `id(n)` or `elementId(n)`.
    private func node(_ expression: BoundExpression) -> Int? {
        switch expression.kind {
        case .variable(let variable): indices[variable]
        case .call(let function, let arguments)
        where ["id", "elementId"].contains(function.name) && arguments.count == 1:
            node(arguments[0])
        default: nil
        }
    }

    /// A condition on one node, or on none.
    private mutating func addCondition(_ predicate: BoundExpression) -> Bool {
        guard !predicate.hasSubquery, predicate.isDeterministic else { return false }
        let used = predicate.usedVariables
        guard used.isDisjoint(with: relationships),
            optionalBranches.keys.allSatisfy({
                !used.contains($0)
            })
        else { return false }
        // What surrounds a branch is not at hand where the branch is counted.
        let free = used.subtracting(predicate.ownVariables)
        guard free.count == 1, let variable = free.first, let index = indices[variable] else {
            return false
        }
        pattern.nodes[index]?.predicates.append((variable, predicate))
        return true
    }

    private mutating func addExistence(_ query: BoundQuery, isNegated: Bool) -> Bool {
        guard case .clauses(let clauses, _) = query,
            case .match(let graph, false)? = clauses.first,
            clauses.dropFirst().allSatisfy(\.isPlainProjection)
        else { return false }
        if let branch = branch(graph, kind: isNegated ? .absent : .exists) {
            pattern.branches.append(branch)
            return true
        }
        guard graph.nodes.count == 2, graph.relationships.count == 1, graph.predicates.isEmpty,
            graph.groups.isEmpty, graph.paths.isEmpty, graph.nodes.allSatisfy(\.isBound),
            graph.nodes.allSatisfy({ $0.labels == nil }), graph.relationships[0].length == nil,
            !graph.relationships[0].isBound,
            let left = indices[graph.nodes[graph.relationships[0].left].variable],
            let right = indices[graph.nodes[graph.relationships[0].right].variable]
        else { return false }
        let edge = CountPattern.Edge(
            left: left, right: right, types: graph.relationships[0].types,
            direction: graph.relationships[0].direction, isExistence: true)
        if isNegated { pattern.absences.append(edge) } else { pattern.edges.append(edge) }
        return true
    }
}

extension CountPattern {
    /// Whether every node hangs together with this one: else a branch counts more than what is
    /// reached from its root.
    fileprivate func isConnected(from root: Int) -> Bool {
        var reached: Set<Int> = [root]
        var pending = [root]
        while let node = pending.popLast() {
            for edge in edges where edge.left == node || edge.right == node {
                for end in [edge.left, edge.right] where reached.insert(end).inserted {
                    pending.append(end)
                }
            }
        }
        return reached.count == liveNodes.count
    }
}

extension BoundExpression {
    /// The variables its comprehensions and the like declare.
    fileprivate var ownVariables: Set<VariableID> {
        var own: Set<VariableID> = []
        switch kind {
        case .listComprehension(let variable, _, _, _), .quantifier(_, let variable, _, _):
            own = [variable]
        case .reduce(let accumulator, _, let variable, _, _): own = [accumulator, variable]
        default: break
        }
        for child in children { own.formUnion(child.ownVariables) }
        return own
    }
}

extension BoundClause {
    /// Whether it neither aggregates nor pages nor filters: it changes no number of rows.
    fileprivate var isPlainProjection: Bool {
        guard case .project(let projection) = self else { return false }
        return projection.keys == nil && !projection.isDistinct && projection.page.skip == nil
            && projection.page.limit == nil && projection.predicate == nil
    }
}

extension BoundExpression {
    /// Whether equal rows give equal values.
    var isDeterministic: Bool {
        if case .call(let function, _) = kind, !function.isDeterministic { return false }
        return children.allSatisfy(\.isDeterministic)
    }
}
