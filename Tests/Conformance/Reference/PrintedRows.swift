import GraphModel
import GraphStore

/// Rows as texts that can be compared, from whichever graph they come.
struct PrintedRows {
    let inOrder: [String]
    var sorted: [String] { inOrder.sorted() }

    init(_ rows: [[Value]], _ view: GraphView) {
        // By the numbers that stay: a graph as of a date may have its nodes elsewhere.
        let printer = ValuePrinter { entity in
            switch entity {
            case .node(let node): "node \(view.nodeID(of: node.raw))"
            case .relationship(let item): "relationship \(view.relationshipID(of: item.raw))"
            case .path(let path): "path of \(path.nodes.map { view.nodeID(of: $0.raw) })"
            }
        }
        inOrder = rows.map { row in
            row.map { printer.text(of: $0) }.joined(separator: " | ")
        }
    }
}
