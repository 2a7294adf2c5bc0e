/// How terms of public-service vocabularies (CPSV-AP, CPSV-AP-NO, ELI, ORG, SKOS) read in the
/// schema of this program's own graph.
struct RDFVocabulary {
    /// What a predicate becomes.
    enum Predicate: Equatable {
        /// A relationship, possibly from object to subject.
        case relationship(String, isReversed: Bool)
        /// A property.
        case property(String)
    }

    /// Namespaces whose presence in a file makes it a description of public services.
    static let marks: [StaticString] = [
        "http://purl.org/vocab/cpsv#", "http://data.europa.eu/m8g/",
        "https://data.norge.no/vocabulary/cpsvno#",
    ]

    private static let spaces: [String: String] = [
        "cpsv": "http://purl.org/vocab/cpsv#", "cv": "http://data.europa.eu/m8g/",
        "cpsvno": "https://data.norge.no/vocabulary/cpsvno#", "org": "http://www.w3.org/ns/org#",
        "eli": "http://data.europa.eu/eli/ontology#", "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/", "skos": "http://www.w3.org/2004/02/skos/core#",
        "schema": "http://schema.org/", "schemas": "https://schema.org/",
    ]

    private static let classTable: [(label: String, terms: [String])] = [
        ("Service", ["cpsv:PublicService", "cpsvno:Service", "schema:GovernmentService"]),
        (
            "Actor",
            [
                "cv:PublicOrganisation", "org:Organization", "org:FormalOrganization",
                "org:OrganizationalUnit", "foaf:Agent", "foaf:Organization", "dct:Agent",
                "schema:GovernmentOrganization", "schema:NGO",
            ]
        ),
        ("Group", ["org:OrganizationalCollaboration"]),
        ("Role", ["org:Role", "schema:Audience"]),
        ("LegalInstrument", ["eli:LegalResource", "schema:Legislation"]),
        ("Provision", ["eli:LegalResourceSubdivision", "cpsv:Rule"]),
        ("Stage", ["cv:Event", "cv:LifeEvent", "cv:BusinessEvent"]),
        (
            "Condition",
            ["cv:Requirement", "cv:Criterion", "cv:Constraint", "cv:InformationRequirement"]
        ),
        ("Concept", ["skos:Concept"]),
    ]

    private static let relationshipTable: [(type: String, isReversed: Bool, terms: [String])] = [
        ("PROVIDES", true, ["cv:hasCompetentAuthority", "cv:ownedBy", "schema:provider"]),
        ("GROUNDED_IN", false, ["cv:hasLegalResource", "cpsv:follows", "cpsv:implements"]),
        ("REQUIRES", false, ["cv:holdsRequirement"]),
        ("APPLIES_AT", true, ["cpsvno:mayTriggerNeedFor"]),
        ("APPLIES_AT", false, ["cv:isGroupedBy"]),
        ("ADDRESSED_TO", false, ["dct:audience"]),
        ("MEMBER_OF", false, ["org:memberOf"]),
        (
            "PART_OF", false,
            ["org:subOrganizationOf", "org:unitOf", "eli:is_part_of", "skos:broader"]
        ),
        ("REPORTS_TO", false, ["org:reportsTo"]),
        ("PURSUES", false, ["org:purpose"]),
        ("REPLACED_BY", false, ["eli:repealed_by", "dct:isReplacedBy"]),
        ("ISSUED_BY", false, ["eli:passed_by"]),
    ]

    private static let propertyTable: [(key: String, terms: [String])] = [
        ("name", ["dct:title", "skos:prefLabel", "foaf:name", "schema:name"]),
        ("aliases", ["skos:altLabel"]),
        ("hiddenLabels", ["skos:hiddenLabel"]),
        ("validFrom", ["eli:first_date_entry_in_force", "schema:validFrom"]),
        ("validTo", ["eli:date_no_longer_in_force", "schema:validThrough"]),
    ]

    private let labels: [String: String]
    private let predicates: [String: Predicate]

    /// The mapping.
    init() {
        var labels: [String: String] = [:]
        for (label, terms) in Self.classTable {
            for term in terms { labels[Self.expand(term)] = label }
        }
        var predicates: [String: Predicate] = [:]
        for (type, isReversed, terms) in Self.relationshipTable {
            for term in terms {
                predicates[Self.expand(term)] = .relationship(type, isReversed: isReversed)
            }
        }
        for (key, terms) in Self.propertyTable {
            for term in terms { predicates[Self.expand(term)] = .property(key) }
        }
        self.labels = labels
        self.predicates = predicates
    }

    /// The label a class stands for, nil for one of another vocabulary.
    func label(of iri: String) -> String? { labels[iri] }

    /// What a predicate stands for, nil for one of another vocabulary.
    func predicate(of iri: String) -> Predicate? { predicates[iri] }

    private static func expand(_ term: String) -> String {
        let parts = term.split(separator: ":", maxSplits: 1)
        return (spaces[String(parts[0])] ?? "") + parts[1]
    }
}
