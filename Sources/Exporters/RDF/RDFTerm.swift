/// The object of a statement.
enum RDFTerm: Hashable {
    case iri(String)
    case literal(String, datatype: String?, language: String?)

    static func text(_ text: String, language: String? = nil) -> RDFTerm {
        .literal(text, datatype: nil, language: language)
    }

    static func typed(_ text: String, _ type: String) -> RDFTerm {
        .literal(text, datatype: RDFNames.xsd + type, language: nil)
    }
}

/// Namespaces and how names become IRIs.
enum RDFNames {
    static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
    static let xsd = "http://www.w3.org/2001/XMLSchema#"
    static let skos = "http://www.w3.org/2004/02/skos/core#"
    static let dct = "http://purl.org/dc/terms/"
    static let prov = "http://www.w3.org/ns/prov#"
    static let org = "http://www.w3.org/ns/org#"
    static let foaf = "http://xmlns.com/foaf/0.1/"
    static let schema = "http://schema.org/"
    static let cv = "http://data.europa.eu/m8g/"
    static let cpsv = "http://purl.org/vocab/cpsv#"
    static let eli = "http://data.europa.eu/eli/ontology#"
    static let odrl = "http://www.w3.org/ns/odrl/2/"
    static let xkos = "http://rdf-vocabulary.ddialliance.org/xkos#"
    /// What no standard has a term for.
    static let own = "urn:veiviser:term:"

    static let prefixes = [
        ("cpsv", cpsv), ("cv", cv), ("dct", dct), ("eli", eli), ("foaf", foaf), ("odrl", odrl),
        ("org", org), ("prov", prov), ("rdf", rdf), ("rdfs", rdfs), ("schema", schema),
        ("skos", skos), ("vv", own), ("xkos", xkos), ("xsd", xsd),
    ]

    static func node(_ identifier: String) -> String { "urn:veiviser:node:" + encoded(identifier) }

    static func relationship(_ number: Int) -> String { "urn:veiviser:relationship:\(number)" }

    static func term(_ name: String) -> String { own + encoded(name) }

    /// A name as part of an IRI; letters beyond ASCII may stand there, all but the plainest of the
    /// other characters may not.
    private static func encoded(_ name: String) -> String {
        var output = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", ":":
                output.unicodeScalars.append(scalar)
            default:
                for byte in String(scalar).utf8 {
                    let digits = String(byte, radix: 16, uppercase: true)
                    output += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
                }
            }
        }
        return output
    }
}
