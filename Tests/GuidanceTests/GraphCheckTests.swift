import CypherEngine
import Foundation
import GraphLoading
import GraphModel
import GraphStore
import GuideXML
import ImporterKit
import Testing

@testable import Guidance

@Suite struct GraphCheckTests {
    static let schema = GraphSchema(
        labels: GuideXMLImporter.labels,
        types: Dictionary(grouping: GuideXMLImporter.relationships, by: \.type).mapValues {
            $0.map { GraphSchema.Ends(from: $0.from, to: $0.to) }
        },
        confidences: Set(GuideXMLImporter.confidences))

    /// A small graph in which nothing is wrong.
    static let sound = """
        CREATE (:Source {id: 'src:page', kind: 'web-page', dated: '2025', file: 'page.txt',
                         sha256: 'abc', sources: ['src:page'], confidence: 'stated'}),
          (police:Actor {id: 'police', kind: 'police'}), (board:Actor {id: 'board', kind: 'board'}),
          (home:Actor {id: 'home', kind: 'ministry'}), (tell:Duty {id: 'd:tell', modality: 'obligation'}),
          (lawyer:Right {id: 'r:lawyer'}), (help:Service {id: 's:help'}), (cases:Concept {id: 'c:cases', kind: 'concept'}),
          (young:Condition {id: 'cond:young'}), (six:Concept {id: 'c:six', kind: 'duration'}),
          (one:Stage {id: 'st:one', track: 'criminal', order: 1}),
          (two:Stage {id: 'st:two', track: 'criminal', order: 2}),
          (three:Stage {id: 'st:three', track: 'return', order: 3}),
          (police)-[:HAS_DUTY {modality: 'obligation', stages: ['st:one'], conditions: ['cond:young']}]->(tell),
          (police)-[:HANDLES {role: ['receives']}]->(one),
          (board)-[:HANDLES {role: ['decides']}]->(one),
          (police)-[:REPORTS_TO {validFrom: '2011', validTo: '2015'}]->(board),
          (police)-[:REPORTS_TO {validFrom: '2015'}]->(home),
          (one)-[:DURATION {months: 6, validTo: '2015'}]->(six),
          (one)-[:DURATION {months: 6, validFrom: '2015'}]->(six),
          (police)-[:EXCLUDES]->(cases), (lawyer)-[:APPLIES_AT]->(one), (one)-[:PRECEDES]->(two),
          (two)-[:PRECEDES]->(three), (three)-[:PRECEDES]->(one)
        WITH count(*) AS made
        MATCH (n) WHERE n.sources IS NULL SET n.sources = ['src:page#L1'], n.confidence = 'stated'
        WITH count(*) AS made
        MATCH (n) SET n.name_nb = n.id, n.name_en = n.id
        WITH count(*) AS made
        MATCH ()-[f]->() SET f.sources = ['src:page#L2'], f.confidence = 'stated'
        """

    private func findings(
        _ changes: [String], _ change: (inout GraphCheck.Options) -> Void = { _ in }
    ) throws -> [Diagnostic] {
        let graph = Graph()
        let session = CypherEngine(graph: graph).session()
        for text in [Self.sound] + changes {
            _ = try session.run(text, options: QueryOptions(allowsWriting: true))
        }
        var options = GraphCheck.Options()
        options.today = try CalendarDate(year: 2026, month: 6, day: 1)
        change(&options)
        return GraphCheck(graph.snapshot().view, schema: Self.schema, options: options).findings()
    }

    @Test("A sound graph has no findings")
    func nothing() throws {
        #expect(try findings([]).map(\.message) == [])
        let lines: [Substring] = ["first", "second"]
        #expect(try findings([]) { $0.document = { _ in .lines(lines) } }.map(\.message) == [])
    }

    struct Break: Sendable, CustomTestStringConvertible {
        let code: String
        let severity: Diagnostic.Severity
        let cypher: String
        /// A word of the message or hint.
        let word: String
        var testDescription: String { "\(code): \(cypher)" }

        init(
            _ code: String, _ cypher: String, _ word: String,
            _ severity: Diagnostic.Severity = .error
        ) {
            self.code = code
            self.severity = severity
            self.cypher = cypher
            self.word = word
        }
    }

    private static let evidence = "sources: ['src:page#L1'], confidence: 'stated'"

    static let breaks = [
        Break("MissingId", "MATCH (n:Service) REMOVE n.id", "without an id"),
        Break("DuplicateId", "MATCH (n:Service) SET n.id = 'r:lawyer'", "'r:lawyer'"),
        Break("UnknownLabel", "MATCH (n:Service) SET n:Servise REMOVE n:Service", "'Service'"),
        Break("UnknownLabel", "MATCH (n:Service) REMOVE n:Service", "no label"),
        Break("MissingProperty", "MATCH (n {id: 'st:one'}) REMOVE n.track", "'track'"),
        Break("MissingProperty", "MATCH (n:Duty) REMOVE n.modality", "'modality'"),
        Break("UnknownConfidence", "MATCH (n:Right) SET n.confidence = 'sure'", "'sure'"),
        Break("UnknownConfidence", "MATCH ()-[f:HAS_DUTY]->() SET f.confidence = 'sure'", "'sure'"),
        Break(
            "UnknownRelationship",
            "MATCH (a:Actor {id: 'home'}), (s:Service) CREATE (a)-[:PROVIDE {\(evidence)}]->(s)",
            "'PROVIDES'"),
        Break(
            "UnknownRelationship",
            "MATCH (a:Right), (s:Service) CREATE (a)-[:PROVIDES {\(evidence)}]->(s)", "from Right"),
        Break("MissingName", "MATCH (n:Right) REMOVE n.name_en", "English"),
        Break("MissingName", "MATCH (n:Right) SET n.name_nb = ''", "Norwegian"),
        Break("MissingSource", "MATCH ()-[f:HAS_DUTY]->() REMOVE f.sources", "HAS_DUTY"),
        Break("MissingSource", "MATCH (n:Right) SET n.sources = []", "'r:lawyer'"),
        Break(
            "UnknownReference", "MATCH (n:Right) SET n.sources = ['src:pge#L1']", "'src:page'"),
        Break(
            "UnknownReference", "MATCH ()-[f:HAS_DUTY]->() SET f.sources = ['police#L1']",
            "no Source"),
        Break(
            "UnknownReference", "MATCH ()-[f:HAS_DUTY]->() SET f.stages = ['st:on']", "'st:one'"),
        Break(
            "UnknownReference", "MATCH ()-[f:HAS_DUTY]->() SET f.conditions = ['st:one']",
            "no Condition"),
        Break(
            "UnknownReference", "MATCH ()-[f:APPLIES_AT]->() SET f.until = 'st:thre'",
            "'st:three'"),
        Break("InvalidDate", "MATCH (n:Right) SET n.validFrom = '2011-13'", "'2011-13'"),
        Break("InvalidDate", "MATCH ()-[f:HAS_DUTY]->() SET f.validTo = 'now'", "'now'"),
        Break(
            "EmptyPeriod", "MATCH (n:Right) SET n.validFrom = '2011', n.validTo = '2011-01-01'",
            "before it begins"),
        Break(
            "OverlappingValidity",
            "MATCH ()-[f:DURATION {validFrom: '2015'}]->() "
                + "SET f.validFrom = '2014', f.validTo = '2016'", "said twice"),
        Break(
            "OverlappingValidity",
            "MATCH (a)-[f:HAS_DUTY]->(d) CREATE (a)-[g:HAS_DUTY]->(d) SET g = properties(f)",
            "same time"),
        Break(
            "OverlappingValidity",
            "MATCH ()-[f:DURATION {validFrom: '2015'}]->() SET f.validFrom = '2010'",
            "may overlap", .warning),
        Break(
            "TwoAtATime",
            "MATCH ()-[f:REPORTS_TO {validFrom: '2015'}]->() SET f.validFrom = '2014'",
            "one at a time"),
        Break(
            "TwoAtATime", "MATCH ()-[f:REPORTS_TO]->() REMOVE f.validFrom, f.validTo",
            "one at a time"),
        Break(
            "TwoAtATime",
            "MATCH (a {id: 'home'}), (s {id: 'st:one'}) "
                + "CREATE (a)-[:HANDLES {role: ['decides'], \(evidence)}]->(s)",
            "one at a time", .warning),
        Break(
            "TwoAtATime",
            "MATCH (s {id: 'st:one'}), (c {id: 'c:cases'}) "
                + "CREATE (s)-[:DURATION {\(evidence)}]->(c)", "one at a time", .warning),
        Break(
            "Contradiction",
            "MATCH (a {id: 'police'}), (c {id: 'c:cases'}) CREATE (a)-[:PURSUES {\(evidence)}]->(c)",
            "EXCLUDES"),
        Break(
            "Contradiction",
            "MATCH (s {id: 'st:one'}), (r:Right) CREATE (s)-[:EXCLUDES {\(evidence)}]->(r)",
            "APPLIES_AT"),
        Break(
            "Contradiction", "MATCH ()-[f:HAS_DUTY]->() SET f.modality = 'permission'",
            "obligation"),
        Break(
            "StageCycle",
            "MATCH (a {id: 'st:one'}), (b {id: 'st:two'}) CREATE (b)-[:PRECEDES {\(evidence)}]->(a)",
            "st:one → st:two"),
        Break(
            "Cycle",
            "MATCH (a {id: 'home'}), (b {id: 'police'}) CREATE (a)-[:PART_OF {\(evidence)}]->(b), "
                + "(b)-[:PART_OF {\(evidence)}]->(a)", "PART_OF"),
        Break("StageOrder", "MATCH (n {id: 'st:two'}) SET n.order = 1", "1 and 1", .warning),
        Break("OldSource", "MATCH (n:Source) SET n.dated = '2011/2014'", "24 months", .warning),
        Break("OldSource", "MATCH (n:Source) SET n.dated = '2024-05-31'", "24 months", .warning),
        Break("UndatedSource", "MATCH (n:Source) REMOVE n.dated", "no date", .note),
    ]

    @Test("What is wrong is found, with what to do", arguments: breaks)
    func finds(_ broken: Break) throws {
        let found = try findings([broken.cypher])
        let finding = try #require(found.first { $0.code == broken.code })
        #expect(finding.severity == broken.severity)
        let texts = [finding.message, finding.hint ?? ""] + finding.notes
        #expect(texts.contains { $0.contains(broken.word) }, "\(texts)")
        #expect(finding.hint != nil)
    }

    @Test(
        "What looks alike and is sound is not told of",
        arguments: [
            // The periods meet but share no day.
            "MATCH ()-[f:REPORTS_TO {validFrom: '2011'}]->() SET f.validTo = '2015-01-01'",
            // What was excluded before is stated now.
            """
            MATCH (a {id: 'police'})-[no:EXCLUDES]->(c) SET no.validTo = '2020'
            CREATE (a)-[:PURSUES {validFrom: '2020', sources: ['src:page#L1']}]->(c)
            """,
            // A file and line an importer wrote down is a source, though no node.
            "MATCH (n:Right) SET n.sources = ['rights.csv#L3']",
            // Looked at since.
            "MATCH (n:Source) SET n.dated = '2011', n.retrieved = '2024-06-01'",
            // One actor that does two things.
            "MATCH ({id: 'police'})-[f:HANDLES]->() SET f.role = ['receives', 'registers']",
        ])
    func alike(change: String) throws {
        #expect(try findings([change]).map(\.message) == [])
    }

    @Test("Documents: lines that are not there, hashes that do not fit")
    func documents() throws {
        func found(
            _ document: GraphCheck.Document, _ change: String = "RETURN 1"
        ) throws -> [Diagnostic] {
            try findings([change]) { $0.document = { _ in document } }
        }
        let short = try found(.lines(["only one"]))
        #expect(Set(short.map(\.code)) == ["NoSuchLine"])
        #expect(short.allSatisfy { $0.severity == .error && $0.message.contains("line 2") })
        #expect(try found(.lines(["one", "\u{A0} "])).allSatisfy { $0.message.contains("empty") })
        #expect(try found(.absent).isEmpty)
        let changed = Diagnostic(.data, "DocumentChanged", "it is another")
        let refused = try found(.refused(changed))
        #expect(refused.map(\.code) == ["DocumentChanged"])
        #expect(refused.first?.notes.first?.contains("statements rest on it") == true)
        let unhashed = try found(.absent, "MATCH (n:Source) REMOVE n.sha256")
        #expect(unhashed.map(\.code) == ["UnhashedDocument"])
    }

    @Test("A finding has the file and line of what it is about")
    func place() throws {
        let text = """
            <guide xmlns="urn:veiviser:guide" source="src:x">
            <source id="src:x" kind="page" dated="2026"><name nb="x" en="x"/></source>
            <actor id="a" kind="k" line="1"><name nb="a" en="a"/>
            <reports-to to="b" line="1" since="2011"/>
            <reports-to to="c" line="1" since="2012"/>
            </actor>
            <actor id="b" kind="k" line="1"><name nb="b" en="b"/></actor>
            <actor id="c" kind="k" line="1"><name nb="c" en="c"/></actor>
            </guide>
            """
        let file = InputFile(name: "some/actors.xml", bytes: Array(text.utf8))
        var importing = ImportOptions()
        importing.placesKey = "place"
        let session = ImportSession(registry: ImporterRegistry([GuideXMLImporter()]))
        let graph = Graph(try session.load(files: [file], options: importing).graph)
        var options = GraphCheck.Options()
        options.placesKey = "place"
        let found = GraphCheck(
            graph.snapshot().view, schema: Self.schema, options: options
        ).findings()
        let finding = try #require(found.first { $0.code == "TwoAtATime" })
        #expect(finding.place?.file == "some/actors.xml")
        #expect(finding.place?.line == 5)
        #expect(finding.notes == ["the other one is in 'some/actors.xml' on line 4"])
    }

    @Test("The curated graph has no errors")
    func curated() throws {
        let view = try GuideFixture.graph().snapshot().view
        var options = GraphCheck.Options()
        options.today = GuideFixture.options.today
        let found = GraphCheck(view, schema: Self.schema, options: options).findings()
        #expect(found.filter { $0.severity == .error }.map(\.message) == [])
        #expect(
            found.contains { $0.code == "OldSource" && $0.message.contains("'src:police-page'") })
    }
}
