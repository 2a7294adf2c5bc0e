import GraphModel

/// Shows journeys as text for a terminal, as Markdown and as JSON.
package enum JourneyRenderer {
    /// The journey as text of some columns, ending in a line feed.
    package static func text(_ journey: Journey, width: Int) -> String {
        let paragraph = Paragraph(width: max(width, 40))
        var text = ""
        for block in JourneyOutline(journey).blocks {
            switch block {
            case .title(let title):
                let rule = String(repeating: "=", count: displayWidth(title))
                text += (text.isEmpty ? "" : "\n") + "\(title)\n\(rule)\n"
            case .stage(let title):
                text += "\n" + paragraph.wrapped(title, rest: "   ")
            case .section(let title): text += "   \(title)\n"
            case .item(let item, let level):
                let indent = String(repeating: " ", count: 3 + level * 4)
                let mark = level == 0 ? "- " : ""
                text += paragraph.wrapped(
                    item, first: indent + mark, rest: indent + "  ")
            case .paragraph(let line): text += paragraph.wrapped(line, first: "   ", rest: "     ")
            }
        }
        return text
    }

    /// The journey as Markdown.
    package static func markdown(_ journey: Journey) -> String {
        var text = ""
        var wasItem = false
        for block in JourneyOutline(journey).blocks {
            var isItem = false
            switch block {
            case .title(let title): text += "\n# \(escaped(title))\n"
            case .stage(let title): text += "\n## \(escaped(title))\n"
            case .section(let title): text += "\n### \(escaped(title))\n"
            case .item(let item, let level):
                isItem = true
                text += (wasItem ? "" : "\n") + String(repeating: "  ", count: level)
                text += "- \(escaped(item))\n"
            case .paragraph(let line): text += "\n\(escaped(line))\n"
            }
            wasItem = isItem
        }
        return String(text.drop { $0 == "\n" }.map { $0 == "\u{A0}" ? " " : $0 })
    }

    /// Signs that Markdown reads are marked as signs; brackets alone make no link.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if "\\`*_<>#|".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }
}
