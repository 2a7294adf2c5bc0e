import CypherEngine
import Foundation
import GraphLoading
import GraphModel
import GraphStore
import GuideXML
import ImporterKit
import Testing

@testable import Guidance

/// The prepared form of graph, saved queries and words says what they say.
@Suite struct PreparedGuideTests {
    /// The files the prepared form is made of, under the names they have inside the program.
    private static func files() throws -> [InputFile] {
        try ["Graph", "Queries"].flatMap { folder in
            try FileManager.default.contentsOfDirectory(atPath: "\(GuideFixture.root)/\(folder)")
                .filter { $0.hasSuffix(".xml") || $0.hasSuffix(".cypher") }
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                .map { name in
                    InputFile(
                        name: "\(folder)/\(name)",
                        content: try FileContent(path: "\(GuideFixture.root)/\(folder)/\(name)"))
                }
        }
    }

    private static func fingerprint(_ files: [InputFile]) -> UInt64 {
        var fingerprint = TextFingerprint()
        for file in files {
            file.content.withBytes {
                fingerprint.add(name: file.name, content: UnsafeRawBufferPointer($0))
            }
        }
        return fingerprint.value
    }

    private static func graph(_ files: [InputFile]) throws -> BaseGraph {
        let session = ImportSession(registry: ImporterRegistry([GuideXMLImporter()]))
        return try session.load(
            files: files.filter {
                $0.name.hasPrefix("Graph/") && $0.baseName != "vocabulary.xml"
            }
        ).graph
    }

    private static func bytes(_ files: [InputFile]) throws -> [UInt8] {
        try PreparedGuide.bytes(
            graph: try graph(files), library: try GuideFixture.library(),
            vocabulary: try GuideFixture.vocabulary(), fingerprint: fingerprint(files))
    }

    @Test func thePreparedFileIsOfTheFilesBesideIt() throws {
        let stored = try FileContent(
            path: "\(GuideFixture.root)/Sources/CBuiltinData/prepared.bin"
        ).withBytes { Array($0) }
        #expect(try stored == Self.bytes(Self.files()), "run .ci/embed")
    }

    @Test func answersAreTheSame() throws {
        let files = try Self.files()
        let prepared = try #require(
            PreparedGuide(try Self.bytes(files), fingerprint: Self.fingerprint(files)))
        let graph = Graph(try prepared.graph())
        let unused = Diagnostic(.internalError, "Unprepared", "the prepared form was not used")
        let quick = try Guide(
            graph: graph, engine: CypherEngine(graph: graph), prepared: prepared,
            library: { throw unused }, vocabulary: { throw unused })
        let slow = try GuideFixture.guide(graph)
        let questions = try QuestionBank("development.jsonl").items.map(\.q).enumerated()
            .filter { $0.offset % 9 == 0 }
            .map(\.element)
        #expect(questions.count > 50)
        for question in questions {
            #expect(
                AnswerRenderer.json(
                    try quick.answer(question, options: GuideFixture.options))
                    == AnswerRenderer.json(
                        try slow.answer(question, options: GuideFixture.options)),
                "\(question)")
        }
    }

    @Test func otherTextsAreNotAnsweredFrom() throws {
        let files = try Self.files()
        let bytes = try Self.bytes(files)
        #expect(PreparedGuide(bytes, fingerprint: Self.fingerprint(files) ^ 1) == nil)
        #expect(Self.fingerprint(Array(files.dropLast())) != Self.fingerprint(files))
        #expect(Self.fingerprint(files.reversed()) != Self.fingerprint(files))
        #expect(PreparedGuide([], fingerprint: 0) == nil)
    }

    @Test func spoiltBytesAreRefused() throws {
        let files = try Self.files()
        let bytes = try Self.bytes(files)
        let fingerprint = Self.fingerprint(files)
        for cut in stride(from: 0, to: bytes.count - 1, by: bytes.count / 40) {
            #expect(PreparedGuide(Array(bytes[..<cut]), fingerprint: fingerprint) == nil)
        }
    }
}
