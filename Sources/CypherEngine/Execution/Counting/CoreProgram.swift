import GraphModel
import GraphStore

/// The order in which the nodes of a core are bound, and for each what it is reached and checked by.
final class CoreProgram {
    /// Lists by the group of the node they start from.
    struct Lists: BitwiseCopyable {
        /// The level of that node.
        let from: Int
        /// `byGroup[g]` has the lists from nodes of group g.
        let byGroup: UnsafeMutableBufferPointer<UnsafeMutableBufferPointer<PinnedList>>
    }

    /// A condition on a candidate: how often it is a neighbour of a node bound before.
    struct Check: BitwiseCopyable {
        let lists: Lists
        let isExistence: Bool
        /// One bit a pair of nodes, where the lists are dense enough; else nil.
        let matrix: Matrix?
    }

    /// A condition on a candidate: its key must be that of a node bound before.
    struct Key: BitwiseCopyable {
        let from: Int
        let own: UnsafeMutableBufferPointer<UnsafePointer<UInt32>?>
        let other: UnsafeMutableBufferPointer<UnsafePointer<UInt32>?>
    }

    /// Whether pairs of nodes of two groups are neighbours.
    struct Matrix: BitwiseCopyable {
        let bits: UnsafeMutableBufferPointer<UInt64>
        let firstRow: UInt32
        let firstColumn: UInt32
        let words: Int

        @inline(__always)
        func contains(_ row: UInt32, _ column: UInt32) -> Bool {
            let place = Int(column &- firstColumn)
            let word = bits[Int(row &- firstRow) &* words &+ place >> 6]
            return word >> UInt64(place & 63) & 1 == 1
        }
    }

    struct Level: BitwiseCopyable {
        /// nil for the first.
        let driver: Lists?
        let checks: UnsafeMutableBufferPointer<Check>
        let keys: UnsafeMutableBufferPointer<Key>
        /// For each group the numbers of its nodes, nil where each counts once.
        let numbers: UnsafeMutableBufferPointer<UnsafePointer<Int>?>
        /// Whether two sorted lists can be walked side by side: one check, no key, no matrix.
        let isMerge: Bool
    }

    let levels: UnsafeMutableBufferPointer<Level>
    /// Position of the first node of each group.
    let starts: UnsafeMutableBufferPointer<UInt32>
    /// The groups of the first node.
    let firstGroups: [Int]
    private let tables = PinnedTables()

    init(_ core: Core, resolver: CountResolver) throws {
        let order = try CoreOrder(core, resolver: resolver).best()
        let bound = core.weights.values.reduce(1.0) { product, weights in
            product * (weights.groups.map { weights[$0].bound }.max() ?? 1)
        }
        guard bound < 0x1p40 else { throw NotCountable() }
        starts = tables.copy(resolver.base.groups.map(\.range.lowerBound))
        firstGroups = core.weights[order[0]]?.groups ?? []
        var maker = LevelMaker(core: core, resolver: resolver, order: order, tables: tables)
        levels = tables.copy(try order.indices.map { try maker.level($0) })
    }
}

/// Makes the levels of a core program.
private struct LevelMaker {
    let core: Core
    let resolver: CountResolver
    let order: [Int]
    let tables: PinnedTables

    private var groups: Range<Int> { resolver.base.groups.indices }

    mutating func level(_ depth: Int) throws -> CoreProgram.Level {
        let node = order[depth]
        var links: [(edge: CountPattern.Edge, from: Int)] = []
        for edge in core.edges.map({ core.pattern.edges[$0] }) {
            guard edge.left == node || edge.right == node else { continue }
            let other = edge.left == node ? edge.right : edge.left
            if let from = order.prefix(depth).firstIndex(of: other) { links.append((edge, from)) }
        }
        // The lists with the fewest entries propose candidates, the others check them.
        let driver = links.indices.filter { !links[$0].edge.isExistence }
            .min { entries(links[$0], to: node) < entries(links[$1], to: node) }
        if depth > 0, driver == nil { throw NotCountable() }
        let checks = try links.indices.filter { $0 != driver }.map {
            try check(links[$0], to: node)
        }
        let keys = keys(node, depth)
        let isMerge =
            depth == order.count - 1 && checks.count == 1 && keys.isEmpty && checks[0].matrix == nil
        return CoreProgram.Level(
            driver: driver.map { lists(links[$0], to: node) }, checks: tables.copy(checks),
            keys: tables.copy(keys), numbers: tables.copy(numbers(node)), isMerge: isMerge)
    }

    private func found(
        _ link: (edge: CountPattern.Edge, from: Int), to node: Int
    ) -> [[CountResolver.List]] {
        let source = order[link.from]
        let sources = core.weights[source]?.groups ?? []
        let targets = core.weights[node]?.groups ?? []
        return groups.map { group in
            sources.contains(group)
                ? resolver.lists(
                    link.edge, fromLeft: link.edge.left == source, group: group, to: targets)
                : []
        }
    }

    private func entries(_ link: (edge: CountPattern.Edge, from: Int), to node: Int) -> Int {
        found(link, to: node).reduce(0) { sum, lists in
            sum + lists.reduce(0) { $0 + $1.statistics.entries }
        }
    }

    private func lists(
        _ link: (edge: CountPattern.Edge, from: Int), to node: Int
    ) -> CoreProgram.Lists {
        let byGroup = found(link, to: node).map { lists in
            tables.copy(lists.compactMap { PinnedList($0, tables) })
        }
        return CoreProgram.Lists(from: link.from, byGroup: tables.copy(byGroup))
    }

    private func check(
        _ link: (edge: CountPattern.Edge, from: Int), to node: Int
    ) throws -> CoreProgram.Check {
        let found = found(link, to: node)
        // Several lists to one group would have to be seen as one to tell existence from number.
        if link.edge.isExistence,
            found.contains(where: { Set($0.map(\.group)).count < $0.count })
        {
            throw NotCountable()
        }
        return CoreProgram.Check(
            lists: lists(link, to: node), isExistence: link.edge.isExistence,
            matrix: matrix(found.flatMap { $0 }))
    }

    /// A bit matrix where one list without repetition serves, and the bits do not outweigh it.
    private func matrix(_ lists: [CountResolver.List]) -> CoreProgram.Matrix? {
        guard lists.count == 1, let list = lists.first, !list.segment.hasParallel,
            !list.hasRepetition
        else { return nil }
        let rows = list.csr.offsets.count - 1
        let columns = resolver.base.groups[list.group].range
        let words = (columns.count + 63) / 64
        guard rows <= 1 << 20, words <= 1 << 14, rows * words * 64 <= 1 << 25,
            rows * words * 64 <= list.csr.neighbours.count * 256
        else { return nil }
        let matrix = CoreProgram.Matrix(
            bits: tables.copy([UInt64](repeating: 0, count: rows * words)),
            firstRow: list.csr.firstNode, firstColumn: columns.lowerBound, words: words)
        list.csr.offsets.withUnsafeBufferPointer { offsets in
            list.csr.neighbours.withUnsafeBufferPointer { neighbours in
                for row in 0..<rows {
                    for entry in Int(offsets[row])..<Int(offsets[row + 1]) {
                        let column = Int(neighbours[entry] &- columns.lowerBound)
                        matrix.bits[row &* words &+ column >> 6] |= 1 << UInt64(column & 63)
                    }
                }
            }
        }
        return matrix
    }

    private func keys(_ node: Int, _ depth: Int) -> [CoreProgram.Key] {
        core.keys.compactMap { keys in
            guard let own = keys.byNode[node],
                let from = order.prefix(depth).firstIndex(where: { keys.byNode[$0] != nil }),
                let other = keys.byNode[order[from]]
            else { return nil }
            return CoreProgram.Key(from: from, own: spread(own), other: spread(other))
        }
    }

    private func spread(
        _ keys: [Int: [UInt32]]
    ) -> UnsafeMutableBufferPointer<UnsafePointer<UInt32>?> {
        tables.copy(groups.map { group in keys[group].flatMap { tables.pin($0) } })
    }

    private func numbers(_ node: Int) -> [UnsafePointer<Int>?] {
        groups.map { group in
            guard let weights = core.weights[node], weights.groups.contains(group) else {
                return nil
            }
            return weights[group].values.flatMap { tables.pin($0) }
        }
    }
}
