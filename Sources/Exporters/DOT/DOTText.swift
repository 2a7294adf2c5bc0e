/// Texts as DOT writes them.
enum DOTText {
    /// Graphviz reads quoted texts up to 16,384 bytes.
    static let maximumLength = 16_000

    /// A text in quotes: nothing in it is read as an escape, except that backslashes are doubled.
    ///
    /// Too long a text is cut off; a zero byte, which would end the text, is dropped.
    static func quoted(_ text: String) -> String {
        var output = "\""
        for scalar in text.unicodeScalars where scalar.value != 0 {
            if output.utf8.count >= maximumLength {
                output += "…"
                break
            }
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output + "\""
    }

    /// Whether `quoted` keeps all of a text, apart from backslashes.
    static func fits(_ text: String) -> Bool {
        text.utf8.count < maximumLength / 2 && !text.utf8.contains(0)
    }

    /// Lines to be shown, in quotes: entities are decoded in what is shown, hence `&amp;`.
    static func shown(_ lines: [String]) -> String {
        var output = "\""
        for (index, line) in lines.enumerated() {
            if index > 0 { output += "\\n" }
            for scalar in line.unicodeScalars where scalar.value != 0 {
                if output.utf8.count >= maximumLength { break }
                switch scalar {
                case "\"": output += "\\\""
                case "\\": output += "\\\\"
                case "&": output += "&amp;"
                default: output.unicodeScalars.append(scalar)
                }
            }
        }
        return output + "\""
    }

    /// A text inside a `<…>` label.
    static func markup(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars where scalar.value >= 0x20 {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    /// A text to be shown in lines of about a width.
    static func lines(_ text: String, width: Int) -> [String] {
        let spaced = text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }
        return String(String.UnicodeScalarView(spaced)).shortened(to: 400).wrapped(width: width)
    }
}
