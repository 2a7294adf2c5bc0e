import Foundation
import Testing

/// The tutorial for those who write an importer as a program, followed step by step.
@Suite(
    "Command line: the importer tutorial",
    .enabled(if: Program.isThere, "the program has not been built"))
struct TutorialTests {
    /// The fenced blocks of a part of the article; of all of it where none is named.
    private func blocks(_ language: String, of part: String? = nil) throws -> [String] {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = package.appending(path: "Sources/veiviser/Documentation.docc/Importers.md")
        var article = try String(contentsOf: path, encoding: .utf8)
        if let part {
            let parts = article.components(separatedBy: "\n## ")
            article = try #require(parts.first { $0.hasPrefix(part) })
        }
        return article.components(separatedBy: "```\(language)\n").dropFirst()
            .map { $0.components(separatedBy: "```")[0] }
    }

    /// Puts a text in the place of what lies between two others.
    private func replace(
        in url: URL, from start: String, to end: String, with text: String
    ) throws {
        var program = try String(contentsOf: url, encoding: .utf8)
        let first = try #require(program.range(of: start))
        let last = try #require(program.range(of: end, range: first.lowerBound..<program.endIndex))
        program.replaceSubrange(first.lowerBound..<last.lowerBound, with: text)
        // The file keeps its permissions where it is written over.
        try Data(program.utf8).write(to: url)
    }

    @Test(
        "Whoever follows it has an importer that works",
        arguments: [("python", "In Python", "python"), ("shell", "In a shell script", "awk")])
    func follow(language: String, part: String, block: String) throws {
        let folder = try TemporaryFolder()
        let first = try #require(try blocks("sh", of: part).first)
        #expect(first == "veiviser importer new triad --language \(language)\n")
        let home = "cd '\(folder.url.path)' && PATH=\"$(dirname $VEIVISER):$PATH\" && "
        #expect(try Program.shell(home + first.dropLast() + " -q") == 0)
        let program = folder.url.appending(path: "triad/triad")
        let typed = try #require(try blocks(block, of: part).first)
        if language == "python" {
            try replace(in: program, from: "def read_line", to: "\n\n\ndef send", with: typed)
        } else {
            try replace(in: program, from: "    NF != 2", to: "    END {", with: typed)
        }
        let facts = try #require(try blocks("text").first)
        try Data(facts.utf8).write(to: folder.url.appending(path: "triad/sample.triad"))
        let last = try #require(try blocks("sh", of: "In Python").last)
        for line in last.split(separator: "\n") {
            #expect(try Program.shell(home + line + " > /dev/null") == 0, "\(line)")
        }
        let found = try Program.run(
            ["inspect", folder.path("triad/sample.triad")],
            environment: ["VEIVISER_PLUGINS": folder.path("triad")])
        #expect(found.output.contains("ASSISTS  1") && found.output.contains("DECIDES  1"))
        let count = (first + typed + facts + last).split(separator: "\n").count
        #expect(count <= 15)
    }
}
