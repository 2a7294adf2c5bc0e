import AkomaNtoso
import GraphModel
import ImporterKit
import Lovdata
import MappedXML
import Testing

/// Spoilt laws and mappings are read or refused with a place; none crashes or hangs.
@Suite struct LegalMutationTests {
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

    private static let mapping = """
        <mapping><namespace prefix="x" uri="urn:x"/><node path="x:a/b" label="B" id="@i" parent="IN">
        <property name="p" path="c/@d" type="date" list="yes"/><relationship path="e" type="T" to="@t"/>
        </node><node path="/x:a" label="A" id="b/@i"/><relationship path="e" type="E" from=".." to="@t"/>
        </mapping>
        """

    private static let data =
        "<a xmlns='urn:x'><b i='1'><c d='2001-02-03'/><e t='2'/></b><b i='2'/><e t='1'/></a>"

    /// Reads a spoilt text; gives whether there was something to say.
    private func read(
        _ importer: any Importer, _ bytes: [UInt8], _ options: [String: String] = [:]
    )
        throws -> Bool
    {
        let sink = RecordingSink()
        do {
            try importer.read(
                ImportInput(files: [InputFile(name: "t.xml", bytes: bytes)], options: options),
                into: sink)
            for fault in sink.diagnostics { #expect((fault.place?.line ?? 0) > 0, "\(fault)") }
            return !sink.diagnostics.isEmpty
        } catch let fault as Diagnostic {
            #expect((fault.place?.line ?? 0) > 0, "\(fault)")
            return true
        }
    }

    @Test(arguments: 0..<8) func spoiltLaws(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        var faults = 0
        for _ in 0..<200 {
            let act = XMLMutations.spoil(Array(Self.act.utf8), &dice)
            if try read(AkomaNtosoImporter(), act) { faults += 1 }
            let law = XMLMutations.spoil(Array(Self.law.utf8), &dice)
            if try read(LovdataImporter(), law) { faults += 1 }
        }
        #expect(faults > 200)
    }

    @Test(arguments: 0..<8) func spoiltMappings(seed: Int) throws {
        var dice = Dice(state: UInt64(seed))
        let folder = try TemporaryFolder()
        let mapping = folder.write("m.xml", Array(Self.mapping.utf8))
        var faults = 0
        for _ in 0..<200 {
            let data = XMLMutations.spoil(Array(Self.data.utf8), &dice)
            if try read(MappedXMLImporter(), data, ["mapping": mapping]) { faults += 1 }
            let spoilt = folder.write("s.xml", XMLMutations.spoil(Array(Self.mapping.utf8), &dice))
            if try read(MappedXMLImporter(), Array(Self.data.utf8), ["mapping": spoilt]) {
                faults += 1
            }
        }
        #expect(faults > 150)
    }

    /// What grows must not be looked through again and again.
    @Test func manyOfEverything() throws {
        let many = 3_000
        let references = (0..<many).map { "<passiveRef eId=\"r\($0)\" href=\"/\($0)\"/>" }.joined()
        let events = (0..<many).map {
            "<eventRef eId=\"e\($0)\" date=\"2001-02-03\" source=\"#r\($0)\"/>"
        }.joined()
        let act = """
            <akomaNtoso><act><meta><identification><FRBRWork><FRBRthis value="/w"/></FRBRWork>
            </identification><lifecycle>\(events)</lifecycle><references>\(references)</references>
            </meta></act><components>\(String(repeating: "<doc/>", count: many))</components>
            </akomaNtoso>
            """
        let sink = try RecordingSink.read(AkomaNtosoImporter(), act)
        #expect(sink.relationships.filter { $0.type == "AMENDED_BY" }.count == many)
        #expect(sink.nodes.filter { $0.labels.contains("Doc") }.count == many)
        let links = (0..<many).map { "<a href=\"lov/\($0)\">\($0)</a> (ikr. 1 jan 2006), " }
            .joined()
        let law = """
            <lovdata><metadata><refid>lov/x</refid></metadata><article class="legalArticle"
            data-name="§1"><article class="changesToParent">Endret ved lover \(links)</article>
            </article></lovdata>
            """
        let changes = try RecordingSink.read(LovdataImporter(), law).relationships
        #expect(changes.filter { $0.properties["change"] == "'amended'" }.count == many)
    }
}
