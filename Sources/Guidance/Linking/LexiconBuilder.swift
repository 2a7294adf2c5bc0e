import GraphModel
import GraphStore

/// Makes the lexicon of a vocabulary and a graph.
struct LexiconBuilder {
    private(set) var lexicon = Lexicon()

    /// What naming a node weighs in a question.
    static let nodeWeight = 1.5
    /// How good a name is that only the vocabulary gives a node.
    private static let givenName = 0.985
    /// What naming a very general node weighs.
    static let lightNodeWeight = 0.3

    /// Adds the words for notions, kinds and modality; names of nodes come with the graph.
    mutating func addConcepts(of vocabulary: Vocabulary) {
        for group in vocabulary.groups where group.wordClass == .filler {
            for phrase in group.phrases {
                let path = path(phrase.text, phrase.language)
                if path.count == 1 { lexicon.markFiller(path[0]) }
            }
        }
        for group in vocabulary.groups {
            switch group.meaning {
            case .concept(let name): addConcept(name, group)
            case .kind(let label, let property, let value):
                let kind = NodeKind(label: label, property: property, value: value)
                add(group, .kind(lexicon.intern(kind: kind)), weight: 1)
            case .name, .unmet: break
            }
        }
    }

    private mutating func addConcept(_ name: String, _ group: Vocabulary.Group) {
        let weight = group.weight ?? group.wordClass.weight
        let concept = lexicon.intern(
            concept: Concept(
                name: name, weight: weight, role: group.role,
                label: group.label, modality: group.modality))
        add(group, .concept(concept), weight: weight)
    }

    private mutating func add(_ group: Vocabulary.Group, _ sense: Sense, weight: Double) {
        let isName = if case .entity = sense { true } else { false }
        for phrase in group.phrases {
            let entry = LexiconEntry(
                sense: sense, weight: weight, isWeak: group.isWeak, isExact: phrase.isExact,
                quality: isName ? Self.givenName : 1, wordClass: group.wordClass)
            lexicon.add(path(phrase.text, phrase.language), entry, least: isName ? 1 : 2)
        }
    }

    /// A word only phrasings use: a notion of its own.
    ///
    /// - Parameter weight: What it weighs in a question that does not explain it.
    mutating func addLiteral(_ token: Token, _ language: Language, weight: Double = 1) -> Int32 {
        let concept = lexicon.intern(
            concept: Concept(
                name: "=" + token.folded, weight: weight))
        let word = lexicon.intern(word: token.folded, languages: language.bit)
        lexicon.add(
            [word],
            LexiconEntry(
                sense: .concept(concept), weight: weight, isWeak: false, isExact: false,
                quality: 1))
        return concept
    }

    // MARK: - Names of nodes

    /// Adds the names nodes have in the graph and in the vocabulary.
    mutating func addNames(of view: GraphView, _ vocabulary: Vocabulary) {
        let reader = NodeReader(view)
        var node: UInt32 = 0
        while node < view.nodeLimit {
            if view.isLive(node: node), let id = reader.id(of: node) {
                addNames(of: node, id, reader, vocabulary)
            }
            node += 1
        }
        for group in vocabulary.groups {
            switch group.meaning {
            case .name(let id):
                guard let entity = lexicon.entityID(id) else { continue }
                add(group, .entity(entity), weight: weight(of: entity))
            case .unmet(let id):
                guard let entity = lexicon.entityID(id) else { continue }
                add(group, .unmet(entity), weight: 1)
            case .concept, .kind: continue
            }
        }
    }

    private mutating func addNames(
        of node: UInt32, _ id: String, _ reader: NodeReader, _ vocabulary: Vocabulary
    ) {
        let names = reader.names(of: node)
        guard !names.isEmpty else { return }
        let entity = lexicon.add(
            entity: Entity(
                node: node, id: id, labels: reader.labels(of: node), kind: reader.kind(of: node),
                wholes: reader.wholes(of: node), isLight: vocabulary.lightNodes.contains(id)))
        for name in names {
            let entry = LexiconEntry(
                sense: .entity(entity), weight: weight(of: entity), isWeak: false, isExact: false,
                quality: 1)
            lexicon.add(path(name, nil), entry)
            if let plain = Self.withoutBrackets(name) { lexicon.add(path(plain, nil), entry) }
        }
    }

    /// `Straffeloven (2005)` is also `Straffeloven`.
    private static func withoutBrackets(_ name: String) -> String? {
        guard let open = name.utf8.firstIndex(of: UInt8(ascii: "(")), open > name.startIndex
        else { return nil }
        return String(name[..<open])
    }

    private func weight(of entity: Int32) -> Double {
        lexicon.entity(entity).isLight ? Self.lightNodeWeight : Self.nodeWeight
    }

    private mutating func path(_ text: String, _ language: Language?) -> [Int32] {
        Tokenizer.tokens(text).map {
            lexicon.intern(word: $0.folded, languages: language?.bit ?? 0)
        }
    }
}

extension Language {
    /// Its bit in a set of languages.
    var bit: UInt8 {
        switch self {
        case .nb: 1
        case .nn: 2
        case .en: 4
        }
    }
}
