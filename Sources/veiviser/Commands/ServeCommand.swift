import CypherEngine
import GraphModel
import GraphStore
import Server

/// `veiviser serve`: lets Neo4j's drivers query the graph.
struct ServeCommand: Command {
    static let spec = CommandSpec(
        name: "serve", abstract: "Let Neo4j drivers query the graph over Bolt",
        discussion: """
            Serves until it is stopped by SIGTERM or Ctrl-C; queries that run are then cancelled, \
            what was committed stays.
            Only programs on this machine can connect, with any credentials, unless --listen and \
            --auth-file say who else may. The connection is not encrypted: leave TLS to a proxy.
            With --write and a graph file (made if it is not there), a commit is on the disk before \
            it is acknowledged.
            """,
        options: [
            .init(
                name: "bolt", value: "ADDRESS",
                summary: "an address of this machine's own; 127.0.0.1:7687 if left out"),
            .init(
                name: "listen", value: "ADDRESS",
                summary: "an address others can reach; needs --auth-file"),
            .init(
                name: "auth-file", value: "FILE",
                summary: "who may connect: a line 'user:hash' each, made by 'openssl passwd -6'"),
            .init(name: "empty", summary: "start from an empty graph"),
            .init(name: "write", summary: "allow writing"),
            .init(
                name: "timeout", value: "SECONDS",
                summary: "stop a query that runs longer; 600 if left out"),
            .init(
                name: "memory", value: "MB",
                summary: "stop a query that holds more rows than this; 2048 if left out"),
            .init(name: "max-rows", value: "N", summary: "stop a query that gives more rows"),
            .init(name: "max-clients", value: "N", summary: "clients at one time; 256 if left out"),
        ],
        examples: [
            ("veiviser serve", "serve the built-in graph, for reading"),
            (
                "veiviser serve --graph work.veiviser --write",
                "serve a graph that is kept in a file"
            ),
        ])

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        ShutdownSignals.hold()
        let configuration = try configuration(arguments)
        let opened = try GraphSource(arguments).open(forWriting: arguments.has("write"))
        defer { opened.file?.close() }
        if arguments.has("write"), opened.file == nil {
            console.note("note: what clients write is lost when the server stops\n")
        }
        let engine = CypherEngine(graph: opened.graph)
        let backend = EngineBackend(engine: engine, options: try options(arguments))
        let server = BoltServer(configuration: configuration, backend: backend)
        try server.start()
        try console.write("Listening on bolt://\(server.address)\n")
        ShutdownSignals.wait()
        console.note("stopping\n")
        server.stop()
        return 0
    }

    private static func configuration(
        _ arguments: ParsedArguments
    ) throws -> BoltConfiguration {
        var configuration = BoltConfiguration()
        let standard = NetworkAddress(host: configuration.host, port: configuration.port)
        let text = arguments["listen"] ?? arguments["bolt"] ?? ""
        let address = try NetworkAddress(parsing: text, standard: standard)
        configuration.host = address.host
        configuration.port = address.port
        configuration.allowsOtherMachines = arguments.has("listen")
        configuration.authFile = arguments["auth-file"]
        configuration.version = Veiviser.version
        if let clients = try arguments.count("max-clients") {
            configuration.limits.connections = clients
        }
        return configuration
    }

    private static func options(_ arguments: ParsedArguments) throws -> EngineBackend.Options {
        var options = EngineBackend.Options()
        options.allowsWriting = arguments.has("write")
        options.limits.timeout = try arguments.number("timeout") ?? 600
        options.limits.memory = QueryLimits.bytes(
            megabytes: try arguments.count("memory") ?? 2048)
        options.limits.rows = try arguments.count("max-rows")
        return options
    }
}
