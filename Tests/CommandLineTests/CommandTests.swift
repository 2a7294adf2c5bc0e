import Foundation
import Testing

@Suite("Command line: commands", .enabled(if: Program.isThere, "the program has not been built"))
struct CommandTests {
    private func object(_ text: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(value as? [String: Any])
    }

    @Test("An answer as JSON has every field", arguments: ["who assists with return", "zorgblatt"])
    func answer(question: String) throws {
        let run = try Program.run(["ask", question, "--format", "json"])
        let answer = try object(run.output)
        let fields = [
            "verdict", "answers", "count", "values", "facts", "query", "savedQuery", "asOf",
            "language", "note", "didYouMean",
        ]
        #expect(Set(answer.keys) == Set(fields))
        #expect(run.status == (answer["verdict"] as? String == "unknown" ? 1 : 0))
    }

    @Test("Who assists with return, in both languages, from line 50")
    func line() throws {
        for question in ["who assists with return", "hvem bistår med retur"] {
            let answer = try object(try Program.run(["ask", question, "--format", "json"]).output)
            let answers = try #require(answer["answers"] as? [[String: Any]])
            #expect(answers.compactMap { $0["id"] as? String } == ["iom"])
            let facts = try #require(answer["facts"] as? [[String: Any]])
            let sources = facts.flatMap { $0["sources"] as? [String] ?? [] }
            #expect(sources.contains("src:police-page#L50"))
        }
    }

    @Test("A question a line in, an object a line out, blank and broken lines too")
    func batch() throws {
        let run = try Program.run(
            ["ask", "--batch", "-"], input: "hvem bistår med retur\r\n\n\u{0}?\nwho is")
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(run.status == 0)
        #expect(lines.count == 4)
        for line in lines { #expect(try object(line)["verdict"] is String) }
    }

    @Test("An unknown label gives no rows and a warning with a suggestion")
    func unknownLabel() throws {
        let run = try Program.run(["query", "--format", "json", "MATCH (n:Actr) RETURN n"])
        #expect(run.status == 0)
        #expect(run.output == "[]\n")
        #expect(run.errors.contains("warning: [UnknownLabel]"))
        #expect(run.errors.contains("did you mean 'Actor'?"))
    }

    @Test("The caret stands under the fault, after «ø» too")
    func caret() throws {
        let run = try Program.run(["query", "MATCH (n {name: 'ø'} RETURN n"])
        #expect(run.status == 65)
        let lines = run.errors.split(separator: "\n")
        let text = try #require(lines.first { $0.contains("MATCH") })
        let marks = try #require(lines.first { $0.contains("^") })
        let fault = try #require(text.range(of: "RETURN"))
        let caret = try #require(marks.firstIndex(of: "^"))
        #expect(
            text.distance(from: text.startIndex, to: fault.lowerBound)
                == marks.distance(from: marks.startIndex, to: caret))
    }

    @Test("A reader that goes away ends the program quietly")
    func brokenPipe() throws {
        let line =
            "set -o pipefail; $VEIVISER query 'UNWIND range(1, 200000) AS n RETURN n' "
            + "--format csv 2>&1 >/dev/null | head -1 | grep . && exit 9; "
            + "$VEIVISER query 'UNWIND range(1, 200000) AS n RETURN n' --format csv | head -1 "
            + ">/dev/null; exit ${PIPESTATUS[0]}"
        #expect(try Program.shell(line) == 0)
    }

    @Test("Files are imported, queried, changed, copied and verified")
    func graphFile() throws {
        let folder = try TemporaryFolder()
        let nodes = try folder.file("n.csv", holding: "id:ID,name,:LABEL\n1,Åse,P\n2,Bo,P\n")
        let edges = try folder.file("e.csv", holding: ":START_ID,:END_ID,:TYPE\n1,2,KNOWS\n")
        let graph = folder.path("g.veiviser")
        let made = try Program.run(["import", nodes.path, edges.path, "--into", graph, "-q"])
        #expect(made.status == 0)
        let again = try Program.run(["import", nodes.path, "--into", graph])
        #expect(again.status == 65 && again.errors.contains("[GraphExists]"))
        let added = try Program.run(["import", nodes.path, "--into", graph, "--add"])
        #expect(added.status == 0)
        let written = try Program.run(
            ["query", "--graph", graph, "--write", "CREATE (:P {name: 'Cé'})"])
        #expect(written.status == 0)
        let copy = folder.path("copy.veiviser")
        #expect(try Program.run(["graph", "backup", graph, copy]).status == 0)
        #expect(try Program.run(["graph", "verify", copy]).status == 0)
        let names = try Program.run(
            [
                "query", "--graph", copy, "--format", "values",
                "MATCH (n) RETURN n.name ORDER BY n.name",
            ])
        #expect(names.output == "'Bo'\n'Cé'\n'Åse'\n")
    }

    @Test("A file with a fault is refused whole, unless faults are to be skipped")
    func faultyImport() throws {
        let folder = try TemporaryFolder()
        let bad = try folder.file("bad.xml", holding: "<graph><actor id='x'")
        let graph = folder.path("g.veiviser")
        let report = folder.path("report.json")
        let run = try Program.run(["import", bad.path, "--into", graph, "--report", report])
        #expect(run.status == 65)
        #expect(!FileManager.default.fileExists(atPath: graph))
        let found = try object(try String(contentsOfFile: report, encoding: .utf8))
        #expect((found["diagnostics"] as? [Any])?.isEmpty == false)
    }

    @Test("Exports are the same bytes each time")
    func export() throws {
        let first = try Program.run(["export", "--to", "dot"])
        let second = try Program.run(["export", "--to", "dot"])
        #expect(first.status == 0)
        #expect(first.output.contains("digraph"))
        #expect(first.output == second.output)
    }

    @Test("Saved questions are listed as JSON with parameters and Cypher")
    func queries() throws {
        let run = try Program.run(["queries", "who-handles", "--format", "json"])
        let list = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let query = try #require((list as? [[String: Any]])?.first)
        #expect(Set(query.keys) == ["name", "kind", "titles", "parameters", "phrasings", "query"])
    }

    @Test("A document that has changed is not quoted")
    func changedDocument() throws {
        let folder = try TemporaryFolder()
        try folder.file("source.txt", holding: "something else\n")
        let run = try Program.run(
            ["ask", "who assists with return", "--documents", folder.url.path])
        #expect(run.status == 0)
        #expect(run.errors.contains("[DocumentChanged]"))
        #expect(!run.output.contains("something else"))
    }
}
