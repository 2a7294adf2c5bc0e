import GraphModel
import GraphStore

/// Counts the matches of a cyclic pattern: node after node, each from the lists of those before.
final class CoreCounter {
    /// How a node is reached from one bound before it.
    private struct Link {
        let from: Int
        let isExistence: Bool
        /// For each group of the node it comes from, by index into the graph's groups.
        let lists: [[CountResolver.List]]
        /// For quick tests, where the lists are dense enough.
        var matrix: AdjacencyMatrix?
    }

    private struct Level {
        let node: Int
        var driver: Link?
        var checks: [Link]
        /// Keys that must agree with those of a node bound before.
        var keys: [(from: Int, own: [[UInt32]], other: [[UInt32]])]
    }

    private let core: Core
    private let resolver: CountResolver
    private let guardian: QueryGuard
    private var levels: [Level] = []
    /// Where the nodes bound so far are, and their groups, by level.
    private var positions: [UInt32]
    private var groups: [Int]
    private var numbers: [[[Int]?]] = []
    private let starts: [UInt32]

    init(_ core: Core, resolver: CountResolver, guardian: QueryGuard) throws {
        self.core = core
        self.resolver = resolver
        self.guardian = guardian
        positions = Array(repeating: 0, count: core.nodes.count)
        groups = Array(repeating: 0, count: core.nodes.count)
        starts = resolver.base.groups.map(\.range.lowerBound)
        try arrange()
    }

    // MARK: The order of nodes

    private func arrange() throws {
        var best: (cost: Double, order: [Int])?
        for start in core.nodes {
            let (cost, order) = estimate(from: start)
            if order.count == core.nodes.count, cost < best?.cost ?? .infinity {
                best = (cost, order)
            }
        }
        guard let order = best?.order else { throw NotCountable() }
        for (depth, node) in order.enumerated() { levels.append(try level(node, depth, order)) }
        for level in levels {
            guard let weights = core.weights[level.node] else { throw NotCountable() }
            var byGroup: [[Int]?] = Array(repeating: nil, count: resolver.base.groups.count)
            for group in weights.groups { byGroup[group] = weights[group].values }
            numbers.append(byGroup)
        }
        let bound = core.weights.values.reduce(1.0) { product, weights in
            product * (weights.groups.map { weights[$0].bound }.max() ?? 1)
        }
        guard bound < 0x1p40 else { throw NotCountable() }
    }

    /// Goes on to the node with the fewest candidates each time.
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

    private func level(_ node: Int, _ depth: Int, _ order: [Int]) throws -> Level {
        var links: [Link] = []
        for edge in core.edges.map({ core.pattern.edges[$0] }) {
            guard edge.left == node || edge.right == node else { continue }
            let other = edge.left == node ? edge.right : edge.left
            guard let from = order.prefix(depth).firstIndex(of: other) else { continue }
            links.append(try link(edge, from: from, other: other, to: node))
        }
        let driver = links.firstIndex { !$0.isExistence }
        if depth > 0, driver == nil { throw NotCountable() }
        var level = Level(node: node, driver: driver.map { links[$0] }, checks: [], keys: [])
        for (index, link) in links.enumerated() where index != driver {
            var link = link
            link.matrix = AdjacencyMatrix(link.lists, resolver.base)
            level.checks.append(link)
        }
        for keys in core.keys {
            guard let own = keys.byNode[node],
                let from = order.prefix(depth).firstIndex(where: { keys.byNode[$0] != nil }),
                let other = keys.byNode[order[from]]
            else { continue }
            level.keys.append((from, spread(own), spread(other)))
        }
        return level
    }

    private func spread(_ keys: [Int: [UInt32]]) -> [[UInt32]] {
        resolver.base.groups.indices.map { keys[$0] ?? [] }
    }

    private func link(
        _ edge: CountPattern.Edge, from: Int, other: Int, to: Int
    ) throws -> Link {
        let targets = core.weights[to]?.groups ?? []
        let sources = core.weights[other]?.groups ?? []
        let lists = resolver.base.groups.indices.map { group in
            sources.contains(group)
                ? resolver.lists(edge, fromLeft: edge.left == other, group: group, to: targets)
                : []
        }
        // Several lists to one group would have to be seen as one to tell existence from number.
        if edge.isExistence, lists.contains(where: { Set($0.map(\.group)).count < $0.count }) {
            throw NotCountable()
        }
        return Link(from: from, isExistence: edge.isExistence, lists: lists, matrix: nil)
    }

    // MARK: Walking

    /// The number of matches.
    func count() throws -> Int128 {
        var total: Int128 = 0
        guard let weights = core.weights[levels[0].node] else { return 0 }
        for group in weights.groups {
            groups[0] = group
            let own = numbers[0][group]
            for node in resolver.base.groups[group].range {
                let number = own.map { $0[Int(node - starts[group])] } ?? 1
                if number == 0 { continue }
                positions[0] = node
                try guardian.step()
                total += Int128(number) * Int128(try descend(1))
            }
        }
        return total
    }

    /// The matches of the nodes from this level on.
    private func descend(_ depth: Int) throws -> Int {
        guard depth < levels.count else { return 1 }
        guard let driver = levels[depth].driver else { return 0 }
        let source = driver.from
        var sum = 0
        for list in driver.lists[groups[source]] {
            let entries = list.csr.range(of: positions[source])
            if entries.isEmpty { continue }
            if entries.count > 1, let check = mergeable(depth) {
                sum &+= try intersect(depth, list, entries, check)
                continue
            }
            groups[depth] = list.group
            let own = numbers[depth][list.group]
            try guardian.step(entries.count)
            for entry in entries {
                let node = list.csr.neighbours[entry]
                var number = own.map { $0[Int(node &- starts[list.group])] } ?? 1
                if number == 0 { continue }
                number = number &* passing(depth, node, list.group)
                if number == 0 { continue }
                positions[depth] = node
                sum &+= number &* (try descend(depth + 1))
            }
        }
        return sum
    }

    /// How often a candidate passes the checks of its level; 0 where it does not.
    @inline(__always)
    private func passing(_ depth: Int, _ node: UInt32, _ group: Int) -> Int {
        for key in levels[depth].keys {
            let own = key.own[group][Int(node &- starts[group])]
            let from = groups[key.from]
            let other = key.other[from][Int(positions[key.from] &- starts[from])]
            if own != other || own == nullPosition { return 0 }
        }
        var number = 1
        for index in levels[depth].checks.indices {
            let found = occurrences(depth, index, node, group)
            if found == 0 { return 0 }
            number &*= levels[depth].checks[index].isExistence ? 1 : found
        }
        return number
    }

    @inline(__always)
    private func occurrences(_ depth: Int, _ index: Int, _ node: UInt32, _ group: Int) -> Int {
        let source = levels[depth].checks[index].from
        if let matrix = levels[depth].checks[index].matrix {
            return matrix.contains(positions[source], node) ? 1 : 0
        }
        var found = 0
        for list in levels[depth].checks[index].lists[groups[source]] where list.group == group {
            found &+= occurrencesInList(list.csr, of: node, from: positions[source])
        }
        return found
    }

    private func occurrencesInList(_ csr: CSR, of node: UInt32, from source: UInt32) -> Int {
        let entries = csr.range(of: source)
        var low = entries.lowerBound
        var high = entries.upperBound
        while low < high {
            let middle = (low &+ high) >> 1
            if csr.neighbours[middle] < node { low = middle &+ 1 } else { high = middle }
        }
        var found = 0
        while low < entries.upperBound, csr.neighbours[low] == node {
            found &+= 1
            low &+= 1
        }
        return found
    }

    /// The one check of the last level, where two sorted lists can be walked side by side.
    private func mergeable(_ depth: Int) -> Int? {
        guard depth == levels.count - 1, levels[depth].checks.count == 1,
            levels[depth].keys.isEmpty, levels[depth].checks[0].matrix == nil
        else { return nil }
        return 0
    }

    /// The numbers of the nodes in both lists, times how often they stand there.
    private func intersect(
        _ depth: Int, _ list: CountResolver.List, _ entries: Range<Int>, _ check: Int
    ) throws -> Int {
        let link = levels[depth].checks[check]
        let own = numbers[depth][list.group]
        var sum = 0
        for other in link.lists[groups[link.from]] where other.group == list.group {
            let others = other.csr.range(of: positions[link.from])
            try guardian.step(entries.count &+ others.count)
            var a = entries.lowerBound
            var b = others.lowerBound
            while a < entries.upperBound, b < others.upperBound {
                let left = list.csr.neighbours[a]
                let right = other.csr.neighbours[b]
                if left < right {
                    a &+= 1
                } else if right < left {
                    b &+= 1
                } else {
                    var here = 0
                    while a < entries.upperBound, list.csr.neighbours[a] == left {
                        here &+= 1
                        a &+= 1
                    }
                    var there = 0
                    while b < others.upperBound, other.csr.neighbours[b] == left {
                        there &+= 1
                        b &+= 1
                    }
                    let number = own.map { $0[Int(left &- starts[list.group])] } ?? 1
                    sum &+= number &* here &* (link.isExistence ? 1 : there)
                }
            }
        }
        return sum
    }
}

/// A bit for each pair of nodes of two groups: whether they are neighbours.
struct AdjacencyMatrix {
    private static let limit = 1 << 25
    private let bits: [UInt64]
    private let firstRow: UInt32
    private let firstColumn: UInt32
    private let words: Int

    /// nil where there is more than one list, where numbers matter, or where it would be large.
    init?(_ lists: [[CountResolver.List]], _ base: BaseGraph) {
        let all = lists.flatMap { $0 }
        guard all.count == 1, let list = all.first, !list.segment.hasParallel,
            list.segment.sourceGroup != list.segment.targetGroup || !list.hasBoth
        else { return nil }
        let rows = list.csr.offsets.count - 1
        let columns = base.groups[list.group].range
        words = (columns.count + 63) / 64
        let (size, overflow) = (rows * words).multipliedReportingOverflow(by: 64)
        guard !overflow, size <= AdjacencyMatrix.limit, size <= list.csr.neighbours.count * 256
        else { return nil }
        firstRow = list.csr.firstNode
        firstColumn = columns.lowerBound
        var bits = [UInt64](repeating: 0, count: rows * words)
        for row in 0..<rows {
            for entry in Int(list.csr.offsets[row])..<Int(list.csr.offsets[row + 1]) {
                let column = Int(list.csr.neighbours[entry] &- firstColumn)
                bits[row &* words &+ column >> 6] |= 1 << UInt64(column & 63)
            }
        }
        self.bits = bits
    }

    @inline(__always)
    func contains(_ row: UInt32, _ column: UInt32) -> Bool {
        let place = Int(column &- firstColumn)
        return bits[Int(row &- firstRow) &* words &+ place >> 6] >> UInt64(place & 63) & 1 == 1
    }
}

extension CountResolver.List {
    /// Whether a node stands twice in a list although no two relationships have the same ends.
    fileprivate var hasBoth: Bool {
        for index in 0..<csr.offsets.count - 1 {
            let entries = Int(csr.offsets[index])..<Int(csr.offsets[index + 1])
            for entry in entries.dropFirst()
            where csr.neighbours[entry] == csr.neighbours[entry - 1] {
                return true
            }
        }
        return false
    }
}
