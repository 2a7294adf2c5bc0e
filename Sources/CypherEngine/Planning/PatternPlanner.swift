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

    var plan: LogicalPlan
    var cost = 0.0
    var rows = 1.0
    /// Whether nothing has been planned, and the input is one empty row.
    var isAtStart: Bool
    var boundNodes: Set<Int> = []
    var openEdges: [Edge]
    var walked: [VariableID] = []
    var openPredicates: [(predicate: BoundExpression, needs: Set<VariableID>)]
    var bound: Set<VariableID> = []
    var openPaths: Set<Int>

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

    mutating func start() {
        for (index, node) in pattern.nodes.enumerated() where node.isBound {
            boundNodes.insert(index)
        }
        for (index, node) in pattern.nodes.enumerated() where node.isBound {
            if let labels = node.labels {
                filterLabels(index, labels)
            } else if isAlone(index) {
                requireValue(index)
            }
        }
        applyReadyPredicates()
        for (index, item) in pattern.relationships.enumerated()
        where item.isBound && item.length == nil {
            take(.relationship(index), fromLeft: true)
        }
    }

    mutating func filterLabels(_ node: Int, _ labels: LabelExpression) {
        let variable = BoundExpression(.variable(pattern.nodes[node].variable), .node, .none)
        plan = .filter(plan, [BoundExpression(.hasLabels(variable, labels), .boolean, .none)])
        rows *= 0.5
    }

    /// Whether no edge hangs on a node.
    private func isAlone(_ node: Int) -> Bool {
        openEdges.allSatisfy { ends($0).0 != node && ends($0).1 != node }
    }

    /// A bound node may be null, and null matches nothing: where an edge is walked from it that
    /// shows by itself.
    private mutating func requireValue(_ node: Int) {
        let variable = BoundExpression(.variable(pattern.nodes[node].variable), .node, .none)
        plan = .filter(plan, [BoundExpression(.isNull(variable, negated: true), .boolean, .none)])
    }

    // MARK: Walking

    /// Whether there is an edge with an end that is bound.
    var hasReachableEdge: Bool { openEdges.contains { isReachable($0) } }

    /// The nodes that are not bound yet.
    var openNodes: [Int] { pattern.nodes.indices.filter { !boundNodes.contains($0) } }

    func isReachable(_ edge: Edge) -> Bool {
        let (left, right) = ends(edge)
        return boundNodes.contains(left) || boundNodes.contains(right)
    }

    func ends(_ edge: Edge) -> (Int, Int) {
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
    func seekable(_ node: Int) -> (key: String, value: BoundExpression)? {
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

    mutating func arrive(at node: Int) {
        boundNodes.insert(node)
        bound.insert(pattern.nodes[node].variable)
        applyReadyPredicates()
    }
}
