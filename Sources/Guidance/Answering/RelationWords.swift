import GraphModel

/// Relationship types and roles in words.
enum RelationWords {
    /// A type in a language; a type without words as it is, in small letters.
    static func text(_ type: String, _ language: Language) -> String {
        let known: (nb: String, nn: String, en: String)? =
            switch type {
            case "MEMBER_OF": ("er med i", "er med i", "is a member of")
            case "PART_OF": ("er en del av", "er ein del av", "is part of")
            case "REPORTS_TO": ("er underlagt", "er underlagt", "reports to")
            case "HAS_DUTY": ("har oppgaven", "har oppgåva", "has the duty")
            case "HAS_RIGHT": ("har rett til", "har rett til", "has the right")
            case "HANDLES": ("har en rolle i", "har ei rolle i", "has a role in")
            case "PROVIDES": ("tilbyr", "tilbyr", "offers")
            case "GROUNDED_IN": ("har hjemmel i", "har heimel i", "is grounded in")
            case "APPLIES_AT": ("gjelder ved", "gjeld ved", "applies at")
            case "ADDRESSED_TO": ("gjelder overfor", "gjeld overfor", "is addressed to")
            case "REQUIRES": ("krever", "krev", "requires")
            case "EXCLUDES": ("utelukker", "utelukkar", "excludes")
            case "PRECEDES": ("kommer før", "kjem før", "comes before")
            case "PURSUES": ("arbeider for", "arbeider for", "pursues")
            case "REPLACED_BY": ("er erstattet av", "er erstatta av", "was replaced by")
            case "RATIFIED": ("har ratifisert", "har ratifisert", "has ratified")
            case "ISSUED_BY": ("er utgitt av", "er gjeve ut av", "was issued by")
            case "STATUS": ("har status", "har status", "has the status")
            case "SAME_PERSON_AS":
                (
                    "kan være samme person som", "kan vere same person som",
                    "may be the same person as"
                )
            case "SUPPLEMENTS": ("supplerer", "supplerer", "supplements")
            case "LOCATED_IN", "locatedIn": ("holder til i", "held til i", "is located in")
            case "DURATION": ("varer", "varer", "lasts")
            case "MAX_PENALTY": ("har strafferammen", "har strafferamma", "has the maximum penalty")
            case "maxPenaltyYears":
                ("har strafferamme i år", "har strafferamme i år", "has a maximum penalty in years")
            case "ratifiedByNorway":
                ("ratifisert av Norge", "ratifisert av Noreg", "ratified by Norway")
            case "scope": ("omfatter", "omfattar", "covers")
            case "definition": ("betyr", "tyder", "means")
            case "purpose": ("formål", "føremål", "purpose")
            case "level": ("nivå", "nivå", "level")
            case "staff": ("ansatte", "tilsette", "employees")
            case "valid": ("i kraft fra", "i kraft frå", "in force since")
            default: nil
            }
        guard let known else {
            return type.lowercased().split(separator: "_").joined(separator: " ")
        }
        return switch language {
        case .nb: known.nb
        case .nn: known.nn
        case .en: known.en
        }
    }

    /// What a fact says of a list: whether it names all there are; nil for any other fact.
    static func list(_ fact: Fact, _ language: Language) -> String? {
        guard fact.type == "openList", case .boolean(let isOpen)? = fact.value else { return nil }
        return switch language {
        case .nb: isOpen ? "kilden navngir ikke alle" : "kilden navngir alle"
        case .nn: isOpen ? "kjelda nemner ikkje alle" : "kjelda nemner alle"
        case .en: isOpen ? "the source does not name all" : "the source names all"
        }
    }

    /// What is allowed and not owed.
    static func mayOnly(_ language: Language) -> String {
        switch language {
        case .nb: "kan, men må ikke"
        case .nn: "kan, men må ikkje"
        case .en: "may, but need not"
        }
    }

    /// Must or may in a language.
    static func modality(_ word: String, _ language: Language) -> String {
        guard language != .en else { return word }
        return switch word {
        case "must": "må"
        case "may": "kan"
        default: word
        }
    }

    /// A role in a language.
    static func role(_ role: String, _ language: Language) -> String {
        guard language != .en else { return role }
        return switch role {
        case "receives": language == .nn ? "tek imot" : "tar imot"
        case "registers": language == .nn ? "registrerer" : "registrerer"
        case "forwards": language == .nn ? "sender vidare" : "oversender"
        case "decides": language == .nn ? "avgjer" : "avgjør"
        case "assists": "bistår"
        case "conducts": "gjennomfører"
        case "identifies": "identifiserer"
        case "present": language == .nn ? "er til stades" : "er til stede"
        case "reports": "rapporterer"
        case "counterparty": "motpart"
        default: role
        }
    }
}
