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
        guard nodes.allSatisfy({ range.contains($0) }) else { return nil }
        guard let column = view.base.nodeColumn(group: group, key: key) else {
            return .constant(.null)
        }
        let start = range.lowerBound
        switch column {
        case .integers(let values, let presence) where hasAll(presence, nodes, start):
            return .integers(gather(values, nodes, start))
        case .floats(let values, let presence) where hasAll(presence, nodes, start):
            return .floats(gather(values, nodes, start))
        case .booleans(let values, let presence) where hasAll(presence, nodes, start):
            return .booleans(gather(values, nodes, start))
        case .strings(let ids, _): return .strings(gather(ids, nodes, start), view.base.stringPool)
        default: return nil
        }
    }

    private func hasAll(_ presence: Bitmap?, _ nodes: [UInt32], _ start: UInt32) -> Bool {
        guard let presence else { return true }
        return nodes.allSatisfy { presence[Int($0 &- start)] }
    }

    private func gather<Item: BitwiseCopyable>(
        _ values: [Item], _ nodes: [UInt32], _ start: UInt32
    ) -> [Item] {
        [Item](unsafeUninitializedCapacity: nodes.count) { buffer, count in
            for index in nodes.indices {
                buffer.initializeElement(at: index, to: values[Int(nodes[index] &- start)])
            }
            count = nodes.count
        }
    }
}
