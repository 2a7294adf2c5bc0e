import Foundation
import Testing

/// The commands of coordinators and curators: `ask --documents`, `journey`, `check`.
@Suite("Command line: the guide", .enabled(if: Program.isThere, "the program has not been built"))
struct GuideCommandTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    // MARK: - journey

    @Test("A journey in every form", arguments: ["text", "markdown", "json", "dot"])
    func journey(format: String) throws {
        let run = try Program.run(["journey", "return", "--format", format, "--lang", "en"])
        #expect(run.status == 0 && run.errors.isEmpty)
        #expect(run.output.contains("International Organization for Migration, Oslo"))
        switch format {
        case "text", "markdown": #expect(run.output.contains("assists [1, line 50]"))
        case "json": #expect(try object(run.output)["asOf"] is String)
        default: #expect(run.output.contains("digraph"))
        }
    }

    @Test("A journey through another graph")
    func otherGraph() throws {
        let folder = try TemporaryFolder()
        let stages = """
            <guide xmlns="urn:veiviser:guide" source="src:x">
            <source id="src:x" kind="page" dated="2026"><name nb="Side" en="Page"/></source>
            <stage id="st:b" track="criminal" order="2" line="7"><name nb="B" en="Second"/></stage>
            <stage id="st:a" track="criminal" order="1" line="5"><name nb="A" en="First"/></stage>
            <actor id="x" kind="police" line="5"><name nb="X" en="The X"/>
            <handles to="st:a" as="receives" line="6"/></actor>
            </guide>
            """
        let file = try folder.file("stages.xml", holding: stages)
        let run = try Program.run(["journey", "--graph", file.path, "--lang", "en"])
        #expect(run.status == 0)
        #expect(run.output.contains("1. First [1, line 5]"))
        #expect(run.output.contains("2. Second [1, line 7]"))
        #expect(run.output.contains("- The X: receives [1, line 6]"))
    }

    // MARK: - check

    private static let sound = """
        <guide xmlns="urn:veiviser:guide" source="src:x">
        <source id="src:x" kind="page" dated="2026"><name nb="Side" en="Page"/></source>
        <actor id="a" kind="police" line="1"><name nb="A" en="A"/>BODY</actor>
        <actor id="b" kind="police" line="1"><name nb="B" en="B"/></actor>
        <actor id="c" kind="police" line="1"><name nb="C" en="C"/></actor>
        </guide>
        """

    private func check(_ body: String, _ words: [String] = []) throws -> Program.Outcome {
        let folder = try TemporaryFolder()
        let file = try folder.file(
            "actors.xml", holding: Self.sound.replacingOccurrences(of: "BODY", with: body))
        return try Program.run(["check", "--graph", file.path] + words)
    }

    @Test("A sound graph passes, the curated one too")
    func passes() throws {
        let small = try check("<reports-to to=\"b\" line=\"1\"/>")
        #expect(small.status == 0)
        #expect(small.output.hasSuffix("0 errors, 0 warnings, 0 notes\n"))
        let curated = try Program.run(["check", "--format", "json"])
        #expect(curated.status == 0)
        let report = try object(curated.output)
        #expect(report["errors"] as? Int == 0)
        #expect((report["findings"] as? [[String: Any]])?.isEmpty == false)
        #expect(try Program.run(["check", "--strict"]).status == 65)
    }

    @Test(
        "Faults that the reading finds and faults that the graph shows, with line and hint",
        arguments: [
            ("<reports-to to=\"b\" line=\"1\"/><reports-to to=\"c\" line=\"1\"/>", "TwoAtATime"),
            ("<reports-to to=\"d\" line=\"1\"/>", "UnknownReference"),
            ("<reports-to to=\"b\"/>", "MissingSource"),
            ("<reprts-to to=\"b\" line=\"1\"/>", "UnknownElement"),
            ("<reports-to to=\"b\" line=\"1\" since=\"soon\"/>", "InvalidDate"),
            ("<reports-to to=\"a\" line=\"1\"/>", "Cycle"),
        ])
    func faults(body: String, code: String) throws {
        let run = try check(body)
        #expect(run.status == 65)
        let heading = run.output.split(separator: "\n").first { $0.contains("error: [\(code)]") }
        #expect(heading?.contains("actors.xml:3:") == true)
        #expect(run.output.contains("hint:"))
        // Once is enough.
        #expect(run.output.components(separatedBy: "[\(code)]").count == 2)
    }

    @Test("A file that is no XML is told of, and one that is not there")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        let bad = try folder.file("bad.xml", holding: "<guide xmlns=\"urn:veiviser:guide\"><actor")
        #expect(try Program.run(["check", "--graph", bad.path]).status == 65)
        #expect(try Program.run(["check", "--graph", folder.path("none.xml")]).status == 66)
    }

    // MARK: - Documents

    /// A graph whose one fact rests on line 2 of a document, and the folder of the document.
    private func folder(_ document: String?) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        // SHA-256 of "first\nsecond\n".
        let sum = "dbea9325179efe46ea2add94f7b6b745ca983fabb208dc6d34aa064623d7ee23"
        let text = """
            <guide xmlns="urn:veiviser:guide" source="src:x">
            <source id="src:x" kind="page" dated="2026"><name nb="Side" en="Page"/>
            <file>page.txt</file><sha256>\(sum)</sha256></source>
            <stage id="st:retur" track="return" order="1" line="2"><name nb="Retur" en="Return"/></stage>
            <actor id="iom" kind="igo" line="2"><name nb="IOM" en="IOM"/>
            <handles to="st:retur" as="assists" line="2"/></actor>
            </guide>
            """
        try folder.file("graph.xml", holding: text)
        try FileManager.default.createDirectory(
            atPath: folder.path("docs"), withIntermediateDirectories: true)
        if let document { try folder.file("docs/page.txt", holding: document) }
        return folder
    }

    private func ask(_ folder: TemporaryFolder) throws -> Program.Outcome {
        try Program.run([
            "ask", "who assists with return", "--graph", folder.path("graph.xml"), "--documents",
            folder.path("docs"),
        ])
    }

    private func check(_ folder: TemporaryFolder) throws -> Program.Outcome {
        try Program.run([
            "check", "--graph", folder.path("graph.xml"), "--documents", folder.path("docs"),
        ])
    }

    @Test("A line is shown only from the document the facts were taken from")
    func quotes() throws {
        let sound = try folder("first\nsecond\n")
        let shown = try ask(sound)
        #expect(shown.status == 0)
        #expect(shown.output.contains("«second»"))
        #expect(shown.errors.isEmpty)
        #expect(try check(sound).status == 0)
        let changed = try folder("first\nsecond!\n")
        let withheld = try ask(changed)
        #expect(withheld.status == 0)
        #expect(!withheld.output.contains("second"))
        #expect(withheld.errors.contains("[DocumentChanged]"))
        let told = try check(changed)
        #expect(told.status == 65)
        #expect(told.output.contains("[DocumentChanged]"))
        #expect(try ask(try folder(nil)).errors.contains("[NoSuchDocument]"))
    }

    @Test("A link or a path that leads out of the folder is refused")
    func escapes() throws {
        let linked = try folder(nil)
        let secret = try linked.file("secret.txt", holding: "first\nsecond\n")
        try FileManager.default.createSymbolicLink(
            atPath: linked.path("docs/page.txt"), withDestinationPath: secret.path)
        let run = try ask(linked)
        #expect(!run.output.contains("second"))
        #expect(run.errors.contains("[DocumentOutside]"))
        let climbing = try folder(nil)
        try climbing.file("page.txt", holding: "first\nsecond\n")
        let graph = try String(contentsOfFile: climbing.path("graph.xml"), encoding: .utf8)
        try climbing.file(
            "graph.xml", holding: graph.replacingOccurrences(of: "page.txt", with: "../page.txt"))
        let other = try ask(climbing)
        #expect(!other.output.contains("second"))
        #expect(other.errors.contains("[DocumentOutside]"))
        #expect(try check(climbing).status == 65)
    }

    @Test("A pipe in place of the document is not waited for")
    func pipe() throws {
        let folder = try folder(nil)
        #expect(try Program.shell("mkfifo '\(folder.path("docs/page.txt"))'") == 0)
        let run = try ask(folder)
        #expect(run.status == 0)
        #expect(run.errors.contains("[UnreadableFile]"))
    }

    @Test(
        "The Cypher of an answer gives its facts when run by hand",
        arguments: [
            "who assists with return", "hvilke rettigheter gjelder ved anmeldelse",
            "who is IOM, and what does IOM offer?",
        ])
    func cypher(question: String) throws {
        let answer = try object(try Program.run(["ask", question, "--format", "json"]).output)
        let facts = try #require(answer["facts"] as? [[String: Any]])
        let query = try #require(answer["query"] as? String)
        let run = try Program.run(["query", query, "--format", "jsonl"])
        #expect(run.status == 0)
        for fact in facts {
            let type = try #require(fact["type"] as? String)
            #expect(run.output.contains("\"\(type)\"") || fact["to"] is NSNull)
            for source in fact["sources"] as? [String] ?? [] {
                #expect(run.output.contains(source))
            }
        }
    }
}
