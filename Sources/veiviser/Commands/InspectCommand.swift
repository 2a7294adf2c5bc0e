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
                summary: "how to print what was found"),
            .init(name: "importer", value: "NAME", summary: "read as this format"),
            .init(name: "base", value: "IRI", summary: "resolve relative IRIs of RDF against this"),
            .init(
                name: "option", value: "NAME=VALUE", repeats: true,
                summary: "a setting of the importer"),
        ],
        examples: [("veiviser inspect graph.graphml", "counts nodes and edges of a file")])

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        var options = ImportOptions()
        options.importer = arguments["importer"]
        options.keepsSources = false
        for pair in arguments.all("option") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else {
                throw Diagnostic(
                    .usage, "InvalidOptionValue", "'\(pair)' is not NAME=VALUE")
            }
            options.settings[String(parts[0])] = String(parts[1])
        }
        if let base = arguments["base"] { options.settings["base"] = base }
        let format = arguments["format"] ?? "text"
        let statements = StatementLines()
        if format == "ntriples" { options.onStatement = { statements.add($0) } }
        let summary = ImportSession(registry: GraphSource.registry)
            .inspect(arguments.positional, options: options)
        if format != "json" { for item in summary.diagnostics { console.report(item) } }
        switch format {
        case "json": try console.write(json(summary))
        case "ntriples": if summary.firstError == nil { try console.write(statements.text) }
        default: if summary.firstError == nil { try console.write(text(summary)) }
        }
        return summary.firstError?.exitStatus ?? 0
    }

    private static func text(_ summary: ImportSummary) -> String {
        var text = "importer       \(summary.importer)\n"
        text += "nodes          \(summary.nodes)\n"
        text += "relationships  \(summary.edges)\n"
        if let triples = summary.triples { text += "triples        \(triples)\n" }
        for (title, tallies) in [("labels", summary.labels), ("types", summary.types)] {
            guard !tallies.isEmpty else { continue }
            text += "\(title):\n"
            for tally in tallies { text += "  \(tally.name)  \(tally.count)\n" }
        }
        return text
    }

    private static func json(_ summary: ImportSummary) -> String {
        var json = JSONText()
        json.raw("{\"importer\": ")
        json.string(summary.importer)
        json.raw(", \"nodes\": \(summary.nodes), \"edges\": \(summary.edges)")
        json.raw(", \"triples\": \(summary.triples.map(String.init) ?? "null")")
        for (name, tallies) in [("labels", summary.labels), ("types", summary.types)] {
            json.raw(", \"\(name)\": ")
            json.list(tallies, open: "{", close: "}") { json, tally in
                json.string(tally.name)
                json.raw(": \(tally.count)")
            }
        }
        json.raw(", \"diagnostics\": ")
        json.list(summary.diagnostics) { DiagnosticJSON.write($1, to: &$0) }
        json.raw("}\n")
        return json.text
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
