import GraphModel
import ImporterKit

/// Turns triples of external plugins into a graph, as the RDF importers do.
public struct RDFTriples: TripleReceiverSource {
    /// Creates the source.
    public init() {}

    /// A receiver for one file.
    public func receiver(
        for file: InputFile, into sink: any GraphSink
    ) throws -> any TripleReceiver {
        let options = try RDFOptions(ImportInput(files: [file]))
        return RDFTripleReceiver(
            writer: RDFGraphWriter(sink: sink, file: file, options: options))
    }
}

/// A receiver over the writer all RDF importers share.
private struct RDFTripleReceiver: TripleReceiver {
    var writer: RDFGraphWriter

    mutating func add(_ subject: TripleTerm, _ predicate: String, _ object: TripleTerm) {
        writer.add(RDFTerm(subject), predicate, RDFTerm(object))
    }

    func finish() throws { try writer.finish() }
}

extension RDFTerm {
    fileprivate init(_ term: TripleTerm) {
        switch term {
        case .iri(let iri): self = .iri(iri)
        case .blank(let label): self = .blank(label)
        case .literal(let text, let datatype, let language):
            self = .literal(text, datatype: datatype, language: language)
        }
    }
}
