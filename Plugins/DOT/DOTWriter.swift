import CGraphviz
import GraphModel
import ImporterKit

/// Gives a parsed graph to the sink.
struct DOTWriter {
    private let graph: DOTOutline.Graph
    private let file: InputFile
    private let sink: any GraphSink
    private let space: Int
    /// Which graph of the file it is, from 0.
    private let number: Int
    private let isOneOfMany: Bool
    private let type: TypeToken
    private let idKey: KeyToken
    private var edgesSeen: [String: Int] = [:]
    private var assumesLatin1 = false

    init(
        graph: DOTOutline.Graph, number: Int, isOneOfMany: Bool, type: String, file: InputFile,
        sink: any GraphSink
    ) {
        self.graph = graph
        self.file = file
        self.sink = sink
        self.number = number
        self.isOneOfMany = isOneOfMany
        // Node names hold within one graph only.
        space = number == 0 ? IdentifierSpace.shared : IdentifierSpace.named("dot graph \(number)")
        self.type = sink.relationshipType(type)
        idKey = sink.propertyKey(GraphConventions.identifierKey)
    }

    /// Writes nodes, then edges, then what subgraphs say of the nodes.
    mutating func write(_ parsed: borrowing DOTGraph) throws {
        for warning in parsed.warnings { try sink.report(warning) }
        try writeNodes(parsed)
        try writeEdges(parsed)
        writeMemberships(parsed)
        try reportGraphAttributes(parsed)
        if assumesLatin1 {
            try sink.report(
                Diagnostic(
                    .data, "AssumedLatin1", "texts that are not UTF-8 were read as Latin-1",
                    place: SourcePlace(file: file.name, line: graph.firstLine),
                    severity: .warning))
        }
    }

    private mutating func writeNodes(_ parsed: borrowing DOTGraph) throws {
        let attributes = parsed.attributes(1).map { (attribute: $0, key: key($0)) }
        let graphKey = isOneOfMany ? sink.propertyKey("graph") : nil
        let graphName = name(of: parsed)
        parsed.forEachNode { node in
            let name = text(node.name)
            sink.at(line: graph.nodeLines[name] ?? graph.firstLine, file: file)
            let token = sink.node(name, space: space)
            sink.define(token)
            sink.set(idKey, of: token, to: .string(name))
            if let graphKey { sink.set(graphKey, of: token, to: .string(graphName)) }
            for (attribute, key) in attributes {
                if let value = value(node.value(attribute)) {
                    sink.set(key, of: token, to: value)
                }
            }
        }
    }

    /// The graph's name; of one without, its place in the file: Graphviz makes up `%` and a number
    /// that counts all it ever read.
    private mutating func name(of parsed: borrowing DOTGraph) -> String {
        let name = text(parsed.name)
        let isMadeUp = name.hasPrefix("%") && name.dropFirst().allSatisfy(\.isWholeNumber)
        return isMadeUp ? "\(number + 1)" : name
    }

    private mutating func writeEdges(_ parsed: borrowing DOTGraph) throws {
        let attributes = parsed.attributes(2).map { (attribute: $0, key: key($0)) }
        let keyKey = sink.propertyKey("key")
        let directedKey = sink.propertyKey(GraphConventions.directedKey)
        let isDirected = parsed.isDirected
        parsed.forEachEdge { edge in
            let tail = text(edge.tail)
            let head = text(edge.head)
            sink.at(line: line(tail, head), file: file)
            let token = sink.relationship(
                type, from: sink.node(tail, space: space), to: sink.node(head, space: space))
            if !isDirected { sink.set(directedKey, of: token, to: .boolean(false)) }
            if !edge.key.isEmpty { sink.set(keyKey, of: token, to: .string(text(edge.key))) }
            for (attribute, key) in attributes {
                if let value = value(edge.value(attribute)) {
                    sink.set(key, of: token, to: value)
                }
            }
        }
    }

    /// The line of the next edge between two nodes; edges of subgraphs stand where the tail does.
    private mutating func line(_ tail: String, _ head: String) -> Int {
        let pair = DOTOutline.pair(tail, head)
        if let lines = graph.edgeLines[pair] {
            let seen = edgesSeen[pair, default: 0]
            edgesSeen[pair] = seen + 1
            return lines[min(seen, lines.count - 1)]
        }
        return graph.nodeLines[tail] ?? graph.firstLine
    }

    /// Nodes keep the names of the subgraphs they are in.
    private func writeMemberships(_ parsed: borrowing DOTGraph) {
        var memberships: [String: [Value]] = [:]
        var order: [String] = []
        parsed.forEachMembership { subgraph, node in
            let name = node.text
            if memberships[name] == nil { order.append(name) }
            memberships[name, default: []].append(.string(subgraph))
        }
        guard !order.isEmpty else { return }
        let key = sink.propertyKey("subgraphs")
        for name in order {
            sink.set(key, of: sink.node(name, space: space), to: .list(memberships[name] ?? []))
        }
    }

    /// A property graph has no place for what a graph says of itself.
    private func reportGraphAttributes(_ parsed: borrowing DOTGraph) throws {
        let names = parsed.attributes(0).filter { !parsed.value($0).isEmpty }.map(\.name)
        if names.isEmpty { return }
        try sink.report(
            Diagnostic(
                .data, "GraphAttributes",
                "attributes of the graph itself were left out: "
                    + names.map { "'\($0)'" }.joined(separator: ", "),
                place: SourcePlace(file: file.name, line: graph.firstLine), severity: .note))
    }

    private func key(_ attribute: DOTAttribute) -> KeyToken {
        // A node's or edge's own identifier has the key already.
        let name = attribute.name
        return sink.propertyKey(name == GraphConventions.identifierKey ? "attribute_id" : name)
    }

    /// The value of an attribute; nil where it says nothing.
    private mutating func value(_ text: DOTText) -> Value? {
        if text.isEmpty { return nil }
        let content = self.text(text)
        // The default label: the node's own name.
        if content == "\\N" { return nil }
        return .string(text.isMarkup ? "<\(content)>" : content)
    }

    private mutating func text(_ text: DOTText) -> String {
        if let valid = text.valid { return valid }
        assumesLatin1 = true
        return text.text
    }
}
