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
    private(set) var cover: [Span] = []

    init(_ pieces: [Piece], _ spans: [Span], _ lexicon: Lexicon) {
        self.pieces = pieces
        self.lexicon = lexicon
        weights = Array(repeating: Question.unknownWeight, count: pieces.count)
        cover = Self.cover(spans, count: pieces.count)
        weigh()
        for span in cover { readFeatures(span) }
        form = readForm()
    }

    /// The longest spans that do not overlap, the better one where two are as long.
    static func cover(_ spans: [Span], count: Int) -> [Span] {
        let ordered = spans.sorted {
            ($0.range.count, $0.quality, -$0.range.lowerBound)
                > ($1.range.count, $1.quality, -$1.range.lowerBound)
        }
        var taken = Array(repeating: false, count: count)
        var chosen: [Span] = []
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

    private mutating func readFeatures(_ span: Span) {
        for case .concept(let id) in span.readings.map(\.sense) {
            let concept = lexicon.concept(id)
            if concept.wordClass == .negation { isNegated = true }
            if concept.name == "howmany" { asksForNumber = true }
            // A duty asked for outweighs the «can» of politeness.
            if let modality = concept.modality, self.modality != .must { self.modality = modality }
        }
    }

    // MARK: - Form

    private func readForm() -> QuestionForm {
        let spoken = cover.drop { isPoliteness($0) }
        guard let first = spoken.first else { return .bare }
        for (place, span) in spoken.enumerated() {
            if has(span, { $0.wordClass == .interrogative }) { return .open }
            // Only prepositions may stand before the question word: «i hvilken gruppe».
            if place >= 2 || !isOnlyFiller(span) || has(span, { $0.name == "opener" }) { break }
        }
        if has(first, { $0.name == "opener" || $0.wordClass == .modal }) { return .polar }
        if spoken.contains(where: { has($0) { $0.wordClass == .interrogative } }) { return .open }
        return has(first, { $0.wordClass == .verb }) ? .verbFirst : .bare
    }

    /// «Kan du si meg» and the like.
    private func isPoliteness(_ span: Span) -> Bool {
        span.range.count > 2 && isOnlyFiller(span)
    }

    private func isOnlyFiller(_ span: Span) -> Bool { has(span) { $0.wordClass == .filler } }

    private func has(_ span: Span, _ condition: (Concept) -> Bool) -> Bool {
        span.readings.contains {
            if case .concept(let id) = $0.sense { condition(lexicon.concept(id)) } else { false }
        }
    }
}

/// Lists such as «UDI og IOM»: one span with several nodes.
enum Coordination {
    /// Spans over two or three neighbouring names of nodes with a label in common.
    static func spans(_ pieces: [Piece], _ spans: [Span], _ lexicon: Lexicon) -> [Span] {
        var found: [Span] = []
        for first in spans where isNamed(first) {
            for second in spans where isNamed(second) && isJoined(first, second, pieces) {
                if let both = merged(first, second, lexicon) { found.append(both) }
            }
        }
        for both in found {
            for third in spans where isNamed(third) && isJoined(both, third, pieces) {
                if let all = merged(both, third, lexicon) { found.append(all) }
            }
        }
        return found
    }

    private static func isNamed(_ span: Span) -> Bool {
        span.readings.contains { if case .entity = $0.sense { !$0.isWeak } else { false } }
    }

    private static let conjunctions: Set<String> = ["og", "and", "eller", "or", "samt"]

    /// Whether one span follows another after «og» or a comma.
    private static func isJoined(_ first: Span, _ second: Span, _ pieces: [Piece]) -> Bool {
        var at = first.range.upperBound
        guard at < pieces.count, second.range.lowerBound > at - 1 else { return false }
        var isJoined = pieces[at].token.startsClause
        if conjunctions.contains(pieces[at].token.folded) {
            isJoined = true
            at += 1
        }
        while at < second.range.lowerBound, articles.contains(pieces[at].token.folded) { at += 1 }
        return isJoined && at == second.range.lowerBound
    }

    private static let articles: Set<String> = ["the", "den", "det", "de", "ved", "at", "in", "i"]

    private static func merged(_ first: Span, _ second: Span, _ lexicon: Lexicon) -> Span? {
        var readings: [Reading] = []
        for one in first.readings where !one.isWeak {
            guard case .entity(let a) = one.sense else { continue }
            for two in second.readings where !two.isWeak {
                guard case .entity(let b) = two.sense, a != b,
                    lexicon.entity(a).labels == lexicon.entity(b).labels
                else { continue }
                var both = one
                both.others = one.others + [b] + two.others
                both.quality = min(one.quality, two.quality)
                both.weight = one.weight + two.weight
                readings.append(both)
            }
        }
        guard !readings.isEmpty else { return nil }
        return Span(
            range: first.range.lowerBound..<second.range.upperBound, readings: readings)
    }
}
