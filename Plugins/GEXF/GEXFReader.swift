import GraphModel
import ImporterKit
import XMLReading

/// Turns the elements of one file into nodes and relationships.
///
/// What an element says is gathered on stacks and given to the sink at its end.
struct GEXFReader: XMLHandler {
    let document: XMLDocument
    let sink: any GraphSink
    let conventions: GEXFConventions
    let complaints: Complaints
    var attributes = GEXFAttributeTable()
    var names: NameTokens
    var ledger = NodeLedger()

    private var scopes: [GEXFScope] = []
    var frames: [GEXFFrame] = []
    var text = TextStack()
    var values: [GEXFValue] = []
    var extras: [(key: KeyToken, value: Value)] = []
    var spells: [GEXFInterval] = []

    private var builder = GEXFAttributeBuilder()
    /// Whether all attributes have been looked for, as one was used before its declaration.
    var hasAllAttributes = false
    /// The mark of the last attribute that was met.
    private(set) var lastDeclared = 0
    /// Whether times that are plain numbers are years.
    private(set) var numbersAreYears: Bool
    /// Whether this program wrote the file: then labels, kinds, colours and bounds only repeat what
    /// the attributes say.
    private(set) var isOwnExport = false
    private(set) var isUndirected = false
    private var hasGraph = false
    private var elementNumber = 0
    /// Elements with times that are no dates, and with gaps in their validity.
    var numericTime: (count: Int, mark: Int) = (0, 0)
    var gaps: (count: Int, mark: Int) = (0, 0)

    var file: InputFile { document.file }

    init(_ document: XMLDocument, _ conventions: GEXFConventions, into sink: any GraphSink) {
        self.document = document
        self.conventions = conventions
        self.sink = sink
        numbersAreYears = conventions.numbersAreYears
        complaints = Complaints(document.file, sink)
        names = NameTokens(sink)
    }

    // MARK: - Events

    mutating func startElement(_ tag: borrowing XMLTag<GEXFName>) throws {
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
        case .statement: try addStatement(tag)
        case .graph: try startGraph(tag)
        case .attributes, .attribute, .attributePart: builder.start(tag)
        case .gexf, .meta, .nodes, .edges, .list, .skipped: break
        }
    }

    mutating func endElement(_ tag: borrowing XMLTag<GEXFName>) throws {
        guard let scope = scopes.popLast() else { return }
        switch scope {
        case .node, .edge:
            guard let frame = frames.popLast() else { return }
            if scope == .node { try endNode(frame) } else { try endEdge(frame) }
            try close(frame)
        case .attribute:
            if let attribute = builder.end(tag), !hasAllAttributes { try declare(attribute) }
        case .attributes, .attributePart: _ = builder.end(tag)
        case .gexf, .meta, .graph, .nodes, .edges, .list, .statement, .skipped: break
        }
    }

    mutating func characters(_ stretch: Span<UInt8>) {
        if scopes.last == .attributePart { builder.characters(stretch) }
    }

    // MARK: - The frame of a document

    private mutating func startDocument(_ tag: borrowing XMLTag<GEXFName>) throws {
        guard tag.name == .gexf else {
            throw Diagnostic(
                .data, "NotGEXF", "the outer element is '\(tag.localName)', not 'gexf'",
                place: tag.place)
        }
        for index in 0..<tag.attributeCount {
            if tag.attribute(at: index).isIn("urn:veiviser:export") { isOwnExport = true }
        }
        scopes.append(.gexf)
    }

    private mutating func startGraph(_ tag: borrowing XMLTag<GEXFName>) throws {
        if hasGraph {
            try complaints.report("SeveralGraphs", .warning, line: tag.line) {
                Diagnostic(
                    .data, "SeveralGraphs", "a second graph in one file was put to the first",
                    place: tag.place, severity: .warning)
            }
        }
        hasGraph = true
        if let format = tag[.timeFormat], format.equals("date") || format.equals("dateTime") {
            numbersAreYears = true
        }
        switch tag.text(.defaultEdgeType) {
        case "directed", nil: isUndirected = false
        case "undirected", "mutual": isUndirected = true
        case let word?: try reportEdgeType(word, tag, .defaultEdgeType)
        }
    }

    func reportEdgeType(
        _ word: String, _ tag: borrowing XMLTag<GEXFName>, _ attribute: GEXFName
    ) throws {
        try complaints.report("EdgeType", .warning, line: tag.line) {
            Diagnostic(
                .data, "EdgeType", "'\(word)' is no kind of edge", place: tag.place(of: attribute),
                hint: "edges are 'directed', 'undirected' or 'mutual'; directed is assumed",
                severity: .warning)
        }
    }

    private mutating func close(_ frame: GEXFFrame) throws {
        text.cut(at: frame.textStart)
        if values.count > frame.valuesStart { values.removeSubrange(frame.valuesStart...) }
        if extras.count > frame.extrasStart { extras.removeSubrange(frame.extrasStart...) }
        if spells.count > frame.spellsStart { spells.removeSubrange(frame.spellsStart...) }
        elementNumber += 1
        if elementNumber % 4096 == 0 { try sink.progress(bytes: frame.mark) }
    }

    // MARK: - Attributes

    private func declare(_ attribute: GEXFAttribute, isNew: Bool) throws {
        if isNew, attribute.isTypeKnown { return }
        let code = isNew ? "UnknownType" : "DuplicateAttribute"
        try complaints.report(code, .warning, line: attribute.line) {
            Diagnostic(
                .data, code,
                isNew
                    ? "'\(attribute.typeName)' is no type; the values are taken as texts"
                    : "the attribute '\(attribute.id)' is declared already; the first counts",
                place: document.place(of: isNew ? "type" : "id", inTagBefore: attribute.mark),
                severity: .warning)
        }
    }

    mutating func declare(_ attribute: GEXFAttribute) throws {
        lastDeclared = attribute.mark
        let isNew = attributes.add(attribute)
        try declare(attribute, isNew: isNew)
    }

    // MARK: - The end

    /// Says what can be said only when all is read.
    mutating func finish() throws {
        if !hasGraph {
            try sink.report(
                Diagnostic(
                    .data, "NoGraph", "there is no graph in the file",
                    place: SourcePlace(file: file.name, line: 1), severity: .warning))
        }
        try defineUndescribed()
        if numericTime.count > 0 {
            try note(
                "NumericTime", numericTime.mark,
                "\(numericTime.count) times are numbers and no dates; they were kept as 'start' and "
                    + "'end'", hint: "--option time=years makes years of them, so that AS OF works")
        }
        if gaps.count > 0 {
            try note(
                "Gaps", gaps.mark,
                "\(gaps.count) elements hold at several times; their validity spans all of them, "
                    + "and 'spells' has each", hint: nil)
        }
        try complaints.finish()
        try sink.progress(bytes: file.content.count)
    }

    private func note(_ code: String, _ mark: Int, _ message: String, hint: String?) throws {
        try sink.report(
            Diagnostic(
                .data, code, message, place: document.place(ofTagBefore: mark), hint: hint,
                severity: .note))
    }

    private func defineUndescribed() throws {
        let givesIdentifiers = !isOwnExport && !attributes.nodesHaveIdentifiers
        try ledger.defineUndescribed(
            in: document, identifierKey: givesIdentifiers ? names.identifier : nil,
            complaints: complaints, sink: sink)
    }
}
