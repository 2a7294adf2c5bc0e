/// The elements that describe a node, and what the graph calls it.
enum NodeKind: String, CaseIterable, Sendable {
    case actor
    case group
    case role
    case instrument
    case provision
    case stage
    case right
    case duty
    case service
    case condition
    case concept
    case source

    /// The label in the graph.
    var label: String {
        switch self {
        case .actor: "Actor"
        case .group: "Group"
        case .role: "Role"
        case .instrument: "LegalInstrument"
        case .provision: "Provision"
        case .stage: "Stage"
        case .right: "Right"
        case .duty: "Duty"
        case .service: "Service"
        case .condition: "Condition"
        case .concept: "Concept"
        case .source: "Source"
        }
    }

    /// What an identifier of this kind begins with; actors and groups have bare names.
    var prefixes: [String] {
        switch self {
        case .actor, .group: []
        case .role: ["role:"]
        case .instrument: ["law:", "plan:"]
        case .provision: ["prov:"]
        case .stage: ["st:"]
        case .right: ["r:"]
        case .duty: ["d:"]
        case .service: ["s:"]
        case .condition: ["cond:"]
        case .concept: ["c:", "g:"]
        case .source: ["src:"]
        }
    }

    /// The attributes it must have besides `id`; each becomes a property.
    var ownAttributes: [String] {
        switch self {
        case .actor, .group, .role, .instrument, .provision, .concept, .source: ["kind"]
        case .stage: ["track", "order"]
        case .duty: ["modality"]
        case .right, .service, .condition: []
        }
    }
}

/// The elements that give a node a property.
enum PropertyKind: String, CaseIterable, Sendable {
    case definition
    case scope
    case purpose
    case meets
    case test
    case text
    case officialName = "official-name"
    case number
    case level
    case seat
    case correction
    case uri
    case file
    case sha256
    case licence
    case retrieved
    case staff
    case maxPenaltyYears = "max-penalty-years"
    case ratifiedByNorway = "ratified-by-norway"
    case months
    case openList = "open-list"
    case renewable

    /// How its content is read.
    enum Form {
        /// Texts in the attributes `nb`, `nn` and `en`.
        case languages
        case word
        case integer
        case truth
    }

    /// How its content is read.
    var form: Form {
        switch self {
        case .definition, .scope, .purpose, .meets, .test, .text, .officialName: .languages
        case .staff, .maxPenaltyYears, .ratifiedByNorway, .months: .integer
        case .openList, .renewable: .truth
        default: .word
        }
    }

    /// The property's key in the graph.
    var key: String {
        switch self {
        case .officialName: "officialName"
        case .seat: "locatedIn"
        case .maxPenaltyYears: "maxPenaltyYears"
        case .ratifiedByNorway: "ratifiedByNorway"
        case .openList: "openList"
        default: rawValue
        }
    }

    /// The kinds of node that can have it; nil for all.
    var bearers: Set<NodeKind>? {
        switch self {
        case .definition: [.concept, .role, .condition, .stage]
        case .meets, .openList: [.group]
        case .test: [.condition]
        case .staff, .seat: [.actor]
        case .maxPenaltyYears: [.provision]
        case .ratifiedByNorway, .level: [.instrument]
        case .number, .correction: [.provision]
        case .months: [.concept]
        case .renewable: [.stage]
        case .uri, .file, .sha256, .licence, .retrieved: [.source]
        case .scope, .purpose, .text, .officialName: nil
        }
    }
}

/// The elements that state a fact: a relationship from the node they stand in.
enum FactKind: String, CaseIterable, Sendable {
    case must
    case may
    case mustNot = "must-not"
    case hasRight = "has-right"
    case memberOf = "member-of"
    case partOf = "part-of"
    case reportsTo = "reports-to"
    case addressedTo = "addressed-to"
    case provides
    case handles
    case groundedIn = "grounded-in"
    case appliesAt = "applies-at"
    case precedes
    case requires
    case pursues
    case replacedBy = "replaced-by"
    case excludes
    case issuedBy = "issued-by"
    case ratified
    case supplements
    case samePersonAs = "same-person-as"
    case status
    case locatedIn = "located-in"
    case duration
    case maxPenalty = "max-penalty"

    /// The relationship's type in the graph.
    var type: String {
        switch self {
        case .must, .may, .mustNot: "HAS_DUTY"
        default: String(rawValue.uppercased().map { $0 == "-" ? "_" : $0 })
        }
    }

    /// The modality the element itself expresses.
    var modality: String? {
        switch self {
        case .must: "obligation"
        case .may: "permission"
        case .mustNot: "prohibition"
        default: nil
        }
    }

    /// Its attributes besides those every fact has, with the property each becomes.
    var ownAttributes: [String: String] {
        switch self {
        case .handles, .addressedTo: ["as": "role", "modality": "modality"]
        case .appliesAt: ["from-stage": "from", "until-stage": "until"]
        case .replacedBy, .ratified: ["on": "on"]
        case .duration: ["months": "months"]
        case .maxPenalty: ["years": "years"]
        default: [:]
        }
    }

    /// Which kinds it leads from and to.
    var ends: [(from: Set<NodeKind>, to: Set<NodeKind>)] {
        switch self {
        case .must, .may, .mustNot: [([.actor], [.duty])]
        case .hasRight: [([.role, .actor], [.right])]
        case .memberOf: [([.actor], [.group])]
        case .partOf:
            [
                ([.provision], [.instrument, .provision]), ([.actor, .group], [.actor]),
                ([.concept], [.concept]),
            ]
        case .reportsTo: [([.actor], [.actor])]
        case .addressedTo: [([.duty, .right, .service, .provision], [.role, .actor])]
        case .provides: [([.actor, .group], [.service])]
        case .handles: [([.actor], [.stage])]
        case .groundedIn:
            [
                (
                    [.right, .duty, .service, .stage, .actor, .group],
                    [.provision, .instrument]
                )
            ]
        case .appliesAt: [([.right, .duty, .service], [.stage])]
        case .precedes: [([.stage], [.stage])]
        case .requires: [([.right, .duty, .service, .stage, .provision], [.condition])]
        case .pursues: [([.actor, .group], [.concept])]
        case .replacedBy:
            [
                ([.provision], [.provision]), ([.instrument], [.instrument]),
                ([.actor], [.actor]),
            ]
        case .excludes:
            [([.actor, .stage, .condition, .right], [.concept, .right, .service])]
        case .issuedBy: [([.instrument], [.actor])]
        case .ratified: [([.actor], [.instrument])]
        case .supplements: [([.instrument], [.instrument])]
        case .samePersonAs: [([.role], [.role])]
        case .status: [([.actor, .group, .service, .instrument], [.concept])]
        case .locatedIn: [([.actor], [.concept])]
        case .duration: [([.stage, .right, .service], [.concept])]
        case .maxPenalty: [([.provision], [.concept])]
        }
    }
}

/// Element and attribute names that are not of one kind.
enum GuideName {
    static let namespace = "urn:veiviser:guide"
    static let root = "guide"
    static let about = "about"
    static let name = "name"
    static let note = "note"
    static let valid = "valid"
    static let evidence = "evidence"
    /// Elements that give a node further names, with the list property they go into.
    static let names = [
        "abbreviation": "abbr", "alias": "aliases", "misspelling": "hiddenLabels",
    ]
    static let languages = ["nb", "nn", "en"]
    static let evidenceAttributes = ["line", "source", "at", "since", "until", "confidence"]
    static let confidences = ["stated", "inferred", "corrected", "overlay"]
    static let modalities = ["obligation", "permission", "prohibition"]
    static let tracks = ["criminal", "residence", "return"]
}
