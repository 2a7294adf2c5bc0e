import CSV
import DOT
import GraphLoading
import GraphModel
import GraphStore
import ImporterKit
import Testing

@Suite struct ImportSessionTests {
    private let session = ImportSession(
        registry: ImporterRegistry([CSVImporter(), DOTImporter()]))

    private func file(_ name: String, _ text: String) -> InputFile {
        InputFile(name: name, bytes: Array(text.utf8))
    }

    /// Every node as `id:Label{…}` and every relationship as `id-TYPE->id`, sorted.
    private func texts(_ graph: BaseGraph) -> [String] {
        let view = GraphView(base: graph)
        let key = view.keyID("id")
        let name = { (node: UInt32) -> String in
            guard let key else { return "?" }
            return RecordingSink.text(view.property(node: node, key: key)) ?? "?"
        }
        let nodes = (0..<UInt32(graph.nodeCount)).map { node in
            let properties = view.nodeProperties(node).map { key, value in
                "\(view.keyName(key))=\(RecordingSink.text(value) ?? "null")"
            }
            let labels = view.labels(of: node).map { ":" + view.labelName($0) }
            return labels.sorted().joined() + "{" + properties.sorted().joined(separator: ",") + "}"
        }
        let relationships = (0..<UInt32(graph.relationshipCount)).map { relationship in
            let type = view.typeName(view.type(ofRelationship: relationship))
            return "\(name(view.source(of: relationship)))-\(type)->"
                + name(view.target(of: relationship))
        }
        return nodes.sorted() + relationships.sorted()
    }

    @Test func buildsAGraph() throws {
        let files = [
            file("Person.csv", "id:ID,name\n1,a\n2,b\n"),
            file("Person_knows_Person.csv", ":START_ID,:END_ID\n1,2\n2,2\n"),
        ]
        let loaded = try session.load(files: files)
        #expect(
            texts(loaded.graph) == [
                ":Person{id=1,name='a',sources=['Person.csv#L2']}",
                ":Person{id=2,name='b',sources=['Person.csv#L3']}", "1-knows->2", "2-knows->2",
            ])
        #expect(loaded.summary.importer == "csv")
        #expect(loaded.summary.labels == [.init(name: "Person", count: 2)])
        #expect(loaded.summary.types == [.init(name: "knows", count: 2)])
    }

    @Test func bulkAndSlowPathsAgree() throws {
        let ids = (0..<1000).map { "\($0 * 7 % 1000)" }
        let pairs = (0..<3000).map { "\($0 * 13 % 1000)|\($0 * 29 % 1000)" }
        var graphs: [[String]] = []
        for quote in ["", "\""] {
            let nodes = ids.map { quote + $0 + quote }.joined(separator: "\n")
            let edges = pairs.map {
                $0.split(separator: "|").map { quote + $0 + quote }.joined(separator: "|")
            }
            let loaded = try session.load(files: [
                file("P.csv", "id:ID(P)\n" + nodes),
                file("P_r_P.csv", ":START_ID(P)|:END_ID(P)\n" + edges.joined(separator: "\n")),
            ])
            graphs.append(texts(loaded.graph))
        }
        #expect(graphs[0].count == 4000)
        #expect(graphs[0] == graphs[1])
    }

    @Test func refusesUndefinedNodesWithNearNames() {
        let files = [
            file("Person.csv", "id:ID\nanders\nberit\n"),
            file("Person_knows_Person.csv", ":START_ID,:END_ID\nanders,berti\nanders,berit\n"),
        ]
        let failure = #expect(throws: ImportFailure.self) { try session.load(files: files) }
        #expect(failure?.diagnostic.code == "UndefinedNode")
        #expect(failure?.diagnostic.place?.line == 2)
        #expect(failure?.diagnostic.hint == "did you mean 'berit'?")
        var options = ImportOptions()
        options.onError = .skip
        options.keepsSources = false
        let loaded = try? session.load(files: files, options: options)
        #expect(
            loaded.map { texts($0.graph) } == [
                ":Person{id='anders'}", ":Person{id='berit'}", "'anders'-knows->'berit'",
            ])
        #expect(loaded?.summary.skipped == 1)
        #expect(loaded?.graph.nodeCount == 2)
    }

    @Test func theUndefinedNodesThatAreOnlyCountedHaveALineToo() {
        let rows = (0..<25).map { "anders,x\($0)\n" }.joined()
        let files = [
            file("Person.csv", "id:ID\nanders\n"),
            file("Person_knows_Person.csv", ":START_ID,:END_ID\n" + rows),
        ]
        let failure = #expect(throws: ImportFailure.self) { try session.load(files: files) }
        let errors = failure?.summary.diagnostics.filter { $0.severity == .error } ?? []
        #expect(errors.last?.message == "5 more nodes are named and never described")
        #expect(errors.map { $0.place?.line } == Array(2...22))
    }

    @Test func bulkUndefinedNodesHaveLines() {
        let files = [
            file("A.csv", "id:ID(A)\n1\n2\n"),
            file("A_r_A.csv", ":START_ID(A)|:END_ID(A)\n1|2\n1|3\n2|1\n4|1\n"),
        ]
        let failure = #expect(throws: ImportFailure.self) { try session.load(files: files) }
        let places = failure?.summary.diagnostics.filter { $0.severity == .error }
            .compactMap { $0.place?.line }
        #expect(places == [3, 5])
    }

    @Test func mergesByIdentifierAndReportsDisagreement() throws {
        let loaded = try session.load(files: [
            file("a.gv", "digraph { x [color=red, n=1]; x -> y }"),
            file("b.gv", "\ndigraph { x [color=blue, n=1]; x -> z }"),
        ])
        #expect(
            texts(loaded.graph) == [
                "{color='blue',id='x',n='1',sources=['a.gv#L1', 'b.gv#L2']}",
                "{id='y',sources=['a.gv#L1']}", "{id='z',sources=['b.gv#L2']}", "'x'-EDGE->'y'",
                "'x'-EDGE->'z'",
            ])
        let conflicts = loaded.summary.diagnostics.filter { $0.code == "MergeConflict" }
        #expect(conflicts.count == 1)
        #expect(conflicts.first?.place?.file == "b.gv")
        #expect(conflicts.first?.notes == ["before: 'red'", "now, and kept: 'blue'"])
    }

    @Test func skipsWhatIsWrong() throws {
        let files = [file("T.csv", "id:ID,n:int\n1,5\n2,x\n2,6\n3,7\n")]
        let failure = #expect(throws: ImportFailure.self) { try session.load(files: files) }
        #expect(failure?.summary.diagnostics.filter { $0.severity == .error }.count == 2)
        var options = ImportOptions()
        options.onError = .skip
        let loaded = try session.load(files: files, options: options)
        #expect(loaded.graph.nodeCount == 3)
        #expect(loaded.summary.skipped == 2)
    }

    @Test func stopsAfterEnoughErrors() {
        var options = ImportOptions()
        options.diagnosticLimit = 3
        let rows = String(repeating: "x,y,z\n", count: 50)
        let failure = #expect(throws: ImportFailure.self) {
            try session.load(files: [file("T.csv", "id:ID,n\n" + rows)], options: options)
        }
        #expect(failure?.summary.diagnostics.filter { $0.severity == .error }.count == 3)
    }

    @Test(arguments: [
        ("notes.md", "some words", "UnknownFormat"), ("x", "", "UnknownFormat"),
        ("x.csv", "", "none"), ("x.json", "{}", "UnknownFormat"),
    ])
    func choosesOrExplains(_ name: String, _ text: String, _ code: String) {
        var found = "none"
        do {
            _ = try session.load(files: [file(name, text)])
        } catch {
            found = error.diagnostic.code
            #expect(error.diagnostic.hint?.contains("csv") ?? false)
        }
        #expect(found == code)
    }

    @Test(arguments: [
        (["delimter": ","], "UnknownOption", "did you mean 'delimiter'?"),
        (["header": "perhaps"], "BadOption", "it is one of auto, yes, no"),
        (["delimiter": "ab"], "BadOption", "write one ASCII character, or tab"),
    ])
    func checksOptions(_ settings: [String: String], _ code: String, _ hint: String) {
        var options = ImportOptions()
        options.settings = settings
        let failure = #expect(throws: ImportFailure.self) {
            try session.load(files: [file("x.csv", "id\n1\n")], options: options)
        }
        #expect(failure?.diagnostic.code == code)
        #expect(failure?.diagnostic.hint == hint)
    }

    @Test func unknownImporterIsNamed() {
        var options = ImportOptions()
        options.importer = "cvs"
        let failure = #expect(throws: ImportFailure.self) {
            try session.load(files: [file("x.csv", "id\n1\n")], options: options)
        }
        #expect(failure?.diagnostic.hint == "did you mean 'csv'?")
    }

    @Test func cancels() {
        var options = ImportOptions()
        options.isCancelled = { true }
        let rows = (0..<5000).map { "\($0),a" }.joined(separator: "\n")
        let failure = #expect(throws: ImportFailure.self) {
            try session.load(files: [file("x.csv", "id,n\n" + rows)], options: options)
        }
        #expect(failure?.diagnostic.code == "Cancelled")
    }
}
