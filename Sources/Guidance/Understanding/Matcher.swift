/// Compares a question with all phrasings and ranks what it may mean.
struct Matcher {
    private let compiled: CompiledLibrary
    private let question: Question
    private let slots: SlotCandidates
    private var fillings: [[SlotFilling]?]
    private let isPresent: [Bool]
    /// Whether anything in the question can fill a slot, by its sort.
    private var isFillable: [Bool]
    private let totalWeight: Double
    private var search: AlignmentSearch

    /// What fits worse is no candidate.
    static let leastScore = 0.45

    init(_ compiled: CompiledLibrary, _ question: Question) {
        self.compiled = compiled
        self.question = question
        slots = SlotCandidates(lexicon: compiled.lexicon)
        fillings = Array(repeating: nil, count: compiled.slotTypes.count)
        totalWeight = question.totalWeight
        isPresent = question.spansByConcept.map { !$0.isEmpty }
        search = AlignmentSearch(question)
        isFillable = []
        isFillable = compiled.slotTypes.indices.map { !options($0).isEmpty }
    }

    /// The candidates, best first.
    mutating func candidates(limit: Int = 24) -> [Candidate] {
        var found: [Candidate] = []
        let form = question.form
        for index in compiled.phrasings.indices {
            guard compiled.bounds.canFill(index, isFillable),
                compiled.bounds.limit(index, form: form, totalWeight: totalWeight, isPresent)
                    >= Self.leastScore
            else { continue }
            let phrasing = compiled.phrasings[index]
            guard let alignment = align(phrasing) else { continue }
            for candidate in candidates(of: alignment, phrasing) {
                if let same = found.firstIndex(where: { $0.isSame(as: candidate) }) {
                    if found[same].score < candidate.score { found[same] = candidate }
                } else {
                    found.append(candidate)
                }
            }
        }
        found.sort { ($0.score, $1.query) > ($1.score, $0.query) }
        return Array(found.prefix(limit))
    }

    // MARK: - Aligning

    private mutating func align(_ phrasing: CompiledPhrasing) -> Alignment? {
        var choices: [[SlotFilling]] = []
        for case .slot(_, let accepts, _) in phrasing.items { choices.append(options(accepts)) }
        let query = compiled.library.queries[phrasing.query]
        return search.best(
            phrasing, choices, kind: query.kind,
            isCountable: query.kind == .list && query.isCountable)
    }

    private mutating func options(_ accepts: Int) -> [SlotFilling] {
        if let known = fillings[accepts] { return known }
        let made = slots.fillings(compiled.slotTypes[accepts], in: question)
        fillings[accepts] = made
        return made
    }

    // MARK: - Candidates

    /// One candidate for each choice of readings in the slots, at most twelve.
    private func candidates(
        of alignment: Alignment, _ phrasing: CompiledPhrasing
    ) -> [Candidate] {
        let query = compiled.library.queries[phrasing.query]
        var made = [
            Candidate(
                query: phrasing.query, phrasing: phrasing.phrasing,
                bindings: Array(repeating: nil, count: query.parameters.count),
                score: 0, reasons: alignment.reasons, slotRanges: [:], isWeak: false)
        ]
        var slot = 0
        for case .slot(let parameter, _, _) in phrasing.items {
            let filling = alignment.fillings[slot]
            let range = question.spans[filling.span].range
            made = made.flatMap { candidate in
                filling.readings.map { reading in
                    var one = candidate
                    one.bindings[parameter] = slots.binding(reading)
                    one.slotRanges[parameter] = range
                    one.reasons.quality *= reading.effectiveQuality
                    one.isWeak = one.isWeak || reading.isWeak
                    return one
                }
            }
            if made.count > 12 { made = Array(made.prefix(12)) }
            slot += 1
        }
        for index in made.indices { made[index].score = made[index].reasons.score }
        return made.filter { $0.score >= Self.leastScore && !namesOneNodeTwice($0) }
    }

    private func namesOneNodeTwice(_ candidate: Candidate) -> Bool {
        let nodes = candidate.bindings.compactMap { binding -> [Int32]? in
            if case .entities(let nodes) = binding { nodes } else { nil }
        }
        return nodes.count == 2 && nodes[0] == nodes[1]
    }
}
