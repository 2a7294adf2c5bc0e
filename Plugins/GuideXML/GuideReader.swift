import GraphModel
import XMLReading

/// Turns the elements of one file into records, and notes what is not of the vocabulary.
///
/// A faulty element is left out and the rest is read on, so that one run tells all that is wrong.
struct GuideReader: XMLElementHandler {
    var data: GuideData
    let document: Int
    private(set) var fileSource: String?
    private(set) var fileConfidence: String?

    /// Reads the document that was last added to the data.
    init(_ data: GuideData) {
        self.data = data
        document = data.documents.count - 1
    }

    mutating func root(_ element: XMLElement) throws {
        guard element.name == GuideName.root, element.namespace == GuideName.namespace else {
            throw Diagnostic(
                .data, "NotAGuide", "the outer element is '\(element.name)', not a guide's",
                place: data.place(place(element)),
                hint: "begin with <guide xmlns=\"\(GuideName.namespace)\">")
        }
        checkAttributes(of: element, allowed: ["source", "confidence"])
        fileSource = element["source"]
        fileConfidence = word("confidence", of: element, among: GuideName.confidences)
    }

    mutating func child(_ element: XMLElement) {
        if element.name == GuideName.about {
            readAbout(element)
        } else if let kind = NodeKind(rawValue: element.name) {
            readNode(element, kind)
        } else {
            let known = NodeKind.allCases.map(\.rawValue) + [GuideName.about]
            data.fault(
                "UnknownElement", "'\(element.name)' is no kind of node", at: place(element),
                hint: didYouMean(element.name, among: known)
                    ?? "the kinds are \(known.joined(separator: ", "))")
        }
    }

    mutating func text(_ text: String) {
        // Stray words between elements: the schema says so, with a place.
    }

    // MARK: - Nodes

    private mutating func readNode(_ element: XMLElement, _ kind: NodeKind) {
        let evidence = kind == .source ? [] : GuideName.evidenceAttributes
        let dated = kind == .source ? ["dated"] : []
        checkAttributes(of: element, allowed: ["id"] + kind.ownAttributes + evidence + dated)
        guard let id = identifier(of: element, kind) else { return }
        var node = GuideNode(
            kind: kind, id: id, place: place(element), evidence: self.evidence(of: element),
            fileConfidence: fileConfidence)
        if kind == .source {
            node.evidence = GuideEvidence(
                sources: [GuideSource(id: id, locator: nil, place: node.place)])
        }
        addOwnAttributes(of: element, to: &node)
        addNames(of: element, to: &node)
        data.nodes.append(node)
        readStatements(of: element, about: GuideReference(id: id, place: node.place))
    }

    private mutating func readAbout(_ element: XMLElement) {
        checkAttributes(of: element, allowed: ["id"])
        guard let id = required("id", of: element) else { return }
        readStatements(
            of: element, about: GuideReference(id: id, place: place(element, attribute: "id")))
    }

    private mutating func identifier(of element: XMLElement, _ kind: NodeKind) -> String? {
        guard let id = required("id", of: element) else { return nil }
        let prefix = kind.prefixes.first { id.hasPrefix($0) }
        let rest = id.dropFirst(prefix?.count ?? 0)
        let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
        let isWellFormed = parts.allSatisfy { part in
            !part.isEmpty
                && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        }
        if isWellFormed, prefix != nil || kind.prefixes.isEmpty { return id }
        let form =
            kind.prefixes.isEmpty
            ? "lower case letters, digits and hyphens"
            : "'\(kind.prefixes.joined(separator: "' or '"))' and then lower case letters, "
                + "digits and hyphens"
        data.fault(
            "InvalidId", "'\(id)' cannot be the id of the \(kind.rawValue)",
            at: place(element, attribute: "id"), hint: "it is made of \(form), without æ, ø or å")
        return nil
    }

    private mutating func addOwnAttributes(of element: XMLElement, to node: inout GuideNode) {
        for name in node.kind.ownAttributes {
            guard let value = required(name, of: element) else { continue }
            switch name {
            case "order":
                if let number = number(name, of: element) {
                    node.properties.append((name, .integer(number)))
                }
            case "track":
                if let word = word(name, of: element, among: GuideName.tracks) {
                    node.properties.append((name, .string(word)))
                }
            case "modality":
                if let word = word(name, of: element, among: GuideName.modalities) {
                    node.properties.append((name, .string(word)))
                }
            default: node.properties.append((name, .string(value)))
            }
        }
        // Their kind goes without saying in the files, but not in a table of all nodes.
        if !node.kind.ownAttributes.contains("kind") {
            let kind = element["track"] ?? element["modality"] ?? node.kind.rawValue
            node.properties.append(("kind", .string(kind)))
        }
        if let dated = element["dated"] {
            let ends = dated.split(separator: "/", omittingEmptySubsequences: false)
            if ends.count > 2 || ends.contains(where: { GuideDate(String($0)) == nil }) {
                invalidDate(dated, "dated", of: element)
            } else {
                node.properties.append(("dated", .string(dated)))
            }
        }
    }

    private mutating func addNames(of element: XMLElement, to node: inout GuideNode) {
        guard let name = element.child(GuideName.name) else {
            data.fault(
                "MissingName", "the \(node.kind.rawValue) '\(node.id)' has no name",
                at: node.place,
                hint: "add <name nb=\"…\" en=\"…\"/> as the first thing within it")
            return
        }
        checkAttributes(of: name, allowed: GuideName.languages)
        for language in GuideName.languages {
            let text = name[language].map(normalized) ?? ""
            if !text.isEmpty {
                node.properties.append(("name_\(language)", .string(text)))
            } else if language != "nn" {
                data.fault(
                    "MissingName",
                    "the \(node.kind.rawValue) '\(node.id)' has no name in "
                        + (language == "nb" ? "Norwegian (nb)" : "English (en)"),
                    at: place(name), hint: "add \(language)=\"…\" to its <name>")
            }
        }
    }

    // MARK: - What stands within a node

    private mutating func readStatements(
        of element: XMLElement, about node: GuideReference
    ) {
        var names: [String: [Value]] = [:]
        for child in element.children {
            if let list = GuideName.names[child.name] {
                checkAttributes(of: child, allowed: [])
                if let text = content(of: child) { names[list, default: []].append(.string(text)) }
            } else if let kind = FactKind(rawValue: child.name) {
                readFact(child, kind, of: node)
            } else if let kind = PropertyKind(rawValue: child.name) {
                readProperty(child, kind, of: node)
            } else if child.name == GuideName.valid {
                readValidity(child, of: node)
            } else if child.name == GuideName.note {
                add(node, values: texts(of: child, key: GuideName.note))
            } else if child.name != GuideName.name || element.name == GuideName.about {
                unknownStatement(child)
            }
        }
        for (list, values) in names.sorted(by: { $0.key < $1.key }) {
            let isList = list != "abbr"
            let value = isList || values.count > 1 ? Value.list(values) : values[0]
            var property = GuideProperty(
                node: node, place: node.place, key: nil, kind: nil, values: [(list, value)],
                evidence: GuideEvidence())
            property.isAddition = isList
            data.properties.append(property)
        }
    }

    private mutating func unknownStatement(_ element: XMLElement) {
        let known =
            FactKind.allCases.map(\.rawValue) + PropertyKind.allCases.map(\.rawValue)
            + GuideName.names.keys.sorted() + [GuideName.note, GuideName.valid, GuideName.name]
        data.fault(
            "UnknownElement", "'\(element.name)' says nothing of a node that is known here",
            at: place(element),
            hint: didYouMean(element.name, among: known) ?? "README.md lists what can stand here")
    }

    private mutating func add(
        _ node: GuideReference, values: [(key: String, value: Value)]
    ) {
        if values.isEmpty { return }
        data.properties.append(
            GuideProperty(
                node: node, place: node.place, key: nil, kind: nil, values: values,
                evidence: GuideEvidence()))
    }

    private mutating func readProperty(
        _ element: XMLElement, _ kind: PropertyKind, of node: GuideReference
    ) {
        let languages = kind.form == .languages ? GuideName.languages : []
        checkAttributes(of: element, allowed: GuideName.evidenceAttributes + languages)
        var values: [(key: String, value: Value)] = []
        switch kind.form {
        case .languages: values = texts(of: element, key: kind.key)
        case .word: if let text = content(of: element) { values = [(kind.key, .string(text))] }
        case .integer:
            guard let text = content(of: element) else { return }
            guard let number = Int(text), number >= 0 else {
                invalidValue(text, "a whole number", at: place(element))
                return
            }
            values = [(kind.key, .integer(number))]
        case .truth:
            guard let text = content(of: element) else { return }
            guard text == "true" || text == "false" else {
                invalidValue(text, "'true' or 'false'", at: place(element))
                return
            }
            values = [(kind.key, .boolean(text == "true"))]
        }
        if values.isEmpty { return }
        data.properties.append(
            GuideProperty(
                node: node, place: place(element), key: kind.key, kind: kind, values: values,
                evidence: evidence(of: element)))
    }

    private mutating func readValidity(_ element: XMLElement, of node: GuideReference) {
        checkAttributes(of: element, allowed: GuideName.evidenceAttributes)
        var evidence = evidence(of: element)
        var values: [(key: String, value: Value)] = []
        if let since = evidence.since { values.append(("validFrom", .string(since.text))) }
        if let until = evidence.until { values.append(("validTo", .string(until.text))) }
        evidence.since = nil
        evidence.until = nil
        data.properties.append(
            GuideProperty(
                node: node, place: place(element), key: GuideName.valid, kind: nil, values: values,
                evidence: evidence))
    }
}
