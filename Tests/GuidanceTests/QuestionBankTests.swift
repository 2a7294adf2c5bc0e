import Foundation
import GraphModel
import Testing

@testable import Guidance

@Suite struct QuestionBankTests {
    /// Right, missed and wrong, and what was wrong.
    struct Tally {
        var right = 0
        var missed = 0
        var wrong: [String] = []
        var total: Int { right + missed + wrong.count }

        mutating func add(_ item: QuestionBank.Item) throws {
            switch Grade(try GuideFixture.answer(item.q), item) {
            case .right: right += 1
            case .missed: missed += 1
            case .wrong(let why): wrong.append("\(item.id) '\(item.q)': \(why)")
            }
        }

        func report(_ name: String) {
            print("\(name): \(right) passed, \(wrong.count) failed, \(missed) skipped")
        }
    }

    @Test("The acceptance questions are all answered right")
    func acceptance() throws {
        let path = "\(GuideFixture.corpus)/domain/questions.jsonl"
        guard FileManager.default.fileExists(atPath: path) else {
            print("questions: 0 passed, 0 failed, 1 skipped (no '\(path)')")
            return
        }
        var tally = Tally()
        for item in try QuestionBank(path: path).items { try tally.add(item) }
        tally.report("questions")
        #expect(tally.wrong == [])
        #expect(tally.missed == 0)
    }

    @Test(
        "Our own questions are answered",
        arguments: [
            ("development", 0.98), ("held-out", 0.95), ("third", 0.95), ("fourth", 0.93),
            ("fifth", 0.9), ("sixth", 0.9), ("seventh", 0.9), ("bound", 0.95), ("beyond", 0.95),
        ])
    func bank(name: String, least: Double) throws {
        var tally = Tally()
        for item in try QuestionBank("\(name).jsonl").items { try tally.add(item) }
        tally.report("questions \(name)")
        #expect(tally.total > 30)
        #expect(Double(tally.right) >= least * Double(tally.total))
        #expect(Double(tally.wrong.count) <= 0.01 * Double(tally.total), "\(tally.wrong)")
    }

    /// Slips made by rule, in the longest word of each question.
    enum Slip: String, CaseIterable {
        case swapped, left, doubled

        func applied(to question: String) -> String? {
            let words = question.split(separator: " ")
            guard let longest = words.max(by: { $0.count < $1.count }), longest.count >= 9,
                longest.allSatisfy(\.isLetter), let at = words.firstIndex(of: longest)
            else { return nil }
            var letters = Array(longest)
            let middle = letters.count / 2
            switch self {
            case .swapped:
                guard letters[middle] != letters[middle + 1] else { return nil }
                letters.swapAt(middle, middle + 1)
            case .left: letters.remove(at: middle)
            case .doubled: letters.insert(letters[middle], at: middle)
            }
            var spoilt = words
            spoilt[at] = Substring(String(letters))
            return spoilt.joined(separator: " ")
        }
    }

    @Test("Typing slips are seen through", arguments: Slip.allCases)
    func slips(slip: Slip) throws {
        var tally = Tally()
        for item in try QuestionBank("development.jsonl").items where item.type != "outofscope" {
            guard let spoilt = slip.applied(to: item.q) else { continue }
            try tally.add(
                QuestionBank.Item(
                    id: item.id, type: item.type, q: spoilt, expected: item.expected,
                    why: item.why))
        }
        tally.report("questions with a letter \(slip.rawValue)")
        #expect(tally.total > 200)
        #expect(Double(tally.right) >= 0.9 * Double(tally.total))
        #expect(Double(tally.wrong.count) <= 0.02 * Double(tally.total), "\(tally.wrong)")
    }
}
