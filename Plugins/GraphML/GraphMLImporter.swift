import GraphModel
import ImporterKit
import XMLReading

/// Reads GraphML: plain, and as Gephi, yEd, Cytoscape, NetworkX, igraph, TinkerPop and Neo4j write
/// it.
public struct GraphMLImporter: Importer {
    /// Creates the importer.
    public init() {}

    /// What it is.
    public var descriptor: ImporterDescriptor {
        ImporterDescriptor(
            name: "graphml", summary: "GraphML, also as yEd, Gephi, Cytoscape and Neo4j write it",
            extensions: ["graphml"], mediaTypes: ["application/graphml+xml"],
            options: [
                .init(
                    name: "type", type: .text,
                    summary: "the relationship type of edges that have none (default: EDGE)"),
                .init(
                    name: "type-from", type: .text,
                    summary: "the edge attribute that holds the relationship type"),
                .init(
                    name: "label-from", type: .text,
                    summary: "the node attribute that holds the label"),
                .init(
                    name: "hyperedges", type: .choice(["leave-out", "nodes"]),
                    summary: "what becomes of hyperedges (default: leave-out, with a warning)"),
            ])
    }

    /// Certain where the outer element is GraphML's.
    public func likelihood(of sample: Sample) -> Likelihood {
        if let root = XMLRoot(sample) { return root.localName == "graphml" ? .certain : .no }
        return sample.fileExtension == "graphml" ? .likely : .no
    }

    /// Reads the file from start to end.
    public func read(_ input: ImportInput, into sink: any GraphSink) throws {
        let document = try XMLDocument(input.file)
        let conventions = GraphMLConventions(
            defaultType: input.options["type"] ?? GraphConventions.relationshipType,
            typeKey: input.options["type-from"], labelKey: input.options["label-from"],
            hyperedgesAreNodes: input.options["hyperedges"] == "nodes")
        var reader = GraphMLReader(document, conventions, into: sink)
        try document.parse(with: &reader)
        try reader.finish()
    }
}

/// How the user wants the file to be understood.
struct GraphMLConventions {
    let defaultType: String
    let typeKey: String?
    let labelKey: String?
    let hyperedgesAreNodes: Bool
}
