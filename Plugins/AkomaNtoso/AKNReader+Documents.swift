import GraphModel
import ImporterKit
import XMLReading

extension AKNReader {
    mutating func openDocument(_ element: XMLBranch) {
        openDocuments.append(documents.count)
        documents.append(AKNDocument(element))
    }

    /// Makes the node of the document at hand, where its metadata have not done so.
    mutating func beginDocumentIfNeeded() throws {
        guard let open = openDocuments.last, documents[open].node == nil else { return }
        let element = documents[open].element
        try sink.report(
            Diagnostic(
                .data, "MissingIdentification",
                "'\(element.name)' does not begin with metadata that identify it",
                place: document.place(ofTagAt: element.offset),
                hint: "write 'meta' with 'identification' first; the file's name is used instead",
                severity: .warning))
        try beginDocument(identifier: nil)
    }

    /// Makes the node of the document at hand; `identifier` is what its metadata call it.
    mutating func beginDocument(identifier: String?) throws {
        let number = currentDocument
        let element = documents[number].element
        var id = identifier ?? document.file.baseName
        if !documentIDs.insert(id).inserted {
            id += "#" + (component ?? "\(element.name)_\(number + 1)")
            documentIDs.insert(id)
        }
        sink.at(line: element.line, file: document.file)
        let instrument = AKNVocabulary.instruments.contains(element.name) ? ["LegalInstrument"] : []
        let node = graph.node(
            id, labels: ["Document", AKNVocabulary.label(of: element.name)] + instrument)
        documents[number].id = id
        documents[number].node = node
        documents[number].aliases.append(id)
        graph.set("kind", of: node, to: .string(element.name))
        graph.set("documentType", of: node, to: element["name"])
        graph.set("contains", of: node, to: element["contains"])
        if let own = element.identifier { documents[number].nodes[own] = node }
        linkToWhole(node)
        nodes.append(
            OpenNode(token: node, identifier: "", line: element.line, depth: endings.count))
    }

    /// A document within another, or beside it as a component, is part of it.
    private mutating func linkToWhole(_ node: NodeToken) {
        let whole = openDocuments.count > 1 ? openDocuments[openDocuments.count - 2] : 0
        guard whole != currentDocument, let wholeNode = documents[whole].node else { return }
        graph.relate(node, "PART_OF", wholeNode)
        if let component { documents[whole].nodes[component] = node }
        component = nil
    }

    mutating func closeDocument() throws {
        try beginDocumentIfNeeded()
        let number = currentDocument
        guard let done = nodes.popLast() else { return }
        sink.at(line: done.line, file: document.file)
        if !done.text.isEmpty { graph.set("text", of: done.token, to: .string(done.text.text)) }
        let titles = documents[number].titles
        graph.set("title", of: done.token, to: titles["docTitle"])
        graph.set("shortTitle", of: done.token, to: titles["shortTitle"])
        graph.set("docNumber", of: done.token, to: titles["docNumber"])
        if let name = titles["docTitle"] ?? titles["shortTitle"] {
            graph.set(nameKey(documents[number].language), of: done.token, to: name)
        }
        documents[number].validity(of: documents[number].element)?.set(on: done.token, graph)
        openDocuments.removeLast()
    }

    /// The property the guide keeps a name of this language in.
    private func nameKey(_ language: String?) -> String {
        switch language {
        case "eng", "en": "name_en"
        case "nob", "nb", "nor", "no": "name_nb"
        case "nno", "nn": "name_nn"
        default: "label"
        }
    }
}
