import GraphModel
import GraphStore

/// Reads one property of many nodes, column to column where the graph allows it.
struct PropertyGather {
    let view: GraphView
    let key: KeyID

    /// The property of each node; null for the null position.
    func column(of nodes: [UInt32]) -> Column {
        var builder = ColumnBuilder(capacity: nodes.count)
        for node in nodes {
            builder.append(node == nullPosition ? .null : view.property(node: node, key: key))
        }
        return builder.finish()
    }
}
