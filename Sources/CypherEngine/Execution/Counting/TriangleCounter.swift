import CypherSyntax
import GraphModel
import GraphStore

/// What elimination leaves of a cyclic pattern.
struct Core {
    let pattern: CountPattern
    let nodes: [Int]
    let edges: [Int]
    let weights: [Int: NodeWeights]
    let keys: [NodeKeys]
}

/// Counts triangles over one undirected relationship type: each set of three nodes is found once,
/// from its node of the lowest degree, and stands for the six ways to walk it.
struct TriangleCounter {
    private let csr: CSR
    private let numbers: [GroupWeights]
    private let keys: [UInt32]?

    /// nil where the core is something else.
    init?(_ core: Core, resolver: CountResolver) {
        guard core.nodes.count == 3, core.edges.count == 3, core.keys.count <= 1 else { return nil }
        let weights = core.nodes.compactMap { core.weights[$0] }
        guard weights.count == 3, let group = weights[0].groups.first,
            weights.allSatisfy({ $0.groups == [group] })
        else { return nil }
        var found: CountResolver.List?
        var pairs: Set<[Int]> = []
        for edge in core.edges.map({ core.pattern.edges[$0] }) {
            let lists = resolver.lists(edge, fromLeft: true, group: group, to: [group])
            guard edge.direction == .either, lists.count == 1, !lists[0].segment.hasLoops,
                !lists[0].segment.hasParallel, found == nil || found?.segment === lists[0].segment,
                !lists[0].hasRepetition
            else { return nil }
            found = lists[0]
            pairs.insert([edge.left, edge.right].sorted())
        }
        guard let found, pairs.count == 3 else { return nil }
        csr = found.csr
        numbers = weights.map { $0[group] }
        guard let shared = core.keys.first else {
            keys = nil
            return
        }
        let lists = core.nodes.compactMap { shared.byNode[$0]?[group] }
        guard lists.count == 3, lists[0] == lists[1], lists[1] == lists[2] else { return nil }
        keys = lists[0]
    }

    /// The number of matches.
    func count(_ guardian: QueryGuard) throws -> Int128 {
        let bound = numbers.reduce(6.0) { $0 * $1.bound }
        // The sum over the triangles of one node stays within 64 bits.
        guard bound * 0x1p20 < 0x1p62 else { throw NotCountable() }
        let oriented = Oriented(csr, keys: keys)
        var marks = [Bool](repeating: false, count: oriented.count)
        let varied = numbers.filter { !$0.isUniform }
        let tables = PinnedTables()
        let values = (varied.count == 1 ? varied : numbers).map { tables.pin($0.expanded) }
        var total: Int128 = 0
        for a in 0..<oriented.count {
            let own = oriented.range(a)
            if own.count < 2 { continue }
            try guardian.step(own.count)
            let part =
                switch varied.count {
                case 0: 6 &* oriented.closing(a, own, &marks) { _, _ in 1 }
                case 1: closing(oriented, a, own, &marks, values[0])
                default: closing(oriented, a, own, &marks, values)
                }
            total += Int128(part)
        }
        withExtendedLifetime(tables) {}
        return total
    }

    /// Where one place has numbers and the others count once: each node has the place twice.
    private func closing(
        _ oriented: Oriented, _ a: Int, _ own: Range<Int>, _ marks: inout [Bool],
        _ numbers: UnsafePointer<Int>?
    ) -> Int {
        guard let numbers else { return 0 }
        let first = numbers[a]
        return 2 &* oriented.closing(a, own, &marks) { b, c in first &+ numbers[b] &+ numbers[c] }
    }

    /// The products of the numbers over all six ways to give the three places to three nodes.
    private func closing(
        _ oriented: Oriented, _ a: Int, _ own: Range<Int>, _ marks: inout [Bool],
        _ numbers: [UnsafePointer<Int>?]
    ) -> Int {
        guard let x = numbers[0], let y = numbers[1], let z = numbers[2] else { return 0 }
        return oriented.closing(a, own, &marks) { b, c in
            let first = x[a] &* (y[b] &* z[c] &+ y[c] &* z[b])
            let second = x[b] &* (y[a] &* z[c] &+ y[c] &* z[a])
            let third = x[c] &* (y[a] &* z[b] &+ y[b] &* z[a])
            return first &+ second &+ third
        }
    }

    /// The edges, each once, from the node of lower degree to that of higher.
    private struct Oriented {
        let count: Int
        private var offsets: [Int]
        var neighbours: [UInt32]

        init(_ csr: CSR, keys: [UInt32]?) {
            count = csr.offsets.count - 1
            var starts: [Int] = []
            starts.reserveCapacity(count + 1)
            var ends: [UInt32] = []
            ends.reserveCapacity(csr.neighbours.count / 2 + 1)
            csr.offsets.withUnsafeBufferPointer { offsets in
                csr.neighbours.withUnsafeBufferPointer { neighbours in
                    for a in 0..<offsets.count - 1 {
                        starts.append(ends.count)
                        let start = offsets[a]
                        let end = offsets[a + 1]
                        for entry in Int(start)..<Int(end) {
                            let b = Int(neighbours[entry] &- csr.firstNode)
                            let other = offsets[b + 1] &- offsets[b]
                            let isHigher = other > end &- start || (other == end &- start && b > a)
                            if isHigher,
                                keys.map({ $0[a] == $0[b] && $0[a] != nullPosition }) ?? true
                            {
                                ends.append(UInt32(b))
                            }
                        }
                    }
                }
            }
            starts.append(ends.count)
            offsets = starts
            neighbours = ends
        }

        @inline(__always)
        func range(_ node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

        /// Adds up a number for each pair of a node's own neighbours that are neighbours.
        @inline(__always)
        func closing(
            _ a: Int, _ own: Range<Int>, _ marks: inout [Bool], _ number: (Int, Int) -> Int
        ) -> Int {
            var sum = 0
            marks.withUnsafeMutableBufferPointer { marks in
                neighbours.withUnsafeBufferPointer { neighbours in
                    offsets.withUnsafeBufferPointer { offsets in
                        for entry in own { marks[Int(neighbours[entry])] = true }
                        for entry in own {
                            let b = Int(neighbours[entry])
                            for third in offsets[b]..<offsets[b + 1] {
                                let c = Int(neighbours[third])
                                if marks[c] { sum &+= number(b, c) }
                            }
                        }
                        for entry in own { marks[Int(neighbours[entry])] = false }
                    }
                }
            }
            return sum
        }
    }
}
