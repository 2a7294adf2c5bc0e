import GraphModel
import GraphStore

extension GraphCheck {
    /// Sources that say what they say longer ago than wanted, or nobody knows when.
    func ages() -> [Diagnostic] {
        let cited = citations()
        return sources.compactMap { node, document in
            let count = cited[document.id]?.count ?? 0
            guard count > 0 else { return nil }
            guard let last = lastDay(node) else {
                return finding(
                    "UndatedSource", "'\(document.id)' has no date; \(rests(count))",
                    at: graph.place(node), hint: "add dated=\"…\": when it says what it says",
                    .note)
            }
            guard last < limit else { return nil }
            return finding(
                "OldSource",
                "'\(document.id)' is of \(CalendarDate(days: last).description), more than "
                    + "\(options.months) months ago; \(rests(count))",
                at: graph.place(node),
                hint: "see whether it still says so, then note the day: "
                    + "<retrieved>2026-01-31</retrieved>",
                .warning)
        }
    }

    private func rests(_ count: Int) -> String {
        count == 1 ? "1 statement rests on it" : "\(count) statements rest on it"
    }

    /// The last day the source is known to have said so: when it was looked at, or its own date.
    private func lastDay(_ node: UInt32) -> Int? {
        let dates = [
            graph.reader.text(node, "retrieved"),
            graph.reader.text(node, "dated")?.split(separator: "/").last.map(String.init),
        ]
        return dates.compactMap { $0.flatMap(DayRange.init(iso:)).map { $0.end - 1 } }.max()
    }

    /// The first day that is not too old.
    private var limit: Int {
        let today = options.today ?? .today
        let month = try? CalendarDate(year: today.year, month: today.month)
            .adding(TemporalDuration(months: -options.months))
        return (month?.days ?? .min) + today.day - 1
    }

    // MARK: - Lines

    /// Documents that have changed since, and lines they do not have.
    func documents() -> [Diagnostic] {
        guard let find = options.document else { return [] }
        let cited = citations()
        return sources.flatMap { node, document -> [Diagnostic] in
            guard let citations = cited[document.id] else { return [] }
            if document.file != nil, document.sha256 == nil {
                return [
                    finding(
                        "UnhashedDocument", "nothing tells whether '\(document.id)' has changed",
                        at: graph.place(node), hint: "add <sha256>…</sha256>", .warning)
                ]
            }
            switch find(document) {
            case .absent: return []
            case .refused(var fault):
                fault.place = graph.place(node)
                fault.notes.append(rests(citations.count))
                return [fault]
            case .lines(let lines):
                return citations.compactMap { missing($0, in: lines, document) }
            }
        }
    }

    private func missing(
        _ citation: Citation, in lines: [Substring], _ document: SourceDocument
    ) -> Diagnostic? {
        guard let line = citation.line else { return nil }
        let isThere = lines.indices.contains(line - 1)
        let isEmpty = isThere && lines[line - 1].allSatisfy(\.isWhitespace)
        guard !isThere || isEmpty else { return nil }
        return finding(
            "NoSuchLine",
            "\(citation.what) rests on line \(line) of '\(document.id)', which "
                + (isThere ? "is empty" : "has \(lines.count) lines"),
            at: citation.place, hint: "look the statement up and give its line")
    }

    /// A statement and the line of a document it rests on.
    struct Citation {
        let line: Int?
        let what: String
        let place: SourcePlace?
    }

    /// Everything that rests on each source.
    private func citations() -> [String: [Citation]] {
        var cited: [String: [Citation]] = [:]
        func add(_ sources: [String], _ what: String, _ place: SourcePlace?) {
            for source in sources {
                let (id, locator) = SourceBook.parts(source)
                cited[id, default: []].append(
                    Citation(line: SourceBook.line(locator), what: what, place: place))
            }
        }
        for node in graph.nodes where !graph.has("Source", node) {
            add(graph.reader.sources(node: node), graph.name(node), graph.place(node))
        }
        for statement in graph.statements {
            add(statement.sources, graph.text(statement), graph.place(statement))
        }
        return cited
    }

    private var sources: [(UInt32, SourceDocument)] {
        graph.nodes.filter { graph.has("Source", $0) }.map { node in
            let id = graph.reader.id(of: node) ?? ""
            return (
                node,
                SourceDocument(
                    id: id, title: graph.reader.displayName(of: node, in: .en),
                    dated: graph.reader.text(node, "dated"),
                    file: graph.reader.text(node, "file"),
                    sha256: graph.reader.text(node, "sha256"))
            )
        }
    }
}
