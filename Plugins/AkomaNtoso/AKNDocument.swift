import GraphModel
import ImporterKit
import XMLReading

/// A document of the file: what its metadata say, and what its identifiers stand for.
struct AKNDocument {
    /// Its start tag.
    let element: XMLBranch
    /// Its node, once its metadata are known.
    var node: NodeToken?
    var id = ""
    /// Names other documents may call it by: work, expression and manifestation.
    var aliases: [String] = []
    var manifestation: String?
    /// The language of its text, as ISO 639 writes it.
    var language: String?
    /// Nodes by the identifiers in it.
    var nodes: [String: NodeToken] = [:]
    /// Identifiers that a division has.
    var divisions: Set<String> = []
    /// Days of its events by their identifiers.
    var events: [String: CalendarDate] = [:]
    /// Periods by their identifiers.
    var periods: [String: AKNValidity] = [:]
    /// The first of each title.
    private(set) var titles: [String: String] = [:]

    init(_ element: XMLBranch) {
        self.element = element
    }

    mutating func addTitle(_ element: String, _ text: String) {
        if !text.isEmpty, titles[element] == nil { titles[element] = text }
    }

    /// When a division is in force: by its period, or by its events.
    func validity(of element: XMLBranch) -> AKNValidity? {
        if let period = element["period"] { return periods[AKNDocument.local(period)] }
        let from = element["start"].flatMap { events[AKNDocument.local($0)] }
        let to = element["end"].flatMap { events[AKNDocument.local($0)] }
        if from == nil, to == nil { return nil }
        return AKNValidity(intervals: [(from, to)])
    }

    /// An identifier with or without its mark.
    static func local(_ reference: String) -> String {
        reference.hasPrefix("#") ? String(reference.dropFirst()) : reference
    }
}

/// When something is in force: half-open intervals, in the order they are given.
struct AKNValidity {
    var intervals: [(from: CalendarDate?, to: CalendarDate?)] = []

    /// Keeps it as the two bounds; where there are several intervals, each of them too.
    func set(on node: NodeToken, _ graph: NamedSink) {
        let starts = intervals.map(\.from)
        let ends = intervals.map(\.to)
        // One that is open makes the whole open.
        let from = starts.contains(nil) ? nil : starts.compactMap(\.self).min()
        let to = ends.contains(nil) ? nil : ends.compactMap(\.self).max()
        if let from { graph.set("validFrom", of: node, to: .date(from)) }
        if let to { graph.set("validTo", of: node, to: .date(to)) }
        guard intervals.count > 1 else { return }
        let text = { (date: CalendarDate?) -> String in date.map { "\($0)" } ?? "" }
        graph.set("periods", of: node, to: intervals.map { "\(text($0.from))/\(text($0.to))" })
    }
}
