import XMLReading

/// What an element is to the importer.
enum AKNRole: Sendable {
    /// A document: it becomes a node of its own.
    case document
    /// Metadata of a document.
    case meta
    /// A numbered or listed division of the law: a Provision.
    case provision
    /// A part of the document that is no provision: its preface, a speech, the motivation.
    case part
    /// A footnote.
    case note
    /// The number of the division it stands in.
    case number
    /// The heading of the division it stands in.
    case heading
    case subheading
    /// Text that begins on a line of its own.
    case block
    /// What names the document.
    case title
    /// A link to something else.
    case reference
    /// Words or divisions of another law, as they are to be.
    case quotedText
    case quotedStructure
    /// A piece of the whole that holds a document.
    case component
    /// What a graph does not hold.
    case lost
    /// Its content belongs to what it stands in.
    case transparent
}

/// The elements of Akoma Ntoso 1.0 to 3.0.
enum AKNVocabulary {
    /// The role of an element.
    static func role(of name: String) -> AKNRole { roles[name] ?? .transparent }

    /// The label of an element's node.
    static func label(of name: String) -> String {
        // Version 2.0 spells it with an e.
        let name = name == "judgement" ? "judgment" : name
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// Documents that are law, or are to be.
    static let instruments: Set<String> = ["act", "bill"]

    private static let roles: [String: AKNRole] = {
        var roles: [String: AKNRole] = [:]
        for (role, names) in elements {
            for name in names.split(separator: " ") { roles[String(name)] = role }
        }
        return roles
    }()

    private static let elements: [(AKNRole, String)] = [
        (
            .document,
            """
            act bill doc statement judgment judgement debate debateReport amendment amendmentList \
            officialGazette documentCollection portion
            """
        ),
        (.meta, "meta"),
        (
            .provision,
            """
            clause section part paragraph chapter title article book tome division point indent \
            alinea rule subrule proviso subsection subpart subparagraph subchapter subtitle \
            subdivision subclause level transitional hcontainer item recital citation
            """
        ),
        (
            .part,
            """
            coverPage preface preamble conclusions header introduction background arguments \
            remedies motivation decision amendmentHeading amendmentContent amendmentReference \
            amendmentJustification tblock speech question answer other scene narrative summary \
            speechGroup debateSection administrationOfOath declarationOfVote communication \
            petitions papers noticesOfMotion questions address proceduralMotions pointOfOrder \
            adjournment rollCall prayers oralStatements writtenStatements personalStatements \
            ministerialStatements resolutions nationalInterest
            """
        ),
        (.note, "authorialNote"),
        (.number, "num"),
        (.heading, "heading"),
        (.subheading, "subheading"),
        (
            .block,
            """
            p block li listIntroduction listWrapUp intro wrapUp tr td th br eol ul ol table \
            caption blockContainer blockList list formula container longTitle crossHeading \
            tocItem from
            """
        ),
        (.title, "docTitle shortTitle docNumber"),
        (
            .reference,
            "ref rref mref a affectedDocument documentRef componentRef noteRef relatedDocument"
        ),
        (.quotedText, "quotedText"),
        (.quotedStructure, "quotedStructure embeddedStructure"),
        (.component, "component attachment"),
        (.lost, "img"),
    ]

    // MARK: - metadata

    /// Links from a judgment to others, by the element's name.
    static let judicial: Set<String> = [
        "supports", "isAnalogTo", "applies", "extends", "restricts", "derogates", "contrasts",
        "overrules", "dissentsFrom", "putsInQuestion", "distinguishes",
    ]

    /// Changes of law.
    static let modifications: Set<String> = [
        "textualMod", "meaningMod", "scopeMod", "forceMod", "efficacyMod", "legalSystemMod",
    ]

    /// Names of things the text speaks of, and the labels of their nodes.
    static func label(ofConcept name: String) -> String {
        switch name {
        case "TLCOrganization", "TLCPerson": "Actor"
        case "TLCRole": "Role"
        default: "Concept"
        }
    }

    /// What an event means for when the document is in force. `refersTo` has no fixed words; these
    /// are those of LegalDocML.de and their English ones.
    static func force(_ reason: String) -> (begins: Bool, ends: Bool) {
        switch reason {
        case "inkrafttreten", "inForce", "entryIntoForce": (true, false)
        case "ausserkrafttreten", "außerkrafttreten", "endOfForce", "repeal": (false, true)
        default: (false, false)
        }
    }
}

extension XMLBranch {
    /// Its identifier: `eId`, before version 3.0 `id`, else the one all versions share.
    var identifier: String? { self["eId"] ?? self["id"] ?? self["wId"] }
}
