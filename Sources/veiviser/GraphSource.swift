import CSV
import DOT
import GraphLoading
import GraphModel
import GraphStore
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
    ])

    /// Loads the graph.
    func graph() throws -> Graph {
        if let path {
            return Graph(try ImportSession(registry: GraphSource.registry).load([path]).graph)
        }
        return isEmpty ? Graph() : Graph()
    }
}
