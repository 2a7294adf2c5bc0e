import CypherEngine
import GraphModel
import GraphStore

/// A table for a terminal: columns as wide as their cells, long cells cut.
struct TableText {
    private let header: [String]
    private let rows: [[String]]
    private let widths: [Int]

    init(_ result: QueryResult, cells: CellText, width: Int) {
        let cap = max(12, max(width, 60) - 4)
        header = result.columns.map { TableText.cut($0, to: cap) }
        rows = result.rows.map { row in
            row.map { value in
                let text = cells.plain(value, null: "null").replacingLineBreaks
                return TableText.cut(text, to: cap)
            }
        }
        var widths = header.map { displayWidth($0) }
        for row in rows {
            for (index, cell) in row.enumerated() {
                widths[index] = max(widths[index], displayWidth(cell))
            }
        }
        self.widths = widths
    }

    /// The table, with a line that counts the rows.
    var text: String {
        guard !header.isEmpty else { return "" }
        let rule = widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "+")
        var text = line(header) + "\(rule)\n"
        for row in rows { text += line(row) }
        return text + "(\(rows.count) \(rows.count == 1 ? "row" : "rows"))\n"
    }

    private func line(_ fields: [String]) -> String {
        let padded = zip(fields, widths).map { field, width in
            " " + field + String(repeating: " ", count: width - displayWidth(field) + 1)
        }
        var text = padded.joined(separator: "|")
        while text.last == " " { text.removeLast() }
        return text + "\n"
    }

    private static func cut(_ text: String, to width: Int) -> String {
        guard displayWidth(text) > width else { return text }
        var result = ""
        var used = 0
        for character in text {
            used += displayWidth(String(character))
            if used > width - 1 { break }
            result.append(character)
        }
        return result + "…"
    }
}

extension String {
    /// The text on one line.
    fileprivate var replacingLineBreaks: String {
        guard utf8.contains(10) || utf8.contains(13) else { return self }
        return split(whereSeparator: \.isNewline).joined(separator: "⏎")
    }
}
