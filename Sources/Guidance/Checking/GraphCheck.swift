import GraphModel
import GraphStore

/// The curators' check: what is wrong or doubtful in a graph of the guide.
///
/// Each finding has a stable code, the place where the file is known, and what to do.
package struct GraphCheck {
    /// The lines of a document at hand.
    package enum Document {
        /// There is none at hand.
        case absent
        case lines([Substring])
        /// It is not what the facts were taken from, or cannot be read.
        case refused(Diagnostic)
    }

    /// What to check against.
    package struct Options {
        /// The day that counts as today; nil for the computer's.
        package var today: CalendarDate?
        /// Sources older than this are told of.
        package var months = 24
        /// The property that holds the file and line each element was read from.
        package var placesKey: String?
        /// Finds a source's document; nil where no documents are at hand.
        package var document: ((SourceDocument) -> Document)?

        /// Creates options: no documents, two years.
        package init() {}
    }

    let graph: CheckedGraph
    let schema: GraphSchema
    let options: Options

    /// Prepares to check a graph.
    package init(_ view: GraphView, schema: GraphSchema, options: Options = Options()) {
        graph = CheckedGraph(view, placesKey: options.placesKey)
        self.schema = schema
        self.options = options
    }

    /// Everything found, the gravest first, then by file and line.
    package func findings() -> [Diagnostic] {
        let found =
            shapes() + names() + evidence() + references() + periods() + contradictions()
            + circles() + stageOrder() + ages() + documents()
        return found.enumerated().sorted { left, right in
            let keys = [left, right].map { (rank($0.element.severity), $0.element.place) }
            if keys[0].0 != keys[1].0 { return keys[0].0 < keys[1].0 }
            let files = keys.map { $0.1?.file ?? "" }
            if files[0] != files[1] { return files[0] < files[1] }
            let lines = keys.map { $0.1?.line ?? 0 }
            return lines[0] != lines[1] ? lines[0] < lines[1] : left.offset < right.offset
        }.map(\.element)
    }

    private func rank(_ severity: Diagnostic.Severity) -> Int {
        switch severity {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }

    // MARK: - Findings

    func finding(
        _ code: String, _ message: String, at place: SourcePlace?, hint: String,
        notes: [String] = [], _ severity: Diagnostic.Severity = .error
    ) -> Diagnostic {
        Diagnostic(
            .data, code, message, place: place, hint: hint, notes: notes, severity: severity)
    }

    /// «it is on line 12 of 'actors.xml'», for the other one of two.
    func whereabouts(_ place: SourcePlace?) -> [String] {
        guard let place, let file = place.file else { return [] }
        return ["the other one is in '\(file)' on line \(place.line)"]
    }
}
