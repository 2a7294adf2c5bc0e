import GraphModel
import GraphStore

/// Finds the nodes that chains of relationships lead to, each once, breadth first.
struct ReachedNodes {
    /// A bit a node: found already. Cleared after each search, so that it serves the next.
    private var seen: [UInt64] = []
    private var nodes: [UInt32] = []
    /// The nodes that were asked for and found.
    private(set) var found: [UInt32] = []
    /// How many of them have been given on.
    var offset = 0

    /// Searches from one node, up to `target` where there is one.
    mutating func search(
        from start: UInt32, to target: UInt32?, _ length: ResolvedLength,
        _ context: ExecutionContext, neighbours: (UInt32, inout NeighbourList) throws -> Void
    ) throws {
        let words = Int(context.view.nodeLimit) / 64 + 1
        if seen.count < words { seen = [UInt64](repeating: 0, count: words) }
        nodes = []
        offset = 0
        defer { forget() }
        if length.minimum == 0 { add(start) }
        var list = NeighbourList()
        var edge = [start]
        var level = 0
        while !edge.isEmpty, level < length.maximum ?? Int.max {
            level += 1
            let known = nodes.count
            for node in edge {
                list.removeAll()
                try neighbours(node, &list)
                try context.guardian.step(list.nodes.count + 1)
                for neighbour in list.nodes { add(neighbour) }
            }
            edge = Array(nodes[known...])
            if let target, isSeen(target) { break }
        }
        found = target.map { isSeen($0) ? [$0] : [] } ?? nodes
    }

    private func isSeen(_ node: UInt32) -> Bool {
        seen[Int(node) >> 6] >> UInt64(node & 63) & 1 == 1
    }

    @inline(__always)
    private mutating func add(_ node: UInt32) {
        let bit: UInt64 = 1 << UInt64(node & 63)
        if seen[Int(node) >> 6] & bit == 0 {
            seen[Int(node) >> 6] |= bit
            nodes.append(node)
        }
    }

    private mutating func forget() {
        for node in nodes { seen[Int(node) >> 6] = 0 }
    }
}
