import GraphModel
import GraphStore

/// One part of a phrasing, ready for comparison.
enum PhrasingItem: Sendable {
    /// A word: any of these notions will do.
    case concept([Int32], weight: Double)
    /// A slot: the parameter's position and the number of its set of types.
    case slot(parameter: Int, accepts: Int, weight: Double)
}

/// A phrasing, ready for comparison.
struct CompiledPhrasing: Sendable {
    /// The query's position in the library.
    var query: Int
    /// The phrasing's position among its query's.
    var phrasing: Int
    var items: [PhrasingItem]
    var form: QuestionForm
    /// What all words weigh together, and the question words among them.
    var weight: Double
    var interrogativeWeight: Double
}

/// The lexicon and the phrasings of a library, made once for a graph and a vocabulary.
struct CompiledLibrary: Sendable {
    let library: SavedQueryLibrary
    private(set) var lexicon: Lexicon
    private(set) var phrasings: [CompiledPhrasing] = []
    /// The sets of types slots take.
    private(set) var slotTypes: [[ParameterType]] = []
    private var slotTypeIDs: [[ParameterType]: Int] = [:]

    /// What a slot weighs.
    static func weight(of types: [ParameterType]) -> Double {
        switch types.first {
        case .handlingRole, .property: 1
        case .modality: 0.5
        case .unmetCondition: 1
        default: LexiconBuilder.nodeWeight
        }
    }

    init(library: SavedQueryLibrary, vocabulary: Vocabulary, view: GraphView) {
        self.library = library
        var builder = LexiconBuilder()
        builder.addConcepts(of: vocabulary)
        lexicon = builder.lexicon
        for (index, query) in library.queries.enumerated() {
            for (number, phrasing) in query.phrasings.enumerated() {
                compile(phrasing, number, of: query, index, &builder)
            }
        }
        builder.addNames(of: view, vocabulary)
        lexicon = builder.lexicon
    }

    // MARK: - Compiling

    private mutating func compile(
        _ phrasing: SavedQuery.Phrasing, _ number: Int, of query: SavedQuery, _ index: Int,
        _ builder: inout LexiconBuilder
    ) {
        var items: [PhrasingItem] = []
        var shape = PhrasingShape()
        for part in PhrasingText.parts(phrasing.text) {
            switch part {
            case .slot(let name):
                guard let at = query.parameters.firstIndex(where: { $0.name == name }) else {
                    continue
                }
                let types = query.parameters[at].types
                items.append(
                    .slot(
                        parameter: at, accepts: number(of: types), weight: Self.weight(of: types)))
                shape.addSlot(types)
            case .words(let words):
                compile(String(words), phrasing.language, &builder, &items, &shape)
            }
        }
        phrasings.append(
            CompiledPhrasing(
                query: index, phrasing: number, items: items, form: shape.form,
                weight: shape.weight, interrogativeWeight: shape.interrogativeWeight))
    }

    private mutating func number(of types: [ParameterType]) -> Int {
        if let known = slotTypeIDs[types] { return known }
        slotTypes.append(types)
        slotTypeIDs[types] = slotTypes.count - 1
        return slotTypes.count - 1
    }

    private func compile(
        _ words: String, _ language: Language, _ builder: inout LexiconBuilder,
        _ items: inout [PhrasingItem], _ shape: inout PhrasingShape
    ) {
        let pieces = Tokenizer.tokens(words).map { token in
            Piece(
                token: token,
                matches: builder.lexicon.wordID(token.folded).map {
                    [WordMatch(word: $0, quality: 1)]
                } ?? [])
        }
        let spans = SpanFinder(builder.lexicon).spans(pieces)
        let cover = QuestionShape.cover(spans, count: pieces.count)
        var at = 0
        while at < pieces.count {
            guard let span = cover.first(where: { $0.range.lowerBound == at }) else {
                let concept = builder.addLiteral(pieces[at].token, language)
                items.append(.concept([concept], weight: 1))
                shape.addWord(weight: 1)
                at += 1
                continue
            }
            add(span, builder.lexicon, &items, &shape)
            at = span.range.upperBound
        }
    }

    private func add(
        _ span: Span, _ lexicon: Lexicon, _ items: inout [PhrasingItem],
        _ shape: inout PhrasingShape
    ) {
        var ids: [Int32] = []
        var weight = Double.infinity
        for reading in span.readings {
            guard case .concept(let id) = reading.sense else { continue }
            ids.append(id)
            weight = min(weight, reading.weight)
            shape.note(lexicon.concept(id))
        }
        guard !ids.isEmpty, weight > 0 else { return }
        let isInterrogative = ids.contains { lexicon.concept($0).wordClass == .interrogative }
        shape.addWord(weight: weight, isInterrogative: isInterrogative)
        items.append(.concept(ids, weight: weight))
    }
}

/// The form and weight of a phrasing, gathered part by part.
private struct PhrasingShape {
    var weight = 0.0
    var interrogativeWeight = 0.0
    private var parts = 0
    private var beginsPolar = false
    private var isOpen = false

    var form: QuestionForm {
        if isOpen { return .open }
        return beginsPolar ? .polar : .bare
    }

    mutating func addSlot(_ types: [ParameterType]) {
        // «{role} {actor} {stage}» begins with its verb, as «tilbyr {actor}» does.
        if parts == 0, types == [.handlingRole] || types == [.modality] { beginsPolar = true }
        weight += CompiledLibrary.weight(of: types)
        parts += 1
    }

    mutating func note(_ concept: Concept) {
        if concept.wordClass == .interrogative { isOpen = true }
        guard parts == 0 else { return }
        if concept.name == "opener" || concept.wordClass == .verb || concept.wordClass == .modal {
            beginsPolar = true
        }
    }

    mutating func addWord(weight: Double, isInterrogative: Bool = false) {
        self.weight += weight
        if isInterrogative { interrogativeWeight += weight }
        parts += 1
    }
}
