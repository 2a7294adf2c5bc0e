import CypherEngine
import Foundation
import GraphModel
import GraphStore
import Testing

@testable import Guidance

/// The Cypher an answer names is the whole way to its facts: run by hand, it gives them.
@Suite struct EvidenceTests {
    /// What the statements of an answer give.
    private struct Found {
        var facts: Set<String> = []
        var nodes: Set<String> = []

        mutating func add(_ value: Value, _ reader: FactReader) {
            for fact in reader.facts(in: value) { facts.insert(Found.key(fact)) }
            switch value {
            case .node(let node): nodes.insert(reader.name(node.raw))
            case .list(let values): for one in values { add(one, reader) }
            case .map(let map): for entry in map.entries { add(entry.value, reader) }
            case .path(let path): for node in path.nodes { nodes.insert(reader.name(node.raw)) }
            default: break
            }
        }

        static func key(_ fact: Fact) -> String {
            "\(fact.from) \(fact.type) \(fact.to ?? fact.value.map(AnswerValue.text) ?? "")"
        }
    }

    private static let engine = Result { CypherEngine(graph: try GuideFixture.graph()) }

    private func run(_ cypher: String) throws -> Found {
        let session = try Self.engine.get().session()
        var found = Found()
        for statement in cypher.components(separatedBy: ";\n") where !statement.isEmpty {
            let result = try session.run(statement)
            let reader = FactReader(result.view)
            for row in result.rows { for value in row { found.add(value, reader) } }
        }
        return found
    }

    private func check(_ items: [QuestionBank.Item]) throws -> Int {
        var checked = 0
        for item in items {
            let answer = try GuideFixture.answer(item.q)
            guard !answer.facts.isEmpty else { continue }
            checked += 1
            let found = try run(answer.query)
            let missing = answer.facts.map(Found.key).filter { !found.facts.contains($0) }
            #expect(missing == [], "\(item.id) '\(item.q)'")
            let unseen = answer.answers.map(\.id).filter { !found.nodes.contains($0) }
            let ends = Set(answer.facts.flatMap { [$0.from, $0.to].compactMap { $0 } })
            #expect(unseen.filter { !ends.contains($0) } == [], "\(item.id) '\(item.q)'")
        }
        return checked
    }

    @Test(
        "Each answer's Cypher, run by hand, gives the answer's facts",
        arguments: ["development", "held-out", "third"])
    func banks(name: String) throws {
        #expect(try check(try QuestionBank("\(name).jsonl").items) > 100)
    }

    @Test("So it does for the acceptance questions")
    func acceptance() throws {
        let path = "\(GuideFixture.corpus)/domain/questions.jsonl"
        guard FileManager.default.fileExists(atPath: path) else { return }
        #expect(try check(try QuestionBank(path: path).items) > 20)
    }

    @Test("Every step is told where it is asked for, and only then")
    func explanation() throws {
        var options = GuideFixture.options
        #expect(try GuideFixture.shared.get().answer("who assists with return").explanation.isEmpty)
        options.explains = true
        for question in ["who assists with return", "is Kripos in the inter-agency group"] {
            let lines = try GuideFixture.shared.get().answer(question, options: options).explanation
            for step in ["words:", "date:", "form:", "link:", "candidate:", "decide:", "run:"] {
                #expect(lines.contains { $0.hasPrefix(step) }, "\(step) of '\(question)'")
            }
            #expect(lines.last?.hasPrefix("answer: ") == true)
        }
        let lost = try GuideFixture.shared.get().answer("zorgblatt", options: options).explanation
        #expect(lost.contains { $0.hasPrefix("decide: nothing fits") })
    }
}
