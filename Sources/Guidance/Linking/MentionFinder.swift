/// One meaning of a stretch of words.
struct Reading: Sendable {
    var sense: Sense
    var weight: Double
    var isWeak: Bool
    /// How well the words fit, from 0 to 1.
    var quality: Double
    /// What kind of words they are.
    var wordClass = WordClass.noun
    /// Further nodes, for a list such as «UDI og IOM».
    var others: [Int32] = []
}

/// A stretch of words with its meanings.
struct Mention: Sendable {
    /// The pieces covered.
    var range: Range<Int>
    var readings: [Reading]

    var quality: Double { readings.reduce(0) { max($0, $1.quality) } }
    /// What the span weighs where nothing explains it: the least of its best readings.
    var weight: Double {
        let best = quality
        return readings.reduce(.infinity) {
            $1.quality >= best - 0.025 ? min($0, $1.weight) : $0
        }
    }

    /// Whether it may be a notion expressed by words of a class.
    func isWord(_ wordClass: WordClass) -> Bool {
        readings.contains { reading in
            if case .concept = reading.sense { reading.wordClass == wordClass } else { false }
        }
    }

    /// The reading as this notion, if it has it.
    func reading(concept: Int32) -> Reading? {
        readings.first { $0.sense == .concept(concept) }
    }
}

/// Finds all stretches of a question that mean something.
struct MentionFinder {
    let lexicon: Lexicon
    private let longest = 12

    init(_ lexicon: Lexicon) {
        self.lexicon = lexicon
    }

    /// The spans, by start and then longest first.
    func spans(_ pieces: [Piece]) -> [Mention] {
        var spans: [Mention] = []
        for start in pieces.indices {
            var ends: [Int: [Reading]] = [:]
            follow(pieces, start, start, WordPaths.root, 1, true, &ends)
            for (end, readings) in ends.sorted(by: { $0.key > $1.key }) where !readings.isEmpty {
                spans.append(Mention(range: start..<end, readings: readings))
            }
        }
        return spans
    }

    /// Whether the word at a place is part of a node's name there, as `2005` in `Straffeloven 2005`.
    func isWithinName(_ tokens: [Token], _ at: Int) -> Bool {
        guard lexicon.words.find(tokens[at].folded) != nil else { return false }
        let near = max(0, at - longest)..<min(tokens.count, at + longest)
        var words = WordMatcher()
        let pieces = tokens[near].map {
            Piece(token: $0, matches: words.forms($0.folded, lexicon))
        }
        return spans(pieces).contains { span in
            span.range.count > 1 && span.range.contains(at - near.lowerBound)
                && span.readings.contains { if case .entity = $0.sense { true } else { false } }
        }
    }

    private func follow(
        _ pieces: [Piece], _ start: Int, _ at: Int, _ state: Int32, _ quality: Double,
        _ isExact: Bool, _ ends: inout [Int: [Reading]]
    ) {
        guard at < pieces.count, at - start < longest else { return }
        for match in pieces[at].matches {
            guard let next = lexicon.paths.next(state, match.word) else { continue }
            let total = Self.together(quality, match.quality)
            let exact = isExact && match.quality == 1
            if lexicon.paths.hasEntries(at: next) {
                add(entriesAt: next, total, exact, to: &ends[at + 1, default: []])
            }
            follow(pieces, start, at + 1, next, total, exact, &ends)
        }
        let isFiller = pieces[at].matches.contains {
            $0.quality == 1 && lexicon.isFiller($0.word)
        }
        if at > start, isFiller {
            follow(pieces, start, at + 1, state, quality * 0.99, false, &ends)
        }
    }

    /// How well words fit together: the worst decides, as each that fits makes a slip in the
    /// others likelier to be one.
    private static func together(_ some: Double, _ next: Double) -> Double {
        min(some, next) * (max(some, next) < 1 ? 0.985 : 1)
    }

    private func add(
        entriesAt state: Int32, _ quality: Double, _ isExact: Bool, to readings: inout [Reading]
    ) {
        lexicon.paths.forEachEntry(at: state) { entry in
            guard isExact || !entry.isExact else { return }
            let reading = Reading(
                sense: entry.sense, weight: entry.weight, isWeak: entry.isWeak,
                quality: quality * entry.quality, wordClass: entry.wordClass)
            if let same = readings.firstIndex(where: { $0.sense == entry.sense }) {
                if readings[same].quality < reading.quality { readings[same] = reading }
            } else {
                readings.append(reading)
            }
        }
    }
}
