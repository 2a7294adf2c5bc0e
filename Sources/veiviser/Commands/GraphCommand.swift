import GraphModel
import GraphStore

/// `veiviser graph`: looks after graph files.
struct GraphCommand: Command {
    static let spec = CommandSpec(
        name: "graph", abstract: "Verify a graph file, or copy it while it is in use",
        discussion: """
            'graph verify GRAPH' checks every part and checksum, 'graph backup GRAPH FILE' copies \
            the last commit, 'graph compact GRAPH' folds the journal of changes into the columns. \
            'graph prepare FILE' writes the built-in graph, its saved questions and words in the \
            form they are built into the program in.
            """,
        arguments: [
            .init(name: "ACTION", arity: .one, summary: "verify, backup, compact or prepare"),
            .init(name: "GRAPH", arity: .one, summary: "the graph file"),
            .init(name: "FILE", arity: .optional, summary: "where the copy goes"),
        ],
        examples: [
            ("veiviser graph verify work.veiviser", "says whether it is sound"),
            ("veiviser graph backup work.veiviser copy.veiviser", "copies it"),
        ])

    private static let actions = ["verify", "backup", "compact", "prepare"]

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        let words = arguments.positional
        let (action, path) = (words[0], words[1])
        guard (words.count == 3) == (action == "backup") || !actions.contains(action) else {
            throw Diagnostic(
                .usage, words.count == 3 ? "UnexpectedArgument" : "MissingArgument",
                "'graph \(action)' takes \(words.count == 3 ? "one file" : "two files")",
                hint: "see 'veiviser graph --help'")
        }
        switch action {
        case "verify": return try verify(path, console)
        case "backup":
            try GraphFile.backup(from: path, to: words[2])
        case "compact":
            let file = try GraphFile.open(path, mode: .readWrite)
            try file.fold()
            file.close()
        case "prepare":
            try AtomicFile.write(try GuideData.prepared(), to: path)
        default:
            throw Diagnostic(
                .usage, "UnknownAction", "'graph' does not know '\(action)'",
                hint: NearNames.suggestions(for: action, among: actions).first
                    .map { "did you mean '\($0)'?" } ?? "one of: \(actions.joined(separator: ", "))"
            )
        }
        return 0
    }

    private static func verify(_ path: String, _ console: Console) throws -> Int32 {
        let found = GraphFile.verify(path)
        for diagnostic in found { console.report(diagnostic) }
        guard found.isEmpty else { return found[0].exitStatus }
        let view = try GraphFile.open(path, mode: .readOnly).graph.snapshot().view
        try console.write(
            "'\(path)' is sound: \(view.nodeCount) nodes, \(view.relationshipCount) relationships\n"
        )
        return 0
    }
}
