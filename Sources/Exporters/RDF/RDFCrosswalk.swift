/// The standard terms for the guide's labels and relationship types.
enum RDFCrosswalk {
    /// A class for each label that has one.
    static let classes: [String: [String]] = [
        "Actor": [RDFNames.foaf + "Agent"],
        "Group": [RDFNames.org + "OrganizationalCollaboration"],
        "Role": [RDFNames.org + "Role"],
        "LegalInstrument": [RDFNames.eli + "LegalResource"],
        "Provision": [RDFNames.eli + "LegalResourceSubdivision"],
        "Duty": [RDFNames.odrl + "Duty"],
        "Right": [RDFNames.odrl + "Permission"],
        "Service": [RDFNames.cpsv + "PublicService"],
        "Stage": [RDFNames.cv + "Event"],
        "Condition": [RDFNames.cv + "Criterion"],
        "Concept": [RDFNames.skos + "Concept"],
        "Source": [RDFNames.prov + "Entity"],
    ]

    /// A predicate, and whether it points the other way.
    struct Predicate {
        let iri: String
        var isReversed = false
    }

    /// The predicate for a relationship; what no standard has gets a term of our own.
    static func predicate(_ type: String, from: ExportNode) -> Predicate {
        if type == "PART_OF" { return Predicate(iri: partOf(from)) }
        if type == "PROVIDES" {
            return Predicate(iri: RDFNames.cv + "hasCompetentAuthority", isReversed: true)
        }
        return Predicate(iri: predicates[type] ?? RDFNames.term(type))
    }

    private static let predicates = [
        "MEMBER_OF": RDFNames.org + "memberOf",
        "REPORTS_TO": RDFNames.org + "reportsTo",
        "ADDRESSED_TO": RDFNames.dct + "audience",
        "GROUNDED_IN": RDFNames.cv + "hasLegalResource",
        "PRECEDES": RDFNames.xkos + "next",
        "REQUIRES": RDFNames.cv + "holdsRequirement",
        "PURSUES": RDFNames.org + "purpose",
        "REPLACED_BY": RDFNames.dct + "isReplacedBy",
        "ISSUED_BY": RDFNames.eli + "passed_by",
    ]

    /// Only forms of something are narrower concepts; means and other parts are parts.
    private static func partOf(_ from: ExportNode) -> String {
        if from.labels.contains("Provision") { return RDFNames.eli + "is_part_of" }
        if from.labels.contains("Actor") || from.labels.contains("Group") {
            return RDFNames.org + "subOrganizationOf"
        }
        if from.text("kind") == "exploitation-form" { return RDFNames.skos + "broader" }
        return RDFNames.dct + "isPartOf"
    }
}
