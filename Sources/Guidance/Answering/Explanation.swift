/// Says how an answer was found, a line a step.
struct Explanation {
    private let compiled: CompiledLibrary
    private let frame: TimeFrame

    init(_ compiled: CompiledLibrary, _ frame: TimeFrame) {
        self.compiled = compiled
        self.frame = frame
    }

    /// The steps from words to answer.
    func lines(_ tokens: [Token], _ replies: [Respondent.Reply]) -> [String] {
        var lines = ["words: " + tokens.map(\.folded).joined(separator: " ")]
        lines.append(
            "date: \(frame.asked ?? "today")\(frame.goesBySource ? ", by the source" : "")")
        for reply in replies { lines += self.lines(reply) }
        return lines
    }

    private func lines(_ reply: Respondent.Reply) -> [String] {
        let question = reply.understanding.question
        var lines = [
            "form: \(question.form.rawValue), language: \(question.language.rawValue)"
                + (question.modality.map { ", modality: \($0.rawValue)" } ?? "")
                + (question.isNegated ? ", negated" : "")
                + (question.asksForNumber ? ", asks for a number" : "")
        ]
        for span in question.spans {
            let words = question.pieces[span.range].map(\.token.folded).joined(separator: " ")
            lines.append("link: '\(words)' is \(span.readings.map(text).joined(separator: ", "))")
        }
        for at in question.unknown {
            lines.append("link: '\(question.pieces[at].token.folded)' is not known")
        }
        for candidate in reply.understanding.candidates.prefix(8) {
            lines.append(text(candidate))
        }
        lines.append(decision(reply))
        for evaluation in reply.evaluations {
            let verdict =
                evaluation.judgement?.verdict.rawValue ?? "rows \(evaluation.outcome.rowCount)"
            lines.append("run: \(name(evaluation.candidate)), \(verdict)")
        }
        return lines
    }

    /// The step from evidence to what is said.
    func line(_ answer: Answer) -> String {
        "answer: \(answer.verdict.rawValue), \(answer.answers.count) nodes, "
            + "\(answer.values.count) values, \(answer.facts.count) facts with sources"
    }

    /// Whether the best candidates are good enough, and told apart.
    private func decision(_ reply: Respondent.Reply) -> String {
        let scores = reply.understanding.candidates.prefix(2).map(\.score)
        let least = percent(Respondent.leastScore)
        guard let best = scores.first, best >= Respondent.leastScore else {
            return "decide: nothing fits well enough, \(least) is needed"
        }
        let next = scores.count > 1 ? ", the next has \(percent(scores[1]))" : ""
        let readings = reply.isAmbiguous ? ", several readings are as good" : ""
        return "decide: \(percent(best)) of at least \(least)\(next)\(readings)"
    }

    private func name(_ candidate: Candidate) -> String {
        compiled.library.queries[candidate.query].name
    }

    private func text(_ reading: Reading) -> String {
        let name: String =
            switch reading.sense {
            case .concept(let id): compiled.lexicon.concept(id).name
            case .entity(let id):
                ([id] + reading.others).map { compiled.lexicon.entity($0).id }
                    .joined(separator: "+")
            case .kind(let id): compiled.lexicon.kind(id).value
            case .unmet(let id): "not \(compiled.lexicon.entity(id).id)"
            }
        return "\(name) \(percent(reading.quality))\(reading.isWeak ? " weak" : "")"
    }

    private func text(_ candidate: Candidate) -> String {
        let query = compiled.library.queries[candidate.query]
        let bindings = zip(query.parameters, candidate.bindings).compactMap {
            parameter, binding -> String? in
            switch binding {
            case .entities(let ids):
                "\(parameter.name)=\(ids.map { compiled.lexicon.entity($0).id }.joined(separator: "+"))"
            case .words(let words): "\(parameter.name)=\(words.joined(separator: "+"))"
            case nil: nil
            }
        }
        let reasons = candidate.reasons
        return
            "candidate: \(percent(candidate.score)) \(query.name) (\(bindings.joined(separator: ", ")))"
            + " by '\(query.phrasings[candidate.phrasing].text)': overlap \(percent(reasons.overlap)),"
            + " left over \(percent(reasons.uncovered)), form \(percent(reasons.form)),"
            + " order \(percent(reasons.order)), words \(percent(reasons.quality)),"
            + " known \(percent(reasons.understanding)), complete \(percent(reasons.completeness))"
    }

    /// Two decimals, without Foundation.
    private func percent(_ share: Double) -> String {
        let hundredths = Int((share * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
