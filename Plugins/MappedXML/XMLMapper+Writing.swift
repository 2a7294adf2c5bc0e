import GraphModel
import ImporterKit
import XMLReading

extension XMLMapper {
    /// Writes what a match has found; its element has ended.
    mutating func close(_ match: Match) throws {
        switch match.rule {
        case .node(let index): try closeNode(mapping.nodes[index], match)
        case .relationship(let index):
            try closeRelationship(
                mapping.relationships[index], match, in: enclosing(depth: match.depth))
        case .inNode(let outer, let index):
            guard case .node(let number) = matches[outer].rule else { return }
            try closeRelationship(
                mapping.nodes[number].relationships[index], match, in: outer)
        }
    }

    private mutating func closeNode(_ rule: XMLMapping.NodeRule, _ match: Match) throws {
        guard !match.isRefused, let node = try match.node ?? makeNode(rule, match) else { return }
        sink.at(line: match.line, file: document.file)
        let first = rule.id == nil ? 0 : 1
        for (index, property) in rule.properties.enumerated() {
            if let value = try value(property, match.values[first + index], match) {
                graph.set(property.key, of: node, to: value)
            }
        }
        for waiting in match.waiting { relate(waiting, node) }
        if let parent = rule.parent, let enclosing = enclosing(depth: match.depth - 1) {
            attach(
                Waiting(
                    type: parent, other: [node], isOutgoing: false, properties: [],
                    line: match.line), to: enclosing)
        }
    }

    /// Makes the node of a match; nil where its identifier is missing, which is reported.
    func makeNode(_ rule: XMLMapping.NodeRule, _ match: Match) throws -> NodeToken? {
        sink.at(line: match.line, file: document.file)
        let node: NodeToken
        if rule.id == nil {
            node = sink.anonymousNode()
        } else {
            guard let id = match.values[0].first?.text, !id.isEmpty else {
                try sink.report(
                    Diagnostic(
                        .data, "MissingIdentifier",
                        "the element has no identifier where the mapping looks for it",
                        place: document.place(ofTagAt: match.offset),
                        hint: "give it one, or leave 'id' out of the mapping"))
                return nil
            }
            node = sink.node(id, space: rule.space)
            sink.define(node)
            graph.set(GraphConventions.identifierKey, of: node, to: id)
        }
        for label in rule.labels { sink.add(sink.label(label), to: node) }
        return node
    }

    // MARK: - relationships

    private mutating func closeRelationship(
        _ rule: XMLMapping.RelationshipRule, _ match: Match, in outer: Int?
    ) throws {
        sink.at(line: match.line, file: document.file)
        var taken = 0
        let from = nodes(rule.from, match, &taken)
        let to = nodes(rule.to, match, &taken)
        var properties: [(String, Value)] = []
        for (index, property) in rule.properties.enumerated() {
            if let value = try value(property, match.values[taken + index], match) {
                properties.append((property.key, value))
            }
        }
        switch (from, to) {
        case (let from?, let to?):
            for start in from {
                for end in to { graph.relate(start, rule.type, end, properties) }
            }
        case (nil, nil): break
        default:
            guard let outer else { return try missingNode(match) }
            attach(
                Waiting(
                    type: rule.type, other: to ?? from ?? [], isOutgoing: from == nil,
                    properties: properties, line: match.line), to: outer)
        }
    }

    /// The nodes of an end; nil for the enclosing one.
    private func nodes(
        _ end: XMLMapping.EndRule, _ match: Match, _ taken: inout Int
    ) -> [NodeToken]? {
        guard case .identifiers(_, let space, let separator, let label) = end else { return nil }
        defer { taken += 1 }
        return match.values[taken].flatMap { XMLMapper.parts($0.text, separator) }.map { name in
            let node = sink.node(name, space: space)
            if let label {
                sink.define(node)
                graph.set(GraphConventions.identifierKey, of: node, to: name)
                sink.add(sink.label(label), to: node)
            }
            return node
        }
    }

    private static func parts(_ text: String, _ separator: Character?) -> [String] {
        guard let separator else { return text.isEmpty ? [] : [text] }
        return text.split(separator: separator).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.filter { !$0.isEmpty }
    }

    /// Adds a relationship that has waited for its node.
    func relate(_ waiting: Waiting, _ node: NodeToken) {
        sink.at(line: waiting.line, file: document.file)
        for other in waiting.other {
            graph.relate(
                waiting.isOutgoing ? node : other, waiting.type,
                waiting.isOutgoing ? other : node, waiting.properties)
        }
    }

    private func missingNode(_ match: Match) throws {
        try sink.report(
            Diagnostic(
                .data, "MissingNode", "the relationship stands in no node it could begin or end at",
                place: document.place(ofTagAt: match.offset),
                hint: "write where the identifiers stand in 'from' and 'to', not '..'"))
    }

    // MARK: - values

    private func value(
        _ rule: XMLMapping.PropertyRule, _ found: [Found], _ match: Match
    ) throws -> Value? {
        if found.isEmpty, rule.isRequired {
            try sink.report(
                Diagnostic(
                    .data, "MissingValue", "there is no '\(rule.key)'",
                    place: document.place(ofTagAt: match.offset),
                    hint: "the mapping says that it is required"))
        }
        var values: [Value] = []
        for item in found {
            for text in rule.separator == nil
                ? [item.text] : XMLMapper.parts(item.text, rule.separator)
            {
                if let value = rule.type.value(text) {
                    values.append(value)
                } else {
                    try sink.report(
                        Diagnostic(
                            .data, "InvalidValue",
                            "'\(text)' is not of the type '\(rule.type.rawValue)'",
                            place: place(rule.path, item),
                            hint: "correct it, or let the mapping take '\(rule.key)' as text"))
                }
            }
        }
        if rule.isList { return values.isEmpty ? nil : .list(values) }
        return values.first
    }

    private func place(_ path: MappedPath, _ found: Found) -> SourcePlace {
        path.attribute.map { document.place(of: $0.name, inTagAt: found.offset) }
            ?? document.place(ofTagAt: found.offset)
    }
}
