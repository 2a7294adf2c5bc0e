/// Breaks a text into lines at spaces; no-break spaces keep words together and are then shown as
/// any other.
package struct Paragraph {
    /// The columns there are.
    package let width: Int

    /// Lines of so many columns.
    package init(width: Int) { self.width = width }

    /// The text with its first line after `first` and the others after `rest`.
    package func wrapped(_ text: String, first: String = "", rest: String = "") -> String {
        var lines: [String] = []
        var line = first
        var used = displayWidth(first)
        var isEmpty = true
        for word in text.split(separator: " ") {
            let length = displayWidth(String(word))
            if !isEmpty, used + 1 + length > width {
                lines.append(line)
                line = rest
                used = displayWidth(rest)
                isEmpty = true
            }
            line += isEmpty ? String(word) : " \(word)"
            used += isEmpty ? length : length + 1
            isEmpty = false
        }
        lines.append(line)
        return String(lines.joined(separator: "\n").map { $0 == "\u{A0}" ? " " : $0 }) + "\n"
    }
}
