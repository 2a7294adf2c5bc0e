import GraphModel
import ImporterKit
import JSONGraph
import Testing

@Suite struct JSONReaderTests {
    private func read(_ text: String) throws -> JSONValue {
        try JSONReader.read(InputFile(name: "t.json", bytes: Array(text.utf8)))
    }

    static let values: [(String, JSONValue)] = [
        ("null", JSONValue.null), (" true ", true), ("-0", 0), ("12", 12), ("1.5e2", .number(150)),
        ("9223372036854775807", .integer(.max)),
        ("9223372036854775808", .number(9_223_372_036_854_775_808)),
        (#""a\"\\\/\b\f\n\r\t\u00e5\ud83d\ude00é""#, "a\"\\/\u{8}\u{C}\n\r\tå😀é"),
        ("[]", []), ("[1, [2], {}]", [1, [2], .object([])]),
        ("{\"a\":{\"b\":[null]}}", ["a": ["b": [.null]]]),
        ("\u{FEFF}{\"a\" : 1 , \"a\" : 2}", ["a": 1, "a": 2]),
    ]

    @Test(arguments: values)
    func reads(_ text: String, _ value: JSONValue) throws {
        #expect(try read(text) == value)
    }

    @Test(arguments: [
        ("", 1, 1), ("{", 1, 2), ("[1,]", 1, 4), ("[1 2]", 1, 4), ("{\"a\" 1}", 1, 6),
        ("{a:1}", 1, 2),
        ("01", 1, 1), ("1.", 1, 2), ("1e", 1, 2), ("-", 1, 1), ("tru", 1, 1), ("\"a", 1, 1),
        ("\"\n\"", 1, 2), ("\"\\x\"", 1, 2), ("\"\\ud800\"", 1, 2), ("\"\\u12g4\"", 1, 2),
        ("1 2", 1, 3),
        ("{\n \"å\": ?\n}", 2, 7), (String(repeating: "[", count: 300), 1, 201), ("NaN", 1, 1),
    ])
    func refuses(_ text: String, _ line: Int, _ column: Int) {
        let fault = #expect(throws: Diagnostic.self) { try read(text) }
        #expect(fault?.code == "InvalidJSON")
        #expect(fault?.place?.line == line)
        #expect(fault?.place?.column == column)
    }

    @Test func refusesWhatIsNotUTF8() {
        let file = InputFile(name: "t", bytes: [0x22, 0xFF, 0x22])
        #expect(throws: Diagnostic.self) { try JSONReader.read(file) }
    }

    @Test(arguments: [
        ("[1,2.5,\"å\\n\",{\"a\":[true,null]}]", "[1,2.5,\"å\\n\",{\"a\":[true,null]}]"),
        ("\"\\u0001\"", "\"\\u0001\""),
    ])
    func writes(_ text: String, _ written: String) throws {
        #expect(try read(text).description == written)
    }
}

@Suite struct JSONGraphTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let nodes: [String]
        let relationships: [String]
        var errors: [String] = []

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "node-link, edges before nodes, undirected",
            text: """
                {"links": [{"source": 1, "target": "b", "weight": 0.5, "key": 0}], "multigraph": true,
                 "nodes": [{"id": 1, "pos": [1, 2], "deep": {"x": [1]}}, {"id": "b", "labels": ["X", "Y"], "n": null}],
                 "graph": {"name": "g"}, "directed": false}
                """,
            nodes: ["1{deep='{\"x\":[1]}',id=1,pos=[1, 2]}", "b:X:Y{id='b'}"],
            relationships: ["1-EDGE->b{directed=false,key=0,weight=0.5}"]),
        Case(
            name: "D3 without identifiers, edges with type",
            text: """
                {"nodes": [{"name": "a"}, {"name": "b"}],
                 "edges": [{"source": 0, "target": {"id": "1"}, "type": "KNOWS"}]}
                """,
            nodes: ["0{name='a'}", "1{name='b'}"], relationships: ["0-KNOWS->1"]),
        Case(
            name: "cyjs",
            text: """
                {"data": {"name": "net"}, "elements": {
                  "nodes": [{"data": {"id": "a", "name": "A"}, "position": {"x": 1.5, "y": 2}, "classes": "c"},
                            {"data": {"id": "b"}}],
                  "edges": [{"data": {"id": "e", "source": "a", "target": "b", "interaction": "pp"}}]}}
                """,
            nodes: ["a{classes='c',id='a',name='A',x=1.5,y=2}", "b{id='b'}"],
            relationships: ["a-pp->b{id='e'}"]),
        Case(
            name: "cyjs as one list",
            text: """
                [{"data": {"id": "e", "source": "a", "target": "b"}}, {"group": "nodes", "data": {"id": "a"}},
                 {"data": {"id": "b"}}]
                """,
            nodes: ["a{id='a'}", "b{id='b'}"], relationships: ["a-EDGE->b{id='e'}"]),
        Case(
            name: "JGF 2 and several graphs",
            text: """
                {"graphs": [
                  {"directed": false, "nodes": {"a": {"label": "A", "metadata": {"n": 1, "labels": ["L"]}}, "b": {}},
                   "edges": [{"source": "a", "relation": "r", "target": "b", "metadata": {"w": 2}},
                             {"source": "a", "target": "a", "directed": true}]},
                  {"nodes": [{"id": "a", "type": "t"}], "edges": [], "hyperedges": [{}]}]}
                """,
            nodes: ["a:L{id='a',label='A',n=1}", "b{id='b'}", "a{id='a',type='t'}"],
            relationships: ["a-r->b{directed=false,w=2}", "a-EDGE->a"]),
        Case(
            name: "Cypher lines",
            text: """
                {"type":"node","id":"0","labels":["User"],"properties":{"name":"Å"}}
                {"type":"relationship","id":"1","label":"KNOWS","start":{"id":"0"},"end":{"id":"0"},"properties":{"w":1}}
                """,
            nodes: ["0:User{name='Å'}"], relationships: ["0-KNOWS->0{w=1}"]),
        Case(
            name: "what is wrong is reported and the rest goes on",
            text: """
                {"nodes": [{"id": 1},
                  7, {"id": 1}], "edges": [
                  {"source": 1}, {"source": 1, "target": 1}]}
                """,
            nodes: ["1{id=1}"], relationships: ["1-EDGE->1"],
            errors: ["BadElement 2:3", "DuplicateIdentifier 2:6", "MissingIdentifier 3:3"]),
    ]

    @Test(arguments: cases)
    func reads(_ test: Case) throws {
        let sink = try RecordingSink.read(JSONGraphImporter(), test.text)
        let nodes = sink.nodeTexts.filter { $0 != "" }
        #expect(nodes.sorted() == test.nodes.sorted())
        #expect(sink.relationshipTexts == test.relationships)
        let errors = sink.errors.map {
            "\($0.code) \($0.place?.line ?? 0):\($0.place?.column ?? 0)"
        }
        #expect(errors == test.errors)
        let undefined = sink.nodes.filter { !$0.isDefined }
        #expect(undefined.isEmpty)
    }

    @Test(arguments: [
        "{\"nodes\": [], \"edges\": []} x", "{\"a\": 1}", "[1]", "{\"nodes\": [", "7",
    ])
    func refuses(_ text: String) {
        let fault = #expect(throws: Diagnostic.self) {
            try RecordingSink.read(JSONGraphImporter(), text)
        }
        #expect((fault?.place?.line ?? 0) > 0)
    }

    @Test func keepsLines() throws {
        let text =
            "{\"nodes\": [\n{\"id\": 1},\n\n{\"id\": 2}], \"links\":\n[{\"source\": 1, \"target\": 2}]}"
        let sink = try RecordingSink.read(JSONGraphImporter(), text)
        #expect(sink.nodes.map(\.line) == [2, 4])
        #expect(sink.relationships.map(\.line) == [5])
    }

    @Test(arguments: [
        ("x.json", "{\"directed\": true, \"nodes\": [{\"id\": 1}, {\"id\"", Likelihood.certain),
        ("x.json", "{\"elements\": {\"nodes\": [", .certain), ("x.json", "{\"a\": 1}", .no),
        ("x.json", "{\"@context\": {}, \"graph\": {\"nodes\": 1}}", .no), ("x.cyjs", "", .likely),
        ("x", "{\"graph\": {\"nodes\": {\"a\":", .certain), ("x.csv", "a,b", .no),
    ])
    func recognises(_ name: String, _ text: String, _ expected: Likelihood) {
        let sample = Sample(fileName: name, head: Array(text.utf8))
        #expect(JSONGraphImporter().likelihood(of: sample) == expected)
    }
}
