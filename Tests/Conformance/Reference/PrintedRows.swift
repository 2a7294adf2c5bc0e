import GraphModel
import GraphStore

/// Rows as texts that can be compared, from whichever graph they come. Whole floats are written as
/// integers: 1 and 1.0 are one value to DISTINCT and grouping, and which of the two stands for
/// both depends on the order in which they come.
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
            row.map { printer.text(of: Self.representative($0)) }.joined(separator: " | ")
        }
    }

    private static func representative(_ value: Value) -> Value {
        switch value {
        case .float(let number): Int(exactly: number).map { .integer($0) } ?? value
        case .list(let items): .list(items.map(representative))
        default: value
        }
    }
}
