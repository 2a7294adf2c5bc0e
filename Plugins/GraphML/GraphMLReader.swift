import GraphModel
import ImporterKit
import XMLReading

/// Turns the elements of one file into nodes and relationships.
///
/// What an element says is gathered on stacks and given to the sink at its end, since the type of
/// a relationship comes in its data.
struct GraphMLReader: XMLHandler {
    let document: XMLDocument
    let sink: any GraphSink
    let conventions: GraphMLConventions
    var keys: GraphMLKeyTable
    let complaints: Complaints
    var names: NameTokens
    var ledger = NodeLedger()

    private var scopes: [GraphMLScope] = []
    var frames: [GraphMLFrame] = []
    private(set) var graphs: [GraphMLOpenGraph] = []
    var text = TextStack()
    var values: [GraphMLValue] = []
    var extras: [(key: KeyToken, value: Value)] = []
    var data = GraphMLData()

    private var keyBuilder = GraphMLKeyBuilder()
    /// Whether all keys of the file have been looked for, as one was used before its declaration.
    var hasAllKeys = false
    /// The mark of the last key that was met.
    var lastDeclared = 0
    /// How many graphs directly within the outer element have begun, and the names of two.
    private var graphCount = 0
    private(set) var graphName = ""
    private(set) var space = IdentifierSpace.shared
    /// The number of the element that is given to the sink.
    var elementNumber = 0
    var edgeIdentifiers = GraphMLEdgeIdentifiers()
    /// Names of what was left out, for notes.
    var leftOut = GraphMLLeftOut()

    var file: InputFile { document.file }

    init(_ document: XMLDocument, _ conventions: GraphMLConventions, into sink: any GraphSink) {
        self.document = document
        self.conventions = conventions
        self.sink = sink
        keys = GraphMLKeyTable(conventions)
        complaints = Complaints(document.file, sink)
        names = NameTokens(sink)
    }

    // MARK: - Events

    mutating func startElement(_ tag: borrowing XMLTag<GraphMLName>) throws {
        guard let outer = scopes.last else {
            try startDocument(tag)
            return
        }
        guard let scope = outer.within(tag.name) else {
            try complaints.warnOfMisplaced(tag)
            scopes.append(.skipped)
            return
        }
        scopes.append(scope)
        switch scope {
        case .node: try startNode(tag)
        case .edge: try startEdge(tag)
        case .data: try startData(tag, within: outer)
        case .markup: data.startMarkup(tag, depth: scopes.count, text)
        case .graph: try startGraph(tag, within: outer)
        case .key, .keyDefault: keyBuilder.start(tag)
        case .hyperedge: startHyperedge(tag)
        case .endpoint: try addEndpoint(tag)
        case .port: addPort(tag)
        case .desc: startDescription(tag, within: outer)
        case .graphml, .skipped: break
        }
    }

    mutating func endElement(_ tag: borrowing XMLTag<GraphMLName>) throws {
        guard let scope = scopes.popLast() else { return }
        switch scope {
        case .node: try endNode()
        case .edge: try endEdge()
        case .data: try endData()
        case .markup: data.endMarkup(depth: scopes.count + 1, &text)
        case .graph: graphs.removeLast()
        case .key: try endKey(tag)
        case .keyDefault: _ = keyBuilder.end(tag)
        case .hyperedge: try endHyperedge()
        case .desc: endDescription()
        case .graphml, .endpoint, .port, .skipped: break
        }
    }

    mutating func characters(_ stretch: Span<UInt8>) {
        switch scopes.last {
        case .data, .desc: if data.isWanted { text.append(stretch) }
        case .markup: if data.isCapturing(depth: scopes.count) { text.append(stretch) }
        case .keyDefault: keyBuilder.characters(stretch)
        default: break
        }
    }

    // MARK: - The frame of a document

    private mutating func startDocument(_ tag: borrowing XMLTag<GraphMLName>) throws {
        guard tag.name == .graphml else {
            throw Diagnostic(
                .data, "NotGraphML", "the outer element is '\(tag.localName)', not 'graphml'",
                place: tag.place)
        }
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(at: index)
            if attribute.isIn(GraphMLNamespace.export) { keys.isOwnExport = true }
        }
        scopes.append(.graphml)
    }

    private mutating func startGraph(
        _ tag: borrowing XMLTag<GraphMLName>, within outer: GraphMLScope
    ) throws {
        if outer == .graphml { try enterGraph(tag) }
        let parent = frames.last?.identifier.map { text.text($0) }
        let isUndirected: Bool
        switch tag.text(.edgeDefault) {
        case "undirected": isUndirected = true
        case "directed": isUndirected = false
        case let word:
            isUndirected = graphs.last?.isUndirected ?? false
            if word != nil || graphs.isEmpty {
                try complaints.report("EdgeDefault", .warning, line: tag.line) {
                    Diagnostic(
                        .data, "EdgeDefault",
                        word.map { "'\($0)' is no kind of edge" }
                            ?? "the graph does not say whether its edges are directed",
                        place: tag.place(of: .edgeDefault),
                        hint: "edgedefault is 'directed' or 'undirected'; directed is assumed",
                        severity: .warning)
                }
            }
        }
        graphs.append(GraphMLOpenGraph(isUndirected: isUndirected, parent: parent))
    }

    /// Nodes of one name are nodes of their own in each graph of a file; where there are several,
    /// the property `graph` tells them apart.
    private mutating func enterGraph(_ tag: borrowing XMLTag<GraphMLName>) throws {
        graphCount += 1
        let name = tag.text(.id) ?? "\(graphCount)"
        if graphCount == 2, !keys.nodesHaveGraphs {
            for node in ledger.described {
                sink.set(names.key("graph"), of: node, to: .string(graphName))
            }
        }
        if graphCount > 1 {
            try defineUndescribed()
            ledger = NodeLedger()
            edgeIdentifiers = GraphMLEdgeIdentifiers()
            space = IdentifierSpace.named("graphml graph \(graphCount)")
        }
        graphName = name
    }

    /// Whether nodes are to say which graph they are of.
    var hasSeveralGraphs: Bool { graphCount > 1 }

    private mutating func endKey(_ tag: borrowing XMLTag<GraphMLName>) throws {
        guard let declaration = keyBuilder.end(tag), !hasAllKeys else { return }
        try declare(declaration)
    }

    // MARK: - The end

    /// Says what can be said only when all is read.
    mutating func finish() throws {
        try defineUndescribed()
        if graphCount == 0 {
            try sink.report(
                Diagnostic(
                    .data, "NoGraph", "there is no graph in the file",
                    place: SourcePlace(file: file.name, line: 1), severity: .warning))
        }
        try leftOut.report(document, sink)
        try complaints.finish()
        try sink.progress(bytes: file.content.count)
    }

    private func defineUndescribed() throws {
        let givesIdentifiers = !keys.isOwnExport && !keys.nodesHaveIdentifiers
        try ledger.defineUndescribed(
            in: document, identifierKey: givesIdentifiers ? names.identifier : nil,
            complaints: complaints, sink: sink)
    }
}
