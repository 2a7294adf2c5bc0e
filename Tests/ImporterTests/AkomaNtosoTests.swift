import AkomaNtoso
import GraphLoading
import GraphModel
import ImporterKit
import Testing

@Suite struct AkomaNtosoTests {
    /// A document of one kind with metadata that identify it.
    private static func document(
        _ kind: String = "act", meta: String = "", body: String = "", namespace: String? = nil,
        root: String = "akomaNtoso"
    ) -> String {
        let xmlns = (namespace ?? "http://docs.oasis-open.org/legaldocml/ns/akn/3.0")
        return """
            <\(root) xmlns="\(xmlns)">
            <\(kind) name="x">
            <meta><identification source="#me">
            <FRBRWork><FRBRthis value="/w/!main"/><FRBRuri value="/w"/></FRBRWork>
            <FRBRExpression><FRBRthis value="/w/e/!main"/></FRBRExpression>
            </identification>
            \(meta)
            </meta>
            \(body)
            </\(kind)>
            </\(root)>
            """
    }

    private func read(_ text: String) throws -> RecordingSink {
        try RecordingSink.read(AkomaNtosoImporter(), text, name: "a.xml")
    }

    @Test(arguments: [
        "act", "bill", "doc", "statement", "judgment", "debate", "debateReport", "amendment",
        "amendmentList", "officialGazette", "documentCollection", "portion",
    ])
    func readsEveryKindOfDocument(_ kind: String) throws {
        let sink = try read(Self.document(kind))
        let label = kind.prefix(1).uppercased() + kind.dropFirst()
        var labels: Set = ["Document", label]
        if ["act", "bill"].contains(kind) { labels.insert("LegalInstrument") }
        #expect(sink.nodes[0].identifier == "/w/e/!main")
        #expect(sink.nodes[0].labels == labels)
        #expect(sink.nodes[0].properties["kind"] == "'\(kind)'")
        #expect(
            sink.relationshipTexts == ["/w/e/!main-REALIZES->/w/!main", "/w/!main-PART_OF->/w"])
        #expect(sink.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "akomaNtoso", "eId"),
        ("http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13", "akomaNtoso", "eId"),
        ("http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17", "akomaNtoso", "eId"),
        ("http://www.akomantoso.org/2.0", "akomantoso", "id"),
        ("http://www.akomantoso.org/1.0", "akomantoso", "id"),
        ("http://Inhaltsdaten.LegalDocML.de/1.8.2/", "akomaNtoso", "eId"),
    ])
    func readsEveryNamespace(_ namespace: String, _ root: String, _ id: String) throws {
        let text = Self.document(
            body: "<body><section \(id)=\"s1\"><num>1</num></section></body>",
            namespace: namespace, root: root)
        let sink = try read(text)
        #expect(sink.nodeTexts.contains { $0.hasPrefix("/w/e/!main#s1:Provision:Section{") })
        let sample = Sample(fileName: "a.xml", head: Array(text.utf8))
        #expect(AkomaNtosoImporter().likelihood(of: sample) == .certain)
    }

    @Test func keepsHierarchyWithNumbersHeadingsAndText() throws {
        let sink = try read(
            Self.document(
                body: """
                    <body><chapter eId="c"><num>I</num><heading>Of <b>all</b>
                    things</heading>
                    <article eId="a"><num>§ 1</num>
                    <paragraph eId="p"><list><intro><p>One of  these:</p></intro>
                    <point eId="i"><num>a)</num><content><p>x <i>y</i>,</p><p>z</p></content></point>
                    </list></paragraph>
                    <paragraph><content><p>No name.</p></content></paragraph>
                    <paragraph><content><p>Nor this.</p></content></paragraph>
                    </article></chapter></body>
                    """))
        let nodes = sink.nodeTexts.filter { $0.contains(":Provision") }
        #expect(
            nodes == [
                "/w/e/!main#c:Chapter:Provision{eId='c',heading='Of all things',"
                    + "id='/w/e/!main#c',kind='chapter',number='I'}",
                "/w/e/!main#a:Article:Provision{eId='a',id='/w/e/!main#a',kind='article',"
                    + "number='§ 1'}",
                "/w/e/!main#p:Paragraph:Provision{eId='p',id='/w/e/!main#p',kind='paragraph',"
                    + "text='One of these:'}",
                "/w/e/!main#i:Point:Provision{eId='i',id='/w/e/!main#i',kind='point',"
                    + "number='a)',text='x y,\nz'}",
                "/w/e/!main#a__paragraph_1:Paragraph:Provision{id='/w/e/!main#a__paragraph_1',"
                    + "kind='paragraph',text='No name.'}",
                "/w/e/!main#a__paragraph_2:Paragraph:Provision{id='/w/e/!main#a__paragraph_2',"
                    + "kind='paragraph',text='Nor this.'}",
            ])
        let parts = sink.relationshipTexts.filter { $0.hasPrefix("/w/e/!main#") }
        #expect(
            parts == [
                "/w/e/!main#c-PART_OF->/w/e/!main", "/w/e/!main#a-PART_OF->/w/e/!main#c",
                "/w/e/!main#p-PART_OF->/w/e/!main#a", "/w/e/!main#i-PART_OF->/w/e/!main#p",
                "/w/e/!main#a__paragraph_1-PART_OF->/w/e/!main#a",
                "/w/e/!main#a__paragraph_2-PART_OF->/w/e/!main#a",
            ])
        #expect(sink.nodes.filter { $0.labels.contains("Provision") }.map(\.line).first == 9)
    }

    @Test func resolvesReferences() throws {
        let sink = try read(
            Self.document(
                meta: "<references><TLCPerson eId=\"p\" href=\"/o/p\" showAs=\"P\"/></references>",
                body: """
                    <body><section eId="s1"><content><p>See <ref href="#s2">section 2</ref>,
                    <ref href="/w~s2">it</ref>, <ref href="/o/act#art_3">that</ref>,
                    <rref from="#s1" upTo="#s2">1 to 2</rref>,
                    <mref><ref href="/o/act">this</ref></mref> and <person refersTo="#p">P</person>
                    <ref href="#s3">gone</ref> <ref href="">open</ref></p></content></section>
                    <section eId="s2"><content><p><def refersTo="#p">is</def>
                    <authorialNote eId="n" marker="1"><p>A note.</p></authorialNote></p></content>
                    </section></body>
                    """))
        let links = sink.relationshipTexts.filter { $0.hasPrefix("/w/e/!main#s") }
            .filter { !$0.contains("-PART_OF->") }
        #expect(
            links == [
                "/w/e/!main#s2-HAS_NOTE->/w/e/!main#n",
                "/w/e/!main#s1-REFERS_TO->/w/e/!main#s2{text='section 2'}",
                "/w/e/!main#s1-REFERS_TO->/w/e/!main#s2{text='it'}",
                "/w/e/!main#s1-REFERS_TO->/o/act#art_3{text='that'}",
                "/w/e/!main#s1-REFERS_TO->/w/e/!main#s1{range='from'}",
                "/w/e/!main#s1-REFERS_TO->/w/e/!main#s2{range='upTo',text='1 to 2'}",
                "/w/e/!main#s1-REFERS_TO->/o/act{text='this'}",
                "/w/e/!main#s1-MENTIONS->/o/p{element='person'}",
                "/w/e/!main#s2-DEFINES->/o/p{element='def'}",
            ])
        #expect(sink.nodeTexts.contains("/o/act:CitedDocument{id='/o/act'}"))
        #expect(sink.nodeTexts.contains("/o/act#art_3:CitedProvision{id='/o/act#art_3'}"))
        #expect(sink.relationshipTexts.contains("/o/act#art_3-PART_OF->/o/act"))
        #expect(sink.diagnostics.map(\.code) == ["UnknownReference"])
        #expect(sink.diagnostics.first?.place?.line == 13)
        #expect(sink.diagnostics.first?.hint == "did you mean '#s1'?")
        #expect(sink.nodes.first { $0.identifier == "/w/e/!main#s2" }?.properties["text"] == "'is'")
    }

    private static let times = """
        <lifecycle source="#me"><eventRef eId="e1" date="2001-02-03" type="generation" source="#o"/>
        <eventRef eId="e2" date="2005-01-01T00:00:00" type="amendment" source="#r"/>
        <eventRef eId="e3" date="2010-06-30" type="repeal" source="#q"/></lifecycle>
        <temporalData source="#me"><temporalGroup eId="t1"><timeInterval start="#e1" end="#e2"/>
        </temporalGroup><temporalGroup eId="t2"><timeInterval start="#e1" end="#e2"/>
        <timeInterval start="#e3"/></temporalGroup></temporalData>
        <references source="#me"><original eId="o" href="/w"/>
        <passiveRef eId="r" href="/changing" showAs="Changing Act"/>
        <passiveRef eId="q" href="/ending"/></references>
        """

    @Test func keepsValidity() throws {
        let sink = try read(
            Self.document(
                meta: Self.times,
                body: """
                    <body><section eId="s1" period="#t1"/><section eId="s2" period="#t2"/>
                    <section eId="s3" start="#e2"/></body>
                    """))
        func property(_ key: String, of node: String) -> String? {
            sink.nodes.first { $0.identifier == "/w/e/!main" + node }?.properties[key]
        }
        let days = ["2001-02-03", "2005-01-01", "2010-06-30"].compactMap {
            ValueText.parse(.date, $0).flatMap(RecordingSink.text)
        }
        #expect(days.count == 3)
        #expect(property("validTo", of: "") == days[2])
        #expect(property("validFrom", of: "#s1") == days[0])
        #expect(property("validTo", of: "#s1") == days[1])
        #expect(property("validFrom", of: "#s2") == days[0])
        #expect(property("validTo", of: "#s2") == nil)
        #expect(property("periods", of: "#s2") == "['2001-02-03/2005-01-01', '2010-06-30/']")
        #expect(property("validFrom", of: "#s3") == days[1])
        let texts = sink.relationshipTexts
        #expect(
            texts.contains(
                "/w/e/!main-AMENDED_BY->/changing{on=\(days[1]),title='Changing Act'}"))
        #expect(texts.contains("/w/e/!main-REPLACED_BY->/ending{on=\(days[2])}"))
        #expect(texts.filter { $0.contains("-HAS_EVENT->") }.count == 3)
    }

    @Test func readsComponentsAndAttachments() throws {
        let part = { (name: String) in
            """
            <doc name="\(name)"><meta><identification><FRBRExpression>
            <FRBRthis value="/w/e/\(name)"/></FRBRExpression></identification></meta>
            <mainBody><p>Text of \(name)</p></mainBody></doc>
            """
        }
        let text = Self.document(
            "documentCollection",
            body: """
                <collectionBody><component eId="c1"><documentRef href="#c1" showAs="First"/></component>
                <component eId="c2"><documentRef href="/w/e/two"/></component></collectionBody>
                <attachments><attachment eId="at">\(part("three"))</attachment></attachments>
                """)
        let components =
            "<components><component eId=\"c1\">\(part("one"))</component>"
            + "<component eId=\"c2\">\(part("two"))</component></components>"
        let sink = try read(text.replacing("</akomaNtoso>", with: components + "</akomaNtoso>"))
        let links = sink.relationshipTexts.filter { !$0.contains("REALIZES") }
        #expect(
            links == [
                "/w/!main-PART_OF->/w", "/w/e/three-PART_OF->/w/e/!main",
                "/w/e/one-PART_OF->/w/e/!main", "/w/e/two-PART_OF->/w/e/!main",
                "/w/e/!main-HAS_COMPONENT->/w/e/one{title='First'}",
                "/w/e/!main-HAS_COMPONENT->/w/e/two",
            ])
        #expect(
            sink.nodes.first { $0.identifier == "/w/e/two" }?.properties["text"] == "'Text of two'")
        #expect(sink.diagnostics.isEmpty)
    }

    @Test func keepsSpeechesAmendmentsAndQuotations() throws {
        let debate = try read(
            Self.document(
                "debate",
                meta: "<references><TLCPerson eId=\"m\" href=\"/m\"/></references>",
                body: """
                    <debateBody><debateSection eId="d" name="q"><heading>Questions</heading>
                    <speech eId="s" by="#m"><from>Mr M:</from><p>Aye.</p></speech>
                    </debateSection></debateBody>
                    """))
        #expect(
            debate.nodeTexts.contains(
                "/w/e/!main#s:Speech:TextPart{eId='s',id='/w/e/!main#s',kind='speech',"
                    + "text='Mr M:\nAye.'}"))
        #expect(debate.relationshipTexts.contains("/w/e/!main#s-SPOKEN_BY->/m"))
        let amendment = try read(
            Self.document(
                "amendment",
                meta: """
                    <analysis><activeModifications><textualMod type="insertion">
                    <source href="#m"/><destination href="/law#art_2"/></textualMod>
                    </activeModifications></analysis>
                    """,
                body: """
                    <amendmentBody><amendmentContent eId="c"><p><mod eId="m">Add
                    <quotedStructure><article eId="q"><num>2</num></article></quotedStructure>
                    <quotedText startQuote="«" endQuote="»">so</quotedText></mod></p>
                    </amendmentContent></amendmentBody>
                    """))
        #expect(
            amendment.nodeTexts.contains {
                $0.hasPrefix("/w/e/!main#q:Article:QuotedProvision{")
            })
        #expect(
            amendment.relationshipTexts.contains(
                "/w/e/!main#c-AMENDS->/law#art_2{kind='textualMod',type='insertion'}"))
        #expect(
            amendment.nodes.first { $0.identifier == "/w/e/!main#c" }?.properties["text"]
                == "'Add\n«so»'")
    }

    // MARK: - faults

    struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let code: String
        let line: Int
        let column: Int
        var testDescription: String { name }
    }

    static let faults = [
        Fault(
            name: "another root", text: "<law/>", code: "NotAkomaNtoso", line: 1, column: 1),
        Fault(
            name: "no document", text: "<akomaNtoso>\n</akomaNtoso>", code: "NoDocument", line: 1,
            column: 0),
        Fault(
            name: "an element is not closed",
            text: document(body: "<body><section></body>"), code: "MalformedXML", line: 9,
            column: 16),
        Fault(
            name: "a date that is none",
            text: document(
                meta: "<lifecycle><eventRef eId=\"e\"\n date=\"2001-13-01\"/></lifecycle>"),
            code: "InvalidDate", line: 8, column: 8),
        Fault(
            name: "a link without its end",
            text: document(body: "<body><section>\n<p>See <ref>x</ref></p></section></body>"),
            code: "MissingAttribute", line: 10, column: 8),
        Fault(
            name: "a period without its event",
            text: document(
                meta: """
                    <lifecycle><eventRef eId="e1" date="2001-12-01"/></lifecycle>
                    <temporalData><temporalGroup eId="t"><timeInterval start="#e2"/></temporalGroup>
                    </temporalData>
                    """), code: "UnknownEvent", line: 8, column: 59),
        Fault(
            name: "an entity from elsewhere",
            text: "<!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
                + "<akomaNtoso><act><body><p>&x;</p></body></act></akomaNtoso>",
            code: "ExternalEntity", line: 1, column: 61),
        Fault(
            name: "too deep",
            text: document(
                body: String(repeating: "<section>", count: 250)
                    + String(repeating: "</section>", count: 250)),
            code: "NestingTooDeep", line: 9, column: 1774),
    ]

    @Test(arguments: faults) func refuses(_ fault: Fault) {
        let session = ImportSession(registry: ImporterRegistry([AkomaNtosoImporter()]))
        var options = ImportOptions()
        options.importer = "akoma-ntoso"
        let found = #expect(throws: ImportFailure.self) {
            try session.load(
                files: [InputFile(name: "a.xml", bytes: Array(fault.text.utf8))], options: options)
        }
        #expect(found?.diagnostic.code == fault.code)
        #expect(found?.diagnostic.place?.line == fault.line)
        #expect(found?.diagnostic.place?.column == fault.column)
        #expect(found?.diagnostic.exitStatus == 65)
    }

    @Test func toleratesWhatCanBeUnderstood() throws {
        let sink = try read(
            """
            <akomaNtoso><act><body><section eId="a"/><section eId="a"/>
            <m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>x</m:mi></m:math></body></act>
            </akomaNtoso>
            """)
        #expect(
            sink.diagnostics.map(\.code) == [
                "MissingIdentification", "DuplicateId", "NotImported",
            ])
        #expect(sink.errors.isEmpty)
        #expect(
            sink.nodes.map(\.identifier) == ["a.xml", "a.xml#a", "a.xml#section_1"])
    }

    /// What grows must not be looked through again and again.
    @Test func readsManyOfEverything() throws {
        let many = 3_000
        let references = (0..<many).map { "<passiveRef eId=\"r\($0)\" href=\"/\($0)\"/>" }.joined()
        let events = (0..<many).map {
            "<eventRef eId=\"e\($0)\" date=\"2001-02-03\" source=\"#r\($0)\"/>"
        }.joined()
        let sink = try read(
            """
            <akomaNtoso><act><meta><identification><FRBRWork><FRBRthis value="/w"/></FRBRWork>
            </identification><lifecycle>\(events)</lifecycle><references>\(references)</references>
            </meta></act><components>\(String(repeating: "<doc/>", count: many))</components>
            </akomaNtoso>
            """)
        #expect(sink.relationships.filter { $0.type == "AMENDED_BY" }.count == many)
        #expect(sink.nodes.filter { $0.labels.contains("Doc") }.count == many)
    }
}
