import GraphModel
import ImporterKit
import XMLReading

/// Reads Turtle, N-Triples, N-Quads and TriG through serd, and RDF/XML through libxml2.
public struct RDFImporter: Importer {
    /// Creates the importer.
    public init() {}

    /// What it is.
    public var descriptor: ImporterDescriptor {
        ImporterDescriptor(
            name: "rdf", summary: "RDF as Turtle, N-Triples, N-Quads, TriG or RDF/XML",
            extensions: [
                "ttl", "turtle", "n3", "nt", "ntriples", "nq", "nquads", "trig", "rdf", "owl",
                "rdfs",
            ],
            mediaTypes: [
                "text/turtle", "application/n-triples", "application/n-quads", "application/trig",
                "application/rdf+xml",
            ],
            options: RDFOptions.descriptions + [
                .init(
                    name: "syntax",
                    type: .choice(["turtle", "ntriples", "nquads", "trig", "rdfxml"]),
                    summary: "the syntax (default: by the name, else by the content)")
            ])
    }

    /// By a directive, a whole statement or `rdf:RDF` at the start, else by the name's ending.
    public func likelihood(of sample: Sample) -> Likelihood {
        let sniffed = FileContent(bytes: sample.head).withView { RDFSniffer($0).likelihood }
        if sniffed == .certain { return .certain }
        let format = RDFFormat(fileExtension: sample.fileExtension)
        // The start of Turtle can look like tags.
        if let format, format != .xml { return .likely }
        guard let root = XMLRoot(sample) else { return format == nil ? sniffed : .likely }
        if root.localName == "RDF", root.namespace == RDFNames.rdf { return .certain }
        return format == nil ? min(sniffed, .possible) : .likely
    }

    /// Reads the file from start to end.
    public func read(_ input: ImportInput, into sink: any GraphSink) throws {
        let file = input.file
        let options = try RDFOptions(input)
        let writer = RDFGraphWriter(sink: sink, file: file, options: options)
        switch RDFFormat(of: file, option: input.options["syntax"]) {
        case .xml: try RDFXMLReader.read(file, into: writer, base: options.base)
        case .text(let syntax): try read(file, as: syntax, into: writer, base: options.base)
        }
    }

    private func read(
        _ file: InputFile, as syntax: RDFSyntax, into writer: RDFGraphWriter, base: String?
    ) throws {
        try file.content.withView { bytes in
            if let invalid = bytes.firstInvalidUTF8() {
                throw Diagnostic(
                    .data, "InvalidUTF8", "the file is not UTF-8 here",
                    place: file.place(at: invalid))
            }
            if !syntax.isByLine, let deep = RDFNesting.tooDeep(bytes) {
                throw Diagnostic(
                    .resource, "NestingTooDeep",
                    "brackets are nested deeper than \(RDFNesting.limit) levels",
                    place: file.place(at: deep))
            }
            var session = SerdSession(writer: writer, bytes: bytes, syntax: syntax, base: base)
            try session.run()
        }
    }
}
