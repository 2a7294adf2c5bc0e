import GraphModel
import ImporterKit
import XMLReading

/// The `<data>` or `<desc>` that is open, and what a drawing within it shows.
struct GraphMLData {
    enum Purpose {
        /// A value of an attribute.
        case value
        /// A description of an element in words.
        case description
        /// Nothing: it is left out.
        case nothing
    }

    var purpose = Purpose.nothing
    var key = 0
    private(set) var start = 0
    private(set) var mark = 0
    private(set) var hasMarkup = false
    private(set) var drawing = GraphMLDrawing()
    /// The depth of the element whose own text is a label, 0 for none, and where the text begins.
    private var captureDepth = 0
    private var captureStart = 0

    /// Whether the text directly within is wanted.
    var isWanted: Bool { purpose != .nothing }

    mutating func start(
        _ purpose: Purpose, at position: Int, _ tag: borrowing XMLTag<GraphMLName>
    ) {
        self.purpose = purpose
        start = position
        mark = tag.mark
        if hasMarkup {
            hasMarkup = false
            drawing = GraphMLDrawing()
        }
        captureDepth = 0
    }

    // MARK: - Markup within

    mutating func startMarkup(
        _ tag: borrowing XMLTag<GraphMLName>, depth: Int, _ text: TextStack
    ) {
        hasMarkup = true
        if purpose != .value { return }
        switch tag.name {
        case .nodeLabel, .edgeLabel, .labelText:
            captureDepth = depth
            captureStart = text.count
        case .plainLabel:
            if let text = tag.value(of: "Text") { drawing.add(label: text.text) }
        case .geometry, .rectangle: drawing.addGeometry(tag)
        case .fill:
            if let color = tag.value(of: "color") { drawing.add("color", .string(color.text)) }
        case .shape:
            if let shape = tag.text(.type) { drawing.add("shape", .string(shape)) }
        default: break
        }
    }

    /// Whether text at a depth belongs to a label.
    func isCapturing(depth: Int) -> Bool { depth == captureDepth }

    mutating func endMarkup(depth: Int, _ text: inout TextStack) {
        guard depth == captureDepth else { return }
        captureDepth = 0
        let label = text.withView { $0.text($0.trimmed(captureStart..<text.count)) }
        text.cut(at: captureStart)
        drawing.add(label: label)
    }
}

/// What is kept of a drawing.
struct GraphMLDrawing {
    private(set) var labels: [String] = []
    private(set) var properties: [(name: String, value: Value)] = []

    /// A group has a label for each of its states, mostly the same.
    mutating func add(label: String) {
        if !label.isEmpty, !labels.contains(label) { labels.append(label) }
    }

    mutating func add(_ name: String, _ value: Value) {
        if !properties.contains(where: { $0.name == name }) { properties.append((name, value)) }
    }

    mutating func addGeometry(_ tag: borrowing XMLTag<GraphMLName>) {
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(at: index)
            let name = attribute.localName.lowercased()
            guard ["x", "y", "width", "height"].contains(name) else { continue }
            let value = FileContent(bytes: Array(attribute.value.text.utf8))
                .withView { $0.value(0..<$0.count, as: .float) }
            if let value { add(name, value) }
        }
    }
}

/// Names of what has no place in the graph, for a note each.
struct GraphMLLeftOut {
    private enum Kind {
        case ofGraph
        case ofPort
        case drawing
    }

    private var names: [Kind: [String]] = [:]
    private var marks: [Kind: Int] = [:]

    mutating func add(_ name: String, of scope: GraphMLScope, mark: Int) {
        let kind: Kind =
            switch scope {
            case .port, .endpoint: .ofPort
            case .markup: .drawing
            default: .ofGraph
            }
        if marks[kind] == nil { marks[kind] = mark }
        if !(names[kind, default: []].contains(name)) { names[kind, default: []].append(name) }
    }

    func report(_ document: XMLDocument, _ sink: any GraphSink) throws {
        for (kind, code, what) in [
            (Kind.ofGraph, "GraphAttributes", "attributes of the graph itself were left out"),
            (.ofPort, "PortAttributes", "attributes of ports were left out"),
            (.drawing, "Drawings", "what only a drawing needs was left out"),
        ] {
            guard let list = names[kind], let mark = marks[kind] else { continue }
            try sink.report(
                Diagnostic(
                    .data, code, "\(what): " + list.map { "'\($0)'" }.joined(separator: ", "),
                    place: document.place(ofTagBefore: mark), severity: .note))
        }
    }
}
