import GraphModel

/// What is heard from a plugin while it reads, and what it comes to.
struct PluginTalk {
    private let input: ImportInput
    private let sink: any GraphSink
    private let source: (any TripleReceiverSource)?
    private var receivers: [String: any TripleReceiver] = [:]
    private var schema: PluginSchema?
    private var labels: [String: LabelToken] = [:]
    private var types: [String: TypeToken] = [:]
    private var keys: [String: KeyToken] = [:]
    private(set) var nodes = 0
    private(set) var edges = 0
    private(set) var triples = 0

    init(
        input: ImportInput, sink: any GraphSink, triples: (any TripleReceiverSource)?
    ) {
        self.input = input
        self.sink = sink
        source = triples
    }

    /// Greets a plugin and hears who it is.
    static func introduce(
        _ connection: inout PluginConnection, _ limits: ExternalLimits
    ) throws(Diagnostic) -> PluginHello {
        connection.send([
            "type": "hello", "protocol": .integer(PluginMessage.version), "host": "veiviser",
        ])
        guard let message = try connection.next(seconds: limits.helloSeconds) else {
            let end = connection.describeEnd()
            throw connection.fault("PluginCrashed", end)
        }
        guard case .hello(let hello) = message else {
            throw connection.fault("PluginProtocol", "did not begin with a hello")
        }
        guard hello.version == PluginMessage.version else {
            throw connection.fault(
                "PluginVersion",
                "speaks version \(hello.version) of the protocol, this program version "
                    + "\(PluginMessage.version)",
                hint: hello.version > PluginMessage.version
                    ? "a newer version of this program may know it" : "update the plugin")
        }
        return hello
    }

    /// Takes messages until the plugin is done.
    mutating func listen(
        _ connection: inout PluginConnection, _ limits: ExternalLimits
    ) throws {
        while let message = try connection.next(seconds: limits.silentSeconds) {
            do {
                if try hear(message) { return }
            } catch let reason as PluginMessageFault {
                throw connection.fault(reason)
            }
            if connection.messageCount % 4096 == 0 { try sink.progress(bytes: 0) }
        }
        let end = connection.describeEnd()
        throw connection.fault("PluginUnfinished", end)
    }

    /// Takes a message; true where it is the last.
    ///
    /// - Throws: `PluginMessageFault`, or what the sink throws.
    mutating func hear(_ message: PluginMessage) throws -> Bool {
        switch message {
        case .hello: throw PluginMessageFault("a second hello")
        case .schema(let schema): self.schema = schema
        case .node(let node):
            try check(node.labels, schema?.labels, "label")
            try add(node)
        case .edge(let edge):
            try check(edge.type.map { [$0] } ?? [], schema?.types, "relationship")
            add(edge)
        case .triple(let triple):
            guard let source else {
                throw PluginMessageFault("a triple, which nothing here can take")
            }
            try add(triple, source)
        case .diagnostic(let diagnostic, let place):
            try sink.report(located(diagnostic, place))
        case .progress(let bytes): try sink.progress(bytes: bytes)
        case .done(let nodes, let edges, let triples):
            try check(nodes, edges, triples)
            for receiver in receivers.values { try receiver.finish() }
            return true
        }
        return false
    }

    /// Refuses names that are not in the plugin's own schema.
    private func check(
        _ names: [String], _ declared: Set<String>?, _ what: String
    ) throws(PluginMessageFault) {
        guard let declared, !declared.isEmpty,
            let stray = names.first(where: { !declared.contains($0) })
        else { return }
        throw PluginMessageFault("the \(what) '\(stray)' is not in its schema")
    }

    /// Refuses counts that are not those of what came.
    private func check(
        _ nodes: Int?, _ edges: Int?, _ triples: Int?
    ) throws(PluginMessageFault) {
        for (name, said, came) in [
            ("nodes", nodes, self.nodes), ("edges", edges, self.edges),
            ("triples", triples, self.triples),
        ] {
            if let said, said != came {
                throw PluginMessageFault("it counts \(said) \(name) where \(came) came")
            }
        }
    }

    // MARK: facts

    private func file(_ place: PluginMessage.Place) -> InputFile {
        input.files.first { $0.baseName == place.file } ?? input.files[0]
    }

    private func enter(_ place: PluginMessage.Place) {
        sink.at(line: place.line, file: file(place))
    }

    private mutating func add(_ message: PluginMessage.Node) throws {
        nodes += 1
        enter(message.place)
        let node = sink.node(message.identifier)
        guard sink.define(node) else {
            let place = SourcePlace(
                file: file(message.place).name, line: max(message.place.line, 1))
            try sink.report(.duplicateNode(message.identifier, place))
            return
        }
        for name in message.labels {
            let token = labels[name] ?? sink.label(name)
            labels[name] = token
            sink.add(token, to: node)
        }
        var hasIdentifier = false
        for (key, value) in message.properties where value != .null {
            if key == GraphConventions.identifierKey { hasIdentifier = true }
            sink.set(self.key(key), of: node, to: value.propertyValue)
        }
        if !hasIdentifier {
            sink.set(
                key(GraphConventions.identifierKey), of: node, to: .string(message.identifier))
        }
    }

    private mutating func add(_ message: PluginMessage.Edge) {
        edges += 1
        enter(message.place)
        let name = message.type ?? GraphConventions.relationshipType
        let type = types[name] ?? sink.relationshipType(name)
        types[name] = type
        let edge = sink.relationship(
            type, from: sink.node(message.from), to: sink.node(message.to))
        if !message.isDirected {
            sink.set(key(GraphConventions.directedKey), of: edge, to: .boolean(false))
        }
        for (key, value) in message.properties where value != .null {
            sink.set(self.key(key), of: edge, to: value.propertyValue)
        }
    }

    private mutating func add(
        _ message: PluginMessage.Triple, _ source: any TripleReceiverSource
    ) throws {
        triples += 1
        enter(message.place)
        let file = file(message.place)
        var receiver = try receivers[file.name] ?? source.receiver(for: file, into: sink)
        receivers[file.name] = nil
        receiver.add(message.subject, message.predicate, message.object)
        receivers[file.name] = receiver
    }

    private mutating func key(_ name: String) -> KeyToken {
        let token = keys[name] ?? sink.propertyKey(name)
        keys[name] = token
        return token
    }

    // MARK: reports

    private func located(_ diagnostic: Diagnostic, _ place: PluginMessage.Place) -> Diagnostic {
        var diagnostic = diagnostic
        let file = file(place)
        if place.line > 0, place.column > 0 {
            var found = file.place(line: place.line, byteColumn: 1)
            found.column = place.column
            diagnostic.place = found
        } else {
            diagnostic.place = SourcePlace(file: file.name, line: max(place.line, 1))
        }
        return diagnostic
    }

    /// Passes on what the plugin logged.
    func reportLog(_ lines: [String]) throws {
        guard !lines.isEmpty else { return }
        try sink.report(
            Diagnostic(
                .data, "PluginLog", "the plugin logged something", notes: lines, severity: .note))
    }
}
