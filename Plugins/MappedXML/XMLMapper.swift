import GraphModel
import ImporterKit
import XMLReading

/// Makes nodes and relationships of a file's elements by a mapping, as they come.
struct XMLMapper: XMLHandler {
    /// An element that is open.
    struct OpenElement {
        let name: String
        let namespace: String?
    }

    /// A value found, and where it stands.
    struct Found {
        let text: String
        let line: Int
        let offset: Int
    }

    /// An element that a rule takes, while it is open.
    struct Match {
        enum Rule {
            case node(Int)
            /// Of the node of a match.
            case inNode(match: Int, rule: Int)
            case relationship(Int)
        }

        let rule: Rule
        /// How many elements are open, its own included.
        let depth: Int
        let line: Int
        let offset: Int
        /// What its paths have found, in the order of the rule's paths.
        var values: [[Found]]
        var node: NodeToken?
        /// Whether there is none, as the fault that was told says.
        var isRefused = false
        /// What waits for the node to be known.
        var waiting: [Waiting] = []
    }

    /// A relationship that waits for the node it stands in.
    struct Waiting {
        let type: String
        let other: [NodeToken]
        let isOutgoing: Bool
        let properties: [(String, Value)]
        let line: Int
    }

    /// The text of an element that a path leads to.
    private struct Capture {
        let match: Int
        let value: Int
        let depth: Int
        let line: Int
        let offset: Int
        var text = XMLLines()
    }

    let mapping: XMLMapping
    let document: XMLDocument
    let sink: any GraphSink
    let graph: NamedSink
    /// The paths of each rule: what a match collects.
    private let nodePaths: [[MappedPath]]
    private let relationshipPaths: [[MappedPath]]
    private let inNodePaths: [[[MappedPath]]]

    private var open: [OpenElement] = []
    private(set) var matches: [Match] = []
    private var captures: [Capture] = []
    private var isAnyMatched = false
    private var tags = 0

    init(_ mapping: XMLMapping, document: XMLDocument, sink: any GraphSink) {
        self.mapping = mapping
        self.document = document
        self.sink = sink
        graph = NamedSink(sink)
        nodePaths = mapping.nodes.map { ($0.id.map { [$0] } ?? []) + $0.properties.map(\.path) }
        relationshipPaths = mapping.relationships.map(XMLMapper.paths)
        inNodePaths = mapping.nodes.map { $0.relationships.map(XMLMapper.paths) }
    }

    // MARK: - events

    mutating func startElement(_ tag: borrowing XMLTag<NoXMLNames>) throws {
        let name = tag.localName
        open.append(OpenElement(name: name, namespace: tag.namespace))
        let line = tag.line
        let offset = tag.offset
        tags += 1
        if tags % 1024 == 0 { try sink.progress(bytes: offset) }
        openMatches(line, offset)
        for index in matches.indices {
            let within = open[matches[index].depth...]
            for (value, path) in paths(of: matches[index]).enumerated()
            where path.matches(within) {
                guard let attribute = path.attribute else {
                    captures.append(
                        Capture(
                            match: index, value: value, depth: open.count, line: line,
                            offset: offset))
                    continue
                }
                for at in 0..<tag.attributeCount {
                    let given = tag.attribute(at: at)
                    guard attribute.matches(given.localName, given.namespace) else { continue }
                    matches[index].values[value].append(
                        Found(text: given.value.text, line: line, offset: offset))
                }
            }
        }
        try nameEarly()
    }

    mutating func characters(_ text: Span<UInt8>) {
        for index in captures.indices { captures[index].text.append(text) }
    }

    mutating func endElement(_ tag: borrowing XMLTag<NoXMLNames>) throws {
        while let capture = captures.last, capture.depth == open.count {
            captures.removeLast()
            matches[capture.match].values[capture.value].append(
                Found(text: capture.text.line, line: capture.line, offset: capture.offset))
        }
        while let match = matches.last, match.depth == open.count {
            matches.removeLast()
            try close(match)
        }
        open.removeLast()
    }

    /// Says so where the mapping and the file have nothing to do with each other.
    func finish() throws {
        if isAnyMatched { return }
        try sink.report(
            Diagnostic(
                .data, "NothingMatched", "no element of the file is where the mapping looks",
                place: SourcePlace(file: document.file.name, line: 1),
                hint: "compare the paths of the mapping with the file", severity: .warning))
    }

    // MARK: - matches

    /// Opens a match for each rule that takes the element just begun.
    private mutating func openMatches(_ line: Int, _ offset: Int) {
        func match(_ rule: Match.Rule, _ count: Int) -> Match {
            Match(
                rule: rule, depth: open.count, line: line, offset: offset,
                values: Array(repeating: [], count: count))
        }
        for (index, rule) in mapping.nodes.enumerated() where rule.path.matches(open) {
            isAnyMatched = true
            matches.append(match(.node(index), nodePaths[index].count))
        }
        for (index, rule) in mapping.relationships.enumerated() where rule.path.matches(open) {
            isAnyMatched = true
            matches.append(match(.relationship(index), relationshipPaths[index].count))
        }
        // The node's own element is within reach of its relationships.
        for outer in matches.indices {
            guard case .node(let number) = matches[outer].rule else { continue }
            let within = open[matches[outer].depth...]
            for (index, rule) in mapping.nodes[number].relationships.enumerated()
            where rule.path.matches(within) {
                matches.append(
                    match(
                        .inNode(match: outer, rule: index), inNodePaths[number][index].count))
            }
        }
    }

    private func paths(of match: Match) -> [MappedPath] {
        switch match.rule {
        case .node(let index): return nodePaths[index]
        case .relationship(let index): return relationshipPaths[index]
        case .inNode(let outer, let index):
            guard case .node(let number) = matches[outer].rule else { return [] }
            return inNodePaths[number][index]
        }
    }

    /// The paths of a relationship: its ends, then its properties.
    private static func paths(_ rule: XMLMapping.RelationshipRule) -> [MappedPath] {
        var paths: [MappedPath] = []
        for end in [rule.from, rule.to] {
            if case .identifiers(let path, _, _, _) = end { paths.append(path) }
        }
        return paths + rule.properties.map(\.path)
    }

    /// Makes the nodes whose identifier stands in their own tag, so that nothing needs to wait.
    private mutating func nameEarly() throws {
        for index in matches.indices where matches[index].depth == open.count {
            guard case .node(let number) = matches[index].rule else { continue }
            let rule = mapping.nodes[number]
            let isInTag = rule.id.map { $0.steps.isEmpty && $0.attribute != nil } ?? true
            guard isInTag else { continue }
            matches[index].node = try makeNode(rule, matches[index])
            matches[index].isRefused = matches[index].node == nil
        }
    }

    /// Hands a relationship to the node that an outer match stands for.
    mutating func attach(_ waiting: Waiting, to match: Int) {
        if let node = matches[match].node {
            relate(waiting, node)
        } else {
            matches[match].waiting.append(waiting)
        }
    }

    /// The innermost open node at this depth or further out.
    func enclosing(depth: Int) -> Int? {
        matches.lastIndex { match in
            guard case .node = match.rule else { return false }
            return match.depth <= depth
        }
    }
}
