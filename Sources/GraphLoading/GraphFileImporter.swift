import GraphModel
import GraphStore
import ImporterKit

/// Reads graph files, so that they can be inspected, and merged with other files by id.
///
/// A node is known by its property `id`; where two nodes share one, the second keeps to itself.
package struct GraphFileImporter: Importer {
    package let descriptor = ImporterDescriptor(
        name: "graph", summary: "graph files this program wrote",
        extensions: ["veiviser"], mediaTypes: ["application/vnd.sqlite3"])

    package init() {}

    package func likelihood(of sample: Sample) -> Likelihood {
        sample.head.starts(with: "SQLite format 3\0".utf8) ? .certain : .no
    }

    package func read(_ input: ImportInput, into sink: any GraphSink) throws {
        guard GraphFile.isGraphFile(input.file.name) else {
            throw Diagnostic(
                .data, "NotAGraphFile", "'\(input.file.name)' is not a graph file",
                place: SourcePlace(file: input.file.name, line: 1),
                hint: "a graph file can be neither compressed nor come from standard input")
        }
        let file = try GraphFile.open(input.file.name, mode: .readOnly)
        // Line 0: what the file holds has its sources already.
        sink.at(line: 0, file: input.file)
        var copy = GraphCopy(file.graph.snapshot().view, to: sink)
        try copy.copyNodes()
        try copy.copyRelationships()
    }
}

/// One graph on its way into a sink.
private struct GraphCopy {
    private let view: GraphView
    private let sink: any GraphSink
    private var nodes: [UInt32: NodeToken] = [:]
    private var keys: [KeyID: KeyToken] = [:]

    init(_ view: GraphView, to sink: any GraphSink) {
        self.view = view
        self.sink = sink
    }

    mutating func copyNodes() throws {
        let idKey = view.keyID(GraphConventions.identifierKey)
        var used: Set<String> = []
        for node in 0..<view.nodeLimit where view.isLive(node: node) {
            let id = idKey.map { view.property(node: node, key: $0) }
            let token: NodeToken
            if let text = id.flatMap(GraphCopy.identifier), used.insert(text).inserted {
                token = sink.node(text)
                sink.define(token)
            } else {
                token = sink.anonymousNode()
            }
            nodes[node] = token
            for label in view.labels(of: node) {
                sink.add(sink.label(view.labelName(label)), to: token)
            }
            for (key, value) in view.nodeProperties(node) {
                sink.set(self.token(of: key), of: token, to: value)
            }
            try pause(at: node)
        }
    }

    /// The text that names a node across files: numbers name nodes too.
    private static func identifier(_ id: Value) -> String? {
        switch id {
        case .string(let text): text
        case .integer(let number): "\(number)"
        default: nil
        }
    }

    mutating func copyRelationships() throws {
        for relationship in 0..<view.relationshipLimit
        where view.isLive(relationship: relationship) {
            guard let from = nodes[view.source(of: relationship)],
                let to = nodes[view.target(of: relationship)]
            else { continue }
            let type = sink.relationshipType(
                view.typeName(view.type(ofRelationship: relationship)))
            let token = sink.relationship(type, from: from, to: to)
            for (key, value) in view.relationshipProperties(relationship) {
                sink.set(self.token(of: key), of: token, to: value)
            }
            try pause(at: relationship)
        }
    }

    private mutating func token(of key: KeyID) -> KeyToken {
        if let known = keys[key] { return known }
        let token = sink.propertyKey(view.keyName(key))
        keys[key] = token
        return token
    }

    /// Lets the user cancel now and then.
    private func pause(at number: UInt32) throws {
        if number % 4096 == 0 { try sink.progress(bytes: 0) }
    }
}
