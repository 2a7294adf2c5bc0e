/// What can be told of each phrasing before it is laid on a question: how well it could fit at best,
/// and which sorts of slots it has.
///
/// A question is compared with more than a thousand phrasings, most of which cannot fit. Their words
/// lie here in flat arrays, so that passing one over counts no reference.
struct PhrasingBounds: Sendable {
    private struct Word: Sendable {
        var notions: Range<Int32>
        var weight: Double
        var isInterrogative: Bool
    }

    private struct Phrasing: Sendable {
        var words: Range<Int32>
        var slots: Range<Int32>
        var weight: Double
        var interrogativeWeight: Double
        var form: QuestionForm
        var asksYesNo: Bool
    }

    private var phrasings: [Phrasing] = []
    private var words: [Word] = []
    private var notions: [Int32] = []
    /// The sorts of slots, by their numbers among all.
    private var slots: [Int32] = []

    init(_ compiled: [CompiledPhrasing], _ library: SavedQueryLibrary) {
        let asksYesNo = library.queries.map { $0.kind == .truth || $0.kind == .modality }
        phrasings.reserveCapacity(compiled.count)
        for phrasing in compiled { add(phrasing, asksYesNo: asksYesNo[phrasing.query]) }
    }

    private mutating func add(_ phrasing: CompiledPhrasing, asksYesNo: Bool) {
        let firstWord = Int32(words.count)
        let firstSlot = Int32(slots.count)
        for item in phrasing.items {
            switch item {
            case .slot(_, let accepts, _): slots.append(Int32(accepts))
            case .concept(let ids, let weight, let isInterrogative):
                let first = Int32(notions.count)
                notions += ids
                words.append(
                    Word(
                        notions: first..<Int32(notions.count), weight: weight,
                        isInterrogative: isInterrogative))
            }
        }
        phrasings.append(
            Phrasing(
                words: firstWord..<Int32(words.count), slots: firstSlot..<Int32(slots.count),
                weight: phrasing.weight, interrogativeWeight: phrasing.interrogativeWeight,
                form: phrasing.form, asksYesNo: asksYesNo))
    }

    /// Whether all slots of a phrasing can be filled, by sort.
    func canFill(_ index: Int, _ isFillable: [Bool]) -> Bool {
        for slot in phrasings[index].slots where !isFillable[Int(slots[Int(slot)])] {
            return false
        }
        return true
    }

    /// The best a phrasing could score, from its words that a question lacks.
    ///
    /// - Parameter isPresent: Whether each notion is in the question.
    func limit(
        _ index: Int, form: QuestionForm, totalWeight: Double, _ isPresent: [Bool]
    ) -> Double {
        let phrasing = phrasings[index]
        var missing = 0.0
        var completeness = 1.0
        for place in phrasing.words {
            let word = words[Int(place)]
            if isAny(word.notions, isPresent) { continue }
            missing += word.weight
            if word.weight >= 0.5, !word.isInterrogative { completeness *= form.lackFactor }
        }
        let total = phrasing.weight + totalWeight
        guard total > 0 else { return 0 }
        let lacking = form == .bare ? missing - phrasing.interrogativeWeight : missing
        let fit = form.fit(phrasing.form, asksYesNo: phrasing.asksYesNo)
        return (1 - max(0, lacking) / total) * completeness * fit
    }

    private func isAny(_ range: Range<Int32>, _ isPresent: [Bool]) -> Bool {
        for place in range where isPresent[Int(notions[Int(place)])] { return true }
        return false
    }
}
