import AkomaNtoso
import Fuzzing
import GEXF
import GraphML
import GuideXML
import ImporterKit
import Lovdata
import MappedXML

#if canImport(Glibc)
    import Glibc
#endif

extension SpoiltFileTests {
    /// What any XML goes wrong at.
    static let xmlPieces = [
        "<", ">", "&", "</", "/>", "\"", "'", "=", "<!--", "-->", "<![CDATA[", "]]>", "<?x ?>",
        "&lt;", "&#0;", "&#x110000;", "&#xD800;", "&e;", "&#38;#60;", "xmlns=''",
        " xmlns:a='urn:a'", " xml:lang='å'", " xml:space='preserve'", "<a:b/>",
        "<?xml version='1.0' encoding='UTF-16'?>", "<?xml version='1.0' encoding='latin1'?>",
        "<?xml version='1.1' standalone='yes'?>", "<!DOCTYPE a [<!ENTITY e '&e;'>]>",
        "<!DOCTYPE a [<!ENTITY e 'x'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;'>]>",
        "<!DOCTYPE a [<!ENTITY % p '<!ENTITY e \"x\">'>%p;]>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>", "<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]>",
    ]

    static let xmlSubjects = [
        FuzzSubject(
            "guide-xml", GuideXMLImporter(schema: BuiltinFiles.schema),
            FaultyGuide.all.map { FuzzInput($0.text, name: "t.xml") } + guides,
            pieces: xmlPieces + [
                "<about id='police'>", "<must to='d:tell' line='1'/>", " from='2001-02-30'",
                " line='-1'", " source='src:x'", "<source id='src:y' kind='page'/>",
            ]),
        FuzzSubject(
            "graphml", GraphMLImporter(),
            GraphMLTests.cases.map {
                FuzzInput($0.text, name: "t.graphml", options: $0.options)
            } + Corpus.small("graphml"),
            pieces: xmlPieces + [
                "<node id='a'/>", "<edge source='a' target='b'/>", "<graph>", "<data key='k'>",
                "<key id='k' for='node' attr.name='n' attr.type='int'/>", "<default>", "<port/>",
                "<hyperedge><endpoint node='a'/></hyperedge>", " edgedefault='undirected'",
            ]),
        FuzzSubject(
            "gexf", GEXFImporter(),
            GEXFTests.cases.map { FuzzInput($0.text, name: "t.gexf", options: $0.options) }
                + Corpus.small("gexf"),
            pieces: xmlPieces + [
                "<node id='a'/>", "<edge source='a' target='b'/>", " start='2001-02-30'",
                " end='-Infinity'", "<spell start='1'/>", " timeformat='date'", " mode='dynamic'",
                "<attvalue for='0' value='[1,2'/>", "<viz:color r='256'/>", " pid='a'", "<[1, 2)>",
            ]),
    ]

    /// Beginnings of the curated graph's files, as far as they are quick to read.
    private static let guides = BuiltinFiles.graph.map { file in
        let head = file.content.prefix(3_000)
        let end = head.lastIndex(of: 0x0A) ?? head.count
        return FuzzInput([.init("t.xml", head.prefix(end) + Array("</guide>".utf8))])
    }

    // MARK: laws

    static let legalSubjects = [
        FuzzSubject(
            "akoma-ntoso", AkomaNtosoImporter(),
            [FuzzInput(act, name: "t.xml")] + Corpus.small("akomantoso"),
            pieces: xmlPieces + [
                "<p>", "<ref href='#s'>", " eId='s'", "<mod><quotedStructure>", " period='#t'",
                "<component><doc/></component>", "<timeInterval start='#e' end='#e'/>",
            ]),
        FuzzSubject(
            "lovdata", LovdataImporter(),
            [FuzzInput(law, name: "t.xml"), FuzzInput(LovdataTests.page, name: "t.xml")]
                + Corpus.small("lovdata"),
            pieces: xmlPieces + [
                "<a href='lov/1-2/§3'>", " (ikr. 31 feb 2006)", "<article class='legalP'>",
                "<article class='changesToParent'>Endret ved lov", " data-name='§1'", "§", "<br>",
            ]),
    ]

    private static let act = """
        <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="a"><meta>
        <identification><FRBRWork><FRBRthis value="/w"/><FRBRdate date="2001-02-03"/>
        <FRBRauthor href="#p"/></FRBRWork><FRBRExpression><FRBRthis value="/w/e"/></FRBRExpression>
        </identification><lifecycle><eventRef eId="e" date="2001-02-03" source="#r"/></lifecycle>
        <temporalData><temporalGroup eId="t"><timeInterval start="#e"/></temporalGroup></temporalData>
        <references><passiveRef eId="r" href="/x"/><TLCPerson eId="p" href="/p"/></references></meta>
        <preface><p><docTitle>An Act</docTitle></p></preface><body><chapter eId="c"><num>1</num>
        <section eId="s" period="#t"><num>§ 1</num><content><p>See <ref href="#c">1</ref>
        <authorialNote><p>n</p></authorialNote><rref from="#c" upTo="#s">x</rref>
        <mod><quotedStructure><article eId="q"/></quotedStructure><quotedText startQuote="«"
        endQuote="»">y</quotedText></mod></p></content></section></chapter></body></act>
        <components><component eId="k"><doc><meta/><mainBody><p>z</p></mainBody></doc></component>
        </components></akomaNtoso>
        """

    private static let law = """
        <html lang="nb"><body><header><dl class="data-document-key-info"><dd class="refid">lov/1-2</dd>
        <dd class="dateInForce">2001-02-03</dd><dd class="lastChangedBy"><a href="lov/3">x</a></dd>
        <dd class="ministry"><ul><li>M</li></ul></dd></dl></header><main class="documentBody">
        <section data-name="kap1"><h2>Kapittel 1. En</h2><article class="legalArticle" data-name="§1">
        <h3><span class="legalArticleValue">§ 1</span>. <span class="legalArticleTitle">To</span></h3>
        <article class="legalP">Se <a href="#f">f</a><ol><li data-name="a.">b</li></ol></article>
        <article class="changesToParent">Endret ved lov <a href="lov/4">4</a> (ikr. 1 jan 2006).
        </article><article class="footnote" id="f">g</article></article></section></main></body></html>
        """

    // MARK: any XML, by a mapping

    static let mappedSubjects = [
        FuzzSubject(
            "mapped-xml",
            seeds: mappings.map { FuzzInput([("m.xml", $0.mapping), ("t.xml", $0.data)]) },
            pieces: (xmlPieces + [
                "<node path='b' label='B'/>", "<property name='p' path='@q' type='date'/>",
                " path='/a/../@b'", " path='*'", " list='yes'", " required='yes'", " split=','",
                "<relationship type='T' to='@t'/>", " from='..'", " parent='IN'", "<b i='1'>",
            ]).map { Array($0.utf8) }
        ) { input in
            // A file that is missing or comes a second time is no matter of the two.
            guard let mapping = input.files.first(where: { $0.name == "m.xml" }),
                let data = input.files.first(where: { $0.name == "t.xml" })
            else { return .refused }
            let path = "/tmp/veiviser-spoilt-mapping-\(getpid()).xml"
            defer { unlink(path) }
            guard let file = fopen(path, "w") else { return .flawed("cannot be written") }
            fwrite(mapping.bytes, 1, mapping.bytes.count, file)
            fclose(file)
            var given = FuzzInput([data], options: ["mapping": path])
            given.number = input.number
            return FileJudge(MappedXMLImporter()).verdict(
                given, about: [data, .init(path, mapping.bytes)])
        }
    ]

    private static let mappings: [(mapping: String, data: String)] = [
        (
            """
            <mapping><namespace prefix="x" uri="urn:x"/><node path="x:a/b" label="B" id="@i" parent="IN">
            <property name="p" path="c/@d" type="date" list="yes"/><relationship path="e" type="T" to="@t"/>
            </node><node path="/x:a" label="A" id="b/@i"/><relationship path="e" type="E" from=".." to="@t"/>
            </mapping>
            """,
            "<a xmlns='urn:x'><b i='1'><c d='2001-02-03'/><e t='2'/></b><b i='2'/><e t='1'/></a>"
        ),
        (
            """
            <mapping><node path="unit" label="Unit" id="code" parent="PART_OF">
            <relationship type="LED_BY" to="lead" to-label="Person"/>
            <relationship type="OWNS" from="owners" split=","/></node></mapping>
            """,
            """
            <org><unit><lead>Ann</lead><unit><code>b</code></unit><code>a</code></unit>
            <unit><code>c</code><owners>a, b</owners></unit></org>
            """
        ),
        (
            """
            <mapping><node path="n" label="N" id="@id">
            <property name="born" path="@born" type="date"/><property name="n" path="@n" type="integer"/>
            <property name="name" path="name" required="yes"/></node>
            <relationship path="e" type="E" from=".." to="@to"/></mapping>
            """, "<g><n id='1' n='3' born='2001-02-28'><name>x</name><e to='1'/></n></g>"
        ),
    ]
}
