import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

/// The command line.
@main
struct Veiviser {
    static let version = "0.1.0"

    /// Every command, in the order the help shows them.
    static let commands: [any Command.Type] = [
        QueryCommand.self, InspectCommand.self, ImportersCommand.self, ServeCommand.self,
        BenchCommand.self,
    ]

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        let words = Array(CommandLine.arguments.dropFirst())
        exit(run(words))
    }

    /// Runs a command line and gives the exit status.
    static func run(_ words: [String]) -> Int32 {
        var console = Console(noColor: words.contains("--no-color"))
        console.isQuiet = words.contains("--quiet") || words.contains("-q")
        do {
            return try dispatch(words, console)
        } catch let diagnostic as Diagnostic {
            if diagnostic.code == "OutputClosed" { return 0 }
            console.report(diagnostic)
            return diagnostic.exitStatus
        } catch {
            console.note("error: \(error)\n")
            return 70
        }
    }

    private static func dispatch(_ words: [String], _ console: Console) throws -> Int32 {
        guard let name = words.first, !["--help", "-h", "help"].contains(name) else {
            try console.write(HelpText(width: console.width).overview(commands.map { $0.spec }))
            return words.isEmpty ? 64 : 0
        }
        if name == "--version" {
            try console.write("veiviser \(version)\n")
            return 0
        }
        guard let type = commands.first(where: { $0.spec.name == name }) else {
            let near = NearNames.suggestions(for: name, among: commands.map { $0.spec.name })
            throw Diagnostic(
                .usage, "UnknownCommand", "there is no command '\(name)'",
                hint: near.first.map { "did you mean '\($0)'?" } ?? "see 'veiviser --help'")
        }
        let arguments = try ParsedArguments(Array(words.dropFirst()), spec: type.spec)
        if arguments.has("help") {
            try console.write(HelpText(width: console.width).command(type.spec))
            return 0
        }
        if arguments.has("version") {
            try console.write("veiviser \(version)\n")
            return 0
        }
        return try type.run(arguments, console)
    }
}
