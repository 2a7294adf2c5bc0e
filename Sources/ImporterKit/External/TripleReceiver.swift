import GraphModel

/// A term of an RDF statement.
public enum TripleTerm: Sendable, Equatable {
    /// An absolute IRI.
    case iri(String)
    /// A blank node by its label within the file.
    case blank(String)
    /// A literal.
    case literal(String, datatype: String?, language: String?)
}

/// Turns RDF statements into a graph, for importers that find statements instead of nodes.
///
/// The RDF importer's is `RDFTriples`; external plugins that send triples need one.
public protocol TripleReceiver {
    /// Takes a statement.
    mutating func add(_ subject: TripleTerm, _ predicate: String, _ object: TripleTerm)
    /// Ends the file; reports what the graph could not hold.
    func finish() throws
}

/// Makes receivers for the files of an import.
public protocol TripleReceiverSource: Sendable {
    /// A receiver for one file.
    func receiver(for file: InputFile, into sink: any GraphSink) throws -> any TripleReceiver
}
