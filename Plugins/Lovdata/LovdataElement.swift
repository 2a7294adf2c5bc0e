import XMLReading

/// What an element is to the importer.
enum LovdataRole {
    /// Data about the document as a whole.
    case metadata
    /// A part or a chapter.
    case chapter
    /// A section (§); one that is not yet in force.
    case section(isFuture: Bool)
    /// A paragraph of a section (ledd).
    case paragraph
    /// An item of a list.
    case item
    case heading
    /// The number in a heading, and its words.
    case number
    case words
    /// What has been changed in what it stands in.
    case changes
    case footnote
    case footnoteMark
    case link
    /// A line of its own.
    case block
    /// Navigation and the like.
    case left
    case transparent

    init(_ element: XMLBranch) {
        let classes = element.classes
        switch element.name {
        case "metadata": self = .metadata
        case "dl" where classes.contains("data-document-key-info"): self = .metadata
        case "head", "nav", "script", "style": self = .left
        case "section" where !classes.contains("footnotes"): self = .chapter
        case "article": self = LovdataRole(article: classes)
        case "legalP": self = .paragraph
        case "li": self = .item
        case "title", "heading", "h1", "h2", "h3", "h4", "h5", "h6": self = .heading
        case "span" where classes.contains("futureLegalArticleHeader"): self = .heading
        case "span" where classes.contains("legalArticleValue"): self = .number
        case "span" where classes.contains("legalArticleTitle"): self = .words
        case "sup" where classes.contains("footnotereference"): self = .footnoteMark
        case "a": self = .link
        case "p", "br", "tr", "td", "th", "table", "ol", "ul", "div", "caption", "blockquote":
            self = .block
        default: self = .transparent
        }
    }

    /// Whether it makes a node that is part of the law.
    var isDivision: Bool {
        switch self {
        case .chapter, .section, .paragraph, .item: true
        default: false
        }
    }

    private init(article classes: [Substring]) {
        let roles: [(String, LovdataRole)] = [
            ("legalArticle", .section(isFuture: false)),
            ("futureLegalArticle", .section(isFuture: true)), ("legalP", .paragraph),
            ("numberedLegalP", .paragraph), ("changesToParent", .changes), ("footnote", .footnote),
        ]
        self = roles.first { classes.contains(Substring($0.0)) }?.1 ?? .block
    }
}

extension XMLBranch {
    /// The words of the attribute `class`.
    var classes: [Substring] { self["class"]?.split(separator: " ") ?? [] }
}

/// A heading taken apart: «§ 1-2. Formål», «Kapittel 3. Om retten», «Første del».
struct LovdataHeading {
    private(set) var number = ""
    private(set) var words = ""

    init(_ text: String) {
        let tokens = text.split(separator: " ")
        let count = LovdataHeading.numberLength(tokens)
        number = tokens.prefix(count).joined(separator: " ")
        if number.hasSuffix(".") { number.removeLast() }
        words = tokens.dropFirst(count).joined(separator: " ")
    }

    /// How many words are the number.
    private static func numberLength(_ tokens: [Substring]) -> Int {
        guard let first = tokens.first else { return 0 }
        if first.hasPrefix("§") {
            // A section may have a letter: «§ 5 a.»
            let start = first == "§" || first == "§§" ? 2 : 1
            let end = tokens.prefix(start + 1).firstIndex { $0.hasSuffix(".") }
            return end.map { $0 + 1 } ?? min(start, tokens.count)
        }
        let name = first.lowercased()
        if ["kapittel", "kap.", "kapitel", "del", "avsnitt", "vedlegg"].contains(name) {
            return min(2, tokens.count)
        }
        if tokens.count > 1, tokens[1].lowercased().hasPrefix("del"), tokens[1].count <= 4 {
            return 2
        }
        let isNumeral = first.hasSuffix(".") && first.dropLast().allSatisfy { "IVXLC".contains($0) }
        return isNumeral && first.count > 1 ? 1 : 0
    }
}
