import GraphModel
import ImporterKit
import XMLReading

extension AKNReader {
    /// Takes the start of an element that is neither metadata nor left out.
    mutating func start(_ element: XMLBranch) throws -> Ending {
        let role = AKNVocabulary.role(of: element.name)
        if role == .document {
            openDocument(element)
            return .document
        }
        if role == .component { component = element.identifier }
        // Around the documents there is nothing to keep.
        guard !openDocuments.isEmpty else { return .nothing }
        try beginDocumentIfNeeded()
        register(element)
        switch role {
        case .provision, .part: return try openNode(element, role)
        case .note: return openNote(element)
        case .quotedStructure:
            nodes[nodes.count - 1].quotations += 1
            return .quotation
        case .number: return openOwn(element, "number")
        case .heading: return openOwn(element, "heading")
        case .subheading: return openOwn(element, "subheading")
        case .block:
            breakLine()
            return .line
        case .title: return openTitle(element)
        case .reference: return try openReference(element)
        case .quotedText:
            if let quote = element["startQuote"] { addText(quote) }
            return .quote(element["endQuote"] ?? "")
        default:
            try addMention(element)
            return .nothing
        }
    }

    /// Takes the end of an element.
    mutating func end(_ ending: Ending) throws {
        switch ending {
        case .nothing: break
        case .line: breakLine()
        case .node: closeNode()
        case .document: try closeDocument()
        case .capture: closeCapture()
        case .quote(let mark): addText(mark)
        case .quotation: nodes[nodes.count - 1].quotations -= 1
        }
    }

    mutating func addText(_ text: String) {
        var text = text
        text.withUTF8 { addText($0.span) }
    }

    /// What an identifier stands for: the innermost node it lies in.
    private mutating func register(_ element: XMLBranch) {
        guard let identifier = element.identifier, let node = nodes.last?.token,
            let open = openDocuments.last
        else { return }
        if documents[open].nodes[identifier] == nil { documents[open].nodes[identifier] = node }
    }

    // MARK: - nodes

    private mutating func openNode(_ element: XMLBranch, _ role: AKNRole) throws -> Ending {
        let parent = nodes[nodes.count - 1]
        let isQuoted = parent.quotations > 0
        let identifier = try identifier(of: element)
        let kind = isQuoted ? "QuotedProvision" : role == .provision ? "Provision" : "TextPart"
        let node = describe(
            element, identifier, [kind, AKNVocabulary.label(of: element.name)])
        graph.relate(node, "PART_OF", parent.token)
        setProperties(of: node, element)
        breakLine()
        nodes.append(
            OpenNode(
                token: node, identifier: identifier, line: element.line, depth: endings.count + 1,
                quotations: isQuoted ? 1 : 0))
        try addMention(element)
        for name in ["by", "toward"] {
            guard let href = element[name] else { continue }
            references.append(
                AKNReference(
                    from: .node(node), document: currentDocument, href: href,
                    type: name == "by" ? "SPOKEN_BY" : "ADDRESSED_TO",
                    properties: [("as", element["as"].map { .string($0) } ?? .null)],
                    element: element, attribute: name, isMention: true))
        }
        return .node
    }

    private mutating func openNote(_ element: XMLBranch) -> Ending {
        let parent = nodes[nodes.count - 1]
        let identifier = unusedIdentifier(element)
        let node = describe(element, identifier, ["Note"])
        graph.relate(parent.token, "HAS_NOTE", node)
        graph.set("marker", of: node, to: element["marker"])
        graph.set("placement", of: node, to: element["placement"])
        nodes.append(
            OpenNode(
                token: node, identifier: identifier, line: element.line,
                depth: endings.count + 1))
        return .node
    }

    /// Makes a node of an element of the text.
    private mutating func describe(
        _ element: XMLBranch, _ identifier: String, _ labels: [String]
    ) -> NodeToken {
        sink.at(line: element.line, file: document.file)
        let node = graph.node("\(documents[currentDocument].id)#\(identifier)", labels: labels)
        if let own = element.identifier { graph.set("eId", of: node, to: .string(own)) }
        graph.set("kind", of: node, to: .string(element.name))
        documents[currentDocument].nodes[identifier] = node
        return node
    }

    private mutating func closeNode() {
        guard let done = nodes.popLast() else { return }
        sink.at(line: done.line, file: document.file)
        if !done.text.isEmpty { graph.set("text", of: done.token, to: .string(done.text.text)) }
    }

    /// Attributes of a division that say something.
    private func setProperties(of node: NodeToken, _ element: XMLBranch) {
        for name in ["name", "status", "contains", "alternativeTo", "startTime", "endTime"] {
            graph.set(name, of: node, to: element[name])
        }
        if element["eId"] != nil { graph.set("wId", of: node, to: element["wId"]) }
        graph.set("guid", of: node, to: element["GUID"])
        // A reference is a relationship; what is none is a word of the author's.
        if let word = element["refersTo"], !word.hasPrefix("#") {
            graph.set("refersTo", of: node, to: word)
        }
        documents[currentDocument].validity(of: element)?.set(on: node, graph)
    }

    // MARK: - identifiers

    /// The identifier of a division; of one that has none, as the naming convention would make it.
    private mutating func identifier(of element: XMLBranch) throws -> String {
        guard let own = element.identifier else { return madeIdentifier(element.name) }
        let isDivision = documents[currentDocument].divisions.insert(own).inserted
        if isDivision { return own }
        try sink.report(
            Diagnostic(
                .data, "DuplicateId", "the identifier '\(own)' is taken by another element",
                place: document.place(
                    of: element["eId"] != nil ? "eId" : "id", inTagAt: element.offset),
                hint: "identifiers are unique in a document", severity: .warning))
        return madeIdentifier(element.name)
    }

    private mutating func unusedIdentifier(_ element: XMLBranch) -> String {
        if let own = element.identifier,
            documents[currentDocument].divisions.insert(own).inserted
        {
            return own
        }
        return madeIdentifier(element.name)
    }

    private mutating func madeIdentifier(_ name: String) -> String {
        let last = nodes.count - 1
        let prefix = nodes[last].identifier
        while true {
            nodes[last].unnamed[name, default: 0] += 1
            let number = nodes[last].unnamed[name] ?? 1
            let made = (prefix.isEmpty ? "" : prefix + "__") + "\(name)_\(number)"
            if documents[currentDocument].divisions.insert(made).inserted { return made }
        }
    }

    // MARK: - numbers, headings, titles

    /// Number and heading belong to the division they stand directly in; elsewhere they are text.
    private mutating func openOwn(_ element: XMLBranch, _ property: String) -> Ending {
        guard nodes.count > 1, nodes[nodes.count - 1].depth == endings.count else {
            breakLine()
            return .line
        }
        captures.append(
            Capture(use: .property(property), nodeCount: nodes.count, isExclusive: true))
        return .capture
    }

    private mutating func openTitle(_ element: XMLBranch) -> Ending {
        captures.append(
            Capture(use: .title(element.name), nodeCount: nodes.count, isExclusive: false))
        return .capture
    }

    private mutating func closeCapture() {
        guard let capture = captures.popLast() else { return }
        let text = capture.text.text
        switch capture.use {
        case .reference(let index): references[index].text = text
        case .property(let name):
            guard let node = nodes.last else { return }
            sink.at(line: node.line, file: document.file)
            graph.set(name, of: node.token, to: text)
        case .title(let name):
            documents[currentDocument].addTitle(name, text)
        }
    }

    /// The number of the document at hand.
    var currentDocument: Int { openDocuments.last ?? 0 }
}
