import GraphModel
import GraphStore

/// Reads one property of many nodes, column to column where the graph allows it.
struct PropertyGather {
    let view: GraphView
    let key: KeyID

    /// The property of each node; null for the null position.
    func column(of nodes: [UInt32]) -> Column {
        if view.overlay == nil, let typed = typed(nodes) { return typed }
        var builder = ColumnBuilder(capacity: nodes.count)
        for node in nodes {
            builder.append(node == nullPosition ? .null : view.property(node: node, key: key))
        }
        return builder.finish()
    }

    /// The column in the type it is stored in, where all nodes are of one group.
    private func typed(_ nodes: [UInt32]) -> Column? {
        guard let first = nodes.first, Int(first) < view.base.nodeCount else { return nil }
        let group = view.base.group(of: first)
        let range = view.base.groups[group].range
        let places = Places(nodes, from: range.lowerBound)
        guard places.areWithin(range.count) else { return nil }
        guard let column = view.base.nodeColumn(group: group, key: key) else {
            return .constant(.null)
        }
        switch column {
        case .integers(let values, let presence) where places.areAll(in: presence):
            return .integers(places.gather(values))
        case .floats(let values, let presence) where places.areAll(in: presence):
            return .floats(places.gather(values))
        case .booleans(let values, let presence) where places.areAll(in: presence):
            return .booleans(places.gather(values))
        case .strings(let ids, _): return .strings(places.gather(ids), view.base.stringPool)
        default: return nil
        }
    }
}

/// Where nodes stand in a column of their group. A scan asks for one place after the other.
private struct Places {
    private let nodes: [UInt32]
    private let start: UInt32
    /// Whether each node comes next after the one before.
    private let isRun: Bool

    init(_ nodes: [UInt32], from start: UInt32) {
        self.nodes = nodes
        self.start = start
        isRun = nodes.withUnsafeBufferPointer { nodes in
            var difference: UInt32 = 0
            for row in nodes.indices {
                difference |= nodes[row] ^ (nodes[0] &+ UInt32(truncatingIfNeeded: row))
            }
            return difference == 0
        }
    }

    /// The places of a run.
    private var run: Range<Int> {
        let first = Int(nodes[0] &- start)
        return first..<first + nodes.count
    }

    func areWithin(_ count: Int) -> Bool {
        if isRun { return run.upperBound <= count }
        return nodes.allSatisfy { Int($0 &- start) < count }
    }

    func areAll(in presence: Bitmap?) -> Bool {
        guard let presence else { return true }
        if isRun { return run.allSatisfy { presence[$0] } }
        return nodes.allSatisfy { presence[Int($0 &- start)] }
    }

    func gather<Item: BitwiseCopyable>(_ values: [Item]) -> [Item] {
        if isRun { return Array(values[run]) }
        return nodes.withUnsafeBufferPointer { nodes in
            [Item](rows: nodes.count) { values[Int(nodes[$0] &- start)] }
        }
    }
}
