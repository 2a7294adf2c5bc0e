import GraphModel
import Testing

@testable import Guidance

@Suite struct QuestionTests {
    /// Bounds well under what is reached, so that a step back is seen and noise is not.
    @Test(arguments: [("development.tsv", 0.85, 0.05), ("held-out.tsv", 0.80, 0.06)])
    func aBankIsAnswered(name: String, least: Double, mostWrong: Double) throws {
        let guide = try QuestionBank.guide()
        let bank = try QuestionBank(name)
        var tally: [Grade: Int] = [:]
        for item in bank.items {
            let grade = Grade(try guide.answer(item.question), item)
            tally[grade, default: 0] += 1
            if grade == .wrong { print("wrong: \(item.kind) \(item.question)") }
        }
        let right = tally[.right] ?? 0
        let wrong = tally[.wrong] ?? 0
        let missed = tally[.missed] ?? 0
        print("questions \(name): \(right) passed, \(wrong) failed, \(missed) skipped")
        let total = Double(bank.items.count)
        #expect(total > 200)
        #expect(Double(right) >= least * total)
        #expect(Double(wrong) <= mostWrong * total)
    }

    @Test func nothingIsSaidWithoutASource() throws {
        let guide = try QuestionBank.guide()
        for item in try QuestionBank("held-out.tsv").items {
            let answer = try guide.answer(item.question)
            if answer.verdict == .unknown { continue }
            for fact in answer.facts { #expect(!fact.sources.isEmpty, "\(item.question)") }
        }
    }
}
