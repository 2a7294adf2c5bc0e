import GraphModel
import ImporterKit
import XMLReading

extension LovdataReader {
    /// Takes the start of an element that is neither metadata nor left out.
    mutating func start(_ element: XMLBranch) throws -> Ending {
        let role = LovdataRole(element)
        if case .transparent = role { return .nothing }
        // What comes before the metadata is the page's, not the law's.
        if nodes.isEmpty, !role.isDivision { return .nothing }
        try beginIfNeeded()
        switch role {
        case .chapter:
            nodes[nodes.count - 1].chapters += 1
            return openNode(element, "Chapter", chapterID(element))
        case .section(let isFuture):
            return openNode(
                element, "Section", sectionID(element), isFuture ? ["FutureProvision"] : [])
        case .paragraph: return openParagraph(element)
        case .item: return openItem(element)
        case .heading: return openHeading()
        case .number: return capture(.number)
        case .words: return capture(.words)
        case .changes: return capture(.changes(LovdataChanges()))
        case .footnoteMark: return capture(.nothing)
        case .footnote: return openNote(element)
        case .link: return openLink(element)
        default:
            breakLine()
            return .line
        }
    }

    private mutating func capture(_ use: Capture.Use, isExclusive: Bool = true) -> Ending {
        captures.append(
            Capture(use: use, nodeCount: nodes.count, isExclusive: isExclusive))
        return .capture
    }

    // MARK: - nodes

    private mutating func openNode(
        _ element: XMLBranch, _ label: String, _ wanted: String, _ labels: [String] = []
    ) -> Ending {
        let parent = nodes[nodes.count - 1]
        let id = unused(wanted)
        sink.at(line: element.line, file: document.file)
        let node = graph.node(id, labels: ["Provision", label] + labels)
        graph.set("kind", of: node, to: label.lowercased())
        graph.relate(node, "PART_OF", parent.token)
        known[id] = node
        if let own = element["id"] { local[own] = node }
        breakLine()
        nodes.append(
            OpenNode(
                token: node, id: id, kind: label, line: element.line, depth: endings.count + 1))
        return .node
    }

    /// A paragraph of a section; in an item it is just its text.
    private mutating func openParagraph(_ element: XMLBranch) -> Ending {
        let parent = nodes.count - 1
        guard nodes[parent].kind != "Item", nodes[parent].kind != "Paragraph" else {
            if let own = element["id"] { local[own] = nodes[parent].token }
            breakLine()
            return .line
        }
        nodes[parent].paragraphs += 1
        let number = element["data-numerator"] ?? "\(nodes[parent].paragraphs)"
        let ending = openNode(element, "Paragraph", "\(nodes[parent].id)/ledd\(number)")
        nodes[nodes.count - 1].number = number
        return ending
    }

    private mutating func openItem(_ element: XMLBranch) -> Ending {
        let parent = nodes.count - 1
        nodes[parent].items += 1
        let ends: Set<Character> = [".", ")", "(", " "]
        let name = (element["data-name"] ?? "").filter { !ends.contains($0) }
        let isBullet = name.isEmpty || name.allSatisfy { !$0.isLetter && !$0.isNumber }
        let number = isBullet ? "\(nodes[parent].items)" : name
        let ending = openNode(element, "Item", "\(nodes[parent].id)/\(number)")
        if !isBullet { nodes[nodes.count - 1].number = name }
        return ending
    }

    private mutating func openNote(_ element: XMLBranch) -> Ending {
        let parent = nodes[nodes.count - 1]
        let id = unused("\(parent.id)/\(element["id"] ?? "footnote")")
        sink.at(line: element.line, file: document.file)
        let node = graph.node(id, "Note")
        graph.relate(node, "PART_OF", parent.token)
        if let own = element["id"] { local[own] = node }
        nodes.append(
            OpenNode(
                token: node, id: id, kind: "Note", line: element.line, depth: endings.count + 1))
        return .node
    }

    mutating func closeNode() {
        guard let done = nodes.popLast() else { return }
        sink.at(line: done.line, file: document.file)
        graph.set("number", of: done.token, to: done.number)
        graph.set("heading", of: done.token, to: done.heading)
        graph.set("text", of: done.token, to: done.text.text)
    }

    // MARK: - identifiers

    /// `lov/2005-06-17-62/§1-1`, as references write it.
    private func sectionID(_ element: XMLBranch) -> String {
        if let address = element["data-lovdata-URL"] { return LovdataResolver.path(address) }
        let own = element["data-name"] ?? element["id"] ?? "§"
        let number = own.hasPrefix("PARAGRAF_") ? "§" + own.dropFirst(9) : own
        return "\(id)/\(number.filter { $0 != " " })"
    }

    private func chapterID(_ element: XMLBranch) -> String {
        if let address = element["data-lovdata-URL"] { return LovdataResolver.path(address) }
        let parent = nodes[nodes.count - 1]
        let name = element["data-name"] ?? element["id"] ?? "KAPITTEL_\(parent.chapters)"
        return "\(parent.id)/\(name)"
    }

    /// An identifier that no node has yet.
    private func unused(_ wanted: String) -> String {
        guard known[wanted] != nil else { return wanted }
        var number = 2
        while known["\(wanted)_\(number)"] != nil { number += 1 }
        return "\(wanted)_\(number)"
    }

    // MARK: - headings, changes, links

    /// A heading belongs to what it stands directly in, or in the header of it; else it is text.
    private mutating func openHeading() -> Ending {
        let node = nodes[nodes.count - 1]
        if node.depth == 0 { return capture(.nothing) }
        guard node.depth == endings.count, ["Chapter", "Section"].contains(node.kind) else {
            breakLine()
            return .line
        }
        return capture(.heading)
    }

    private mutating func openLink(_ element: XMLBranch) -> Ending {
        guard let href = element["href"] else { return .nothing }
        let node = nodes[nodes.count - 1]
        var type = "REFERS_TO"
        let at = captures.lastIndex { $0.nodeCount == nodes.count }
        if let at, case .changes(var changes) = captures[at].use {
            changes.begin(link: links.count, after: captures[at].text)
            captures[at].text = XMLLines()
            captures[at].use = .changes(changes)
            if changes.isAmending { type = "AMENDED_BY" }
        } else if let at, case .nothing = captures[at].use {
            type = "HAS_NOTE"
        }
        links.append(
            LovdataLink(from: node.token, href: href, type: type, element: element))
        return capture(.link(links.count - 1), isExclusive: false)
    }

    mutating func closeCapture() throws {
        guard let capture = captures.popLast(), !nodes.isEmpty else { return }
        let last = nodes.count - 1
        switch capture.use {
        case .number: nodes[last].number = capture.text.line
        case .words: nodes[last].heading = capture.text.line
        case .heading:
            // Where the heading had its parts marked, they are known by now.
            guard nodes[last].number.isEmpty, nodes[last].heading.isEmpty else { return }
            let heading = LovdataHeading(capture.text.line)
            nodes[last].number = heading.number
            nodes[last].heading = heading.words
        case .link(let index): links[index].text = capture.text.line
        case .changes(var changes):
            changes.end(capture.text)
            end(changes)
        case .nothing: break
        }
    }

    /// Keeps what a note says was changed, by which law, and when.
    private mutating func end(_ changes: LovdataChanges) {
        let node = nodes[nodes.count - 1]
        sink.at(line: node.line, file: document.file)
        sink.append(.string(changes.text), to: sink.propertyKey("changes"), of: node.token)
        for change in changes.changes {
            guard links[change.link].type == "AMENDED_BY" else { continue }
            links[change.link].properties.append(("change", .string(change.kind)))
            guard let day = change.day else { continue }
            links[change.link].properties.append(("on", .date(day)))
            if change.kind == "repealed" { graph.set("validTo", of: node.token, to: .date(day)) }
        }
    }
}
