import CypherEngine
import GraphModel
import GraphStore

#if canImport(Glibc)
    import Glibc
#endif

/// `veiviser shell`: reads statements one after the other.
struct OpenShellCommand: Command {
    static let spec = CommandSpec(
        name: "shell", abstract: "Query line by line, with history and completion",
        discussion: """
            Statements end with semicolons and may run over several lines. The Tab key completes \
            names, Ctrl-C stops a query. What is typed is kept in ~/.veiviser_history, which only \
            you can read. Statements can come from a pipe, too.
            """,
        options: [
            .init(name: "write", summary: "allow writing"),
            .init(name: "empty", summary: "start from an empty graph"),
            .asOf,
            .init(
                name: "format", value: "FORMAT", choices: RowFormat.allCases.map(\.rawValue),
                summary: "how rows are printed"),
            .init(name: "timeout", value: "SECONDS", summary: "stop a query that runs longer"),
            .init(name: "no-history", summary: "keep nothing of what is typed"),
        ],
        examples: [
            ("veiviser shell", "query the built-in graph"),
            ("veiviser shell --graph work.veiviser --write < changes.cypher", "run a script"),
        ])

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        var options = QueryOptions(allowsWriting: arguments.has("write"))
        options.asOf = try arguments.date("as-of")
        options.limits.timeout = try arguments.number("timeout")
        let format = RowFormat(rawValue: arguments["format"] ?? "") ?? .table
        let isInteractive = isatty(STDIN_FILENO) == 1
        let opened = try GraphSource(arguments).open(forWriting: arguments.has("write"))
        defer { opened.file?.close() }
        let shell = Shell(
            session: CypherEngine(graph: opened.graph).session(), options: options,
            format: format, isInteractive: isInteractive, console: console)
        guard isInteractive else { return try shell.run(lines: try LineReader("-")) }
        let path = arguments.has("no-history") ? nil : historyPath
        guard
            let editor = LineEditor(
                historyPath: path, complete: { shell.completion(after: $0) })
        else {
            throw Diagnostic(.inputOutput, "NoTerminal", "the terminal cannot be set up")
        }
        try shell.run(editor: editor)
        return 0
    }

    private static var historyPath: String? {
        getenv("HOME").map { String(cString: $0) + "/.veiviser_history" }
    }
}
