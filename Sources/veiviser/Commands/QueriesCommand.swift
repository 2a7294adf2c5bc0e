import GraphModel
import Guidance

/// `veiviser queries`: lists the saved questions.
struct QueriesCommand: Command {
    static let spec = CommandSpec(
        name: "queries", abstract: "List the saved questions, or show one with its Cypher",
        arguments: [
            .init(name: "NAME", arity: .optional, summary: "show this one whole")
        ],
        options: [
            .init(
                name: "format", value: "FORMAT", choices: ["text", "json"],
                summary: "how they are printed"),
            .language,
        ],
        examples: [
            ("veiviser queries", "every saved question with what it asks for"),
            ("veiviser queries who-handles", "its parameters, phrasings and Cypher"),
        ])

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        let library = try GuideData.library()
        var queries = library.queries
        if let name = arguments.positional.first { queries = [try library.named(name)] }
        if arguments["format"] == "json" {
            try console.write(json(queries))
        } else if arguments.positional.isEmpty {
            let language = arguments.shownLanguage
            try console.write(queries.map { overview($0, language) }.joined())
        } else {
            try console.write(queries.map(details).joined())
        }
        return 0
    }

    private static func overview(_ query: SavedQuery, _ language: Language) -> String {
        let title = query.titles[language] ?? query.titles[.nb] ?? query.titles[.en] ?? ""
        let parameters = query.parameters.map(\.signature)
        return ([query.name] + parameters).joined(separator: "  ") + "\n    \(title)\n"
    }

    private static func details(_ query: SavedQuery) -> String {
        var text = "\(query.name)\n"
        for language in Language.allCases {
            if let title = query.titles[language] { text += "  \(language.rawValue)  \(title)\n" }
        }
        for parameter in query.parameters { text += "  \(parameter.signature)\n" }
        text += "asked as:\n"
        for phrasing in query.phrasings {
            text += "  \(phrasing.language.rawValue)  \(phrasing.text)\n"
        }
        return text + "\n\(query.cypher)\n"
    }

    private static func json(_ queries: [SavedQuery]) -> String {
        var json = JSONText()
        json.list(queries, open: "[\n", close: "\n]\n") { json, query in
            json.raw("  {\"name\": ")
            json.string(query.name)
            json.raw(", \"kind\": ")
            json.string(query.kind.rawValue)
            json.raw(", \"titles\": ")
            let titles = Language.allCases.compactMap { language in
                query.titles[language].map { (language.rawValue, $0) }
            }
            json.list(titles, open: "{", close: "}") { json, title in
                json.string(title.0)
                json.raw(": ")
                json.string(title.1)
            }
            json.raw(", \"parameters\": ")
            json.list(query.parameters) { json, parameter in
                json.raw("{\"name\": ")
                json.string(parameter.name)
                json.raw(", \"types\": ")
                json.list(parameter.types) { $0.string($1.name) }
                json.raw(", \"optional\": \(parameter.isOptional)}")
            }
            json.raw(", \"phrasings\": ")
            json.list(query.phrasings) { json, phrasing in
                json.raw("{\"language\": ")
                json.string(phrasing.language.rawValue)
                json.raw(", \"text\": ")
                json.string(phrasing.text)
                json.raw("}")
            }
            json.raw(", \"query\": ")
            json.string(query.cypher)
            json.raw("}")
        }
        return json.text
    }
}

extension SavedQuery.Parameter {
    /// `stage: Stage`, with a question mark where it may be left out.
    var signature: String {
        "\(name): \(types.map(\.name).joined(separator: "|"))\(isOptional ? "?" : "")"
    }
}

extension SavedQueryLibrary {
    /// The query of a name.
    ///
    /// - Throws: `UnknownSavedQuery` with the nearest name.
    func named(_ name: String) throws -> SavedQuery {
        if let query = query(named: name) { return query }
        throw Diagnostic(
            .usage, "UnknownSavedQuery", "there is no saved question '\(name)'",
            hint: suggestions(for: name).first.map { "did you mean '\($0)'?" }
                ?? "see 'veiviser queries'")
    }
}
