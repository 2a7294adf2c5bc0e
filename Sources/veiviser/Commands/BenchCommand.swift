import CypherEngine
import GraphLoading
import GraphModel
import GraphStore

#if canImport(Glibc)
    import Glibc
#endif

/// `veiviser bench lsqb`: times counting queries over a folder of CSV files.
struct BenchCommand: Command {
    static let spec = CommandSpec(
        name: "bench", abstract: "Time queries over a folder of CSV files",
        discussion: """
            'bench lsqb DIR' loads the folder and runs the nine queries of the Labelled Subgraph \
            Query Benchmark, or those of --queries, and prints counts and times as JSON.
            """,
        arguments: [
            .init(name: "lsqb", arity: .one, summary: "the benchmark"),
            .init(name: "DIR", arity: .one, summary: "the folder"),
        ],
        options: [
            .init(name: "threads", value: "N", summary: "threads to use; 1 if not said"),
            .init(name: "runs", value: "N", summary: "timed runs of each query; 5 if not said"),
            .init(name: "queries", value: "FILE", summary: "other queries, one a line"),
        ])

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        guard arguments.positional[0] == "lsqb" else {
            throw Diagnostic(
                .usage, "UnknownBenchmark", "there is no benchmark '\(arguments.positional[0])'",
                hint: "write 'bench lsqb DIR'")
        }
        let threads = try arguments.count("threads") ?? 1
        let runs = try arguments.count("runs") ?? 5
        let texts = try arguments["queries"].map { try queries(InputText.read($0)) } ?? LSQB.queries
        var options = ImportOptions()
        options.keepsSources = false
        let start = ContinuousClock.now
        let loaded = try ImportSession(registry: GraphSource.registry)
            .load([arguments.positional[1]], options: options)
        let load = ContinuousClock.now - start
        let session = CypherEngine(graph: Graph(loaded.graph)).session()
        var json = JSONText()
        json.raw("{\"peer\": \"veiviser\", \"version\": \"\(Veiviser.version)\"")
        json.raw(", \"threads\": \(threads), \"load_s\": \(LSQB.seconds(load)), \"queries\": ")
        json.list(texts.enumerated().map { ($0.offset + 1, $0.element) }, open: "{", close: "}") {
            json, item in
            json.raw("\"\(item.0)\": ")
            time(item.1, runs: runs, threads: threads, session, &json)
        }
        writeMemory(loaded.graph, &json)
        json.raw(", \"peak_mb\": \(peak())}\n")
        try console.write(json.text)
        return 0
    }

    private static func queries(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init).filter { line in
            !line.allSatisfy(\.isWhitespace) && !line.hasPrefix("//")
        }
    }

    private static func time(
        _ text: String, runs: Int, threads: Int, _ session: QuerySession, _ json: inout JSONText
    ) {
        do {
            var times: [Double] = []
            var processor: [Double] = []
            var result: QueryResult?
            var options = QueryOptions()
            options.threads = threads
            for _ in 0...runs {
                let start = ContinuousClock.now
                let used = clock()
                result = try session.run(text, options: options)
                times.append((ContinuousClock.now - start).seconds)
                processor.append(Double(clock() - used) / Double(CLOCKS_PER_SEC))
            }
            let timed = times.dropFirst().sorted()
            json.raw("{\"count\": ")
            if let result, let count = result.rows.first?.first {
                json.value(count, view: result.view)
            } else {
                json.raw("null")
            }
            json.raw(", \"first_s\": \(LSQB.rounded(times[0]))")
            json.raw(", \"median_s\": \(LSQB.rounded(LSQB.median(timed)))")
            json.raw(", \"min_s\": \(LSQB.rounded(timed.first ?? 0))")
            json.raw(", \"cpu_median_s\": ")
            json.raw("\(LSQB.rounded(LSQB.median(processor.dropFirst().sorted())))")
            json.raw(", \"runs\": \(runs)}")
        } catch {
            json.raw("{\"error\": ")
            json.string((error as? Diagnostic)?.message ?? "\(error)")
            json.raw("}")
        }
    }

    /// What the graph takes, for each node and each relationship.
    private static func writeMemory(_ graph: BaseGraph, _ json: inout JSONText) {
        let use = graph.memoryUse
        let node = Double(use.nodes) / Double(max(graph.nodeCount, 1))
        let relationship = Double(use.relationships) / Double(max(graph.relationshipCount, 1))
        json.raw(", \"graph_bytes\": \(use.total)")
        json.raw(", \"bytes_per_node\": \(LSQB.rounded(node))")
        json.raw(", \"bytes_per_relationship\": \(LSQB.rounded(relationship))")
    }

    /// The most memory the process has held, in MB.
    private static func peak() -> Int {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}
