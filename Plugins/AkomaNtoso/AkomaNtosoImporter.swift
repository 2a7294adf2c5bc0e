import GraphModel
import ImporterKit
import XMLReading

/// Reads legal documents in Akoma Ntoso (LegalDocML): acts, bills, judgments, debates and the rest,
/// versions 1.0 to 3.0 and national profiles.
public struct AkomaNtosoImporter: Importer {
    /// Creates the importer.
    public init() {}

    /// What it is.
    public var descriptor: ImporterDescriptor {
        ImporterDescriptor(
            name: "akoma-ntoso",
            summary:
                "legal documents in Akoma Ntoso (LegalDocML): provisions, references, validity",
            extensions: ["akn", "xml"], mediaTypes: ["application/akn+xml"])
    }

    /// Certain where the outer element is the format's, in whichever of its namespaces.
    public func likelihood(of sample: Sample) -> Likelihood {
        guard let root = XMLRoot(sample) else { return .no }
        return AkomaNtosoImporter.isRoot(root.localName) ? .certain : .no
    }

    /// Reads one file with all the documents in it.
    public func read(_ input: ImportInput, into sink: any GraphSink) throws {
        var reader = AKNReader(document: try XMLDocument(input.file), sink: sink)
        try reader.document.parse(with: &reader)
        try reader.finish()
    }

    /// Version 3.0 writes akomaNtoso, those before it akomantoso.
    static func isRoot(_ name: String) -> Bool { name.lowercased() == "akomantoso" }
}
