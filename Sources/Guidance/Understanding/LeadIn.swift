/// What people tell before they ask: «venninna mi vil hjem, hvem ordner retur?».
struct LeadIn {
    private let compiled: CompiledLibrary

    init(_ compiled: CompiledLibrary) {
        self.compiled = compiled
    }

    /// The last clause, where it is a question and those before it tell nothing that the answer
    /// could turn on.
    func question(in clauses: [Understanding]) -> Understanding? {
        guard let last = clauses.last, last.best >= Respondent.leastScore,
            let best = last.candidates.first
        else { return nil }
        let isMere = clauses.dropLast().allSatisfy { clause in
            clause.best < Respondent.leastScore && saysNothing(clause.question, beside: best)
        }
        return isMere ? last : nil
    }

    /// Whether a clause names no node that the question does not, no condition, number or «not».
    private func saysNothing(_ told: Question, beside asked: Candidate) -> Bool {
        let kind = compiled.library.queries[asked.query].kind
        // Of yes and no the answer may turn on a word that is not understood.
        let needsAll = kind == .truth || kind == .modality
        if needsAll, !told.unknown.isEmpty { return false }
        if told.isNegated || !told.negationWords.isEmpty { return false }
        let hasNumber = told.pieces.contains { piece in
            piece.token.folded.utf8.contains { $0 &- 0x30 < 10 }
        }
        return !hasNumber
            && told.spans.allSatisfy { $0.readings.allSatisfy { isNamed($0, asked) } }
    }

    private func isNamed(_ reading: Reading, _ asked: Candidate) -> Bool {
        switch reading.sense {
        case .concept: return true
        case .kind, .unmet: return false
        case .entity(let id):
            if compiled.lexicon.entity(id).isLight { return true }
            return asked.bindings.contains { binding in
                if case .entities(let ids)? = binding { ids.contains(id) } else { false }
            }
        }
    }
}
