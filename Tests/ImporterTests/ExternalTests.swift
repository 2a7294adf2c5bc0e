import GraphLoading
import GraphModel
import GraphStore
import ImporterKit
import RDF
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Programs that misbehave, each in its way; the host must survive them all.
@Suite(.serialized) struct ExternalTests {
    private static let hello =
        #"read h; echo '{"type":"hello","protocol":1,"name":"bad","version":"1","summary":"s","extensions":["bad"]}'; read r;"#

    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let script: String
        let code: String
        var saysHello = true
        /// Where it is another behind the wall, whose keeper holds the output open.
        var walledCode: String?
        /// Seconds it may be silent: more where it is busy before it does its worst.
        var patience = 1.0

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "hangs", script: "sleep 60", code: "PluginTimeout"),
        Case(
            name: "hangs before hello", script: "sleep 60", code: "PluginTimeout", saysHello: false),
        Case(
            name: "hangs and ignores being told to stop",
            script: "trap '' TERM; while :; do sleep 1; done",
            code: "PluginTimeout"),
        Case(
            name: "floods with messages", script: #"yes '{"type":"progress","bytes":1}'"#,
            code: "PluginFlood"),
        Case(
            name: "floods without line ends", script: "tr '\\0' x < /dev/zero", code: "PluginFlood"),
        Case(name: "floods its log", script: "yes >&2", code: "PluginTimeout"),
        Case(name: "crashes", script: "kill -SEGV $$", code: "PluginUnfinished"),
        Case(name: "gives up", script: "echo 'no idea' >&2; exit 3", code: "PluginUnfinished"),
        Case(name: "ends without done", script: "exit 0", code: "PluginUnfinished"),
        Case(
            name: "closes its output", script: "exec >&-; sleep 60", code: "PluginUnfinished",
            walledCode: "PluginTimeout"),
        Case(
            name: "lies about its version",
            script:
                #"read h; echo '{"type":"hello","protocol":99,"name":"bad","version":"1","summary":"s"}'"#,
            code: "PluginVersion", saysHello: false),
        Case(
            name: "has no version",
            script: #"read h; echo '{"type":"hello","name":"bad","version":"1","summary":"s"}'"#,
            code: "PluginProtocol", saysHello: false),
        Case(
            name: "has a bad name",
            script:
                #"read h; echo '{"type":"hello","protocol":1,"name":"Bad Name","version":"1","summary":"s"}'"#,
            code: "PluginProtocol", saysHello: false),
        Case(
            name: "begins with something else", script: "echo '{\"type\":\"done\"}'",
            code: "PluginProtocol", saysHello: false),
        Case(
            name: "says hello and dies", script: "exit 1", code: "PluginCrashed", saysHello: false),
        Case(
            name: "writes half a line", script: #"printf '{"type":"node","id'"#,
            code: "PluginUnfinished"),
        Case(name: "writes no JSON", script: "echo hello there", code: "PluginProtocol"),
        Case(
            name: "writes bytes that are no text", script: "printf '\\377\\376\\n'",
            code: "PluginProtocol"),
        Case(
            name: "uses an unknown message", script: #"echo '{"type":"nod","id":1}'"#,
            code: "PluginProtocol"),
        Case(
            name: "leaves out a member", script: #"echo '{"type":"edge","from":1}'"#,
            code: "PluginProtocol"),
        Case(
            name: "loses messages",
            script: #"echo '{"type":"node","id":1}'; echo '{"type":"done","nodes":2}'"#,
            code: "PluginProtocol"),
        Case(
            name: "leaves its own schema",
            script:
                #"echo '{"type":"schema","labels":["A"]}'; echo '{"type":"node","id":1,"labels":["B"]}'"#,
            code: "PluginProtocol"),
        Case(
            name: "nests without end",
            script: "awk 'BEGIN { for (;;) printf \"[\" }' | head -c 100000; echo",
            code: "PluginProtocol"),
        Case(
            name: "eats memory", script: "awk 'BEGIN { s = \"x\"; while (1) s = s s }' || exit 9",
            code: "PluginUnfinished", patience: 20),
        Case(
            name: "starts others and goes", script: "sleep 7654 & setsid sleep 7654 & exit 4",
            code: "PluginUnfinished"),
    ]

    private func limits(patience: Double = 1) -> ExternalLimits {
        var limits = ExternalLimits()
        limits.helloSeconds = 1
        limits.silentSeconds = patience
        limits.graceSeconds = 0.2
        limits.memoryBytes = 256 << 20
        limits.outputBytes = 2 << 20
        limits.messageBytes = 1 << 20
        return limits
    }

    private func load(
        _ script: String, sandbox: Sandbox, triples: (any TripleReceiverSource)? = nil,
        patience: Double = 1
    ) throws -> LoadedGraph {
        let folder = try TemporaryFolder()
        let program = folder.write("bad", Array("#!/bin/sh\n\(script)\n".utf8))
        chmod(program, 0o755)
        let importer = try ExternalImporter(
            program: program, sandbox: sandbox, limits: limits(patience: patience),
            triples: triples)
        let session = ImportSession(registry: ImporterRegistry([importer]))
        return try session.load(files: [InputFile(name: "x.bad", bytes: Array("a b\n".utf8))])
    }

    private func fault(_ test: Case, _ sandbox: Sandbox) -> Diagnostic? {
        do {
            _ = try load(
                (test.saysHello ? Self.hello : "") + test.script, sandbox: sandbox,
                patience: test.patience)
            return nil
        } catch let failure as ImportFailure {
            return failure.diagnostic
        } catch {
            return error as? Diagnostic
        }
    }

    @Test(arguments: cases) func survives(_ test: Case) {
        #expect(fault(test, .none)?.code == test.code)
        #expect(Self.processes(named: "7654").isEmpty)
    }

    @Test(
        .enabled(if: Sandbox.detect().program != nil, "bubblewrap is not there or does not work"),
        arguments: cases)
    func survivesBehindTheWall(_ test: Case) {
        #expect(fault(test, Sandbox.detect())?.code == test.walledCode ?? test.code)
        #expect(Self.processes(named: "7654").isEmpty)
    }

    /// Processes with an argument.
    private static func processes(named argument: String) -> [String] {
        guard let folder = opendir("/proc") else { return [] }
        defer { closedir(folder) }
        var found: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard Int(name) != nil, let file = fopen("/proc/\(name)/cmdline", "r") else { continue }
            defer { fclose(file) }
            let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
                count = fread(buffer.baseAddress, 1, buffer.count, file)
            }
            let arguments = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            if arguments == ["sleep", argument] { found.append(name) }
        }
        return found
    }

    @Test func passesOnWhatItLogged() {
        let fault = fault(Case(name: "", script: "echo 'no idea' >&2; exit 3", code: ""), .none)
        #expect(fault?.notes == ["it wrote: no idea"])
        #expect(fault?.message == "the plugin 'bad' ended with exit status 3")
    }

    @Test func saysWhatIsMissing() {
        let fault = #expect(throws: Diagnostic.self) {
            try ExternalImporter(program: "/nowhere/x", sandbox: .none)
        }
        #expect(fault?.code == "PluginNotStarted")
    }

    private static let good =
        hello
            + #"""
            echo '{"type":"schema","labels":["X"],"relationships":["R"]}'
            echo '{"type":"edge","from":"a","to":7,"relationship":"R","properties":{"w":0.5},"line":3}'
            echo '{"type":"node","id":"a","labels":["X"],"properties":{"n":1,"tags":["p","q"],"no":null},"line":1}'
            echo '{"type":"node","id":7,"line":2}'
            echo '{"type":"diagnostic","severity":"warning","code":"Odd","message":"odd","line":1,"column":3,"hint":"h"}'
            echo '{"type":"progress","bytes":4}'
            echo '{"type":"done","nodes":2,"edges":1}'
            """#

    @Test func readsWhatAGoodOneSends() throws {
        let loaded = try load(Self.good, sandbox: Sandbox.detect())
        let view = GraphView(base: loaded.graph)
        #expect(loaded.summary.importer == "bad")
        #expect(loaded.summary.labels == [.init(name: "X", count: 1)])
        #expect(loaded.summary.types == [.init(name: "R", count: 1)])
        let key = try #require(view.keyID("tags"))
        let tags = (0..<2).map { RecordingSink.text(view.property(node: $0, key: key)) }
        #expect(tags.contains("['p', 'q']"))
        let warning = loaded.summary.diagnostics.first { $0.code == "Odd" }
        #expect(warning?.place?.line == 1)
        #expect(warning?.place?.column == 3)
        #expect(warning?.place?.excerpt == "a b")
    }

    @Test func aNodeNamedOnNoLineIsReportedOnTheFirst() throws {
        let script =
            Self.hello
            + #"echo '{"type":"edge","from":"a","to":"a"}'; echo '{"type":"done"}'"#
        let failure = #expect(throws: ImportFailure.self) { try load(script, sandbox: .none) }
        #expect(failure?.diagnostic.code == "UndefinedNode")
        #expect(failure?.diagnostic.place?.line == 1)
    }

    @Test func anEmptyTextInAMessageIsNone() throws {
        let script =
            Self.hello
                + #"""
                echo '{"type":"node","id":"a"}'
                echo '{"type":"edge","from":"a","to":"a","relationship":""}'
                echo '{"type":"diagnostic","severity":"warning","code":"","message":"odd","hint":""}'
                echo '{"type":"done"}'
                """#
        let summary = try load(script, sandbox: .none).summary
        #expect(summary.types == [.init(name: "EDGE", count: 1)])
        let warning = summary.diagnostics.first { $0.severity == .warning }
        #expect(warning?.code == "PluginDiagnostic")
        #expect(warning?.hint == nil)
    }

    @Test func makesAGraphOfTriples() throws {
        let script =
            Self.hello
                + #"""
                echo '{"type":"triple","subject":"http://a","predicate":"http://p/knows","object":"_:b"}'
                echo '{"type":"triple","subject":"_:b","predicate":"http://p/name","object":{"value":"B","language":"nb"}}'
                echo '{"type":"done","triples":2}'
                """#
        let loaded = try load(script, sandbox: .none, triples: RDFTriples())
        #expect(loaded.summary.triples == 2)
        #expect(loaded.summary.types == [.init(name: "knows", count: 1)])
        #expect(throws: ImportFailure.self) { try load(script, sandbox: .none) }
    }

    @Test func givesNothingOfTheEnvironment() throws {
        setenv("VEIVISER_TEST_SECRET", "x", 1)
        defer { unsetenv("VEIVISER_TEST_SECRET") }
        let script =
            Self.hello
                + #"""
                count=$(ls /proc/self/fd | wc -l)
                env | sed 's/=.*//' | while read name; do echo "{\"type\":\"node\",\"id\":\"$name\",\"labels\":[\"V\"]}"; done
                echo "{\"type\":\"node\",\"id\":\"fds $count\"}"
                echo '{"type":"done"}'
                """#
        let loaded = try load(script, sandbox: .none)
        let view = GraphView(base: loaded.graph)
        let key = try #require(view.keyID("id"))
        let names = (0..<UInt32(loaded.graph.nodeCount)).compactMap {
            RecordingSink.text(view.property(node: $0, key: key))
        }
        #expect(!names.contains("'VEIVISER_TEST_SECRET'"))
        #expect(!names.contains("'HOME'"))
        // The three streams and the folder that ls reads.
        #expect(names.contains("'fds 4'"))
    }

    @Test(.enabled(if: Sandbox.detect().program != nil, "bubblewrap is not there or does not work"))
    func theWallHolds() throws {
        let folder = try TemporaryFolder()
        let target = folder.path + "/evil"
        let script =
            Self.hello + "echo x > \(target) && echo '{\"type\":\"node\",\"id\":\"wrote\"}'\n"
            + "grep -c : /proc/net/dev > /dev/null && [ $(grep -c : /proc/net/dev) -gt 1 ] && "
            + "echo '{\"type\":\"node\",\"id\":\"network\"}'\n"
            + "echo '{\"type\":\"done\",\"nodes\":0}'"
        let loaded = try load(script, sandbox: Sandbox.detect())
        #expect(loaded.graph.nodeCount == 0)
        #expect(access(target, F_OK) != 0)
    }

    @Test func findsProgramsInFolders() throws {
        let folder = try TemporaryFolder()
        let good = folder.write("good", Array("#!/bin/sh\n\(Self.good)\n".utf8))
        let broken = folder.write("broken", Array("#!/bin/sh\nexit 1\n".utf8))
        folder.write("notes.txt", Array("words".utf8))
        chmod(good, 0o755)
        chmod(broken, 0o755)
        let found = PluginFolders([folder.path, "/nowhere"]).discover(
            sandbox: .none, limits: limits())
        #expect(found.map(\.program) == [broken, good])
        #expect(throws: Diagnostic.self) { try found[0].result.get() }
        #expect(try found[1].result.get().descriptor.name == "bad")
    }

    // MARK: templates and the conformance kit

    private func run(_ program: String) -> Int32 {
        system("'\(program)' > /dev/null 2>&1")
    }

    @Test(arguments: [ImporterTemplate.Language.python, .shell])
    func templatesWork(_ language: ImporterTemplate.Language) throws {
        let folder = try TemporaryFolder()
        let template = try ImporterTemplate(name: "my-format", language: language)
        try template.write(into: folder.path)
        defer { _ = system("rm -r '\(folder.path)/my-format'") }
        let base = folder.path + "/my-format"
        #expect(run(base + "/test") == 0)
        var check = ImporterCheck(program: base + "/my-format", sandbox: .none)
        let path = base + "/sample.my-format"
        check.run(samples: [InputFile(name: path, content: try FileContent(path: path))])
        let broken = check.findings.filter { !$0.isKept }.map { "\($0.rule): \($0.detail)" }
        #expect(broken == [])
        #expect(check.findings.count == 13)
        #expect(throws: Diagnostic.self) { try template.write(into: folder.path) }
    }

    @Test func swiftTemplateNamesItsParts() throws {
        let template = try ImporterTemplate(name: "my-format", language: .swift)
        #expect(template.files.map(\.path).contains("Plugins/MyFormat/MyFormatImporter.swift"))
        let marks = template.files.filter {
            $0.text.contains("@NAME@") || $0.text.contains("@TYPE@")
        }
        #expect(marks.isEmpty)
        #expect(template.steps.count == 4)
    }

    @Test(arguments: ["", "9x", "My", "a/b", "../x"])
    func refusesNames(_ name: String) {
        #expect(throws: Diagnostic.self) { try ImporterTemplate(name: name, language: .shell) }
    }

    @Test func checkNamesBrokenRules() throws {
        let folder = try TemporaryFolder()
        let script =
            #"read h; echo '{"type":"hello","protocol":1,"name":"bad","version":"1","summary":"s"}'; read r || exit 5"#
            + "\n"
            + #"echo "{\"type\":\"node\",\"id\":\"$$\"}"; echo '{"type":"edge","from":"q","to":"q"}'; echo '{"type":"done"}'"#
        let program = folder.write("bad", Array("#!/bin/sh\n\(script)\n".utf8))
        chmod(program, 0o755)
        var check = ImporterCheck(program: program, sandbox: .none, limits: limits())
        check.run(samples: [InputFile(name: "s", bytes: Array("x".utf8))])
        let broken = check.findings.filter { !$0.isKept }.map(\.rule)
        #expect(
            broken == [
                "it names the endings or marks of its format",
                "it ends with status 0 when its input is closed",
                "it describes every node its edges name in 's'",
                "it says on which line of 's' a fact stands", "it finds the same in 's' each time",
            ])
        #expect(!check.isPassed)
    }

    // MARK: the example

    private static let jsonLD =
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        + "/Plugins/external/json-ld"

    private static let hasRDFLib = system("python3 -c 'import rdflib' 2> /dev/null") == 0

    @Test(.enabled(if: hasRDFLib, "python3 has no rdflib: pip install rdflib"))
    func readsJSONLD() throws {
        let importer = try ExternalImporter(
            program: Self.jsonLD, sandbox: Sandbox.detect(), triples: RDFTriples())
        let session = ImportSession(registry: ImporterRegistry([importer, RDFImporter()]))
        let text = """
            {"@context": {"name": "http://schema.org/name", "knows": {"@id": "http://schema.org/knows", "@type": "@id"}},
             "@id": "http://x/a", "@type": "http://schema.org/Person",
             "name": {"@value": "Åse", "@language": "nb"}, "knows": "http://x/b"}
            """
        let loaded = try session.load(files: [InputFile(name: "a.json", bytes: Array(text.utf8))])
        #expect(loaded.summary.importer == "json-ld")
        #expect(loaded.summary.triples == 3)
        #expect(loaded.summary.labels == [.init(name: "Person", count: 1)])
        #expect(loaded.summary.types == [.init(name: "knows", count: 1)])
        let failure = #expect(throws: ImportFailure.self) {
            try session.load(files: [InputFile(name: "a.jsonld", bytes: Array("{\n \"a\": }".utf8))]
            )
        }
        #expect(failure?.diagnostic.code == "InvalidJSON")
        #expect(failure?.diagnostic.place?.line == 2)
        #expect(failure?.diagnostic.place?.column == 7)
    }

    @Test(.enabled(if: hasRDFLib, "python3 has no rdflib: pip install rdflib"))
    func theExampleConforms() throws {
        var check = ImporterCheck(program: Self.jsonLD, triples: RDFTriples())
        let text = "{\"@id\": \"http://a\", \"http://p\": \"x\"}"
        check.run(samples: [InputFile(name: "a.jsonld", bytes: Array(text.utf8))])
        let broken = check.findings.filter { !$0.isKept && !$0.isAdvice }
        #expect(broken.map { "\($0.rule): \($0.detail)" } == [])
    }
}
