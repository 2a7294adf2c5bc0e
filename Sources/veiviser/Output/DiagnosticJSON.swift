import GraphModel

/// Writes diagnostics as JSON objects.
enum DiagnosticJSON {
    /// `{code, severity, message, file, line, column, hint}`; null for what is not known.
    static func write(_ diagnostic: Diagnostic, to json: inout JSONText) {
        json.raw("{\"code\": ")
        json.string(diagnostic.code)
        json.raw(", \"severity\": ")
        json.string(diagnostic.severity.rawValue)
        json.raw(", \"message\": ")
        json.string(diagnostic.message)
        json.raw(", \"file\": ")
        text(diagnostic.place?.file, &json)
        json.raw(", \"line\": \(diagnostic.place.map { "\($0.line)" } ?? "null")")
        json.raw(", \"column\": \(diagnostic.place.map { "\($0.column)" } ?? "null")")
        json.raw(", \"hint\": ")
        text(diagnostic.hint, &json)
        json.raw("}")
    }

    private static func text(_ value: String?, _ json: inout JSONText) {
        if let value { json.string(value) } else { json.raw("null") }
    }
}
