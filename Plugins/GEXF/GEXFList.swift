/// Lists as GEXF writes them: `[a, "b, c", 'd']` since 1.3, `a|b` before; `;` and `,` are met too.
enum GEXFList {
    /// The elements of a list.
    static func elements(_ text: String) -> [String] {
        let trimmed = trim(Substring(text))
        if trimmed.hasPrefix("["), trimmed.hasSuffix("]") {
            return bracketed(trimmed.dropFirst().dropLast())
        }
        if trimmed.isEmpty { return [] }
        let marks: [Character] = ["|", ";", ","]
        let mark = marks.first { trimmed.contains($0) } ?? "|"
        return trimmed.split(separator: mark, omittingEmptySubsequences: false)
            .map { String(trim($0)) }
    }

    private static func bracketed(_ text: Substring) -> [String] {
        var elements: [String] = []
        var scalars = text.unicodeScalars
        while true {
            scalars = scalars.drop { isSpace(Character($0)) }
            guard let first = scalars.first else { break }
            if first == "\"" || first == "'" {
                elements.append(quoted(&scalars, by: first))
                scalars = scalars.drop { $0 != "," }
            } else {
                let element = scalars.prefix { $0 != "," }
                scalars = scalars[element.endIndex...]
                elements.append(String(trim(Substring(element))))
            }
            if scalars.isEmpty { break }
            scalars.removeFirst()
        }
        return elements
    }

    /// A text in quotes; a backslash keeps what follows it.
    private static func quoted(
        _ scalars: inout Substring.UnicodeScalarView, by quote: Unicode.Scalar
    ) -> String {
        var text = String.UnicodeScalarView()
        scalars.removeFirst()
        while let scalar = scalars.popFirst(), scalar != quote {
            guard scalar == "\\", let escaped = scalars.popFirst() else {
                text.append(scalar)
                continue
            }
            switch escaped {
            case "n": text.append("\n")
            case "r": text.append("\r")
            case "t": text.append("\t")
            default: text.append(escaped)
            }
        }
        return String(text)
    }

    private static func trim(_ text: Substring) -> Substring {
        var text = text.drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return text
    }

    /// White space in XML's sense: other kinds belong to a text.
    private static func isSpace(_ character: Character) -> Bool {
        [" ", "\t", "\n", "\r", "\r\n"].contains(character)
    }
}
