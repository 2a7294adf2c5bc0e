/// What a stretch of words may mean.
enum Sense: Hashable, Sendable {
    /// A notion, by its number in the lexicon.
    case concept(Int32)
    /// A node, by its number among the lexicon's entities.
    case entity(Int32)
    /// A kind of node, by its number in the lexicon.
    case kind(Int32)
    /// A condition that is not met, by its entity number.
    case unmet(Int32)
}

/// A sense at the end of a path of words.
struct LexiconEntry: Sendable {
    var sense: Sense
    /// What the words weigh in a question.
    var weight: Double
    /// Whether another sense is usually meant.
    var isWeak: Bool
    /// Whether the words must stand in just this form.
    var isExact: Bool
    /// Less than 1 where articles and prepositions were left out.
    var quality: Double
    /// What kind of words they are.
    var wordClass = WordClass.noun
}

/// A node that can be named in a question.
struct Entity: Sendable {
    /// Its position in the graph.
    var node: UInt32
    /// Its stable id.
    var id: String
    /// Its labels.
    var labels: [String]
    /// Its kind, where it has one.
    var kind: String?
    /// The positions of the nodes it is part of.
    var wholes: [UInt32]
    /// Whether a question may name it in passing.
    var isLight: Bool
}

/// A notion and what is known of it.
struct Concept: Sendable {
    var name: String
    var weight: Double
    var role: String?
    /// The label of the nodes it is a name for.
    var label: String?
    var modality: Modality?
}

/// A kind of node.
struct NodeKind: Hashable, Sendable {
    var label: String
    var property: String
    var value: String
}

/// One form of a word.
struct LexiconWord: Sendable {
    var folded: String
    var bytes: [UInt8]
    var letters: UInt64
    /// The languages it was met in, as bits.
    var languages: UInt8
}

/// All words that questions are understood by, as paths: vocabulary, phrasings, names of nodes.
struct Lexicon: Sendable {
    private(set) var words: [LexiconWord] = []
    private(set) var concepts: [Concept] = []
    private(set) var kinds: [NodeKind] = []
    private(set) var entities: [Entity] = []

    private var wordIDs: [String: Int32] = [:]
    private var wordsByStart: [UInt32: [Int32]] = [:]
    private var conceptIDs: [String: Int32] = [:]
    private var kindIDs: [NodeKind: Int32] = [:]
    private var entityIDs: [String: Int32] = [:]
    private var edges: [UInt64: Int32] = [:]
    private var entries: [[LexiconEntry]] = [[]]
    private var fillers: Set<Int32> = []

    /// The start of all paths.
    static let root: Int32 = 0

    init() {
        wordIDs.reserveCapacity(4096)
        edges.reserveCapacity(8192)
        entries.reserveCapacity(8192)
        words.reserveCapacity(4096)
    }

    // MARK: - Reading

    /// The number of a word in just this folded form.
    func wordID(_ folded: String) -> Int32? { wordIDs[folded] }

    /// The words that begin with the same two letters.
    func words(beginningLike folded: String) -> [Int32] {
        wordsByStart[Self.start(folded)] ?? []
    }

    /// Whether the word is an article, a preposition or the like.
    func isFiller(_ word: Int32) -> Bool { fillers.contains(word) }

    /// The state a word leads to.
    func next(_ state: Int32, _ word: Int32) -> Int32? { edges[Self.edge(state, word)] }

    /// What ends at a state.
    func entries(at state: Int32) -> [LexiconEntry] { entries[Int(state)] }

    /// The number of a notion.
    func conceptID(_ name: String) -> Int32? { conceptIDs[name] }

    /// The number of a node by its stable id.
    func entityID(_ id: String) -> Int32? { entityIDs[id] }

    func concept(_ id: Int32) -> Concept { concepts[Int(id)] }
    func entity(_ id: Int32) -> Entity { entities[Int(id)] }
    func kind(_ id: Int32) -> NodeKind { kinds[Int(id)] }

    private static func edge(_ state: Int32, _ word: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: word))
    }

    private static func start(_ folded: String) -> UInt32 {
        folded.utf8.prefix(2).reduce(0) { $0 << 8 | UInt32($1) }
    }

    // MARK: - Building

    mutating func intern(word folded: String, languages: UInt8 = 0) -> Int32 {
        if let known = wordIDs[folded] {
            words[Int(known)].languages |= languages
            return known
        }
        let id = Int32(words.count)
        let bytes = Array(folded.utf8)
        words.append(
            LexiconWord(
                folded: folded, bytes: bytes, letters: EditDistance.letters(bytes),
                languages: languages))
        wordIDs[folded] = id
        wordsByStart[Self.start(folded), default: []].append(id)
        return id
    }

    mutating func intern(concept: Concept) -> Int32 {
        if let known = conceptIDs[concept.name] { return known }
        let id = Int32(concepts.count)
        concepts.append(concept)
        conceptIDs[concept.name] = id
        return id
    }

    mutating func intern(kind: NodeKind) -> Int32 {
        if let known = kindIDs[kind] { return known }
        let id = Int32(kinds.count)
        kinds.append(kind)
        kindIDs[kind] = id
        return id
    }

    mutating func add(entity: Entity) -> Int32 {
        let id = Int32(entities.count)
        entities.append(entity)
        entityIDs[entity.id] = id
        return id
    }

    mutating func markFiller(_ word: Int32) { fillers.insert(word) }

    /// Adds a path of words; without its articles and prepositions too, unless the form is fixed.
    ///
    /// - Parameter least: How many words must be left of it then.
    mutating func add(_ path: [Int32], _ entry: LexiconEntry, least: Int = 1) {
        guard !path.isEmpty else { return }
        insert(path, entry)
        guard !entry.isExact, path.count > 1 else { return }
        let reduced = path.filter { !fillers.contains($0) }
        guard reduced.count < path.count, reduced.count >= least,
            reduced.contains(where: isAlphabetic)
        else { return }
        var lesser = entry
        lesser.quality *= 0.97
        insert(reduced, lesser)
    }

    private mutating func insert(_ path: [Int32], _ entry: LexiconEntry) {
        var state = Self.root
        for word in path {
            let edge = Self.edge(state, word)
            if let known = edges[edge] {
                state = known
            } else {
                let made = Int32(entries.count)
                entries.append([])
                edges[edge] = made
                state = made
            }
        }
        let at = Int(state)
        if let same = entries[at].firstIndex(where: { $0.sense == entry.sense }) {
            // The stronger of two entries for one sense stays.
            let known = entries[at][same]
            let isStronger = (!entry.isWeak && known.isWeak) || entry.quality > known.quality
            if isStronger { entries[at][same] = entry }
        } else {
            entries[at].append(entry)
        }
    }

    private func isAlphabetic(_ word: Int32) -> Bool {
        words[Int(word)].bytes.contains { !(0x30...0x39).contains($0) && $0 != 0x2D }
    }
}
