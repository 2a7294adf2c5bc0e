/// Puts the node of an earlier clause in the place of «den» or «it».
struct Pronouns {
    private let compiled: CompiledLibrary

    init(_ compiled: CompiledLibrary) {
        self.compiled = compiled
    }

    private static let pronouns: Set<String> = [
        "den", "det", "de", "dem", "dei", "han", "hun", "ho", "it", "they", "them", "he", "she",
    ]

    /// The clause with its pronoun replaced, where it names no node itself.
    func resolved(_ clause: [Token], after earlier: Understanding) -> [Token] {
        guard let best = earlier.candidates.first, let node = firstNode(best),
            let at = clause.lastIndex(where: { Self.pronouns.contains($0.folded) })
        else { return clause }
        var words = WordMatcher()
        let question = Question(
            words.pieces(clause, compiled.lexicon), compiled.lexicon, language: nil)
        let namesNode = question.spans.contains { span in
            span.readings.contains { if case .entity = $0.sense { !$0.isWeak } else { false } }
        }
        guard !namesNode, let range = best.slotRanges[node.parameter] else { return clause }
        let named = earlier.question.pieces[range].map(\.token)
        return Array(clause[..<at]) + named + Array(clause[(at + 1)...])
    }

    private func firstNode(_ candidate: Candidate) -> (parameter: Int, id: Int32)? {
        for (index, binding) in candidate.bindings.enumerated() {
            if case .entities(let ids)? = binding, let id = ids.first { return (index, id) }
        }
        return nil
    }
}
