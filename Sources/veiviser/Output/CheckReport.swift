import GraphModel

/// What a check found, for people and for programs.
struct CheckReport {
    var nodes = 0
    var relationships = 0
    var findings: [Diagnostic] = []

    /// How many findings of one code a person is shown.
    private static let shown = 20

    var errors: Int { findings.count { $0.severity == .error } }
    var warnings: Int { findings.count { $0.severity == .warning } }

    /// Adds findings that the reading has not told of already, by code and line.
    mutating func add(_ more: [Diagnostic]) {
        let known = Set(findings.map(Self.key))
        findings += more.filter { $0.place == nil || !known.contains(Self.key($0)) }
    }

    private static func key(_ finding: Diagnostic) -> String {
        "\(finding.code) \(finding.place?.file ?? "") \(finding.place?.line ?? 0)"
    }

    /// The findings as text and a line that counts them.
    func text(color: Bool, isQuiet: Bool) -> String {
        let renderer = DiagnosticRenderer(color: color)
        var text = ""
        var counts: [String: Int] = [:]
        for finding in findings where !isQuiet || finding.severity == .error {
            counts[finding.code, default: 0] += 1
            if counts[finding.code, default: 0] <= Self.shown { text += renderer.render(finding) }
        }
        for (code, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.shown {
            text += "\(count - Self.shown) more [\(code)] are not shown; "
            text += "--format json shows all\n"
        }
        let notes = findings.count - errors - warnings
        let tallies = [
            Self.count(errors, "error"), Self.count(warnings, "warning"),
            Self.count(notes, "note"),
        ]
        return text
            + "checked \(Self.count(nodes, "node")) and "
            + "\(Self.count(relationships, "relationship")): "
            + tallies.joined(separator: ", ") + "\n"
    }

    /// `1 node`, `2 nodes`
    private static func count(_ count: Int, _ thing: String) -> String {
        "\(count) \(thing)\(count == 1 ? "" : "s")"
    }

    /// One JSON object.
    var json: String {
        var json = JSONText()
        json.raw("{\"nodes\": \(nodes), \"relationships\": \(relationships), ")
        json.raw("\"errors\": \(errors), \"warnings\": \(warnings), \"findings\": ")
        json.list(findings, open: "[\n", close: "\n]}\n") { json, finding in
            json.raw("  ")
            DiagnosticJSON.write(finding, to: &json)
        }
        return json.text
    }
}
