import GraphModel
import GraphStore

/// One part of a phrasing, ready for comparison.
enum PhrasingItem: Sendable {
    /// A word: any of these notions will do.
    case concept([Int32], weight: Double, isInterrogative: Bool)
    /// A slot: the parameter's position and the number of its set of types.
    case slot(parameter: Int, accepts: Int, weight: Double)
}

/// A phrasing, ready for comparison.
struct CompiledPhrasing: Sendable {
    /// The query's position in the library.
    var query: Int
    /// The phrasing's position among its query's.
    var phrasing: Int
    var language: Language
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
        var words = WordMatcher()
        for (index, query) in library.queries.enumerated() {
            for (number, phrasing) in query.phrasings.enumerated() {
                compile(phrasing, number, of: query, index, &builder, &words)
            }
        }
        builder.addNames(of: view, vocabulary)
        lexicon = builder.lexicon
    }

    // MARK: - Compiling

    private mutating func compile(
        _ phrasing: SavedQuery.Phrasing, _ number: Int, of query: SavedQuery, _ index: Int,
        _ builder: inout LexiconBuilder, _ words: inout WordMatcher
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
                        parameter: at, accepts: slotNumber(of: types),
                        weight: Self.weight(of: types)))
                shape.addSlot(types)
            case .words(let text):
                compile(text, phrasing.language, &builder, &words, &items, &shape)
            }
        }
        phrasings.append(
            CompiledPhrasing(
                query: index, phrasing: number, language: phrasing.language, items: items,
                form: shape.form,
                weight: shape.weight, interrogativeWeight: shape.interrogativeWeight))
    }

    private mutating func slotNumber(of types: [ParameterType]) -> Int {
        if let known = slotTypeIDs[types] { return known }
        slotTypes.append(types)
        slotTypeIDs[types] = slotTypes.count - 1
        return slotTypes.count - 1
    }

    /// Compiles words between slots; one written `=for` counts although it is a preposition.
    private func compile(
        _ text: Substring, _ language: Language, _ builder: inout LexiconBuilder,
        _ words: inout WordMatcher, _ items: inout [PhrasingItem], _ shape: inout PhrasingShape
    ) {
        let forced = text.split(separator: " ").filter { $0.hasPrefix("=") }
            .flatMap { Tokenizer.tokens(String($0)) }
        let pieces = Tokenizer.tokens(String(text)).map { token in
            Piece(token: token, matches: words.forms(token.folded, builder.lexicon))
        }
        let mentions = MentionFinder(builder.lexicon).spans(pieces)
        let cover = QuestionShape.cover(mentions, count: pieces.count)
        var at = 0
        while at < pieces.count {
            let token = pieces[at].token
            if forced.contains(where: { $0.folded == token.folded }) {
                let concept = builder.addLiteral(token, language, weight: Self.forcedWeight)
                items.append(.concept([concept], weight: Self.forcedWeight, isInterrogative: false))
                shape.addWord(weight: Self.forcedWeight)
                at += 1
            } else if let mention = cover.first(where: { $0.range.lowerBound == at }) {
                if !add(mention, builder.lexicon, &items, &shape) {
                    for piece in pieces[mention.range] {
                        addLiteral(piece.token, language, &builder, &items, &shape)
                    }
                }
                at = mention.range.upperBound
            } else {
                addLiteral(token, language, &builder, &items, &shape)
                words.forget(token.folded)
                at += 1
            }
        }
    }

    /// What a preposition weighs that a phrasing insists on.
    private static let forcedWeight = 0.5

    private func addLiteral(
        _ token: Token, _ language: Language, _ builder: inout LexiconBuilder,
        _ items: inout [PhrasingItem], _ shape: inout PhrasingShape
    ) {
        items.append(
            .concept([builder.addLiteral(token, language)], weight: 1, isInterrogative: false))
        shape.addWord(weight: 1)
    }

    /// Adds the notions of a stretch of words; false where it only names kinds of node.
    private func add(
        _ span: Mention, _ lexicon: Lexicon, _ items: inout [PhrasingItem],
        _ shape: inout PhrasingShape
    ) -> Bool {
        var ids: [Int32] = []
        var weight = Double.infinity
        for reading in span.readings {
            guard case .concept(let id) = reading.sense else { continue }
            ids.append(id)
            weight = min(weight, reading.weight)
            shape.note(reading.wordClass, isOpener: lexicon.concept(id).name == "opener")
        }
        guard !ids.isEmpty else { return false }
        guard weight > 0 else { return true }
        let isInterrogative = span.isWord(.interrogative)
        shape.addWord(weight: weight, isInterrogative: isInterrogative)
        items.append(.concept(ids, weight: weight, isInterrogative: isInterrogative))
        return true
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

    mutating func note(_ wordClass: WordClass, isOpener: Bool) {
        if wordClass == .interrogative { isOpen = true }
        guard parts == 0 else { return }
        if isOpener || wordClass == .verb || wordClass == .modal {
            beginsPolar = true
        }
    }

    mutating func addWord(weight: Double, isInterrogative: Bool = false) {
        self.weight += weight
        if isInterrogative { interrogativeWeight += weight }
        parts += 1
    }
}
