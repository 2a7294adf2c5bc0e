import GraphModel
import GraphStore

/// Nodes that must have the same key: the node that each of them leads to over relationships of
/// which it has at most one.
struct NodeKeys {
    /// For each node of the pattern where its groups' keys are.
    var byNode: [Int: [Int: Int]]
}

/// Takes out a node to which every edge leads from nodes that have no choice (a person's country,
/// over the person's city): what is left is that those nodes agree on it.
struct KeyContraction {
    /// The way from a node to the key: edges in order, and the nodes between.
    struct Chain {
        var owner: Int
        var edges: [Int]
        /// The nodes passed, the key itself first.
        var passed: [Int]
    }

    private let node: Int
    private let pattern: CountPattern
    private let allEdges: [Int]
    private let products: [Int: [NodeProduct]]
    private let resolver: CountResolver
    private(set) var chains: [Chain] = []

    /// nil where the node is no such key.
    init?(
        node: Int, pattern: CountPattern, edges: [Int], products: [Int: [NodeProduct]],
        resolver: CountResolver
    ) {
        self.node = node
        self.pattern = pattern
        allEdges = edges
        self.products = products
        self.resolver = resolver
        for edge in incident(node) {
            guard let chain = chain(from: edge) else { return nil }
            chains.append(chain)
        }
        guard chains.count > 1, Set(chains.map(\.owner)).count == chains.count else { return nil }
    }

    /// The edges that go with the key.
    var edges: Set<Int> { Set(chains.flatMap(\.edges)) }

    /// The nodes that go with the key, itself among them.
    var passed: Set<Int> { Set(chains.flatMap(\.passed)) }

    /// Where the keys of the owners' nodes are to be found.
    func keys(_ compiler: CountCompiler) -> NodeKeys {
        var keys = NodeKeys(byNode: [:])
        for chain in chains {
            for product in products[chain.owner] ?? [] {
                let way = KeyChain(group: product.group, steps: steps(chain))
                keys.byNode[chain.owner, default: [:]][product.group] = compiler.key(way)
            }
        }
        return keys
    }

    private func steps(_ chain: Chain) -> [[KeyChain.Step]] {
        var node = chain.owner
        return chain.edges.reversed().map { edge in
            defer { node = other(edge, node) }
            return (products[node] ?? []).flatMap { product in
                lists(edge, from: node, group: product.group).map {
                    KeyChain.Step(group: product.group, list: resolver.reference($0))
                }
            }
        }
    }

    private func incident(_ node: Int) -> [Int] {
        allEdges.filter { pattern.edges[$0].left == node || pattern.edges[$0].right == node }
    }

    private func other(_ edge: Int, _ node: Int) -> Int {
        pattern.edges[edge].left == node ? pattern.edges[edge].right : pattern.edges[edge].left
    }

    private func lists(_ edge: Int, from node: Int, group: Int) -> [CountResolver.List] {
        resolver.lists(
            pattern.edges[edge], fromLeft: pattern.edges[edge].left == node, group: group,
            to: (products[other(edge, node)] ?? []).map(\.group))
    }

    /// Whether a node has at most one neighbour over an edge.
    private func isFunctional(_ edge: Int, from node: Int) -> Bool {
        guard !pattern.edges[edge].isExistence else { return false }
        return (products[node] ?? []).allSatisfy { product in
            let lists = lists(edge, from: node, group: product.group)
            return lists.count <= 1 && lists.allSatisfy { $0.shape != .any }
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
}
