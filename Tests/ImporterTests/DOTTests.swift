import DOT
import GraphModel
import ImporterKit
import Testing

@Suite struct DOTTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let nodes: [String]
        let relationships: [String]

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "chains, ports, keys and defaults",
            text: """
                digraph {
                  node [shape=box]
                  a:p:n -> b -> "c d" [color=red]
                  a -> b [key=x]; a -> b [key=y]
                }
                """,
            nodes: ["a{id='a',shape='box'}", "b{id='b',shape='box'}", "c d{id='c d',shape='box'}"],
            relationships: [
                "a-EDGE->b{color='red',tailport='p:n'}", "a-EDGE->b{key='x'}",
                "a-EDGE->b{key='y'}", "b-EDGE->c d{color='red'}",
            ]),
        Case(
            name: "undirected edges, subgraphs as ends, membership",
            text: "graph { subgraph cluster_x { a; subgraph inner { b } } {a b} -- c }",
            nodes: [
                "a{id='a',subgraphs=['cluster_x']}", "b{id='b',subgraphs=['cluster_x', 'inner']}",
                "c{id='c'}",
            ],
            relationships: ["a-EDGE->c{directed=false}", "b-EDGE->c{directed=false}"]),
        Case(
            name: "several graphs keep their nodes apart",
            text: "/* one */ digraph one { a -> b }\n# two\nstrict digraph { a -> a; a -> a }\n",
            nodes: [
                "a{graph='one',id='a'}", "b{graph='one',id='b'}", "a{graph='2',id='a'}",
            ],
            relationships: ["a-EDGE->b", "a-EDGE->a"]),
        Case(
            name: "markup, escapes, byte order mark",
            text: "\u{FEFF}digraph { \"å\\\"b\" [label=<<b>x</b>>, note=\"\\N\"] }",
            nodes: ["å\"b{id='å\"b',label='<<b>x</b>>'}"], relationships: []),
    ]

    @Test(arguments: cases)
    func reads(_ test: Case) throws {
        let sink = try RecordingSink.read(DOTImporter(), test.text)
        #expect(sink.nodeTexts == test.nodes)
        #expect(sink.relationshipTexts == test.relationships)
        #expect(sink.errors.isEmpty)
    }

    @Test func keepsLines() throws {
        let text =
            "digraph {\n  a\n  b -> a\n  a -> b;\n\n  a -> b\n  \"c\" [label=\"a\n\"]\n  d }\n"
        let sink = try RecordingSink.read(DOTImporter(), text)
        let nodes = sink.nodes.map { "\($0.identifier ?? "")\($0.line)" }
        #expect(nodes == ["a2", "b3", "c7", "d9"])
        #expect(sink.relationships.map(\.line).sorted() == [3, 4, 6])
    }

    @Test(arguments: [
        ("digraph {\n a -> ;\n}", 2, 7), ("digraph {}\n\ngraph {\n a -> b }\n", 4, 4),
        ("digraph {\n a [label=\"x\n]; }", 2, 11), ("digraph { a -> b ", 1, 0), ("foo", 1, 1),
        ("digraph { a }\nrest", 2, 1), ("", 1, 0), (" # nothing\n", 1, 0),
        ("digraph { \u{0} }", 1, 11), (String(repeating: "graph {", count: 300), 1, 0),
        ("digraph { a:b-c }", 1, 14),
        // What a preprocessor would say of lines is a remark here.
        ("# 40 towns\ndigraph {\n# 70 \"x\"\n#line 9\n#\n#4\n a -> ;\n}\n", 7, 7),
        ("digraph { a }\n# 4wo\nstrict digraph", 3, 0),
    ])
    func refuses(_ text: String, _ line: Int, _ column: Int) {
        let fault = #expect(throws: Diagnostic.self) {
            try RecordingSink.read(DOTImporter(), text)
        }
        #expect(fault?.place?.line == line)
        #expect(fault?.place?.column == column)
    }

    /// Graphviz's scanner remembers; the next text must not feel it.
    @Test(arguments: [
        "digraph { a -> \"unclosed }", "digraph { ] \"unclosed", "graph { ] /* unclosed",
        "graph { ] <<<<unclosed", "graph { a }\n", "graph { a } }", "graph { a } # x",
    ])
    func goesOnAfter(_ text: String) throws {
        _ = try? RecordingSink.read(DOTImporter(), text)
        let fault = #expect(throws: Diagnostic.self) {
            try RecordingSink.read(DOTImporter(), "digraph {\n a -> ;\n}")
        }
        #expect(fault?.place?.line == 2)
        _ = try? RecordingSink.read(DOTImporter(), text)
        let sink = try RecordingSink.read(DOTImporter(), "digraph { a -> b }")
        #expect(sink.relationshipTexts == ["a-EDGE->b"])
    }

    @Test(arguments: [
        ("x.txt", "strict  digraph \"a b\" {", Likelihood.certain), ("x", "// c\ngraph{", .certain),
        ("x.gv", "", .likely), ("x.txt", "graph theory", .no), ("x.csv", "a,b", .no),
    ])
    func recognises(_ name: String, _ text: String, _ expected: Likelihood) {
        let sample = Sample(fileName: name, head: Array(text.utf8))
        #expect(DOTImporter().likelihood(of: sample) == expected)
    }

    @Test(.enabled(if: Corpus.isThere, "\(Corpus.absence)"), arguments: Corpus.counts("dot"))
    func agreesWithGraphviz(_ count: Corpus.Count) throws {
        let sink = RecordingSink()
        try DOTImporter().read(ImportInput(files: [try count.file()]), into: sink)
        #expect(sink.nodes.count == count.nodes)
        #expect(sink.relationships.count == count.edges)
        #expect(sink.errors.isEmpty)
    }
}
