import CSV
import GraphLoading
import GraphModel
import HSDS
import ImporterKit
import JSONGraph
import Testing

@Suite struct HSDSTests {
    @Test func readsTables() throws {
        let sink = try RecordingSink.read(
            HSDSImporter(),
            files: [
                ("organizations.csv", "id,name,parent_organization_id\no1,Org,\no2,Part,o1\n"),
                (
                    "services.csv",
                    "id,organization_id,name,minimum_age,last_modified\ns1,o1,\"Help, now\",12,2023-03-15T10:30:45.123Z\n"
                ),
                ("phones.csv", "id,service_id,location_id,number\np1,s1,,112\n"),
                ("cost_options.csv", "id,service_id,valid_from,amount\nc1,s1,2020-01-01,35.5\n"),
                ("required_documents.csv", "id,service_id,document\nd1,s1,ID\n"),
                ("taxonomy_terms.csv", "id,parent_id,taxonomy_id\nt1,,x\nt2,t1,\n"),
                (
                    "attributes.csv",
                    "id,link_id,taxonomy_term_id,link_entity\na1,s1,t1,service\n"
                ),
            ])
        #expect(
            sink.nodeTexts == [
                "o1:Actor:Organization{id='o1',name='Org'}",
                "o2:Actor:Organization{id='o2',name='Part'}",
                "s1:Service{id='s1',last_modified=DateTime,minimum_age=12,name='Help, now'}",
                "p1:Phone{id='p1',number='112'}",
                "c1:CostOption{amount=35.5,id='c1',validFrom=18262d}",
                "d1:Condition:RequiredDocument{document='ID',id='d1'}",
                "t1:Concept:TaxonomyTerm{id='t1',taxonomy_id='x'}",
                "t2:Concept:TaxonomyTerm{id='t2'}",
                "a1:Attribute{id='a1',link_entity='service',link_id='s1'}",
            ])
        #expect(
            sink.relationshipTexts == [
                "o2-PART_OF->o1", "o1-PROVIDES->s1", "s1-HAS_PHONE->p1", "s1-HAS_COST_OPTION->c1",
                "s1-REQUIRES->d1", "t2-PART_OF->t1", "a1-HAS_TERM->t1", "s1-HAS_ATTRIBUTE->a1",
            ])
        #expect(sink.diagnostics.map(\.code) == ["MissingReference"])
        #expect(sink.diagnostics.first?.place?.line == 2)
        #expect(sink.diagnostics.first?.place?.column == 5)
    }

    @Test func readsNestedObjects() throws {
        let text = """
            {"id": "s1", "name": "Help", "status": "active",
             "organization": {"id": "o1", "name": "Org", "phones": [{"id": "p1", "number": "112"}]},
             "phones": [{"id": "p1", "number": "112"}, {"id": "p1"}],
             "attributes": [{"id": "a1", "taxonomy_term": {"id": "t1", "taxonomy_detail": {"id": "x"}}}],
             "service_at_locations": [{"id": "l", "location": {"id": "place", "latitude": 59.9}}]}
            """
        let sink = try RecordingSink.read(HSDSImporter(), text, name: "service_full.json")
        #expect(
            sink.nodeTexts == [
                "s1:Service{id='s1',name='Help',status='active'}",
                "o1:Actor:Organization{id='o1',name='Org'}", "p1:Phone{id='p1',number='112'}",
                "a1:Attribute{id='a1'}", "t1:Concept:TaxonomyTerm{id='t1'}", "x:Taxonomy{id='x'}",
                "l:ServiceAtLocation{id='l'}", "place:Location{id='place',latitude=59.9}",
            ])
        #expect(
            sink.relationshipTexts == [
                "o1-HAS_PHONE->p1", "o1-PROVIDES->s1", "s1-HAS_PHONE->p1", "t1-IN_TAXONOMY->x",
                "a1-HAS_TERM->t1", "s1-HAS_ATTRIBUTE->a1", "place-HAS_SERVICE_AT_LOCATION->l",
                "s1-HAS_SERVICE_AT_LOCATION->l",
            ])
        #expect(sink.diagnostics.isEmpty)
    }

    @Test func readsPages() throws {
        let text =
            "{\"total_items\": 2, \"contents\": [\n{\"id\": 1, \"name\": \"a\"},\n{\"id\": 2}]}"
        let sink = try RecordingSink.read(HSDSImporter(), text, name: "taxonomy_list.json")
        #expect(sink.nodeTexts == ["1:Taxonomy{id='1',name='a'}", "2:Taxonomy{id='2'}"])
        #expect(sink.nodes.map(\.line) == [2, 3])
    }

    @Test(arguments: ["[", "7", "{\"id\": 1", "{\"id\": 1} x"])
    func refuses(_ text: String) {
        let fault = #expect(throws: Diagnostic.self) {
            try RecordingSink.read(HSDSImporter(), text, name: "service.json")
        }
        #expect(fault?.code == "InvalidJSON")
        #expect(fault?.place?.line == 1)
    }

    @Test func badDataPackageIsAWarning() throws {
        let sink = try RecordingSink.read(
            HSDSImporter(),
            files: [("datapackage.json", "../x.json"), ("services.csv", "id,name\n1,a\n")])
        #expect(sink.diagnostics.map(\.code) == ["BadDataPackage"])
        #expect(sink.diagnostics.first?.severity == .warning)
        #expect(sink.nodes.count == 1)
    }

    @Test func dataPackageNamesTables() throws {
        let package = "{\"resources\": [{\"name\": \"services\", \"path\": \"data/a.csv\"}]}"
        let sink = try RecordingSink.read(
            HSDSImporter(), files: [("datapackage.json", package), ("a.csv", "id,name\n1,a\n")])
        #expect(sink.nodeTexts == ["1:Service{id='1',name='a'}"])
    }

    @Test(.enabled(if: Corpus.isThere, "\(Corpus.absence)"), arguments: ["", "/datapackage.json"])
    func readsThePublishedPackage(_ name: String) throws {
        let session = ImportSession(
            registry: ImporterRegistry([CSVImporter(), JSONGraphImporter(), HSDSImporter()]))
        let path = (Corpus.folder ?? "") + "/hsds/specification/csv" + name
        let loaded = try session.load([path])
        #expect(loaded.summary.importer == "hsds")
        #expect(loaded.summary.nodes == 21)
        #expect(loaded.summary.types.contains { $0.name == "PROVIDES" && $0.count == 1 })
    }

    @Test(
        .enabled(if: Corpus.isThere, "\(Corpus.absence)"),
        arguments: [
            ("service_full", "Service"), ("organization_full", "Actor"), ("location", "Location"),
            ("service_at_location_full", "ServiceAtLocation"), ("taxonomy_term", "Concept"),
            ("service_list", "Service"), ("organization_list", "Actor"), ("taxonomy", "Taxonomy"),
            ("service_at_location_list", "ServiceAtLocation"), ("taxonomy_list", "Taxonomy"),
            ("taxonomy_term_list", "Concept"), ("tabular", "Service"),
        ])
    func readsThePublishedExamples(_ name: String, _ label: String) throws {
        let session = ImportSession(
            registry: ImporterRegistry([CSVImporter(), JSONGraphImporter(), HSDSImporter()]))
        let path = (Corpus.folder ?? "") + "/hsds/specification/examples/\(name).json"
        let loaded = try session.load([path])
        #expect(loaded.summary.importer == "hsds")
        #expect(loaded.summary.labels.contains { $0.name == label && $0.count >= 1 })
    }
}
