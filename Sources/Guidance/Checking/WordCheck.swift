import GraphModel
import GraphStore

/// Checks the vocabulary against a graph: what it names must be there.
package struct WordCheck {
    private let graph: CheckedGraph
    private let schema: GraphSchema

    /// Prepares to check against a graph.
    package init(_ view: GraphView, schema: GraphSchema) {
        graph = CheckedGraph(view, placesKey: nil)
        self.schema = schema
    }

    /// Everything that names what the graph does not have, in the order of the file.
    package func findings(_ vocabulary: Vocabulary) -> [Diagnostic] {
        let light = vocabulary.lightPlaces.sorted { $0.key < $1.key }.compactMap {
            unknownID($0.key, at: $0.value)
        }
        return (vocabulary.groups.flatMap(findings) + light).sorted {
            ($0.place?.line ?? 0) < ($1.place?.line ?? 0)
        }
    }

    private func findings(_ group: Vocabulary.Group) -> [Diagnostic] {
        switch group.meaning {
        case .name(let id): [unknownID(id, at: group.place)].compactMap(\.self)
        case .unmet(let id): [unmet(id, at: group.place)].compactMap(\.self)
        case .kind(let label, let property, let value):
            kind(label, property, value, at: group.place)
        case .concept:
            [label(group.label, at: group.place), role(group.role, at: group.place)]
                .compactMap(\.self)
        }
    }

    // MARK: - One name

    private func unknownID(_ id: String, at place: SourcePlace?) -> Diagnostic? {
        guard graph.node(id) == nil else { return nil }
        return UnknownName.id(id, among: graph.byID.keys, at: place)
    }

    private func unmet(_ id: String, at place: SourcePlace?) -> Diagnostic? {
        guard let node = graph.node(id) else { return unknownID(id, at: place) }
        guard !graph.has("Condition", node) else { return nil }
        return Diagnostic(
            .data, "UnknownCondition", "'\(id)' is no condition", place: place,
            hint: "<unmet> is for a node with the label 'Condition'")
    }

    private func label(_ label: String?, at place: SourcePlace?) -> Diagnostic? {
        guard let label, schema.labels[label] == nil else { return nil }
        return UnknownName.label(label, among: schema.labels.keys, at: place)
    }

    /// A role that no one has at any stage: the verb would find nothing.
    private func role(_ role: String?, at place: SourcePlace?) -> Diagnostic? {
        guard let role else { return nil }
        let roles = Set(
            graph.statements.flatMap { graph.texts("role", of: $0.relationship) })
        guard !roles.contains(role) else { return nil }
        return Diagnostic(
            .data, "UnknownRole", "no one has the role '\(role)' at a stage", place: place,
            hint: UnknownName.near(role, among: roles)
                ?? "the roles are \(roles.sorted().joined(separator: ", "))")
    }

    private func kind(
        _ label: String, _ property: String, _ value: String, at place: SourcePlace?
    ) -> [Diagnostic] {
        if let unknown = self.label(label, at: place) { return [unknown] }
        let values = Set(
            graph.nodes.filter { graph.has(label, $0) }
                .flatMap { graph.texts(graph.value(property, of: $0)) })
        guard !values.contains(value) else { return [] }
        return [
            Diagnostic(
                .data, "UnknownKind", "no \(label) has the \(property) '\(value)'", place: place,
                hint: UnknownName.near(value, among: values)
                    ?? "there are \(values.sorted().joined(separator: ", "))")
        ]
    }
}

/// Findings about names that a graph does not have.
enum UnknownName {
    static func id(
        _ id: String, among known: some Sequence<String>, at place: SourcePlace?
    ) -> Diagnostic {
        Diagnostic(
            .data, "UnknownId", "no node has the id '\(id)'", place: place,
            hint: near(id, among: known) ?? "take the word out, or add the node to the graph")
    }

    static func label(
        _ label: String, among known: some Sequence<String>, at place: SourcePlace?
    ) -> Diagnostic {
        Diagnostic(
            .data, "UnknownLabel", "no node has the label '\(label)'", place: place,
            hint: near(label, among: known)
                ?? "the labels are \(known.sorted().joined(separator: ", "))")
    }

    /// «did you mean …», where something is near.
    static func near(_ name: String, among known: some Sequence<String>) -> String? {
        NearNames.suggestions(for: name, among: known.sorted(), limit: 1).first
            .map { "did you mean '\($0)'?" }
    }
}
