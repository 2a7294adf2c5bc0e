/// Neighbour lists of a contiguous range of nodes, end to end.
package struct CSR: Sendable {
    /// The node of the first list.
    package let firstNode: UInt32
    /// Where each node's list starts in `neighbours`, and one past the last.
    package let offsets: [UInt32]
    /// Positions of the neighbours, ascending within each list.
    package let neighbours: [UInt32]

    package init(firstNode: UInt32, offsets: [UInt32], neighbours: [UInt32]) {
        self.firstNode = firstNode
        self.offsets = offsets
        self.neighbours = neighbours
    }

    /// Where the list of a node stands; the node must be in range.
    @inline(__always)
    package func range(of node: UInt32) -> Range<Int> {
        let index = Int(node &- firstNode)
        return Int(offsets[index])..<Int(offsets[index + 1])
    }

    /// How long the list of a node is.
    @inline(__always)
    package func degree(of node: UInt32) -> Int {
        let index = Int(node &- firstNode)
        return Int(offsets[index + 1] &- offsets[index])
    }
}

/// What the optimiser wants to know of a CSR's list lengths.
package struct DegreeStatistics: Sendable {
    /// Number of lists.
    package var lists = 0
    /// Number of lists that are not empty.
    package var nonEmpty = 0
    /// Sum of the lengths.
    package var entries = 0
    /// Longest list.
    package var maximum = 0
    /// Sum of the squares of the lengths.
    package var secondMoment = 0.0

    package init(lists: Int, offsets: [UInt32]) {
        self.lists = lists
        guard var start = offsets.first else { return }
        for end in offsets.dropFirst() {
            let degree = Int(end &- start)
            start = end
            if degree == 0 { continue }
            nonEmpty += 1
            entries += degree
            maximum = max(maximum, degree)
            secondMoment += Double(degree) * Double(degree)
        }
    }
}

/// The neighbour lists of one direction of a segment.
///
/// Where few of the group's nodes have a list, only those are kept; the dense form that tight
/// loops want is then made on first use. Without this a graph with a thousand relationship types
/// would hold a thousand offsets for each node.
struct AdjacencyList: Sendable {
    enum Form: Sendable {
        case dense(CSR)
        /// The nodes with a list, ascending, and where their lists start.
        case compressed(nodes: [UInt32], offsets: [UInt32], neighbours: [UInt32], made: Once<CSR>)
    }

    let form: Form
    let firstNode: UInt32
    let nodeCount: Int

    init(_ csr: CSR) {
        form = .dense(csr)
        firstNode = csr.firstNode
        nodeCount = csr.offsets.count - 1
    }

    init(
        firstNode: UInt32, nodeCount: Int, nodes: [UInt32], offsets: [UInt32], neighbours: [UInt32]
    ) {
        form = .compressed(nodes: nodes, offsets: offsets, neighbours: neighbours, made: Once())
        self.firstNode = firstNode
        self.nodeCount = nodeCount
    }

    var dense: CSR {
        switch form {
        case .dense(let csr): csr
        case .compressed(let nodes, let offsets, let neighbours, let made):
            made.value {
                CSR(
                    firstNode: firstNode, offsets: spread(nodes, offsets), neighbours: neighbours)
            }
        }
    }

    @inline(__always)
    var neighbours: [UInt32] {
        switch form {
        case .dense(let csr): csr.neighbours
        case .compressed(_, _, let neighbours, _): neighbours
        }
    }

    /// Where the list of a node of the group stands.
    @inline(__always)
    func range(of node: UInt32) -> Range<Int> {
        switch form {
        case .dense(let csr):
            return csr.range(of: node)
        case .compressed(let nodes, let offsets, _, _):
            guard let at = nodes.position(ofSorted: node) else { return 0..<0 }
            return Int(offsets[at])..<Int(offsets[at + 1])
        }
    }

    /// The node whose list holds an entry.
    func owner(ofEntry entry: UInt32) -> UInt32 {
        switch form {
        case .dense(let csr):
            firstNode + UInt32(csr.offsets.lastIndex(notAbove: entry))
        case .compressed(let nodes, let offsets, _, _):
            nodes[offsets.lastIndex(notAbove: entry)]
        }
    }

    var statistics: DegreeStatistics {
        switch form {
        case .dense(let csr): DegreeStatistics(lists: nodeCount, offsets: csr.offsets)
        case .compressed(_, let offsets, _, _):
            DegreeStatistics(lists: nodeCount, offsets: offsets)
        }
    }

    /// Calls with each list that is not empty.
    func forEachList(_ body: (UInt32, Range<Int>) -> Void) {
        switch form {
        case .dense(let csr):
            for index in 0..<nodeCount where csr.offsets[index] < csr.offsets[index + 1] {
                body(
                    firstNode + UInt32(index), Int(csr.offsets[index])..<Int(csr.offsets[index + 1])
                )
            }
        case .compressed(let nodes, let offsets, _, _):
            for (at, node) in nodes.enumerated() {
                body(node, Int(offsets[at])..<Int(offsets[at + 1]))
            }
        }
    }

    private func spread(_ nodes: [UInt32], _ offsets: [UInt32]) -> [UInt32] {
        var all = [UInt32](repeating: 0, count: nodeCount + 1)
        for (at, node) in nodes.enumerated() {
            all[Int(node - firstNode) + 1] = offsets[at + 1] - offsets[at]
        }
        for index in 0..<nodeCount { all[index + 1] += all[index] }
        return all
    }
}
