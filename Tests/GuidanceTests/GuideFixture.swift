import CypherEngine
import Foundation
import GraphLoading
import GraphModel
import GraphStore
import GuideXML
import ImporterKit

@testable import Guidance

/// The guide over the curated graph, vocabulary and saved questions of this package.
enum GuideFixture {
    /// The folder of the package.
    static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    /// The folder of public suites and domain data.
    static var corpus: String {
        ProcessInfo.processInfo.environment["VEIVISER_CORPUS"] ?? "\(root)/../shared"
    }

    /// The curated graph.
    static func graph() throws -> Graph {
        let schema = InputFile(
            name: "schema.rng", content: try FileContent(path: "\(root)/Graph/schema.rng"))
        let session = ImportSession(registry: ImporterRegistry([GuideXMLImporter(schema: schema)]))
        return Graph(try session.load(["\(root)/Graph"]).graph)
    }

    /// The saved questions.
    static func library() throws -> SavedQueryLibrary {
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(root)/Queries")
            .filter { $0.hasSuffix(".cypher") }.sorted()
        return try SavedQueryLibrary(
            files: names.map { ($0, try text("\(root)/Queries/\($0)")) })
    }

    /// The vocabulary.
    static func vocabulary() throws -> Vocabulary {
        try Vocabulary(
            InputFile(
                name: "vocabulary.xml",
                content: try FileContent(path: "\(root)/Graph/vocabulary.xml")))
    }

    /// The guide over a graph.
    static func guide(_ graph: Graph) throws -> Guide {
        try Guide(
            graph: graph, engine: CypherEngine(graph: graph), library: { try library() },
            vocabulary: { try vocabulary() })
    }

    /// The guide over the curated graph, made once for all tests.
    static let shared = Result { try guide(try graph()) }

    /// Answers as of a fixed day, so that tests do not age.
    static var options: AskOptions {
        var options = AskOptions()
        options.today = try? CalendarDate(year: 2026, month: 6, day: 1)
        return options
    }

    /// The answer to a question.
    static func answer(_ question: String) throws -> Answer {
        try shared.get().answer(question, options: options)
    }

    /// A file as text.
    static func text(_ path: String) throws -> String {
        try FileContent(path: path).withBytes { String(decoding: $0, as: UTF8.self) }
    }
}
