import GraphModel
import ImporterKit
import XMLReading

extension AKNReader {
    /// Keeps what happened to a document, and when it is in force.
    mutating func readEvents(_ node: NodeToken, _ meta: XMLBranch) throws {
        if let publication = meta.child("publication") {
            sink.at(line: publication.line, file: document.file)
            if let day = try date(publication) {
                graph.set("publicationDate", of: node, to: .date(day))
            }
            graph.set(
                "publicationName", of: node, to: publication["showAs"] ?? publication["name"])
            graph.set("publicationNumber", of: node, to: publication["number"])
        }
        var force = AKNValidity(intervals: [(nil, nil)])
        for event in meta.children("lifecycle").flatMap(\.children) {
            let day = try addEvent(event, node, kind: "lifecycle")
            guard let day else { continue }
            let reason = AKNDocument.local(event["refersTo"] ?? "")
            let effect = AKNVocabulary.force(reason)
            if effect.begins, force.intervals[0].from == nil { force.intervals[0].from = day }
            if effect.ends || event["type"] == "repeal" { force.intervals[0].to = day }
        }
        for step in meta.children("workflow").flatMap(\.children) {
            _ = try addEvent(step, node, kind: "workflow")
        }
        sink.at(line: documents[currentDocument].element.line, file: document.file)
        force.set(on: node, graph)
        for data in meta.children("temporalData") { try readPeriods(data) }
    }

    private mutating func addEvent(
        _ event: XMLBranch, _ node: NodeToken, kind: String
    ) throws -> CalendarDate? {
        guard let day = try date(event) else { return nil }
        let number = currentDocument
        let own = event.identifier
        if let own { documents[number].events[own] = day }
        sink.at(line: event.line, file: document.file)
        let made = own ?? "\(kind)_\(event.line)"
        let token = graph.node("\(documents[number].id)#\(made)", "Event")
        if let own { documents[number].nodes[own] = token }
        graph.set("kind", of: token, to: .string(kind))
        graph.set("date", of: token, to: .date(day))
        for name in ["type", "refersTo"] { graph.set(name, of: token, to: event[name]) }
        graph.relate(node, "HAS_EVENT", token)
        for (attribute, type) in [("by", "DONE_BY"), ("outcome", "HAS_OUTCOME")] {
            guard let href = event[attribute] else { continue }
            references.append(
                AKNReference(
                    from: .node(token), document: number, href: href, type: type, properties: [],
                    element: event, attribute: attribute, isMention: true,
                    externalLabel: attribute == "by" ? "Actor" : "Concept"))
        }
        return day
    }

    private mutating func readPeriods(_ data: XMLBranch) throws {
        let number = currentDocument
        for group in data.children("temporalGroup") {
            guard let own = group.identifier else { continue }
            var validity = AKNValidity()
            for interval in group.children("timeInterval") {
                validity.intervals.append(
                    (try day(of: "start", interval), try day(of: "end", interval)))
            }
            documents[number].periods[own] = validity
        }
    }

    /// The day of the event a bound names.
    private func day(of bound: String, _ interval: XMLBranch) throws -> CalendarDate? {
        guard let reference = interval[bound] else { return nil }
        let events = documents[currentDocument].events
        if let day = events[AKNDocument.local(reference)] { return day }
        let name = AKNDocument.local(reference)
        try sink.report(
            Diagnostic(
                .data, "UnknownEvent", "no event of the lifecycle has the identifier '\(name)'",
                place: document.place(of: bound, inTagAt: interval.offset),
                hint: NearNames.suggestions(for: name, among: events.keys.sorted()).first
                    .map { "did you mean '#\($0)'?" }))
        return nil
    }

    // MARK: - references

    /// Keeps what a document names as related, and the things its text speaks of.
    mutating func readReferences(_ node: NodeToken, _ meta: XMLBranch) throws {
        var events: [String: XMLBranch] = [:]
        for event in meta.children("lifecycle").flatMap(\.children) {
            if let source = event["source"].map(AKNDocument.local), events[source] == nil {
                events[source] = event
            }
        }
        for element in meta.children("references").flatMap(\.children) {
            if element.name.hasPrefix("TLC") {
                addConcept(element)
            } else if let href = element["href"], let type = AKNReader.links[element.name] {
                let event = element.identifier.flatMap { events[$0] }
                let day = try event.flatMap { try date($0) }
                let isRepeal = element.name == "passiveRef" && event?["type"] == "repeal"
                references.append(
                    AKNReference(
                        from: .node(node), document: currentDocument, href: href,
                        type: isRepeal ? "REPLACED_BY" : type,
                        properties: [
                            ("on", day.map { .date($0) } ?? .null),
                            ("title", element["showAs"].map { .string($0) } ?? .null),
                        ], element: element, attribute: "href"))
            } else if element.name != "original" {
                lost[element.name, default: 0] += 1
            }
        }
    }

    private static let links = [
        "activeRef": "AMENDS", "passiveRef": "AMENDED_BY", "jurisprudence": "REFERS_TO",
        "hasAttachment": "HAS_ATTACHMENT", "attachmentOf": "ATTACHED_TO",
    ]

    private mutating func addConcept(_ element: XMLBranch) {
        let number = currentDocument
        guard let own = element.identifier ?? element["href"] else { return }
        sink.at(line: element.line, file: document.file)
        let node = graph.node(
            element["href"] ?? "\(documents[number].id)#\(own)",
            labels: [AKNVocabulary.label(ofConcept: element.name)])
        graph.set("kind", of: node, to: .string(element.name.dropFirst(3).lowercased()))
        graph.set("name", of: node, to: element["showAs"])
        documents[number].nodes[own] = node
    }
}
