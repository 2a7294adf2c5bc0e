import CypherEngine
import CypherSyntax
import GraphModel
import GraphStore

/// Reads statements and commands, runs them, prints what comes of them.
final class Shell {
    private let session: QuerySession
    private let console: Console
    private let interruption: Interruption
    private var options: QueryOptions
    private var format: RowFormat
    private var parameters: [String: Value] = [:]
    private var showsTime = false
    /// Lines of a statement that is not complete yet.
    private var pending = ""
    private var hasEnded = false
    /// The exit status of the last statement that failed.
    private var status: Int32 = 0

    init(
        session: QuerySession, options: QueryOptions, format: RowFormat, isInteractive: Bool,
        console: Console
    ) {
        self.session = session
        self.options = options
        self.format = format
        self.console = console
        interruption = Interruption(endsWhenIdle: !isInteractive)
    }

    /// Reads from a terminal until the user leaves.
    func run(editor: LineEditor) throws {
        console.note("Statements end with a semicolon. See ':help'; leave with ':quit'.\n")
        while !hasEnded {
            switch editor.read(prompt: pending.isEmpty ? "veiviser> " : "       …> ") {
            case .end:
                console.note("\n")
                return
            case .dropped: pending = ""
            case .line(let line):
                let before = pending
                try take(line)
                let entry =
                    before.isEmpty
                    ? line : before.split(separator: "\n").joined(separator: " ") + " " + line
                if pending.isEmpty, !entry.allSatisfy(\.isWhitespace) { editor.remember(entry) }
            }
        }
    }

    /// Reads lines until they end; gives the exit status.
    func run(lines: consuming LineReader) throws -> Int32 {
        while !hasEnded, let line = try lines.next() { try take(line) }
        if !hasEnded { try runAll(pending) }
        return status
    }

    /// What could be typed after a text.
    func completion(after text: String) -> ShellCompletion.Choice {
        ShellCompletion(
            view: session.engine.graph.snapshot().view,
            procedures: session.engine.procedures.names, parameters: parameters.keys.sorted()
        ).choice(after: pending + text)
    }

    private func take(_ line: String) throws {
        if pending.isEmpty, line.hasPrefix(":") {
            try guarded { try command(line) }
            return
        }
        pending += line + "\n"
        switch Script.state(of: pending) {
        case .complete: try runAll(pending)
        case .empty: pending = ""
        case .unterminated, .open: break
        }
    }

    // MARK: - Statements

    private func runAll(_ text: String) throws {
        pending = ""
        let source = SourceText(text)
        for range in Script.statements(in: text) {
            try guarded { try run(statement: source.slice(range)) }
        }
    }

    private func run(statement: String) throws {
        let start = ContinuousClock.now
        let result = try interruption.stopping { cancellation in
            var options = options
            options.cancellation = cancellation
            return try session.run(statement, parameters: parameters, options: options)
        }
        let time = ContinuousClock.now - start
        for warning in result.warnings {
            console.report(warning.located(in: SourceText(statement)))
        }
        if let plan = result.plan { try console.write(PlanText(plan).text) }
        if !result.columns.isEmpty {
            let cells = CellText(view: result.view)
            try console.write(format.text(of: result, width: console.width, cells: cells))
        }
        if !result.changes.isEmpty { console.note(ChangeText(result.changes).text) }
        if showsTime { console.note(time.milliseconds + "\n") }
    }

    /// Tells what goes wrong and goes on; only where nobody reads any more there is an end.
    private func guarded(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let diagnostic as Diagnostic where diagnostic.code != "OutputClosed" {
            console.report(inWordsOfTheShell(diagnostic))
            status = diagnostic.exitStatus
        }
    }

    /// What is an option on the command line is a command here.
    private func inWordsOfTheShell(_ diagnostic: Diagnostic) -> Diagnostic {
        guard diagnostic.code == "MissingParameter" else { return diagnostic }
        var told = diagnostic
        told.hint = "give it with ':params NAME=VALUE'"
        return told
    }

    // MARK: - Commands

    private func command(_ line: String) throws {
        let (command, rest) = try ShellCommand.parse(line)
        switch command {
        case .help: try console.write(help)
        case .schema: try console.write(schema)
        case .params: try changeParameters(rest)
        case .format: try changeFormat(rest)
        case .explain: try run(statement: "EXPLAIN \(rest)")
        case .source: try runAll(try InputText.read(rest))
        case .asof: try changeDate(rest)
        case .why: options.collectsFacts = try flag(rest, options.collectsFacts, "facts")
        case .timer: showsTime = try flag(rest, showsTime, "timer")
        case .quit: hasEnded = true
        }
    }

    private var help: String {
        ShellCommand.allCases.map { command in
            let (usage, purpose) = command.summary
            let gap = String(repeating: " ", count: max(1, 32 - usage.count))
            return "\(usage)\(gap)\(purpose)\n"
        }.joined()
    }

    private var schema: String {
        let view = session.engine.graph.snapshot().view
        var text = "labels\n"
        for name in view.allLabels.sorted() {
            let count = view.labelID(name).map { view.nodeCount(label: $0) } ?? 0
            text += "  \(name)  \(count)\n"
        }
        text += "relationship types\n"
        for name in view.allTypes.sorted() {
            let count = view.typeID(name).map { view.relationshipCount(type: $0) } ?? 0
            text += "  \(name)  \(count)\n"
        }
        return text + "property keys\n  \(view.allKeys.sorted().joined(separator: "  "))\n"
    }

    private func changeParameters(_ rest: String) throws {
        if rest == "clear" {
            parameters = [:]
        } else if rest.isEmpty {
            for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
                try console.write("$\(name) = \(ValuePrinter().text(of: value))\n")
            }
        } else {
            parameters.merge(try Parameters([rest]).values) { $1 }
        }
    }

    private func changeFormat(_ rest: String) throws {
        if rest.isEmpty {
            try console.write("\(format.rawValue)\n")
            return
        }
        guard let wanted = RowFormat(rawValue: rest) else {
            let names = RowFormat.allCases.map(\.rawValue)
            throw Diagnostic(
                .usage, "UnknownFormat", "there is no format '\(rest)'",
                hint: NearNames.suggestions(for: rest, among: names).first
                    .map { "did you mean '\($0)'?" } ?? "one of: \(names.joined(separator: ", "))")
        }
        format = wanted
    }

    private func changeDate(_ rest: String) throws {
        if rest.isEmpty || rest == "off" {
            options.asOf = nil
            return
        }
        guard let date = DayRange(iso: rest) else {
            throw Diagnostic(
                .usage, "InvalidDate", "'\(rest)' is not a date",
                hint: "write it as 2012-01-31, 2012-01 or 2012")
        }
        options.asOf = date
    }

    private func flag(_ rest: String, _ current: Bool, _ name: String) throws -> Bool {
        switch rest {
        case "on": return true
        case "off": return false
        case "": return !current
        default:
            throw Diagnostic(
                .usage, "InvalidSetting", "the \(name) can be on or off, not '\(rest)'")
        }
    }
}

extension Duration {
    /// In milliseconds, to the microsecond.
    fileprivate var milliseconds: String {
        let microseconds = Int((seconds * 1e6).rounded(.down))
        let rest = String(microseconds % 1000)
        return "\(microseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest) ms"
    }
}
