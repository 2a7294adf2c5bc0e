import GraphLoading

/// What an import found, for people and for programs.
struct SummaryText {
    let summary: ImportSummary

    /// Counts, labels and types, a line each.
    var text: String {
        var text = "importer       \(summary.importer)\n"
        text += "nodes          \(summary.nodes)\n"
        text += "relationships  \(summary.edges)\n"
        if let triples = summary.triples { text += "triples        \(triples)\n" }
        if summary.skipped > 0 { text += "left out       \(summary.skipped)\n" }
        for (title, tallies) in [("labels", summary.labels), ("types", summary.types)] {
            guard !tallies.isEmpty else { continue }
            text += "\(title):\n"
            for tally in tallies { text += "  \(tally.name)  \(tally.count)\n" }
        }
        return text
    }

    /// One JSON object.
    var json: String {
        var json = JSONText()
        json.raw("{\"importer\": ")
        json.string(summary.importer)
        json.raw(", \"nodes\": \(summary.nodes), \"edges\": \(summary.edges)")
        json.raw(", \"triples\": \(summary.triples.map(String.init) ?? "null")")
        for (name, tallies) in [("labels", summary.labels), ("types", summary.types)] {
            json.raw(", \"\(name)\": ")
            json.list(tallies, open: "{", close: "}") { json, tally in
                json.string(tally.name)
                json.raw(": \(tally.count)")
            }
        }
        json.raw(", \"skipped\": \(summary.skipped), \"diagnostics\": ")
        json.list(summary.diagnostics) { DiagnosticJSON.write($1, to: &$0) }
        json.raw("}\n")
        return json.text
    }
}
