/// Turns diagnostics into text: `file:line:column: error: [code] message`, the line, carets, hint.
public struct DiagnosticRenderer: Sendable {
    /// Whether to colour with terminal escapes.
    public var color: Bool

    /// Creates a renderer.
    public init(color: Bool = false) {
        self.color = color
    }

    /// The text of one diagnostic, ending in a line feed.
    public func render(_ diagnostic: Diagnostic) -> String {
        var text = heading(diagnostic)
        if let place = diagnostic.place, let excerpt = place.excerpt, place.column > 0 {
            text += caretLines(place, excerpt)
        }
        for note in diagnostic.notes { text += "note: \(note)\n" }
        if let hint = diagnostic.hint { text += "\(paint("hint:", "36")) \(hint)\n" }
        return text
    }

    private func heading(_ diagnostic: Diagnostic) -> String {
        var text = ""
        if let place = diagnostic.place {
            if let file = place.file { text += "\(file):" }
            text += "\(place.line):"
            if place.column > 0 { text += "\(place.column):" }
            text += " "
        }
        let severity = paint("\(diagnostic.severity.rawValue):", tint(diagnostic.severity))
        return "\(text)\(severity) [\(diagnostic.code)] \(diagnostic.message)\n"
    }

    /// The source line, shortened around the place where it is long, and carets under the place.
    private func caretLines(_ place: SourcePlace, _ excerpt: String) -> String {
        let characters = excerpt.map { $0 == "\t" ? " " : $0 }
        let start = min(place.column - 1, characters.count)
        let end = min(start + place.length, max(characters.count, start + 1))
        var from = 0
        var to = characters.count
        if characters.count > 110 {
            from = max(0, start - 40)
            to = min(characters.count, from + 100)
        }
        let before = from > 0 ? "…" : ""
        let after = to < characters.count ? "…" : ""
        let shown = before + String(characters[from..<to]) + after
        let padding =
            displayWidth(before) + displayWidth(String(characters[from..<max(start, from)]))
        let marked = start < characters.count ? String(characters[start..<min(end, to)]) : " "
        let carets = String(repeating: "^", count: max(1, displayWidth(marked)))
        return "  \(shown)\n  \(String(repeating: " ", count: padding))\(paint(carets, "31"))\n"
    }

    private func tint(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "1;34"
        }
    }

    private func paint(_ text: String, _ code: String) -> String {
        color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// Columns a text takes on a terminal: East Asian wide characters and emoji two, marks none.
public func displayWidth(_ text: String) -> Int {
    text.reduce(0) { $0 + displayWidth($1) }
}

private func displayWidth(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    let value = first.value
    if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
    if value < 0x300 { return 1 }
    if first.properties.isEmojiPresentation { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    let wide =
        (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value)
        || (0xAC00...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
        || (0xFE30...0xFE6F).contains(value) || (0xFF00...0xFF60).contains(value)
        || (0xFFE0...0xFFE6).contains(value) || (0x1F300...0x1FAFF).contains(value)
        || (0x20000...0x3FFFD).contains(value)
    return wide ? 2 : 1
}
