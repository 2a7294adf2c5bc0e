import CypherSyntax
import GraphModel
import GraphStore

/// Plans one pattern: where to start, in which order to walk, when to filter.
struct PatternPlanner {
    let pattern: PatternGraph
    let statistics: GraphStatistics
    /// Keeps rows apart in a pattern that runs for many outer rows at once.
    let rowVariable: VariableID?
    let isOptimizing: Bool
    /// A variable for the relationships walked in each group.
    let walks: [VariableID]
    /// The plan of one repetition of each group from either end, and its row variable.
    let repetitions: [Repetition]
    /// For a path with a selector but no name, the variable it is kept in.
    let pathVariables: [VariableID]

    private(set) var plan: LogicalPlan
    private(set) var cost = 0.0
    private(set) var rows = 1.0
    /// Whether nothing has been planned, and the input is one empty row.
    private var isAtStart: Bool
    private var boundNodes: Set<Int> = []
    private var openEdges: [Edge]
    private var walked: [VariableID] = []
    private var openPredicates: [(predicate: BoundExpression, needs: Set<VariableID>)]
    private var bound: Set<VariableID> = []
    private var openPaths: Set<Int>

    /// A group's pattern, planned once.
    struct Repetition {
        let fromLeft: LogicalPlan
        let fromRight: LogicalPlan
        let row: VariableID
    }

    /// What connects two nodes.
    enum Edge: Hashable {
        case relationship(Int)
        case group(Int)
    }

    init(
        _ pattern: PatternGraph, input: LogicalPlan, statistics: GraphStatistics,
        rowVariable: VariableID?, isOptimizing: Bool, walks: [VariableID],
        repetitions: [Repetition], pathVariables: [VariableID], isAtStart: Bool
    ) {
        self.pattern = pattern
        self.statistics = statistics
        self.rowVariable = rowVariable
        self.isOptimizing = isOptimizing
        self.walks = walks
        self.repetitions = repetitions
        self.pathVariables = pathVariables
        plan = input
        self.isAtStart = isAtStart
        openEdges =
            pattern.relationships.indices.map { .relationship($0) }
            + pattern.groups.indices.map { .group($0) }
        let introduced = pattern.introducedVariables
        openPredicates = pattern.predicates.map { ($0, $0.usedVariables.intersection(introduced)) }
        openPaths = Set(pattern.paths.indices)
        start()
    }

    private mutating func start() {
        let taken = pattern.relationships.filter { $0.isBound && $0.length == nil }
        walked = []
        for index in pattern.nodes.indices where pattern.nodes[index].isBound {
            boundNodes.insert(index)
        }
        for (index, node) in pattern.nodes.enumerated() where node.isBound {
            if let labels = node.labels { filterLabels(index, labels) }
        }
        applyReadyPredicates()
        for relationship in taken {
            guard
                let index = pattern.relationships.firstIndex(where: {
                    $0.variable == relationship.variable && openEdges.contains(edge(of: $0))
                })
            else { continue }
            take(.relationship(index), fromLeft: true)
        }
    }

    private func edge(of relationship: PatternRelationship) -> Edge {
        .relationship(
            pattern.relationships.firstIndex {
                $0.variable == relationship.variable && $0.left == relationship.left
                    && $0.right == relationship.right
            } ?? 0)
    }

    private mutating func filterLabels(_ node: Int, _ labels: LabelExpression) {
        let variable = BoundExpression(.variable(pattern.nodes[node].variable), .node, .none)
        plan = .filter(plan, [BoundExpression(.hasLabels(variable, labels), .boolean, .none)])
        rows *= 0.5
    }

    // MARK: Walking

    /// Whether there is an edge with an end that is bound.
    var hasReachableEdge: Bool { openEdges.contains { isReachable($0) } }

    /// Whether everything is planned.
    var isComplete: Bool { openEdges.isEmpty && boundNodes.count == pattern.nodes.count }

    /// The nodes that are not bound yet.
    var openNodes: [Int] { pattern.nodes.indices.filter { !boundNodes.contains($0) } }

    private func isReachable(_ edge: Edge) -> Bool {
        let (left, right) = ends(edge)
        return boundNodes.contains(left) || boundNodes.contains(right)
    }

    private func ends(_ edge: Edge) -> (Int, Int) {
        switch edge {
        case .relationship(let index):
            (pattern.relationships[index].left, pattern.relationships[index].right)
        case .group(let index): (pattern.groups[index].left, pattern.groups[index].right)
        }
    }

    /// Walks every edge that can be reached, the one with the fewest rows first.
    mutating func walkReachable() {
        while hasReachableEdge {
            let reachable = openEdges.filter { isReachable($0) }
            let edge =
                isOptimizing
                ? reachable.min { estimate($0) < estimate($1) } ?? reachable[0] : reachable[0]
            take(edge, fromLeft: boundNodes.contains(ends(edge).0))
        }
    }

    /// Scans or seeks a node to start from.
    mutating func scan(_ node: Int) {
        isAtStart = false
        let item = pattern.nodes[node]
        if let seek = seekable(node) {
            plan = .nodeSeek(
                plan, variable: item.variable, labels: item.labels, key: seek.key,
                value: seek.value)
            rows *= 1.5
        } else {
            plan = .nodeScan(plan, variable: item.variable, labels: item.labels)
            rows *= max(statistics.nodes(labels: item.labels), 1)
        }
        cost += rows
        arrive(at: node)
    }

    /// About how many rows starting from a node gives.
    func startCost(_ node: Int) -> Double {
        if seekable(node) != nil { return 1 }
        var count = statistics.nodes(labels: pattern.nodes[node].labels)
        for item in openPredicates where item.needs == [pattern.nodes[node].variable] {
            count *= selectivity(item.predicate)
        }
        return count
    }

    /// A predicate `node.key = value` that an index can answer.
    private func seekable(_ node: Int) -> (key: String, value: BoundExpression)? {
        let variable = pattern.nodes[node].variable
        for item in openPredicates where item.needs == [variable] {
            guard case .comparison(.equal, let left, let right) = item.predicate.kind else {
                continue
            }
            for (side, other) in [(left, right), (right, left)] {
                guard case .property(let subject, let key) = side.kind,
                    case .variable(variable) = subject.kind,
                    !other.usedVariables.contains(variable), !other.hasSubquery,
                    statistics.hasIndex(on: key)
                else { continue }
                return (key, other)
            }
        }
        return nil
    }

    private mutating func arrive(at node: Int) {
        boundNodes.insert(node)
        bound.insert(pattern.nodes[node].variable)
        applyReadyPredicates()
    }

    // MARK: Components

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
    private func componentNodes(of node: Int) -> Set<Int> {
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
    private func standsAlone(_ component: Set<Int>) -> Bool {
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
    private mutating func separate(_ component: Set<Int>) -> JoinKeys {
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
    private mutating func join(_ side: PatternPlanner, _ keys: JoinKeys) {
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
        openPredicates.removeAll { item in
            side.openPredicates.allSatisfy { $0.needs != item.needs }
                && !item.needs.isEmpty && item.predicate.usedVariables.isSubset(of: side.bound)
        }
        if !crossed.isEmpty { plan = .filter(plan, crossed) }
        applyReadyPredicates()
        bindReadyPaths()
    }

    /// Tests that no relationship of one part is one of the other.
    private func distinctPairs(_ left: [VariableID], _ right: [VariableID]) -> [BoundExpression] {
        guard !pattern.allowsRepeatedRelationships, !left.isEmpty, !right.isEmpty else { return [] }
        let lists = [left, right].map { variables in
            variables.map { BoundExpression(.variable($0), .any, .none) }
        }
        return [BoundExpression(.areDisjoint(lists[0], lists[1]), .boolean, .none)]
    }

    // MARK: Edges

    private mutating func take(_ edge: Edge, fromLeft: Bool) {
        openEdges.removeAll { $0 == edge }
        rows = max(rows * estimate(edge) / max(rows, 1e-9), 0.01)
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

    private mutating func take(relationship index: Int, fromLeft: Bool) {
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

    private func expandSpec(_ item: PatternRelationship, fromLeft: Bool) -> ExpandSpec {
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

    private func variableSpec(
        _ item: PatternRelationship, _ spec: ExpandSpec, fromLeft: Bool, path: PatternPath?
    ) -> VariableExpandSpec {
        VariableExpandSpec(
            step: spec, length: item.length ?? ResolvedLength(minimum: 1, maximum: 1),
            stepVariable: item.stepVariable, mode: mode(of: path), isReversed: !fromLeft)
    }

    private func mode(of path: PatternPath?) -> PathMode {
        path?.mode ?? (pattern.allowsRepeatedRelationships ? .walk : .trail)
    }

    private mutating func take(group index: Int, fromLeft: Bool) {
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
        if !isInto, let labels = pattern.nodes[to].labels { filterLabels(to, labels) }
    }

    /// The relationships walked so far that could be the one to come.
    private func distinct(from types: LabelExpression?) -> [VariableID] {
        guard let names = types?.alternatives else { return walked }
        return walked.filter { variable in
            guard
                let other = pattern.relationships.first(where: { $0.variable == variable }),
                let others = other.types?.alternatives
            else { return true }
            return !names.isDisjoint(with: others)
        }
    }

    // MARK: Estimates

    private func estimate(_ edge: Edge) -> Double {
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

    private func selectivity(_ predicate: BoundExpression) -> Double {
        switch predicate.kind {
        case .comparison(.equal, _, _): 0.05
        case .comparison(.notEqual, _, _): 0.95
        case .comparison: 0.33
        case .isNull(_, let negated): negated ? 0.9 : 0.1
        default: 0.4
        }
    }

    // MARK: Predicates and paths

    private mutating func applyReadyPredicates() {
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
    private func searched(_ edge: Edge) -> (PatternPath, SearchSelection)? {
        guard case .relationship(let index) = edge else { return nil }
        for path in pattern.paths where path.elements.contains(.relationship(index)) {
            guard path.isSearched, let selection = path.selector.search else { continue }
            return (path, selection)
        }
        return nil
    }

    private mutating func bindReadyPaths() {
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

    private func isWalked(_ path: PatternPath) -> Bool {
        path.elements.allSatisfy { element in
            switch element {
            case .node(let index): boundNodes.contains(index)
            case .relationship(let index): !openEdges.contains(.relationship(index))
            case .group(let index): !openEdges.contains(.group(index))
            }
        }
    }

    private func bindPath(_ path: PatternPath, to variable: VariableID) -> LogicalPlan {
        let steps = path.elements.compactMap { element -> VariableID? in
            switch element {
            case .node: nil
            case .relationship(let index): pattern.relationships[index].variable
            case .group(let index): walks[index]
            }
        }
        return .bindPath(plan, variable: variable, start: pathEnds(path)[0], steps: steps)
    }

    private func pathEnds(_ path: PatternPath) -> [VariableID] {
        let nodes = path.elements.compactMap { element -> VariableID? in
            switch element {
            case .node(let index): pattern.nodes[index].variable
            case .relationship, .group: nil
            }
        }
        if let first = nodes.first, let last = nodes.last { return [first, last] }
        return []
    }

    private func pathModeTest(_ path: VariableID, _ mode: PathMode) -> BoundExpression {
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
