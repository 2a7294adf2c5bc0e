import GraphModel
import ImporterKit
import XMLReading

/// Reads the curated graph: a folder of XML files in the vocabulary that `Graph/README.md`
/// explains, or one such file.
public struct GuideXMLImporter: Importer {
    private let schema: InputFile?

    /// Creates an importer.
    ///
    /// - Parameter schema: The RELAX NG schema (XML syntax) to check the files against after the
    ///   importer's own checks; none by default.
    public init(schema: InputFile? = nil) {
        self.schema = schema
    }

    /// What it is.
    public var descriptor: ImporterDescriptor {
        ImporterDescriptor(
            name: "guide-xml",
            summary: "the guide's own graph: who handles what, with sources (XML)",
            extensions: ["xml"], mediaTypes: ["application/xml"], readsFolders: true)
    }

    /// Certain where the outer element is a guide's.
    public func likelihood(of sample: Sample) -> Likelihood {
        guard let root = XMLRoot(sample) else { return .no }
        return root.localName == GuideName.root && root.namespace == GuideName.namespace
            ? .certain : .no
    }

    /// Likely where the folder holds XML and the files that belong to a guide alone.
    public func likelihood(ofFolder fileNames: [String]) -> Likelihood {
        let isGuide =
            fileNames.contains("sources.xml")
            && fileNames.contains { GuideXMLImporter.companions.contains($0) }
        return isGuide ? .likely : .no
    }

    /// Reads the files, checks them, and gives their nodes and facts to the sink.
    public func read(_ input: ImportInput, into sink: any GraphSink) throws {
        var data = GuideData()
        for file in input.files where !GuideXMLImporter.companions.contains(file.baseName) {
            data.documents.append(try XMLDocument(file))
            var reader = GuideReader(data)
            guard let document = data.documents.last else { continue }
            try document.parseElements(with: &reader)
            data = reader.data
        }
        let checked = GuideChecker(data).data
        for diagnostic in checked.diagnostics { try sink.report(diagnostic) }
        // Where something is wrong the schema would only say it again, less well.
        if checked.diagnostics.isEmpty { try validate(checked.documents, sink) }
        try GuideWriter(checked, sink).write()
    }

    /// Files beside a guide's that are not part of its graph.
    private static let companions: Set<String> = ["vocabulary.xml", "schema.rng"]

    private func validate(_ documents: [XMLDocument], _ sink: any GraphSink) throws {
        guard let schema else { return }
        let compiled = try RelaxNGSchema(schema)
        for document in documents {
            for fault in try compiled.faults(in: document) { try sink.report(fault) }
        }
    }
}
