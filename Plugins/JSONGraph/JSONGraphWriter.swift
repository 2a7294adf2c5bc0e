import GraphModel
import ImporterKit

/// What all forms need: names to tokens, members to properties, faults with places.
struct JSONGraphWriter {
    let sink: any GraphSink
    let file: InputFile
    let defaultType: String
    /// The identifier space of the graph at hand.
    var space = IdentifierSpace.shared
    private var keys: [String: KeyToken] = [:]
    private var labels: [String: LabelToken] = [:]
    private var types: [String: TypeToken] = [:]
    private var count = 0

    init(sink: any GraphSink, file: InputFile, defaultType: String) {
        self.sink = sink
        self.file = file
        self.defaultType = defaultType
    }

    /// Names of nodes hold within one graph of a file.
    mutating func enterGraph(_ number: Int) {
        space =
            number == 0 ? IdentifierSpace.shared : IdentifierSpace.named("json graph \(number)")
    }

    /// Defines a node; nil where it is there already, which is reported.
    func define(_ identifier: String, at mark: Int) throws -> NodeToken? {
        let node = sink.node(identifier, space: space)
        if sink.define(node) { return node }
        try sink.report(.duplicateNode(identifier, file.place(at: mark)))
        return nil
    }

    /// Adds a relationship between nodes known by their identifiers.
    mutating func relationship(
        _ type: String?, from start: String, to end: String
    ) -> RelationshipToken {
        let name = type.flatMap { $0.isEmpty ? nil : $0 } ?? defaultType
        let token = types[name] ?? sink.relationshipType(name)
        types[name] = token
        return sink.relationship(
            token, from: sink.node(start, space: space), to: sink.node(end, space: space))
    }

    /// Sets a property; null sets none.
    mutating func set(_ key: String, of node: NodeToken, to value: JSONValue) {
        if value != .null { sink.set(token(key), of: node, to: value.propertyValue) }
    }

    /// Sets a property; null sets none.
    mutating func set(_ key: String, of relationship: RelationshipToken, to value: JSONValue) {
        if value != .null { sink.set(token(key), of: relationship, to: value.propertyValue) }
    }

    /// Gives a node the labels of a list of names; false where it is no such list.
    mutating func addLabels(_ value: JSONValue, to node: NodeToken) -> Bool {
        guard let names = value.elements, names.allSatisfy({ $0.text != nil }) else { return false }
        for name in names.compactMap(\.text) {
            let token = labels[name] ?? sink.label(name)
            labels[name] = token
            sink.add(token, to: node)
        }
        return true
    }

    /// Marks a relationship that stands for an undirected edge.
    mutating func setUndirected(_ relationship: RelationshipToken) {
        sink.set(token(GraphConventions.directedKey), of: relationship, to: .boolean(false))
    }

    private mutating func token(_ key: String) -> KeyToken {
        if let known = keys[key] { return known }
        let token = sink.propertyKey(key)
        keys[key] = token
        return token
    }

    /// Reads an element whole and tells the sink its line; an element that is no object is
    /// reported and gives nil.
    mutating func element(_ reader: inout JSONReader) throws -> (value: JSONValue, at: Int)? {
        let position = reader.position
        sink.at(line: reader.line, file: file)
        count += 1
        if count % 4096 == 0 { try sink.progress(bytes: position) }
        let value = try reader.value()
        if value.members != nil { return (value, position) }
        try report("BadElement", "a node or edge is an object", at: position)
        return nil
    }

    /// The identifier a member holds; nil where there is none, which is reported.
    func identifier(_ name: String, of value: JSONValue, at position: Int) throws -> String? {
        // D3 puts the node itself where its identifier was.
        let member = value[name]?["id"] ?? value[name]
        if let identifier = member?.identifier { return identifier }
        try report("MissingIdentifier", "this has no usable '\(name)'", at: position)
        return nil
    }

    func report(
        _ code: String, _ message: String, at position: Int,
        severity: Diagnostic.Severity = .error
    ) throws {
        try sink.report(
            Diagnostic(
                .data, code, message, place: file.place(at: position), severity: severity))
    }

    /// Says what of the graph itself was left out.
    func reportGraphMembers(_ names: [String], at position: Int) throws {
        if names.isEmpty { return }
        try report(
            "GraphAttributes",
            "attributes of the graph itself were left out: "
                + names.map { "'\($0)'" }.joined(separator: ", "), at: position, severity: .note)
    }
}

extension JSONReader {
    /// Where the members of the object it stands before begin, and where the object ends; it stays
    /// where it is.
    func members() throws -> (members: [(key: String, mark: Mark)], end: Mark) {
        var reader = self
        var found: [(String, Mark)] = []
        try reader.readMembers { reader, key in
            found.append((key, reader.mark))
            try reader.skip()
        }
        return (found, reader.mark)
    }
}
