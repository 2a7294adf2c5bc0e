import CypherSyntax
import GraphModel

/// Parts of a pattern that hang together, and how they are joined.
extension PatternPlanner {
    /// Plans the part of the pattern around the best node of those not bound yet.
    mutating func planComponent(allowsJoin: Bool) {
        let candidates = openNodes.sorted { startCost($0) < startCost($1) }
        guard let first = candidates.first else { return }
        let component = componentNodes(of: isOptimizing ? first : openNodes[0])
        var side = self
        var keys = JoinKeys(left: [], right: [], rightVariables: [])
        let joins =
            allowsJoin && isOptimizing && !isAtStart && seekable(first) == nil
            && standsAlone(component)
        if joins { keys = side.separate(component) }
        let starts =
            isOptimizing ? candidates.filter { component.contains($0) }.prefix(6) : [openNodes[0]]
        var best: PatternPlanner?
        for start in starts {
            var attempt = side
            attempt.scan(start)
            attempt.walkReachable()
            if attempt.cost < best?.cost ?? .infinity { best = attempt }
        }
        guard let best else { return }
        if joins { join(best, keys) } else { self = best }
    }

    /// The nodes connected with this one by edges not walked yet.
    func componentNodes(of node: Int) -> Set<Int> {
        var found: Set<Int> = [node]
        var grows = true
        while grows {
            grows = false
            for edge in openEdges {
                let (left, right) = ends(edge)
                if found.contains(left) != found.contains(right) {
                    found.formUnion([left, right])
                    grows = true
                }
            }
        }
        return found
    }

    /// Whether the component's edges can be walked without the rows before: none is a list bound
    /// there, and none has conditions on them.
    func standsAlone(_ component: Set<Int>) -> Bool {
        openEdges.filter { component.contains(ends($0).0) }.allSatisfy { edge in
            switch edge {
            case .relationship(let index):
                let item = pattern.relationships[index]
                return !item.isBound
                    && item.stepPredicates.allSatisfy {
                        $0.usedVariables.subtracting([item.stepVariable].compactMap { $0 }).isEmpty
                    }
            case .group(let index):
                let inner = pattern.groups[index].inner
                return inner.predicates.allSatisfy {
                    $0.usedVariables.isSubset(of: inner.introducedVariables)
                }
            }
        }
    }

    /// Makes this the plan of one component by itself; gives the equalities that tie it to the rest.
    mutating func separate(_ component: Set<Int>) -> JoinKeys {
        openEdges = openEdges.filter { component.contains(ends($0).0) }
        var own = Set(component.map { pattern.nodes[$0].variable })
        for case .relationship(let index) in openEdges {
            own.insert(pattern.relationships[index].variable)
        }
        for case .group(let index) in openEdges {
            own.formUnion(pattern.groups[index].exports.map(\.outer))
        }
        var keys = JoinKeys(left: [], right: [], rightVariables: [])
        for item in openPredicates {
            guard case .comparison(.equal, let left, let right) = item.predicate.kind else {
                continue
            }
            for (inner, outer) in [(left, right), (right, left)] {
                let used = inner.usedVariables
                if !used.isEmpty, used.isSubset(of: own), !outer.hasSubquery,
                    outer.usedVariables.isDisjoint(with: own),
                    item.needs.subtracting(own).isSubset(of: bound)
                {
                    keys.left.append(outer)
                    keys.right.append(inner)
                    break
                }
            }
        }
        openPredicates = openPredicates.filter {
            !$0.needs.isEmpty && $0.predicate.usedVariables.isSubset(of: own)
        }
        plan = .unit
        rows = 1
        cost = 0
        bound = []
        walked = []
        boundNodes = []
        openPaths = []
        return keys
    }

    /// Joins a component planned by itself to what there is.
    mutating func join(_ side: PatternPlanner, _ keys: JoinKeys) {
        var keys = keys
        keys.rightVariables = side.bound.sorted { $0.raw < $1.raw }
        plan = .join(plan, side.plan, keys)
        let selectivity = keys.left.isEmpty ? 1 : 1 / max(side.rows, rows, 1)
        rows = max(rows * side.rows * selectivity, 0.01)
        cost += side.cost + rows
        let added = side.walked
        let crossed = distinctPairs(walked, added)
        boundNodes.formUnion(side.boundNodes)
        bound.formUnion(side.bound)
        walked += added
        openEdges = openEdges.filter { !side.boundNodes.contains(ends($0).0) }
        // What speaks of the component alone was applied while it was planned.
        openPredicates.removeAll {
            !$0.needs.isEmpty && $0.predicate.usedVariables.isSubset(of: side.bound)
        }
        if !crossed.isEmpty { plan = .filter(plan, crossed) }
        applyReadyPredicates()
        bindReadyPaths()
    }

    /// Tests that no relationship of one part is one of the other.
    func distinctPairs(_ left: [VariableID], _ right: [VariableID]) -> [BoundExpression] {
        guard !pattern.allowsRepeatedRelationships, !left.isEmpty, !right.isEmpty else { return [] }
        let lists = [left, right].map { variables in
            variables.map { BoundExpression(.variable($0), .any, .none) }
        }
        return [BoundExpression(.areDisjoint(lists[0], lists[1]), .boolean, .none)]
    }
}
