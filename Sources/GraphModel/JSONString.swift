/// JSON's string literals.
public enum JSONString {
    /// Appends a text as a string literal, its quotes included.
    ///
    /// - Parameter escapesLineSeparators: Whether U+2028 and U+2029 are escaped too: JSON allows
    ///   them, but JavaScript long took them for line ends.
    public static func write(
        _ text: String, to output: inout String, escapesLineSeparators: Bool = false
    ) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case "\u{0}"..."\u{1F}": writeCode(of: scalar, to: &output)
            case "\u{2028}" where escapesLineSeparators, "\u{2029}" where escapesLineSeparators:
                writeCode(of: scalar, to: &output)
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }

    private static func writeCode(of scalar: Unicode.Scalar, to output: inout String) {
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
