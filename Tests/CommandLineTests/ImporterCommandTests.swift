import Foundation
import Testing

@Suite(
    "Command line: importers and plugins",
    .enabled(if: Program.isThere, "the program has not been built"))
struct ImporterCommandTests {
    @Test("A new importer works as it is written", arguments: ["python", "shell"])
    func new(language: String) throws {
        let folder = try TemporaryFolder()
        let made = try Program.run(
            ["importer", "new", "my-format", "--language", language, "--into", folder.url.path])
        #expect(made.status == 0)
        #expect(made.output.contains("Written:") && made.output.contains("Next:"))
        let sample = folder.path("my-format/sample.my-format")
        let check = try Program.run(
            ["importer", "check", folder.path("my-format/my-format"), sample])
        #expect(check.status == 0)
        #expect(check.output.hasSuffix("13 kept, 0 broken, 0 advised\n"))
        let plugins = ["VEIVISER_PLUGINS": folder.path("my-format")]
        let read = try Program.run(["inspect", sample], environment: plugins)
        #expect(read.status == 0)
        #expect(read.output.contains("KNOWS  2"))
        let other = try folder.file("x.txt", holding: "a b\n")
        let named = try Program.run(
            ["inspect", other.path, "--importer", "my-format"], environment: plugins)
        #expect(named.output.contains("importer       my-format"))
        let list = try Program.run(["importers"], environment: plugins)
        #expect(list.output.contains("my-format 1.0  lines of two words"))
        #expect(list.output.contains("found   \(folder.path("my-format/my-format"))"))
        let again = try Program.run(
            ["importer", "new", "my-format", "--language", language, "--into", folder.url.path])
        #expect(again.status == 64 && again.errors.contains("[FileExists]"))
    }

    @Test("Programs may be named by relative paths")
    func relativePaths() throws {
        let folder = try TemporaryFolder()
        let line =
            "cd '\(folder.url.path)' && $VEIVISER importer new ab --language shell -q && "
            + "$VEIVISER importer check ab/ab ab/sample.ab >/dev/null && cd ab && "
            + "$VEIVISER importer check ab sample.ab >/dev/null && "
            + "VEIVISER_PLUGINS=. $VEIVISER inspect sample.ab >/dev/null"
        #expect(try Program.shell(line) == 0)
    }

    @Test("What cannot be read with a plugin says where, and nothing is kept")
    func faultyInput() throws {
        let folder = try TemporaryFolder()
        let made = try Program.run(
            ["importer", "new", "pairs", "--language", "shell", "--into", folder.url.path])
        #expect(made.status == 0)
        let file = try folder.file("x.pairs", holding: "a b\nc\n")
        let graph = folder.path("g.veiviser")
        let run = try Program.run(
            ["import", file.path, "--into", graph],
            environment: ["VEIVISER_PLUGINS": folder.path("pairs")])
        #expect(run.status == 65)
        #expect(run.errors.contains("x.pairs:2: error: [BadLine] expected two words"))
        #expect(!FileManager.default.fileExists(atPath: graph))
    }

    @Test("The list names built-in importers and, in one line each, what failed to load")
    func list() throws {
        let folder = try TemporaryFolder()
        let old =
            #"read h; echo '{"type":"hello","protocol":99,"name":"old","version":"1","summary":"s"}'"#
        for (name, script) in [("old", old), ("broken", "exit 3")] {
            let file = try folder.file(name, holding: "#!/bin/sh\n\(script)\n")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
        let plugins = ["VEIVISER_PLUGINS": folder.url.path]
        let run = try Program.run(["importers"], environment: plugins)
        #expect(run.status == 0)
        #expect(run.output.contains("csv 1.0  "))
        #expect(run.output.contains("found   built in"))
        let lines = run.output.split(separator: "\n").filter { $0.contains("was not loaded") }
        #expect(lines.count == 2)
        #expect(lines.contains { $0.contains("/old'") && $0.contains("[PluginVersion]") })
        #expect(lines.contains { $0.contains("/broken'") && $0.contains("[PluginCrashed]") })
        let json = try Program.run(["importers", "--format", "json"], environment: plugins)
        let list = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        let rows = try #require(list as? [[String: Any]])
        #expect(rows.contains { $0["name"] as? String == "csv" && $0["builtIn"] as? Bool == true })
        #expect(rows.contains { $0["code"] as? String == "PluginVersion" })
        let file = try folder.file("x.old", holding: "?")
        let read = try Program.run(["inspect", file.path], environment: plugins)
        #expect(read.status == 65)
        #expect(read.errors.contains("[UnknownFormat]") && read.errors.contains("/old'"))
    }

    @Test("A program that breaks rules is told which, and the check ends with 65")
    func check() throws {
        let folder = try TemporaryFolder()
        let script = """
            #!/bin/sh
            read h
            echo '{"type":"hello","protocol":1,"name":"bad","version":"1","summary":"s"}'
            read r || exit 5
            echo '{"type":"edge","from":"q","to":"q"}'
            echo '{"type":"done"}'
            """
        let program = try folder.file("bad", holding: script + "\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: program.path)
        let sample = try folder.file("s.txt", holding: "x")
        let run = try Program.run(["importer", "check", program.path, sample.path])
        #expect(run.status == 65)
        #expect(run.output.contains("BROKEN  it ends with status 0 when its input is closed\n"))
        #expect(run.output.contains("        it ended with status 5\n"))
        #expect(run.output.contains("BROKEN  it describes every node its edges name in 's.txt'"))
        #expect(run.output.contains("advice  it names the endings or marks of its format"))
    }

    static let faults = [
        UsageTests.Fault(words: ["importer"], status: 64, code: "MissingArgument", hint: "ACTION"),
        UsageTests.Fault(
            words: ["importer", "chek", "x"], status: 64, code: "UnknownAction", hint: "'check'"),
        UsageTests.Fault(
            words: ["importer", "new", "My"], status: 64, code: "BadName", hint: "lower case"),
        UsageTests.Fault(
            words: ["importer", "new", "x", "--language", "pyton"], status: 64,
            code: "InvalidOptionValue", hint: "'python'"),
        UsageTests.Fault(
            words: ["importer", "new", "x", "--language", "swift", "--into", "/tmp"], status: 64,
            code: "NotAPackage", hint: "Package.swift"),
        UsageTests.Fault(
            words: ["importer", "new", "x", "--into", "/nowhere"], status: 66,
            code: "NoSuchFolder", hint: ""),
        UsageTests.Fault(
            words: ["importer", "check", "/bin/true"], status: 64, code: "MissingArgument",
            hint: "SAMPLE"),
        UsageTests.Fault(
            words: ["importer", "check", "/nowhere", "/etc/passwd"], status: 66,
            code: "NoSuchFile", hint: ""),
        UsageTests.Fault(
            words: ["importer", "check", "/bin/true", "/nowhere"], status: 66, code: "NoSuchFile",
            hint: ""),
    ]

    @Test("Faults have a code, a hint and an exit status", arguments: faults)
    func fault(_ fault: UsageTests.Fault) throws {
        let run = try Program.run(fault.words)
        #expect(run.status == fault.status)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("[\(fault.code)]"))
        #expect(run.errors.contains(fault.hint) || fault.hint.isEmpty)
    }
}
