import CHeap
import GraphModel
import GraphStore
import Guidance

/// `veiviser ask`: answers a question in Norwegian or English.
struct AskCommand: Command {
    static let spec = CommandSpec(
        name: "ask", abstract: "Answer a question in Norwegian or English, with its sources",
        discussion: """
            Ends with 1 where the answer is not known. No question is stored anywhere.
            With --batch each line is a question, and each answer is a line of JSON.
            """,
        arguments: [
            .init(name: "QUESTION", arity: .zeroOrMore, summary: "the question; not with --batch")
        ],
        options: [
            .asOf,
            .init(
                name: "lang", value: "LANGUAGE", choices: Language.allCases.map(\.rawValue),
                summary: "the language of the answer; default: that of the question"),
            .init(
                name: "format", value: "FORMAT", choices: ["text", "json"],
                summary: "how the answer is printed"),
            .init(
                name: "batch", value: "FILE",
                summary: "a question a line in, a line of JSON out; - for standard input"),
            .init(
                name: "documents", value: "DIR",
                summary: "the source documents; their lines are shown word by word"),
            .init(name: "explain", summary: "tell how the answer was found"),
        ],
        examples: [
            ("veiviser ask \"who assists with return\"", "an answer with its source line"),
            ("veiviser ask \"hvem var med i KOM\" --as-of 2012", "as things were in 2012"),
            ("veiviser ask --batch questions.txt", "many at once"),
        ])

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        var options = AskOptions()
        options.asOf = try arguments.date("as-of")
        options.language = arguments.language
        options.explains = arguments.has("explain")
        let question = arguments.positional.joined(separator: " ")
        guard arguments.has("batch") != !arguments.positional.isEmpty else {
            throw Diagnostic(
                .usage, question.isEmpty ? "MissingArgument" : "ConflictingArguments",
                "'ask' takes a question or --batch", hint: "see 'veiviser ask --help'")
        }
        var documents = try arguments["documents"].map(DocumentFolder.init)
        let lines = try arguments["batch"].map(LineReader.init)
        vv_heap_fill(5 << 19)
        let guide = try GuideData.guide(over: GraphSource(arguments))
        // The process ends after the answer; taking the graph apart first would only take time.
        _ = Unmanaged.passRetained(guide)
        if let lines {
            try answerAll(lines, guide, options, &documents, console)
            return 0
        }
        let answer = try guide.answer(question, options: options)
        let quotes = documents?.quotes(for: answer, report: console.report)
        if arguments["format"] == "json" {
            try console.write(AnswerRenderer.json(answer, quotes: quotes) + "\n")
        } else {
            try console.write(AnswerRenderer.text(answer, quotes: quotes ?? [:]))
        }
        return answer.verdict == .unknown ? 1 : 0
    }

    /// Answers line by line, so that another program can ask on as it reads.
    private static func answerAll(
        _ lines: consuming LineReader, _ guide: Guide, _ options: AskOptions,
        _ documents: inout DocumentFolder?, _ console: Console
    ) throws {
        while let question = try lines.next() {
            let answer = try guide.answer(question, options: options)
            let quotes = documents?.quotes(for: answer, report: console.report)
            try console.write(AnswerRenderer.json(answer, quotes: quotes) + "\n")
        }
    }
}
