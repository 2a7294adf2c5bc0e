import GraphModel
import ImporterKit

extension RDFGraphWriter {
    /// Takes a statement of terms, for readers whose terms are texts anyway.
    ///
    /// - Parameter graph: the number of the named graph, 0 for none.
    mutating func add(
        _ subject: RDFTerm, _ predicateIRI: String, _ object: RDFTerm, graph: UInt32 = 0
    ) {
        if own != nil, takeOwn(subject, predicateIRI, object) { return }
        let start = node(of: subject)
        let number = predicateIRI.withBytes { predicate($0) }
        switch object {
        case .iri(let iri):
            iri.withBytes {
                add(
                    start, number, iri: $0, graph: graph,
                    text: NTriples.line(subject, predicateIRI, object))
            }
        case .blank:
            add(
                start, number, object: node(of: object), graph: graph,
                text: NTriples.line(subject, predicateIRI, object))
        case .literal(let literal, let datatype, let language):
            literal.withBytes { bytes in
                (language ?? datatype ?? "").withBytes { kind in
                    add(
                        start, number, literal: bytes,
                        datatype: language == nil && datatype != nil ? kind : nil,
                        language: language != nil ? kind : nil, graph: graph,
                        text: NTriples.line(subject, predicateIRI, object))
                }
            }
        }
    }

    /// Gives a statement to what undoes the exporter; false where it is not of its making.
    private mutating func takeOwn(
        _ subject: RDFTerm, _ predicate: String, _ object: RDFTerm
    ) -> Bool {
        let text = NTriples.line(subject, predicate, object)
        let fresh = UInt32(ownStatements.count)
        let number = text.withBytes { ownStatements.find($0) { fresh } }
        if number != fresh { return true }
        guard own?.take(subject, predicate, object, line: line) == true else { return false }
        sink.statement(text)
        return true
    }

    private func node(of term: RDFTerm) -> NodeToken {
        if let node = own?.node(of: term) { return node }
        switch term {
        case .iri(let iri), .literal(let iri, _, _): return iri.withBytes { node(iri: $0) }
        case .blank(let label): return label.withBytes { node(blank: $0) }
        }
    }
}

extension String {
    /// Lends the bytes as a span.
    fileprivate func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        var copy = self
        return copy.withUTF8 { body($0.span) }
    }
}
