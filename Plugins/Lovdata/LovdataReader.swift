import GraphModel
import ImporterKit
import XMLReading

/// Turns a law's elements into nodes as they come; links are resolved at the end.
struct LovdataReader: XMLHandler, XMLTextGathering {
    /// What is to be done when an element ends.
    enum Ending {
        case nothing
        case line
        case node
        case capture
    }

    /// A node whose element is open.
    struct OpenNode: XMLTextHolder {
        let token: NodeToken
        let id: String
        let kind: String
        let line: Int
        /// Number of the open element it is.
        let depth: Int
        var text = XMLLines()
        var number = ""
        var heading = ""
        /// Chapters, paragraphs and items so far.
        var chapters = 0
        var paragraphs = 0
        var items = 0
    }

    /// Text that is wanted for itself.
    struct Capture: XMLTextCapture {
        enum Use {
            case number
            case words
            case heading
            case changes(LovdataChanges)
            case link(Int)
            case nothing
        }

        var use: Use
        let nodeCount: Int
        let isExclusive: Bool
        var text = XMLLines()
    }

    let document: XMLDocument
    let sink: any GraphSink
    let graph: NamedSink

    var endings: [Ending] = []
    var nodes: [OpenNode] = []
    var captures: [Capture] = []
    var links: [LovdataLink] = []
    /// Nodes by the identifiers of the graph and by those of the page.
    var known: [String: NodeToken] = [:]
    var local: [String: NodeToken] = [:]
    /// The law's identifier.
    var id = ""
    var language = "nb"
    private var metadata: XMLBranchBuilder?
    private var skipping = 0
    private var tags = 0

    init(document: XMLDocument, sink: any GraphSink) {
        self.document = document
        self.sink = sink
        graph = NamedSink(sink)
    }

    mutating func startElement(_ tag: borrowing XMLTag<NoXMLNames>) throws {
        if skipping > 0 {
            skipping += 1
            return
        }
        let element = XMLBranch(tag)
        tags += 1
        if tags % 1024 == 0 { try sink.progress(bytes: element.offset) }
        if metadata != nil {
            metadata?.start(element)
            return
        }
        if endings.isEmpty {
            try startRoot(element)
            return
        }
        switch LovdataRole(element) {
        case .metadata: metadata = XMLBranchBuilder(element)
        case .left: skipping = 1
        default: endings.append(try start(element))
        }
    }

    mutating func endElement(_ tag: borrowing XMLTag<NoXMLNames>) throws {
        if skipping > 0 {
            skipping -= 1
            return
        }
        if metadata != nil {
            guard let done = metadata?.end() else { return }
            metadata = nil
            try readMetadata(done)
            return
        }
        switch endings.popLast() {
        case .line: breakLine()
        case .node: closeNode()
        case .capture: try closeCapture()
        case .nothing, nil: break
        }
    }

    mutating func characters(_ text: Span<UInt8>) throws {
        if skipping > 0 { return }
        if metadata != nil {
            metadata?.append(text)
            return
        }
        if nodes.isEmpty { return }
        addText(text)
    }

    private mutating func startRoot(_ element: XMLBranch) throws {
        guard ["lovdata", "html"].contains(element.name) else {
            throw Diagnostic(
                .data, "NotLovdata",
                "the outer element is '\(element.name)', not 'lovdata' or 'html'",
                place: document.place(ofTagAt: element.offset),
                hint: "see 'veiviser importers' for who reads what")
        }
        if let given = element["lang"], given.hasPrefix("nn") { language = "nn" }
        endings.append(.nothing)
    }

    /// Makes the law's node where there are no metadata to name it.
    mutating func beginIfNeeded() throws {
        guard nodes.isEmpty else { return }
        try sink.report(
            Diagnostic(
                .data, "MissingMetadata", "there are no data that say which law this is",
                place: SourcePlace(file: document.file.name, line: 1),
                hint: "the file's name is used instead", severity: .warning))
        beginLaw(id: document.file.baseName, line: 1)
    }

    /// Makes the law's node.
    mutating func beginLaw(id: String, line: Int) {
        self.id = id
        sink.at(line: line, file: document.file)
        let isRegulation = id.hasPrefix("forskrift/")
        let node = graph.node(id, "LegalInstrument", isRegulation ? "Regulation" : "Law")
        graph.set("kind", of: node, to: isRegulation ? "regulation" : "law")
        graph.set("level", of: node, to: "national")
        known[id] = node
        nodes.append(OpenNode(token: node, id: id, kind: "law", line: line, depth: 0))
    }

    /// Closes the law and resolves the links.
    mutating func finish() throws {
        guard !nodes.isEmpty else {
            throw Diagnostic(
                .data, "NoDocument", "there is no law in the file",
                place: SourcePlace(file: document.file.name, line: 1),
                hint: "Lovdata's files hold 'metadata', or 'dl' of class 'data-document-key-info'")
        }
        while !nodes.isEmpty { closeNode() }
        var resolver = LovdataResolver(
            document: document, graph: graph, known: known, local: local)
        for link in links { try resolver.add(link) }
    }
}
