import GraphModel
import ImporterKit
import XMLReading

/// Reads Norwegian laws and regulations as Lovdata publishes them: HTML that is XML, and the plain
/// XML form of the same.
public struct LovdataImporter: Importer {
    /// Creates the importer.
    public init() {}

    /// What it is.
    public var descriptor: ImporterDescriptor {
        ImporterDescriptor(
            name: "lovdata",
            summary: "Norwegian laws and regulations from Lovdata: sections, references, changes",
            extensions: ["xml", "html", "xhtml"])
    }

    /// Certain where the outer element is `lovdata`, or the page holds what only Lovdata's do.
    public func likelihood(of sample: Sample) -> Likelihood {
        guard let root = XMLRoot(sample) else { return .no }
        if root.localName == "lovdata" { return .certain }
        guard root.localName == "html" else { return .no }
        let head = String(decoding: sample.head, as: UTF8.self)
        let marks = ["data-document-key-info", "documentBody", "data-lovdata-URL"]
        return marks.contains { head.contains($0) } ? .certain : .no
    }

    /// Reads one law or regulation.
    public func read(_ input: ImportInput, into sink: any GraphSink) throws {
        var reader = LovdataReader(document: try XMLDocument(input.file), sink: sink)
        try reader.document.parse(with: &reader)
        try reader.finish()
    }
}
