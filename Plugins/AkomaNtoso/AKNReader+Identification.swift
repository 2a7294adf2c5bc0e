import GraphModel
import ImporterKit
import XMLReading

extension AKNReader {
    /// Keeps a document's names: work, expression (the document's own node) and manifestation.
    mutating func identify(_ node: NodeToken, _ identification: XMLBranch) throws {
        let number = currentDocument
        for level in identification.children {
            let owner: NodeToken?
            switch level.name {
            case "FRBRWork": owner = try identifyWork(node, level)
            case "FRBRExpression": owner = node
            case "FRBRManifestation": owner = identifyManifestation(node, level)
            default: owner = nil
            }
            guard let owner else {
                lost[level.name, default: 0] += 1
                continue
            }
            for name in ["FRBRthis", "FRBRuri"] {
                if let value = AKNReader.value(level, name) {
                    documents[number].aliases.append(value)
                }
            }
            try setIdentity(of: owner, level)
            addAuthors(level, node)
        }
    }

    private mutating func identifyWork(_ node: NodeToken, _ level: XMLBranch) throws -> NodeToken? {
        let uri = AKNReader.value(level, "FRBRuri")
        guard let this = AKNReader.value(level, "FRBRthis") ?? uri else { return nil }
        // Where there is no expression, the document is the work.
        if this == documents[currentDocument].id { return node }
        sink.at(line: level.line, file: document.file)
        let work = graph.node(this, "Work")
        graph.relate(node, "REALIZES", work)
        if let uri, uri != this { graph.relate(work, "PART_OF", graph.node(uri, "Work")) }
        return work
    }

    private mutating func identifyManifestation(
        _ node: NodeToken, _ level: XMLBranch
    ) -> NodeToken? {
        guard let this = AKNReader.value(level, "FRBRthis") ?? AKNReader.value(level, "FRBRuri")
        else { return nil }
        documents[currentDocument].manifestation = this
        sink.at(line: level.line, file: document.file)
        let manifestation = graph.node(this, "Manifestation")
        graph.relate(node, "EMBODIED_IN", manifestation)
        return manifestation
    }

    private mutating func setIdentity(of node: NodeToken, _ level: XMLBranch) throws {
        sink.at(line: level.line, file: document.file)
        graph.set("uri", of: node, to: AKNReader.value(level, "FRBRuri"))
        let single = [
            ("FRBRcountry", "country"), ("FRBRname", "shortName"), ("FRBRsubtype", "subtype"),
            ("FRBRversionNumber", "version"), ("FRBRformat", "format"),
            ("FRBRprescriptive", "prescriptive"), ("FRBRauthoritative", "authoritative"),
        ]
        for (element, property) in single {
            graph.set(property, of: node, to: AKNReader.value(level, element))
        }
        let several = [
            ("FRBRnumber", "numbers"), ("FRBRlanguage", "languages"), ("FRBRalias", "aliases"),
        ]
        for (element, property) in several {
            let values = level.children(element).compactMap { $0["value"] ?? $0["language"] }
            graph.set(property, of: node, to: values)
            if element == "FRBRlanguage" { documents[currentDocument].language = values.first }
        }
        try setDates(of: node, level)
    }

    private func setDates(of node: NodeToken, _ level: XMLBranch) throws {
        let dates = level.children("FRBRdate")
        for (index, element) in dates.enumerated() {
            guard let day = try date(element), index == 0 else { continue }
            graph.set("date", of: node, to: .date(day))
        }
        // Each kind of date has a name, as the document's authors chose it.
        let named = dates.compactMap { element in
            element["date"].map { "\($0) \(element["name"] ?? "")" }
        }
        if named.count > 1 { graph.set("dates", of: node, to: named) }
    }

    private mutating func addAuthors(_ level: XMLBranch, _ node: NodeToken) {
        for author in level.children("FRBRauthor") {
            guard let href = author["href"] else { continue }
            references.append(
                AKNReference(
                    from: .node(node), document: currentDocument, href: href,
                    type: level.name == "FRBRWork" ? "ISSUED_BY" : "EDITED_BY",
                    properties: [
                        ("of", .string(level.name.dropFirst(4).lowercased())),
                        ("role", author["as"].map { .string(AKNDocument.local($0)) } ?? .null),
                    ], element: author, attribute: "href", externalLabel: "Actor"))
        }
    }
}
