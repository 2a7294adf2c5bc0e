import AkomaNtoso
import CSV
import DOT
import GEXF
import GraphLoading
import GraphML
import GraphModel
import GraphStore
import Guidance
import GuideXML
import HSDS
import ImporterKit
import JSONGraph
import Lovdata
import MappedXML
import RDF

#if canImport(Glibc)
    import Glibc
#endif

/// The graph a command works on: the one named with --graph, an empty one, or the built-in one.
struct GraphSource {
    private let path: String?
    private let isEmpty: Bool

    /// Whether it is the graph the program comes with.
    var isBuiltin: Bool { path == nil && !isEmpty }

    init(_ arguments: ParsedArguments) {
        path = arguments["graph"]
        isEmpty = arguments.has("empty")
    }

    /// The importers of this program; one line each.
    static let registry = ImporterRegistry(
        [
            AkomaNtosoImporter(),
            CSVImporter(),
            DOTImporter(),
            GEXFImporter(),
            GraphFileImporter(),
            GraphMLImporter(),
            GuideXMLImporter(schema: DataFiles.inside("Graph/schema.rng")),
            HSDSImporter(),
            JSONGraphImporter(),
            LovdataImporter(),
            MappedXMLImporter(),
            RDFImporter(),
        ], further: { ExternalPlugins.further })

    /// A graph that is ready for use, with the file that commits go to, if there is one.
    struct Opened {
        let graph: Graph
        var file: GraphFile?
    }

    /// Opens the graph. With `forWriting` a graph file that is not there yet is made.
    func open(forWriting: Bool = false) throws -> Opened {
        guard let path, GraphFile.isGraphFile(path) || forWriting && !isThere(path) else {
            return Opened(graph: try graph())
        }
        let file = try GraphFile.open(
            path, mode: forWriting ? .readWrite : .readOnly, create: forWriting)
        return Opened(graph: file.graph, file: file)
    }

    private func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Loads a graph that is not kept in a graph file.
    private func graph() throws -> Graph {
        if let path {
            return Graph(try ImportSession(registry: GraphSource.registry).load([path]).graph)
        }
        return isEmpty ? Graph() : try GraphSource.builtin()
    }

    /// The graph the program comes with. Its form is checked when it is built, not at each start.
    private static func builtin() throws -> Graph {
        let data = try DataFiles()
        return Graph(try data.prepared?.graph() ?? graph(of: data))
    }

    /// Reads the XML files of a graph.
    static func graph(of data: DataFiles) throws -> BaseGraph {
        let session = ImportSession(registry: ImporterRegistry([GuideXMLImporter()]))
        return try session.load(files: data.graphFiles()).graph
    }
}
