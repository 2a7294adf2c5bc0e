import GraphModel
import ImporterKit
import RDF
import Testing

/// What public services become: the terms of CPSV-AP and its like in the schema of the guide.
@Suite struct RDFVocabularyTests {
    static let prefixes = """
        @prefix cpsv: <http://purl.org/vocab/cpsv#> . @prefix cv: <http://data.europa.eu/m8g/> .
        @prefix cpsvno: <https://data.norge.no/vocabulary/cpsvno#> .
        @prefix eli: <http://data.europa.eu/eli/ontology#> . @prefix e: <http://e/> .
        @prefix dct: <http://purl.org/dc/terms/> . @prefix org: <http://www.w3.org/ns/org#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        @prefix s: <http://schema.org/> . @prefix ss: <https://schema.org/> .

        """

    /// Relationships between `e:a` and `e:b` by the predicate that makes them.
    @Test(arguments: [
        ("cv:hasCompetentAuthority", "b-PROVIDES->a"), ("cv:ownedBy", "b-PROVIDES->a"),
        ("cv:serviceProvider", "b-PROVIDES->a"), ("ss:provider", "b-PROVIDES->a"),
        ("cpsv:provides", "a-PROVIDES->b"), ("cv:hasLegalResource", "a-GROUNDED_IN->b"),
        ("cv:hasFormalFramework", "a-GROUNDED_IN->b"), ("cpsv:follows", "a-GROUNDED_IN->b"),
        ("cpsv:implements", "a-GROUNDED_IN->b"), ("cv:holdsRequirement", "a-REQUIRES->b"),
        ("cv:isGroupedBy", "a-APPLIES_AT->b"), ("cpsvno:mayTriggerNeedFor", "b-APPLIES_AT->a"),
        ("cpsvno:mayTrigger", "b-APPLIES_AT->a"), ("cpsvno:mayInitiate", "b-APPLIES_AT->a"),
        ("dct:audience", "a-ADDRESSED_TO->b"), ("org:memberOf", "a-MEMBER_OF->b"),
        ("org:hasMember", "b-MEMBER_OF->a"), ("org:subOrganizationOf", "a-PART_OF->b"),
        ("eli:is_part_of", "a-PART_OF->b"), ("eli:has_part", "b-PART_OF->a"),
        ("skos:broader", "a-PART_OF->b"), ("skos:narrower", "b-PART_OF->a"),
        ("org:reportsTo", "a-REPORTS_TO->b"), ("org:purpose", "a-PURSUES->b"),
        ("dct:isReplacedBy", "a-REPLACED_BY->b"), ("dct:replaces", "b-REPLACED_BY->a"),
        ("eli:passed_by", "a-ISSUED_BY->b"), ("cv:hasChannel", "a-HAS_CHANNEL->b"),
        ("cv:hasContactPoint", "a-HAS_CONTACT_POINT->b"),
        ("cv:contactPoint", "a-HAS_CONTACT_POINT->b"), ("cpsv:hasInput", "a-hasInput->b"),
        ("cv:hasCost", "a-hasCost->b"),
    ])
    func relates(_ predicate: String, _ relationship: String) throws {
        let sink = try RecordingSink.read(
            RDFImporter(), Self.prefixes + "e:a \(predicate) e:b .", name: "x.ttl")
        let found = sink.relationshipTexts.map { text in
            text.split(separator: "http://e/").joined()
        }
        #expect(found == [relationship])
    }

    @Test(arguments: [
        ("cpsv:PublicService", "Service"), ("cpsvno:Service", "Service"),
        ("ss:GovernmentService", "Service"), ("cv:PublicOrganisation", "Actor"),
        ("org:FormalOrganization", "Actor"), ("org:OrganizationalCollaboration", "Group"),
        ("cv:Requirement", "Condition"), ("cv:Criterion", "Condition"),
        ("eli:LegalResource", "LegalInstrument"), ("cpsv:FormalFramework", "LegalInstrument"),
        ("eli:LegalResourceSubdivision", "Provision"), ("cpsv:Rule", "Provision"),
        ("cv:LifeEvent", "Stage"), ("cv:BusinessEvent", "Stage"), ("cv:Event", "Stage"),
        ("cv:Channel", "Channel"), ("s:ContactPoint", "ContactPoint"),
        ("cv:ContactPoint", "ContactPoint"), ("skos:Concept", "Concept"),
        ("cv:Evidence", "Evidence"), ("e:Thing", "Thing"),
    ])
    func labels(_ type: String, _ label: String) throws {
        let sink = try RecordingSink.read(
            RDFImporter(), Self.prefixes + "e:a a \(type) .", name: "x.ttl")
        #expect(sink.nodes.map(\.labels) == [[label]])
    }

    @Test(arguments: [
        ("dct:title \"x\"@nb", "name_nb", "'x'"), ("skos:prefLabel \"x\"@en", "name_en", "'x'"),
        ("skos:altLabel \"x\"", "aliases", "['x']"),
        ("skos:altLabel \"x\"@nb, \"y\"@en", "aliases", "['x', 'y']"),
        ("dct:description \"x\"@nn", "description_nn", "'x'"),
        ("cv:telephone \"1\" ; ss:telephone \"2\"", "telephone", "['1', '2']"),
        ("eli:first_date_entry_in_force \"2012\"^^xsd:gYear", "validFrom", "'2012'"),
        ("eli:date_no_longer_in_force \"2012-02-01\"^^xsd:date", "validTo", "'2012-02-01'"),
        ("s:validThrough \"2012-02-29\"^^xsd:date", "validTo", "'2012-03-01'"),
        ("s:validThrough \"2012-12-31T23:59:59\"^^xsd:dateTime", "validTo", "'2013-01-01'"),
        ("cv:sector \"x\"", "sector", "'x'"), ("cv:hasCost \"free\"", "hasCost", "'free'"),
    ])
    func keeps(_ statement: String, _ key: String, _ value: String) throws {
        let sink = try RecordingSink.read(
            RDFImporter(), Self.prefixes + "e:a \(statement) .", name: "x.ttl")
        #expect(sink.nodes.first?.properties[key] == value)
    }

    @Test func keepsItsHandsOffWhereAsked() throws {
        let text = Self.prefixes + "e:a a cpsv:PublicService ; dct:title \"x\" ; cv:ownedBy e:b ."
        let sink = try RecordingSink.read(
            RDFImporter(), text, name: "x.ttl", options: ["vocabulary": "none"])
        #expect(sink.nodes.first?.labels == ["PublicService"])
        #expect(sink.nodes.first?.properties["title"] == "'x'")
        #expect(sink.relationshipTexts == ["http://e/a-ownedBy->http://e/b"])
    }
}

/// The same over public files, against counts of their statements made with another library.
@Suite(.enabled(if: Corpus.isThere, "\(Corpus.absence)"))
struct RDFVocabularyCorpusTests {
    struct Expectation: Sendable, CustomTestStringConvertible {
        let path: String
        /// How many nodes have a name.
        let named: Int
        /// How many nodes have each of these labels, how many relationships each of these types.
        let labels: [String: Int]
        let types: [String: Int]

        init(_ path: String, named: Int, _ labels: String, _ types: String) {
            self.path = path
            self.named = named
            self.labels = Expectation.counts(labels)
            self.types = Expectation.counts(types)
        }

        var testDescription: String { path }

        private static func counts(_ text: String) -> [String: Int] {
            var result: [String: Int] = [:]
            for pair in text.split(separator: " ") {
                let parts = pair.split(separator: "=").map(String.init)
                result[parts[0]] = Int(parts[1])
            }
            return result
        }
    }

    static let expectations: [Expectation] = [
        .init("CPSV-AP/cpsv-ap.ttl", named: 1, "", ""),
        .init("CPSV-AP/cpsv-ap_rdf_schema_turtle_v1.03.ttl", named: 1, "", ""),
        .init(
            "CPSV-AP/example-rdf_public_service.ttl", named: 4,
            "Service=1 Actor=1 Condition=1 Channel=1 ContactPoint=1",
            "PROVIDES=1 REQUIRES=1 HAS_CHANNEL=1 HAS_CONTACT_POINT=1"),
        .init("cpsv-ap-no/cpsvno.ttl", named: 15, "Concept=3", "REPLACED_BY=3"),
        .init("cpsv-ap-no/exDeltagelseDatatilbyder.ttl", named: 0, "", ""),
        .init("cpsv-ap-no/exDokumentasjonDummy.ttl", named: 1, "", ""),
        .init("cpsv-ap-no/exDokumentreferanse.ttl", named: 0, "", ""),
        .init("cpsv-ap-no/exHendelse.ttl", named: 1, "Stage=1", "APPLIES_AT=1"),
        .init("cpsv-ap-no/exLivshendelse.ttl", named: 1, "Stage=1", "APPLIES_AT=1"),
        .init("cpsv-ap-no/exOffentligOrganisasjonHOD.ttl", named: 1, "Actor=1", ""),
        .init("cpsv-ap-no/exRegel.ttl", named: 1, "Provision=1", "GROUNDED_IN=1"),
        .init(
            "cpsv-ap-no/exRegulativRessursForvaltningslov.ttl", named: 1,
            "LegalInstrument=1",
            ""),
        .init("cpsv-ap-no/exTjenestekanalOnline.ttl", named: 0, "Channel=1", "PROVIDES=1"),
        .init("cpsv-ap-no/exTjenestekanalTjenestekontor.ttl", named: 0, "Channel=1", "PROVIDES=1"),
        .init("cpsv-ap-no/exTjenesteresultatDummy.ttl", named: 1, "", ""),
        .init("cpsv-ap-no/exVirksomhetshendelseDummy.ttl", named: 1, "Stage=1", ""),
        .init(
            "cpsv-ap_harvester/EstonianServices.rdf", named: 114,
            "Service=28 Actor=40 LegalInstrument=32 Stage=9 Channel=28 ContactPoint=5",
            "PROVIDES=65 GROUNDED_IN=50 APPLIES_AT=32 HAS_CHANNEL=33"),
        .init(
            "cpsv-ap_harvester/EstonianServices_2.rdf", named: 139,
            "Service=28 Actor=40 LegalInstrument=32 "
                + "Stage=10 Concept=22 Channel=28 ContactPoint=5",
            "PROVIDES=55 GROUNDED_IN=50 APPLIES_AT=32 HAS_CHANNEL=33"),
        .init(
            "cpsv-ap_harvester/FinnishServices.ttl", named: 26,
            "Service=13 Actor=3 Stage=9 Channel=8 ContactPoint=3",
            "PROVIDES=12 APPLIES_AT=15 HAS_CHANNEL=8 HAS_CONTACT_POINT=3"),
        .init(
            "cpsv-ap_harvester/FinnishServices_2.ttl", named: 43,
            "Service=13 Actor=3 Stage=9 Concept=12 Channel=8 ContactPoint=3",
            "PROVIDES=23 APPLIES_AT=15 HAS_CHANNEL=8 HAS_CONTACT_POINT=3"),
        .init(
            "cpsv-ap_harvester/FinnishServices_3.ttl", named: 5,
            "Service=1 Actor=1 Stage=1 Concept=1",
            "APPLIES_AT=1"),
        .init("dcat-ap-no/dcatno.ttl", named: 2, "", ""),
        .init(
            "fdk-testdata/DGM-test_ksf.ttl", named: 19,
            "Service=2 LegalInstrument=1 Provision=1 Stage=3 Concept=6 ContactPoint=3",
            "PROVIDES=2 GROUNDED_IN=3 APPLIES_AT=3 HAS_CONTACT_POINT=3"),
    ]

    private static let labels: Set<String> = [
        "Service", "Actor", "LegalInstrument", "Provision", "Stage", "Condition", "Concept",
        "Channel", "ContactPoint",
    ]
    private static let types: Set<String> = [
        "PROVIDES", "GROUNDED_IN", "REQUIRES", "APPLIES_AT", "REPLACED_BY", "PART_OF",
        "HAS_CHANNEL", "HAS_CONTACT_POINT",
    ]

    @Test(arguments: expectations)
    func maps(_ expected: Expectation) throws {
        let path = (Corpus.folder ?? "") + "/rdf_public_service/" + expected.path
        let sink = RecordingSink()
        let file = InputFile(name: path, content: try FileContent(path: path))
        try RDFImporter().read(ImportInput(files: [file]), into: sink)
        var labels: [String: Int] = [:]
        for label in sink.nodes.flatMap(\.labels) where Self.labels.contains(label) {
            labels[label, default: 0] += 1
        }
        var types: [String: Int] = [:]
        for relationship in sink.relationships where Self.types.contains(relationship.type) {
            types[relationship.type, default: 0] += 1
        }
        let named = sink.nodes.filter { node in
            node.properties.keys.contains { $0 == "name" || $0.hasPrefix("name_") }
        }
        #expect(labels == expected.labels)
        #expect(types == expected.types)
        #expect(named.count == expected.named)
    }
}
