import GraphModel
import GraphStore

/// One clause of a question, understood as far as words go.
struct Understanding {
    var question: Question
    var candidates: [Candidate]

    var best: Double { candidates.first?.score ?? 0 }
}

/// Answers one question.
struct Respondent {
    let compiled: CompiledLibrary
    let evaluator: Evaluator
    let frame: TimeFrame
    let language: Language?

    /// A question that fits no saved query this well is not answered.
    static let leastScore = 0.72
    /// Candidates this close to the best one are tried where it has nothing to say.
    static let margin = 0.1
    /// Candidates this close are the same to a reader.
    static let tie = 0.004
    /// Where a list is asked for, two nodes with one name are both meant, whoever named them so.
    static let listTie = 0.02

    /// What the question was taken to ask, and what came of it.
    struct Reply {
        var understanding: Understanding
        /// The readings that count; several where the question is ambiguous or names several.
        var evaluations: [Evaluation]
        var isAmbiguous = false
        /// What a description within the question was found to mean, for «the stage after …».
        var description: Evaluation?

        var first: Evaluation? { evaluations.first }
        var isKnown: Bool { evaluations.contains { $0.isKnown } }
    }

    /// Understands the words of a clause.
    func understand(_ tokens: [Token]) -> Understanding {
        var words = WordMatcher()
        let question = Question(
            words.pieces(tokens, compiled.lexicon), compiled.lexicon, language: language)
        var matcher = Matcher(compiled, question)
        return Understanding(question: question, candidates: matcher.candidates())
    }

    /// Runs what the clause may mean, the best first, until something is known.
    func reply(_ understanding: Understanding) throws -> Reply {
        var reply = Reply(understanding: understanding, evaluations: [])
        guard let top = understanding.candidates.first, top.score >= Self.leastScore else {
            return reply
        }
        var unknown: Evaluation?
        for candidate in understanding.candidates {
            guard candidate.score >= max(Self.leastScore, top.score - Self.margin) else { break }
            if let unknown, !mayReplace(unknown, candidate, top) { continue }
            let evaluation = try evaluator.evaluate(candidate, understanding.question)
            if evaluation.isKnown || saysWhatItTurnsOn(evaluation) {
                reply.evaluations = [evaluation]
                try addTies(of: evaluation, to: &reply)
                return reply
            }
            if unknown == nil { unknown = evaluation }
        }
        if let unknown { reply.evaluations = [unknown] }
        return reply
    }

    /// Neither yes nor no, but the source says what it turns on: that is the answer.
    private func saysWhatItTurnsOn(_ evaluation: Evaluation) -> Bool {
        guard let judgement = evaluation.judgement, !judgement.facts.isEmpty else { return false }
        return !compiled.library.queries[evaluation.candidate.query].unknownSentences.isEmpty
    }

    /// A yes-or-no question that is understood but not answered stays so, unless a name in it
    /// may mean another node.
    ///
    /// Another query must explain as much of the question as the one that had nothing to say.
    private func mayReplace(
        _ unknown: Evaluation, _ candidate: Candidate, _ top: Candidate
    ) -> Bool {
        let isSameQuery = candidate.query == unknown.candidate.query
        let explainsAsMuch =
            candidate.reasons.uncovered <= top.reasons.uncovered
            && candidate.reasons.completeness >= top.reasons.completeness
        let kind = compiled.library.queries[unknown.candidate.query].kind
        let reach = kind == .truth || kind == .modality ? 0.06 : 0.04
        if !isSameQuery, !explainsAsMuch || candidate.score < top.score - reach { return false }
        guard kind == .truth || kind == .modality else { return true }
        return isSameQuery || explainsAsMuch
    }

    /// Whether the slots of two candidates are filled from the same words.
    private func standsOnTheSame(_ one: Candidate, _ other: Candidate) -> Bool {
        one.slotRanges.count == other.slotRanges.count
            && one.slotRanges.allSatisfy { slot, range in
                other.slotRanges[slot].map { $0.overlaps(range) } ?? false
            }
    }

    /// Other nodes that the same words name as well.
    private func addTies(of evaluation: Evaluation, to reply: inout Reply) throws {
        let chosen = evaluation.candidate
        let query = compiled.library.queries[chosen.query]
        let tie =
            query.kind != .truth && query.kind != .modality && query.name != "look-up"
            ? Self.listTie : Self.tie
        for other in reply.understanding.candidates
        where other.query == chosen.query && !other.isSame(as: chosen)
            && standsOnTheSame(other, chosen)
            && other.isWeak == chosen.isWeak && abs(other.score - chosen.score) <= tie
        {
            let another = try evaluator.evaluate(other, reply.understanding.question)
            guard another.isKnown, reply.evaluations.count < 4 else { continue }
            reply.evaluations.append(another)
        }
        guard reply.evaluations.count > 1 else { return }
        let results = Set(reply.evaluations.map { Set($0.outcome.answers) })
        if results.count == 1, !evaluation.outcome.answers.isEmpty {
            reply.evaluations = [evaluation]
            return
        }
        let isYesNo = query.kind == .truth || query.kind == .modality
        if isYesNo {
            let verdicts = Set(reply.evaluations.map { $0.judgement?.verdict })
            reply.evaluations = verdicts.count == 1 ? [evaluation] : reply.evaluations
            reply.isAmbiguous = verdicts.count > 1
        } else {
            reply.isAmbiguous = chosen.isWeak || query.name == "look-up"
        }
    }
}
