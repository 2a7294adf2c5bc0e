import GraphLoading
import GraphModel
import GraphStore
import ImporterKit
import RDF
import Testing

@Suite struct RDFTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        var file = "test.ttl"
        var options: [String: String] = ["base": "http://b/"]
        let nodes: [String]
        let relationships: [String]

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "types, links, literals of every kind",
            text: """
                @prefix x: <http://x/#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                x:a a x:Person ; x:knows x:b ; x:n 1 ; x:d 1.5 , 2e1 ; x:t true ;
                  x:on "2018-06-15"^^xsd:date ; x:s "a", "b", "a" ; x:l "hei"@nb, "hi"@en-GB .
                """,
            nodes: [
                "http://x/#a:Person{d=[1.5, 20.0],l_en_gb='hi',l_nb='hei',n=1,on=17697d,"
                    + "s=['a', 'b'],t=true,uri='http://x/#a'}",
                "http://x/#b{uri='http://x/#b'}",
            ],
            relationships: ["http://x/#a-knows->http://x/#b"]),
        Case(
            name: "names of one spelling get their prefixes",
            text: "@prefix p: <http://p/> . @prefix q: <http://q#> .\np:a p:is p:b ; q:is p:b .",
            nodes: ["http://p/a{uri='http://p/a'}", "http://p/b{uri='http://p/b'}"],
            relationships: ["http://p/a-is->http://p/b", "http://p/a-q_is->http://p/b"]),
        Case(
            name: "names on request are IRIs",
            text: "<a> <http://p#is> <b>; a <C> .", options: ["base": "http://b/", "names": "iri"],
            nodes: [
                "http://b/a:http://b/C{uri='http://b/a'}", "http://b/b{uri='http://b/b'}",
            ],
            relationships: ["http://b/a-http://p#is->http://b/b"]),
        Case(
            name: "blank nodes, lists, relative IRIs",
            text: "<a> <p> [ <q> (1) ] . _:x <p> <#f> .",
            nodes: [
                "http://b/a{uri='http://b/a'}", "b1", "b2{first=1}",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"
                    + "{uri='http://www.w3.org/1999/02/22-rdf-syntax-ns#nil'}",
                "x", "http://b/#f{uri='http://b/#f'}",
            ],
            relationships: [
                "http://b/a-p->b1", "b1-q->b2",
                "b2-rest->http://www.w3.org/1999/02/22-rdf-syntax-ns#nil", "x-p->http://b/#f",
            ]),
        Case(
            name: "public services read in the schema of the guide",
            text: """
                @prefix cpsv: <http://purl.org/vocab/cpsv#> . @prefix cv: <http://data.europa.eu/m8g/> .
                @prefix dct: <http://purl.org/dc/terms/> . @prefix e: <http://e/> .
                e:s a cpsv:PublicService ; dct:title "Hjelp"@nb ; cv:hasCompetentAuthority e:o ;
                  cv:holdsRequirement e:r ; e:other e:o .
                e:o a cv:PublicOrganisation . e:r a cv:Requirement .
                """,
            nodes: [
                "http://e/s:Service{name_nb='Hjelp',uri='http://e/s'}",
                "http://e/o:Actor{uri='http://e/o'}", "http://e/r:Condition{uri='http://e/r'}",
            ],
            relationships: [
                "http://e/o-PROVIDES->http://e/s", "http://e/s-REQUIRES->http://e/r",
                "http://e/s-other->http://e/o",
            ]),
        Case(
            name: "N-Quads keep the graph of relationships",
            text:
                "<http://a> <http://p/r> <http://b> <http://g> .\n# c\n\n<http://a> <http://p/r> <http://b> .\n",
            file: "x.nq",
            nodes: ["http://a{uri='http://a'}", "http://b{uri='http://b'}"],
            relationships: ["http://a-r->http://b{graph='http://g'}", "http://a-r->http://b"]),
        Case(
            name: "TriG",
            text: "@prefix x: <http://x/> . x:g { x:a x:p x:b } x:a x:p x:b .", file: "x.trig",
            nodes: ["http://x/a{uri='http://x/a'}", "http://x/b{uri='http://x/b'}"],
            relationships: [
                "http://x/a-p->http://x/b{graph='http://x/g'}", "http://x/a-p->http://x/b",
            ]),
    ]

    @Test(arguments: cases)
    func reads(_ test: Case) throws {
        let sink = try RecordingSink.read(
            RDFImporter(), test.text, name: test.file, options: test.options)
        #expect(sink.nodeTexts == test.nodes)
        #expect(sink.relationshipTexts == test.relationships)
        #expect(sink.errors.isEmpty)
    }

    @Test func countsDistinctStatements() throws {
        let lines = [
            "<http://a> <http://p> <http://b> .", "<http://a> <http://p> \"x\" .",
            "<http://c> <http://p> \"x\"@en .", "<http://a> <http://p> \"x\" .",
            "<http://c> <http://p> \"x\"@EN .", "<http://c> <http://p> \"x\" .",
            "<http://a> <http://p> <http://b> .",
            "<http://a> <http://p> \"x\"^^<http://www.w3.org/2001/XMLSchema#string> .",
        ]
        let sink = try RecordingSink.read(
            RDFImporter(), lines.joined(separator: "\n"), name: "x.nt")
        #expect(sink.statements == [lines[0], lines[1], lines[2], lines[5]])
    }

    @Test func manyStatementsOfOneSubjectStayDistinct() throws {
        let some = (0..<200).map { "<http://a> <http://p> <http://b\($0)> .\n" }
        let more = (0..<50).map { "<http://c\($0)> <http://p> \"\($0)\" .\n" }
        let text = (some + more + some + more).joined()
        let sink = try RecordingSink.read(RDFImporter(), text, name: "x.nt")
        #expect(sink.statements.count == 250)
    }

    @Test(arguments: [
        (
            "x.nt", "<http://a> <http://p> \"1\" .\n\n# c\n  <http://b> <http://p> \"2\" .\n",
            [1, 4]
        ),
        (
            "x.ttl",
            "<http://a> <http://p>\n <http://b> ,\n <http://c>\n.\n<http://d> <http://p> 1 .",
            [2, 3, 5]
        ),
    ])
    func keepsLines(_ name: String, _ text: String, _ lines: [Int]) throws {
        let session = ImportSession(registry: ImporterRegistry([RDFImporter()]))
        let loaded = try session.load(files: [InputFile(name: name, bytes: Array(text.utf8))])
        let view = GraphView(base: loaded.graph)
        let key = try #require(view.keyID("sources"))
        var found: Set<String> = []
        for node in 0..<UInt32(loaded.graph.nodeCount) {
            found.insert(RecordingSink.text(view.property(node: node, key: key)) ?? "")
        }
        for line in lines { #expect(found.contains("['\(name)#L\(line)']")) }
    }

    @Test(arguments: [
        ("x.ttl", "@prefix ex: <http://e/> .\nex:a exx:b ex:c .", "UndefinedPrefix", 2, 6),
        ("x.ttl", "<http://a> <http://p> \"a\"\n<http://b> <http://p> 1 .", "SyntaxError", 2, 1),
        ("x.ttl", "@prefix e: <http://e/> .\ne <http://p> 1 .", "SyntaxError", 2, 1),
        ("x.ttl", "<a> <http://p> oops .", "SyntaxError", 1, 21),
        ("x.ttl", "<http://a> <http://p> \"\\ud800\" .", "BadEscape", 1, 24),
        ("x.nt", "<http://a> <http://p> .\n", "SyntaxError", 1, 23),
        ("x.nt", "<http://a> <http://p> \"a\" .\n<a> <http://p> \"a\" .\n", "SyntaxError", 2, 2),
        ("x.ttl", String(repeating: "[ <p> ", count: 600), "NestingTooDeep", 1, 3001),
    ])
    func refuses(_ name: String, _ text: String, _ code: String, _ line: Int, _ column: Int) {
        let session = ImportSession(registry: ImporterRegistry([RDFImporter()]))
        var options = ImportOptions()
        options.settings = ["base": "http://b/"]
        let failure = #expect(throws: ImportFailure.self) {
            try session.load(
                files: [InputFile(name: name, bytes: Array(text.utf8))], options: options)
        }
        #expect(failure?.diagnostic.code == code)
        #expect(failure?.diagnostic.place?.line == line)
        #expect(failure?.diagnostic.place?.column == column)
    }

    @Test func goesOnAfterABadLine() throws {
        let text =
            "<http://a> <http://p> \"1\" .\noops\n<http://b> <http://p> \"2\" .\n<x\n"
            + "<http://c> <http://p> \"3\" .\n"
        let sink = try RecordingSink.read(RDFImporter(), text, name: "x.nt")
        #expect(sink.statements.count == 3)
        #expect(sink.errors.compactMap { $0.place?.line } == [2, 4])
        #expect(sink.nodes.map(\.line) == [1, 3, 5])
    }

    /// Files long enough to be read on a thread of their own.
    @Test(arguments: ["x.nt", "x.ttl"])
    func readsLongFiles(_ name: String) throws {
        let sink = try RecordingSink.read(RDFImporter(), Self.long(), name: name)
        #expect(sink.statements.count == 8000)
        #expect(sink.statements.last == "<http://example.org/node/7999> <http://p> \"7999\" .")
        #expect(sink.nodes.map(\.line) == Array(1...8000))
    }

    @Test func findsFaultsFarDown() throws {
        let byLine = try RecordingSink.read(
            RDFImporter(), Self.long(["x:y <http://p> 1 .", "<a> <b> <c> .", "oops"]), name: "x.nt")
        #expect(byLine.statements.count == 8000)
        #expect(byLine.errors.compactMap { $0.place?.line } == [6001, 6002, 6003])
        for (line, code) in [("x:y <http://p> 1 .", "UndefinedPrefix"), ("oops", "SyntaxError")] {
            let fault = #expect(throws: Diagnostic.self) {
                try RecordingSink.read(RDFImporter(), Self.long([line]), name: "x.ttl")
            }
            #expect(fault?.code == code)
            // serd has read the end of the line before it gives up.
            #expect(6001...6002 ~= fault?.place?.line ?? 0)
        }
    }

    /// Eight thousand statements, a line each, with some lines put in after the first six thousand.
    private static func long(_ lines: [String] = []) -> String {
        var all = (0..<8000).map { "<http://example.org/node/\($0)> <http://p> \"\($0)\" ." }
        all.insert(contentsOf: lines, at: 6000)
        return all.joined(separator: "\n") + "\n"
    }

    @Test(arguments: [
        ("x", "@prefix a: <http://a> .", Likelihood.certain),
        ("x", "PREFIX a: <http://a>", .certain),
        ("x.txt", "# c\n<http://a> <http://p> \"a b\"@en .", .certain),
        ("x.ttl", "anything", .likely), ("x", "<html>", .no), ("x.csv", "a,b", .no),
        ("x", "_:a <p> _:b _:g .", .certain),
    ])
    func recognises(_ name: String, _ text: String, _ expected: Likelihood) {
        let sample = Sample(fileName: name, head: Array(text.utf8))
        #expect(RDFImporter().likelihood(of: sample) == expected)
    }
}

/// The files of public services.
@Suite(.enabled(if: Corpus.isThere, "\(Corpus.absence)"))
struct RDFCorpusTests {
    @Test(arguments: Corpus.counts("rdf_public_service"))
    func countsPublicServiceFiles(_ count: Corpus.Count) throws {
        let file = try count.file()
        let sink = RecordingSink()
        do {
            try RDFImporter().read(ImportInput(files: [file]), into: sink)
            #expect(!count.isMalformed)
            #expect(sink.statements.count == count.edges)
        } catch let fault as Diagnostic {
            #expect(count.isMalformed)
            #expect((fault.place?.line ?? 0) > 0)
        }
    }
}
