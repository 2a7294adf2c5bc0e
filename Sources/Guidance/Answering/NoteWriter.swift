import GraphModel
import GraphStore

/// Writes what else should be known: corrections, what has changed, how old the source is.
struct NoteWriter {
    let view: GraphView
    let lexicon: Lexicon
    let frame: TimeFrame
    let language: Language

    /// The notes, in order of weight, each once.
    func notes(for answer: Answer, _ replies: [Respondent.Reply]) -> [String] {
        guard answer.verdict != .unknown else { return [] }
        var notes: [Sentence] = []
        let evaluations = replies.flatMap(\.evaluations)
        for node in former(evaluations) { notes += change(node) }
        for node in touched(answer) { notes += correction(node) }
        if frame.goesBySource { notes.append(.sourceOnly) }
        if frame.asked != nil, answer.facts.contains(where: { $0.validity == Validity() }) {
            notes.append(.undated)
        }
        if answer.facts.contains(where: \.isOverlay) { notes.append(.overlay) }
        notes += age(answer)
        var texts: [String] = []
        for text in notes.map({ $0.text(language) })
        where !texts.contains(text) && !answer.notes.contains(text) {
            texts.append(text)
        }
        return texts
    }

    // MARK: - What has changed

    /// Nodes left out of the answer, or asked about, that are no longer in force.
    private func former(_ evaluations: [Evaluation]) -> [UInt32] {
        var nodes: [UInt32] = []
        for evaluation in evaluations {
            let asked = evaluation.candidate.bindings.flatMap { binding -> [UInt32] in
                guard case .entities(let ids)? = binding else { return [] }
                return ids.map { lexicon.entity($0).node }
            }
            for node in asked + evaluation.outcome.formerAnswers where !nodes.contains(node) {
                nodes.append(node)
            }
        }
        return nodes
    }

    private func change(_ node: UInt32) -> [Sentence] {
        guard frame.asked == nil, !frame.goesBySource else { return [] }
        let reader = NodeReader(view)
        let validity = reader.validity(node: node)
        guard !validity.admits(frame.date), let until = validity.to else { return [] }
        let name = reader.displayName(of: node, in: language)
        var sentences: [Sentence] = [.notInForce(name, until: until)]
        let successors = successors(of: node).map { reader.displayName(of: $0, in: language) }
        if !successors.isEmpty {
            sentences.append(.replacedBy(name, successors.joined(separator: ", ")))
        }
        return sentences
    }

    private func successors(of node: UInt32) -> [UInt32] {
        guard let type = view.typeID("REPLACED_BY") else { return [] }
        var list = NeighbourList()
        view.appendNeighbours(of: node, type: type, direction: .outgoing, to: &list)
        return list.nodes
    }

    // MARK: - Corrections and age

    private func touched(_ answer: Answer) -> [UInt32] {
        var nodes: [UInt32] = []
        for fact in answer.facts {
            for node in [fact.details.fromNode, fact.details.toNode].compactMap({ $0 })
            where !nodes.contains(node) {
                nodes.append(node)
            }
        }
        return nodes
    }

    private func correction(_ node: UInt32) -> [Sentence] {
        let reader = NodeReader(view)
        guard let printed = reader.text(node, "correction", in: language) else { return [] }
        let right =
            reader.text(node, "number", in: language)
            ?? reader.displayName(of: node, in: language)
        return [.correction(printed: printed, right: right)]
    }

    private func age(_ answer: Answer) -> [Sentence] {
        let year = CalendarDate(days: frame.date.first).description.prefix(4)
        guard frame.asked == nil, let today = Int(year) else { return [] }
        var sentences: [Sentence] = []
        for document in answer.sources {
            guard let dated = document.dated, let last = Self.lastYear(dated) else { continue }
            if today - last >= 3 {
                let shown = dated.split(separator: "/").joined(separator: "–")
                sentences += [.dated(document.title, shown), .checkAge]
            }
        }
        return sentences
    }

    /// The last year of `2011/2014` or `2013-05`.
    private static func lastYear(_ dated: String) -> Int? {
        let last = dated.split(separator: "/").last ?? ""
        return Int(last.prefix(4))
    }
}
