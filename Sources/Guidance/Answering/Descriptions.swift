/// Finds nodes that a question describes instead of naming: «the stage after the report», «etaten
/// som avgjør søknaden». The description is asked first; what it gives takes its place.
struct Descriptions {
    let respondent: Respondent

    /// A description must fit a saved query this well.
    private static let leastInner = 0.84
    /// A question this clear as it stands holds no description.
    private static let clear = 0.93

    private struct Found {
        var understanding: Understanding
        var inner: Evaluation
        var score: Double
    }

    /// The reply to a clause, with or without a description.
    func reply(_ understanding: Understanding) throws -> Respondent.Reply {
        guard understanding.best < Self.clear, understanding.question.pieces.count >= 5 else {
            return try respondent.reply(understanding)
        }
        guard let found = try best(in: understanding.question),
            found.score > understanding.best - 0.02
        else { return try respondent.reply(understanding) }
        var reply = try respondent.reply(found.understanding)
        guard reply.isKnown else { return try respondent.reply(understanding) }
        reply.description = found.inner
        return reply
    }

    private func best(in question: Question) throws -> Found? {
        var best: Found?
        for start in starts(question) {
            var end = question.pieces.count
            while end > start + 1 {
                if let found = try found(question, start..<end), found.score > best?.score ?? 0 {
                    best = found
                }
                end -= 1
            }
        }
        return best
    }

    /// Where a description may begin: a noun that is not the one asked for.
    private func starts(_ question: Question) -> [Int] {
        func has(_ at: Int, _ fits: (Mention) -> Bool) -> Bool {
            question.spans.contains { $0.range.contains(at) && fits($0) }
        }
        func namesKind(_ span: Mention) -> Bool {
            span.readings.contains { if case .kind = $0.sense { true } else { false } }
        }
        return question.pieces.indices.dropFirst(2).filter { at in
            has(at) { $0.isWord(.noun) || namesKind($0) }
                && !has(at - 1) { $0.isWord(.interrogative) }
        }
    }

    private func found(_ question: Question, _ range: Range<Int>) throws -> Found? {
        guard namesNode(question, within: range), saysEnough(question, within: range),
            let inner = try inner(Array(question.pieces[range]), question.language),
            let described = described(inner, range, as: labels(question, at: range.lowerBound))
        else { return nil }
        let lexicon = respondent.compiled.lexicon
        let outer = Question(
            question.pieces, lexicon, language: question.language, described: [described])
        var matcher = Matcher(respondent.compiled, outer)
        let candidates = matcher.candidates().filter { candidate in
            candidate.slotRanges.values.contains(range)
        }
        guard let top = candidates.first, top.score >= Self.leastInner else { return nil }
        return Found(
            understanding: Understanding(question: outer, candidates: candidates), inner: inner,
            score: top.score * inner.candidate.score)
    }

    private func namesNode(_ question: Question, within range: Range<Int>) -> Bool {
        question.spans.contains { span in
            span.range.lowerBound >= range.lowerBound && span.range.upperBound <= range.upperBound
                && span.readings.contains { if case .entity = $0.sense { true } else { false } }
        }
    }

    /// A noun, what is said of it, and a node: one less names a node and describes none.
    private func saysEnough(_ question: Question, within range: Range<Int>) -> Bool {
        question.pieces[range].count { !Coordination.linking.contains($0.token.folded) } >= 3
    }

    /// Asks the description as a question of its own.
    private func inner(_ pieces: [Piece], _ language: Language) throws -> Evaluation? {
        var question = Question(pieces, respondent.compiled.lexicon, language: language)
        question.form = .bare
        var matcher = Matcher(respondent.compiled, question)
        for candidate in matcher.candidates(limit: 4) {
            let query = respondent.compiled.library.queries[candidate.query]
            guard candidate.score >= Self.leastInner, query.kind == .list, query.isCountable,
                candidate.reasons.uncovered == 0, !candidate.bindings.isEmpty
            else { continue }
            let evaluation = try respondent.evaluator.evaluate(candidate, question)
            if !evaluation.outcome.answers.isEmpty { return evaluation }
        }
        return nil
    }

    /// «The application …» describes a stage, «the agency …» an actor.
    private func labels(_ question: Question, at start: Int) -> Set<String> {
        let lexicon = respondent.compiled.lexicon
        var labels: Set<String> = []
        for span in question.spans where span.range.lowerBound == start {
            for reading in span.readings {
                switch reading.sense {
                case .kind(let id): labels.insert(lexicon.kind(id).label)
                case .concept(let id):
                    let concept = lexicon.concept(id)
                    let own = ["who": "Actor", "application": "Stage", "applyfor": "Stage"]
                    if let label = concept.label ?? own[concept.name] { labels.insert(label) }
                case .entity, .unmet: break
                }
            }
        }
        return labels
    }

    /// The described nodes as a mention over the description.
    ///
    /// - Parameter labels: What the noun that begins it is a word for; empty where it does not tell.
    private func described(
        _ inner: Evaluation, _ range: Range<Int>, as labels: Set<String>
    ) -> Mention? {
        let lexicon = respondent.compiled.lexicon
        let reader = FactReader(inner.outcome.view)
        let ids = inner.outcome.answers.compactMap { lexicon.entityID(reader.name($0)) }
        guard let first = ids.first,
            labels.isEmpty || !labels.isDisjoint(with: lexicon.entity(first).labels)
        else { return nil }
        let alike = ids.filter { lexicon.entity($0).labels == lexicon.entity(first).labels }
        let reading = Reading(
            sense: .entity(first), weight: LexiconBuilder.nodeWeight, isWeak: false, quality: 1,
            others: Array(alike.dropFirst()))
        return Mention(range: range, readings: [reading])
    }
}
