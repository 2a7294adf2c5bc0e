import GraphModel
import ImporterKit

/// What readers of graphs in XML have in common to complain of. A mark is that of a start tag, see
/// `XMLTag.mark`.
extension Complaints {
    /// Warns of something a tag says.
    public func warn(
        _ code: String, mark: Int, line: Int, in document: XMLDocument, _ message: () -> String
    ) throws {
        try report(code, .warning, line: line) {
            Diagnostic(
                .data, code, message(), place: document.place(ofTagBefore: mark),
                severity: .warning)
        }
    }

    /// Warns, once for each name, of an element where it means nothing.
    public func warnOfMisplaced<Name: XMLName>(_ tag: borrowing XMLTag<Name>) throws {
        let name = tag.localName
        try report("UnknownElement", about: name, .warning, line: tag.line) {
            Diagnostic(
                .data, "UnknownElement", "'\(name)' has no meaning here and was left out",
                place: tag.place, severity: .warning)
        }
    }

    /// Reports an edge that does not name one of its ends.
    public func reportMissingEnd(
        _ attribute: String, mark: Int, line: Int, in document: XMLDocument
    ) throws {
        try report("MissingEnd", .error, line: line) {
            Diagnostic(
                .data, "MissingEnd", "the edge has no '\(attribute)'",
                place: document.place(ofTagBefore: mark),
                hint: "name the nodes it joins in 'source' and 'target'")
        }
    }
}

extension NodeLedger {
    /// Makes nodes of those that only edges name, as other readers have it, and warns of them. Their
    /// mentions' offsets are marks.
    ///
    /// - Parameter identifierKey: The property their identifiers go to, if any.
    public func defineUndescribed(
        in document: XMLDocument, identifierKey: KeyToken?, complaints: Complaints,
        sink: any GraphSink
    ) throws {
        for mention in undescribed {
            sink.at(line: mention.line, file: document.file)
            sink.define(mention.node)
            if let identifierKey {
                sink.set(identifierKey, of: mention.node, to: .string(mention.identifier))
            }
            try complaints.report("UndefinedNode", .warning, line: mention.line) {
                Diagnostic(
                    .data, "UndefinedNode",
                    "no element describes the node '\(mention.identifier)' named here",
                    place: document.place(ofTagBefore: mention.offset),
                    hint: "it was added without anything said of it; is the name right?",
                    severity: .warning)
            }
        }
    }
}
