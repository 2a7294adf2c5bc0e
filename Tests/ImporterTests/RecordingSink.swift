import GraphModel
import ImporterKit

/// A sink that keeps everything in plain collections, for tests of one importer.
final class RecordingSink: GraphSink {
    struct Node {
        var identifier: String?
        var space = 0
        var isDefined = false
        var labels: Set<String> = []
        var properties: [String: String] = [:]
        var line = 0
    }

    struct Relationship {
        var type: String
        var from: Int
        var to: Int
        var properties: [String: String] = [:]
        var line = 0
    }

    private(set) var nodes: [Node] = []
    private(set) var relationships: [Relationship] = []
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var statements: [String] = []
    private var names: [String] = []
    private var known: [String: Int] = [:]
    private var line = 0
    private var lists: [String: [String]] = [:]

    /// Runs an importer over one text.
    static func read(
        _ importer: any Importer, _ text: String, name: String = "test",
        options: [String: String] = [:]
    ) throws -> RecordingSink {
        try read(importer, files: [(name, text)], options: options)
    }

    /// Runs an importer over several texts.
    static func read(
        _ importer: any Importer, files: [(String, String)], options: [String: String] = [:]
    ) throws -> RecordingSink {
        let sink = RecordingSink()
        let input = files.map { InputFile(name: $0.0, bytes: Array($0.1.utf8)) }
        try importer.read(ImportInput(files: input, options: options), into: sink)
        return sink
    }

    var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

    /// The diagnostics as `severity Code line:column`.
    var diagnosticTexts: [String] {
        diagnostics.map {
            "\($0.severity.rawValue) \($0.code) \($0.place?.line ?? 0):\($0.place?.column ?? 0)"
        }
    }

    /// The nodes as `identifier:Label{key=value}` with everything sorted.
    var nodeTexts: [String] {
        nodes.map { node in
            let labels = node.labels.sorted().map { ":\($0)" }.joined()
            return (node.identifier ?? "") + labels + RecordingSink.text(node.properties)
        }
    }

    /// The relationships as `from-TYPE->to{key=value}`.
    var relationshipTexts: [String] {
        relationships.map {
            "\(name($0.from))-\($0.type)->\(name($0.to))" + RecordingSink.text($0.properties)
        }
    }

    private func name(_ node: Int) -> String { nodes[node].identifier ?? "#\(node)" }

    private static func text(_ properties: [String: String]) -> String {
        if properties.isEmpty { return "" }
        let pairs = properties.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return "{" + pairs.joined(separator: ",") + "}"
    }

    private func intern(_ name: String) -> UInt32 {
        if let at = names.firstIndex(of: name) { return UInt32(at) }
        names.append(name)
        return UInt32(names.count - 1)
    }

    func label(_ name: String) -> LabelToken { LabelToken(intern(name)) }
    func relationshipType(_ name: String) -> TypeToken { TypeToken(intern(name)) }
    func propertyKey(_ name: String) -> KeyToken { KeyToken(intern(name)) }

    func node(_ identifier: Span<UInt8>, space: Int) -> NodeToken {
        let text = String(identifier)
        let key = "\(space)/\(text)"
        if let node = known[key] { return NodeToken(UInt32(node)) }
        known[key] = nodes.count
        nodes.append(Node(identifier: text, space: space, line: line))
        return NodeToken(UInt32(nodes.count - 1))
    }

    func anonymousNode() -> NodeToken {
        nodes.append(Node(isDefined: true, line: line))
        return NodeToken(UInt32(nodes.count - 1))
    }

    func define(_ node: NodeToken) -> Bool {
        let before = nodes[Int(node.raw)].isDefined
        nodes[Int(node.raw)].isDefined = true
        return !before
    }

    func add(_ label: LabelToken, to node: NodeToken) {
        nodes[Int(node.raw)].labels.insert(names[Int(label.raw)])
    }

    func set(_ key: KeyToken, of node: NodeToken, to value: Value) {
        nodes[Int(node.raw)].properties[names[Int(key.raw)]] = RecordingSink.text(value)
    }

    func append(_ value: Value, to key: KeyToken, of node: NodeToken) {
        let name = names[Int(key.raw)]
        guard let text = RecordingSink.text(value) else { return }
        let list = lists["\(node.raw)/\(name)", default: []] + [text]
        lists["\(node.raw)/\(name)"] = list
        nodes[Int(node.raw)].properties[name] =
            list.count == 1 ? text : "[" + list.joined(separator: ", ") + "]"
    }

    func relationship(_ type: TypeToken, from: NodeToken, to: NodeToken) -> RelationshipToken {
        relationships.append(
            Relationship(
                type: names[Int(type.raw)], from: Int(from.raw), to: Int(to.raw), line: line))
        return RelationshipToken(UInt32(relationships.count - 1))
    }

    func set(_ key: KeyToken, of relationship: RelationshipToken, to value: Value) {
        relationships[Int(relationship.raw)].properties[names[Int(key.raw)]] =
            RecordingSink.text(value)
    }

    func statement(_ text: @autoclosure () -> String) { statements.append(text()) }
    func at(line: Int, file: InputFile) { self.line = line }
    func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
    func progress(bytes: Int) {}

    /// A value as Cypher writes it; null is absent.
    static func text(_ value: Value) -> String? {
        switch value {
        case .null: nil
        case .boolean(let flag): "\(flag)"
        case .integer(let number): "\(number)"
        case .float(let number): "\(number)"
        case .string(let text): "'\(text)'"
        case .list(let elements):
            "[" + elements.map { text($0) ?? "null" }.joined(separator: ", ") + "]"
        case .date(let date): "\(date.days)d"
        default: value.typeName
        }
    }
}
