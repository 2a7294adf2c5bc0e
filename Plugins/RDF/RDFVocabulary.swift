/// How terms of public-service vocabularies (CPSV-AP, CPSV-AP-NO, ELI, ORG, SKOS) read in the
/// schema of this program's own graph.
struct RDFVocabulary {
    /// What a predicate becomes.
    enum Predicate: Equatable {
        /// A relationship, possibly from object to subject.
        case relationship(String, isReversed: Bool)
        /// A property.
        case property(String, Form = .plain)
    }

    /// How a property's values are kept.
    enum Form {
        /// As they are: the language in the key, several values as a list.
        case plain
        /// As a list of texts even where there is one, whatever their languages.
        case list
        /// As a day, month or year in words, which is how the schema keeps the bounds of validity.
        case day
        /// As the day after: the vocabulary names the last day of a period, the schema the first
        /// day beyond it.
        case dayAfter
    }

    /// Namespaces whose presence in a file makes it a description of public services.
    static let marks: [StaticString] = [
        "http://purl.org/vocab/cpsv#", "http://data.europa.eu/m8g/",
        "https://data.norge.no/vocabulary/cpsvno#", "http://data.europa.eu/eli/ontology#",
    ]

    private static let spaces: [String: String] = [
        "cpsv": "http://purl.org/vocab/cpsv#", "cv": "http://data.europa.eu/m8g/",
        "cccev": "http://data.europa.eu/m8g/cccev/",
        "cpsvno": "https://data.norge.no/vocabulary/cpsvno#", "org": "http://www.w3.org/ns/org#",
        "eli": "http://data.europa.eu/eli/ontology#", "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/", "skos": "http://www.w3.org/2004/02/skos/core#",
        "schema": "http://schema.org/", "schemas": "https://schema.org/",
        "dcat": "http://www.w3.org/ns/dcat#", "prov": "http://www.w3.org/ns/prov#",
        "odrl": "http://www.w3.org/ns/odrl/2/", "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xkos": "http://rdf-vocabulary.ddialliance.org/xkos#",
    ]

    /// Terms of `schema` stand for those of `schemas` too: the vocabulary moved, files did not.
    private static let classTable: [(label: String, terms: [String])] = [
        ("Service", ["cpsv:PublicService", "cpsvno:Service", "schema:GovernmentService"]),
        (
            "Actor",
            [
                "cv:PublicOrganisation", "org:Organization", "org:FormalOrganization",
                "org:OrganizationalUnit", "foaf:Agent", "foaf:Organization", "dct:Agent",
                "schema:Organization", "schema:GovernmentOrganization", "schema:NGO",
            ]
        ),
        ("Group", ["org:OrganizationalCollaboration"]),
        ("Role", ["org:Role", "schema:Audience"]),
        (
            "LegalInstrument",
            [
                "eli:LegalResource", "cpsv:FormalFramework", "cv:FormalFramework",
                "schema:Legislation",
            ]
        ),
        ("Provision", ["eli:LegalResourceSubdivision", "cpsv:Rule"]),
        ("Duty", ["odrl:Duty"]),
        ("Right", ["odrl:Permission"]),
        ("Stage", ["cv:Event", "cv:LifeEvent", "cv:BusinessEvent"]),
        (
            "Condition",
            [
                "cv:Requirement", "cv:Criterion", "cv:Constraint", "cv:InformationRequirement",
                "cccev:Requirement", "cccev:Criterion", "cccev:Constraint",
                "cccev:InformationRequirement",
            ]
        ),
        ("Concept", ["skos:Concept"]),
        ("Source", ["eli:LegalExpression", "prov:PrimarySource", "prov:Entity"]),
        // The schema has no such labels; the vocabularies' own serve.
        ("Channel", ["cv:Channel", "schema:ServiceChannel"]),
        ("ContactPoint", ["cv:ContactPoint", "schema:ContactPoint"]),
    ]

    private static let relationshipTable: [(type: String, isReversed: Bool, terms: [String])] = [
        (
            "PROVIDES", true,
            ["cv:hasCompetentAuthority", "cv:ownedBy", "cv:serviceProvider", "schema:provider"]
        ),
        ("PROVIDES", false, ["cpsv:provides", "cv:provides"]),
        (
            "GROUNDED_IN", false,
            ["cv:hasLegalResource", "cv:hasFormalFramework", "cpsv:follows", "cpsv:implements"]
        ),
        ("REQUIRES", false, ["cv:holdsRequirement", "cv:hasCriterion", "cccev:hasRequirement"]),
        (
            "APPLIES_AT", true,
            [
                "cpsvno:mayTriggerNeedFor", "cpsvno:triggersNeedFor", "cpsvno:mayTrigger",
                "cpsvno:mayInitiate",
            ]
        ),
        ("APPLIES_AT", false, ["cv:isGroupedBy"]),
        ("ADDRESSED_TO", false, ["dct:audience"]),
        ("MEMBER_OF", false, ["org:memberOf"]),
        ("MEMBER_OF", true, ["org:hasMember"]),
        (
            "PART_OF", false,
            [
                "org:subOrganizationOf", "org:unitOf", "eli:is_part_of", "skos:broader",
                "dct:isPartOf",
            ]
        ),
        (
            "PART_OF", true,
            [
                "org:hasSubOrganization", "org:hasUnit", "eli:has_part", "skos:narrower",
                "dct:hasPart",
            ]
        ),
        ("REPORTS_TO", false, ["org:reportsTo"]),
        ("PURSUES", false, ["org:purpose"]),
        ("PRECEDES", false, ["xkos:next"]),
        ("PRECEDES", true, ["xkos:previous"]),
        ("REPLACED_BY", false, ["eli:repealed_by", "dct:isReplacedBy"]),
        ("REPLACED_BY", true, ["eli:repeals", "dct:replaces"]),
        ("ISSUED_BY", false, ["eli:passed_by"]),
        ("HAS_CHANNEL", false, ["cv:hasChannel", "schema:availableChannel"]),
        (
            "HAS_CONTACT_POINT", false,
            ["cv:hasContactPoint", "cv:contactPoint", "schema:contactPoint", "dcat:contactPoint"]
        ),
    ]

    private static let propertyTable: [(key: String, form: Form, terms: [String])] = [
        ("name", .plain, ["dct:title", "skos:prefLabel", "foaf:name", "schema:name", "vcard:fn"]),
        ("aliases", .list, ["skos:altLabel"]),
        ("hiddenLabels", .list, ["skos:hiddenLabel"]),
        ("definition", .plain, ["skos:definition"]),
        ("scope", .plain, ["skos:scopeNote"]),
        ("number", .plain, ["eli:number"]),
        ("description", .plain, ["dct:description", "schema:description"]),
        ("telephone", .plain, ["cv:telephone", "schema:telephone"]),
        ("email", .plain, ["cv:email", "schema:email"]),
        ("openingHours", .plain, ["cv:openingHours", "schema:openingHours"]),
        ("validFrom", .day, ["eli:first_date_entry_in_force", "schema:validFrom"]),
        ("validTo", .day, ["eli:date_no_longer_in_force"]),
        ("validTo", .dayAfter, ["schema:validThrough"]),
    ]

    private let labels: [String: String]
    private let predicates: [String: Predicate]

    /// The mapping.
    init() {
        var labels: [String: String] = [:]
        for (label, terms) in Self.classTable {
            for iri in terms.flatMap(Self.expand) { labels[iri] = label }
        }
        var predicates: [String: Predicate] = [:]
        for (type, isReversed, terms) in Self.relationshipTable {
            for iri in terms.flatMap(Self.expand) {
                predicates[iri] = .relationship(type, isReversed: isReversed)
            }
        }
        for (key, form, terms) in Self.propertyTable {
            for iri in terms.flatMap(Self.expand) { predicates[iri] = .property(key, form) }
        }
        self.labels = labels
        self.predicates = predicates
    }

    /// The label a class stands for, nil for one of another vocabulary.
    func label(of iri: String) -> String? { labels[iri] }

    /// What a predicate stands for, nil for one of another vocabulary.
    func predicate(of iri: String) -> Predicate? { predicates[iri] }

    private static func expand(_ term: String) -> [String] {
        let parts = term.split(separator: ":", maxSplits: 1).map(String.init)
        let prefixes = parts[0] == "schema" ? ["schema", "schemas"] : [parts[0]]
        return prefixes.map { (spaces[$0] ?? "") + parts[1] }
    }
}
