import CypherSyntax
import GraphModel
import GraphStore

/// Shrinks one connected pattern, leaf by leaf.
struct Elimination {
    private let compiler: CountCompiler
    private let pattern: CountPattern
    private var open: Set<Int>
    /// Edges that are left, as indices into the pattern's.
    private var edges: [Int]
    /// What each node counts, for each group whose nodes may stand for it.
    private(set) var products: [Int: [NodeProduct]] = [:]
    /// What nodes eliminated together demand of others: the same key.
    private var keys: [NodeKeys] = []

    private var resolver: CountResolver { compiler.resolver }

    init(_ pattern: CountPattern, nodes: [Int], compiler: CountCompiler) throws {
        self.compiler = compiler
        self.pattern = pattern
        open = Set(nodes)
        edges = pattern.edges.indices.filter { nodes.contains(pattern.edges[$0].left) }
        for index in nodes { products[index] = try initialProducts(index) }
        for branch in pattern.branches where open.contains(branch.root) { try apply(branch) }
        // A relationship from a node to itself is not a list to add up.
        if edges.contains(where: { pattern.edges[$0].left == pattern.edges[$0].right }) {
            throw NotCountable()
        }
    }

    /// How the number of matches comes about.
    mutating func finish() throws -> CountFinish {
        if edges.count == open.count - 1 {
            let root = TreeCosts(self).cheapestRoot()
            return .total(try products(rootedAt: root))
        }
        while let leaf = leaf(except: nil) { try eliminate(leaf) }
        try contractKeys()
        while edges.count > 1, keys.isEmpty, let leaf = leaf(except: nil) { try eliminate(leaf) }
        let core = Core(
            pattern: pattern, nodes: open.sorted(), edges: edges, products: products, keys: keys)
        if let triangles = TriangleProgram(core, compiler: compiler) {
            return .triangles(triangles)
        }
        return .core(try CoreProgram(core, compiler: compiler))
    }

    /// For each node that may be the root, how often the rest of the pattern matches.
    mutating func products(rootedAt root: Int) throws -> [NodeProduct] {
        while !edges.isEmpty {
            guard let leaf = leaf(except: root) else { throw NotCountable() }
            try eliminate(leaf)
        }
        return products[root] ?? []
    }

    // MARK: What a node counts by itself

    private func initialProducts(_ index: Int) throws -> [NodeProduct] {
        guard let node = pattern.nodes[index] else { throw NotCountable() }
        return resolver.groups(of: node).map { group in
            var product = NodeProduct(group: group)
            if !resolver.haveAll(node.labels, group: group) {
                product.factors.append(CountFactor(source: .labels(node.labels)))
            }
            for (variable, condition) in node.predicates {
                product.factors.append(CountFactor(source: .condition(condition, variable)))
            }
            return product
        }
    }

    /// Multiplies the root's numbers with what a branch makes of them.
    private mutating func apply(_ branch: CountPattern.Branch) throws {
        let inner = try compiler.products(of: branch)
        var kept: [NodeProduct] = []
        for outer in products[branch.root] ?? [] {
            let matches = inner.first { $0.group == outer.group }
            if let product = try multiplied(outer, matches, branch.kind) { kept.append(product) }
        }
        products[branch.root] = kept
    }

    /// nil where nothing is left.
    private func multiplied(
        _ outer: NodeProduct, _ matches: NodeProduct?, _ kind: CountPattern.Branch.Kind
    ) throws -> NodeProduct? {
        guard let matches else { return kind == .optional || kind == .absent ? outer : nil }
        if matches.isUniform { return kind == .absent ? nil : outer }
        var product = outer
        let transform: CountFactor.Transform
        switch kind {
        case .counted:
            product.factors += matches.factors
            product.bound *= matches.bound
            product.widest = max(product.widest, matches.widest, product.bound)
            guard product.widest < 0x1p62 else { throw NotCountable() }
            return product
        case .optional: transform = .atLeastOne
        case .exists: transform = .isPositive
        case .absent: transform = .isZero
        }
        var factor: CountFactor
        if matches.factors.count == 1, matches.factors[0].transform == .identity {
            factor = matches.factors[0]
        } else {
            guard let slot = compiler.slot(matches) else { return outer }
            factor = CountFactor(source: .stored(slot))
        }
        factor.transform = transform
        try product.multiply(
            factor, largest: kind == .optional ? matches.bound : 1, widest: matches.widest)
        return product
    }

    // MARK: Leaves

    private func edge(of node: Int) -> Int? {
        edges.first { pattern.edges[$0].left == node || pattern.edges[$0].right == node }
    }

    private func other(_ edge: Int, _ node: Int) -> Int {
        pattern.edges[edge].left == node ? pattern.edges[edge].right : pattern.edges[edge].left
    }

    private func leaf(except root: Int?) -> Int? {
        open.filter { node in
            node != root
                && edges.count {
                    pattern.edges[$0].left == node || pattern.edges[$0].right == node
                } == 1
        }.min()
    }

    private mutating func eliminate(_ leaf: Int) throws {
        guard let edge = edge(of: leaf) else { throw NotCountable() }
        let target = other(edge, leaf)
        products[target] = try folded(leaf, into: target, over: edge)
        edges.removeAll { $0 == edge }
        open.remove(leaf)
        products[leaf] = nil
    }

    /// What the nodes at one end of an edge count, the other end a factor of it.
    private func folded(_ leaf: Int, into target: Int, over edge: Int) throws -> [NodeProduct] {
        let own = products[leaf] ?? []
        var slots: [Int: Int] = [:]
        var folded: [NodeProduct] = []
        for product in products[target] ?? [] {
            let lists = resolver.lists(
                pattern.edges[edge], fromLeft: pattern.edges[edge].left == target,
                group: product.group, to: own.map(\.group))
            if lists.isEmpty { continue }
            for list in lists where slots[list.group] == nil && !isUniform(leaf, over: list) {
                slots[list.group] = own.first { $0.group == list.group }.flatMap(compiler.slot)
            }
            folded.append(try multiplied(product, lists, own, slots, edge))
        }
        return folded
    }

    private func multiplied(
        _ product: NodeProduct, _ lists: [CountResolver.List], _ own: [NodeProduct],
        _ slots: [Int: Int], _ edge: Int
    ) throws -> NodeProduct {
        if lists.count == 1, lists[0].shape == .exactlyOne, slots[lists[0].group] == nil {
            return product
        }
        // Over parallel relationships each neighbour would have to be found once.
        if pattern.edges[edge].isExistence { throw NotCountable() }
        let largest = lists.reduce(0.0) { sum, list in
            let bound = own.first { $0.group == list.group }?.bound ?? 1
            return sum + Double(list.statistics.maximum) * bound
        }
        let sums = lists.map { list in
            NeighbourSum(
                list: resolver.reference(list), shape: list.shape, slot: slots[list.group])
        }
        var result = product
        try result.multiply(
            CountFactor(source: .neighbours(sums)), largest: largest, widest: largest)
        return result
    }

    // MARK: Keys

    /// Replaces a node that each of several others determines by a key they must agree on.
    private mutating func contractKeys() throws {
        for node in open.sorted() {
            guard
                let contraction = KeyContraction(
                    node: node, pattern: pattern, edges: edges, products: products,
                    resolver: resolver)
            else { continue }
            keys.append(contraction.keys(compiler))
            for (position, chain) in contraction.chains.enumerated() {
                try fold(chain, countsKey: position == 0, key: node)
            }
            edges.removeAll { contraction.edges.contains($0) }
            open.subtract(contraction.passed)
            for gone in contraction.passed { products[gone] = nil }
        }
    }

    /// What the nodes on the way to a key count is a factor of its owner's number. That there is
    /// a way at all shows in the key.
    private mutating func fold(
        _ chain: KeyContraction.Chain, countsKey: Bool, key: Int
    ) throws {
        let keyProducts = products[key]
        if !countsKey {
            products[key] = keyProducts?.map { NodeProduct(group: $0.group) }
        }
        let nodes = chain.passed + [chain.owner]
        for (position, edge) in chain.edges.enumerated()
        where products[nodes[position]]?.contains(where: { !$0.isUniform }) == true {
            products[nodes[position + 1]] = try folded(
                nodes[position], into: nodes[position + 1], over: edge)
        }
        products[key] = keyProducts
    }
}

// What the choice of a root looks at.
extension Elimination {
    /// The edges of a node, each with the node at its other end.
    func links(of node: Int) -> [(edge: Int, other: Int)] {
        edges.filter { pattern.edges[$0].left == node || pattern.edges[$0].right == node }
            .map { ($0, other($0, node)) }
    }

    /// The lists from a node over an edge.
    func lists(_ edge: Int, from node: Int) -> [[CountResolver.List]] {
        (products[node] ?? []).map { product in
            resolver.lists(
                pattern.edges[edge], fromLeft: pattern.edges[edge].left == node,
                group: product.group, to: (products[other(edge, node)] ?? []).map(\.group))
        }
    }

    /// How many nodes may stand for one of the pattern.
    func size(_ node: Int) -> Double {
        (products[node] ?? []).reduce(0) {
            $0 + Double(resolver.base.groups[$1.group].range.count)
        }
    }

    func isUniform(_ node: Int) -> Bool { (products[node] ?? []).allSatisfy(\.isUniform) }

    /// Whether the nodes that a list leads to count once each. Labels that only some nodes of
    /// their group have need not be looked at where the list leads to no others.
    func isUniform(_ node: Int, over list: CountResolver.List) -> Bool {
        guard let product = products[node]?.first(where: { $0.group == list.group }) else {
            return true
        }
        return product.factors.allSatisfy { factor in
            guard case .labels(let labels) = factor.source, factor.transform == .identity else {
                return false
            }
            return compiler.leadsOnlyTo(labels, list)
        }
    }

    /// The nodes that are left.
    var nodes: [Int] { open.sorted() }
}

/// About how many steps it takes to shrink a tree to each of its nodes.
private struct TreeCosts {
    private let tree: Elimination

    init(_ tree: Elimination) {
        self.tree = tree
    }

    func cheapestRoot() -> Int {
        let costs = tree.nodes.map { (node: $0, cost: cost($0, from: nil)) }
        return costs.min { ($0.cost.steps, $0.node) < ($1.cost.steps, $1.node) }?.node ?? 0
    }

    /// What it takes to work out a node's numbers, and whether nothing but the node itself decides.
    private func cost(_ node: Int, from parent: Int?) -> (steps: Double, isPlain: Bool) {
        let size = tree.size(node)
        var steps = 0.0
        var isLeaf = true
        for link in tree.links(of: node) where link.other != parent {
            let child = cost(link.other, from: node)
            let lists = tree.lists(link.edge, from: node)
            let isPlain =
                child.isPlain && lists.joined().allSatisfy { tree.isUniform(link.other, over: $0) }
            if isPlain, lists.allSatisfy({ $0.count == 1 && $0[0].shape == .exactlyOne }) {
                continue
            }
            isLeaf = false
            if isPlain {
                steps += size
                continue
            }
            steps += child.steps + tree.size(link.other)
            for list in lists.joined() {
                // Looking up a neighbour's number is dearer than reading on; a list of unknown
                // length costs a misjudged branch.
                steps +=
                    list.shape == .any
                    ? 4 * Double(list.statistics.lists) + 2 * Double(list.statistics.entries)
                    : 2 * Double(list.statistics.lists)
            }
        }
        return (steps, isLeaf)
    }
}
