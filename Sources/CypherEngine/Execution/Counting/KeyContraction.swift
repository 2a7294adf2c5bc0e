import GraphModel
import GraphStore

/// Nodes that must have the same key: the node that each of them leads to over relationships of
/// which it has at most one.
struct NodeKeys {
    /// For each node of the pattern the keys of its groups' nodes, `nullPosition` where none.
    var byNode: [Int: [Int: [UInt32]]]
}

/// Takes out a node to which every edge leads from nodes that have no choice (a person's country,
/// over the person's city): what is left is that those nodes agree on it.
struct KeyContraction {
    /// The way from a node to the key: edges in order, and the nodes between.
    private struct Chain {
        var owner: Int
        var edges: [Int]
        /// The nodes passed, the key itself first.
        var passed: [Int]
    }

    private let node: Int
    private let pattern: CountPattern
    private let edges: [Int]
    private let weights: [Int: NodeWeights]
    private let resolver: CountResolver
    private var chains: [Chain] = []

    /// nil where the node is no such key.
    init?(
        node: Int, pattern: CountPattern, edges: [Int], weights: [Int: NodeWeights],
        resolver: CountResolver
    ) {
        self.node = node
        self.pattern = pattern
        self.edges = edges
        self.weights = weights
        self.resolver = resolver
        for edge in incident(node) {
            guard let chain = chain(from: edge) else { return nil }
            chains.append(chain)
        }
        guard chains.count > 1, Set(chains.map(\.owner)).count == chains.count else { return nil }
    }

    private func incident(_ node: Int) -> [Int] {
        edges.filter { pattern.edges[$0].left == node || pattern.edges[$0].right == node }
    }

    private func other(_ edge: Int, _ node: Int) -> Int {
        pattern.edges[edge].left == node ? pattern.edges[edge].right : pattern.edges[edge].left
    }

    private func lists(_ edge: Int, from node: Int, group: Int) -> [CountResolver.List] {
        resolver.lists(
            pattern.edges[edge], fromLeft: pattern.edges[edge].left == node, group: group,
            to: weights[other(edge, node)]?.groups ?? [])
    }

    /// Whether a node has at most one neighbour over an edge.
    private func isFunctional(_ edge: Int, from node: Int) -> Bool {
        guard !pattern.edges[edge].isExistence else { return false }
        return (weights[node]?.groups ?? []).allSatisfy { group in
            let lists = lists(edge, from: node, group: group)
            return lists.count <= 1 && lists.allSatisfy(\.isFunctional)
        }
    }

    private func chain(from edge: Int) -> Chain? {
        let first = other(edge, node)
        guard isFunctional(edge, from: first) else { return nil }
        var chain = Chain(owner: first, edges: [edge], passed: [node])
        while true {
            let around = incident(chain.owner)
            guard around.count == 2,
                let next = around.first(where: { $0 != chain.edges[chain.edges.count - 1] })
            else { return chain }
            let further = other(next, chain.owner)
            guard further != node, !chain.passed.contains(further),
                isFunctional(next, from: further)
            else { return chain }
            chain.passed.append(chain.owner)
            chain.owner = further
            chain.edges.append(next)
        }
    }

    /// The keys, what was taken out, and the numbers folded into those of the key's owners.
    func run(
        _ weights: inout [Int: NodeWeights]
    ) throws -> (keys: NodeKeys, edges: Set<Int>, nodes: Set<Int>) {
        var keys = NodeKeys(byNode: [:])
        for (position, chain) in chains.enumerated() {
            for group in weights[chain.owner]?.groups ?? [] {
                let (targets, numbers) = follow(
                    chain, from: group, countsKey: position == 0, weights)
                keys.byNode[chain.owner, default: [:]][group] = targets
                if let numbers {
                    try weights[chain.owner]?[group].multiply(
                        numbers.values, bound: numbers.bound)
                }
            }
        }
        return (keys, Set(chains.flatMap(\.edges)), Set(chains.flatMap(\.passed)))
    }

    /// Where each node of a group ends up, and what the nodes on the way count.
    private func follow(
        _ chain: Chain, from group: Int, countsKey: Bool, _ weights: [Int: NodeWeights]
    ) -> (targets: [UInt32], numbers: (values: [Int], bound: Double)?) {
        let range = resolver.base.groups[group].range
        var targets = Array(range)
        var numbers: (values: [Int], bound: Double)?
        var node = chain.owner
        for edge in chain.edges.reversed() {
            let next = other(edge, node)
            step(&targets, over: edge, from: node, weights)
            let counts = next != self.node || countsKey
            if counts, let own = weights[next],
                !own.groups.allSatisfy({ own[$0].isUniform })
            {
                multiply(&numbers, targets, own)
            }
            node = next
        }
        return (targets, numbers)
    }

    /// Moves every position over one functional edge.
    private func step(
        _ targets: inout [UInt32], over edge: Int, from node: Int, _ weights: [Int: NodeWeights]
    ) {
        var lists: [(range: Range<UInt32>, csr: CSR)] = []
        for group in weights[node]?.groups ?? [] {
            for list in self.lists(edge, from: node, group: group) {
                lists.append((resolver.base.groups[group].range, list.csr))
            }
        }
        for index in targets.indices where targets[index] != nullPosition {
            let position = targets[index]
            targets[index] = nullPosition
            for (range, csr) in lists where range.contains(position) {
                let entries = csr.range(of: position)
                if !entries.isEmpty { targets[index] = csr.neighbours[entries.lowerBound] }
            }
        }
    }

    private func multiply(
        _ numbers: inout (values: [Int], bound: Double)?, _ targets: [UInt32], _ own: NodeWeights
    ) {
        var values = numbers?.values ?? Array(repeating: 1, count: targets.count)
        var bound = 1.0
        for group in own.groups {
            let range = resolver.base.groups[group].range
            bound = max(bound, own[group].bound)
            guard let factors = own[group].values else { continue }
            for index in targets.indices where range.contains(targets[index]) {
                values[index] &*= factors[Int(targets[index] - range.lowerBound)]
            }
        }
        numbers = (values, (numbers?.bound ?? 1) * bound)
    }
}
