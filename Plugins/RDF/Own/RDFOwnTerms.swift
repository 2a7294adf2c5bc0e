import ImporterKit

/// The IRIs this program's own exporter makes, read back.
enum RDFOwnTerms {
    /// What the files of the exporter have and others have not.
    static let marks: [StaticString] = ["urn:veiviser:node:", "urn:veiviser:term:"]

    private static let nodeSpace = "urn:veiviser:node:"
    private static let termSpace = "urn:veiviser:term:"
    private static let relationshipSpace = "urn:veiviser:relationship:"
    private static let dct = "http://purl.org/dc/terms/"
    private static let skos = "http://www.w3.org/2004/02/skos/core#"
    private static let schema = "http://schema.org/"

    /// The type a relationship has, whatever term stands for it.
    static let relationshipType = termSpace + "relationshipType"
    /// The class of properties that are lists, of one value too.
    static let listProperty = termSpace + "ListProperty"
    /// Where a fact is from, as the IRI of a place in a source.
    static let place = dct + "source"
    /// Said beside the place, for readers that know no places.
    static let source = "http://www.w3.org/ns/prov#hadPrimarySource"
    /// Said beside the first day beyond a period.
    static let lastDay = schema + "validThrough"
    /// The class of nodes without labels.
    static let unlabelled = "http://www.w3.org/2000/01/rdf-schema#Resource"

    /// Whether an IRI stands for a relationship.
    static func isRelationship(_ iri: String) -> Bool { iri.hasPrefix(relationshipSpace) }

    /// The identifier in a node's IRI, nil for another IRI.
    static func node(_ iri: String) -> String? { name(in: iri, after: nodeSpace) }

    /// The name in a term of this program's own, nil for another IRI.
    static func term(_ iri: String) -> String? { name(in: iri, after: termSpace) }

    /// `src:page#L50` of the IRI of a place, nil for another IRI.
    static func place(_ iri: String) -> String? {
        guard iri.hasPrefix(nodeSpace), let mark = iri.utf8.lastIndex(of: UInt8(ascii: "#")),
            let source = node(String(iri[..<mark]))
        else { return nil }
        return source + iri[mark...]
    }

    /// The key a property's term stands for, nil for a term of another vocabulary.
    static func key(_ iri: String, language: String?) -> String? {
        if let language {
            return (worded[iri] ?? term(iri)).map { "\($0)_\(language)" }
        }
        return plain[iri] ?? term(iri)
    }

    private static func name(in iri: String, after space: String) -> String? {
        guard iri.hasPrefix(space) else { return nil }
        return decoded(iri.dropFirst(space.count))
    }

    /// A text with its percent escapes undone.
    private static func decoded(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2).compactMap(digit)
            if byte == UInt8(ascii: "%"), digits.count == 2 {
                bytes.append(digits[0] << 4 | digits[1])
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    /// Keys of texts in a language, without the language.
    private static let worded = [
        skos + "prefLabel": "name", skos + "definition": "definition", skos + "note": "note",
        skos + "scopeNote": "scope",
    ]

    /// Keys of values without a language.
    private static let plain = [
        dct + "identifier": "id", "http://www.w3.org/2000/01/rdf-schema#label": "name",
        skos + "altLabel": "aliases", skos + "hiddenLabel": "hiddenLabels",
        skos + "definition": "definition", skos + "scopeNote": "scope", dct + "type": "kind",
        "http://data.europa.eu/eli/ontology#number": "number", schema + "validFrom": "validFrom",
    ]
}
