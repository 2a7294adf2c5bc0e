import GraphModel

extension GraphCheck {
    /// Labels, ids, properties that must be there, ends of relationships.
    func shapes() -> [Diagnostic] {
        graph.nodes.flatMap(shape) + duplicates() + graph.statements.compactMap(ends)
    }

    private func shape(_ node: UInt32) -> [Diagnostic] {
        var found: [Diagnostic] = []
        let labels = graph.reader.labels(of: node)
        let place = graph.place(node)
        let name = graph.name(node)
        if graph.reader.id(of: node) == nil {
            found.append(
                finding("MissingId", "\(name) cannot be named", at: place, hint: "give it an 'id'"))
        }
        let known = labels.filter { schema.labels[$0] != nil }
        if known.isEmpty {
            let near = labels.flatMap {
                NearNames.suggestions(for: $0, among: schema.labels.keys.sorted(), limit: 1)
            }
            found.append(
                finding(
                    "UnknownLabel",
                    labels.isEmpty
                        ? "\(name) has no label"
                        : "\(name) is a '\(labels.joined(separator: ":"))'",
                    at: place,
                    hint: near.first.map { "did you mean '\($0)'?" }
                        ?? "the labels are \(schema.labels.keys.sorted().joined(separator: ", "))"))
        }
        for key in known.flatMap({ schema.labels[$0] ?? [] })
        where graph.value(key, of: node).isNull {
            found.append(
                finding(
                    "MissingProperty", "\(name) has no '\(key)'", at: place,
                    hint: "every \(known.joined(separator: ":")) has one"))
        }
        return found + confidence(graph.reader.confidence(node: node), name, place)
    }

    private func confidence(
        _ confidence: String?, _ name: String, _ place: SourcePlace?
    ) -> [Diagnostic] {
        guard let confidence, !schema.confidences.contains(confidence) else { return [] }
        return [
            finding(
                "UnknownConfidence", "\(name) has the confidence '\(confidence)'", at: place,
                hint: "it is one of \(schema.confidences.sorted().joined(separator: ", "))")
        ]
    }

    private func duplicates() -> [Diagnostic] {
        graph.byID.sorted { $0.key < $1.key }.flatMap { id, nodes in
            nodes.dropFirst().map { node in
                finding(
                    "DuplicateId", "the id '\(id)' is already taken", at: graph.place(node),
                    hint: "give one of them another id, or make them one node",
                    notes: whereabouts(graph.place(nodes[0])))
            }
        }
    }

    private func ends(_ statement: CheckedGraph.Statement) -> Diagnostic? {
        guard let ends = schema.types[statement.type] else {
            let near = NearNames.suggestions(
                for: statement.type, among: schema.types.keys.sorted(), limit: 1)
            return finding(
                "UnknownRelationship", "\(graph.text(statement)) is of no known type",
                at: graph.place(statement),
                hint: near.first.map { "did you mean '\($0)'?" }
                    ?? "the types are \(schema.types.keys.sorted().joined(separator: ", "))")
        }
        let from = graph.reader.labels(of: statement.from)
        let to = graph.reader.labels(of: statement.to)
        guard
            !ends.contains(where: { !$0.from.isDisjoint(with: from) && !$0.to.isDisjoint(with: to) }
            )
        else {
            let confidence = confidence(
                statement.confidence, graph.text(statement), graph.place(statement))
            return confidence.first
        }
        let allowed = ends.map { end in
            let sides = [end.from, end.to].map { $0.sorted().joined(separator: " or ") }
            return "from \(sides[0]) to \(sides[1])"
        }
        return finding(
            "UnknownRelationship",
            "\(graph.text(statement)) leads from \(from.joined(separator: ":")) "
                + "to \(to.joined(separator: ":"))",
            at: graph.place(statement),
            hint: "it leads \(allowed.joined(separator: ", or "))")
    }

    /// A name in nb and in en.
    func names() -> [Diagnostic] {
        graph.nodes.flatMap { node in
            ["nb", "en"].filter { (graph.reader.text(node, "name_\($0)") ?? "").isEmpty }
                .map { language in
                    finding(
                        "MissingName",
                        "\(graph.name(node)) has no name in "
                            + (language == "nb" ? "Norwegian (nb)" : "English (en)"),
                        at: graph.place(node), hint: "add \(language)=\"…\" to its <name>")
                }
        }
    }
}
