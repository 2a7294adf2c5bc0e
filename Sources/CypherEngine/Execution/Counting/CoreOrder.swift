import GraphModel
import GraphStore

/// Chooses the order in which the nodes of a core are bound.
struct CoreOrder {
    private let core: Core
    private let resolver: CountResolver

    init(_ core: Core, resolver: CountResolver) {
        self.core = core
        self.resolver = resolver
    }

    /// The order with the fewest candidates, each node going on to that with the fewest neighbours.
    func best() throws -> [Int] {
        var best: (cost: Double, order: [Int])?
        for start in core.nodes {
            let (cost, order) = estimate(from: start)
            if order.count == core.nodes.count, cost < best?.cost ?? .infinity {
                best = (cost, order)
            }
        }
        guard let order = best?.order else { throw NotCountable() }
        return order
    }

    private func estimate(from start: Int) -> (cost: Double, order: [Int]) {
        var order = [start]
        var rows = size(start)
        var cost = rows
        while order.count < core.nodes.count {
            var best: (factor: Double, node: Int)?
            for edge in core.edges.map({ core.pattern.edges[$0] }) where !edge.isExistence {
                for (from, to) in [(edge.left, edge.right), (edge.right, edge.left)]
                where order.contains(from) && !order.contains(to) {
                    let factor = averageDegree(edge, from: from, to: to)
                    if factor < best?.factor ?? .infinity { best = (factor, to) }
                }
            }
            guard let best else { break }
            order.append(best.node)
            rows *= max(best.factor, 0.1)
            cost += rows
        }
        return (cost, order)
    }

    private func size(_ node: Int) -> Double {
        guard let weights = core.weights[node] else { return 0 }
        return weights.groups.reduce(0) { $0 + Double(weights[$1].count) }
    }

    private func averageDegree(_ edge: CountPattern.Edge, from: Int, to: Int) -> Double {
        guard let source = core.weights[from], let target = core.weights[to] else { return 0 }
        var entries = 0.0
        for group in source.groups {
            let lists = resolver.lists(
                edge, fromLeft: edge.left == from, group: group, to: target.groups)
            entries += lists.reduce(0) { $0 + Double($1.statistics.entries) }
        }
        return entries / max(size(from), 1)
    }
}
