import GraphModel
import ImporterKit
import XMLReading

extension AKNReader {
    /// Reads a document's metadata; with it the document's node begins.
    mutating func readMetadata(_ meta: XMLBranch) throws {
        guard !openDocuments.isEmpty, documents[currentDocument].node == nil else {
            lost["meta", default: 0] += 1
            return
        }
        let number = currentDocument
        guard let identification = meta.child("identification") else {
            return try beginDocumentIfNeeded()
        }
        let names = ["FRBRExpression", "FRBRWork"].compactMap(identification.child)
        let identifier = names.compactMap { AKNReader.value($0, "FRBRthis") }.first
        try beginDocument(
            identifier: identifier ?? names.compactMap { AKNReader.value($0, "FRBRuri") }.first)
        guard let node = documents[number].node else { return }
        meta.visit { element in
            if let own = element.identifier { documents[number].nodes[own] = node }
        }
        try identify(node, identification)
        try readEvents(node, meta)
        try readReferences(node, meta)
        readClassification(node, meta)
        readNotes(node, meta)
        try readAnalysis(node, meta)
        for child in meta.children where !AKNReader.kept.contains(child.name) {
            lost[child.name, default: 0] += 1
        }
    }

    private static let kept: Set<String> = [
        "identification", "publication", "classification", "lifecycle", "workflow", "analysis",
        "temporalData", "references", "notes",
    ]

    /// The value of a child.
    static func value(_ element: XMLBranch, _ name: String) -> String? {
        element.child(name).flatMap { $0["value"] ?? $0["language"] }
    }

    /// The day an attribute names.
    ///
    /// - Returns: nil where it is absent, or wrong and reported.
    func date(_ element: XMLBranch, _ name: String = "date") throws -> CalendarDate? {
        guard let text = element[name] else { return nil }
        // A date with a time of day counts as its day.
        let day = text.split(separator: "T").first.map(String.init) ?? text
        if case .date(let date)? = ValueText.parse(.date, day) { return date }
        try sink.report(
            Diagnostic(
                .data, "InvalidDate", "'\(text)' is not a date",
                place: document.place(of: name, inTagAt: element.offset),
                hint: "write it as 2012-01-31"))
        return nil
    }

    // MARK: - classification, notes

    private mutating func readClassification(_ document: NodeToken, _ meta: XMLBranch) {
        for keyword in meta.children("classification").flatMap({ $0.children("keyword") }) {
            guard let value = keyword["value"] ?? keyword["showAs"] else { continue }
            sink.at(line: keyword.line, file: self.document.file)
            let dictionary = keyword["dictionary"]
            let node = graph.node("\(dictionary ?? "keyword"):\(value)", "Concept")
            graph.set("kind", of: node, to: .string("keyword"))
            graph.set("name", of: node, to: keyword["showAs"] ?? value)
            graph.set("dictionary", of: node, to: dictionary)
            if let own = keyword.identifier { documents[currentDocument].nodes[own] = node }
            graph.relate(document, "ABOUT", node)
        }
    }

    private mutating func readNotes(_ document: NodeToken, _ meta: XMLBranch) {
        for note in meta.children("notes").flatMap({ $0.children("note") }) {
            guard let own = note.identifier else { continue }
            sink.at(line: note.line, file: self.document.file)
            let node = graph.node("\(documents[currentDocument].id)#\(own)", "Note")
            graph.set("eId", of: node, to: .string(own))
            graph.set("text", of: node, to: note.text.text)
            documents[currentDocument].nodes[own] = node
            documents[currentDocument].divisions.insert(own)
            graph.relate(document, "HAS_NOTE", node)
        }
    }

    // MARK: - analysis

    private mutating func readAnalysis(_ node: NodeToken, _ meta: XMLBranch) throws {
        for part in meta.children("analysis").flatMap(\.children) {
            switch part.name {
            case "activeModifications", "passiveModifications":
                for change in part.children { try addModification(change) }
            case "judicial":
                for finding in part.children {
                    if finding.name == "result" {
                        graph.set("result", of: node, to: finding["type"])
                    } else {
                        addLinks(
                            finding, AKNReader.typeName(finding.name),
                            [("type", finding["type"].map { .string($0) } ?? .null)])
                    }
                }
            default: lost[part.name, default: 0] += 1
            }
        }
    }

    private mutating func addModification(_ change: XMLBranch) throws {
        guard AKNVocabulary.modifications.contains(change.name) else {
            lost[change.name, default: 0] += 1
            return
        }
        var properties: [(String, Value)] = [("kind", .string(change.name))]
        if let type = change["type"] { properties.append(("type", .string(type))) }
        if let force = change.child("force") {
            let validity = documents[currentDocument].validity(of: force)
            if let from = validity?.intervals.first?.from {
                properties.append(("validFrom", .date(from)))
            }
            if let to = validity?.intervals.last?.to { properties.append(("validTo", .date(to))) }
        }
        addLinks(change, "AMENDS", properties)
    }

    /// Links from each source a piece of analysis names to each of its destinations.
    private mutating func addLinks(
        _ element: XMLBranch, _ type: String, _ properties: [(String, Value)]
    ) {
        for source in element.children("source") {
            guard let start = source["href"] else { continue }
            for destination in element.children("destination") {
                guard let href = destination["href"] else { continue }
                references.append(
                    AKNReference(
                        from: .href(start), document: currentDocument, href: href, type: type,
                        properties: properties, element: destination, attribute: "href"))
            }
        }
    }

    /// A relationship type made of an element's name: `dissentsFrom` is DISSENTS_FROM.
    private static func typeName(_ name: String) -> String {
        var type = ""
        for letter in name {
            if letter.isUppercase { type += "_" }
            type += letter.uppercased()
        }
        return type
    }
}
