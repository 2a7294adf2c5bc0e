import GraphLoading
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
        AskCommand.self, JourneyCommand.self, QueriesCommand.self, RunCommand.self,
        QueryCommand.self, InspectCommand.self, ImportCommand.self, ExportCommand.self,
        ImportersCommand.self, ImporterCommand.self, CheckCommand.self, GraphCommand.self,
        OpenShellCommand.self, ServeCommand.self, BenchCommand.self,
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
        } catch let failure as ImportFailure {
            for diagnostic in failure.summary.diagnostics { console.report(diagnostic) }
            return failure.diagnostic.exitStatus
        } catch {
            console.note("error: \(error)\n")
            return 70
        }
    }

    private static func dispatch(_ words: [String], _ console: Console) throws -> Int32 {
        let help = HelpText(width: console.width)
        guard let name = words.first, !["--help", "-h", "help"].contains(name) else {
            if let topic = words.dropFirst().first(where: { !$0.hasPrefix("-") }) {
                try console.write(help.command(try command(topic).spec))
                return 0
            }
            let text = help.overview(commands.map { $0.spec })
            if words.isEmpty { console.note(text) } else { try console.write(text) }
            return words.isEmpty ? 64 : 0
        }
        if name == "--version" {
            try console.write("veiviser \(version)\n")
            return 0
        }
        let type = try command(name)
        let arguments = try ParsedArguments(Array(words.dropFirst()), spec: type.spec)
        if arguments.has("help") {
            try console.write(help.command(type.spec))
            return 0
        }
        if arguments.has("version") {
            try console.write("veiviser \(version)\n")
            return 0
        }
        return try type.run(arguments, console)
    }

    /// The command of a name.
    ///
    /// - Throws: `UnknownCommand` with the nearest name.
    private static func command(_ name: String) throws -> any Command.Type {
        if let type = commands.first(where: { $0.spec.name == name }) { return type }
        let near = NearNames.suggestions(for: name, among: commands.map { $0.spec.name })
        throw Diagnostic(
            .usage, "UnknownCommand", "there is no command '\(name)'",
            hint: near.first.map { "did you mean '\($0)'?" } ?? "see 'veiviser --help'")
    }
}
