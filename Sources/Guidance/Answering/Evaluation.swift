import GraphModel
import GraphStore

/// A candidate that was run.
struct Evaluation {
    var candidate: Candidate
    var outcome: Outcome
    /// The Cypher with its parameters written in.
    var query: String
    /// What was decided, for questions of yes and no.
    var judgement: TruthJudge.Judgement?

    /// Whether it says something.
    var isKnown: Bool {
        if let judgement { return judgement.verdict != .unknown }
        return !outcome.isEmpty
    }
}

/// Runs candidates.
struct Evaluator {
    let compiled: CompiledLibrary
    let runner: any QueryRunner
    let frame: TimeFrame

    /// Runs a candidate's query with its bindings.
    func evaluate(_ candidate: Candidate, _ question: Question) throws -> Evaluation {
        let query = compiled.library.queries[candidate.query]
        var parameters: [String: Value] = [:]
        for (parameter, binding) in zip(query.parameters, candidate.bindings) {
            parameters[parameter.name] = value(of: binding)
        }
        let rows = try runner.run(query.cypher, parameters: parameters)
        let text = QueryText.inlined(query.cypher, parameters)
        var outcome: Outcome
        switch query.kind {
        case .overview:
            outcome = Overview(rows, frame: frame, subjects: subjects(of: candidate)).outcome
        case .path: outcome = PathAnswer(rows, frame: frame).outcome
        case .list, .truth, .modality:
            var reader = OutcomeReader(
                rows.view, frame: frame, includesHistory: query.includesHistory)
            outcome = reader.read(rows)
        }
        if query.kind == .list, let kind = question.wantedKind {
            outcome.keep(kind, NodeReader(rows.view))
        }
        var evaluation = Evaluation(candidate: candidate, outcome: outcome, query: text)
        let judge = TruthJudge(outcome: outcome, frame: frame)
        switch query.kind {
        case .truth: evaluation.judgement = judge.judge(asked: question.modality)
        case .modality:
            evaluation.judgement = judge.judgeModality(asked: question.modality)
        case .list, .path, .overview: break
        }
        return evaluation
    }

    private func subjects(of candidate: Candidate) -> [UInt32] {
        candidate.bindings.flatMap { binding -> [UInt32] in
            guard case .entities(let ids)? = binding else { return [] }
            return ids.map { compiled.lexicon.entity($0).node }
        }
    }

    private func value(of binding: Binding?) -> Value {
        switch binding {
        case .entities(let ids): .list(ids.map { .string(compiled.lexicon.entity($0).id) })
        case .words(let words): .list(words.map { .string($0) })
        case nil: .null
        }
    }
}
