import CypherSyntax
import GraphModel
import GraphStore

/// Works out how the matches of a pattern are counted without making them.
///
/// A node that hangs on one edge is eliminated: it becomes a factor of its neighbour's number.
/// Leaf after leaf, a tree shrinks to one node whose numbers are added up. What is left of a
/// cyclic pattern is walked, with the numbers riding along.
final class CountCompiler {
    let resolver: CountResolver
    private var steps: [CountStep] = []
    private var slotCount = 0
    private var keys: [KeyChain: Int] = [:]
    private var keyCount = 0
    private var certain: [String: Bool] = [:]

    private init(_ base: BaseGraph) {
        resolver = CountResolver(base: base)
    }

    /// The program for one graph.
    ///
    /// - Throws: `NotCountable` where the rows must be made to count them.
    static func compile(_ pattern: CountPattern, base: BaseGraph) throws -> CountProgram {
        let compiler = CountCompiler(base)
        var terms: [CountProgram.Term] = []
        for term in try CountTerms(pattern, resolver: compiler.resolver).terms {
            var parts: [CountProgram.Part] = []
            for nodes in term.pattern.components {
                parts.append(try compiler.part(term.pattern, nodes))
            }
            terms.append(CountProgram.Term(sign: term.sign, parts: parts))
        }
        return CountProgram(
            terms: terms, slotCount: compiler.slotCount, keyCount: compiler.keyCount)
    }

    private func part(_ pattern: CountPattern, _ nodes: [Int]) throws -> CountProgram.Part {
        steps = []
        keys = [:]
        var elimination = try Elimination(pattern, nodes: nodes, compiler: self)
        let finish = try elimination.finish()
        return CountProgram.Part(steps: steps, finish: finish)
    }

    /// For the nodes of the root's groups, how often a branch matches.
    func products(of branch: CountPattern.Branch) throws -> [NodeProduct] {
        let terms = try CountTerms(branch.pattern, resolver: resolver).terms
        guard terms.count <= 1, branch.pattern.inequalities.isEmpty,
            branch.pattern.absences.isEmpty
        else { throw NotCountable() }
        if terms.isEmpty { return [] }
        var pattern = branch.pattern
        pattern.distinctEdges = []
        var elimination = try Elimination(pattern, nodes: pattern.liveNodes, compiler: self)
        return try elimination.products(rootedAt: branch.innerRoot)
    }

    /// Where a run keeps the numbers of a group's nodes; nil where each counts once.
    func slot(_ product: NodeProduct) -> Int? {
        if product.isUniform { return nil }
        if product.factors.count == 1, case .stored(let slot) = product.factors[0].source,
            product.factors[0].transform == .identity
        {
            return slot
        }
        steps.append(.store(product, slot: slotCount))
        slotCount += 1
        return slotCount - 1
    }

    /// Whether a list leads to no node without the labels.
    func leadsOnlyTo(_ labels: [LabelExpression], _ list: CountResolver.List) -> Bool {
        let reference = resolver.reference(list)
        let key = "\(reference.segment) \(reference.side) \(labels.map(\.text))"
        if let known = certain[key] { return known }
        let isCertain = resolver.leadsOnlyTo(labels, list)
        certain[key] = isCertain
        return isCertain
    }

    /// Where a run keeps the keys that a chain leads to.
    func key(_ chain: KeyChain) -> Int {
        if let known = keys[chain] { return known }
        keys[chain] = keyCount
        steps.append(.follow(chain, key: keyCount))
        keyCount += 1
        return keyCount - 1
    }
}

extension CountPattern {
    /// The parts that hang together.
    fileprivate var components: [[Int]] {
        var open = Set(liveNodes)
        var found: [[Int]] = []
        while let start = open.min() {
            var part: Set<Int> = [start]
            var grows = true
            while grows {
                grows = false
                for edge in edges where part.contains(edge.left) != part.contains(edge.right) {
                    part.formUnion([edge.left, edge.right])
                    grows = true
                }
            }
            open.subtract(part)
            found.append(part.sorted())
        }
        return found
    }
}
