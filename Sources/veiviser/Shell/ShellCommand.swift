import GraphModel

/// The words that begin with a colon: what the shell does beside running queries.
enum ShellCommand: String, CaseIterable {
    case help
    case schema
    case params
    case format
    case explain
    case source
    case asof
    case why
    case timer
    case quit

    static var names: [String] { allCases.map { ":\($0.rawValue)" } }

    /// The command of a line that begins with a colon, and the rest of the line.
    ///
    /// - Throws: `UnknownShellCommand` with the nearest name.
    static func parse(_ line: String) throws -> (command: ShellCommand, rest: String) {
        let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
        let name = parts.first.map(String.init) ?? ""
        guard let command = ShellCommand(rawValue: name.lowercased()) else {
            throw Diagnostic(
                .usage, "UnknownShellCommand", "the shell does not know ':\(name)'",
                hint: NearNames.suggestions(for: name, among: allCases.map(\.rawValue)).first
                    .map { "did you mean ':\($0)'?" } ?? "see ':help'")
        }
        var rest = parts.count > 1 ? parts[1][...] : ""
        while let last = rest.last, last.isWhitespace || last == ";" { rest.removeLast() }
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        return (command, String(rest))
    }

    /// What it takes and does.
    var summary: (usage: String, purpose: String) {
        switch self {
        case .help: (":help", "this list")
        case .schema: (":schema", "labels, relationship types and property keys")
        case .params: (":params [NAME=VALUE | clear]", "show, set or forget parameters")
        case .format: (":format [FORMAT]", "how rows are printed")
        case .explain: (":explain QUERY", "the plan of a query, without running it")
        case .source: (":source FILE", "run the statements of a file")
        case .asof: (":asof [DATE | off]", "look at the graph as in force that day")
        case .why: (":why [on | off]", "with each row the facts it rests on")
        case .timer: (":timer [on | off]", "how long queries take")
        case .quit: (":quit", "end the shell; Ctrl-D does too")
        }
    }
}
