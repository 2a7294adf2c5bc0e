import GraphModel
import ImporterKit

/// Shortens the IRIs of classes and predicates to names, each IRI to its own.
struct RDFNameTable {
    /// How names are made.
    enum Manner: String {
        /// The part after the last `#`, `/` or `:`; where two IRIs share it, the later one gets
        /// its prefix in front.
        case local
        /// Always with the prefix: `foaf_name`.
        case prefixed
        /// The IRI itself.
        case iri
    }

    private let manner: Manner
    private var names: [String: String] = [:]
    private var taken: Set<String> = []
    private var prefixes: [String: String] = [:]

    init(_ manner: Manner) {
        self.manner = manner
    }

    /// Takes note of a prefix the file declares for a namespace.
    mutating func declare(prefix: String, namespace: String) {
        if prefixes[namespace] == nil, !prefix.isEmpty { prefixes[namespace] = prefix }
    }

    /// The name of an IRI; the same whenever it is asked for.
    mutating func name(of iri: String) -> String {
        if let name = names[iri] { return name }
        let name = fresh(iri)
        names[iri] = name
        taken.insert(name)
        return name
    }

    private mutating func fresh(_ iri: String) -> String {
        if manner == .iri { return iri }
        let (namespace, local) = RDFNameTable.split(iri)
        guard !local.isEmpty else { return iri }
        if manner == .local, !taken.contains(local) { return local }
        let prefixed = prefix(of: namespace) + "_" + local
        return taken.contains(prefixed) ? iri : prefixed
    }

    private mutating func prefix(of namespace: String) -> String {
        if let known = prefixes[namespace] ?? RDFNameTable.wellKnown[namespace] { return known }
        let made = "ns\(prefixes.count + 1)"
        prefixes[namespace] = made
        return made
    }

    /// An IRI's namespace and the name within it.
    static func split(_ iri: String) -> (namespace: String, local: String) {
        guard let mark = iri.utf8.lastIndex(where: { $0 == 0x23 || $0 == 0x2F || $0 == 0x3A })
        else {
            return ("", iri)
        }
        let start = iri.utf8.index(after: mark)
        return (String(iri[..<start]), String(iri[start...]))
    }

    private static let wellKnown: [String: String] = [
        RDFNames.rdf: "rdf", "http://www.w3.org/2000/01/rdf-schema#": "rdfs",
        "http://www.w3.org/2002/07/owl#": "owl", "http://www.w3.org/2004/02/skos/core#": "skos",
        "http://purl.org/dc/terms/": "dct", "http://purl.org/dc/elements/1.1/": "dc",
        "http://xmlns.com/foaf/0.1/": "foaf", "http://schema.org/": "schema",
        "http://www.w3.org/ns/org#": "org", "http://www.w3.org/ns/dcat#": "dcat",
        "http://data.europa.eu/m8g/": "cv", "http://purl.org/vocab/cpsv#": "cpsv",
        "http://data.europa.eu/eli/ontology#": "eli", "http://www.w3.org/ns/prov#": "prov",
    ]
}
