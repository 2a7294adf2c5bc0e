import GraphModel
import ImporterKit

/// Reads Turtle, N-Triples, N-Quads and TriG through serd.
public struct RDFImporter: Importer {
    /// Creates the importer.
    public init() {}

    /// What it is.
    public var descriptor: ImporterDescriptor {
        ImporterDescriptor(
            name: "rdf", summary: "RDF as Turtle, N-Triples, N-Quads or TriG",
            extensions: ["ttl", "turtle", "n3", "nt", "ntriples", "nq", "nquads", "trig"],
            mediaTypes: [
                "text/turtle", "application/n-triples", "application/n-quads", "application/trig",
            ],
            options: RDFOptions.descriptions + [
                .init(
                    name: "syntax", type: .choice(["turtle", "ntriples", "nquads", "trig"]),
                    summary: "the syntax (default: by the name, else by the content)")
            ])
    }

    /// By a directive or a whole statement at the start, else by the name's ending.
    public func likelihood(of sample: Sample) -> Likelihood {
        let sniffed = FileContent(bytes: sample.head).withView { RDFSniffer($0).likelihood }
        if sniffed == .certain { return .certain }
        return RDFSyntax(fileExtension: sample.fileExtension) == nil ? sniffed : .likely
    }

    /// Reads the file from start to end.
    public func read(_ input: ImportInput, into sink: any GraphSink) throws {
        let file = input.file
        let options = try RDFOptions(input)
        let writer = RDFGraphWriter(sink: sink, file: file, options: options)
        try file.content.withView { bytes in
            if let invalid = bytes.firstInvalidUTF8() {
                throw Diagnostic(
                    .data, "InvalidUTF8", "the file is not UTF-8 here",
                    place: file.place(at: invalid))
            }
            let syntax = syntax(of: file, bytes, input.options["syntax"])
            if !syntax.isByLine, let deep = RDFNesting.tooDeep(bytes) {
                throw Diagnostic(
                    .resource, "NestingTooDeep",
                    "brackets are nested deeper than \(RDFNesting.limit) levels",
                    place: file.place(at: deep))
            }
            var session = SerdSession(
                writer: writer, bytes: bytes, syntax: syntax, base: options.base)
            try session.run()
        }
    }

    private func syntax(of file: InputFile, _ bytes: ByteView, _ option: String?) -> RDFSyntax {
        if let given = option.flatMap({ RDFSyntax(rawValue: $0) }) { return given }
        let endings = file.baseName.lowercased().split(separator: ".").reversed()
        for ending in endings where ending != "gz" && ending != "zst" {
            if let known = RDFSyntax(fileExtension: String(ending)) { return known }
            break
        }
        return RDFSniffer(bytes).syntax
    }
}
