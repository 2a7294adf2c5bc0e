import CypherEngine
import GraphModel
import GraphStore

/// The forms in which rows are printed.
enum RowFormat: String, CaseIterable {
    case table
    case json
    case jsonl
    case csv
    case tsv
    case markdown
    case html
    case list
    case values
    case plain

    /// The text of a result.
    func text(of result: QueryResult, width: Int, cells: CellText) -> String {
        switch self {
        case .table: return TableText(result, cells: cells, width: width).text
        case .json, .jsonl: return json(result)
        case .csv: return separated(result, cells, ",", quote: RowFormat.csvField)
        case .tsv: return separated(result, cells, "\t", quote: RowFormat.tsvField)
        case .markdown: return markdown(result, cells)
        case .html: return html(result, cells)
        case .list: return list(result, cells)
        case .values:
            return result.rows.map { row in
                row.map { cells.literal($0) }.joined(separator: ", ") + "\n"
            }
            .joined()
        case .plain:
            return result.rows.map { row in
                row.map { cells.plain($0) }.joined(separator: "\t") + "\n"
            }
            .joined()
        }
    }

    private func json(_ result: QueryResult) -> String {
        var json = JSONText()
        if self == .jsonl {
            for index in result.rows.indices {
                row(index, result, &json)
                json.raw("\n")
            }
            return json.text
        }
        json.list(result.rows.indices, open: "[\n", close: "\n]\n") { json, index in
            json.raw(index == 0 ? "  " : "\n  ")
            row(index, result, &json)
        }
        return result.rows.isEmpty ? "[]\n" : json.text
    }

    /// One row as an object; with `--why` its facts beside its columns.
    private func row(_ index: Int, _ result: QueryResult, _ json: inout JSONText) {
        var entries = Array(zip(result.columns, result.rows[index]))
        if index < result.facts.count { entries.append(("why", .list(result.facts[index]))) }
        json.list(entries, open: "{", close: "}") { json, entry in
            json.string(entry.0)
            json.raw(": ")
            json.value(entry.1, view: result.view)
        }
    }

    private func separated(
        _ result: QueryResult, _ cells: CellText, _ separator: String, quote: (String) -> String
    ) -> String {
        var text = result.columns.map(quote).joined(separator: separator) + "\n"
        for row in result.rows {
            text += row.map { quote(cells.plain($0)) }.joined(separator: separator) + "\n"
        }
        return text
    }

    private static func csvField(_ text: String) -> String {
        let special: Set<UInt8> = [0x22, 0x2C, 0x0A, 0x0D]
        guard text.utf8.contains(where: special.contains) else { return text }
        var quoted = "\""
        for character in text.unicodeScalars {
            if character == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(character)
        }
        return quoted + "\""
    }

    private static func tsvField(_ text: String) -> String {
        escaped(text, ["\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\"])
    }

    private static func escaped(
        _ text: String, _ replacements: [Unicode.Scalar: String]
    ) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let other = replacements[scalar] {
                result += other
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private func markdown(_ result: QueryResult, _ cells: CellText) -> String {
        func line(_ fields: [String]) -> String {
            "| "
                + fields.map { RowFormat.escaped($0, ["|": "\\|", "\n": "<br>"]) }
                .joined(separator: " | ") + " |\n"
        }
        return line(result.columns) + line(result.columns.map { _ in "---" })
            + result.rows.map { row in line(row.map { cells.plain($0) }) }.joined()
    }

    private func html(_ result: QueryResult, _ cells: CellText) -> String {
        func line(_ fields: [String], _ tag: String) -> String {
            let entities: [Unicode.Scalar: String] = ["&": "&amp;", "<": "&lt;", ">": "&gt;"]
            let inner = fields.map { "<\(tag)>\(RowFormat.escaped($0, entities))</\(tag)>" }
            return "  <tr>\(inner.joined())</tr>\n"
        }
        return "<table>\n" + line(result.columns, "th")
            + result.rows.map { row in line(row.map { cells.plain($0) }, "td") }.joined()
            + "</table>\n"
    }

    private func list(_ result: QueryResult, _ cells: CellText) -> String {
        result.rows.map { row in
            zip(result.columns, row).map { "\($0): \(cells.plain($1, null: "null"))\n" }.joined()
        }.joined(separator: "\n")
    }
}
