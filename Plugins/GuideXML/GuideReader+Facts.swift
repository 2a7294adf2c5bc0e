import GraphModel
import XMLReading

/// Facts and what they rest on.
extension GuideReader {
    mutating func readFact(
        _ element: XMLElement, _ kind: FactKind, of node: GuideReference
    ) {
        let own = kind.ownAttributes
        checkAttributes(
            of: element,
            allowed: ["to", "stage", "condition"] + GuideName.evidenceAttributes + own.keys.sorted()
        )
        guard let to = required("to", of: element) else { return }
        var fact = GuideFact(
            kind: kind, from: node,
            to: GuideReference(id: to, place: place(element, attribute: "to")),
            evidence: evidence(of: element), place: place(element))
        fact.stages = references("stage", of: element)
        fact.conditions = references("condition", of: element)
        if let modality = kind.modality { fact.properties.append(("modality", .string(modality))) }
        for name in own.keys.sorted() {
            if let key = own[name] { addOwn(name, key, of: element, to: &fact) }
        }
        for child in element.children {
            if child.name == GuideName.note {
                checkAttributes(of: child, allowed: GuideName.languages)
                fact.properties += texts(of: child, key: GuideName.note)
            } else if child.name != GuideName.evidence {
                data.fault(
                    "UnknownElement", "'\(child.name)' may not stand in '\(element.name)'",
                    at: place(child),
                    hint: didYouMean(child.name, among: [GuideName.note, GuideName.evidence])
                        ?? "only 'note' and 'evidence' may")
            }
        }
        data.facts.append(fact)
    }

    private mutating func addOwn(
        _ name: String, _ key: String, of element: XMLElement, to fact: inout GuideFact
    ) {
        guard let text = element[name] else {
            if ["on", "months", "years"].contains(name) { _ = required(name, of: element) }
            return
        }
        switch name {
        case "as":
            fact.properties.append((key, .list(words(text).map(Value.string))))
        case "modality":
            if let word = word(name, of: element, among: GuideName.modalities) {
                fact.properties.append((key, .string(word)))
            }
        case "on":
            if let date = date(name, of: element) {
                fact.properties.append((key, .string(date.text)))
            }
        case "months", "years":
            if let number = number(name, of: element) {
                fact.properties.append((key, .integer(number)))
            }
        default:
            fact.otherStages.append(
                GuideReference(id: text, place: place(element, attribute: name)))
            fact.properties.append((key, .string(text)))
        }
    }

    private func references(_ name: String, of element: XMLElement) -> [GuideReference] {
        words(element[name] ?? "").map {
            GuideReference(id: $0, place: place(element, attribute: name))
        }
    }

    // MARK: - Evidence

    mutating func evidence(of element: XMLElement) -> GuideEvidence {
        var evidence = GuideEvidence(
            sources: sources(of: element),
            confidence: word("confidence", of: element, among: GuideName.confidences),
            since: date("since", of: element), until: date("until", of: element))
        for child in element.children(GuideName.evidence) {
            checkAttributes(of: child, allowed: ["line", "source", "at"])
            evidence.sources += sources(of: child)
        }
        if !evidence.isEmpty, evidence.confidence == nil { evidence.confidence = fileConfidence }
        if let since = evidence.since, let until = evidence.until, !since.begins(before: until) {
            data.fault(
                "EmptyPeriod", "nothing can hold from \(since.text) until \(until.text)",
                at: place(element, attribute: "until"),
                hint: "'until' is the first day it no longer holds, after 'since'")
        }
        return evidence
    }

    private mutating func sources(of element: XMLElement) -> [GuideSource] {
        let lines = words(element["line"] ?? "")
        let section = element["at"].map(normalized)
        if element["source"] == nil, lines.isEmpty, section == nil { return [] }
        let attribute = element["source"] == nil ? nil : "source"
        guard let id = element["source"] ?? fileSource else {
            data.fault(
                "MissingSource", "a place is given, but not in which source", at: place(element),
                hint: "add source=\"src:…\" to this element, or to <guide> for the whole file")
            return []
        }
        let place = place(element, attribute: attribute)
        var found: [GuideSource] = []
        for line in lines {
            guard let number = Int(line), number > 0 else {
                invalidValue(line, "a line number", at: self.place(element, attribute: "line"))
                continue
            }
            found.append(GuideSource(id: id, locator: "L\(number)", place: place))
        }
        if let section { found.append(GuideSource(id: id, locator: section, place: place)) }
        return found.isEmpty ? [GuideSource(id: id, locator: nil, place: place)] : found
    }
}
