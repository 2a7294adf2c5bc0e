import CypherEngine
import Exporters
import GraphModel
import GraphStore
import Guidance

#if canImport(Glibc)
    import Glibc
#endif

/// `veiviser export`: writes the graph, or what a query gives, in another format.
struct ExportCommand: Command {
    static let spec = CommandSpec(
        name: "export", abstract: "Write the graph, or what a query gives, in another format",
        discussion: """
            The same graph gives the same bytes. What the format cannot hold is told on standard \
            error. A format of several files takes a folder.
            """,
        options: [
            .init(
                name: "to", value: "FORMAT",
                choices: ExporterRegistry.standard.descriptors.map(\.name),
                summary: "the format; default: by the ending of --output"),
            .init(
                name: "query", value: "CYPHER",
                summary: "only the nodes, relationships and paths this gives"),
            .init(
                name: "param", short: "p", value: "NAME=VALUE", repeats: true,
                summary: "a parameter of the query"),
            .asOf,
            .init(
                name: "output", short: "o", value: "FILE",
                summary: "the file or folder; default: standard output"),
            .init(
                name: "profile", value: "TOOL", summary: "the tool to adapt to: \(profiles)"),
            .init(
                name: "gexf-version", value: "VERSION",
                summary: "an older version, for tools that read no newer"),
            .init(name: "title", value: "TEXT", summary: "what the graph is called"),
            .language,
        ],
        examples: [
            ("veiviser export -o graph.svg", "a picture of the whole graph"),
            (
                "veiviser export --to dot --query \"MATCH p = (:Actor)-[:MEMBER_OF]->() RETURN p\"",
                "members and their groups for Graphviz"
            ),
        ])

    private static var profiles: String {
        var names: [String] = []
        for name in ExporterRegistry.standard.descriptors.flatMap(\.profiles)
        where !names.contains(name) {
            names.append(name)
        }
        return names.isEmpty ? "none yet" : names.joined(separator: ", ")
    }

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        let path = arguments["output"]
        let exporter = try exporter(arguments["to"], path)
        let format = exporter.descriptor
        if format.writesFolder, path == nil {
            throw Diagnostic(
                .usage, "MissingOption", "'\(format.name)' is several files and needs a folder",
                hint: "write --output FOLDER")
        }
        if format.name == "png", path == nil, console.isTerminal {
            throw Diagnostic(
                .usage, "BinaryOutput", "a PNG picture is not for a terminal",
                hint: "write --output graph.png")
        }
        var options = ExportOptions(
            profile: arguments["profile"], version: arguments["gexf-version"],
            language: arguments.shownLanguage.rawValue)
        if let title = arguments["title"] { options.title = title }
        var output = ExportOutput()
        let loss = try exporter.write(try graph(arguments), options: options, to: &output)
        try write(output, format, path, console)
        if let diagnostic = loss.diagnostic(format: format.name) { console.report(diagnostic) }
        return 0
    }

    private static func exporter(_ name: String?, _ path: String?) throws -> any Exporter {
        let registry = ExporterRegistry.standard
        if let name { return try registry.find(name) }
        if let path, let found = registry.find(forPath: path) { return found }
        throw Diagnostic(
            .usage, "MissingOption",
            path.map { "no export format has the ending of '\($0)'" }
                ?? "'export' needs --to FORMAT",
            hint: "write --to and one of "
                + registry.descriptors.map(\.name).joined(separator: ", "))
    }

    private static func graph(_ arguments: ParsedArguments) throws -> ExportGraph {
        let graph = try GraphSource(arguments).open().graph
        var options = QueryOptions()
        options.asOf = try arguments.date("as-of")
        guard arguments.has("query") || options.asOf != nil else {
            return ExportGraph(graph.snapshot().view)
        }
        let everything =
            "MATCH (n) RETURN n AS part UNION ALL MATCH ()-[r]->() RETURN r AS part"
        let result = try CypherEngine(graph: graph).session().run(
            arguments["query"] ?? everything,
            parameters: try Parameters(arguments.all("param")).values, options: options)
        let selection = ExportGraph(result.view, rows: result.rows)
        guard !selection.isEmpty || result.rows.isEmpty else {
            throw Diagnostic(
                .data, "NothingToExport",
                "the query gives values, but no nodes, relationships or paths",
                hint: "return the nodes themselves, or print rows with 'veiviser query --format'")
        }
        return selection
    }

    private static func write(
        _ output: ExportOutput, _ format: ExporterDescriptor, _ path: String?, _ console: Console
    ) throws {
        guard let path else {
            for part in output.parts { try console.write(part.bytes) }
            return
        }
        guard format.writesFolder else {
            try AtomicFile.write(output.parts.first?.bytes ?? [], to: path)
            return
        }
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
            throw Diagnostic(
                .inputOutput, "OutputFailed",
                "cannot make the folder '\(path)': \(String(cString: strerror(errno)))")
        }
        for part in output.parts { try AtomicFile.write(part.bytes, to: "\(path)/\(part.name)") }
    }
}
