import GraphModel

@testable import Guidance

/// How an answer compares with what was expected: sets, verdicts and edges, not texts.
///
/// It is as strict as the acceptance of questions: answers nobody asked for are wrong.
enum Grade: Hashable {
    case right
    /// «Unknown» or «ambiguous» where an answer was expected.
    case missed
    case wrong(String)

    private static let synonyms = [
        "nei": "no", "ja": "yes", "ukjent": "unknown", "skal": "must", "kan": "may",
    ]
    private static let verdicts: Set<String> = ["yes", "no", "may", "must", "unknown"]
    private static let exact: Set<String> = [
        "list", "count", "inverse", "stage", "path", "multi-hop",
    ]

    init(_ answer: Answer, _ item: QuestionBank.Item) {
        let wanted = item.expected.map { Self.synonyms[$0] ?? $0 }
        let verdict = answer.verdict.rawValue
        if verdict == "unknown", answer.answers.isEmpty, answer.values.isEmpty {
            self = wanted.contains("unknown") ? .right : .missed
        } else if wanted == ["unknown"] {
            let isOpen = verdict == "ambiguous" && answer.answers.isEmpty
            self = isOpen ? .missed : .wrong("answered: \(answer.answers.map(\.id))")
        } else if verdict == "ambiguous", item.type != "ambiguous" {
            self = .missed
        } else if let fault = Self.fault(answer, wanted, item) {
            self = .wrong(fault)
        } else {
            self = .right
        }
    }

    private static func fault(
        _ answer: Answer, _ wanted: [String], _ item: QuestionBank.Item
    ) -> String? {
        let ids = answer.answers.map(\.id)
        let edges = wanted.filter { $0.contains("->") }
        let needs = Set(wanted.filter { verdicts.contains($0) })
        let numbers = wanted.filter { Int($0) != nil }
        let rest = wanted.filter {
            !edges.contains($0) && !needs.contains($0) && !numbers.contains($0)
        }
        let verdict = answer.verdict.rawValue
        let fits =
            needs.isEmpty || needs.contains(verdict)
            || (verdict == "yes" && needs.contains("must"))
        guard fits else { return "verdict \(verdict)" }
        let facts = Set(answer.facts.map { "\($0.from)-\($0.type)->\($0.to ?? "None")" })
        guard edges.allSatisfy(facts.contains) else { return "edges" }
        guard numbers.allSatisfy({ has($0, answer, item) }) else { return "numbers" }
        guard
            names(
                rest, answer, isExact: exact.contains(item.type),
                beside: !needs.isEmpty || !numbers.isEmpty)
        else { return "answers \(ids)" }
        if item.why == "ordered", ids.filter(rest.contains) != rest { return "order \(ids)" }
        let extra = ids.filter { !rest.contains($0) }
        guard extra.count <= spare(item, beside: !needs.isEmpty || !numbers.isEmpty) else {
            return "extra \(extra)"
        }
        if answer.facts.count > 40 { return "too many facts" }
        if answer.facts.isEmpty || answer.facts.contains(where: \.sources.isEmpty) {
            return "a fact without a source, or none"
        }
        return nil
    }

    private static func has(_ number: String, _ answer: Answer, _ item: QuestionBank.Item) -> Bool {
        if let count = answer.count, item.type == "count" { return String(count) == number }
        let values = answer.values.map(AnswerValue.text)
        return values.contains { $0 == number || $0.hasPrefix("\(number)-") }
            || answer.count.map(String.init) == number
    }

    private static func names(
        _ rest: [String], _ answer: Answer, isExact: Bool, beside: Bool
    ) -> Bool {
        let ids = Set(answer.answers.map(\.id))
        var touched = ids
        for fact in answer.facts { touched.formUnion([fact.from, fact.to].compactMap { $0 }) }
        touched.formUnion(answer.values.map(AnswerValue.text))
        if !beside, isExact { return rest.allSatisfy(ids.contains) }
        return rest.allSatisfy(touched.contains)
            && (beside || rest.isEmpty || rest.contains(where: ids.contains))
    }

    private static func spare(_ item: QuestionBank.Item, beside: Bool) -> Int {
        if beside { return 10 }
        if exact.contains(item.type) || item.type == "as-of" { return 0 }
        return ["telegraphic", "ambiguous"].contains(item.type) ? 6 : 2
    }
}
