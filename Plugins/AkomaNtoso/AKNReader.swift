import GraphModel
import ImporterKit
import XMLReading

/// Turns a file's elements into nodes as they come; links are resolved at the end, as a document
/// may name what comes later.
struct AKNReader: XMLHandler, XMLTextGathering {
    /// What is to be done when an element ends.
    enum Ending {
        case nothing
        case line
        case node
        case document
        case capture
        case quote(String)
        case quotation
    }

    /// A node whose element is open.
    struct OpenNode: XMLTextHolder {
        let token: NodeToken
        /// Its identifier within its document.
        let identifier: String
        let line: Int
        /// Number of the open element it is, the root being 1.
        let depth: Int
        var text = XMLLines()
        /// How many nodes of each name lie in it that have no identifier.
        var unnamed: [String: Int] = [:]
        /// How many quotations the node lies in.
        var quotations = 0
    }

    /// Text that is wanted for itself: a number, a title, the words of a link.
    struct Capture: XMLTextCapture {
        enum Use {
            case property(String)
            case title(String)
            case reference(Int)
        }

        let use: Use
        /// Number of the open node it belongs to; notes within have nodes of their own.
        let nodeCount: Int
        /// Whether the node's text goes without it.
        let isExclusive: Bool
        var text = XMLLines()
    }

    let document: XMLDocument
    let sink: any GraphSink
    let graph: NamedSink

    var endings: [Ending] = []
    var nodes: [OpenNode] = []
    var captures: [Capture] = []
    var documents: [AKNDocument] = []
    /// Identifiers documents have.
    var documentIDs: Set<String> = []
    /// Numbers of the open documents.
    var openDocuments: [Int] = []
    var references: [AKNReference] = []
    /// The identifier of the component a document may begin in.
    var component: String?
    private var meta: XMLBranchBuilder?
    private var namespace: String?
    /// Elements open within what is left out.
    private var skipping = 0
    private var tags = 0
    /// What is left out, and how often.
    var lost: [String: Int] = [:]

    init(document: XMLDocument, sink: any GraphSink) {
        self.document = document
        self.sink = sink
        graph = NamedSink(sink)
    }

    // MARK: - events

    mutating func startElement(_ tag: borrowing XMLTag<NoXMLNames>) throws {
        if skipping > 0 {
            skipping += 1
            return
        }
        if endings.isEmpty, meta == nil { return try startRoot(tag) }
        let element = XMLBranch(tag)
        tags += 1
        if tags % 1024 == 0 { try sink.progress(bytes: element.offset) }
        if meta != nil {
            meta?.start(element)
            return
        }
        if element.namespace != namespace { return skip(element) }
        switch AKNVocabulary.role(of: element.name) {
        case .meta: meta = XMLBranchBuilder(element)
        case .lost: skip(element)
        default: endings.append(try start(element))
        }
    }

    mutating func endElement(_ tag: borrowing XMLTag<NoXMLNames>) throws {
        if skipping > 0 {
            skipping -= 1
            return
        }
        if meta != nil {
            guard let done = meta?.end() else { return }
            meta = nil
            try readMetadata(done)
            return
        }
        guard let ending = endings.popLast() else { return }
        try end(ending)
    }

    mutating func characters(_ text: Span<UInt8>) throws {
        if skipping > 0 { return }
        if meta != nil {
            meta?.append(text)
            return
        }
        if nodes.isEmpty, text.isBlank { return }
        try beginDocumentIfNeeded()
        guard !nodes.isEmpty else { return }
        addText(text)
    }

    private mutating func startRoot(_ tag: borrowing XMLTag<NoXMLNames>) throws {
        guard AkomaNtosoImporter.isRoot(tag.localName) else {
            throw Diagnostic(
                .data, "NotAkomaNtoso",
                "the outer element is '\(tag.localName)', not 'akomaNtoso'", place: tag.place,
                hint: "see 'veiviser importers' for who reads what")
        }
        namespace = tag.namespace
        endings.append(.nothing)
    }

    private mutating func skip(_ element: XMLBranch) {
        lost[element.name, default: 0] += 1
        skipping = 1
    }

    // MARK: - the end

    /// Resolves the links and says what was left out.
    mutating func finish() throws {
        guard let first = documents.first else {
            throw Diagnostic(
                .data, "NoDocument", "there is no document in the file",
                place: SourcePlace(file: document.file.name, line: 1),
                hint: "within 'akomaNtoso' stands 'act', 'bill', 'doc', 'judgment' or the like")
        }
        var resolver = AKNResolver(
            document: document, sink: sink, graph: graph, documents: documents)
        for reference in references { try resolver.add(reference) }
        if lost.isEmpty { return }
        let names = lost.sorted { $0.key < $1.key }.map { "'\($0.key)' (\($0.value))" }
        try sink.report(
            Diagnostic(
                .data, "NotImported",
                "not kept: \(names.joined(separator: ", "))",
                place: SourcePlace(file: document.file.name, line: first.element.line),
                severity: .note))
    }
}
