import GraphModel

/// Reports what is wrong with a file, each kind of fault a bounded number of times in full: a place
/// is counted from the file's start, and nobody reads the same message a million times.
public final class Complaints {
    /// How often one code is reported in full.
    public static let limit = 20

    private let sink: any GraphSink
    private let file: InputFile
    private var counts: [String: Int] = [:]
    private var order: [(code: String, severity: Diagnostic.Severity)] = []
    private var subjects: Set<String> = []

    /// Reports to a sink what is wrong with a file.
    public init(_ file: InputFile, _ sink: any GraphSink) {
        self.file = file
        self.sink = sink
    }

    /// Reports a fault. Past the limit an error is reported with its line alone, and anything else
    /// is only counted.
    public func report(
        _ code: String, _ severity: Diagnostic.Severity, line: Int, _ full: () -> Diagnostic
    ) throws {
        let count = counts[code, default: 0] + 1
        counts[code] = count
        if count == 1 { order.append((code, severity)) }
        if count <= Self.limit {
            try sink.report(full())
        } else if severity == .error {
            try sink.report(
                Diagnostic(
                    .data, code, "the same is wrong here",
                    place: SourcePlace(file: file.name, line: line)))
        }
    }

    /// Reports a fault once for each thing it is about.
    public func report(
        _ code: String, about subject: String, _ severity: Diagnostic.Severity, line: Int,
        _ full: () -> Diagnostic
    ) throws {
        guard subjects.insert("\(code) \(subject)").inserted else { return }
        try report(code, severity, line: line, full)
    }

    /// Says at the end how many were not reported.
    public func finish() throws {
        for (code, severity) in order where severity != .error {
            let rest = (counts[code] ?? 0) - Self.limit
            guard rest > 0 else { continue }
            try sink.report(
                Diagnostic(
                    .data, code, "\(rest) more of this kind are not listed",
                    place: SourcePlace(file: file.name, line: 1), severity: severity))
        }
    }
}
