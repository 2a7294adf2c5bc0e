/// A set of Unicode scalars, as a character class of a regular expression describes it.
indirect enum ScalarSet: Sendable {
    case range(ClosedRange<Unicode.Scalar>)
    case category(@Sendable (Unicode.Scalar) -> Bool)
    case union([ScalarSet])
    case intersection(ScalarSet, ScalarSet)
    case complement(ScalarSet)
    /// The members of a set and the same letters in the other case.
    case anyCase(ScalarSet)

    static func scalar(_ scalar: Unicode.Scalar) -> ScalarSet { .range(scalar...scalar) }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch self {
        case .range(let range): range.contains(scalar)
        case .category(let test): test(scalar)
        case .union(let sets): sets.contains { $0.contains(scalar) }
        case .intersection(let a, let b): a.contains(scalar) && b.contains(scalar)
        case .complement(let set): !set.contains(scalar)
        case .anyCase(let set):
            set.contains(scalar) || set.contains(ScalarSet.lower(scalar))
                || set.contains(ScalarSet.upper(scalar))
        }
    }

    /// The member of a set that has just one.
    var onlyScalar: Unicode.Scalar? {
        if case .range(let range) = self, range.lowerBound == range.upperBound {
            return range.lowerBound
        }
        return nil
    }

    private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII {
            return ("A"..."Z").contains(scalar) ? shifted(scalar, by: 32) : scalar
        }
        return only(scalar.properties.lowercaseMapping) ?? scalar
    }

    private static func upper(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII {
            return ("a"..."z").contains(scalar) ? shifted(scalar, by: -32) : scalar
        }
        return only(scalar.properties.uppercaseMapping) ?? scalar
    }

    private static func shifted(_ scalar: Unicode.Scalar, by distance: Int) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(truncatingIfNeeded: Int(scalar.value) + distance))
    }

    private static func only(_ text: String) -> Unicode.Scalar? {
        text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
    }
}

extension ScalarSet {
    static let digits = ScalarSet.range("0"..."9")
    static let wordScalars = ScalarSet.union([
        .range("a"..."z"), .range("A"..."Z"), .digits, .scalar("_"),
    ])
    static let spaces = ScalarSet.union([.range("\t"..."\r"), .scalar(" ")])
    static let horizontalSpaces = ScalarSet.union([
        .scalar(" "), .scalar("\t"), .scalar("\u{A0}"), .scalar("\u{1680}"), .scalar("\u{180E}"),
        .range("\u{2000}"..."\u{200A}"), .scalar("\u{202F}"), .scalar("\u{205F}"),
        .scalar("\u{3000}"),
    ])
    static let verticalSpaces = ScalarSet.union([
        .range("\n"..."\r"), .scalar("\u{85}"), .scalar("\u{2028}"), .scalar("\u{2029}"),
    ])
    static let all = ScalarSet.range("\u{0}"..."\u{10FFFF}")
    static let allButLineEnds = ScalarSet.category { !isLineEnd($0) }

    static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    /// The set that `\p{name}` names; nil for a name that is not known.
    static func named(_ name: String) -> ScalarSet? {
        if let set = posix[name] { return set }
        let bare = name.hasPrefix("Is") ? String(name.dropFirst(2)) : name
        return properties[bare] ?? categories(bare)
    }

    /// Java's classes of ASCII characters.
    private static let posix: [String: ScalarSet] = [
        "Lower": .range("a"..."z"), "Upper": .range("A"..."Z"),
        "ASCII": .range("\u{0}"..."\u{7F}"),
        "Alpha": .union([.range("a"..."z"), .range("A"..."Z")]), "Digit": digits,
        "Alnum": .union([.range("a"..."z"), .range("A"..."Z"), digits]),
        "Punct": .union([
            .range("!"..."/"), .range(":"..."@"), .range("["..."`"), .range("{"..."~"),
        ]),
        "Graph": .range("!"..."~"), "Print": .range(" "..."~"),
        "Blank": .union([.scalar(" "), .scalar("\t")]),
        "Cntrl": .union([.range("\u{0}"..."\u{1F}"), .scalar("\u{7F}")]),
        "XDigit": .union([digits, .range("a"..."f"), .range("A"..."F")]), "Space": spaces,
    ]

    private static let properties: [String: ScalarSet] = [
        "Alphabetic": .category { $0.properties.isAlphabetic },
        "Letter": .category { $0.properties.isAlphabetic },
        "Uppercase": .category { $0.properties.isUppercase },
        "Lowercase": .category { $0.properties.isLowercase },
        "Ideographic": .category { $0.properties.isIdeographic },
        "White_Space": .category { $0.properties.isWhitespace },
        "Digit": .category { $0.properties.generalCategory == .decimalNumber },
        "Emoji": .category { $0.properties.isEmoji },
    ]

    /// A general category by its short name, `Lu`, or its first letter, `L`.
    private static func categories(_ name: String) -> ScalarSet? {
        let members = categoryNames.filter { $0.key == name || $0.key.prefix(1) == name }
            .map(\.value)
        if members.isEmpty { return nil }
        return .category { members.contains($0.properties.generalCategory) }
    }

    private static let categoryNames: [String: Unicode.GeneralCategory] = [
        "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter,
        "Lm": .modifierLetter, "Lo": .otherLetter, "Mn": .nonspacingMark, "Mc": .spacingMark,
        "Me": .enclosingMark, "Nd": .decimalNumber, "Nl": .letterNumber, "No": .otherNumber,
        "Pc": .connectorPunctuation, "Pd": .dashPunctuation, "Ps": .openPunctuation,
        "Pe": .closePunctuation, "Pi": .initialPunctuation, "Pf": .finalPunctuation,
        "Po": .otherPunctuation, "Sm": .mathSymbol, "Sc": .currencySymbol,
        "Sk": .modifierSymbol, "So": .otherSymbol, "Zs": .spaceSeparator,
        "Zl": .lineSeparator, "Zp": .paragraphSeparator, "Cc": .control, "Cf": .format,
        "Cs": .surrogate, "Co": .privateUse, "Cn": .unassigned,
    ]
}
