import CSV
import DOT
import Fuzzing
import HSDS
import ImporterKit
import JSONGraph

extension SpoiltFileTests {
    /// Tables: the dialects of Neo4j, LSQB, Gephi, plain ones, and HSDS.
    static let tableSubjects = [
        FuzzSubject(
            "csv", CSVImporter(),
            CSVTests.cases.map { FuzzInput($0.files, options: $0.options) } + encodings
                + Corpus.small("csv_graph"),
            pieces: cellPieces, ordinaryCount: 800),
        FuzzSubject(
            "hsds-tables", HSDSImporter(), hsdsTables + Corpus.small("hsds", ending: "csv"),
            pieces: cellPieces + ["service_id", "id,", "2023-03-15T10:30:45.123Z", "parent_id"]),
        FuzzSubject(
            "hsds-objects", HSDSImporter(),
            [FuzzInput(hsdsObject, name: "service.json")] + Corpus.small("hsds", ending: "json"),
            pieces: jsonPieces + ["\"contents\":[", "\"phones\":[{", "\"id\":\"a\","]),
    ]

    private static let cellPieces = [
        ",", ";", "|", "\t", "\"", "\"\"", "'", "\n", "\r\n", "\r", "sep=;", "#", ":ID", ":LABEL",
        ":START_ID", ":END_ID(A)", ":TYPE", "int", ":date", "[]", "Source", "Target", "Weight",
        "2018-06-15", "1e5", "true", "id:ID(A)", ":", "(", ")", "\"a\nb\"", "1|2\n",
    ]

    private static let encodings = ["latin-1", "windows-1252", "utf-8"].map {
        FuzzInput("id:ID,n\n1,å\n2,\"x\"\n", name: "T.csv", options: ["encoding": $0])
    }

    private static let hsdsTables = [
        FuzzInput([
            ("organizations.csv", "id,name,parent_organization_id\no1,Org,\no2,Part,o1\n"),
            (
                "services.csv",
                "id,organization_id,name,minimum_age,last_modified\ns1,o1,\"Help, now\",12,2023-03-15T10:30:45.123Z\n"
            ), ("phones.csv", "id,service_id,location_id,number\np1,s1,,112\n"),
            ("cost_options.csv", "id,service_id,valid_from,amount\nc1,s1,2020-01-01,35.5\n"),
            ("taxonomy_terms.csv", "id,parent_id,taxonomy_id\nt1,,x\nt2,t1,\n"),
            ("attributes.csv", "id,link_id,taxonomy_term_id,link_entity\na1,s1,t1,service\n"),
        ]),
        FuzzInput([
            (
                "datapackage.json",
                "{\"resources\": [{\"name\": \"services\", \"path\": \"data/a.csv\"}]}"
            ), ("a.csv", "id,name\n1,a\n"),
        ]),
    ]

    private static let hsdsObject = """
        {"id": "s1", "name": "Help", "status": "active",
         "organization": {"id": "o1", "name": "Org", "phones": [{"id": "p1", "number": "112"}]},
         "phones": [{"id": "p1", "number": "112"}, {"id": "p1"}],
         "attributes": [{"id": "a1", "taxonomy_term": {"id": "t1", "taxonomy_detail": {"id": "x"}}}],
         "service_at_locations": [{"id": "l", "location": {"id": "place", "latitude": 59.9}}]}
        """

    // MARK: graphs

    static let graphSubjects = [
        // Node-link, D3, Cytoscape, JGF and Cypher lines.
        FuzzSubject(
            "json-graph", JSONGraphImporter(),
            JSONGraphTests.cases.map { FuzzInput($0.text, name: "t.json") },
            pieces: jsonPieces + [
                "\"nodes\":", "\"edges\":[", "\"links\":[", "\"source\":1,", "\"target\":\"b\"",
                "\"elements\":{", "\"data\":{\"id\":\"a\"}", "\"graphs\":[", "\"hyperedges\":[{}]",
                "{\"type\":\"node\",\"id\":\"0\"}\n", "\"start\":{\"id\":\"0\"}", "\"metadata\":{",
            ], ordinaryCount: 800),
        FuzzSubject(
            "dot", DOTImporter(),
            DOTTests.cases.map { FuzzInput($0.text, name: "t.dot") } + Corpus.small("dot"),
            pieces: [
                "{", "}", "[", "]", "->", "--", "\"", "<", ">", ";", ",", "=", ":", "/*", "*/",
                "//", "#", "\\", "\\\n", "graph", "digraph", "strict ", "subgraph x {", "node",
                "edge [", "a:n:s", "<<b>", "\"a\" + \"b\"", " key=x", "-", ".", "&amp;", "&#0;",
                "/**/", "%", "label=<", "\\N", "charset=latin1",
            ]),
        FuzzSubject(
            "plugin-messages", RecordedPlugin(),
            RecordedPlugin.samples.map { FuzzInput($0, name: "t.\(RecordedPlugin.ending)") },
            pieces: jsonPieces + [
                "\n", "\"type\":\"node\"", "\"type\":\"done\"}\n", "{\"type\":\"progress\",",
                "\"line\":1", "\"column\":99", "\"file\":\"x\"", "\"subject\":\"_:\"", "\"id\":",
                "{\"type\":\"schema\",\"labels\":[\"X\"]}\n", "\"properties\":{\"a\":",
            ]),
    ]

    private static let jsonPieces = [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "\\udc00", "null", "true",
        "1e999", "-", "0x", "{}", "[[[[", "\"a\":", "{\"a\":1}", "[1,\"a\",null]", "\"\"", "\\n",
        "\"id\":null,", "\"labels\":[1]", "//", "'", "\"type\":", "1.0", "\"directed\":false,",
    ]
}
