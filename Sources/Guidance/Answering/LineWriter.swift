import GraphModel
import GraphStore

/// Writes the lines of a text answer: each node or fact with its conditions and its sources.
struct LineWriter {
    let view: GraphView
    let language: Language
    private let nodes: NodeReader

    init(view: GraphView, language: Language) {
        self.view = view
        self.language = language
        nodes = NodeReader(view)
    }

    /// A line for each node answered with, or for each value where there is no node.
    func lines(_ outcome: Outcome) -> [Answer.Line] {
        if outcome.answers.isEmpty {
            let sources = outcome.facts.flatMap(\.sources)
            return outcome.values.map {
                Answer.Line(text: AnswerValue.text($0), sources: unique(sources))
            }
        }
        if outcome.answers.count == 1, let described = described(outcome.answers[0], outcome) {
            return described
        }
        return outcome.answers.map { line(for: $0, outcome) }
    }

    /// What a node is: its definition, or where there is none what the graph says of it.
    private func described(_ node: UInt32, _ outcome: Outcome) -> [Answer.Line]? {
        let own = outcome.facts.filter { $0.details.fromNode == node && $0.to == nil }
        let kinds = ["name", "definition", "scope", "purpose", "text"]
        guard outcome.values.isEmpty, let fact = own.first(where: { kinds.contains($0.type) })
        else { return nil }
        if let text = description(of: node, own) {
            return [Answer.Line(text: "\(name(node)) – \(text)", sources: fact.sources)]
        }
        guard fact.type == "name" else { return nil }
        let links = outcome.facts.filter { $0.to != nil }
        if links.isEmpty { return [Answer.Line(text: name(node), sources: fact.sources)] }
        return lines(Array(links.prefix(6)))
    }

    private func line(for node: UInt32, _ outcome: Outcome) -> Answer.Line {
        let own = outcome.facts.filter {
            $0.details.fromNode == node || $0.details.toNode == node
        }
        var parts = [name(node)]
        let roles = unique(own.flatMap(\.details.roles))
        if !roles.isEmpty { parts.append(roles.map(role).joined(separator: ", ")) }
        if let text = description(of: node, own) { parts.append(text) }
        if nodes.text(node, "modality") == "permission",
            own.contains(where: { $0.type == "HAS_DUTY" })
        {
            parts.append(RelationWords.mayOnly(language))
        }
        let values = values(of: node, own, outcome).filter { !roles.contains($0) }
        if !values.isEmpty { parts.append(values.joined(separator: ", ")) }
        for remark in unique(
            own.compactMap { $0.details.remarks[language] ?? $0.details.remarks[.nb] })
        {
            parts.append(remark)
        }
        let conditions = own.filter { $0.type == "REQUIRES" && $0.details.fromNode == node }
            .compactMap { $0.details.toNode.map(name) }
        var text = parts[0]
        if parts.count > 1 { text += " – " + parts.dropFirst().joined(separator: "; ") }
        if !conditions.isEmpty {
            let word = Sentence.conditions.text(language)
            text += " (\(word): \(conditions.joined(separator: "; ")))"
        }
        return Answer.Line(text: text, sources: unique(own.flatMap(\.sources)))
    }

    /// The values that belong to a node: all where it is the only one, else those of its own facts.
    private func values(of node: UInt32, _ facts: [Fact], _ outcome: Outcome) -> [String] {
        let values = outcome.values.map(AnswerValue.text)
        if outcome.answers.count == 1 { return values }
        let own = facts.filter { $0.details.fromNode == node }.compactMap(\.value)
        return unique(own.map(AnswerValue.text).filter(values.contains))
    }

    /// The definition, scope, purpose or text that a fact of the node gives.
    private func description(of node: UInt32, _ facts: [Fact]) -> String? {
        let texts = ["definition", "scope", "purpose", "text", "meets"]
        guard
            let fact = facts.first(where: {
                $0.details.fromNode == node && $0.to == nil && texts.contains($0.type)
            })
        else { return nil }
        return nodes.text(node, fact.type, in: language)
    }

    /// A line for each fact of a verdict.
    func lines(_ facts: [Fact]) -> [Answer.Line] {
        facts.prefix(8).map { fact in
            let from = name(fact.details.fromNode)
            if let list = RelationWords.list(fact, language) {
                return Answer.Line(text: "\(from) – \(list)", sources: fact.sources)
            }
            let end = fact.details.toNode.map(name) ?? value(of: fact)
            return Answer.Line(
                text: "\(from) – \(relation(of: fact)) – \(end)", sources: fact.sources)
        }
    }

    /// A property in the reader's language, where it has a text in it.
    private func value(of fact: Fact) -> String {
        nodes.text(fact.details.fromNode, fact.type, in: language)
            ?? fact.value.map(AnswerValue.text) ?? ""
    }

    private func relation(of fact: Fact) -> String {
        if fact.type == "HANDLES", !fact.details.roles.isEmpty {
            return fact.details.roles.map(role).joined(separator: ", ")
        }
        let isPermission =
            fact.type == "HAS_DUTY"
            && fact.details.toNode.flatMap { nodes.text($0, "modality") } == "permission"
        return isPermission
            ? RelationWords.mayOnly(language) : RelationWords.text(fact.type, language)
    }

    private func name(_ node: UInt32) -> String {
        let name = nodes.displayName(of: node, in: language)
        guard let short = nodes.abbreviation(of: node), short != name else { return name }
        return "\(name) (\(short))"
    }

    private func role(_ role: String) -> String { RelationWords.role(role, language) }

    private func unique(_ texts: [String]) -> [String] {
        var seen: [String] = []
        for text in texts where !seen.contains(text) { seen.append(text) }
        return seen
    }
}
