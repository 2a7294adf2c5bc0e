import GraphModel
import GraphStore

/// A pattern to be counted, as text and as what it means.
struct CountingCase {
    struct Edge {
        var from: Int
        var to: Int
        var type: String
        /// Whether it may be walked either way.
        var isOpen = false
    }

    /// The labels of each node; a node fits that has one of them, any where there is none.
    var nodes: [[String]]
    var edges: [Edge]
    /// Pairs of nodes that must differ.
    var different: [(Int, Int)] = []
    /// Relationships there must not be.
    var absent: [Edge] = []
    /// OPTIONAL MATCHes of one relationship, each from a node of the pattern.
    var optional: [Edge] = []
    /// The order and the direction in which the edges are written, and what the nodes are called.
    var isBackwards = false
    var prefix = "n"
    /// A condition that always holds.
    var isFiltered = false

    var text: String {
        let order = isBackwards ? edges.reversed() : edges
        let paths = order.map { written($0, isTurned: isBackwards) }
        var conditions = different.map { "id(\(name($0.0))) <> \("id(\(name($0.1)))")" }
        conditions += absent.map {
            "NOT EXISTS { MATCH (\(name($0.from)))-[:\($0.type)]-\($0.isOpen ? "" : ">")(\(name($0.to))) }"
        }
        if isFiltered { conditions.append("\(name(edges[0].from)).id >= 0") }
        var text = "MATCH \(paths.joined(separator: ", "))"
        if !conditions.isEmpty { text += " WHERE \(conditions.joined(separator: " AND "))" }
        for (number, edge) in optional.enumerated() {
            text += " OPTIONAL MATCH (\(name(edge.from)))-[:\(edge.type)]->(o\(number))"
        }
        return text + " RETURN count(*) AS n"
    }

    private func name(_ node: Int) -> String { "\(prefix)\(node)" }

    private func node(_ node: Int) -> String {
        let labels = nodes[node].isEmpty ? "" : ":\(nodes[node].joined(separator: "|"))"
        return "(\(name(node))\(labels))"
    }

    private func written(_ edge: Edge, isTurned: Bool) -> String {
        let arrow = edge.isOpen ? "-" : isTurned ? "-" : "->"
        return isTurned
            ? "\(node(edge.to))\(edge.isOpen ? "-" : "<-")[:\(edge.type)]\(arrow)\(node(edge.from))"
            : "\(node(edge.from))-[:\(edge.type)]\(arrow)\(node(edge.to))"
    }
}

/// Counts by trying every node in every place: slow, and easy to believe.
struct CountingReference {
    private let labels: [Set<String>]
    private var relationships: [(type: String, from: UInt32, to: UInt32)] = []

    init(_ view: GraphView) {
        labels = (0..<view.nodeLimit).map { node in
            view.isLive(node: node) ? Set(view.labels(of: node).map { view.labelName($0) }) : []
        }
        for relationship in 0..<view.relationshipLimit where view.isLive(relationship: relationship)
        {
            relationships.append(
                (
                    view.typeName(view.type(ofRelationship: relationship)),
                    view.source(of: relationship), view.target(of: relationship)
                ))
        }
    }

    func count(_ pattern: CountingCase) -> Int {
        extend(pattern, 0, [Int](repeating: -1, count: pattern.nodes.count), [])
    }

    /// The matches of the edges from `index` on.
    private func extend(
        _ pattern: CountingCase, _ index: Int, _ bound: [Int], _ used: Set<Int>
    ) -> Int {
        guard index < pattern.edges.count else { return finished(pattern, bound) }
        let edge = pattern.edges[index]
        var sum = 0
        for (number, relationship) in relationships.enumerated()
        where relationship.type == edge.type && !used.contains(number) {
            var ways = [(Int(relationship.from), Int(relationship.to))]
            if edge.isOpen, relationship.from != relationship.to {
                ways.append((Int(relationship.to), Int(relationship.from)))
            }
            for (from, to) in ways {
                var next = bound
                guard bind(pattern, edge.from, from, &next), bind(pattern, edge.to, to, &next)
                else { continue }
                sum += extend(pattern, index + 1, next, used.union([number]))
            }
        }
        return sum
    }

    private func bind(
        _ pattern: CountingCase, _ place: Int, _ node: Int, _ bound: inout [Int]
    ) -> Bool {
        if bound[place] >= 0 { return bound[place] == node }
        let wanted = pattern.nodes[place]
        guard wanted.isEmpty || wanted.contains(where: labels[node].contains) else { return false }
        bound[place] = node
        return true
    }

    private func finished(_ pattern: CountingCase, _ bound: [Int]) -> Int {
        for (a, b) in pattern.different where bound[a] == bound[b] { return 0 }
        for edge in pattern.absent {
            let isThere = relationships.contains { relationship in
                relationship.type == edge.type
                    && (relationship.from == bound[edge.from] && relationship.to == bound[edge.to]
                        || edge.isOpen && relationship.from == bound[edge.to]
                            && relationship.to == bound[edge.from])
            }
            if isThere { return 0 }
        }
        return pattern.optional.reduce(1) { product, edge in
            let matches = relationships.count {
                $0.type == edge.type && Int($0.from) == bound[edge.from]
            }
            return product * max(matches, 1)
        }
    }
}
