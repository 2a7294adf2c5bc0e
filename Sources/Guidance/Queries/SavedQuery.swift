/// A question kind: a Cypher text with what it is called, what it asks for and how people ask.
package struct SavedQuery: Sendable {
    /// How the rows become an answer.
    package enum Kind: String, Sendable, CaseIterable {
        /// The nodes and values the rows name.
        case list
        /// Yes, no or unknown, by the columns `yes`, `no` and `list`.
        case truth
        /// Must or may, by the duty's modality.
        case modality
        /// The nodes between two others.
        case path
        /// A node with what stands around it.
        case overview
    }

    /// What a parameter takes.
    package struct Parameter: Sendable {
        /// Its name, without the dollar sign.
        package var name: String
        /// The types, any of which will do.
        package var types: [ParameterType]
        /// Whether it may be left out (null).
        package var isOptional: Bool
        /// The line of its file it is declared on; 0 where it was not read from one.
        package var line = 0

        /// Creates a parameter.
        package init(name: String, types: [ParameterType], isOptional: Bool, line: Int = 0) {
            self.name = name
            self.types = types
            self.isOptional = isOptional
            self.line = line
        }
    }

    /// One way of asking.
    package struct Phrasing: Sendable {
        /// The words, with slots in braces.
        package var text: String
        /// The language.
        package var language: Language
    }

    /// Its name: the file name without the ending.
    package var name: String
    /// What it asks, per language.
    package var titles: [Language: String] = [:]
    /// How its rows become an answer.
    package var kind = Kind.list
    /// Its parameters, in order.
    package var parameters: [Parameter] = []
    /// The ways of asking.
    package var phrasings: [Phrasing] = []
    /// The sentence an answer begins with, per language.
    package var leads: [Language: String] = [:]
    /// The sentence after a yes, per language.
    package var yesSentences: [Language: String] = [:]
    /// The sentence after a no, per language.
    package var noSentences: [Language: String] = [:]
    /// The sentence where it is neither, per language: what it turns on.
    package var unknownSentences: [Language: String] = [:]
    /// Whether what is no longer in force is part of the answer.
    package var includesHistory = false
    /// Whether «how many» can be asked of its answers.
    package var isCountable = true
    /// The Cypher text.
    package var cypher = ""
    /// The file it was read from, and the line its Cypher begins on; empty for a prepared one.
    package var file = ""
    package var firstLine = 1

    /// The parameter of a name.
    package func parameter(_ name: String) -> Parameter? { parameters.first { $0.name == name } }
}

/// The types of parameters: labels of nodes, and words that are no nodes.
package enum ParameterType: Sendable, Hashable {
    /// A node of a label.
    case label(String)
    /// Any node.
    case any
    /// A concept of a kind: a goal, a status.
    case concept(kind: String)
    /// A value of a property: a kind of actor, a track, a level.
    case property(label: String, name: String)
    /// What an actor does at a stage.
    case handlingRole
    /// Must or may.
    case modality
    /// A condition that is not met.
    case unmetCondition

    /// The name in a header.
    package var name: String {
        switch self {
        case .label(let label): label
        case .any: "Any"
        case .concept(let kind): kind == "goal" ? "Goal" : "Status"
        case .property(_, let name):
            name == "kind" ? "ActorKind" : name == "track" ? "Track" : "Level"
        case .handlingRole: "HandlingRole"
        case .modality: "Modality"
        case .unmetCondition: "UnmetCondition"
        }
    }

    /// The type of a name; nil where a header may not use it.
    package init?(name: String) {
        switch name {
        case "Any": self = .any
        case "Goal": self = .concept(kind: "goal")
        case "Status": self = .concept(kind: "status")
        case "ActorKind": self = .property(label: "Actor", name: "kind")
        case "Track": self = .property(label: "Stage", name: "track")
        case "Level": self = .property(label: "LegalInstrument", name: "level")
        case "HandlingRole": self = .handlingRole
        case "Modality": self = .modality
        case "UnmetCondition": self = .unmetCondition
        default:
            guard Self.labels.contains(name) else { return nil }
            self = .label(name)
        }
    }

    /// The labels of the guide's graph that a parameter may have.
    package static let labels: Set<String> = [
        "Actor", "Group", "Role", "LegalInstrument", "Provision", "Duty", "Right", "Service",
        "Stage", "Condition", "Concept", "Source",
    ]
    /// All names a header may use.
    package static let names: [String] =
        labels.sorted() + [
            "Any", "Goal", "Status", "ActorKind", "Track", "Level", "HandlingRole", "Modality",
            "UnmetCondition",
        ]
}
