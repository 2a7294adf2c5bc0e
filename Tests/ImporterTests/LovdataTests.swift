import GraphLoading
import GraphModel
import ImporterKit
import Lovdata
import Testing

@Suite struct LovdataTests {
    /// A law as Lovdata's public files have it.
    static let page = """
        <!DOCTYPE html>
        <html lang="nn"><head><title>Lov om prøving</title></head><body>
        <header class="documentHeader"><dl class="data-document-key-info">
        <dt class="legacyID">Datokode</dt><dd class="legacyID">LOV-2001-02-03-4</dd>
        <dt class="dokid">DokumentID</dt><dd class="dokid">NL/lov/2001-02-03-4</dd>
        <dt class="ministry">Departement</dt><dd class="ministry"><ul><li>A-departementet</li><li>B-departementet</li></ul></dd>
        <dt class="titleShort">Korttittel</dt><dd class="titleShort">Prøvelova</dd>
        <dt class="dateInForce">I kraft</dt><dd class="dateInForce">2001-07-01, 2002-01-01</dd>
        <dt class="lastChangeInForce">Endra</dt><dd class="lastChangeInForce">2014-07-01</dd>
        <dt class="lastChangedBy">Endra ved</dt><dd class="lastChangedBy"><a href="lov/2014-06-20-49">lov/2014-06-20-49</a></dd>
        <dt class="basedOn">Heimel</dt><dd class="basedOn"><ul><li>lov/1999-07-02-63/§4-3</li></ul></dd>
        <dt class="legalArea">Område</dt><dd class="legalArea"><ul><li>Forvaltningsrett</li></ul></dd>
        <dt class="refid">RefID</dt><dd class="refid">lov/2001-02-03-4</dd>
        <dt class="title">Tittel</dt><dd class="title">Lov om prøving (prøvelova)</dd>
        <dt class="journalNumber">Nr.</dt><dd class="journalNumber">2001-7</dd>
        </dl></header>
        <main class="documentBody" data-lovdata-URL="NL/lov/2001-02-03-4"><h1>Lov om prøving</h1>
        <section class="section" data-name="kap1" data-lovdata-URL="NL/lov/2001-02-03-4/KAPITTEL_1" id="kapittel-1"><h2>Kapittel 1. Innleiing</h2>
        <article class="legalArticle" data-lovdata-URL="NL/lov/2001-02-03-4/§1-1" data-name="§1-1" id="paragraf-1-1">
        <h3 class="legalArticleHeader"><span class="legalArticleValue">§ 1-1</span>. <span class="legalArticleTitle">Formål</span></h3>
        <article class="legalP" id="l1">Første ledd, sjå <a href="lov/2001-02-03-4/§2">§ 2</a>.<sup class="footnotereference"><a href="#n1">1</a></sup></article>
        <article class="numberedLegalP" data-numerator="2" id="l2">(2) Andre ledd:
        <ol class="defaultList" type="a">
        <li data-name="a." value="1"><article class="listArticle"><article class="legalP">ein ting, og</article></article></li>
        <li data-name="b." value="2"><article class="listArticle"><article class="legalP">ein annan, jf. <a href="lov/1967-02-10/§11">forvaltningsloven § 11</a>.</article></article></li>
        </ol></article>
        <article class="changesToParent">Endret ved lover <a href="lov/2005-05-20-28">20 mai 2005 nr. 28</a> (ikr. 1 jan 2006 iflg. <a href="res/2005-10-14-1">res. 14 okt 2005 nr. 1</a>), <a href="lov/2014-06-20-49">20 juni 2014 nr. 49</a> (ikr. 1 juli 2014).</article>
        </article></section>
        <article class="legalArticle" data-name="§2"><h3>§ 2. (Opphevet)</h3>
        <article class="changesToParent">Opphevet ved lov <a href="/dokument/NL/lov/2010-01-01-1">1 jan 2010 nr. 1</a> (i kraft 1. mars 2010).</article></article>
        <footer class="footnotes"><article class="footnote" id="n1">Merk dette.</article></footer>
        </main></body></html>
        """

    private func read(_ text: String) throws -> RecordingSink {
        try RecordingSink.read(LovdataImporter(), text, name: "a.xml")
    }

    private func day(_ text: String) -> String {
        ValueText.parse(.date, text).flatMap(RecordingSink.text) ?? "?"
    }

    @Test func readsTheLawItself() throws {
        let law = try #require(try read(Self.page).nodes.first)
        #expect(law.identifier == "lov/2001-02-03-4")
        #expect(law.labels == ["LegalInstrument", "Law"])
        #expect(law.properties["name_nn"] == "'Lov om prøving (prøvelova)'")
        #expect(law.properties["shortTitle"] == "'Prøvelova'")
        #expect(law.properties["legacyId"] == "'LOV-2001-02-03-4'")
        #expect(law.properties["validFrom"] == day("2001-07-01"))
        #expect(law.properties["validFromText"] == "'2001-07-01, 2002-01-01'")
        #expect(law.properties["lastChangeInForce"] == day("2014-07-01"))
        #expect(law.properties["journalNumber"] == "'2001-7'")
    }

    @Test func keepsChaptersSectionsParagraphsAndItems() throws {
        let sink = try read(Self.page)
        let base = "lov/2001-02-03-4"
        let texts = sink.nodes.filter { $0.labels.contains("Provision") }.map { node in
            [
                node.identifier, node.properties["number"], node.properties["heading"],
                node.properties["text"],
            ].map { $0 ?? "-" }.joined(separator: " | ")
        }
        #expect(
            texts == [
                "\(base)/KAPITTEL_1 | 'Kapittel 1' | 'Innleiing' | -",
                "\(base)/§1-1 | '§ 1-1' | 'Formål' | -",
                "\(base)/§1-1/ledd1 | '1' | - | 'Første ledd, sjå § 2.'",
                "\(base)/§1-1/ledd2 | '2' | - | '(2) Andre ledd:'",
                "\(base)/§1-1/ledd2/a | 'a' | - | 'ein ting, og'",
                "\(base)/§1-1/ledd2/b | 'b' | - | 'ein annan, jf. forvaltningsloven § 11.'",
                "\(base)/§2 | '§ 2' | '(Opphevet)' | -",
            ])
        let parts = sink.relationshipTexts.filter { $0.contains("-PART_OF->") }
        #expect(
            parts == [
                "\(base)/KAPITTEL_1-PART_OF->\(base)", "\(base)/§1-1-PART_OF->\(base)/KAPITTEL_1",
                "\(base)/§1-1/ledd1-PART_OF->\(base)/§1-1",
                "\(base)/§1-1/ledd2-PART_OF->\(base)/§1-1",
                "\(base)/§1-1/ledd2/a-PART_OF->\(base)/§1-1/ledd2",
                "\(base)/§1-1/ledd2/b-PART_OF->\(base)/§1-1/ledd2",
                "\(base)/§2-PART_OF->\(base)", "\(base)/n1-PART_OF->\(base)",
                "lov/1999-07-02-63/§4-3-PART_OF->lov/1999-07-02-63",
                "lov/1967-02-10/§11-PART_OF->lov/1967-02-10",
            ])
        #expect(sink.nodes.first { $0.identifier == "\(base)/§1-1" }?.line == 19)
    }

    @Test func keepsReferencesAndChanges() throws {
        let sink = try read(Self.page)
        let base = "lov/2001-02-03-4"
        let links = sink.relationshipTexts.filter { !$0.contains("-PART_OF->") }
        #expect(
            links == [
                "\(base)-ADMINISTERED_BY->A-departementet",
                "\(base)-ADMINISTERED_BY->B-departementet", "\(base)-ABOUT->Forvaltningsrett",
                "\(base)-AMENDED_BY->lov/2014-06-20-49{text='lov/2014-06-20-49'}",
                "\(base)-BASED_ON->lov/1999-07-02-63/§4-3",
                "\(base)/§1-1/ledd1-REFERS_TO->\(base)/§2{text='§ 2'}",
                "\(base)/§1-1/ledd1-HAS_NOTE->\(base)/n1{text='1'}",
                "\(base)/§1-1/ledd2/b-REFERS_TO->lov/1967-02-10/§11"
                    + "{text='forvaltningsloven § 11'}",
                "\(base)/§1-1-AMENDED_BY->lov/2005-05-20-28"
                    + "{change='amended',on=\(day("2006-01-01")),text='20 mai 2005 nr. 28'}",
                "\(base)/§1-1-REFERS_TO->res/2005-10-14-1{text='res. 14 okt 2005 nr. 1'}",
                "\(base)/§1-1-AMENDED_BY->lov/2014-06-20-49"
                    + "{change='amended',on=\(day("2014-07-01")),text='20 juni 2014 nr. 49'}",
                "\(base)/§2-AMENDED_BY->lov/2010-01-01-1"
                    + "{change='repealed',on=\(day("2010-03-01")),text='1 jan 2010 nr. 1'}",
            ])
        let repealed = sink.nodes.first { $0.identifier == "\(base)/§2" }
        #expect(repealed?.properties["validTo"] == day("2010-03-01"))
        #expect(repealed?.properties["changes"]?.hasPrefix("'Opphevet ved lov") == true)
        #expect(sink.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("§ 1. Formål", "§ 1", "Formål"), ("§ 5 a. Om noe", "§ 5 a", "Om noe"),
        ("§ 8-3. Refleksjonsperiode m.m.", "§ 8-3", "Refleksjonsperiode m.m."),
        ("Kapittel 1", "Kapittel 1", ""), ("Kapittel 2. Om retten", "Kapittel 2", "Om retten"),
        ("Første del. Om lova", "Første del", "Om lova"), ("II. Unntak", "II", "Unntak"),
        ("Sluttbestemmelser", "", "Sluttbestemmelser"),
    ])
    func takesHeadingsApart(_ text: String, _ number: String, _ words: String) throws {
        let sink = try read(
            """
            <lovdata><metadata><refid>lov/2001-01-01-1</refid></metadata><main>
            <section><heading>\(text)</heading></section></main></lovdata>
            """)
        let chapter = try #require(sink.nodes.last)
        #expect(chapter.properties["number"] ?? "''" == "'\(number)'")
        #expect(chapter.properties["heading"] ?? "''" == "'\(words)'")
    }

    @Test func tellsFutureSectionsFromThoseInForce() throws {
        let sink = try read(
            """
            <html><body><dl class="data-document-key-info"><dd class="refid">lov/1-1</dd></dl>
            <main><article class="futureLegalArticle" data-name="§2"><span
            class="futureLegalArticleHeader"><span class="legalArticleValue">§ 2</span>.
            <span class="legalArticleTitle">Siden</span></span><article class="legalP">x</article>
            </article></main></body></html>
            """)
        #expect(
            sink.nodeTexts.dropFirst() == [
                "lov/1-1/§2:FutureProvision:Provision:Section{heading='Siden',id='lov/1-1/§2',"
                    + "kind='section',number='§ 2'}",
                "lov/1-1/§2/ledd1:Paragraph:Provision{id='lov/1-1/§2/ledd1',kind='paragraph',"
                    + "number='1',text='x'}",
            ])
    }

    // MARK: - faults

    @Test func knowsItsFiles() {
        func likelihood(_ text: String) -> Likelihood {
            LovdataImporter().likelihood(of: Sample(fileName: "a.xml", head: Array(text.utf8)))
        }
        #expect(likelihood(Self.page) == .certain)
        #expect(likelihood("<lovdata/>") == .certain)
        #expect(likelihood("<html><body><p>Lovdata</p></body></html>") == .no)
        #expect(likelihood("<graphml/>") == .no)
        #expect(likelihood("lov/2001") == .no)
    }

    @Test(arguments: [
        ("<law/>", "NotLovdata", 1, 1), ("<lovdata>\n</lovdata>", "NoDocument", 1, 0),
        ("<lovdata>\n<metadata><refid>x</refid>", "MalformedXML", 2, 27),
        ("<lovdata>\n <metadata/></lovdata>", "MissingIdentification", 2, 2),
        (
            "<lovdata><metadata><refid>lov/1</refid>\n<dateInForce>2001-02-30</dateInForce></metadata></lovdata>",
            "InvalidDate", 2, 1
        ),
        ("<html><body><p>&nbsp;</p></body></html>", "UndefinedEntity", 1, 22),
    ])
    func refuses(_ text: String, _ code: String, _ line: Int, _ column: Int) {
        var options = ImportOptions()
        options.importer = "lovdata"
        let found = #expect(throws: ImportFailure.self) {
            try ImportSession(registry: ImporterRegistry([LovdataImporter()])).load(
                files: [InputFile(name: "a.xml", bytes: Array(text.utf8))], options: options)
        }
        #expect(found?.diagnostic.code == code)
        #expect(found?.diagnostic.place?.line == line)
        #expect(found?.diagnostic.place?.column == column)
        #expect(found?.diagnostic.exitStatus == 65)
    }

    @Test func toleratesWhatCanBeUnderstood() throws {
        let sink = try read(
            """
            <lovdata><main><article class="legalArticle" data-name="§1"><legalP>Se
            <a href="#ingen">her</a>.</legalP></article></main></lovdata>
            """)
        #expect(sink.diagnostics.map(\.code) == ["MissingMetadata", "UnknownReference"])
        #expect(sink.diagnostics.last?.place?.line == 2)
        #expect(sink.diagnostics.last?.place?.column == 10)
        #expect(sink.errors.isEmpty)
        #expect(sink.nodes.map(\.identifier) == ["a.xml", "a.xml/§1", "a.xml/§1/ledd1"])
    }

    // MARK: - the public files

    private func load(_ name: String) throws -> LoadedGraph {
        try ImportSession(registry: ImporterRegistry([LovdataImporter()]))
            .load([(Corpus.folder ?? "") + "/lovdata/digdir-lovdata-mcp/\(name).fixture.xml"])
    }

    @Test(
        .enabled(if: Corpus.isThere, "\(Corpus.absence)"),
        arguments: [
            (
                "lov-2018-06-15-38", 10, 9,
                [
                    "LegalInstrument": 1, "Law": 1, "Chapter": 2, "Section": 2, "Paragraph": 2,
                    "Provision": 6, "Actor": 1, "Concept": 1, "CitedDocument": 1,
                ]
            ),
            (
                "forskrift-2024-01-01-1", 7, 6,
                [
                    "LegalInstrument": 1, "Regulation": 1, "Section": 2, "Paragraph": 2,
                    "Provision": 4, "Actor": 1, "Concept": 1,
                ]
            ),
        ])
    func readsThePublicFiles(
        _ name: String, _ nodes: Int, _ edges: Int, _ labels: [String: Int]
    ) throws {
        let summary = try load(name).summary
        #expect(summary.importer == "lovdata")
        #expect(summary.nodes == nodes)
        #expect(summary.edges == edges)
        for (label, count) in labels {
            #expect(summary.labels.first { $0.name == label }?.count == count, "\(label)")
        }
        #expect(summary.diagnostics.isEmpty)
    }

    @Test(.enabled(if: Corpus.isThere, "\(Corpus.absence)"))
    func aSectionOfThePublicLaw() throws {
        let path =
            (Corpus.folder ?? "")
            + "/lovdata/digdir-lovdata-mcp/lov-2018-06-15-38.fixture.xml"
        let sink = RecordingSink()
        let file = InputFile(name: path, content: try FileContent(path: path))
        try LovdataImporter().read(ImportInput(files: [file]), into: sink)
        let law = try #require(sink.nodes.first)
        #expect(law.identifier == "lov/2018-06-15-38")
        #expect(law.properties["validFrom"] == day("2018-07-20"))
        #expect(law.properties["lastChangeInForce"] == day("2024-01-01"))
        let section = try #require(sink.nodes.first { $0.identifier == "lov/2018-06-15-38/§2" })
        #expect(section.properties["number"] == "'§ 2'")
        #expect(section.line == 25)
        #expect(
            sink.relationshipTexts.contains(
                "lov/2018-06-15-38/§2-PART_OF->"
                    + "lov/2018-06-15-38/KAPITTEL_2"))
        #expect(sink.relationshipTexts.contains("lov/2018-06-15-38-AMENDED_BY->lov/2023-12-20-108"))
    }

    /// What grows must not be looked through again and again.
    @Test func readsManyChanges() throws {
        let many = 3_000
        let links = (0..<many).map { "<a href=\"lov/\($0)\">\($0)</a> (ikr. 1 jan 2006), " }
            .joined()
        let law = """
            <lovdata><metadata><refid>lov/x</refid></metadata><article class="legalArticle"
            data-name="§1"><article class="changesToParent">Endret ved lover \(links)</article>
            </article></lovdata>
            """
        let changes = try read(law).relationships
        #expect(changes.filter { $0.properties["change"] == "'amended'" }.count == many)
    }
}
