import GraphML
import GraphModel
import ImporterKit
import Testing

@Suite struct GraphMLTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let nodes: [String]
        let relationships: [String]
        var diagnostics: [String] = []
        var options: [String: String] = [:]

        var testDescription: String { name }
    }

    /// A file: keys, then a graph.
    private static func file(
        _ keys: String, _ graph: String, default kind: String = "directed"
    )
        -> String
    {
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\(keys)"
            + "<graph id=\"G\" edgedefault=\"\(kind)\">\(graph)</graph></graphml>"
    }

    static let cases: [Case] = [
        Case(
            name: "typed values, white space, aliases of types",
            text: file(
                """
                <key id="b" for="node" attr.name="flag" attr.type="boolean"/>
                <key id="i" for="node" attr.name="count" attr.type="int"/>
                <key id="f" for="node" attr.name="size" attr.type="float"/>
                <key id="s" for="node" attr.name="text" attr.type="string"/>
                <key id="l" for="edge" attr.name="big" attr.type="Integer"/>
                <key id="x" for="edge" attr.name="real" attr.type="xsd:double"/>
                """,
                """
                <node id="a"><data key="b">  TRUE </data><data key="i"> -7</data>
                  <data key="f">1e3</data><data key="s"> å &lt;x&gt; </data></node>
                <node id="b"><data key="b">0</data><data key="i">3.0</data>
                  <data key="f">-INF</data><data key="s"/></node>
                <edge source="a" target="b"><data key="l">9223372036854775807</data>
                  <data key="x">NaN</data></edge>
                <node id="c"><data key="f"> </data><data key="i"></data></node>
                """),
            nodes: [
                "a{count=-7,flag=true,id='a',size=1000.0,text=' å <x> '}",
                "b{count=3,flag=false,id='b',size=-inf,text=''}", "c{id='c'}",
            ],
            relationships: ["a-EDGE->b{big=9223372036854775807,real=nan}"]),
        Case(
            name: "defaults of every domain, entities and sections",
            text: file(
                """
                <key id="c" for="node" attr.name="color" attr.type="string"><default>ye&#108;low</default></key>
                <key id="w" for="edge" attr.name="weight" attr.type="double"><desc>d</desc><default>2.5</default></key>
                <key id="a" for="all" attr.name="known" attr.type="boolean"><default>true</default></key>
                <key id="g" for="graph" attr.name="title" attr.type="string"><default>t</default></key>
                """,
                """
                <node id="a"><data key="c"><![CDATA[<red>]]></data></node><node id="b"/>
                <edge source="a" target="b"><data key="w">1</data><data key="a">false</data></edge>
                <edge source="b" target="b"/>
                """),
            nodes: ["a{color='<red>',id='a',known=true}", "b{color='yellow',id='b',known=true}"],
            relationships: [
                "a-EDGE->b{known=false,weight=1.0}", "b-EDGE->b{known=true,weight=2.5}",
            ]),
        Case(
            name: "edges before nodes, parallel edges, loops, mixed direction, edge ids",
            text: file(
                "",
                """
                <edge id="e" source="a" target="b"/><edge source="a" target="b" directed="false"/>
                <edge source="a" target="a" directed="true"/><node id="b"/><node id="a"/>
                """),
            nodes: ["a{id='a'}", "b{id='b'}"],
            relationships: [
                "a-EDGE->b{id='e'}", "a-EDGE->b{directed=false}", "a-EDGE->a",
            ]),
        Case(
            name: "edge ids that only count say nothing, unless one does",
            text: file(
                "",
                """
                <node id="a"/><edge id="e0" source="a" target="a"/>
                <edge id="e1" source="a" target="a"/>
                """),
            nodes: ["a{id='a'}"], relationships: ["a-EDGE->a", "a-EDGE->a"]),
        Case(
            name: "edge ids of which one says something",
            text: file(
                "",
                """
                <node id="a"/><edge id="e0" source="a" target="a"/>
                <edge id="x" source="a" target="a"/><edge id="e2" source="a" target="a"/>
                """),
            nodes: ["a{id='a'}"],
            relationships: ["a-EDGE->a{id='e0'}", "a-EDGE->a{id='x'}", "a-EDGE->a{id='e2'}"]),
        Case(
            name: "undirected by default, in a graph within a node too",
            text: file(
                "",
                """
                <node id="a"><graph id="inner" edgedefault="directed"><node id="a::b"/>
                  <edge source="a::b" target="a"/></graph></node>
                <edge source="a::b" target="a"/><edge source="a" target="a" directed="true"/>
                """, default: "undirected"),
            nodes: ["a{id='a'}", "a::b{id='a::b',parent='a'}"],
            relationships: [
                "a::b-EDGE->a", "a::b-EDGE->a{directed=false}", "a-EDGE->a",
            ]),
        Case(
            name: "ports, and what is said of them",
            text: file(
                "<key id=\"p\" for=\"port\" attr.name=\"side\" attr.type=\"string\"/>",
                """
                <node id="a"><port name="N"><data key="p">top</data></port><port name="S"/></node>
                <node id="b"/><edge source="a" target="b" sourceport="N" targetport="x"/>
                """),
            nodes: ["a{id='a',ports=['N', 'S']}", "b{id='b'}"],
            relationships: ["a-EDGE->b{sourceport='N',targetport='x'}"],
            diagnostics: ["note PortAttributes 1:181"]),
        Case(
            name: "hyperedges are reported",
            text: file(
                "",
                """
                <node id="a"/>
                  <hyperedge id="h"><endpoint node="a"/><endpoint node="a"/></hyperedge>
                """),
            nodes: ["a{id='a'}"], relationships: [], diagnostics: ["warning Hyperedge 2:3"]),
        Case(
            name: "hyperedges as nodes",
            text: file(
                "<key id=\"w\" for=\"hyperedge\" attr.name=\"w\" attr.type=\"int\"/>",
                """
                <node id="a"/><hyperedge id="h"><data key="w">3</data>
                <endpoint node="a" type="in" port="N"/><endpoint node="a"/></hyperedge>
                """),
            nodes: ["a{id='a'}", ":Hyperedge{id='h',w=3}"],
            relationships: ["#1-ENDPOINT->a{port='N',type='in'}", "#1-ENDPOINT->a"],
            options: ["hyperedges": "nodes"]),
        Case(
            name: "several graphs keep their nodes apart",
            text: """
                <graphml><graph id="one" edgedefault="directed"><node id="a"/></graph>
                <graph edgedefault="undirected"><node id="a"/><edge source="a" target="a"/></graph>
                </graphml>
                """,
            nodes: ["a{graph='one',id='a'}", "a{graph='2',id='a'}"],
            relationships: ["a-EDGE->a{directed=false}"]),
        Case(
            name: "Neo4j: labels, types, lists; an id of its own",
            text: file(
                """
                <key id="labels" for="node" attr.name="labels" attr.type="string"/>
                <key id="id" for="node" attr.name="id" attr.type="long"/>
                <key id="tags" for="node" attr.name="tags" attr.type="string" attr.list="string"/>
                <key id="n" for="node" attr.name="n" attr.type="string" attr.list="long"/>
                <key id="label" for="edge" attr.name="label" attr.type="string"/>
                """,
                """
                <node id="n0" labels=":Person:Actor"><data key="labels">:Person:Actor</data>
                  <data key="id">12</data><data key="tags">["a","b,\\"c"]</data>
                  <data key="n">[1,-2]</data></node>
                <node id="n1" labels=":Film"/>
                <edge id="e0" source="n0" target="n1" label="ACTED_IN"><data key="label">ACTED_IN</data></edge>
                """),
            nodes: ["n0:Actor:Person{id=12,n=[1, -2],tags=['a', 'b,\"c']}", "n1:Film"],
            relationships: ["n0-ACTED_IN->n1"]),
        Case(
            name: "TinkerPop and Cytoscape",
            text: file(
                """
                <key id="labelV" for="node" attr.name="labelV" attr.type="string"/>
                <key id="labelE" for="edge" attr.name="labelE" attr.type="string"/>
                <key id="i" for="edge" attr.name="interaction" attr.type="string"/>
                """,
                """
                <node id="1"><data key="labelV">a song</data></node>
                <edge source="1" target="1"><data key="labelE">sung by</data></edge>
                <edge source="1" target="1"><data key="i">pp</data></edge>
                """),
            nodes: ["1:a song{id='1'}"], relationships: ["1-sung by->1", "1-pp->1"]),
        Case(
            name: "a label of an edge is a property unless asked for",
            text: file(
                "<key id=\"l\" for=\"edge\" attr.name=\"label\" attr.type=\"string\"/>",
                """
                <node id="1"/><edge source="1" target="1"><data key="l">words</data></edge>
                """),
            nodes: ["1{id='1'}"], relationships: ["1-EDGE->1{label='words'}"]),
        Case(
            name: "types and labels from attributes that are named",
            text: file(
                """
                <key id="l" for="edge" attr.name="label" attr.type="string"/>
                <key id="k" for="node" attr.name="kind" attr.type="string"/>
                """,
                """
                <node id="1"><data key="k">K:1</data></node>
                <edge source="1" target="1"><data key="l">words</data></edge>
                """),
            nodes: ["1:K:1{id='1'}"], relationships: ["1-words->1"],
            options: ["type-from": "label", "label-from": "kind"]),
        Case(
            name: "yEd",
            text: """
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
                <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
                <key for="graphml" id="d7" yfiles.type="resources"/>
                <key attr.name="description" attr.type="string" for="node" id="d5"/>
                <graph edgedefault="directed" id="G"><node id="n0" yfiles.foldertype="group"><data key="d5"><![CDATA[words]]></data>
                <data key="d6"><y:ShapeNode><y:Geometry height="30.0" width="60.5" x="-1" y="2"/><y:Fill color="#FFCC00"/>
                <y:NodeLabel fontSize="12">Two
                lines<y:LabelModel><y:X/></y:LabelModel></y:NodeLabel><y:NodeLabel/><y:NodeLabel>more</y:NodeLabel>
                <y:Shape type="rectangle"/></y:ShapeNode></data></node>
                <edge id="e0" source="n0" target="n0"><data key="d10"><y:PolyLineEdge><y:Path sx="0"/>
                <y:EdgeLabel>goes to</y:EdgeLabel></y:PolyLineEdge></data></edge></graph>
                <data key="d7"><y:Resources/></data></graphml>
                """,
            nodes: [
                "n0{color='#FFCC00',description='words',height=30.0,id='n0',"
                    + "label='Two\nlines',otherLabels=['more'],shape='rectangle',width=60.5,x=-1.0,"
                    + "y=2.0,yfiles.foldertype='group'}"
            ],
            relationships: ["n0-EDGE->n0{label='goes to'}"],
            diagnostics: ["note GraphAttributes 12:1"]),
        Case(
            name: "yFiles for HTML",
            text: """
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="y" xmlns:x="x">
                <key id="l" for="node" attr.name="NodeLabels"/><key id="s" for="node" attr.name="NodeStyle"/>
                <key id="g" for="node" attr.name="NodeGeometry"/>
                <graph edgedefault="directed"><node id="n"><data key="l"><x:List><y:Label><y:Label.Text><![CDATA[<b>]]></y:Label.Text></y:Label>
                </x:List></data><data key="g"><y:RectD X="1" Y="2" Width="3" Height="4"/></data>
                <data key="s"><y:Shape stroke="x"/></data></node></graph></graphml>
                """,
            nodes: ["n{height=4.0,id='n',label='<b>',width=3.0,x=1.0,y=2.0}"], relationships: [],
            diagnostics: ["note Drawings 6:1"]),
        Case(
            name: "keys at the end of the file",
            text: """
                <graphml><graph edgedefault="directed"><node id="a"><data key="n">1</data></node></graph>
                <key id="n" for="node" attr.name="number" attr.type="int"/></graphml>
                """,
            nodes: ["a{id='a',number=1}"], relationships: []),
        Case(
            name: "keys that are used wrongly",
            text: file(
                """
                <key id="g" for="graph" attr.name="date" attr.type="string"/>
                <key id="g" for="graph" attr.name="again" attr.type="string"/>
                <key id="t" for="node" attr.name="t" attr.type="colour"/>
                <key id="d" for="nodes" attr.name="d" attr.type="int"/>
                """,
                """

                <node id="a"><data key="g">x</data><data key="dd">y</data>
                <data>z</data><data key="t">blue</data></node>
                """),
            nodes: ["a{date='x',dd='y',id='a',t='blue'}"], relationships: [],
            diagnostics: [
                "warning DuplicateKey 2:10", "warning UnknownType 3:49",
                "warning UnknownDomain 4:18", "warning WrongDomain 5:25",
                "warning UndeclaredKey 5:47", "warning MissingKey 6:1",
            ]),
        Case(
            name: "values that are not of their type stay texts",
            text: file(
                """
                <key id="i" for="node" attr.name="i" attr.type="int"/>
                <key id="b" for="edge" attr.name="b" attr.type="boolean"/>
                <key id="l" for="node" attr.name="l" attr.type="string" attr.list="long"/>
                """,
                """
                <node id="a"><data key="i">ten</data>
                <data key="l">[1,"x"]</data></node>
                  <edge source="a" target="a" directed="perhaps"><data key="b">maybe</data></edge>
                """),
            nodes: ["a{i='ten',id='a',l='[1,\"x\"]'}"],
            relationships: ["a-EDGE->a{b='maybe'}"],
            diagnostics: [
                "warning BadValue 3:125", "warning BadValue 4:1", "warning BadValue 5:41",
                "warning BadValue 5:50",
            ]),
        Case(
            name: "nodes without description, described twice, without a name",
            text: file(
                "",
                """

                <node id="a"/><node/>
                <node id="a"/>
                <edge source="a" target="b"/>
                """),
            nodes: ["{}", "a{id='a'}", "b{id='b'}"], relationships: ["a-EDGE->b"],
            diagnostics: [
                "warning MissingIdentifier 2:15", "warning DuplicateIdentifier 3:1",
                "warning UndefinedNode 4:1",
            ]),
        Case(
            name: "an edge without an end is an error",
            text: file("", "\n<node id=\"å\"/>\n<edge source=\"å\"/><edge target=\"å\"/>"),
            nodes: ["å{id='å'}"], relationships: [],
            diagnostics: ["error MissingEnd 3:1", "error MissingEnd 3:19"]),
        Case(
            name: "elements that are out of place, a graph that does not say its kind",
            text:
                "<graphml><node id='x'/><graph>\n<port/><node id='a'><x/></node></graph></graphml>",
            nodes: ["a{id='a'}"], relationships: [],
            diagnostics: [
                "warning UnknownElement 1:10", "warning EdgeDefault 1:24",
                "warning UnknownElement 2:1", "warning UnknownElement 2:21",
            ]),
        Case(
            name: "descriptions and attributes of the elements themselves",
            text: file(
                "",
                "<desc>of the graph</desc><node id=\"a\" weight=\"3\" xmlns:n=\"n\" n:x=\"y\">"
                    + "<desc>of <b>a</b> node</desc></node>"
            ),
            nodes: ["a{desc='of  node',id='a',weight='3'}"], relationships: []),
        Case(
            name: "data of the graph and no graph at all",
            text: "<graphml><data key=\"k\">v</data></graphml>", nodes: [], relationships: [],
            diagnostics: ["warning NoGraph 1:0", "note GraphAttributes 1:10"]),
    ]

    @Test(arguments: cases)
    func reads(_ test: Case) throws {
        let sink = try RecordingSink.read(GraphMLImporter(), test.text, options: test.options)
        let nodes = sink.nodeTexts.map { $0.isEmpty ? "{}" : $0 }
        #expect(nodes.sorted() == test.nodes.sorted())
        #expect(sink.relationshipTexts == test.relationships)
        #expect(sink.diagnosticTexts == test.diagnostics)
        let undefined = sink.nodes.filter { !$0.isDefined }
        #expect(undefined.isEmpty)
    }

    @Test(arguments: [
        ("<graphml>\n<graph>\n</graphml>", 3, 1, "MalformedXML"),
        (
            "<graphml>\n <graph edgedefault=\"directed\"><node id=\"a\" id=\"b\"/>", 2, 32,
            "MalformedXML"
        ),
        ("<graphml><graph>\n<node id=a/></graph></graphml>", 2, 10, "MalformedXML"),
        ("<graphml><graph edgedefault=\"directed\">\n<node id=\"a\"/>", 2, 15, "MalformedXML"),
        ("<graphml>&nothing;</graphml>", 1, 19, "UndefinedEntity"),
        ("<gexf/>", 1, 1, "NotGraphML"), ("", 1, 1, "EmptyFile"), ("\n", 1, 1, "EmptyFile"),
        ("<graphml/>\nrest", 2, 1, "MalformedXML"),
        ("<graphml><graph>\n<node id=\"\u{1}\"/></graph></graphml>", 2, 11, "MalformedXML"),
    ])
    func refuses(_ text: String, _ line: Int, _ column: Int, _ code: String) {
        let fault = #expect(throws: Diagnostic.self) {
            try RecordingSink.read(GraphMLImporter(), text)
        }
        #expect(fault?.place?.line == line)
        #expect(fault?.place?.column == column)
        #expect(fault?.code == code)
    }

    @Test func keepsLines() throws {
        let text = Self.file(
            "", "\n<node id=\"a\"/>\n<node\n id=\"b\"/>\n<edge\n\n source=\"a\" target=\"b\"/>")
        let sink = try RecordingSink.read(GraphMLImporter(), text)
        #expect(sink.nodes.map(\.line) == [2, 3])
        #expect(sink.relationships.map(\.line) == [5])
    }

    @Test func reportsSparingly() throws {
        let bad = (0..<100).map { "<node id=\"\($0)\"><data key=\"i\">x</data></node>" }.joined()
        let key = "<key id=\"i\" for=\"node\" attr.name=\"i\" attr.type=\"int\"/>"
        let sink = try RecordingSink.read(GraphMLImporter(), Self.file(key, bad))
        #expect(sink.diagnostics.count == Complaints.limit + 1)
        #expect(sink.diagnostics.last?.message == "80 more of this kind are not listed")
    }

    @Test(arguments: [
        ("x.xml", "<graphml xmlns=\"a\"", Likelihood.no), ("x.xml", "<graphml>", .certain),
        ("x", "<?xml version=\"1.0\"?><!-- a --><y:graphml xmlns:y=\"z\">", .certain),
        ("x.graphml", "<gexf>", .no), ("x.graphml", "", .likely), ("x.xml", "<guide>", .no),
    ])
    func recognises(_ name: String, _ text: String, _ expected: Likelihood) {
        let sample = Sample(fileName: name, head: Array(text.utf8))
        #expect(GraphMLImporter().likelihood(of: sample) == expected)
    }

    @Test(.enabled(if: Corpus.isThere, "\(Corpus.absence)"), arguments: Corpus.counts("graphml"))
    func agreesWithOthers(_ count: Corpus.Count) throws {
        let sink = RecordingSink()
        let input = ImportInput(files: [try count.file()])
        if count.isMalformed {
            let fault = #expect(throws: Diagnostic.self) {
                try GraphMLImporter().read(input, into: sink)
            }
            #expect((fault?.place?.line ?? 0) > 0)
        } else {
            try GraphMLImporter().read(input, into: sink)
            #expect(sink.nodes.count == count.nodes)
            #expect(sink.relationships.count == count.edges)
            #expect(sink.errors.isEmpty)
        }
    }
}
