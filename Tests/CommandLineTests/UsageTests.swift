import Testing

@Suite("Command line: usage", .enabled(if: Program.isThere, "the program has not been built"))
struct UsageTests {
    static let commands = [
        "ask", "journey", "queries", "run", "query", "inspect", "import", "export", "importers",
        "importer", "check", "graph", "shell", "serve", "bench",
    ]

    @Test("Every command has help, the same in both ways of asking", arguments: commands)
    func help(command: String) throws {
        let first = try Program.run([command, "--help"])
        let second = try Program.run(["help", command])
        #expect(first.status == 0)
        #expect(first.output == second.output)
        #expect(first.output.contains("USAGE: veiviser \(command)"))
        #expect(first.output.contains("--graph FILE"))
        #expect(first.errors.isEmpty)
    }

    @Test("The overview lists every command")
    func overview() throws {
        let run = try Program.run(["--help"])
        #expect(run.status == 0)
        for command in UsageTests.commands { #expect(run.output.contains("\n  \(command)")) }
    }

    @Test("No command at all is wrong usage")
    func nothing() throws {
        let run = try Program.run([])
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("COMMANDS:"))
    }

    struct Fault: Sendable, CustomStringConvertible {
        let words: [String]
        let status: Int32
        let code: String
        let hint: String
        var description: String { words.joined(separator: " ") }
    }

    static let faults = [
        Fault(words: ["querry"], status: 64, code: "UnknownCommand", hint: "'query'"),
        Fault(words: ["help", "aks"], status: 64, code: "UnknownCommand", hint: "'ask'"),
        Fault(
            words: ["query", "--fromat", "json", "RETURN 1"], status: 64, code: "UnknownOption",
            hint: "'--format'"),
        Fault(
            words: ["query", "--format", "jsn", "RETURN 1"], status: 64,
            code: "InvalidOptionValue", hint: "'json'"),
        Fault(words: ["query"], status: 64, code: "MissingArgument", hint: "query --help"),
        Fault(
            words: ["query", "RETURN 1", "RETURN 2"], status: 64, code: "UnexpectedArgument",
            hint: "quotes"),
        Fault(
            words: ["query", "--as-of", "2012-13", "RETURN 1"], status: 64, code: "InvalidDate",
            hint: "2012"),
        Fault(
            words: ["query", "--timeout", "soon", "RETURN 1"], status: 64,
            code: "InvalidOptionValue", hint: ""),
        Fault(words: ["query", "RETRUN 1"], status: 65, code: "UnexpectedSyntax", hint: "RETURN"),
        Fault(words: ["query", "CREATE ()"], status: 65, code: "ReadOnly", hint: "--write"),
        Fault(
            words: ["query", "--graph", "/nowhere.xml", "RETURN 1"], status: 66,
            code: "NoSuchFile", hint: ""),
        Fault(
            words: ["run", "who-handle"], status: 64, code: "UnknownSavedQuery",
            hint: "'who-handles'"),
        Fault(words: ["run", "who-handles"], status: 64, code: "MissingParameter", hint: "stage="),
        Fault(
            words: ["run", "who-handles", "stag=retur"], status: 64, code: "UnknownParameter",
            hint: "'stage'"),
        Fault(
            words: ["run", "who-handles", "stage=retr"], status: 64, code: "UnknownName",
            hint: "'retur'"),
        Fault(words: ["journey", "criminl"], status: 64, code: "UnknownTrack", hint: "'criminal'"),
        Fault(words: ["ask"], status: 64, code: "MissingArgument", hint: "ask --help"),
        Fault(words: ["export"], status: 64, code: "MissingOption", hint: "dot"),
        Fault(words: ["import", "x.csv"], status: 64, code: "MissingOption", hint: "--into"),
        Fault(words: ["graph", "verfy", "x"], status: 64, code: "UnknownAction", hint: "'verify'"),
        Fault(words: ["graph", "verify", "/nowhere"], status: 66, code: "NoSuchFile", hint: ""),
    ]

    @Test("Faults have a code, a hint and an exit status", arguments: faults)
    func fault(_ fault: Fault) throws {
        let run = try Program.run(fault.words)
        #expect(run.status == fault.status)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("[\(fault.code)]"))
        #expect(run.errors.contains(fault.hint) || fault.hint.isEmpty)
    }
}
