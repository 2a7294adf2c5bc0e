import GraphLoading
import GraphModel
import ImporterKit
import Synchronization

/// `veiviser inspect`: says what an importer finds in files.
struct InspectCommand: Command {
    static let spec = CommandSpec(
        name: "inspect", abstract: "Say what an importer finds in files, without keeping it",
        arguments: [
            .init(
                name: "FILE", arity: .oneOrMore,
                summary: "files or folders; - for standard input")
        ],
        options: [
            .init(
                name: "format", value: "FORMAT", choices: ["text", "json", "ntriples"],
                summary: "how to print what was found")
        ] + CommandSpec.importing,
        examples: [("veiviser inspect graph.graphml", "counts nodes and edges of a file")])

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        var options = try arguments.importOptions()
        options.keepsSources = false
        let format = arguments["format"] ?? "text"
        let statements = StatementLines()
        if format == "ntriples" { options.onStatement = { statements.add($0) } }
        let summary = ImportSession(registry: GraphSource.registry)
            .inspect(arguments.positional, options: options)
        if format != "json" { for item in summary.diagnostics { console.report(item) } }
        switch format {
        case "json": try console.write(SummaryText(summary: summary).json)
        case "ntriples": if summary.firstError == nil { try console.write(statements.text) }
        default:
            if summary.firstError == nil { try console.write(SummaryText(summary: summary).text) }
        }
        return summary.firstError?.exitStatus ?? 0
    }
}

/// N-Triples lines as the importer gives them, from whichever thread it reads on.
private final class StatementLines: Sendable {
    private let lines = Mutex("")

    func add(_ line: String) {
        lines.withLock { text in
            text += line
            if !line.hasSuffix("\n") { text += "\n" }
        }
    }

    var text: String { lines.withLock { $0 } }
}
