import GraphModel

/// The languages questions are asked and answered in.
package enum Language: String, Sendable, CaseIterable {
    /// Bokmål.
    case nb
    /// Nynorsk.
    case nn
    /// English.
    case en
}

/// How much a word says about what is asked.
enum WordClass: String, Sendable, CaseIterable {
    case filler
    case light
    case modal
    case interrogative
    case noun
    case verb
    case negation

    /// What a word of the class weighs where the vocabulary gives no weight of its own.
    var weight: Double {
        switch self {
        case .filler: 0
        case .light: 0.15
        case .modal: 0.25
        case .interrogative: 0.8
        case .negation: 0.4
        case .noun, .verb: 1
        }
    }
}

/// Whether an action is owed or allowed.
package enum Modality: String, Sendable, CaseIterable {
    case must
    case may
}

/// The words people ask with: what they mean, in each language.
///
/// It is data (Graph/vocabulary.xml); a new word needs no code.
package struct Vocabulary: Sendable {
    /// What a group of words means.
    enum Meaning: Sendable, Hashable {
        /// A notion that phrasings of saved queries are compared by.
        case concept(String)
        /// All nodes with a value of a property.
        case kind(label: String, property: String, value: String)
        /// One node.
        case name(node: String)
        /// Not meeting a condition.
        case unmet(condition: String)
    }

    /// Words that mean the same.
    struct Group: Sendable {
        var meaning: Meaning
        var wordClass: WordClass
        /// What the words weigh; nil for what their class weighs.
        var weight: Double?
        /// What an actor does at a stage, for verbs.
        var role: String?
        /// The label of the nodes a noun names: «right» in «the right to an interpreter».
        var label: String?
        /// What a modal word says.
        var modality: Modality?
        /// Whether another node is usually meant by the words.
        var isWeak = false
        /// Where it stands in the file; nil where it was not read from one.
        var place: SourcePlace?
        var phrases: [Phrase] = []
    }

    /// One word or group of words.
    struct Phrase: Sendable {
        /// Where it stands among the letters of the vocabulary.
        var range: Range<Int>
        var language: Language
        /// Whether the words must stand in just this form.
        var isExact: Bool
    }

    /// All groups, in the order of the file.
    private(set) var groups: [Group] = []
    /// Nodes so general that a question may name them in passing.
    private(set) var lightNodes: Set<String> = []
    /// Where each of them is named.
    private(set) var lightPlaces: [String: SourcePlace] = [:]

    /// The letters of all phrases, one after the other.
    private var text: [UInt8] = []

    /// Lends the letters of a phrase.
    func withLetters(_ phrase: Phrase, _ body: (Span<UInt8>) -> Void) {
        body(text.span.extracting(phrase.range))
    }

    /// A vocabulary without words.
    package init() {}

    mutating func add(_ group: Group) { groups.append(group) }

    /// Takes the letters of a phrase.
    mutating func addLetters(_ letters: some Sequence<UInt8>) -> Range<Int> {
        let start = text.count
        text += letters
        return start..<text.count
    }

    mutating func addLightNode(_ id: String, at place: SourcePlace? = nil) {
        lightNodes.insert(id)
        lightPlaces[id] = place
    }
}
