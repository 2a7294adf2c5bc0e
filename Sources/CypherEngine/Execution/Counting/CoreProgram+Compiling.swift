import CypherSyntax
import GraphModel
import GraphStore

extension CoreProgram {
    /// The longest a list walked in one go may be, as a power of two, beside the numbers: sums over
    /// a block of rows stay within 64 bits.
    private static let bound = 0x1p50

    init(_ core: Core, compiler: CountCompiler) throws {
        var search = CoreOrder(core, resolver: compiler.resolver)
        let order = try search.cheapest()
        let maker = LevelMaker(
            core: core, compiler: compiler, order: order, candidates: search.candidates(order))
        var made: [Level] = []
        var largest = 1.0
        for depth in order.indices {
            let (level, bound) = try maker.level(depth)
            made.append(level)
            largest *= bound
        }
        guard largest < CoreProgram.bound else { throw NotCountable() }
        var isWeighted = false
        for depth in made.indices {
            let counts = made[depth].checks.contains { !$0.isExistence && !$0.hasMatrix }
            isWeighted = isWeighted || counts || made[depth].slots.contains { $0.slot != nil }
            made[depth].isWeighted = isWeighted
            made[depth].carried = (0...depth).filter { level in
                made[(depth + 1)...].contains { $0.asks(for: level) }
                    || made[depth].asks(for: level)
            }
        }
        levels = made
    }
}

extension CoreProgram.Level {
    /// Whether binding this level looks at an earlier one.
    fileprivate func asks(for level: Int) -> Bool {
        driver?.from == level || checks.contains { $0.link.from == level }
            || keys.contains { $0.from == level }
    }
}

/// Makes the levels of a core program.
private struct LevelMaker {
    let core: Core
    let compiler: CountCompiler
    let order: [Int]
    /// How many candidates each level is expected to look at.
    let candidates: [Double]

    private var resolver: CountResolver { compiler.resolver }

    private typealias Edge = (edge: CountPattern.Edge, from: Int)

    /// A level, and the largest number by which it can multiply.
    func level(_ depth: Int) throws -> (CoreProgram.Level, bound: Double) {
        let node = order[depth]
        let products = core.products[node] ?? []
        var links: [Edge] = []
        for edge in core.edges.map({ core.pattern.edges[$0] }) {
            guard edge.left == node || edge.right == node else { continue }
            let other = edge.left == node ? edge.right : edge.left
            if let from = order.prefix(depth).firstIndex(of: other) { links.append((edge, from)) }
        }
        // The lists that are shortest on average propose candidates, the others check them.
        let driver = links.indices.filter { !links[$0].edge.isExistence }
            .min { averageLength(links[$0], node) < averageLength(links[$1], node) }
        if depth > 0, driver == nil { throw NotCountable() }
        var bound = products.reduce(1) { max($0, $1.bound) }
        var checks: [CoreProgram.Check] = []
        for index in links.indices where index != driver {
            checks.append(try check(links[index], node, depth))
            if !links[index].edge.isExistence { bound *= max(longest(links[index], node), 1) }
        }
        var level = CoreProgram.Level(
            slots: products.map { ($0.group, compiler.slot($0)) },
            driver: driver.map { link(links[$0], node) }, checks: checks, keys: keys(node, depth))
        if depth == order.count - 1, checks.count == 1, level.keys.isEmpty, let driver {
            level.isMerge = !checks[0].hasMatrix && longest(links[driver], node) > 1
            bound *= max(longest(links[driver], node), 1)
        }
        return (level, bound)
    }

    private func found(_ link: Edge, _ node: Int) -> [(group: Int, lists: [CountResolver.List])] {
        let source = order[link.from]
        let targets = (core.products[node] ?? []).map(\.group)
        return (core.products[source] ?? []).map { product in
            (
                product.group,
                resolver.lists(
                    link.edge, fromLeft: link.edge.left == source, group: product.group,
                    to: targets)
            )
        }
    }

    private func averageLength(_ link: Edge, _ node: Int) -> Double {
        var entries = 0
        var nodes = 0
        for (group, lists) in found(link, node) {
            entries += lists.reduce(0) { $0 + $1.statistics.entries }
            nodes += resolver.base.groups[group].range.count
        }
        return Double(entries) / Double(max(nodes, 1))
    }

    private func longest(_ link: Edge, _ node: Int) -> Double {
        found(link, node).reduce(0) { sum, found in
            max(sum, found.lists.reduce(0) { $0 + Double($1.statistics.maximum) })
        }
    }

    private func link(_ link: Edge, _ node: Int) -> CoreProgram.Link {
        var byGroup: [Int: [CoreProgram.Target]] = [:]
        for (group, lists) in found(link, node) {
            byGroup[group] = lists.map {
                CoreProgram.Target(
                    list: resolver.reference($0), group: $0.group, shape: $0.shape)
            }
        }
        return CoreProgram.Link(from: link.from, byGroup: byGroup)
    }

    private func check(
        _ link: Edge, _ node: Int, _ depth: Int
    ) throws -> CoreProgram.Check {
        let lists = found(link, node)
        // Several lists to one group would have to be seen as one to tell existence from number.
        if link.edge.isExistence,
            lists.contains(where: { Set($0.lists.map(\.group)).count < $0.lists.count })
        {
            throw NotCountable()
        }
        return CoreProgram.Check(
            link: self.link(link, node), isExistence: link.edge.isExistence,
            hasMatrix: hasMatrix(lists.flatMap(\.lists), asked: candidates[depth]))
    }

    /// Whether a bit a pair serves: one list without repetition, bits that fit a cache, and less
    /// work to set them than to search a list for each candidate.
    private func hasMatrix(_ lists: [CountResolver.List], asked: Double) -> Bool {
        guard lists.count == 1, let list = lists.first, !list.hasRepetition else { return false }
        let rows = list.statistics.lists
        let columns = resolver.base.groups[list.group].range.count
        let words = (columns + 63) / 64
        guard rows <= 1 << 20, words <= 1 << 14, rows * words <= 1 << 20 else { return false }
        // Nanoseconds: a word in fresh memory, a bit, a search.
        let making = 0.6 * Double(rows * words) + 2 * Double(list.statistics.entries)
        return making <= 16 * asked
    }

    private func keys(_ node: Int, _ depth: Int) -> [CoreProgram.Key] {
        core.keys.compactMap { keys in
            guard let own = keys.byNode[node],
                let from = order.prefix(depth).firstIndex(where: { keys.byNode[$0] != nil }),
                let other = keys.byNode[order[from]]
            else { return nil }
            return CoreProgram.Key(from: from, own: own, other: other)
        }
    }
}

extension TriangleProgram {
    /// nil where the core is something else.
    init?(_ core: Core, compiler: CountCompiler) {
        guard core.nodes.count == 3, core.edges.count == 3, core.keys.count <= 1 else { return nil }
        let products = core.nodes.map { core.products[$0] ?? [] }
        guard let group = products[0].first?.group,
            products.allSatisfy({ $0.count == 1 && $0[0].group == group }),
            // The sum over the triangles of one node stays within 64 bits.
            products.reduce(6.0, { $0 * $1[0].bound }) * 0x1p20 < 0x1p62
        else { return nil }
        var found: CountResolver.List?
        var pairs: Set<[Int]> = []
        for edge in core.edges.map({ core.pattern.edges[$0] }) {
            let lists = compiler.resolver.lists(edge, fromLeft: true, group: group, to: [group])
            guard edge.direction == .either, lists.count == 1, lists[0].side == .undirected,
                !lists[0].segment.hasLoops, !lists[0].hasRepetition,
                found == nil || found?.segment === lists[0].segment
            else { return nil }
            found = lists[0]
            pairs.insert([edge.left, edge.right].sorted())
        }
        guard let found, pairs.count == 3 else { return nil }
        var key: Int?
        if let shared = core.keys.first {
            let keys = core.nodes.compactMap { shared.byNode[$0]?[group] }
            guard keys.count == 3, keys[0] == keys[1], keys[1] == keys[2] else { return nil }
            key = keys[0]
        }
        self.init(
            list: compiler.resolver.reference(found), group: group,
            slots: products.map { compiler.slot($0[0]) }, key: key)
    }
}
