import GraphStore

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

/// All words that questions are understood by: vocabulary, phrasings, names of nodes.
struct Lexicon: Sendable {
    /// The words.
    private(set) var words = WordTable()
    /// What sequences of them mean.
    private(set) var paths = WordPaths()
    private(set) var concepts: [Concept] = []
    private(set) var kinds: [NodeKind] = []
    private(set) var entities: [Entity] = []

    private var conceptIDs: [String: Int32] = [:]
    private var kindIDs: [NodeKind: Int32] = [:]
    private var entityIDs: [String: Int32] = [:]
    private var fillers: Set<Int32> = []

    // MARK: - Reading

    /// Whether the word is an article, a preposition or the like.
    func isFiller(_ word: Int32) -> Bool { fillers.contains(word) }

    /// The number of a notion.
    func conceptID(_ name: String) -> Int32? { conceptIDs[name] }

    /// The number of a node by its stable id.
    func entityID(_ id: String) -> Int32? { entityIDs[id] }

    func concept(_ id: Int32) -> Concept { concepts[Int(id)] }
    func entity(_ id: Int32) -> Entity { entities[Int(id)] }
    func kind(_ id: Int32) -> NodeKind { kinds[Int(id)] }

    // MARK: - Building

    mutating func intern(word: Span<UInt8>, languages: UInt8) -> Int32 {
        words.intern(word, languages: languages)
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
        paths.add(path, entry)
        guard !entry.isExact, path.count > 1 else { return }
        let kept = path.count { !fillers.contains($0) }
        guard kept < path.count, kept >= least else { return }
        let reduced = path.filter { !fillers.contains($0) }
        guard reduced.contains(where: isAlphabetic) else { return }
        var lesser = entry
        lesser.quality *= 0.97
        paths.add(reduced, lesser)
    }

    private func isAlphabetic(_ word: Int32) -> Bool {
        words.withLetters(word) { letters in
            letters.indices.contains { letters[$0] &- 0x30 >= 10 && letters[$0] != 0x2D }
        }
    }
}

extension Lexicon: Stored {
    init(from reader: inout ByteReader) throws {
        words = try WordTable(from: &reader)
        paths = try WordPaths(from: &reader)
        concepts = try reader.list()
        kinds = try reader.list()
        entities = try reader.list()
        fillers = Set(try reader.array())
        for (index, concept) in concepts.enumerated() { conceptIDs[concept.name] = Int32(index) }
        for (index, kind) in kinds.enumerated() { kindIDs[kind] = Int32(index) }
        for (index, entity) in entities.enumerated() { entityIDs[entity.id] = Int32(index) }
    }

    func store(in writer: inout ByteWriter) throws {
        try words.store(in: &writer)
        try paths.store(in: &writer)
        try writer.list(concepts)
        try writer.list(kinds)
        try writer.list(entities)
        try writer.array(fillers.sorted())
    }
}
