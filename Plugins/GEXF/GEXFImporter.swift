import GraphModel
import ImporterKit
import XMLReading

/// Reads GEXF 1.1 to 1.3, Gephi's format: with attributes, time, hierarchy and looks.
public struct GEXFImporter: Importer {
    /// Creates the importer.
    public init() {}

    /// What it is.
    public var descriptor: ImporterDescriptor {
        ImporterDescriptor(
            name: "gexf", summary: "GEXF 1.1 to 1.3, Gephi's format; time becomes validity",
            extensions: ["gexf"], mediaTypes: ["application/gexf+xml"],
            options: [
                .init(
                    name: "type", type: .text,
                    summary: "the relationship type of edges without a kind (default: EDGE)"),
                .init(
                    name: "type-from", type: .text,
                    summary: "what holds the relationship type: kind (default), label, or the "
                        + "title of an edge attribute"),
                .init(
                    name: "label-from", type: .text,
                    summary: "the title of the node attribute that holds the label"),
                .init(
                    name: "time", type: .choice(["numbers", "years"]),
                    summary: "what times that are plain numbers stand for (default: numbers)"),
            ])
    }

    /// Certain where the outer element is GEXF's.
    public func likelihood(of sample: Sample) -> Likelihood {
        if let root = XMLRoot(sample) { return root.localName == "gexf" ? .certain : .no }
        return sample.fileExtension == "gexf" ? .likely : .no
    }

    /// Reads the file from start to end.
    public func read(_ input: ImportInput, into sink: any GraphSink) throws {
        let document = try XMLDocument(input.file)
        let conventions = GEXFConventions(
            defaultType: input.options["type"] ?? GraphConventions.relationshipType,
            typeFrom: input.options["type-from"] ?? "kind",
            labelFrom: input.options["label-from"],
            numbersAreYears: input.options["time"] == "years")
        var reader = GEXFReader(document, conventions, into: sink)
        try document.parse(with: &reader)
        try reader.finish()
    }
}

/// How the user wants the file to be understood.
struct GEXFConventions {
    let defaultType: String
    let typeFrom: String
    let labelFrom: String?
    let numbersAreYears: Bool
}
