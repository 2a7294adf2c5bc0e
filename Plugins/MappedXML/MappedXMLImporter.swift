import GraphModel
import ImporterKit
import XMLReading

/// Reads any XML by a mapping file that says which elements are nodes, properties, relationships.
public struct MappedXMLImporter: Importer {
    /// Creates the importer.
    public init() {}

    /// What it is.
    public var descriptor: ImporterDescriptor {
        ImporterDescriptor(
            name: "mapped-xml", summary: "any XML, by a mapping of its elements",
            extensions: ["xml"], mediaTypes: ["application/xml", "text/xml"],
            options: [
                .init(
                    name: "mapping", type: .text,
                    summary: "the file that says what becomes what (see Plugins/MappedXML)")
            ])
    }

    /// Possible for any XML, so that those who know theirs go first.
    public func likelihood(of sample: Sample) -> Likelihood {
        XMLRoot(sample) == nil ? .no : .possible
    }

    /// Reads the mapping, then the file by it.
    public func read(_ input: ImportInput, into sink: any GraphSink) throws {
        guard let path = input.options["mapping"] else {
            throw Diagnostic(
                .data, "MissingMapping",
                "'\(input.file.name)' is XML of a kind that no importer knows by itself",
                place: SourcePlace(file: input.file.name, line: 1),
                hint: "say what its elements are: --importer mapped-xml --option mapping=FILE")
        }
        let file = InputFile(name: path, content: try FileContent(path: path))
        var reader = MappingReader(try XMLDocument(file))
        let mapping = try reader.read()
        for fault in reader.faults { try sink.report(fault) }
        // By half a mapping one would get half a graph.
        guard reader.faults.isEmpty else { return }
        var mapper = XMLMapper(mapping, document: try XMLDocument(input.file), sink: sink)
        try mapper.document.parse(with: &mapper)
        try mapper.finish()
    }
}
