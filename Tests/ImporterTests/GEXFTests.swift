import GEXF
import GraphModel
import ImporterKit
import Testing

@Suite struct GEXFTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let nodes: [String]
        let relationships: [String]
        var diagnostics: [String] = []
        var options: [String: String] = [:]

        var testDescription: String { name }
    }

    private static func file(_ graph: String, _ attributes: String = "") -> String {
        "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">"
            + "<graph \(attributes)>\(graph)</graph></gexf>"
    }

    private static func node(_ values: String) -> String {
        "<nodes><node id=\"a\"><attvalues>\(values)</attvalues></node></nodes>"
    }

    static let cases: [Case] = [
        Case(
            name: "attributes of all types, defaults, null",
            text: file(
                """
                <attributes class="node">
                <attribute id="0" title="count" type="integer"><default>7</default></attribute>
                <attribute id="1" title="big" type="long"/><attribute id="2" title="size" type="float"/>
                <attribute id="3" title="flag" type="boolean"/><attribute id="4" title="text" type="string"/>
                <attribute id="5" title="page" type="anyURI"/><attribute id="6" title="d" type="bigdecimal"/>
                </attributes><attributes class="edge"><attribute id="0" title="why" type="string"/></attributes>
                <nodes><node id="a" label="A &amp; Å"><attvalues><attvalue for="1" value="-9"/>
                <attvalue for="2" value="INF"/><attvalue for="3" value="True"/><attvalue for="4" value=" x "/>
                <attvalue for="5" value="http://a"/><attvalue for="6" value="1.5"/></attvalues></node>
                <node id="b"><attvalues><attvalue for="0" value="1"/><attvalue for="2" value="null"/></attvalues></node></nodes>
                <edges><edge id="0" source="a" target="b" weight="2.4"><attvalues><attvalue for="0" value=""/></attvalues></edge></edges>
                """, "defaultedgetype=\"directed\""),
            nodes: [
                "a{big=-9,count=7,d=1.5,flag=true,id='a',label='A & Å',page='http://a',size=inf,"
                    + "text=' x '}", "b{count=1,id='b'}",
            ],
            relationships: ["a-EDGE->b{id='0',weight=2.4,why=''}"]),
        Case(
            name: "lists old and new",
            text: file(
                """
                <attributes class="node"><attribute id="o" title="old" type="liststring"/>
                <attribute id="n" title="new" type="liststring"/><attribute id="i" title="ints" type="listinteger"/>
                <attribute id="b" title="flags" type="listboolean"/><attribute id="e" title="empty" type="listdouble"/>
                </attributes>
                """
                    + node(
                        """
                        <attvalue for="o" value="a|b, c"/><attvalue for="i" value="[1, -2]"/>
                        <attvalue for="n" value="[x, '&quot;y,z&quot;', &quot;a\\&quot;b\\n&quot;]"/>
                        <attvalue for="b" value="[true,false]"/><attvalue for="e" value="[]"/>
                        """)),
            nodes: [
                "a{empty=[],flags=[true, false],id='a',ints=[1, -2],new=['x', '\"y,z\"', 'a\"b\n'],"
                    + "old=['a', 'b, c']}"
            ], relationships: []),
        Case(
            name: "edges: direction, kind, label, parallel, loops, before nodes",
            text: file(
                """
                <edges><edge id="1" source="a" target="b"/><edge id="2" source="a" target="b" type="directed" kind="likes" label="words"/>
                <edge source="a" target="b" type="mutual"/><edge source="b" target="b" type="undirected" kind="likes"/></edges>
                <nodes><node id="b"/><node id="a"/></nodes>
                """, "defaultedgetype=\"undirected\""),
            nodes: ["a{id='a'}", "b{id='b'}"],
            relationships: [
                "a-EDGE->b{directed=false,id='1'}", "a-likes->b{id='2',label='words'}",
                "a-EDGE->b{directed=false,mutual=true}", "b-likes->b{directed=false}",
            ]),
        Case(
            name: "types from labels and from an attribute",
            text: file(
                """
                <nodes><node id="a"/></nodes>
                <edges><edge source="a" target="a" label="words" kind="k"/><edge source="a" target="a" kind="k"/></edges>
                """),
            nodes: ["a{id='a'}"], relationships: ["a-words->a{kind='k'}", "a-EDGE->a{kind='k'}"],
            options: ["type-from": "label"]),
        Case(
            name: "types and labels from attributes",
            text: file(
                """
                <attributes class="edge"><attribute id="0" title="rel" type="string"/></attributes>
                <attributes class="node"><attribute id="0" title="sort" type="string"/></attributes>
                <nodes><node id="a"><attvalues><attvalue for="0" value="S:1"/></attvalues></node></nodes>
                <edges><edge source="a" target="a"><attvalues><attvalue for="0" value="knows"/></attvalues></edge></edges>
                """),
            nodes: ["a:S:1{id='a'}"], relationships: ["a-knows->a"],
            options: ["type-from": "rel", "label-from": "sort"]),
        Case(
            name: "looks",
            text: file(
                """
                <nodes><node id="a"><viz:color r="255" g="0" b="10" a="0.5"/><viz:position x="1" y="-2.5" z="0"/>
                <viz:size value="3"/><viz:shape value="image" uri="http://a"/></node></nodes>
                <edges><edge source="a" target="a"><viz:color hex="#FfF"/><viz:thickness value="2"/><viz:shape value="dotted"/></edge></edges>
                """),
            nodes: [
                "a{alpha=0.5,color='#ff000a',id='a',image='http://a',shape='image',size=3.0,x=1.0,"
                    + "y=-2.5,z=0.0}"
            ], relationships: ["a-EDGE->a{color='#fff',shape='dotted',thickness=2.0}"]),
        Case(
            name: "hierarchy by nesting, by pid and by parents",
            text: file(
                """
                <nodes><node id="a"><nodes><node id="b"><nodes><node id="c"/></nodes></node></nodes>
                <edges><edge source="b" target="c"/></edges></node><node id="d" pid="a"/>
                <node id="e"><parents><parent for="a"/><parent for="b"/></parents></node></nodes>
                """),
            nodes: [
                "a{id='a'}", "b{id='b',parent='a'}", "c{id='c',parent='b'}", "d{id='d',parent='a'}",
                "e{id='e',parent=['a', 'b']}",
            ], relationships: ["b-EDGE->c"]),
        Case(
            name: "days, months and years become validity, half-open",
            text: file(
                """
                <nodes><node id="a" start="2009-03-01" end="2009-03-31"/><node id="b" startopen="2003" endopen="2004-12"/>
                <node id="c" start="2003" end="2004-12"/><node id="d" end="1970-01-01Z" start="-Infinity"/>
                <node id="e" timestamp="1970-01-02+01:00"/></nodes>
                """, "mode=\"dynamic\" timeformat=\"date\""),
            nodes: [
                "a{id='a',validFrom=14304d,validTo=14335d}",
                "b{id='b',validFrom='2004',validTo='2004-12'}",
                "c{id='c',validFrom='2003',validTo='2005-01'}", "d{id='d',validTo=1d}",
                "e{id='e',validFrom=1d,validTo=2d}",
            ], relationships: []),
        Case(
            name: "points in time",
            text: file(
                """
                <nodes><node id="a" start="1970-01-02T10:00:00" end="1970-01-03T10:00:00Z"/>
                <node id="b" endopen="1970-01-03T00:00:00"/></nodes>
                """, "timeformat=\"dateTime\""),
            nodes: [
                "a{end=DateTime,id='a',start=LocalDateTime,validFrom=LocalDateTime,validTo=3d}",
                "b{end=LocalDateTime,id='b',validTo=2d}",
            ], relationships: []),
        Case(
            name: "several spells",
            text: file(
                """
                <nodes><node id="a"><spells><spell start="2001-01-01" end="2001-12-31"/>
                <spell start="2005-01-01"/></spells></node><node id="b"><slices><slice end="1970-01-01"/></slices></node>
                </nodes>
                """),
            nodes: [
                "a{id='a',spells=['2001-01-01/2002-01-01', '2005-01-01/..'],validFrom=11323d}",
                "b{id='b',validTo=1d}",
            ], relationships: [], diagnostics: ["note Gaps 1:100"]),
        Case(
            name: "numbers are no dates",
            text: file(
                "<nodes><node id=\"a\" start=\"2001.0\" end=\"2002.5\"/>"
                    + "<node id=\"b\" intervals=\"&lt;[1, 2]; [4, 5]&gt;\"/></nodes>"),
            nodes: [
                "a{end=2002.5,id='a',start=2001.0}",
                "b{end=5.0,id='b',spells=['1.0/2.0', '4.0/5.0'],start=1.0}",
            ], relationships: [],
            diagnostics: ["note NumericTime 1:100", "note Gaps 1:142"]),
        Case(
            name: "numbers as years",
            text: file("<nodes><node id=\"a\" start=\"2001\" end=\"2002.0\"/></nodes>"),
            nodes: ["a{id='a',validFrom='2001',validTo='2003'}"], relationships: [],
            options: ["time": "years"]),
        Case(
            name: "values that change with time",
            text: file(
                """
                <attributes class="node" mode="dynamic"><attribute id="p" title="price" type="integer"/>
                <attribute id="q" title="once" type="string"/></attributes>
                """
                    + node(
                        """
                        <attvalue for="p" value="1" start="2009-01-01" end="2009-01-31"/>
                        <attvalue for="p" value="2" start="2009-02-01"/>
                        <attvalue for="q" value="x" end="1970-01-01"/>
                        """), "mode=\"dynamic\""),
            nodes: [
                "a{id='a',once='x',once_validTo=1d,price=[1, 2],"
                    + "price_validFrom=['2009-01-01', '2009-02-01'],price_validTo=['2009-02-01', '']}"
            ], relationships: []),
        Case(
            name: "attributes declared late, values without their list, the old name of 'for'",
            text: file(
                """
                <nodes><node id="a"><attvalue id="n" value="1"/></node></nodes>
                <attributes class="node"><attribute id="n" title="number" type="integer"/></attributes>
                """),
            nodes: ["a{id='a',number=1}"], relationships: []),
        Case(
            name: "an attribute id wins over the id",
            text: file(
                "<attributes class=\"node\"><attribute id=\"0\" title=\"id\" type=\"long\"/></attributes>"
                    + node("<attvalue for=\"0\" value=\"5\"/>")),
            nodes: ["a{id=5}"], relationships: []),
        Case(
            name: "what is wrong is reported",
            text: file(
                """

                <attributes class="node"><attribute id="n" title="n" type="integer"/>
                <attribute id="n" title="m" type="string"/><attribute id="t" title="t" type="colour"/>
                <attribute id="o" title="o" type="string"><options>a|b</options></attribute></attributes>
                <nodes><node id="a" start="soon"><attvalues><attvalue for="n" value="ten"/>
                <attvalue for="nn" value="x"/><attvalue value="y"/><attvalue for="o" value="c"/>
                </attvalues></node><node/><node id="a"/><x/></nodes>
                <edges><edge source="a" target="b" weight="w" type="odd"/>
                <edge source="a"/></edges>
                """),
            nodes: ["a{id='a',n='ten',nn='x',o='c'}", "b{id='b'}", "{}"],
            relationships: ["a-EDGE->b{weight='w'}"],
            diagnostics: [
                "warning DuplicateAttribute 3:16", "warning UnknownType 3:78",
                "warning BadTime 5:28", "warning UndeclaredAttribute 6:16",
                "warning MissingAttribute 6:31", "warning BadValue 5:70",
                "warning NotAnOption 6:77",
                "warning MissingIdentifier 7:20", "warning DuplicateIdentifier 7:27",
                "warning UnknownElement 7:41", "warning BadValue 8:8", "warning EdgeType 8:53",
                "error MissingEnd 9:1", "warning UndefinedNode 8:8",
            ]),
        Case(
            name: "no graph",
            text: "<gexf version=\"1.3\"><meta><creator>x</creator></meta></gexf>", nodes: [],
            relationships: [], diagnostics: ["warning NoGraph 1:0"]),
    ]

    @Test(arguments: cases)
    func reads(_ test: Case) throws {
        let sink = try RecordingSink.read(GEXFImporter(), test.text, options: test.options)
        let nodes = sink.nodeTexts.map { $0.isEmpty ? "{}" : $0 }
        #expect(nodes.sorted() == test.nodes.sorted())
        #expect(sink.relationshipTexts == test.relationships)
        #expect(sink.diagnosticTexts == test.diagnostics)
        let undefined = sink.nodes.filter { !$0.isDefined }
        #expect(undefined.isEmpty)
    }

    @Test(arguments: [
        ("<gexf>\n<graph>\n</gexf>", 3, 1, "MalformedXML"), ("<graphml/>", 1, 1, "NotGEXF"),
        ("<gexf><graph>\n<nodes><node id=\"a\"</nodes>", 2, 20, "MalformedXML"),
        ("", 1, 1, "EmptyFile"), ("<gexf><graph><nodes>\n", 2, 1, "MalformedXML"),
    ])
    func refuses(_ text: String, _ line: Int, _ column: Int, _ code: String) {
        let fault = #expect(throws: Diagnostic.self) {
            try RecordingSink.read(GEXFImporter(), text)
        }
        #expect(fault?.place?.line == line)
        #expect(fault?.place?.column == column)
        #expect(fault?.code == code)
    }

    @Test(arguments: [
        ("x.xml", "<gexf>", Likelihood.certain), ("x.gexf", "", .likely),
        ("x.gexf", "<graphml>", .no),
    ])
    func recognises(_ name: String, _ text: String, _ expected: Likelihood) {
        let sample = Sample(fileName: name, head: Array(text.utf8))
        #expect(GEXFImporter().likelihood(of: sample) == expected)
    }

    @Test(.enabled(if: Corpus.isThere, "\(Corpus.absence)"), arguments: Corpus.counts("gexf"))
    func agreesWithOthers(_ count: Corpus.Count) throws {
        let sink = RecordingSink()
        try GEXFImporter().read(ImportInput(files: [try count.file()]), into: sink)
        #expect(sink.nodes.count == count.nodes)
        #expect(sink.relationships.count == count.edges)
        #expect(sink.errors.isEmpty)
    }
}
