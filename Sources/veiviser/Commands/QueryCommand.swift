import CypherEngine
import CypherSyntax
import GraphModel
import GraphStore

/// `veiviser query`: runs Cypher.
struct QueryCommand: Command {
    static let spec = CommandSpec(
        name: "query", abstract: "Run a Cypher query and print its rows",
        discussion: """
            Reads only, unless --write is given. With -f the statements of a file are run one \
            after the other; they end with semicolons.
            """,
        arguments: [
            .init(name: "CYPHER", arity: .optional, summary: "the query; not with --file")
        ],
        options: [
            .init(
                name: "file", short: "f", value: "FILE",
                summary: "run a script; - for standard input"),
            .init(
                name: "param", short: "p", value: "NAME=VALUE", repeats: true,
                summary: "a parameter; the value as Cypher writes it, else a text"),
            .asOf,
            .init(name: "why", summary: "with each row the facts it rests on"),
            .init(name: "write", summary: "allow writing"),
            .init(name: "empty", summary: "start from an empty graph"),
            .init(
                name: "format", value: "FORMAT", choices: RowFormat.allCases.map(\.rawValue),
                summary: "how rows are printed"),
            .init(name: "timeout", value: "SECONDS", summary: "stop a query that runs longer"),
            .init(
                name: "memory", value: "MB",
                summary: "stop a query that holds more than this; 4096 if left out"),
            .init(name: "max-rows", value: "N", summary: "stop a query that gives more rows"),
            .init(name: "fail-fast", summary: "stop a script at its first error (the default)"),
            .init(name: "fail-at-end", summary: "run a script to its end, then fail"),
        ],
        examples: [
            (
                "veiviser query \"MATCH (a:Actor)-[:HANDLES]->(s:Stage) RETURN a.name_en, s.name_en\"",
                "who handles which stage"
            )
        ])

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        let statements = try texts(arguments)
        let format =
            RowFormat(rawValue: arguments["format"] ?? "")
            ?? .table
        let opened = try GraphSource(arguments).open(forWriting: arguments.has("write"))
        defer { opened.file?.close() }
        let session = CypherEngine(graph: opened.graph).session()
        let options = try options(arguments)
        let parameters = try Parameters(arguments.all("param")).values
        var status: Int32 = 0
        for statement in statements {
            do {
                let result = try session.run(statement, parameters: parameters, options: options)
                for warning in result.warnings {
                    console.report(warning.located(in: SourceText(statement)))
                }
                try show(result, format, console)
            } catch let diagnostic as Diagnostic where arguments.has("fail-at-end") {
                console.report(diagnostic)
                status = diagnostic.exitStatus
            }
        }
        return status
    }

    private static func show(
        _ result: QueryResult, _ format: RowFormat, _ console: Console
    ) throws {
        if let plan = result.plan { try console.write(PlanText(plan).text) }
        if !result.columns.isEmpty {
            let cells = CellText(view: result.view)
            try console.write(format.text(of: result, width: console.width, cells: cells))
        }
        if !result.changes.isEmpty { console.note(ChangeText(result.changes).text) }
    }

    private static func texts(_ arguments: ParsedArguments) throws -> [String] {
        switch (arguments.positional.first, arguments["file"]) {
        case (let text?, nil):
            let source = SourceText(text)
            let statements = Script.statements(in: text).map(source.slice)
            return statements.count > 1 ? statements : [text]
        case (nil, let path?):
            let text = try InputText.read(path)
            let source = SourceText(text)
            return Script.statements(in: text).map(source.slice)
        case (nil, nil):
            throw Diagnostic(
                .usage, "MissingArgument", "'query' needs a query or --file",
                hint: "see 'veiviser query --help'")
        case (.some, .some):
            throw Diagnostic(
                .usage, "ConflictingArguments", "'query' takes a query or --file, not both")
        }
    }

    private static func options(_ arguments: ParsedArguments) throws -> QueryOptions {
        var options = QueryOptions(allowsWriting: arguments.has("write"))
        options.collectsFacts = arguments.has("why")
        options.limits.timeout = try arguments.number("timeout")
        if let megabytes = try arguments.count("memory") {
            options.limits.memory = QueryLimits.bytes(megabytes: megabytes)
        }
        options.limits.rows = try arguments.count("max-rows")
        options.asOf = try arguments.date("as-of")
        return options
    }
}
