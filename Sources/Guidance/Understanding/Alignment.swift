/// How a phrasing lies on a question.
struct Alignment {
    /// The fillings of the slots, in the phrasing's order.
    var fillings: [SlotFilling]
    /// The factors of the score, without the slots' quality.
    var reasons: ScoreReasons
}

/// Finds the best way to lay a phrasing on a question.
struct AlignmentSearch {
    private let question: Question
    private let interrogatives: Set<Int>
    private var hasInterrogative: Bool { !interrogatives.isEmpty }
    private var phrasing: CompiledPhrasing
    private var choices: [[SlotFilling]] = []
    private var kind = SavedQuery.Kind.list
    private var isCountable = false
    private var chosen: [SlotFilling] = []

    /// Who is a member does not answer who is not: a «not» passed over counts as more than a word.
    private static let ignoredNegation = 1.5

    private var bestFound: Alignment?
    private var bestScore = 0.0

    init(_ question: Question) {
        self.question = question
        interrogatives = Set(
            question.spans.filter { $0.isWord(.interrogative) }.flatMap { Array($0.range) })
        phrasing = CompiledPhrasing(
            query: 0, phrasing: 0, language: .nb, items: [], form: .bare, weight: 0,
            interrogativeWeight: 0)
    }

    /// The best alignment of a phrasing, nil where the slots cannot all be filled.
    ///
    /// - Parameter choices: What each of its slots may be filled with.
    mutating func best(
        _ phrasing: CompiledPhrasing, _ choices: [[SlotFilling]], kind: SavedQuery.Kind,
        isCountable: Bool
    ) -> Alignment? {
        self.phrasing = phrasing
        self.choices = choices
        self.kind = kind
        self.isCountable = isCountable
        chosen.removeAll(keepingCapacity: true)
        bestFound = nil
        bestScore = 0
        search(slot: 0)
        return bestFound
    }

    private mutating func search(slot: Int) {
        guard slot < choices.count else {
            evaluate()
            return
        }
        for filling in choices[slot] where isFree(question.spans[filling.span].range) {
            chosen.append(filling)
            search(slot: slot + 1)
            chosen.removeLast()
        }
    }

    private func isFree(_ range: Range<Int>) -> Bool {
        !chosen.contains { question.spans[$0.span].range.overlaps(range) }
    }

    // MARK: - One alignment

    private mutating func evaluate() {
        var taken = chosen.map { question.spans[$0.span].range }
        var matched = 0.0
        var missing = 0
        var words = 0.0
        // What is not one of the phrasing's own words is not what it could count.
        var isCountMatched = question.counted.map(question.kindWords.contains) ?? true
        var starts: [Int] = []
        var slot = 0
        var last = -1
        for item in phrasing.items {
            switch item {
            case .slot(_, _, let weight):
                let range = question.spans[chosen[slot].span].range
                matched += chosen[slot].quality * weight
                starts.append(range.lowerBound)
                last = range.lowerBound
                slot += 1
            case .concept(let ids, let weight, let isInterrogative):
                guard let (range, quality) = place(ids, after: last, taken) else {
                    // «What …» does not ask who or where; a few words may leave it out.
                    if weight >= 0.5, !isInterrogative || hasInterrogative { missing += 1 }
                    continue
                }
                taken.append(range)
                matched += weight * quality
                if !isInterrogative { words += weight }
                isCountMatched =
                    isCountMatched || question.counted.map(range.contains) ?? false
                starts.append(range.lowerBound)
                last = range.lowerBound
            }
        }
        record(
            Match(
                weight: matched, words: words, isCountMatched: isCountMatched, missing: missing,
                starts: starts), taken)
    }

    /// The free span that has one of the notions, the first after a place where there is one; a
    /// verb rather than «har» or «get», which may mean the same and say nothing.
    private func place(
        _ ids: [Int32], after last: Int, _ taken: [Range<Int>]
    ) -> (Range<Int>, Double)? {
        var best: (range: Range<Int>, quality: Double)?
        for id in ids {
            for index in question.spansByConcept[Int(id)] {
                let span = question.spans[index]
                if taken.contains(where: { $0.overlaps(span.range) }) { continue }
                let quality = span.reading(concept: id)?.quality ?? 0
                guard let known = best else {
                    best = (span.range, quality)
                    continue
                }
                let saysMore = weight(of: span.range) > 0
                guard saysMore == (weight(of: known.range) > 0) else {
                    if saysMore { best = (span.range, quality) }
                    continue
                }
                let isLater = known.range.lowerBound < last && span.range.lowerBound > last
                let isSamePlace = known.range.lowerBound == span.range.lowerBound
                if isLater || (isSamePlace && span.range.count > known.range.count) {
                    best = (span.range, quality)
                }
            }
        }
        return best
    }

    private func weight(of range: Range<Int>) -> Double {
        range.reduce(0) { $0 + question.weights[$1] }
    }

    /// What an alignment has matched.
    private struct Match {
        var weight: Double
        /// The part of it that are words, question words aside.
        var words: Double
        /// Whether one of them is what «how many» counts.
        var isCountMatched: Bool
        var missing: Int
        var starts: [Int]
    }

    private mutating func record(_ match: Match, _ taken: [Range<Int>]) {
        // Any two nodes are connected somehow: it must be asked.
        if kind == .path, match.missing > 0 { return }
        var covered = 0.0
        var uncovered = 0.0
        for (at, weight) in question.weights.enumerated() {
            if taken.contains(where: { $0.contains(at) }) || isExplained(at, match) {
                covered += weight
            } else if question.negationWords.contains(at) {
                uncovered += Self.ignoredNegation
            } else if weight >= (asks(at) ? 0.2 : 0.3), !question.unknown.contains(at) {
                uncovered += weight
            }
        }
        let isShort = question.form == .bare
        let weight = phrasing.weight - (isShort ? missingInterrogatives(taken) : 0)
        let total = question.totalWeight + weight
        guard total > 0 else { return }
        var reasons = ScoreReasons()
        reasons.overlap = min(1, (covered + match.weight) / total)
        reasons.uncovered = uncovered
        reasons.form = question.form.fit(
            phrasing.form, asksYesNo: kind == .truth || kind == .modality)
        reasons.order = orderFactor(match.starts)
        for _ in 0..<match.missing { reasons.completeness *= question.form.lackFactor }
        reasons.closeness = closeness(match.weight)
        for _ in question.unknown { reasons.understanding *= 0.6 }
        let quality = chosen.reduce(1) { $0 * $1.quality }
        let score = reasons.score * quality
        if score > bestScore {
            bestScore = score
            bestFound = Alignment(fillings: chosen, reasons: reasons)
        }
    }

    /// Whether a question word stands here that few words, who does what where, pass over.
    private func asks(_ at: Int) -> Bool {
        phrasing.form == .bare && interrogatives.contains(at)
    }

    /// Few words need no question word.
    private func missingInterrogatives(_ taken: [Range<Int>]) -> Double {
        phrasing.form == .open && !question.pieces.isEmpty && !hasInterrogative
            ? phrasing.interrogativeWeight : 0
    }

    /// Words whose sense is read elsewhere: how many, must and may, not.
    private func isExplained(_ at: Int, _ match: Match) -> Bool {
        switch kind {
        // «How many» counts what a noun names.
        case .list:
            (isCountable && match.isCountMatched && match.words >= 0.5
                && question.numberWords.contains(at))
                || question.kindWords.contains(at)
        case .truth: question.negationWords.contains(at)
        case .modality: question.modalWords.contains(at)
        case .path, .overview: false
        }
    }

    // MARK: - Factors

    /// Of two phrasings that fit, the one of the question's language that explains more is nearer.
    private func closeness(_ matched: Double) -> Double {
        let specific = 1 - 0.02 / (1 + matched) - 0.004 / Double(1 + choices.count)
        if phrasing.language == question.language { return specific }
        let areBothNorwegian = phrasing.language != .en && question.language != .en
        return specific * (areBothNorwegian ? 0.997 : 0.99)
    }

    private func orderFactor(_ starts: [Int]) -> Double {
        guard question.form != .bare else { return 1 }
        var swaps = 0
        for index in starts.indices.dropFirst() where starts[index] < starts[index - 1] {
            swaps += 1
        }
        return max(0.8, 1 - 0.05 * Double(swaps))
    }
}
