import GraphModel
import GraphStore

/// Counts triangles over one undirected relationship type: each set of three nodes is found once,
/// from its node of the lowest degree, and stands for the six ways to walk it.
struct TriangleCounter {
    private let run: CountRun
    private let csr: CSR
    private let numbers: [NodeNumbers]
    private let keys: UnsafePointer<UInt32>?

    init(_ program: TriangleProgram, _ run: CountRun) {
        self.run = run
        csr = run.csr(program.list)
        numbers = program.slots.map { run.numbers($0) }.filter { !$0.isUniform }
        keys = program.key.flatMap { run.keys[$0] }
    }

    /// The number of matches.
    func count() throws -> Int128 {
        let oriented = OrientedLists(csr, keys: keys, run.tables)
        let marks = (0..<run.workers.threads).map { _ in
            let marks = run.tables.allocate(Bool.self, oriented.count)
            marks.initialize(repeating: false, count: oriented.count)
            return marks
        }
        let values = numbers
        let steps = 8 * csr.neighbours.count
        return try run.workers.sum(
            oriented.count, each: 256, steps: steps, run.guardian
        ) { worker, piece in
            var total: Int128 = 0
            for a in piece where oriented.degree(a) > 1 {
                total += Int128(Self.closing(oriented, a, marks[worker], values))
            }
            return total
        }
    }

    /// The sum over the triangles whose lowest node is `a`.
    private static func closing(
        _ oriented: OrientedLists, _ a: Int, _ marks: UnsafeMutablePointer<Bool>,
        _ numbers: [NodeNumbers]
    ) -> Int {
        switch numbers.count {
        case 0: return 6 &* oriented.closing(a, marks) { _, _ in 1 }
        case 1:
            // Where one place has numbers and the others count once, each node has it twice.
            let own = numbers[0]
            if let narrow = own.narrow {
                let first = Int(narrow[a])
                return 2
                    &* oriented.closing(a, marks) { first &+ Int(narrow[$0]) &+ Int(narrow[$1]) }
            }
            let first = own[a]
            return 2 &* oriented.closing(a, marks) { first &+ own[$0] &+ own[$1] }
        default:
            return products(
                oriented, a, marks, numbers[0], numbers[1],
                numbers.count > 2 ? numbers[2] : NodeNumbers())
        }
    }

    /// The products of the numbers over all six ways to give the three places to three nodes.
    private static func products(
        _ oriented: OrientedLists, _ a: Int, _ marks: UnsafeMutablePointer<Bool>, _ x: NodeNumbers,
        _ y: NodeNumbers, _ z: NodeNumbers
    ) -> Int {
        oriented.closing(a, marks) { b, c in
            let first = x[a] &* (y[b] &* z[c] &+ y[c] &* z[b])
            let second = x[b] &* (y[a] &* z[c] &+ y[c] &* z[a])
            let third = x[c] &* (y[a] &* z[b] &+ y[b] &* z[a])
            return first &+ second &+ third
        }
    }
}

/// Undirected relationships, each once, from the node of lower degree to that of higher.
private struct OrientedLists {
    let count: Int
    private let offsets: UnsafeMutablePointer<UInt32>
    private let neighbours: UnsafeMutablePointer<UInt32>

    /// Where there are keys, only between nodes that agree on theirs.
    init(_ csr: CSR, keys: UnsafePointer<UInt32>?, _ tables: PinnedTables) {
        count = csr.offsets.count - 1
        offsets = tables.allocate(UInt32.self, count + 1)
        neighbours = tables.allocate(UInt32.self, csr.neighbours.count / 2 + 1)
        let from = tables.pin(csr.offsets)
        let to = tables.pin(csr.neighbours)
        var end = 0
        for a in 0..<count {
            offsets[a] = UInt32(truncatingIfNeeded: end)
            let degree = from[a &+ 1] &- from[a]
            if let keys, keys[a] == nullPosition { continue }
            for entry in Int(from[a])..<Int(from[a &+ 1]) {
                let b = Int(to[entry] &- csr.firstNode)
                let other = from[b &+ 1] &- from[b]
                let isHigher = other > degree || (other == degree && b > a)
                if isHigher, keys.map({ $0[a] == $0[b] }) ?? true {
                    neighbours[end] = UInt32(truncatingIfNeeded: b)
                    end &+= 1
                }
            }
        }
        offsets[count] = UInt32(truncatingIfNeeded: end)
    }

    @inline(__always)
    func degree(_ node: Int) -> Int { Int(offsets[node &+ 1] &- offsets[node]) }

    /// Adds up a number for each pair of a node's own neighbours that are neighbours.
    @inline(__always)
    func closing(
        _ a: Int, _ marks: UnsafeMutablePointer<Bool>, _ number: (Int, Int) -> Int
    ) -> Int {
        var sum = 0
        let own = Int(offsets[a])..<Int(offsets[a &+ 1])
        for entry in own { marks[Int(neighbours[entry])] = true }
        for entry in own {
            let b = Int(neighbours[entry])
            for third in Int(offsets[b])..<Int(offsets[b &+ 1]) {
                let c = Int(neighbours[third])
                if marks[c] { sum &+= number(b, c) }
            }
        }
        for entry in own { marks[Int(neighbours[entry])] = false }
        return sum
    }
}
