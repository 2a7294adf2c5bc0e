import GraphLoading
import GraphModel
import GraphStore
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// `veiviser import`: keeps files in a graph file.
struct ImportCommand: Command {
    static let spec = CommandSpec(
        name: "import", abstract: "Read files into one graph and keep it in a graph file",
        discussion: """
            All or nothing, unless --on-error skip. Nodes of several files with the same id are \
            one; where files disagree about one, that is told and the last one holds.
            """,
        arguments: [
            .init(
                name: "FILE", arity: .oneOrMore,
                summary: "files or folders, .gz and .zst too; - for standard input")
        ],
        options: [
            .init(name: "into", value: "GRAPH", summary: "the graph file to write"),
            .init(name: "add", summary: "add to a graph file that is there"),
            .init(name: "replace", summary: "replace a graph file that is there"),
            .init(
                name: "on-error", value: "WHAT",
                choices: ImportOptions.ErrorPolicy.allCases.map(\.rawValue),
                summary: "what a fault leads to; default: stop"),
            .init(name: "report", value: "FILE", summary: "write what was found there, as JSON"),
            .init(name: "dry-run", summary: "read and report, write no graph"),
        ] + CommandSpec.importing,
        examples: [
            ("veiviser import nodes.csv edges.csv --into work.veiviser", "two tables, one graph"),
            (
                "veiviser import dump.ttl --into dump.veiviser --on-error skip --report faults.json",
                "leaves out what is wrong, and lists it"
            ),
        ])

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        let target = try target(arguments)
        var options = try arguments.importOptions()
        options.onError = ImportOptions.ErrorPolicy(rawValue: arguments["on-error"] ?? "") ?? .stop
        let bar = ProgressBar(isShown: console.showsProgress)
        options.onProgress = { done, total in bar.show(done, of: total) }
        var paths = arguments.positional
        if arguments.has("add"), let target, access(target, F_OK) == 0 {
            paths.insert(target, at: 0)
        }
        let session = ImportSession(registry: GraphSource.registry)
        let loaded: LoadedGraph?
        var summary: ImportSummary
        do throws(ImportFailure) {
            let graph = try session.load(paths, options: options)
            (loaded, summary) = (graph, graph.summary)
        } catch {
            (loaded, summary) = (nil, error.summary)
        }
        bar.clear()
        for diagnostic in summary.diagnostics { console.report(diagnostic) }
        let text = SummaryText(summary: summary)
        if let report = arguments["report"] {
            try AtomicFile.write(Array(text.json.utf8), to: report)
        }
        guard let loaded else { return summary.firstError?.exitStatus ?? 70 }
        if let target { try GraphFile.write(loaded.graph, to: target) }
        if !console.isQuiet { try console.write(text.text) }
        return 0
    }

    /// The graph file to write, nil for none.
    private static func target(_ arguments: ParsedArguments) throws -> String? {
        guard let path = arguments["into"] else {
            guard arguments.has("dry-run") else {
                throw Diagnostic(
                    .usage, "MissingOption", "'import' needs --into GRAPH or --dry-run",
                    hint: "write --into work.veiviser")
            }
            return nil
        }
        if arguments.has("add"), arguments.has("replace") {
            throw Diagnostic(
                .usage, "ConflictingArguments", "'import' takes --add or --replace, not both")
        }
        let mayExist = arguments.has("add") || arguments.has("replace")
        guard mayExist || access(path, F_OK) != 0 else {
            throw Diagnostic(
                .data, "GraphExists", "there is a file '\(path)' already",
                hint: "write --add to add to it, or --replace to put the new graph in its place")
        }
        return arguments.has("dry-run") ? nil : path
    }
}

/// How far a long import is, on standard error.
private final class ProgressBar: Sendable {
    private let isShown: Bool
    private let last = Mutex(-1)

    init(isShown: Bool) { self.isShown = isShown }

    func show(_ done: Int, of total: Int) {
        guard isShown, total > 0 else { return }
        let percent = min(100, done * 100 / total)
        let isNew = last.withLock { last in
            defer { last = percent }
            return last != percent
        }
        if isNew { put("\r\u{1B}[K\(percent) %") }
    }

    func clear() {
        if isShown, last.withLock({ $0 }) >= 0 { put("\r\u{1B}[K") }
    }

    private func put(_ text: String) {
        var text = text
        // A bar that cannot be drawn is no loss.
        _ = text.withUTF8 { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
