import GraphModel

/// Decides yes, no or unknown. A «no» needs a ground.
struct TruthJudge {
    /// A verdict with the facts it rests on.
    struct Judgement {
        var verdict: Verdict
        var facts: [Fact]
    }

    let outcome: Outcome
    let frame: TimeFrame

    /// The verdict on the statement asked about, given whether it was asked for as a duty.
    func judge(asked: Modality? = nil) -> Judgement {
        // That someone has a right does not say whether they, or others, must.
        if asked == .must, !outcome.yes.isEmpty, outcome.yes.allSatisfy({ $0.type == "HAS_RIGHT" })
        {
            return Judgement(verdict: .unknown, facts: [])
        }
        if !outcome.yes.isEmpty {
            return Judgement(verdict: .yes, facts: outcome.yes + outcome.facts)
        }
        // A validity that excludes the date asked about.
        if !outcome.formerYes.isEmpty {
            return Judgement(verdict: .no, facts: outcome.formerYes + outcome.facts)
        }
        // An explicit negation, or a relation with one value at a time that names another.
        if !outcome.no.isEmpty {
            return Judgement(verdict: .no, facts: outcome.no + outcome.facts)
        }
        // Absence from a list that is closed.
        if outcome.list.contains(where: isClosed) {
            return Judgement(verdict: .no, facts: outcome.list + outcome.facts)
        }
        return Judgement(verdict: .unknown, facts: outcome.list)
    }

    /// The verdict on a duty, given how it was asked for.
    func judgeModality(asked: Modality?) -> Judgement {
        guard let modality = outcome.modality else {
            return Judgement(verdict: .unknown, facts: [])
        }
        let facts = outcome.facts
        switch modality {
        case "permission":
            // A permission asked about as a duty.
            return Judgement(verdict: asked == .must ? .no : .may, facts: facts)
        case "prohibition": return Judgement(verdict: .no, facts: facts)
        default: return Judgement(verdict: .must, facts: facts)
        }
    }

    private func isClosed(_ fact: Fact) -> Bool {
        guard case .some(.boolean(let isOpen)) = fact.value else { return false }
        return !isOpen
    }
}
