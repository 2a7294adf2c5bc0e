import GraphModel
import GraphStore

/// A graph as the checks see it: every node and relationship with its evidence and place.
struct CheckedGraph {
    /// A relationship.
    struct Statement {
        let relationship: UInt32
        let type: String
        let from: UInt32
        let to: UInt32
        let validity: Validity
        let sources: [String]
        let confidence: String?

        var period: CheckPeriod { CheckPeriod(validity) }
    }

    let view: GraphView
    let reader: NodeReader
    let nodes: [UInt32]
    let statements: [Statement]
    /// The nodes of each id, in order.
    let byID: [String: [UInt32]]
    private let placesKey: KeyID?

    init(_ view: GraphView, placesKey: String?) {
        self.view = view
        let reader = NodeReader(view)
        self.reader = reader
        self.placesKey = placesKey.flatMap { view.keyID($0) }
        nodes = (0..<view.nodeLimit).filter { view.isLive(node: $0) }
        statements = (0..<view.relationshipLimit).filter { view.isLive(relationship: $0) }.map {
            Statement(
                relationship: $0, type: view.typeName(view.type(ofRelationship: $0)),
                from: view.source(of: $0), to: view.target(of: $0),
                validity: reader.validity(relationship: $0),
                sources: reader.sources(relationship: $0),
                confidence: reader.confidence(relationship: $0))
        }
        var byID: [String: [UInt32]] = [:]
        for node in nodes {
            if let id = reader.id(of: node) { byID[id, default: []].append(node) }
        }
        self.byID = byID
    }

    /// The node of an id.
    func node(_ id: String) -> UInt32? { byID[id]?.first }

    func has(_ label: String, _ node: UInt32) -> Bool {
        reader.labels(of: node).contains(label)
    }

    /// The texts a relationship has under a key.
    func texts(_ key: String, of relationship: UInt32) -> [String] {
        guard let key = view.keyID(key) else { return [] }
        return texts(view.property(relationship: relationship, key: key))
    }

    /// A property of a node.
    func value(_ key: String, of node: UInt32) -> Value {
        view.keyID(key).map { view.property(node: node, key: $0) } ?? .null
    }

    func texts(_ value: Value) -> [String] {
        switch value {
        case .string(let text): [text]
        case .list(let values): values.flatMap(texts)
        default: []
        }
    }

    // MARK: - For a person

    /// `'iom'`, or what can be said of a node without an id.
    func name(_ node: UInt32) -> String {
        reader.id(of: node).map { "'\($0)'" } ?? "the node \(view.nodeID(of: node)) without an id"
    }

    /// `'kom' REPORTS_TO 'pod'`
    func text(_ statement: Statement) -> String {
        "\(name(statement.from)) \(statement.type) \(name(statement.to))"
    }

    func place(_ node: UInt32) -> SourcePlace? {
        place(placesKey.map { view.property(node: node, key: $0) }, reader.sources(node: node))
    }

    func place(_ statement: Statement) -> SourcePlace? {
        place(
            placesKey.map { view.property(relationship: statement.relationship, key: $0) },
            statement.sources)
    }

    /// `Graph/actors.xml#L48` as a place; of the sources only what names a file.
    private func place(_ kept: Value?, _ sources: [String]) -> SourcePlace? {
        let texts = kept.map(texts) ?? []
        guard let text = texts.first ?? sources.first(where: Self.namesFile),
            let mark = text.utf8.lastIndex(of: UInt8(ascii: "#")),
            let line = SourceBook.line(String(text[text.utf8.index(after: mark)...]))
        else { return nil }
        return SourcePlace(file: String(text[..<mark]), line: line)
    }

    /// Whether a source is a file and line an importer wrote down, not a document.
    static func namesFile(_ source: String) -> Bool {
        let (id, place) = SourceBook.parts(source)
        return SourceBook.line(place) != nil && !id.hasPrefix("src:") && id.contains(".")
    }
}
