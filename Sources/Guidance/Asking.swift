import GraphModel
import GraphStore

/// The way of one question: words, date, clauses, readings, answer.
struct Asking {
    let compiled: CompiledLibrary
    let runner: any QueryRunner
    let view: GraphView
    let options: AskOptions

    /// A question that fits a saved query this well as a whole is not parted.
    private static let whole = 0.82

    func answer(_ text: String) throws -> Answer {
        let lexicon = compiled.lexicon
        let names = MentionFinder(lexicon)
        var dates = DateReader(Tokenizer.tokens(text), isWithinName: names.isWithinName)
        EventDate(lexicon: lexicon, view: view).read(&dates)
        let frame = frame(dates)
        let respondent = Respondent(
            compiled: compiled,
            evaluator: Evaluator(compiled: compiled, runner: runner, frame: frame),
            frame: frame, language: options.language)
        let replies = try replies(dates.tokens, respondent)
        let writer = AnswerWriter(
            compiled: compiled, view: view, frame: frame,
            language: options.language ?? replies[0].understanding.question.language)
        var answer = writer.answer(replies)
        if options.explains {
            let explanation = Explanation(compiled, frame)
            answer.explanation =
                explanation.lines(dates.tokens, replies) + [explanation.line(answer)]
        }
        return answer
    }

    private func frame(_ dates: DateReader) -> TimeFrame {
        TimeFrame(
            asked: options.asOf ?? dates.date, today: options.today,
            goesBySource: dates.goesBySource)
    }

    // MARK: - Clauses

    private func replies(
        _ tokens: [Token], _ respondent: Respondent
    ) throws -> [Respondent.Reply] {
        let whole = respondent.understand(tokens)
        let descriptions = Descriptions(respondent: respondent)
        guard whole.best < Self.whole else { return [try descriptions.reply(whole)] }
        let clauses = ClauseSplitter(lexicon: compiled.lexicon).clauses(tokens)
        guard clauses.count > 1 else { return [try descriptions.reply(whole)] }
        var parts: [Understanding] = []
        for clause in clauses {
            let resolved = parts.first.map { Pronouns(compiled).resolved(clause, after: $0) }
            parts.append(respondent.understand(resolved ?? clause))
        }
        if parts.allSatisfy({ $0.best >= Respondent.leastScore }) {
            return try parts.map(descriptions.reply)
        }
        if whole.best < Respondent.leastScore, let last = LeadIn(compiled).question(in: parts) {
            return [try descriptions.reply(last)]
        }
        return [try descriptions.reply(whole)]
    }
}
