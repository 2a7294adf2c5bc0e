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
        return outcome.answers.map { line(for: $0, outcome) }
    }

    private func line(for node: UInt32, _ outcome: Outcome) -> Answer.Line {
        let own = outcome.facts.filter {
            $0.details.fromNode == node || $0.details.toNode == node
        }
        var parts = [name(node)]
        let roles = unique(own.flatMap(\.details.roles))
        if !roles.isEmpty { parts.append(roles.map(role).joined(separator: ", ")) }
        if let text = description(of: node, own) { parts.append(text) }
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
            let relation = RelationWords.text(fact.type, language)
            let end = fact.details.toNode.map(name) ?? fact.value.map(AnswerValue.text) ?? ""
            return Answer.Line(text: "\(from) – \(relation) – \(end)", sources: fact.sources)
        }
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

/// Relationship types and roles in words.
enum RelationWords {
    /// A type in a language; a type without words as it is, in small letters.
    static func text(_ type: String, _ language: Language) -> String {
        let known: (nb: String, nn: String, en: String)? =
            switch type {
            case "MEMBER_OF": ("er med i", "er med i", "is a member of")
            case "PART_OF": ("er en del av", "er ein del av", "is part of")
            case "REPORTS_TO": ("er underlagt", "er underlagt", "reports to")
            case "HAS_DUTY": ("har oppgaven", "har oppgåva", "has the duty")
            case "HAS_RIGHT": ("har rett til", "har rett til", "has the right")
            case "HANDLES": ("har en rolle i", "har ei rolle i", "has a role in")
            case "PROVIDES": ("tilbyr", "tilbyr", "offers")
            case "GROUNDED_IN": ("har hjemmel i", "har heimel i", "is grounded in")
            case "APPLIES_AT": ("gjelder ved", "gjeld ved", "applies at")
            case "ADDRESSED_TO": ("gjelder overfor", "gjeld overfor", "is addressed to")
            case "REQUIRES": ("krever", "krev", "requires")
            case "EXCLUDES": ("utelukker", "utelukkar", "excludes")
            case "PRECEDES": ("kommer før", "kjem før", "comes before")
            case "PURSUES": ("arbeider for", "arbeider for", "pursues")
            case "REPLACED_BY": ("er erstattet av", "er erstatta av", "was replaced by")
            case "RATIFIED": ("har ratifisert", "har ratifisert", "has ratified")
            case "ISSUED_BY": ("er utgitt av", "er gjeve ut av", "was issued by")
            case "STATUS": ("har status", "har status", "has the status")
            case "valid": ("i kraft fra", "i kraft frå", "in force since")
            default: nil
            }
        guard let known else {
            return type.lowercased().split(separator: "_").joined(separator: " ")
        }
        return switch language {
        case .nb: known.nb
        case .nn: known.nn
        case .en: known.en
        }
    }

    /// What a fact says of a list: whether it names all there are; nil for any other fact.
    static func list(_ fact: Fact, _ language: Language) -> String? {
        guard fact.type == "openList", case .boolean(let isOpen)? = fact.value else { return nil }
        return switch language {
        case .nb: isOpen ? "kilden navngir ikke alle" : "kilden navngir alle"
        case .nn: isOpen ? "kjelda nemner ikkje alle" : "kjelda nemner alle"
        case .en: isOpen ? "the source does not name all" : "the source names all"
        }
    }

    /// A role in a language.
    static func role(_ role: String, _ language: Language) -> String {
        guard language != .en else { return role }
        return switch role {
        case "receives": language == .nn ? "tek imot" : "tar imot"
        case "registers": language == .nn ? "registrerer" : "registrerer"
        case "forwards": language == .nn ? "sender vidare" : "oversender"
        case "decides": language == .nn ? "avgjer" : "avgjør"
        case "assists": "bistår"
        case "conducts": "gjennomfører"
        case "identifies": "identifiserer"
        case "present": language == .nn ? "er til stades" : "er til stede"
        case "reports": "rapporterer"
        default: role
        }
    }
}
