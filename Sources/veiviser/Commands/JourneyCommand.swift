import Exporters
import GraphModel
import GraphStore
import Guidance

/// `veiviser journey`: shows the stages of a case in order, and what is so at each.
struct JourneyCommand: Command {
    static let spec = CommandSpec(
        name: "journey", abstract: "Show a case step by step: who does what, which rights apply",
        discussion: """
            TRACK is a kind of case as the graph or people call it: criminal or straffesak, \
            residence or oppholdssak, return or retursporet. Without it all are shown. Every line \
            ends with its source: the number in the list below, and the line or section there.
            """,
        arguments: [
            .init(name: "TRACK", arity: .optional, summary: "the kind of case; default: all")
        ],
        options: [
            .asOf,
            .init(
                name: "by-source",
                summary: "leave out what became known after the main source was written"),
            .init(
                name: "format", value: "FORMAT", choices: ["text", "markdown", "json", "dot"],
                summary: "how it is printed"),
            .language,
        ],
        examples: [
            ("veiviser journey return --lang en", "the steps of a return"),
            ("veiviser journey straffesak --lang nb --as-of 2012", "a criminal case as in 2012"),
            ("veiviser journey --format dot | dot -Tsvg -o journey.svg", "a picture"),
        ])

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        var options = JourneyOptions()
        options.asOf = try arguments.date("as-of")
        options.goesBySource = arguments.has("by-source")
        options.language = arguments.shownLanguage
        let guide = try GuideData.guide(over: GraphSource(arguments))
        let journey = try guide.journey(track: arguments.positional.first, options: options)
        switch arguments["format"] {
        case "markdown": try console.write(JourneyRenderer.markdown(journey))
        case "json": try console.write(JourneyRenderer.json(journey) + "\n")
        case "dot": try console.write(try dot(journey))
        default: try console.write(JourneyRenderer.text(journey, width: console.width))
        }
        return 0
    }

    private static func dot(_ journey: Journey) throws -> [UInt8] {
        var output = ExportOutput()
        var options = ExportOptions(language: journey.language.rawValue)
        options.title = journey.tracks.map(\.title).joined(separator: ", ")
        _ = try DOTExporter().write(
            ExportGraph(journey.view, rows: journey.rows), options: options, to: &output)
        return output.parts.flatMap(\.bytes)
    }
}
