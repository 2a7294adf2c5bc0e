import GraphModel
import ImporterKit
import XMLReading

extension LovdataReader {
    /// Reads what is said of the law as a whole; with it the law's node begins.
    mutating func readMetadata(_ metadata: XMLBranch) throws {
        guard nodes.isEmpty else { return }
        let fields = metadata.name == "dl" ? metadata.children("dd") : metadata.children
        var values: [String: String] = [:]
        for field in fields where values[LovdataReader.name(of: field)] == nil {
            values[LovdataReader.name(of: field)] = field.text.line
        }
        let id = values["refid"] ?? values["dokid"].map(LovdataResolver.path)
        guard let id = id ?? values["legacyID"], !id.isEmpty else {
            try sink.report(
                Diagnostic(
                    .data, "MissingIdentification", "the law has neither 'refid' nor 'dokid'",
                    place: document.place(ofTagAt: metadata.offset),
                    hint: "write refid, as in lov/2005-06-17-62"))
            return beginLaw(id: document.file.baseName, line: metadata.line)
        }
        beginLaw(id: id, line: metadata.line)
        for field in fields { try read(field) }
    }

    /// A field's name as the HTML form has it; the XML form has some Norwegian ones.
    private static func name(of field: XMLBranch) -> String {
        let name = field.name == "dd" ? field.classes.first.map(String.init) ?? "" : field.name
        switch name {
        case "datokode": return "legacyID"
        case "dokumentID": return "dokid"
        case "departement": return "ministry"
        default: return name
        }
    }

    private mutating func read(_ field: XMLBranch) throws {
        let node = nodes[0].token
        let text = field.text.line
        guard !text.isEmpty else { return }
        sink.at(line: field.line, file: document.file)
        let name = LovdataReader.name(of: field)
        switch name {
        case "refid": break
        case "legacyID": graph.set("legacyId", of: node, to: text)
        case "dokid": graph.set("documentId", of: node, to: text)
        case "title":
            graph.set("title", of: node, to: text)
            graph.set("name_\(language)", of: node, to: text)
        case "titleShort":
            graph.set("shortTitle", of: node, to: text)
            graph.set("aliases", of: node, to: [text])
        case "ministry":
            for value in LovdataReader.values(of: field) {
                let actor = graph.node(value, "Actor")
                graph.set("kind", of: actor, to: "ministry")
                graph.set("name_\(language)", of: actor, to: value)
                graph.relate(node, "ADMINISTERED_BY", actor)
            }
        case "legalArea":
            for value in LovdataReader.values(of: field) {
                let concept = graph.node(value, "Concept")
                graph.set("kind", of: concept, to: "legal-area")
                graph.relate(node, "ABOUT", concept)
            }
        case "dateInForce": try setDate("validFrom", field)
        case "lastChangeInForce", "dateOfPublication": try setDate(name, field)
        case "lastChangedBy": addLinks("AMENDED_BY", field)
        case "changesToDocuments": addLinks("AMENDS", field)
        case "basedOn": addLinks("BASED_ON", field)
        default: graph.set(name, of: node, to: text)
        }
    }

    /// The items of a field that is a list, else its text.
    private static func values(of field: XMLBranch) -> [String] {
        var values: [String] = []
        field.visit { if $0.name == "li", !$0.text.isEmpty { values.append($0.text.line) } }
        return values.isEmpty ? [field.text.line] : values
    }

    private mutating func addLinks(_ type: String, _ field: XMLBranch) {
        var found: [XMLBranch] = []
        field.visit { if $0.name == "a", $0["href"] != nil { found.append($0) } }
        let node = nodes[0].token
        for element in found {
            var link = LovdataLink(
                from: node, href: element["href"] ?? "", type: type, element: element)
            link.text = element.text.line
            links.append(link)
        }
        guard found.isEmpty else { return }
        for value in LovdataReader.values(of: field) {
            links.append(LovdataLink(from: node, href: value, type: type, element: field))
        }
    }

    /// Sets a date; what is in words («Kongen bestemmer») is kept as they are.
    private func setDate(_ key: String, _ field: XMLBranch) throws {
        let node = nodes[0].token
        let text = field.text.line
        let word = text.split { $0 == " " || $0 == "," || $0 == "T" }.first.map(String.init) ?? ""
        let isISO = word.count == 10 && word.prefix(4).allSatisfy(\.isNumber)
        guard isISO else {
            graph.set("\(key)Text", of: node, to: text)
            return
        }
        guard case .date(let day)? = ValueText.parse(.date, word) else {
            try sink.report(
                Diagnostic(
                    .data, "InvalidDate", "'\(word)' is not a date",
                    place: document.place(ofTagAt: field.offset),
                    hint: "write it as 2012-01-31"))
            return
        }
        graph.set(key, of: node, to: .date(day))
        if word != text { graph.set("\(key)Text", of: node, to: text) }
    }
}
