import GraphModel

/// What is wrong with a token that is no part of the language.
extension Situation {
    var lexicalError: Diagnostic? {
        switch current.kind {
        case .badCharacter: return badCharacter
        case .badNumber: return badNumber
        case .openString: return openString
        case .openName:
            return error(
                "the name that begins here has no end", firstCharacter, "close it with a back-tick")
        case .openComment:
            return error(
                "the comment that begins here has no end",
                SourceRange(current.start, current.start + 2), "close it with */")
        case .badParameter where next().kind == .leftBrace && next(2).isName:
            return error(
                "a parameter is not written in braces", current.range, "write $\(text(next(2)))")
        case .badParameter:
            return error(
                "a parameter needs a name after '$'", current.range, "write $name or $0")
        default: return nil
        }
    }

    private func error(
        _ message: String, _ range: SourceRange, _ hint: String, code: String = "UnexpectedSyntax"
    ) -> Diagnostic {
        Diagnostic(.syntaxError, code, message, range: range, hint: hint)
    }

    private var firstCharacter: SourceRange { SourceRange(current.start, current.start + 1) }

    /// A number gone wrong is named as such where a value is expected; anywhere else it is only
    /// something unexpected.
    private var badNumber: Diagnostic? {
        guard expected == .expression else { return nil }
        return error(
            "'\(text(current))' is no number", current.range,
            "write 1, 1.5, 1e3, 0xFF or 0o17; a name that begins with a digit goes in back-ticks",
            code: "InvalidNumberLiteral")
    }

    private var openString: Diagnostic {
        let quote = parser.text.slice(firstCharacter)
        let body = text(current)
        if body.unicodeScalars.contains(where: { Self.roundQuotes.contains($0) }) {
            return error(
                "the text that begins here has no end", firstCharacter,
                "close it with \(quote); a typographic quote does not")
        }
        return error(
            "the text that begins here has no end", firstCharacter, "close it with \(quote)")
    }

    private static let roundQuotes: Set<Unicode.Scalar> = [
        "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}",
    ]

    private var badCharacter: Diagnostic {
        let scalar = parser.text.slice(current.range).unicodeScalars.first ?? "?"
        if scalar.isASCII {
            if scalar == "?", !isAfterOperand, next().isName {
                return error(
                    "'?' has no meaning here", current.range,
                    "write a variable without '?': \(text(next())); a parameter as $name")
            }
            let hint = Self.asciiHints[scalar] ?? "remove it, or put the name in back-ticks"
            return error("'\(scalar)' has no meaning here", current.range, hint)
        }
        let name = scalar.properties.name.map { " (\($0.lowercased()))" } ?? ""
        let shown = scalar.properties.isWhitespace || isInvisible(scalar) ? "" : " '\(scalar)'"
        return error(
            "the character\(shown)\(name) has no meaning here", current.range,
            Self.lookAlikes[scalar].map { "write \($0)" }
                ?? (isInvisible(scalar)
                    ? "remove it; it came along when the text was copied"
                    : "remove it, or put the name in back-ticks"),
            code: "InvalidUnicodeCharacter")
    }

    private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .format, .control, .unassigned, .privateUse: true
        default: false
        }
    }

    private static let asciiHints: [Unicode.Scalar: String] = [
        "?": "write CASE WHEN condition THEN value ELSE other END, or $name for a parameter",
        "@": "write a variable without '@', a parameter as $name",
        "#": "begin a comment with //, or put the name in back-ticks",
        "~": "write NOT to negate, =~ to match a regular expression",
        "\\": "a backslash belongs inside a text: 'a\\\\b'",
    ]

    /// Characters that word processors and other keyboards put in the place of plain ones.
    private static let lookAlikes: [Unicode.Scalar: String] = [
        "\u{2018}": "a straight quote: '", "\u{2019}": "a straight quote: '",
        "\u{201A}": "a straight quote: '", "\u{201C}": "a straight quote: \"",
        "\u{201D}": "a straight quote: \"", "\u{201E}": "a straight quote: \"",
        "\u{AB}": "a straight quote: \"", "\u{BB}": "a straight quote: \"",
        "\u{B4}": "a back-tick: `", "\u{2032}": "a straight quote: '",
        "\u{2010}": "a plain hyphen: -", "\u{2011}": "a plain hyphen: -",
        "\u{2012}": "a plain hyphen: -", "\u{2013}": "a plain hyphen: -",
        "\u{2014}": "a plain hyphen: -", "\u{2212}": "a plain hyphen: -",
        "\u{2026}": "two dots: ..", "\u{D7}": "a star: *", "\u{F7}": "a slash: /",
        "\u{2192}": "an arrow: -->", "\u{2190}": "an arrow: <--", "\u{2264}": "<=",
        "\u{2265}": ">=", "\u{2260}": "<>", "\u{FF08}": "a plain parenthesis: (",
        "\u{FF09}": "a plain parenthesis: )", "\u{FF0C}": "a plain comma: ,",
        "\u{A6}": "a plain bar: |", "\u{AC}": "NOT",
    ]
}
