import CypherEngine
import GraphModel
import GraphStore
import Guidance

/// `veiviser run`: runs a saved question by name.
struct RunCommand: Command {
    static let spec = CommandSpec(
        name: "run", abstract: "Run a saved question by its name",
        discussion: """
            The values are stable ids or names of nodes. A parameter may be given several times. \
            See 'veiviser queries' for names and parameters.
            """,
        arguments: [
            .init(name: "NAME", arity: .one, summary: "the saved question"),
            .init(name: "PARAMETER=VALUE", arity: .zeroOrMore, summary: "what it asks for"),
        ],
        options: [
            .asOf,
            .init(
                name: "format", value: "FORMAT", choices: RowFormat.allCases.map(\.rawValue),
                summary: "how rows are printed; a table shows names, sources and lines"),
            .language,
        ],
        examples: [
            ("veiviser run who-handles stage=st:retur", "who does what at return"),
            ("veiviser run rights-at-stage stage=anmeldelse --format json", "by name, as JSON"),
        ])

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        let query = try GuideData.library().named(arguments.positional[0])
        var options = QueryOptions()
        options.asOf = try arguments.date("as-of")
        let opened = try GraphSource(arguments).open()
        let binding = SavedQueryBinding(query: query, view: opened.graph.snapshot().view)
        let parameters = try binding.values(of: Array(arguments.positional.dropFirst()))
        let session = CypherEngine(graph: opened.graph).session()
        let result = try session.run(query.cypher, parameters: parameters, options: options)
        let format = RowFormat(rawValue: arguments["format"] ?? "") ?? .table
        let cells = CellText(view: result.view, names: arguments.shownLanguage.rawValue)
        try console.write(format.text(of: result, width: console.width, cells: cells))
        return 0
    }
}
