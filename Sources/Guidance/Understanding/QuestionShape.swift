/// Reads a question's form, modality, negation and weights off its spans.
struct QuestionShape {
    private(set) var form = QuestionForm.bare
    private(set) var modality: Modality?
    private(set) var isNegated = false
    private(set) var asksForNumber = false
    private(set) var weights: [Double]
    private(set) var unknown: [Int] = []

    private let pieces: [Piece]
    private let lexicon: Lexicon
    /// Spans that cover the pieces without overlap, the longest first taken.
    private(set) var cover: [Mention] = []

    init(_ pieces: [Piece], _ spans: [Mention], _ lexicon: Lexicon) {
        self.pieces = pieces
        self.lexicon = lexicon
        weights = Array(repeating: Question.unknownWeight, count: pieces.count)
        cover = Self.cover(spans, count: pieces.count)
        weigh()
        for span in cover { readFeatures(span) }
        form = readForm()
        ignoreSubordinate()
    }

    /// The longest spans that do not overlap, the better one where two are as long.
    static func cover(_ spans: [Mention], count: Int) -> [Mention] {
        let ordered = spans.sorted {
            ($0.range.count, $0.quality, -$0.range.lowerBound)
                > ($1.range.count, $1.quality, -$1.range.lowerBound)
        }
        var taken = Array(repeating: false, count: count)
        var chosen: [Mention] = []
        for span in ordered where !span.range.contains(where: { taken[$0] }) {
            for at in span.range { taken[at] = true }
            chosen.append(span)
        }
        return chosen.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private mutating func weigh() {
        for span in cover {
            let content = span.range.filter { !isFiller($0) }
            for at in span.range { weights[at] = 0 }
            let share = span.weight / Double(max(content.count, 1))
            for at in content.isEmpty ? Array(span.range) : content { weights[at] = share }
        }
        let known = Set(cover.flatMap { Array($0.range) })
        unknown = pieces.indices.filter { !known.contains($0) }
    }

    private func isFiller(_ at: Int) -> Bool {
        pieces[at].matches.contains { $0.quality == 1 && lexicon.isFiller($0.word) }
    }

    private mutating func readFeatures(_ span: Mention) {
        if span.isWord(.negation) { isNegated = true }
        for case .concept(let id) in span.readings.map(\.sense) {
            let concept = lexicon.concept(id)
            if concept.name == "howmany" { asksForNumber = true }
            // A duty asked for outweighs the «can» of politeness.
            if let modality = concept.modality, self.modality != .must { self.modality = modality }
        }
    }

    /// In a question of yes or no, or after another question word, «når» and «when» begin a
    /// condition and ask for nothing.
    private mutating func ignoreSubordinate() {
        let first = cover.first { $0.isWord(.interrogative) }
        for span in cover where has(span, "when") {
            if form == .polar || span.range != first?.range {
                for at in span.range { weights[at] = 0 }
            }
        }
    }

    // MARK: - Form

    private func readForm() -> QuestionForm {
        let spoken = cover.drop { isPoliteness($0) && !has($0, "opener") }
        guard let first = spoken.first else { return .bare }
        for (place, span) in spoken.enumerated() {
            if span.isWord(.interrogative) { return .open }
            // Only prepositions may stand before the question word: «i hvilken gruppe».
            if place >= 2 || !isOnlyFiller(span) || has(span, "opener") { break }
        }
        if has(first, "opener") || first.isWord(.modal) { return .polar }
        if spoken.contains(where: { $0.isWord(.interrogative) }) { return .open }
        return first.isWord(.verb) ? .verbFirst : .bare
    }

    /// «Kan du si meg» and the like.
    private func isPoliteness(_ span: Mention) -> Bool {
        span.range.count > 2 && isOnlyFiller(span)
    }

    private func isOnlyFiller(_ span: Mention) -> Bool { span.isWord(.filler) }

    private func has(_ span: Mention, _ concept: String) -> Bool {
        lexicon.conceptID(concept).map { span.reading(concept: $0) != nil } ?? false
    }
}
