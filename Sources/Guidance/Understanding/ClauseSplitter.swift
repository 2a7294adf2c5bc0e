/// Parts a question that asks two things: «hvem bistår med retur, og hvor søker man asyl».
struct ClauseSplitter {
    let lexicon: Lexicon

    /// The clauses; one where nothing parts them.
    func clauses(_ tokens: [Token]) -> [[Token]] {
        var cuts: [Int] = []
        for index in tokens.indices.dropFirst(2) where isStart(index, tokens) {
            cuts.append(index)
        }
        guard !cuts.isEmpty else { return [tokens] }
        var clauses: [[Token]] = []
        var start = 0
        for cut in cuts + [tokens.count] {
            var clause = Array(tokens[start..<cut])
            if let last = clause.last, Self.conjunctions.contains(last.folded) {
                clause.removeLast()
            }
            if !clause.isEmpty { clauses.append(clause) }
            start = cut
        }
        return clauses
    }

    private static let conjunctions: Set<String> = ["og", "and", "samt", "men", "but"]

    /// Whether a question word stands here, after «og» or the end of a clause.
    private func isStart(_ index: Int, _ tokens: [Token]) -> Bool {
        let afterBreak =
            Self.conjunctions.contains(tokens[index - 1].folded) || tokens[index].startsClause
        guard afterBreak, !Self.conjunctions.contains(tokens[index].folded) else { return false }
        if tokens[index].startsClause, isPolar(tokens[index]) { return true }
        return isInterrogative(tokens[index])
            || (index + 1 < tokens.count && isPreposition(tokens[index])
                && isInterrogative(tokens[index + 1]))
    }

    private func isPreposition(_ token: Token) -> Bool {
        lexicon.words.find(token.folded).map { lexicon.isFiller($0) } ?? false
    }

    private func isInterrogative(_ token: Token) -> Bool {
        may(token) { $0.wordClass == .interrogative }
    }

    /// Whether a question of yes or no may begin with the word.
    private func isPolar(_ token: Token) -> Bool {
        let opener = lexicon.conceptID("opener").map { Sense.concept($0) }
        return may(token) { $0.wordClass == .modal || $0.sense == opener }
    }

    private func may(_ token: Token, _ fits: (LexiconEntry) -> Bool) -> Bool {
        guard let word = lexicon.words.find(token.folded),
            let state = lexicon.paths.next(WordPaths.root, word)
        else { return false }
        var isFound = false
        lexicon.paths.forEachEntry(at: state) { if fits($0) { isFound = true } }
        return isFound
    }
}
