import GraphModel
import ImporterKit
import XMLReading

extension AKNReader {
    /// A link in the text; its words are kept with the relationship.
    mutating func openReference(_ element: XMLBranch) throws -> Ending {
        let targets: [(attribute: String, range: String?)]
        switch element.name {
        case "rref": targets = [("from", "from"), ("upTo", "upTo")]
        // What it holds are links themselves.
        case "mref": return .nothing
        default: targets = [(element["src"] != nil ? "src" : "href", nil)]
        }
        var last: Int?
        for target in targets {
            guard let href = element[target.attribute] else {
                // An empty link is a place that was left open.
                if element.attributes.contains(where: { $0.name == target.attribute }) { continue }
                try sink.report(
                    Diagnostic(
                        .data, "MissingAttribute",
                        "'\(element.name)' has no '\(target.attribute)'",
                        place: document.place(ofTagAt: element.offset),
                        hint: "write \(target.attribute)=\"…\" with what it refers to"))
                continue
            }
            last = references.count
            references.append(
                reference(element, href, attribute: target.attribute, range: target.range))
        }
        guard let last else { return .nothing }
        captures.append(
            Capture(use: .reference(last), nodeCount: nodes.count, isExclusive: false))
        return .capture
    }

    /// The open node that is the document at hand.
    private var documentNode: Int { nodes.lastIndex { $0.identifier.isEmpty } ?? 0 }

    private func reference(
        _ element: XMLBranch, _ href: String, attribute: String, range: String?
    ) -> AKNReference {
        let isPart = element.name == "documentRef" || element.name == "componentRef"
        let type =
            switch element.name {
            case "documentRef", "componentRef": "HAS_COMPONENT"
            case "noteRef": "HAS_NOTE"
            case "affectedDocument": "AFFECTS"
            default: "REFERS_TO"
            }
        return AKNReference(
            from: .node(isPart ? nodes[documentNode].token : nodes[nodes.count - 1].token),
            document: currentDocument, href: href, type: type,
            properties: [
                ("title", element["showAs"].map { .string($0) } ?? .null),
                ("range", range.map { .string($0) } ?? .null),
            ], element: element, attribute: attribute, isRelative: isPart)
    }

    /// A word of the text that stands for a person, a role, a term.
    mutating func addMention(_ element: XMLBranch) throws {
        guard let href = element["refersTo"], href.hasPrefix("#"), let node = nodes.last else {
            return
        }
        references.append(
            AKNReference(
                from: .node(node.token), document: currentDocument, href: href,
                type: element.name == "def" ? "DEFINES" : "MENTIONS",
                properties: [
                    ("element", .string(element.name)),
                    ("role", element["as"].map { .string($0) } ?? .null),
                ], element: element, attribute: "refersTo", isMention: true))
    }
}
