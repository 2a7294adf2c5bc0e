import Foundation
import Fuzzing
import GraphModel
import ImporterKit
import Testing

@testable import Guidance

/// Spoilt vocabularies and saved questions are read or refused with a place. See `FuzzSettings` for
/// long runs.
@Suite(.serialized) struct SpoiltGuideDataTests {
    private static let subjects = [
        FuzzSubject(
            "vocabulary", seeds: vocabularies(),
            pieces: [
                "<", ">", "&", "</words>", "<words class='", "<concept id='", "\"", "'", " nb='",
                " weight='-1'", " weight='1e9'", "<name>", "<kind label='", ",", ";", "&e;", "<!--",
                " of='", " role='x'",
            ]
        ) { input in
            verdict(input) { input in
                let file = InputFile(name: input.files[0].name, bytes: input.bytes)
                _ = try Vocabulary(file)
            }
        },
        FuzzSubject(
            "saved-query", seeds: questions(),
            pieces: [
                "// ", "//", "\n// ask nb: ", ":", "|", "{", "}", "{x}",
                "parameter x: Actor = null",
                "kind: ", "title en:", "=", "$x", "(", ")", "[", "]", "history: yes", "\r\n",
            ]
        ) { input in
            verdict(input) { input in
                _ = try SavedQueryParser.parse(input.text, file: input.files[0].name)
            }
        },
    ]

    @Test(arguments: subjects)
    func areReadOrRefused(_ subject: FuzzSubject) {
        guard let report = FuzzRun(subject).report() else { return }
        #expect(report.findings == [])
        #expect(report.isBalanced, "\(report.refused) of \(report.inputs) refused")
    }

    private static func verdict(
        _ input: FuzzInput, _ read: (FuzzInput) throws -> Void
    ) -> FuzzVerdict {
        do {
            try read(input)
            return .accepted
        } catch {
            guard let diagnostic = error as? Diagnostic else { return .flawed("threw \(error)") }
            return diagnostic.flaw(about: input.files).map(FuzzVerdict.flawed) ?? .refused
        }
    }

    /// Pieces of the vocabulary, each a vocabulary.
    private static func vocabularies() -> [FuzzInput] {
        let path = "\(GuideFixture.root)/Graph/vocabulary.xml"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
        let body = text.components(separatedBy: "<vocabulary>").last ?? ""
        let end = "</words>"
        var groups = body.components(separatedBy: end)
        let rest = groups.popLast() ?? ""
        return (groups.map { $0 + end + "</vocabulary>" } + [rest]).map {
            FuzzInput("<vocabulary>" + $0, name: "vocabulary.xml")
        }
    }

    private static func questions() -> [FuzzInput] {
        let folder = "\(GuideFixture.root)/Queries"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { $0.hasSuffix(".cypher") }.compactMap { name in
            let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            return text.map { FuzzInput($0, name: name) }
        }
    }
}
