import GraphModel
import GraphStore

extension GraphCheck {
    private typealias Statement = CheckedGraph.Statement

    /// Relations with one value at a time, seen from the node they start at.
    private static let singular: Set<String> = ["REPORTS_TO"]
    /// Relations that usually have one.
    private static let mostlySingular: Set<String> = ["STATUS", "DURATION"]

    /// Dates that are none, periods that end before they begin, periods that overlap.
    func periods() -> [Diagnostic] {
        let nodes = graph.nodes.flatMap { node in
            fault(graph.reader.validity(node: node), graph.name(node), graph.place(node))
        }
        let statements = graph.statements.flatMap { statement in
            fault(statement.validity, graph.text(statement), graph.place(statement))
        }
        return nodes + statements + overlaps()
    }

    private func fault(
        _ validity: Validity, _ what: String, _ place: SourcePlace?
    ) -> [Diagnostic] {
        for text in [validity.from, validity.to].compactMap({ $0 })
        where DayRange(iso: text) == nil {
            return [
                finding(
                    "InvalidDate", "\(what) has the date '\(text)'", at: place,
                    hint: "write it as 2011, 2011-01 or 2011-01-31")
            ]
        }
        let period = CheckPeriod(validity)
        guard let first = period.first, let end = period.end, end <= first else { return [] }
        return [
            finding(
                "EmptyPeriod",
                "\(what) ends (\(validity.to ?? "")) before it begins (\(validity.from ?? ""))",
                at: place, hint: "'until' is the first day it no longer holds, after 'since'")
        ]
    }

    private func overlaps() -> [Diagnostic] {
        let same = Dictionary(grouping: graph.statements) {
            "\($0.from) \($0.type) \($0.to)"
        }
        var found = pairs(same).compactMap(overlap)
        let singular = graph.statements.filter { Self.singular.contains($0.type) }
        found += pairs(Dictionary(grouping: singular) { "\($0.from) \($0.type)" })
            .filter { $0.to != $1.to }.compactMap { twoAtATime($0, $1, .error) }
        let mostly = graph.statements.filter { Self.mostlySingular.contains($0.type) }
        found += pairs(Dictionary(grouping: mostly) { "\($0.from) \($0.type)" })
            .filter { $0.to != $1.to }.compactMap { twoAtATime($0, $1, .warning) }
        return found + twoActors()
    }

    /// All pairs within each group, in the order of the graph.
    private func pairs(_ groups: [String: [Statement]]) -> [(Statement, Statement)] {
        groups.values.filter { $0.count > 1 }.flatMap { group in
            group.indices.flatMap { left in
                group[(left + 1)...].map { (group[left], $0) }
            }
        }
        .sorted { ($0.0.relationship, $0.1.relationship) < ($1.0.relationship, $1.1.relationship) }
    }

    private func overlap(_ first: Statement, _ second: Statement) -> Diagnostic? {
        let isSure = first.period.surelyMeets(second.period) || isUndated(first, second)
        guard isSure || first.period.mayMeet(second.period) else { return nil }
        return finding(
            "OverlappingValidity",
            "\(graph.text(second)) is said twice for "
                + (isSure ? "the same time" : "times that may overlap, a bound is not known"),
            at: graph.place(second),
            hint: "make them one, or let the first end ('until') where the second begins ('since')",
            notes: whereabouts(graph.place(first)), isSure ? .error : .warning)
    }

    private func isUndated(_ first: Statement, _ second: Statement) -> Bool {
        first.validity == Validity() && second.validity == Validity()
    }

    private func twoAtATime(
        _ first: Statement, _ second: Statement, _ severity: Diagnostic.Severity
    ) -> Diagnostic? {
        guard first.period.mayMeet(second.period) else { return nil }
        return finding(
            "TwoAtATime",
            "\(graph.text(second)) while \(graph.text(first)): there is one at a time",
            at: graph.place(second),
            hint: "let the first end ('until') where the second begins ('since')",
            notes: whereabouts(graph.place(first)), severity)
    }

    /// Two actors that decide, or two that receive, at one stage.
    private func twoActors() -> [Diagnostic] {
        ["receives", "decides"].flatMap { role in
            let handling = graph.statements.filter {
                $0.type == "HANDLES" && graph.texts("role", of: $0.relationship).contains(role)
            }
            return pairs(Dictionary(grouping: handling) { "\($0.to)" })
                .filter { $0.from != $1.from }.compactMap { twoAtATime($0, $1, .warning) }
        }
    }

    // MARK: - Contradictions

    /// Something excluded and stated for one time; a duty that is two things at once.
    func contradictions() -> [Diagnostic] {
        var joined: [String: [Statement]] = [:]
        for statement in graph.statements where statement.type != "EXCLUDES" {
            joined[key(statement.from, statement.to), default: []].append(statement)
        }
        let excluded = graph.statements.filter { $0.type == "EXCLUDES" }.flatMap { no in
            (joined[key(no.from, no.to)] ?? []).filter { $0.period.mayMeet(no.period) }
                .map { yes in
                    finding(
                        "Contradiction",
                        "\(graph.text(no)), yet \(graph.text(yes)), for one time",
                        at: graph.place(no),
                        hint: "remove one of them, or say with 'since' and 'until' when each holds",
                        notes: whereabouts(graph.place(yes)))
                }
        }
        return excluded + modalities()
    }

    /// One key for both directions.
    private func key(_ from: UInt32, _ to: UInt32) -> String {
        "\(min(from, to)) \(max(from, to))"
    }

    private func modalities() -> [Diagnostic] {
        graph.statements.filter { $0.type == "HAS_DUTY" }.compactMap { statement in
            guard let duty = graph.reader.text(statement.to, "modality"),
                let own = graph.texts("modality", of: statement.relationship).first, own != duty
            else { return nil }
            return finding(
                "Contradiction",
                "\(graph.text(statement)) as \(own), yet the duty itself is \(duty)",
                at: graph.place(statement),
                hint: "use the verb of the duty: must for obligation, may for permission, "
                    + "must-not for prohibition",
                notes: whereabouts(graph.place(statement.to)))
        }
    }
}
