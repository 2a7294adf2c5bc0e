/// What a command takes, as data: parsing, help, completions and the manual come from it.
struct CommandSpec: Sendable {
    /// An argument by position.
    struct Argument: Sendable {
        enum Arity: Sendable {
            case one
            case optional
            case zeroOrMore
            case oneOrMore
        }

        let name: String
        let arity: Arity
        let summary: String
    }

    /// An argument by name.
    struct Option: Sendable {
        /// The long name without its dashes.
        let name: String
        /// One letter, or nil.
        var short: Character?
        /// What the value is called in the help; nil for a flag.
        var value: String?
        /// The words a choice allows; empty for any text.
        var choices: [String] = []
        /// Whether it may be given several times.
        var repeats = false
        let summary: String
    }

    let name: String
    /// One line, without a full stop.
    let abstract: String
    /// Further paragraphs for the command's own help.
    var discussion = ""
    var arguments: [Argument] = []
    var options: [Option] = []
    /// Command lines that work, each with what it does.
    var examples: [(line: String, purpose: String)] = []

    /// The command's own options and those every command has.
    var allOptions: [Option] { options + CommandSpec.common }

    /// Options every command takes.
    static let common: [Option] = [
        Option(
            name: "graph", short: "g", value: "FILE",
            summary: "a graph file, or any file an importer reads; default: the built-in graph"),
        Option(name: "quiet", short: "q", summary: "print results and errors only"),
        Option(name: "no-color", summary: "no colours, as with NO_COLOR set"),
        Option(name: "help", short: "h", summary: "show this help"),
        Option(name: "version", summary: "show the version"),
    ]
}
