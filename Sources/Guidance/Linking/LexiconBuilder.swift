import GraphModel
import GraphStore

/// Makes the lexicon of a vocabulary and a graph.
struct LexiconBuilder {
    private(set) var lexicon = Lexicon()
    // Kept from word to word, to spare allocations.
    private var scanner = WordScanner()
    private var path: [Int32] = []

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
                vocabulary.withLetters(phrase) { readPath($0, phrase.language) }
                if path.count == 1 { lexicon.markFiller(path[0]) }
            }
        }
        for group in vocabulary.groups {
            switch group.meaning {
            case .concept(let name): addConcept(name, group, vocabulary)
            case .kind(let label, let property, let value):
                let kind = NodeKind(label: label, property: property, value: value)
                add(group, .kind(lexicon.intern(kind: kind)), weight: 1, vocabulary)
            case .name, .unmet: break
            }
        }
    }

    private mutating func addConcept(
        _ name: String, _ group: Vocabulary.Group, _ vocabulary: Vocabulary
    ) {
        let weight = group.weight ?? group.wordClass.weight
        let concept = lexicon.intern(
            concept: Concept(
                name: name, weight: weight, role: group.role,
                label: group.label, modality: group.modality))
        add(group, .concept(concept), weight: weight, vocabulary)
    }

    private mutating func add(
        _ group: Vocabulary.Group, _ sense: Sense, weight: Double, _ vocabulary: Vocabulary
    ) {
        let isName = if case .entity = sense { true } else { false }
        for phrase in group.phrases {
            let entry = LexiconEntry(
                sense: sense, weight: weight, isWeak: group.isWeak, isExact: phrase.isExact,
                quality: isName ? Self.givenName : 1, wordClass: group.wordClass)
            vocabulary.withLetters(phrase) { readPath($0, phrase.language) }
            lexicon.add(path, entry, least: isName ? 1 : 2)
        }
    }

    /// A word only phrasings use: a notion of its own.
    ///
    /// - Parameter weight: What it weighs in a question that does not explain it.
    mutating func addLiteral(_ word: Int32, weight: Double = 1) -> Int32 {
        let concept = lexicon.intern(
            concept: Concept(name: "=" + lexicon.words.text(word), weight: weight))
        let entry = LexiconEntry(
            sense: .concept(concept), weight: weight, isWeak: false, isExact: false, quality: 1)
        lexicon.add([word], entry)
        return concept
    }

    /// The number of a word of a phrasing.
    mutating func intern(_ word: [UInt8], _ language: Language) -> Int32 {
        lexicon.intern(word: word.span, languages: language.bit)
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
                add(group, .entity(entity), weight: weight(of: entity), vocabulary)
            case .unmet(let id):
                guard let entity = lexicon.entityID(id) else { continue }
                add(group, .unmet(entity), weight: 1, vocabulary)
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
            var name = name
            name.withUTF8 { letters in
                readPath(letters.span, nil)
                lexicon.add(path, entry)
                if letters.last == UInt8(ascii: ")"),
                    let open = letters.firstIndex(of: UInt8(ascii: "(")), open > 0
                {
                    // «Straffeloven (2005)» is also «Straffeloven».
                    readPath(letters.span.extracting(..<open), nil)
                    lexicon.add(path, entry)
                }
            }
        }
    }

    private func weight(of entity: Int32) -> Double {
        lexicon.entity(entity).isLight ? Self.lightNodeWeight : Self.nodeWeight
    }

    /// Reads the words of a text into `path`.
    private mutating func readPath(_ text: Span<UInt8>, _ language: Language?) {
        path.removeAll(keepingCapacity: true)
        scanner.restart()
        while scanner.next(in: text) {
            let bits = language?.bit ?? 0
            let word = scanner.withFolded { lexicon.intern(word: $0, languages: bits) }
            path.append(word)
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
