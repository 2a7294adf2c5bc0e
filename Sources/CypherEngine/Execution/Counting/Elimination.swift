import CypherSyntax
import GraphModel
import GraphStore

/// Shrinks one connected pattern, leaf by leaf.
struct Elimination {
    private let counter: PatternCounter
    private(set) var pattern: CountPattern
    private(set) var open: Set<Int>
    /// Edges that are left, as indices into the pattern's.
    private(set) var edges: [Int]
    private(set) var weights: [Int: NodeWeights] = [:]
    /// What nodes eliminated together demand of others: the same key.
    private(set) var keys: [NodeKeys] = []

    private var resolver: CountResolver { counter.resolver }

    init(_ pattern: CountPattern, nodes: [Int], counter: PatternCounter) throws {
        self.counter = counter
        self.pattern = pattern
        open = Set(nodes)
        edges = pattern.edges.indices.filter { nodes.contains(pattern.edges[$0].left) }
        for index in nodes { weights[index] = try initialWeights(index) }
        for branch in pattern.branches where open.contains(branch.root) { try apply(branch) }
        // A relationship from a node to itself is not a list to add up.
        if edges.contains(where: { pattern.edges[$0].left == pattern.edges[$0].right }) {
            throw NotCountable()
        }
    }

    /// The number of matches.
    mutating func run() throws -> Int128 {
        while edges.count > 1, let leaf = cheapestLeaf(except: nil) { try eliminate(leaf) }
        if edges.count == 1 { return try lastEdge() }
        if edges.isEmpty { return open.first.flatMap { weights[$0]?.total() } ?? 1 }
        try contractKeys()
        while edges.count > 1, let leaf = cheapestLeaf(except: nil), keys.isEmpty {
            try eliminate(leaf)
        }
        let core = Core(
            pattern: pattern, nodes: open.sorted(), edges: edges, weights: weights, keys: keys)
        if let triangles = TriangleCounter(core, resolver: resolver) {
            return try triangles.count(counter.guardian)
        }
        return try CoreCounter(core, resolver: resolver, guardian: counter.guardian).count()
    }

    /// For each node that may be the root, how often the rest of the pattern matches.
    mutating func weights(rootedAt root: Int) throws -> NodeWeights {
        while !edges.isEmpty {
            guard let leaf = cheapestLeaf(except: root) else { throw NotCountable() }
            try eliminate(leaf)
        }
        guard let found = weights[root] else { throw NotCountable() }
        return found
    }

    // MARK: What a node counts by itself

    private func initialWeights(_ index: Int) throws -> NodeWeights {
        guard let node = pattern.nodes[index] else { throw NotCountable() }
        var result = NodeWeights(groups: resolver.groups(of: node), base: resolver.base)
        for group in result.groups {
            let item = resolver.base.groups[group]
            if item.isMixed, !node.labels.isEmpty {
                let matchers = node.labels.map { LabelMatcher(labels: $0, view: resolver.view) }
                result[group].keep(
                    item.range.map { node in
                        matchers.allSatisfy { $0.matches(node: node, view: resolver.view) }
                    })
            }
            for (variable, condition) in node.predicates {
                result[group].keep(try counter.fulfilled(condition, variable, item.range))
            }
        }
        return result
    }

    private mutating func apply(_ branch: CountPattern.Branch) throws {
        guard let root = weights[branch.root] else { return }
        if try applyStar(branch) { return }
        let inner = try counter.branchWeights(branch)
        for group in root.groups {
            let numbers = inner.groups.contains(group) ? inner[group] : nil
            let matches = numbers?.expanded ?? Array(repeating: 0, count: root[group].count)
            switch branch.kind {
            case .counted:
                try weights[branch.root]?[group].multiply(matches, bound: numbers?.bound ?? 1)
            case .optional:
                try weights[branch.root]?[group].multiply(
                    matches.map { max($0, 1) }, bound: numbers?.bound ?? 1)
            case .exists: weights[branch.root]?[group].keep(matches.map { $0 > 0 })
            case .absent: weights[branch.root]?[group].keep(matches.map { $0 == 0 })
            }
        }
    }

    /// The common case of an optional part: one edge to nodes that count once. Only lengths matter.
    private mutating func applyStar(_ branch: CountPattern.Branch) throws -> Bool {
        let inner = branch.pattern
        guard branch.kind == .optional || branch.kind == .counted, inner.edges.count == 1,
            inner.liveNodes.count == 2, inner.branches.isEmpty, inner.absences.isEmpty,
            inner.edges[0].left != inner.edges[0].right,
            let leaf = inner.liveNodes.first(where: { $0 != branch.innerRoot }),
            inner.nodes[leaf]?.predicates.isEmpty == true,
            let node = inner.nodes[leaf], let root = inner.nodes[branch.innerRoot],
            root.predicates.isEmpty
        else { return false }
        let targets = resolver.groups(of: node)
        let rootGroups = resolver.groups(of: root)
        guard !targets.contains(where: { resolver.base.groups[$0].isMixed }) else { return false }
        let fromLeft = inner.edges[0].left == branch.innerRoot
        for group in weights[branch.root]?.groups ?? [] {
            let lists =
                rootGroups.contains(group)
                ? resolver.lists(inner.edges[0], fromLeft: fromLeft, group: group, to: targets)
                : []
            if branch.kind == .optional, lists.isEmpty { continue }
            try weights[branch.root]?[group].multiplyDegrees(
                lists, atLeast: branch.kind == .optional ? 1 : 0)
        }
        return true
    }

    // MARK: Leaves

    private func degree(_ node: Int) -> Int {
        edges.count { pattern.edges[$0].left == node || pattern.edges[$0].right == node }
    }

    private func edge(of node: Int) -> Int? {
        edges.first { pattern.edges[$0].left == node || pattern.edges[$0].right == node }
    }

    private func other(_ edge: Int, _ node: Int) -> Int {
        pattern.edges[edge].left == node ? pattern.edges[edge].right : pattern.edges[edge].left
    }

    private func cheapestLeaf(except root: Int?) -> Int? {
        open.filter { $0 != root && degree($0) == 1 }
            .min { (cost($0), $0) < (cost($1), $1) }
    }

    /// About how many steps it takes to fold a leaf into its neighbour.
    private func cost(_ leaf: Int) -> Int {
        guard let edge = edge(of: leaf), let own = weights[leaf],
            let target = weights[other(edge, leaf)]
        else { return Int.max }
        let isUniform = own.groups.allSatisfy { own[$0].isUniform }
        let targets = target.groups.reduce(0) { $0 + target[$1].count }
        let entries = own.groups.reduce(0) { $0 + own[$1].count }
        return isUniform ? targets : targets + 2 * entries
    }

    /// The lists of an edge, from the nodes of one group to those that may stand at its other end.
    private func lists(_ edge: Int, from node: Int, group: Int) -> [CountResolver.List] {
        let item = pattern.edges[edge]
        return resolver.lists(
            item, fromLeft: item.left == node, group: group,
            to: weights[other(edge, node)]?.groups ?? [])
    }

    private mutating func eliminate(_ leaf: Int) throws {
        guard let edge = edge(of: leaf), let own = weights[leaf] else { return }
        try counter.guardian.check()
        let target = other(edge, leaf)
        for group in weights[target]?.groups ?? [] {
            let lists = lists(edge, from: target, group: group)
            if pattern.edges[edge].isExistence {
                try keepConnected(target, group, lists, own)
            } else if lists.allSatisfy({ own[$0.group].isUniform }) {
                if lists.count == 1, lists[0].isExactlyOne { continue }
                try weights[target]?[group].multiplyDegrees(lists)
            } else {
                let sums = WeightSums(lists, own, count: weights[target]?[group].count ?? 0)
                try weights[target]?[group].multiply(sums.values, bound: sums.bound)
            }
        }
        edges.removeAll { $0 == edge }
        open.remove(leaf)
        weights[leaf] = nil
    }

    /// An edge that only must exist: keeps the nodes that have one.
    private mutating func keepConnected(
        _ target: Int, _ group: Int, _ lists: [CountResolver.List], _ own: NodeWeights
    ) throws {
        let sums = WeightSums(lists, own, count: weights[target]?[group].count ?? 0)
        weights[target]?[group].keep(sums.values.map { $0 > 0 })
    }

    /// The last edge of a tree: added up without keeping the products.
    private mutating func lastEdge() throws -> Int128 {
        guard let leaf = cheapestLeaf(except: nil), let edge = edge(of: leaf),
            let own = weights[leaf], let target = weights[other(edge, leaf)]
        else { throw NotCountable() }
        let node = other(edge, leaf)
        var total: Int128 = 0
        for group in target.groups {
            let lists = lists(edge, from: node, group: group)
            if lists.count == 1, own[lists[0].group].isUniform, !pattern.edges[edge].isExistence {
                total += try target[group].total(
                    timesDegrees: lists[0].csr.offsets, atLeast: 0,
                    longest: lists[0].statistics.maximum)
                continue
            }
            if lists.isEmpty { continue }
            var part = target[group]
            let sums = WeightSums(lists, own, count: part.count)
            if pattern.edges[edge].isExistence {
                part.keep(sums.values.map { $0 > 0 })
            } else {
                try part.multiply(sums.values, bound: sums.bound)
            }
            total += part.total()
        }
        return total
    }

    // MARK: Keys

    /// Replaces a node that each of several others determines by a key they must agree on.
    private mutating func contractKeys() throws {
        for node in open.sorted() {
            guard
                let contraction = KeyContraction(
                    node: node, pattern: pattern, edges: edges, weights: weights, resolver: resolver
                )
            else { continue }
            let result = try contraction.run(&weights)
            keys.append(result.keys)
            edges.removeAll { result.edges.contains($0) }
            open.subtract(result.nodes)
            for gone in result.nodes { weights[gone] = nil }
        }
    }
}

extension CountResolver.List {
    /// Whether every node has exactly one neighbour here.
    var isExactlyOne: Bool {
        statistics.maximum == 1 && statistics.nonEmpty == statistics.lists
    }

    /// Whether no node has more than one neighbour here.
    var isFunctional: Bool { statistics.maximum <= 1 }
}

/// For each node the sum of its neighbours' numbers.
struct WeightSums {
    private(set) var values: [Int]
    private(set) var bound: Double = 0

    init(_ lists: [CountResolver.List], _ weights: NodeWeights, count: Int) {
        values = [Int](repeating: 0, count: count)
        for list in lists {
            let own = weights[list.group]
            bound += Double(list.statistics.maximum) * own.bound
            add(list.csr, own)
        }
    }

    private mutating func add(_ csr: CSR, _ own: GroupWeights) {
        let first = own.start
        values.withUnsafeMutableBufferPointer { sums in
            csr.offsets.withUnsafeBufferPointer { offsets in
                csr.neighbours.withUnsafeBufferPointer { neighbours in
                    guard let numbers = own.values else {
                        for index in sums.indices {
                            sums[index] &+= Int(offsets[index + 1] &- offsets[index])
                        }
                        return
                    }
                    numbers.withUnsafeBufferPointer { numbers in
                        var start = Int(offsets[0])
                        for index in sums.indices {
                            let end = Int(offsets[index + 1])
                            var sum = 0
                            for entry in start..<end {
                                sum &+= numbers[Int(neighbours[entry]) &- first]
                            }
                            sums[index] &+= sum
                            start = end
                        }
                    }
                }
            }
        }
    }
}
