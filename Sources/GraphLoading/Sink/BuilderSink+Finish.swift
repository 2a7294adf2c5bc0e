import GraphModel
import GraphStore
import ImporterKit

extension BuilderSink {
    /// The label that marks nodes which are mentioned but never described, until they are removed.
    private static let undefinedLabel = "\u{1}undefined"

    /// Reports the nodes that no file describes.
    func reportUndefined() throws {
        let undefined = mentions.filter { definedBy[Int($0.node)] == 0 }
            .sorted { ($0.file, $0.line, $0.node) < ($1.file, $1.line, $1.node) }
        guard !undefined.isEmpty else { return }
        let shown = 20
        let names = identifiers(of: undefined.prefix(shown).map(\.node))
        for (rank, mention) in undefined.prefix(shown).enumerated() {
            let name = names[mention.node] ?? "?"
            let near = rank < 5 ? nearIdentifiers(to: name) : []
            try report(
                Diagnostic(
                    .data, "UndefinedNode", "nothing describes the node '\(name)' named here",
                    place: place(of: mention),
                    hint: near.isEmpty
                        ? "describe it, or leave out what names it"
                        : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"))
        }
        if undefined.count > shown {
            try report(
                Diagnostic(
                    .data, "UndefinedNode",
                    "\(undefined.count - shown) more nodes are named and never described",
                    place: place(of: undefined[shown])))
        }
    }

    /// The line of a mention; the first of the file where the importer tells none.
    private func place(of mention: Mention) -> SourcePlace? {
        fileName(mention.file).map { SourcePlace(file: $0, line: max(Int(mention.line), 1)) }
    }

    private func identifiers(of nodes: [UInt32]) -> [UInt32: String] {
        let wanted = Set(nodes)
        var names: [UInt32: String] = [:]
        for table in identifierTables {
            table.visit { name, node in if wanted.contains(node) { names[node] = name } }
        }
        return names
    }

    /// Described nodes whose identifier is spelled alike; looks at a bounded number of them.
    private func nearIdentifiers(to name: String) -> [String] {
        var candidates: [String] = []
        for table in identifierTables {
            table.visit { candidate, node in
                guard candidates.count < 50_000, definedBy[Int(node)] != 0,
                    abs(candidate.utf8.count - name.utf8.count) <= 6
                else { return }
                candidates.append(candidate)
            }
        }
        return NearNames.suggestions(for: name, among: candidates)
    }

    /// The graph; without the nodes that nothing describes, and what hangs on them.
    func finish() throws -> BaseGraph {
        let undefined = definedBy.indices.filter { definedBy[$0] == 0 }
        guard !undefined.isEmpty else { return try builder.finish() }
        let mark = builder.label(BuilderSink.undefinedLabel)
        for node in undefined { builder.addLabel(UInt32(node), mark) }
        let snapshot = Graph(try builder.finish()).snapshot()
        let view = snapshot.view
        guard let mark = view.labelID(BuilderSink.undefinedLabel) else { return view.base }
        return snapshot.filtered(
            nodes: { !view.hasLabel($0, mark) }, relationships: { _ in true })
    }
}
