import GraphStore

/// The shape of a question or a phrasing.
enum QuestionForm: String, Sendable, CaseIterable {
    /// It has a question word, or is an order to list something.
    case open
    /// It can be answered with yes or no.
    case polar
    /// It begins with a verb but for which it could be anything: `tilbyr IOM retur`.
    case verbFirst
    /// A few words.
    case bare
}

extension QuestionForm {
    /// What a content word of a phrasing costs that the question lacks.
    var lackFactor: Double { self == .bare ? 0.94 : 0.87 }

    /// How well a phrasing of a form fits a question of this one.
    func fit(_ phrasing: QuestionForm, asksYesNo: Bool) -> Double {
        switch (self, phrasing) {
        case (.open, .open), (.polar, .polar), (.bare, .bare): 1
        case (.open, .bare): asksYesNo ? 0.5 : 0.94
        case (.open, _): 0.5
        case (.polar, .bare): asksYesNo ? 0.95 : 0.5
        case (.polar, _): 0.5
        case (.bare, .open): 0.97
        case (.bare, .polar): asksYesNo ? 0.92 : 0.9
        case (.verbFirst, .polar): 0.98
        case (.verbFirst, .bare): 0.95
        case (.verbFirst, .open): 0.85
        case (_, .verbFirst): 0.9
        }
    }
}

/// What was understood of a question before any saved query was looked at.
struct Question: Sendable {
    var pieces: [Piece]
    var spans: [Mention]
    var form: QuestionForm
    var language: Language
    var modality: Modality?
    var isNegated: Bool
    var asksForNumber: Bool
    /// What each piece weighs where no saved query explains it.
    var weights: [Double]
    /// Pieces that mean nothing to the lexicon.
    var unknown: [Int]
    /// Pieces that ask for a number, say must or may, or say not.
    var numberWords: Set<Int>
    /// What «how many» counts: the first word after it that says something.
    var counted: Int?
    var modalWords: Set<Int>
    var negationWords: Set<Int>
    /// A kind the answers must be of, «which directorate …», and its pieces.
    var wantedKind: NodeKind?
    var kindWords: Set<Int> = []
    /// Spans by the notions they may mean.
    var spansByConcept: [[Int]]

    /// What a word that is not understood weighs.
    static let unknownWeight = 1.6

    /// Reads the pieces; `described` are stretches whose nodes are known by other means.
    init(
        _ pieces: [Piece], _ lexicon: Lexicon, language: Language?, described: [Mention] = []
    ) {
        self.pieces = pieces
        let found = Self.settled(MentionFinder(lexicon).spans(pieces), lexicon)
        spans = described + Self.determined(found, lexicon)
        let shape = QuestionShape(pieces, spans, lexicon)
        form = shape.form
        modality = shape.modality
        isNegated = shape.isNegated
        asksForNumber = shape.asksForNumber
        weights = shape.weights
        unknown = shape.unknown
        numberWords = Self.pieces(in: spans) { lexicon.concept($0).name == "howmany" }
        let numbers = numberWords
        let weighty = shape.weights
        counted = numbers.max().flatMap { last in
            weighty.indices.first { $0 > last && weighty[$0] > 0.2 }
        }
        modalWords = Self.pieces(in: spans) { lexicon.concept($0).modality != nil }
        // «Er det ikke slik at» denies nothing: only words that stand for «not» themselves do.
        negationWords = Set(
            shape.cover.filter { $0.isWord(.negation) }.flatMap { Array($0.range) })
        self.language = language ?? LanguageDetector.language(of: pieces, lexicon)
        spans += Coordination.spans(pieces, spans, lexicon)
        spansByConcept = Array(repeating: [], count: lexicon.concepts.count)
        let asking = spans.filter { $0.isWord(.interrogative) }
        for (index, span) in spans.enumerated() {
            // «Hvor mange» does not ask where.
            let isPart = asking.contains {
                $0.range.count > span.range.count && $0.range.overlaps(span.range)
            }
            if isPart, span.isWord(.interrogative) { continue }
            for case .concept(let id) in span.readings.map(\.sense) {
                spansByConcept[Int(id)].append(index)
            }
        }
        readWantedKind(lexicon)
    }

    var totalWeight: Double { weights.reduce(0, +) }

    /// A word for a kind of actor right after «which» or «how many».
    private mutating func readWantedKind(_ lexicon: Lexicon) {
        let asking = spans.filter { $0.isWord(.interrogative) }
        for span in spans
        where asking.contains(where: { $0.range.upperBound == span.range.lowerBound }) {
            for case .kind(let id) in span.readings.map(\.sense)
            where lexicon.kind(id).label == "Actor" {
                wantedKind = lexicon.kind(id)
                kindWords = Set(span.range)
                return
            }
        }
    }

    private static func pieces(in spans: [Mention], where fits: (Int32) -> Bool) -> Set<Int> {
        var pieces: Set<Int> = []
        for span in spans {
            for case .concept(let id) in span.readings.map(\.sense) where fits(id) {
                pieces.formUnion(span.range)
            }
        }
        return pieces
    }

    /// A word for what the graph holds nothing of is not also another word's form.
    private static func settled(_ spans: [Mention], _ lexicon: Lexicon) -> [Mention] {
        guard let outside = lexicon.conceptID("outside") else { return spans }
        return spans.map { span in
            guard let reading = span.reading(concept: outside), reading.quality == 1 else {
                return span
            }
            var span = span
            span.readings = span.readings.filter { $0.quality == 1 }
            return span
        }
    }

    /// After «which» or «how many», a noun names a kind, not one node it might else stand for.
    private static func determined(_ spans: [Mention], _ lexicon: Lexicon) -> [Mention] {
        var follows: Set<Int> = []
        for span in spans {
            let asks = span.readings.contains { reading in
                guard case .concept(let id) = reading.sense else { return false }
                return ["which", "howmany", "what"].contains(lexicon.concept(id).name)
            }
            if asks { follows.insert(span.range.upperBound) }
        }
        return spans.map { span in
            guard follows.contains(span.range.lowerBound) else { return span }
            var span = span
            let kept = span.readings.filter { reading in
                if case .entity = reading.sense { !reading.isWeak } else { true }
            }
            if !kept.isEmpty { span.readings = kept }
            return span
        }
    }
}
