import GraphModel
import ImporterKit
import RDF

#if canImport(Glibc)
    import Glibc
#endif

/// `veiviser importer`: begins a new importer, or checks one that is a program.
struct ImporterCommand: Command {
    static let spec = CommandSpec(
        name: "importer", abstract: "Begin a new importer, or check a program against the protocol",
        discussion: """
            'importer new NAME' writes a working importer with a sample and a test, and says what \
            to do next: for swift into the package the command is run in, else into a folder NAME.
            'importer check PROGRAM SAMPLE…' runs a program over samples, whole and broken ones, \
            and names each rule of the plugin protocol it breaks; then it ends with 65.
            """,
        arguments: [
            .init(name: "ACTION", arity: .one, summary: "new or check"),
            .init(name: "NAME", arity: .one, summary: "the new importer's name, or the program"),
            .init(name: "SAMPLE", arity: .zeroOrMore, summary: "files the program can read"),
        ],
        options: [
            .init(
                name: "language", value: "LANGUAGE",
                choices: ImporterTemplate.Language.allCases.map(\.rawValue),
                summary: "what a new importer is written in; default: python"),
            .init(name: "into", value: "FOLDER", summary: "where to write; default: here"),
        ],
        examples: [
            ("veiviser importer new my-format", "writes an importer in Python, with a test"),
            (
                "veiviser importer check my-format/my-format my-format/sample.my-format",
                "says which rules it keeps"
            ),
        ])

    private static let actions = ["new", "check"]

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        let words = arguments.positional
        switch words[0] {
        case "new": return try new(words[1], arguments, console)
        case "check": return try check(words[1], Array(words.dropFirst(2)), arguments, console)
        default:
            throw Diagnostic(
                .usage, "UnknownAction", "'importer' does not know '\(words[0])'",
                hint: NearNames.suggestions(for: words[0], among: actions).first
                    .map { "did you mean '\($0)'?" } ?? "one of: \(actions.joined(separator: ", "))"
            )
        }
    }

    // MARK: - new

    private static func new(
        _ name: String, _ arguments: ParsedArguments, _ console: Console
    ) throws -> Int32 {
        if arguments.positional.count > 2 {
            throw Diagnostic(
                .usage, "UnexpectedArgument",
                "'importer new' does not take '\(arguments.positional[2])'",
                hint: "see 'veiviser importer --help'")
        }
        let language =
            arguments["language"].flatMap(ImporterTemplate.Language.init(rawValue:)) ?? .python
        let folder = arguments["into"] ?? "."
        guard access(folder, W_OK) == 0 else {
            throw Diagnostic(
                .noInput, "NoSuchFolder", "there is no folder '\(folder)' that can be written to")
        }
        if language == .swift, access(folder + "/Package.swift", R_OK) != 0 {
            throw Diagnostic(
                .usage, "NotAPackage", "'\(folder)' is not the folder of this program's package",
                hint: "run it where Package.swift is, or choose --language python or shell")
        }
        let template = try ImporterTemplate(name: name, language: language)
        try template.write(into: folder)
        var text = "Written:\n"
        for file in template.files { text += "  \(path(file.path, in: folder))\n" }
        text += "Next:\n"
        for step in template.steps { text += "  \(step)\n" }
        if !console.isQuiet { try console.write(text) }
        return 0
    }

    private static func path(_ path: String, in folder: String) -> String {
        folder == "." ? path : "\(folder)/\(path)"
    }

    // MARK: - check

    private static func check(
        _ program: String, _ samples: [String], _ arguments: ParsedArguments, _ console: Console
    ) throws -> Int32 {
        for name in ["language", "into"] where arguments.has(name) {
            throw Diagnostic(
                .usage, "ConflictingArguments", "'importer check' takes no '--\(name)'")
        }
        guard !samples.isEmpty else {
            throw Diagnostic(
                .usage, "MissingArgument", "'importer check' needs SAMPLE",
                hint: "name a file the program can read")
        }
        guard access(program, F_OK) == 0 else {
            throw Diagnostic(
                .noInput, "NoSuchFile", "cannot open '\(program)': there is no such file")
        }
        let files = try samples.map {
            InputFile(name: $0, content: try FileContent(path: $0))
        }
        // A name without a slash would be looked for among the system's commands.
        var check = ImporterCheck(
            program: program.contains("/") ? program : "./" + program, triples: RDFTriples())
        check.run(samples: files)
        try console.write(report(check.findings))
        return check.isPassed ? 0 : 65
    }

    private static func report(_ findings: [ImporterCheck.Finding]) -> String {
        var text = ""
        for finding in findings {
            let word = finding.isKept ? "kept  " : finding.isAdvice ? "advice" : "BROKEN"
            text += "\(word)  \(finding.rule)\n"
            if !finding.detail.isEmpty { text += "        \(finding.detail)\n" }
        }
        let broken = findings.count { !$0.isKept && !$0.isAdvice }
        let advice = findings.count { !$0.isKept && $0.isAdvice }
        let kept = findings.count - broken - advice
        return text + "\(kept) kept, \(broken) broken, \(advice) advised\n"
    }
}
