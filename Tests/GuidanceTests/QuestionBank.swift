import CypherEngine
import GraphLoading
import GraphModel
import GraphStore
import GuideXML
import ImporterKit
import Testing

@testable import Guidance

/// Questions with what they must be answered with, a line each: kind|language|expected|question.
struct QuestionBank {
    /// One question.
    struct Item: Sendable {
        let kind: String
        let expected: [String]
        let question: String
    }

    let items: [Item]

    /// Reads a file of the folder Fixtures.
    init(_ name: String) throws {
        let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
        let content = try FileContent(path: "/\(folder)/Fixtures/\(name)")
        let text = content.withBytes { String(decoding: $0, as: UTF8.self) }
        items = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let parts = line.split(separator: "|", maxSplits: 3)
            guard parts.count == 4 else { return nil }
            return Item(
                kind: String(parts[0]), expected: parts[2].split(separator: " ").map(String.init),
                question: String(parts[3]))
        }
    }

    /// The guide over the curated graph of this package.
    static func guide() throws -> Guide {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let schema = InputFile(
            name: "schema.rng", content: try FileContent(path: "\(root)/Graph/schema.rng"))
        let session = ImportSession(registry: ImporterRegistry([GuideXMLImporter(schema: schema)]))
        let graph = Graph(try session.load(["\(root)/Graph"]).graph)
        let names = try BuiltQueries.names(in: "\(root)/Queries")
        let library = try SavedQueryLibrary(
            files: names.map { name in
                let content = try FileContent(path: "\(root)/Queries/\(name)")
                return (name, content.withBytes { String(decoding: $0, as: UTF8.self) })
            })
        let words = InputFile(
            name: "vocabulary.xml", content: try FileContent(path: "\(root)/Graph/vocabulary.xml"))
        return Guide(
            graph: graph, engine: CypherEngine(graph: graph), library: library,
            vocabulary: try Vocabulary(words))
    }
}

/// How an answer compares with what was expected.
enum Grade {
    case right
    case missed
    case wrong

    /// Sets, verdicts and edges are compared, not texts.
    init(_ answer: Answer, _ item: QuestionBank.Item) {
        let verdicts: Set<String> = ["yes", "no", "may", "must", "unknown"]
        let wanted = item.expected.filter { verdicts.contains($0) }
        let verdict = answer.verdict.rawValue
        if verdict == "unknown" {
            self = wanted.contains("unknown") ? .right : .missed
            return
        }
        if wanted == ["unknown"] {
            self = verdict == "ambiguous" && answer.answers.isEmpty ? .missed : .wrong
            return
        }
        if verdict == "ambiguous", item.kind != "ambiguous" {
            self = .missed
            return
        }
        let edges = Set(answer.facts.map { "\($0.from)-\($0.type)->\($0.to ?? "")" })
        var known = Set(answer.answers.map(\.id)).union(edges)
        for fact in answer.facts { known.formUnion([fact.from, fact.to].compactMap { $0 }) }
        known.formUnion(answer.values.map { ValuePrinter().text(of: $0) })
        if let count = answer.count { known.insert("\(count)") }
        let rest = item.expected.filter { !verdicts.contains($0) }
        let fits =
            wanted.isEmpty || wanted.contains(verdict)
            || (verdict == "yes" && wanted.contains("must"))
        self = fits && rest.allSatisfy(known.contains) ? .right : .wrong
    }
}
