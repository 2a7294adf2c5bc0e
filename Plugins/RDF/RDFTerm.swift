/// A term of an RDF statement, as texts: what a reader that is not in a hurry hands over.
enum RDFTerm: Hashable {
    /// An IRI, absolute.
    case iri(String)
    /// A blank node by its label within the file, without `_:`.
    case blank(String)
    /// A literal with its datatype's IRI or its language; a plain text has neither.
    case literal(String, datatype: String?, language: String?)

    /// The term as N-Triples writes it.
    var text: String {
        switch self {
        case .iri(let iri): NTriples.iri(iri)
        case .blank(let label): "_:" + label
        case .literal(let text, let datatype, let language):
            NTriples.literal(text, datatype: datatype, language: language)
        }
    }
}

/// Names of RDF itself and of XML Schema.
enum RDFNames {
    static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    static let xsd = "http://www.w3.org/2001/XMLSchema#"
    static let type = rdf + "type"
    static let langString = rdf + "langString"
    static let string = xsd + "string"
}

/// Writes terms as N-Triples does.
enum NTriples {
    /// A statement without a named graph.
    static func line(_ subject: RDFTerm, _ predicate: String, _ object: RDFTerm) -> String {
        "\(subject.text) \(iri(predicate)) \(object.text) ."
    }

    /// `<iri>`, with what must not stand in it escaped.
    static func iri(_ iri: String) -> String {
        if !iri.utf8.contains(where: IRI.isForbidden) { return "<\(iri)>" }
        var result = "<"
        for scalar in iri.unicodeScalars {
            if scalar.value < 0x80, IRI.isForbidden(UInt8(scalar.value)) {
                result += escape(scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + ">"
    }

    /// `"text"`, `"text"@language` or `"text"^^<datatype>`.
    static func literal(_ text: String, datatype: String?, language: String?) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(scalar)
            }
        }
        result += "\""
        if let language { return result + "@" + language }
        guard let datatype, datatype != RDFNames.string else { return result }
        return result + "^^" + iri(datatype)
    }

    private static func escape(_ scalar: UnicodeScalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
