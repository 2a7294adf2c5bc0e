import AkomaNtoso
import GraphLoading
import GraphModel
import GraphStore
import ImporterKit
import Testing

/// What must come of the public Akoma Ntoso files.
@Suite struct AkomaNtosoCorpusTests {
    struct Expected: Sendable, CustomTestStringConvertible {
        let path: String
        let nodes: Int
        let relationships: Int
        let labels: [String: Int]
        var testDescription: String { path }
    }

    private static let old = "ris-norms/1964-08-05/1/deu/"
    private static let new = "ris-norms/2017-03-15/1/deu/"
    private static let law = [
        "Act": 1, "LegalInstrument": 1, "Article": 2, "Paragraph": 3, "Item": 2, "Provision": 7,
        "TextPart": 3, "Event": 2,
    ]
    private static let change = [
        "Act": 1, "LegalInstrument": 1, "Article": 2, "Paragraph": 2, "Point": 1, "Provision": 5,
        "TextPart": 3, "Event": 2, "CitedDocument": 2,
    ]
    private static let collection = ["DocumentCollection": 1, "CitedDocument": 1, "Work": 2]

    static let expected = [
        Expected(
            path: "akomantoso-lib/akomantoso_doc_30release_fail.xml", nodes: 15,
            relationships: 13, labels: ["Doc": 1, "Item": 2, "Role": 2, "CitedDocument": 2]),
        Expected(
            path: "legaldocml-akomantoso/eu_COM(2013)0619_EN-8.xml", nodes: 402,
            relationships: 548,
            labels: [
                "DocumentCollection": 1, "Doc": 2, "Bill": 1, "Chapter": 9, "Article": 24,
                "Paragraph": 32, "Subparagraph": 9, "Point": 43, "Alinea": 6, "Item": 39,
                "Recital": 36, "Citation": 5, "Note": 31, "Tblock": 37,
            ]),
        Expected(
            path: "legaldocml-akomantoso/za_Judgement_2008-11-26.xml", nodes: 77,
            relationships: 97,
            labels: ["Judgment": 1, "Item": 22, "Motivation": 1, "Decision": 1, "Event": 3]),
        Expected(
            path: old + "1964-08-05/anlage-regelungstext-1.xml", nodes: 15, relationships: 15,
            labels: ["Doc": 1, "Note": 6, "Event": 2]),
        Expected(
            path: old + "1964-08-05/rechtsetzungsdokument-1.xml", nodes: 11, relationships: 11,
            labels: ["DocumentCollection": 1, "CitedDocument": 3, "Note": 2]),
        Expected(
            path: old + "1964-08-05/regelungstext-verkuendung-1.xml", nodes: 20,
            relationships: 20, labels: law.merging(["Note": 2]) { $1 }),
        Expected(
            path: old + "2017-03-15/rechtsetzungsdokument-1.xml", nodes: 7, relationships: 7,
            labels: collection),
        Expected(
            path: old + "2017-03-15/regelungstext-verkuendung-1.xml", nodes: 18,
            relationships: 18, labels: law),
        Expected(
            path: old + "2999-12-31/rechtsetzungsdokument-1.xml", nodes: 7, relationships: 7,
            labels: collection),
        Expected(
            path: old + "2999-12-31/regelungstext-verkuendung-1.xml", nodes: 18,
            relationships: 18, labels: law),
        Expected(
            path: new + "2022-08-23/rechtsetzungsdokument-1.xml", nodes: 7, relationships: 7,
            labels: collection),
        Expected(
            path: new + "2022-08-23/regelungstext-verkuendung-1.xml", nodes: 18,
            relationships: 19, labels: change),
        Expected(
            path: new + "2999-12-31/rechtsetzungsdokument-1.xml", nodes: 7, relationships: 7,
            labels: collection),
        Expected(
            path: new + "2999-12-31/regelungstext-verkuendung-1.xml", nodes: 18,
            relationships: 19, labels: change),
        Expected(
            path: "ris-norms/2017-03-16/1/deu/2017-03-15/rechtsetzungsdokument-1.xml", nodes: 7,
            relationships: 7, labels: collection),
        Expected(
            path: "ris-norms/2017-03-16/1/deu/2017-03-15/regelungstext-verkuendung-1.xml",
            nodes: 18, relationships: 18, labels: law),
    ]

    private func load(_ path: String) throws -> LoadedGraph {
        try ImportSession(registry: ImporterRegistry([AkomaNtosoImporter()]))
            .load([(Corpus.folder ?? "") + "/akomantoso/" + path])
    }

    @Test(.enabled(if: Corpus.isThere, "\(Corpus.absence)"), arguments: expected)
    func readsThePublicFiles(_ expected: Expected) throws {
        let summary = try load(expected.path).summary
        #expect(summary.importer == "akoma-ntoso")
        #expect(summary.nodes == expected.nodes)
        #expect(summary.edges == expected.relationships)
        for (label, count) in expected.labels {
            #expect(summary.labels.first { $0.name == label }?.count == count, "\(label)")
        }
    }

    @Test(.enabled(if: Corpus.isThere, "\(Corpus.absence)"))
    func aParagraphOfThePublicLaw() throws {
        let graph = try load(Self.old + "2017-03-15/regelungstext-verkuendung-1.xml").graph
        let view = GraphView(base: graph)
        func find(_ id: String) throws -> [String: String] {
            let key = try #require(view.keyID("id"))
            let node = try #require(
                (0..<UInt32(graph.nodeCount)).first {
                    RecordingSink.text(view.property(node: $0, key: key))?.hasSuffix(id + "'")
                        == true
                })
            var properties: [String: String] = [:]
            for (key, value) in view.nodeProperties(node) {
                properties[view.keyName(key)] = RecordingSink.text(value)
            }
            return properties
        }
        let article = try find("#art-z20")
        #expect(article["number"] == "'§ 20'")
        #expect(
            article["validFrom"] == ValueText.parse(.date, "1964-09-21").flatMap(RecordingSink.text)
        )
        #expect(article["sources"] == "['regelungstext-verkuendung-1.xml#L201']")
        let paragraph = try find("#art-z20_abs-z1")
        #expect(paragraph["number"] == "'(1)'")
        #expect(paragraph["text"]?.hasPrefix("'Wer\nwird ") == true)
        #expect(try find("#art-z20_abs-z1_inhalt-n1_liste-n1_listenelem-n2")["number"] == "'2.'")
        #expect(try find("regelungstext-verkuendung-1")["title"] != nil)
    }
}
