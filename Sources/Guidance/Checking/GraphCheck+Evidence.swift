import GraphModel

extension GraphCheck {
    /// Nodes and facts that rest on nothing.
    func evidence() -> [Diagnostic] {
        let hint =
            "add line=\"…\" for a line of the file's source, or source=\"src:…\" and at=\"…\""
        let nodes = graph.nodes.filter { graph.reader.sources(node: $0).isEmpty }.map {
            finding(
                "MissingSource", "\(graph.name($0)) has no source", at: graph.place($0), hint: hint)
        }
        let statements = graph.statements.filter { $0.sources.isEmpty }.map {
            finding(
                "MissingSource", "\(graph.text($0)) has no source", at: graph.place($0), hint: hint)
        }
        return nodes + statements
    }

    /// Sources, stages and conditions that are named and not there.
    func references() -> [Diagnostic] {
        let nodes = graph.nodes.flatMap { node in
            unknownSources(
                graph.reader.sources(node: node), graph.name(node), graph.place(node))
        }
        return nodes + graph.statements.flatMap(references)
    }

    private func references(_ statement: CheckedGraph.Statement) -> [Diagnostic] {
        let keys = [
            ("stages", "Stage"), ("conditions", "Condition"), ("from", "Stage"), ("until", "Stage"),
        ]
        var found = unknownSources(
            statement.sources, graph.text(statement), graph.place(statement))
        for (key, label) in keys {
            for id in graph.texts(key, of: statement.relationship)
            where !(graph.byID[id] ?? []).contains(where: { graph.has(label, $0) }) {
                found.append(
                    finding(
                        "UnknownReference",
                        "\(graph.text(statement)) names '\(id)' in '\(key)', "
                            + "which is no \(label)",
                        at: graph.place(statement), hint: nearest(id, label)))
            }
        }
        return found
    }

    private func unknownSources(
        _ sources: [String], _ what: String, _ place: SourcePlace?
    ) -> [Diagnostic] {
        var ids: [String] = []
        for source in sources where !CheckedGraph.namesFile(source) {
            let id = SourceBook.parts(source).id
            if !ids.contains(id) { ids.append(id) }
        }
        return ids.filter { id in
            !(graph.byID[id] ?? []).contains { graph.has("Source", $0) }
        }.map { id in
            finding(
                "UnknownReference", "\(what) rests on '\(id)', which is no Source", at: place,
                hint: nearest(id, "Source"))
        }
    }

    private func nearest(_ id: String, _ label: String) -> String {
        let known = graph.byID.filter { $0.value.contains { graph.has(label, $0) } }.map(\.key)
        return NearNames.suggestions(for: id, among: known.sorted(), limit: 1).first
            .map { "did you mean '\($0)'?" } ?? "describe it first, in the file of its kind"
    }
}
