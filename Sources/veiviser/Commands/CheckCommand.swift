import GraphLoading
import GraphModel
import GraphStore
import Guidance
import GuideXML
import ImporterKit

/// `veiviser check`: tells curators what is wrong or doubtful in a graph.
struct CheckCommand: Command {
    static let spec = CommandSpec(
        name: "check", abstract: "Tell what is wrong or doubtful in a graph, and where",
        discussion: """
            Looks for what breaks the schema, facts without a source, references to nothing, \
            contradictions, periods that overlap, stages in a circle, missing names, old sources; \
            with --documents also for lines that are no longer what they were. The guide's own \
            vocabulary and saved questions are checked with its graph: that the ids, labels, types \
            and roles they name are there. For a folder, those beside it are. Ends with 65 where \
            there is an error; warnings and notes alone end with 0.
            """,
        options: [
            .init(
                name: "documents", value: "DIR",
                summary: "the source documents; their hashes and lines are checked"),
            .init(
                name: "older-than", value: "MONTHS",
                summary: "warn of sources older than this; default: 24"),
            .init(name: "strict", summary: "end with 65 for warnings too"),
            .init(
                name: "format", value: "FORMAT", choices: ["text", "json"],
                summary: "how findings are printed"),
        ],
        examples: [
            ("veiviser check --graph Graph", "the files of the folder Graph"),
            ("veiviser check --documents sources --format json", "hashes too, for a program"),
        ])

    /// Where the checked graph keeps the file and line of each element.
    private static let placesKey = "veiviser:place"

    static func run(_ arguments: ParsedArguments, _ console: Console) throws -> Int32 {
        var options = GraphCheck.Options()
        options.placesKey = placesKey
        if let months = try arguments.count("older-than") { options.months = months }
        let folder = try arguments["documents"].map(DocumentFolder.init)
        options.document = folder.map { folder in { folder.document($0) } }
        let loaded = try load(arguments)
        var report = CheckReport()
        report.findings = loaded.diagnostics
        if let graph = loaded.graph {
            let view = graph.snapshot().view
            report.nodes = view.nodeCount
            report.relationships = view.relationshipCount
            let found = GraphCheck(view, schema: schema, options: options).findings()
            report.add(found)
            report.add(try questionData(arguments, graph))
        }
        if arguments["format"] == "json" {
            try console.write(report.json)
        } else {
            try console.write(report.text(color: console.colorsOutput, isQuiet: console.isQuiet))
        }
        let isBad = report.errors > 0 || arguments.has("strict") && report.warnings > 0
        return isBad ? 65 : 0
    }

    // MARK: - Vocabulary and saved questions

    /// What the words and saved questions that belong to the graph name and it does not have.
    private static func questionData(
        _ arguments: ParsedArguments, _ graph: Graph
    ) throws -> [Diagnostic] {
        guard let data = try DataFiles(beside: arguments["graph"]) else { return [] }
        let words = WordCheck(graph.snapshot().view, schema: schema)
        let check = QueryCheck(graph)
        let ofWords = try findings(data.files(in: "Graph", ending: "vocabulary.xml")) {
            words.findings(try Vocabulary($0))
        }
        let ofQueries = try findings(data.files(in: "Queries", ending: ".cypher")) {
            check.findings(try GuideData.query($0))
        }
        return ofWords + ofQueries
    }

    /// What is found in each file, or why it cannot be read.
    private static func findings(
        _ files: [InputFile], _ check: (InputFile) throws -> [Diagnostic]
    ) throws -> [Diagnostic] {
        try files.flatMap { file in
            do {
                return try check(file)
            } catch let fault as Diagnostic {
                return [fault]
            }
        }
    }

    // MARK: - The graph

    /// Reads the graph, leaving out what is wrong, so that one run tells all of it.
    ///
    /// - Throws: What there is to say where nothing can be read at all.
    private static func load(
        _ arguments: ParsedArguments
    ) throws -> (graph: Graph?, diagnostics: [Diagnostic]) {
        if let path = arguments["graph"], GraphFile.isGraphFile(path) {
            return (try GraphFile.open(path, mode: .readOnly).graph, [])
        }
        var options = ImportOptions()
        options.onError = .skip
        options.placesKey = placesKey
        options.diagnosticLimit = 10_000
        let session = ImportSession(registry: GraphSource.registry)
        do {
            let loaded =
                if let path = arguments["graph"] {
                    try session.load([path], options: options)
                } else {
                    try session.load(files: try DataFiles().graphFiles(), options: options)
                }
            // A folder may hold more than the graph: its README, its schema.
            return (
                Graph(loaded.graph),
                loaded.summary.diagnostics.filter { $0.code != "IgnoredFile" }
            )
        } catch let failure as ImportFailure where failure.diagnostic.kind == .data {
            return (nil, failure.summary.diagnostics)
        }
    }

    private static let schema = GraphSchema(
        labels: GuideXMLImporter.labels,
        types: Dictionary(grouping: GuideXMLImporter.relationships, by: \.type).mapValues {
            $0.map { GraphSchema.Ends(from: $0.from, to: $0.to) }
        },
        confidences: Set(GuideXMLImporter.confidences))
}
