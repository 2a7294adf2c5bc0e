import GraphModel

/// The messages of the plugin protocol, version 1: one JSON object a line, its kind in `type`.
enum PluginMessage {
    /// The version spoken here.
    static let version = 1

    /// A property's name and value.
    typealias Property = (key: String, value: JSONValue)

    case hello(PluginHello)
    case schema(PluginSchema)
    case node(Node)
    case edge(Edge)
    case triple(Triple)
    case diagnostic(Diagnostic, Place)
    case progress(Int)
    case done(nodes: Int?, edges: Int?, triples: Int?)

    /// Where a fact was read.
    struct Place {
        var file: String?
        var line = 0
        var column = 0
    }

    struct Node {
        let identifier: String
        let labels: [String]
        let properties: [Property]
        let place: Place
    }

    struct Edge {
        let from: String
        let to: String
        let type: String?
        let isDirected: Bool
        let properties: [Property]
        let place: Place
    }

    struct Triple {
        let subject: TripleTerm
        let predicate: String
        let object: TripleTerm
        let place: Place
    }

    /// The message a line holds.
    ///
    /// - Throws: `PluginMessageFault`.
    init(_ value: JSONValue) throws(PluginMessageFault) {
        guard value.members != nil else { throw PluginMessageFault("a message is a JSON object") }
        let fields = PluginFields(value)
        switch try fields.text("type") {
        case "hello": self = .hello(try PluginHello(fields))
        case "schema": self = .schema(try PluginSchema(fields))
        case "node":
            self = .node(
                Node(
                    identifier: try fields.identifier("id"), labels: try fields.texts("labels"),
                    properties: try fields.properties(), place: try fields.place()))
        case "edge":
            self = .edge(
                Edge(
                    from: try fields.identifier("from"), to: try fields.identifier("to"),
                    type: try fields.optionalText("relationship"),
                    isDirected: try fields.boolean("directed", default: true),
                    properties: try fields.properties(), place: try fields.place()))
        case "triple":
            self = .triple(
                Triple(
                    subject: try fields.term("subject"), predicate: try fields.text("predicate"),
                    object: try fields.term("object"), place: try fields.place()))
        case "diagnostic": self = try PluginMessage.diagnostic(fields)
        case "progress": self = .progress(try fields.count("bytes") ?? 0)
        case "done":
            self = .done(
                nodes: try fields.count("nodes"), edges: try fields.count("edges"),
                triples: try fields.count("triples"))
        case let other:
            let known = [
                "hello", "schema", "node", "edge", "triple", "diagnostic", "progress", "done",
            ]
            let near = NearNames.suggestions(for: other, among: known).first
            throw PluginMessageFault(
                "there is no message of type '\(other)'"
                    + (near.map { ", did you mean '\($0)'?" } ?? ""))
        }
    }

    private static func diagnostic(
        _ fields: PluginFields
    ) throws(PluginMessageFault) -> PluginMessage {
        let word = try fields.optionalText("severity") ?? "error"
        guard let severity = Diagnostic.Severity(rawValue: word) else {
            throw PluginMessageFault("the severity '\(word)' is none of error, warning, note")
        }
        let diagnostic = Diagnostic(
            .data, try fields.optionalText("code") ?? "PluginDiagnostic",
            try fields.text("message"), hint: try fields.optionalText("hint"), severity: severity)
        return .diagnostic(diagnostic, try fields.place())
    }
}

/// What is wrong with a message.
struct PluginMessageFault: Error {
    let text: String

    init(_ text: String) {
        self.text = text
    }
}

/// What a plugin announces it will send, where it does.
struct PluginSchema {
    let labels: Set<String>
    let types: Set<String>

    init(_ fields: PluginFields) throws(PluginMessageFault) {
        labels = Set(try fields.texts("labels"))
        types = Set(try fields.texts("relationships"))
    }
}

/// The members of a message, read with faults that name them.
struct PluginFields {
    private let value: JSONValue

    init(_ value: JSONValue) {
        self.value = value
    }

    func text(_ name: String) throws(PluginMessageFault) -> String {
        guard let text = try optionalText(name), !text.isEmpty else {
            throw PluginMessageFault("'\(name)' is missing")
        }
        return text
    }

    /// An empty text is none.
    func optionalText(_ name: String) throws(PluginMessageFault) -> String? {
        guard let member = value[name], member != .null else { return nil }
        guard let text = member.text else { throw PluginMessageFault("'\(name)' is no text") }
        return text.isEmpty ? nil : text
    }

    func identifier(_ name: String) throws(PluginMessageFault) -> String {
        guard let member = value[name] else { throw PluginMessageFault("'\(name)' is missing") }
        guard let identifier = member.identifier else {
            throw PluginMessageFault("'\(name)' is neither a text nor a number")
        }
        return identifier
    }

    func texts(_ name: String) throws(PluginMessageFault) -> [String] {
        guard let member = value[name], member != .null else { return [] }
        guard let elements = member.elements else {
            throw PluginMessageFault("'\(name)' is no list of texts")
        }
        var texts: [String] = []
        for element in elements {
            guard let text = element.text else {
                throw PluginMessageFault("'\(name)' is no list of texts")
            }
            texts.append(text)
        }
        return texts
    }

    func boolean(_ name: String, default: Bool) throws(PluginMessageFault) -> Bool {
        guard let member = value[name] else { return `default` }
        guard let flag = member.boolean else {
            throw PluginMessageFault("'\(name)' is neither true nor false")
        }
        return flag
    }

    func count(_ name: String) throws(PluginMessageFault) -> Int? {
        guard let member = value[name], member != .null else { return nil }
        guard let number = member.integer, number >= 0 else {
            throw PluginMessageFault("'\(name)' is no count")
        }
        return number
    }

    func objects(_ name: String) throws(PluginMessageFault) -> [PluginFields] {
        guard let member = value[name], member != .null else { return [] }
        guard let elements = member.elements, elements.allSatisfy({ $0.members != nil }) else {
            throw PluginMessageFault("'\(name)' is no list of objects")
        }
        return elements.map(PluginFields.init)
    }

    func properties() throws(PluginMessageFault) -> [PluginMessage.Property] {
        guard let member = value["properties"], member != .null else { return [] }
        guard let members = member.members else {
            throw PluginMessageFault("'properties' is no object")
        }
        return members.map { ($0.key, $0.value) }
    }

    func place() throws(PluginMessageFault) -> PluginMessage.Place {
        PluginMessage.Place(
            file: try optionalText("file"), line: try count("line") ?? 0,
            column: try count("column") ?? 0)
    }

    /// An IRI or `_:label` as a text, or an object with `value` for a literal.
    func term(_ name: String) throws(PluginMessageFault) -> TripleTerm {
        guard let member = value[name] else { throw PluginMessageFault("'\(name)' is missing") }
        if let text = member.text {
            return text.hasPrefix("_:") ? .blank(String(text.dropFirst(2))) : .iri(text)
        }
        let fields = PluginFields(member)
        guard let text = member["value"]?.text else {
            throw PluginMessageFault("'\(name)' is neither a text nor an object with 'value'")
        }
        return .literal(
            text, datatype: try fields.optionalText("datatype"),
            language: try fields.optionalText("language"))
    }
}
