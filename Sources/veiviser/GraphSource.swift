import CSV
import DOT
import GraphLoading
import GraphModel
import GraphStore
import GuideXML
import ImporterKit

/// The graph a command works on: the one named with --graph, an empty one, or the built-in one.
struct GraphSource {
    private let path: String?
    private let isEmpty: Bool

    init(_ arguments: ParsedArguments) {
        path = arguments["graph"]
        isEmpty = arguments.has("empty")
    }

    /// The importers of this program; one line each.
    static let registry = ImporterRegistry([
        CSVImporter(),
        DOTImporter(),
        GuideXMLImporter(schema: DataFiles.inside("Graph/schema.rng")),
    ])

    /// Loads the graph.
    func graph() throws -> Graph {
        if let path {
            return Graph(try ImportSession(registry: GraphSource.registry).load([path]).graph)
        }
        return isEmpty ? Graph() : try GraphSource.builtin()
    }

    /// The graph the program comes with. Its form is checked when it is built, not at each start.
    private static func builtin() throws -> Graph {
        let files = try DataFiles().files(in: "Graph", ending: ".xml")
            .filter { $0.baseName != "vocabulary.xml" }
        let session = ImportSession(registry: ImporterRegistry([GuideXMLImporter()]))
        return Graph(try session.load(files: files).graph)
    }
}
