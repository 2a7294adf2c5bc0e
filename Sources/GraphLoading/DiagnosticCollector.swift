import GraphModel

/// Keeps what an import reports, bounded.
struct DiagnosticCollector {
    /// How many of each severity are kept.
    let limit: Int
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var errorCount = 0
    private(set) var warningCount = 0
    private var noteCount = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// Keeps the diagnostic, or counts it where there are too many of its severity.
    mutating func add(_ diagnostic: Diagnostic) {
        let number: Int
        switch diagnostic.severity {
        case .error:
            errorCount += 1
            number = errorCount
        case .warning:
            warningCount += 1
            number = warningCount
        case .note:
            noteCount += 1
            number = noteCount
        }
        if number <= limit { diagnostics.append(diagnostic) }
    }

    /// The diagnostics, with a note on those that were left out.
    func finished() -> [Diagnostic] {
        var result = diagnostics
        let left =
            max(errorCount - limit, 0) + max(warningCount - limit, 0) + max(noteCount - limit, 0)
        if left > 0 {
            result.append(
                Diagnostic(
                    .data, "MoreDiagnostics", "\(left) more diagnostics are not shown",
                    severity: .note))
        }
        return result
    }
}
