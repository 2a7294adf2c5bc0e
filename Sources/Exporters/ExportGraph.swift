import GraphModel
import GraphStore

/// The part of a graph that is exported: all of it, or what a query gave.
///
/// Nodes and relationships are known by their number here, from 0, in the order of their stable
/// ids, so that the same graph always gives the same file.
package struct ExportGraph: Sendable {
    /// The graph it is part of.
    package let view: GraphView
    /// The position in the view of every node.
    package let nodes: [UInt32]
    /// The position in the view of every relationship.
    package let relationships: [UInt32]
    /// A text for every node that no other has: its `id` where that will do.
    package let identifiers: [String]
    private let numbers: [UInt32: Int]

    /// The whole graph.
    package init(_ view: GraphView) {
        self.init(
            view,
            nodes: (0..<view.nodeLimit).filter { view.isLive(node: $0) },
            relationships: (0..<view.relationshipLimit).filter { view.isLive(relationship: $0) })
    }

    /// The nodes and relationships in the rows of a result, at any depth, with the ends of the
    /// relationships.
    package init(_ view: GraphView, rows: some Sequence<[Value]>) {
        var selection = ExportSelection()
        for row in rows {
            for value in row { selection.add(value) }
        }
        for relationship in selection.relationships {
            selection.nodes.insert(view.source(of: relationship))
            selection.nodes.insert(view.target(of: relationship))
        }
        self.init(
            view, nodes: Array(selection.nodes), relationships: Array(selection.relationships))
    }

    private init(_ view: GraphView, nodes: [UInt32], relationships: [UInt32]) {
        self.view = view
        let nodes = nodes.sorted { view.nodeID(of: $0) < view.nodeID(of: $1) }
        self.nodes = nodes
        self.relationships = relationships.sorted {
            view.relationshipID(of: $0) < view.relationshipID(of: $1)
        }
        identifiers = ExportIdentifiers(view, nodes).texts
        numbers = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    }

    /// Whether there is nothing in it.
    package var isEmpty: Bool { nodes.isEmpty }

    /// A node with all that is said of it.
    package func node(_ number: Int) -> ExportNode {
        let position = nodes[number]
        return ExportNode(
            number: number, identifier: identifiers[number],
            labels: view.labels(of: position).map { view.labelName($0) }.sorted(by: precedes),
            properties: properties(view.nodeProperties(position)))
    }

    /// A relationship with all that is said of it.
    package func relationship(_ number: Int) -> ExportRelationship {
        let position = relationships[number]
        return ExportRelationship(
            number: number, type: view.typeName(view.type(ofRelationship: position)),
            from: numbers[view.source(of: position)] ?? 0,
            to: numbers[view.target(of: position)] ?? 0,
            properties: properties(view.relationshipProperties(position)))
    }

    /// Calls with every node.
    func forEachNode(_ body: (ExportNode) -> Void) {
        for number in nodes.indices { body(node(number)) }
    }

    /// Calls with every relationship.
    func forEachRelationship(_ body: (ExportRelationship) -> Void) {
        for number in relationships.indices { body(relationship(number)) }
    }

    private func properties(_ pairs: [(KeyID, Value)]) -> [ExportProperty] {
        pairs.map { ExportProperty(key: view.keyName($0.0), value: $0.1) }
            .sorted { precedes($0.key, $1.key) }
    }
}

/// The order of names in files: by their scalars, the same in every locale.
func precedes(_ left: String, _ right: String) -> Bool { left.scalarOrder(to: right) < 0 }

/// A property of a node or a relationship.
package struct ExportProperty: Sendable {
    package let key: String
    package let value: Value
}

/// A node to be written.
package struct ExportNode: Sendable {
    package let number: Int
    package let identifier: String
    /// In order of their names.
    package let labels: [String]
    /// In order of their keys.
    package let properties: [ExportProperty]

    /// A property, nil where there is none.
    package subscript(key: String) -> Value? {
        properties.first { $0.key.hasSameScalars(as: key) }?.value
    }

    /// A property that is a text with something in it.
    func text(_ key: String) -> String? {
        if case .string(let text)? = self[key], !text.isEmpty { text } else { nil }
    }

    /// What a person knows it by, in a language where there is a choice.
    func caption(language: String) -> String {
        let keys = ["name_\(language)", "name_nb", "name_en", "name", "title", "label"]
        return keys.lazy.compactMap(text).first ?? identifier
    }

    /// Whether `id` is just what the node is identified by.
    var isIdentifiedByID: Bool {
        text("id").map { $0.hasSameScalars(as: identifier) } ?? false
    }
}

/// A relationship to be written.
package struct ExportRelationship: Sendable {
    package let number: Int
    package let type: String
    /// The numbers of its ends.
    package let from: Int
    package let to: Int
    /// In order of their keys.
    package let properties: [ExportProperty]

    /// A property, nil where there is none.
    package subscript(key: String) -> Value? {
        properties.first { $0.key.hasSameScalars(as: key) }?.value
    }

    func text(_ key: String) -> String? {
        if case .string(let text)? = self[key], !text.isEmpty { text } else { nil }
    }
}

/// Collects the graph elements in values.
private struct ExportSelection {
    var nodes: Set<UInt32> = []
    var relationships: Set<UInt32> = []

    mutating func add(_ value: Value) {
        switch value {
        case .node(let node): nodes.insert(node.raw)
        case .relationship(let relationship): relationships.insert(relationship.raw)
        case .path(let path):
            nodes.formUnion(path.nodes.map(\.raw))
            relationships.formUnion(path.relationships.map(\.raw))
        case .list(let values):
            for value in values { add(value) }
        case .map(let map):
            for entry in map.entries { add(entry.value) }
        default: break
        }
    }
}

/// Finds a text for each node that no other has.
private struct ExportIdentifiers {
    private(set) var texts: [String] = []

    init(_ view: GraphView, _ nodes: [UInt32]) {
        let key = view.keyID("id")
        let wanted = nodes.map { node in
            key.flatMap { Self.text(view.property(node: node, key: $0)) }
        }
        var uses: [ByteText: Int] = [:]
        for case .some(let text) in wanted { uses[ByteText(text), default: 0] += 1 }
        texts.reserveCapacity(nodes.count)
        for (node, text) in zip(nodes, wanted) {
            if let text, uses[ByteText(text)] == 1 {
                texts.append(text)
                continue
            }
            var made = "n\(view.nodeID(of: node))"
            while uses[ByteText(made)] != nil { made += "x" }
            texts.append(made)
        }
    }

    private static func text(_ value: Value) -> String? {
        switch value {
        case .string(let text) where isUsable(text): text
        case .integer(let number): String(number)
        default: nil
        }
    }

    /// Not too long for any format, and without characters that XML or DOT cannot hold.
    private static func isUsable(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 4096 && text.unicodeScalars.allSatisfy(isUsable)
    }

    private static func isUsable(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20
            ? scalar.value & 0xFFFE != 0xFFFE : "\t\n\r".unicodeScalars.contains(scalar)
    }
}

/// A text that is the same as another only where the bytes are: `String` takes the composed and
/// the decomposed å for one.
struct ByteText: Hashable {
    private let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ByteText, right: ByteText) -> Bool {
        left.text.hasSameScalars(as: right.text)
    }

    func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}
