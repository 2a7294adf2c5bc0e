import GraphModel
import GraphStore

/// Writes what was found as an answer, in one language, for one date.
///
/// The evidence gate stands here: what no fact with a source carries is not answered.
struct AnswerWriter {
    let compiled: CompiledLibrary
    let view: GraphView
    let frame: TimeFrame
    let language: Language

    private var nodes: NodeReader { NodeReader(view) }

    /// How many facts an answer shows at most.
    private static let factLimit = 40

    /// The answer of one clause, or of several put together.
    func answer(_ replies: [Respondent.Reply]) -> Answer {
        let parts = replies.map(answer)
        guard parts.count > 1 else { return finished(parts[0], replies) }
        var whole = parts[0]
        for (part, reply) in zip(parts, replies).dropFirst() { merge(part, reply, into: &whole) }
        if parts.contains(where: { $0.verdict == .unknown }) {
            whole.verdict = parts.allSatisfy { $0.verdict == .unknown } ? .unknown : whole.verdict
            for (part, reply) in zip(parts, replies) where part.verdict == .unknown {
                let words = reply.understanding.question.pieces.map(\.token.text)
                whole.notes.append(
                    Sentence.partUnknown(words.joined(separator: " ")).text(language))
            }
        }
        return finished(whole, replies)
    }

    private func merge(_ part: Answer, _ reply: Respondent.Reply, into whole: inout Answer) {
        for node in part.answers where !whole.answers.contains(where: { $0.id == node.id }) {
            whole.answers.append(node)
        }
        whole.values += part.values
        whole.count = whole.count ?? part.count
        for fact in part.facts where !whole.facts.contains(where: { $0.isSame(as: fact) }) {
            whole.facts.append(fact)
        }
        if whole.verdict == .unknown { whole.verdict = part.verdict }
        whole.lines += part.lead.map { Answer.Line(text: $0) } + part.lines
        whole.notes += part.notes.filter { !whole.notes.contains($0) }
        whole.didYouMean += part.didYouMean
        if !part.query.isEmpty {
            whole.query += (whole.query.isEmpty ? "" : ";\n") + part.query
        }
        whole.savedQuery = whole.savedQuery ?? part.savedQuery
    }

    private func finished(_ answer: Answer, _ replies: [Respondent.Reply]) -> Answer {
        var answer = answer
        answer.facts = Array(answer.facts.filter { !$0.sources.isEmpty }.prefix(Self.factLimit))
        if answer.facts.isEmpty, answer.verdict != .unknown {
            // Nothing is stated without a source.
            answer = unknown(replies[0], understood: true)
        }
        answer.asOf = frame.asked ?? TimeFrame.text(frame.date)
        answer.language = language
        answer.sources = SourceBook(compiled.lexicon, nodes, language).documents(of: answer)
        answer.notes += NoteWriter(
            view: view, lexicon: compiled.lexicon, frame: frame, language: language
        ).notes(for: answer, replies)
        return answer
    }

    // MARK: - One clause

    private func answer(_ reply: Respondent.Reply) -> Answer {
        guard let first = reply.first else { return unknown(reply, understood: false) }
        if !reply.isKnown { return unknown(reply, understood: true) }
        var answer = Answer(verdict: .answer)
        answer.query = reply.evaluations.map(\.query).joined(separator: ";\n")
        let query = compiled.library.queries[first.candidate.query]
        answer.savedQuery = query.name
        if let description = reply.description {
            answer.facts = description.outcome.facts
            answer.query = description.query + ";\n" + answer.query
        }
        if first.judgement != nil {
            write(first, query, reply, to: &answer)
        } else {
            for evaluation in reply.evaluations { write(evaluation, query, to: &answer) }
            if query.isCountable || first.outcome.count != nil {
                writeCount(first, reply, to: &answer)
            }
        }
        if reply.isAmbiguous {
            answer.verdict = .ambiguous
            answer.didYouMean = reply.evaluations.map { asked($0.candidate, query) }
            answer.lead = [Sentence.ambiguous.text(language)] + answer.lead
        }
        return answer
    }

    private func unknown(_ reply: Respondent.Reply, understood: Bool) -> Answer {
        var answer = Answer(verdict: .unknown)
        if let first = reply.first, understood {
            answer.facts = first.judgement?.facts ?? []
            answer.query = first.query
            answer.savedQuery = compiled.library.queries[first.candidate.query].name
            answer.lead = [Sentence.unknown.text(language)]
            let query = compiled.library.queries[first.candidate.query]
            if let sentence = query.unknownSentences[language], !answer.facts.isEmpty {
                answer.lead = [filled(sentence, first.candidate, query)]
                answer.lines = LineWriter(view: view, language: language).lines(answer.facts)
            }
            if answer.facts.contains(where: isOpen) {
                answer.notes.append(Sentence.openList.text(language))
            }
        } else {
            answer.lead = [Sentence.notUnderstood.text(language)]
        }
        answer.didYouMean = suggestions(reply)
        return answer
    }

    /// The nearest questions that can be answered.
    private func suggestions(_ reply: Respondent.Reply) -> [String] {
        var found: [String] = []
        for candidate in reply.understanding.candidates
        where reply.first.map({ !$0.candidate.isSame(as: candidate) }) ?? true {
            let query = compiled.library.queries[candidate.query]
            let text = asked(candidate, query)
            if !found.contains(text) { found.append(text) }
            if found.count == 3 { break }
        }
        return found
    }

    // MARK: - Lists

    private func write(_ evaluation: Evaluation, _ query: SavedQuery, to answer: inout Answer) {
        let outcome = evaluation.outcome
        for node in outcome.answers {
            let shown = shown(node)
            if !answer.answers.contains(where: { $0.id == shown.id }) {
                answer.answers.append(shown)
            }
        }
        answer.values += outcome.values
        for fact in outcome.facts + outcome.list
        where !answer.facts.contains(where: { $0.isSame(as: fact) }) {
            answer.facts.append(fact)
        }
        if let lead = query.leads[language] {
            answer.lead.append(filled(lead, evaluation.candidate, query))
        }
        answer.lines += LineWriter(view: view, language: language).lines(outcome)
        if outcome.list.contains(where: isOpen) {
            answer.notes.append(Sentence.openList.text(language))
        }
    }

    private func isOpen(_ fact: Fact) -> Bool {
        guard case .some(.boolean(let isOpen)) = fact.value else { return false }
        return isOpen
    }

    private func writeCount(
        _ evaluation: Evaluation, _ reply: Respondent.Reply, to answer: inout Answer
    ) {
        if let count = evaluation.outcome.count {
            answer.count = count
        } else if reply.understanding.question.asksForNumber, !answer.answers.isEmpty {
            answer.count = answer.answers.count
            answer.values = [.integer(answer.answers.count)]
            answer.lines.insert(Answer.Line(text: String(answer.answers.count)), at: 0)
        }
    }

    private func shown(_ node: UInt32) -> Answer.Node {
        Answer.Node(
            id: FactReader(view).name(node), label: nodes.labels(of: node).first ?? "",
            name: nodes.displayName(of: node, in: language))
    }

    // MARK: - Yes and no

    private func write(
        _ evaluation: Evaluation, _ query: SavedQuery, _ reply: Respondent.Reply,
        to answer: inout Answer
    ) {
        guard let judgement = evaluation.judgement else { return }
        let asked = reply.understanding.question.modality
        answer.verdict = judgement.verdict
        answer.facts += judgement.facts
        for node in evaluation.outcome.answers { answer.answers.append(shown(node)) }
        let opening: Sentence
        switch judgement.verdict {
        case .yes: opening = .yes
        case .no where query.kind == .modality && asked == .must: opening = .mayNotMust
        case .must: opening = .must
        case .may: opening = .may
        default: opening = .no
        }
        answer.lead = [opening.text(language)]
        if query.kind == .modality, judgement.verdict == .no, asked == .must {
            answer.notes.append("may: " + Sentence.may.text(language))
        }
        let sentences = judgement.verdict == .no ? query.noSentences : query.yesSentences
        if let sentence = sentences[language] {
            answer.lead.append(filled(sentence, evaluation.candidate, query))
        }
        answer.lines = LineWriter(view: view, language: language).lines(judgement.facts)
    }

    // MARK: - Words

    /// The question a candidate stands for, in the words that are most usual for it: those of the
    /// first phrasing in the language with the same slots.
    private func asked(_ candidate: Candidate, _ query: SavedQuery) -> String {
        let own = query.phrasings[candidate.phrasing]
        let slots = PhrasingText.slots(own.text).sorted()
        let usual = query.phrasings.filter { $0.language == language }
        let phrasing =
            usual.first { PhrasingText.slots($0.text).sorted() == slots } ?? usual.first ?? own
        return filled(phrasing.text, candidate, query) + "?"
    }

    private func filled(_ text: String, _ candidate: Candidate, _ query: SavedQuery) -> String {
        var fillings: [String: String] = [:]
        for (parameter, binding) in zip(query.parameters, candidate.bindings) {
            switch binding {
            case .entities(let ids):
                let names = ids.map {
                    nodes.displayName(of: compiled.lexicon.entity($0).node, in: language)
                }
                fillings[parameter.name] = names.joined(separator: ", ")
            case .words(let words):
                fillings[parameter.name] = words.map { word in
                    if parameter.types.contains(.handlingRole) {
                        return RelationWords.role(word, language)
                    }
                    return parameter.types.contains(.modality)
                        ? RelationWords.modality(word, language) : word
                }.joined(separator: ", ")
            case nil: break
            }
        }
        return PhrasingText.filled(text, fillings)
    }
}
