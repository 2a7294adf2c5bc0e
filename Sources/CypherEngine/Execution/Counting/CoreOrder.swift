import GraphModel
import GraphStore

/// What elimination leaves of a cyclic pattern.
struct Core {
    let pattern: CountPattern
    let nodes: [Int]
    let edges: [Int]
    let products: [Int: [NodeProduct]]
    let keys: [NodeKeys]
}

/// Chooses the order in which the nodes of a core are bound.
struct CoreOrder {
    /// A core of more nodes is ordered greedily from each start.
    private static let exhaustiveLimit = 7

    private let core: Core
    private let resolver: CountResolver
    private let averages: Averages
    private var best: (cost: Double, order: [Int])?

    init(_ core: Core, resolver: CountResolver) {
        self.core = core
        self.resolver = resolver
        averages = Averages(core, resolver)
    }

    /// The order with the least work.
    mutating func cheapest() throws -> [Int] {
        for start in core.nodes { extend([start], rows: size(start), cost: size(start)) }
        guard let order = best?.order else { throw NotCountable() }
        return order
    }

    /// How many candidates each step of an order is expected to look at.
    func candidates(_ order: [Int]) -> [Double] {
        guard let start = order.first else { return [] }
        var rows = size(start)
        var candidates = [rows]
        for depth in order.indices.dropFirst() {
            let step = step(to: order[depth], after: Array(order[..<depth]), rows: rows)
            candidates.append(step?.candidates ?? 0)
            rows = step?.rows ?? 0
        }
        return candidates
    }

    private mutating func extend(_ order: [Int], rows: Double, cost: Double) {
        if let best, cost >= best.cost { return }
        if order.count == core.nodes.count {
            best = (cost, order)
            return
        }
        var choices = core.nodes.filter { !order.contains($0) }.compactMap { node in
            step(to: node, after: order, rows: rows).map { (node: node, step: $0) }
        }
        choices.sort { ($0.step.cost, $0.step.rows) < ($1.step.cost, $1.step.rows) }
        if core.nodes.count > Self.exhaustiveLimit { choices = Array(choices.prefix(1)) }
        for choice in choices {
            extend(
                order + [choice.node], rows: choice.step.rows, cost: cost + choice.step.cost)
        }
    }

    /// What binding a node costs, how many candidates it looks at and how many rows there are then;
    /// nil where nothing leads to it.
    private func step(
        to node: Int, after order: [Int], rows: Double
    ) -> (candidates: Double, rows: Double, cost: Double)? {
        var degrees: [Double] = []
        var existing: [Double] = []
        for index in core.edges {
            let edge = core.pattern.edges[index]
            guard edge.left == node || edge.right == node else { continue }
            let from = edge.left == node ? edge.right : edge.left
            guard order.contains(from) else { continue }
            let degree = averages[index, from]
            if edge.isExistence { existing.append(degree) } else { degrees.append(degree) }
        }
        degrees.sort()
        guard let first = degrees.first else { return nil }
        let checks = Array(degrees.dropFirst()) + existing
        let candidates = rows * first
        let share = checks.reduce(1.0) { $0 * min($1 / max(size(node), 1), 1) }
        let isLast = order.count + 1 == core.nodes.count
        // Two lists walked side by side, or each candidate looked up.
        let looking = candidates * checks.reduce(0) { $0 + 2 + max($1, 1).logarithm }
        let walking = isLast && checks.count == 1 ? rows * (2 + first + checks[0]) : .infinity
        return (candidates, candidates * share, rows + candidates + min(looking, walking))
    }

    private func size(_ node: Int) -> Double { averages.sizes[node] ?? 0 }
}

/// How many neighbours nodes have on average.
private struct Averages {
    private(set) var sizes: [Int: Double] = [:]
    private var degrees: [Int: [Int: Double]] = [:]

    init(_ core: Core, _ resolver: CountResolver) {
        for node in core.nodes {
            sizes[node] = (core.products[node] ?? []).reduce(0) {
                $0 + Double(resolver.base.groups[$1.group].range.count)
            }
        }
        for index in core.edges {
            let edge = core.pattern.edges[index]
            for (from, to) in [(edge.left, edge.right), (edge.right, edge.left)] {
                var entries = 0.0
                for source in core.products[from] ?? [] {
                    let lists = resolver.lists(
                        edge, fromLeft: edge.left == from, group: source.group,
                        to: (core.products[to] ?? []).map(\.group))
                    entries += lists.reduce(0) { $0 + Double($1.statistics.entries) }
                }
                degrees[index, default: [:]][from] = entries / max(sizes[from] ?? 1, 1)
            }
        }
    }

    subscript(edge: Int, from: Int) -> Double { degrees[edge]?[from] ?? 0 }
}

extension Double {
    /// The logarithm to base two, by the exponent: near enough for costs.
    fileprivate var logarithm: Double { self > 0 ? Double(exponent) : 0 }
}
