import Exporters
import GraphModel
import Testing

@Suite struct FormatTests {
    private static func text(
        _ nodes: [Samples.Node], _ edges: [Samples.Edge], _ name: String, profile: String? = nil
    ) throws -> String {
        try ExporterTests.export(try Samples.graph(nodes, edges), name, profile: profile)
            .output.text
    }

    private static let stages: [Samples.Node] = [
        .init(
            id: .string("st:2"), labels: ["Stage"],
            properties: [
                ("track", .string("criminal")), ("order", .integer(2)),
                ("name_nb", .string("Avhør & rett")),
            ]),
        .init(
            id: .string("st:1"), labels: ["Stage"],
            properties: [
                ("track", .string("criminal")), ("order", .integer(1)),
                ("name_nb", .string("Anmeldelse")),
            ]),
    ]

    @Test func dotGroupsStagesInOrder() throws {
        let text = try Self.text(Self.stages, [.init(type: "PRECEDES", from: 1, to: 0)], "dot")
        let first = try #require(text.range(of: "\"st:1\" ["))
        let second = try #require(text.range(of: "\"st:2\" ["))
        #expect(first < second)
        #expect(text.contains("subgraph \"cluster_criminal\" {"))
        #expect(text.contains("label=\"Avhør &amp; rett\""))
        let flat = try Self.text(Self.stages, [], "dot", profile: "gephi")
        #expect(!flat.contains("subgraph"))
    }

    @Test func dotKeepsTextsShort() throws {
        let long = String(repeating: "\\\"å", count: 20_000)
        let text = try Self.text(
            [.init(id: .string("a"), properties: [("width", .string(long))])], [], "dot")
        let longest = text.split(separator: "\n").map(\.utf8.count).max() ?? 0
        #expect(longest < 17_000)
        #expect(text.contains("\"data_width\"=\""))
    }

    @Test func gexfTurnsValidityIntoInclusiveDays() throws {
        let nodes: [Samples.Node] = [
            .init(id: .string("a"), properties: [("validFrom", .string("2003"))]),
            .init(id: .string("b"), properties: [("validTo", .string("2015-10-01"))]),
        ]
        let edge = Samples.Edge(
            type: "T", from: 0, to: 1, properties: [("validFrom", .string("1999-05"))])
        let text = try Self.text(nodes, [edge, edge], "gexf")
        #expect(text.contains("mode=\"dynamic\" timeformat=\"date\""))
        #expect(text.contains("<node id=\"a\" label=\"a\" start=\"2003-01-01\">"))
        #expect(text.contains("<node id=\"b\" label=\"b\" end=\"2015-09-30\">"))
        let bounds = "label=\"T\" start=\"2003-01-01\" end=\"2015-09-30\""
        #expect(text.contains("kind=\"T\" type=\"directed\" \(bounds)"))
        #expect(text.contains("kind=\"T 2\" type=\"directed\" \(bounds)"))
        let plain = try Self.text(nodes, [edge], "gexf", profile: "plain")
        #expect(plain.contains("mode=\"static\""))
    }

    @Test func rdfUsesStandardTerms() throws {
        let nodes: [Samples.Node] = [
            .init(
                id: .string("p u"), labels: ["Actor"],
                properties: [
                    ("name_nb", .string("PU \"x\"\n")), ("sources", .list([.string("src:p#L5")])),
                    ("at", .localTime(try LocalTime(parsing: "10:00"))),
                ]),
            .init(id: .string("s:1"), labels: ["Service"]),
            .init(id: .string("src:p"), labels: ["Source"]),
        ]
        let edge = Samples.Edge(
            type: "PROVIDES", from: 0, to: 1, properties: [("validTo", .string("2016"))])
        let text = try Self.text(nodes, [edge], "ntriples")
        let actor = "<urn:veiviser:node:p%20u>"
        let wanted = [
            "\(actor) <http://www.w3.org/2004/02/skos/core#prefLabel> \"PU \\\"x\\\"\\n\"@nb .",
            "\(actor) <http://purl.org/dc/terms/source> <urn:veiviser:node:src:p#L5> .",
            "<urn:veiviser:node:s:1> <http://data.europa.eu/m8g/hasCompetentAuthority> \(actor) .",
            "<urn:veiviser:relationship:0> <http://schema.org/validThrough> "
                + "\"2015-12-31\"^^<http://www.w3.org/2001/XMLSchema#date> .",
            "\(actor) <urn:veiviser:term:at> "
                + "\"10:00:00\"^^<http://www.w3.org/2001/XMLSchema#time> .",
        ]
        let lines = Set(text.split(separator: "\n").map(String.init))
        for line in wanted { #expect(lines.contains(line), "\(line)") }
        let turtle = try Self.text(nodes, [edge], "turtle")
        #expect(
            turtle.contains("<urn:veiviser:node:s:1> a vv:Service ,\n        cpsv:PublicService"))
    }

    @Test func mermaidEscapes() throws {
        let text = try Self.text(
            [.init(id: .string("end"), properties: [("name", .string("a \"b\" (#1) <i>"))])],
            [.init(type: "x|y", from: 0, to: 0)], "mermaid")
        #expect(text.contains("n0[\"a #quot;b#quot; (#35;1) #lt;i#gt;\"]"))
        #expect(text.contains("n0 -->|\"x|y\"| n0"))
    }

    @Test func cypherEscapesNamesAndNumbers() throws {
        let text = try Self.text(
            [
                .init(
                    id: .string("o'clock"), labels: ["Imported", "A `b`"],
                    properties: [("f", .float(.nan))])
            ], [.init(type: "IS SO", from: 0, to: 0)], "cypher")
        #expect(text.contains("CREATE (n:Imported_:`A ``b```:Imported)"))
        #expect(text.contains("f: (0.0 / 0.0), id: 'o\\'clock'"))
        #expect(text.contains("CREATE (a)-[r:`IS SO`]->(b)"))
        #expect(text.hasSuffix("DROP INDEX veiviser_import IF EXISTS;\n"))
    }

    @Test func pageNeedsNothingElse() throws {
        let text = try Self.text(
            [.init(id: .string("<script>"), labels: ["A&B"])],
            [.init(type: "T", from: 0, to: 0)], "html")
        #expect(!text.contains("<script"))
        #expect(text.contains("A&amp;B (1)"))
        let table = try #require(text.range(of: "<table>"))
        let picture = try #require(text.range(of: "<svg"))
        #expect(table < picture)
    }

    @Test func drawsPictures() throws {
        let graph = try Samples.oddNames()
        let png = try #require(try ExporterTests.export(graph, "png").output.parts.first)
        #expect(png.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let svg = try ExporterTests.export(graph, "svg").output.text
        #expect(svg.contains("</svg>"))
    }
}

extension String {
    /// The position of a text in the text.
    fileprivate func range(of part: String) -> Index? {
        var at = startIndex
        while at < endIndex {
            if self[at...].hasPrefix(part) { return at }
            at = index(after: at)
        }
        return nil
    }
}
