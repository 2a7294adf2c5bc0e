import CypherSyntax
import GraphModel

/// Conditions as soon as they can be tested, and paths as soon as they are walked.
extension PatternPlanner {
    mutating func applyReadyPredicates() {
        let ready = openPredicates.filter { $0.needs.isSubset(of: bound) }
        guard !ready.isEmpty else { return }
        openPredicates.removeAll { $0.needs.isSubset(of: bound) }
        // What is cheap goes first: a subquery sees only rows that passed all else.
        let predicates = ready.map(\.predicate)
        plan = .filter(
            plan, predicates.filter { !$0.hasSubquery } + predicates.filter(\.hasSubquery))
        for predicate in predicates { rows = max(rows * selectivity(predicate), 0.01) }
    }

    /// The selector of a path that consists of this one edge.
    func searched(_ edge: Edge) -> (PatternPath, SearchSelection)? {
        guard case .relationship(let index) = edge else { return nil }
        for path in pattern.paths where path.elements.contains(.relationship(index)) {
            guard path.isSearched, let selection = path.selector.search else { continue }
            return (path, selection)
        }
        return nil
    }

    mutating func bindReadyPaths() {
        for index in openPaths.sorted() {
            let path = pattern.paths[index]
            guard isWalked(path) else { continue }
            openPaths.remove(index)
            let variable = path.variable ?? pathVariables[index]
            let needsSelection = path.selector.search != nil && !path.isSearched
            if path.variable != nil || needsSelection || path.mode?.keepsNodesApart == true {
                plan = bindPath(path, to: variable)
            }
            if let mode = path.mode, mode.keepsNodesApart, path.elements.count > 3 {
                plan = .filter(plan, [pathModeTest(variable, mode)])
            }
            if !path.predicates.isEmpty { plan = .filter(plan, path.predicates) }
            if needsSelection, let selection = path.selector.search {
                plan = .selectPaths(
                    plan, partition: [rowVariable].compactMap { $0 } + pathEnds(path),
                    path: variable, selection)
            }
            bound.insert(variable)
            applyReadyPredicates()
        }
    }

    func isWalked(_ path: PatternPath) -> Bool {
        path.elements.allSatisfy { element in
            switch element {
            case .node(let index): boundNodes.contains(index)
            case .relationship(let index): !openEdges.contains(.relationship(index))
            case .group(let index): !openEdges.contains(.group(index))
            }
        }
    }

    func bindPath(_ path: PatternPath, to variable: VariableID) -> LogicalPlan {
        let steps = path.elements.compactMap { element -> VariableID? in
            switch element {
            case .node: nil
            case .relationship(let index): pattern.relationships[index].variable
            case .group(let index): walks[index]
            }
        }
        return .bindPath(plan, variable: variable, start: pathEnds(path)[0], steps: steps)
    }

    func pathEnds(_ path: PatternPath) -> [VariableID] {
        let nodes = path.elements.compactMap { element -> VariableID? in
            switch element {
            case .node(let index): pattern.nodes[index].variable
            case .relationship, .group: nil
            }
        }
        if let first = nodes.first, let last = nodes.last { return [first, last] }
        return []
    }

    func pathModeTest(_ path: VariableID, _ mode: PathMode) -> BoundExpression {
        let variable = BoundExpression(.variable(path), .path, .none)
        return BoundExpression(.pathMode(variable, mode), .boolean, .none)
    }

    /// What is left when all edges are walked: paths of one node, predicates without variables.
    mutating func finish() {
        bindReadyPaths()
        applyReadyPredicates()
        let left = openPredicates.map(\.predicate)
        openPredicates = []
        if !left.isEmpty { plan = .filter(plan, left) }
    }
}

extension PathMode {
    /// Whether the mode forbids that a node occurs twice.
    var keepsNodesApart: Bool { self == .acyclic || self == .simple }
}

extension PatternPath {
    /// Whether its selector is answered by a search over its one relationship; else all paths are
    /// made and the selector takes from them.
    var isSearched: Bool {
        guard elements.count == 3, predicates.isEmpty, selector.search != nil,
            case .relationship = elements[1]
        else { return false }
        return true
    }
}

extension PatternPath.Selector {
    /// As a search; nil where all paths are wanted.
    var search: SearchSelection? {
        switch self {
        case .all: nil
        case .any(let count), .shortest(let count): .shortest(count)
        case .allShortest: .allShortest
        case .shortestGroups(let count): .groups(count)
        }
    }
}

extension LabelExpression {
    /// The names where it is a plain choice of names.
    var alternatives: Set<String>? {
        switch self {
        case .name(let name): return [name.text]
        case .or(let left, let right):
            guard let a = left.alternatives, let b = right.alternatives else { return nil }
            return a.union(b)
        default: return nil
        }
    }
}
