import GraphModel
import Synchronization

/// The part of a graph that was in force at a date.
package struct GraphInForce: Sendable {
    /// The nodes and relationships in force; stable ids as in the whole graph.
    package let base: BaseGraph
    /// Nodes and relationships that are there although nothing is known of their validity.
    package let undated: Int
    /// Those of which only one bound is known, the start or the end.
    package let halfDated: Int
}

extension GraphSnapshot {
    /// The graph as it was in force at a date; kept with the snapshot.
    ///
    /// An element is in force from `validFrom` up to but not including `validTo`; a bound of year
    /// or month precision is the first day of that year or month. An absent or unreadable bound is
    /// unknown and excludes nothing, but is counted. Where the date asked about is itself a year
    /// or month, an element counts that was in force on any day of it. A relationship is in force
    /// only where both its nodes are.
    package func asOf(_ date: DayRange) -> GraphInForce {
        derived.inForce.withLock { known in
            if let found = known[date] { return found }
            let made = graphInForce(date)
            // Each is a graph of its own: of a large one only the last date is kept.
            if known.count >= (view.relationshipCount < 100_000 ? 8 : 1) { known.removeAll() }
            known[date] = made
            return made
        }
    }

    /// The graph as it was in force on a day.
    package func asOf(_ date: CalendarDate) -> GraphInForce { asOf(DayRange(date)) }

    private func graphInForce(_ date: DayRange) -> GraphInForce {
        let from = view.keyID("validFrom")
        let to = view.keyID("validTo")
        guard from != nil || to != nil else {
            return GraphInForce(
                base: folded(), undated: view.nodeCount + view.relationshipCount, halfDated: 0)
        }
        var undated = 0
        var halfDated = 0
        func isInForce(_ bounds: (KeyID?) -> Value) -> Bool {
            let start = DayRange(bound: bounds(from))
            let end = DayRange(bound: bounds(to))
            if let start, start.first >= date.end { return false }
            if let end, end.first <= date.first { return false }
            if start == nil && end == nil { undated += 1 }
            if (start == nil) != (end == nil) { halfDated += 1 }
            return true
        }
        let base = view.copied(
            nodes: { node in
                isInForce { key in key.map { view.property(node: node, key: $0) } ?? .null }
            },
            relationships: { relationship in
                isInForce { key in
                    key.map { view.property(relationship: relationship, key: $0) } ?? .null
                }
            })
        return GraphInForce(base: base, undated: undated, halfDated: halfDated)
    }
}

extension DayRange {
    /// The days a bound of validity stands for, nil where it cannot be read.
    fileprivate init?(bound: Value) {
        switch bound {
        case .string(let text): self.init(iso: text)
        case .date(let date): self.init(date)
        case .integer(let year) where (1...9999).contains(year): self.init(year: year)
        case .localDateTime(let time): self.init(CalendarDate(days: time.seconds.dayNumber))
        case .dateTime(let time):
            let local = time.epochSeconds + Int(time.offsetSeconds)
            self.init(CalendarDate(days: local.dayNumber))
        default: return nil
        }
    }
}

extension Int {
    /// The day a number of seconds since 1970 falls on.
    fileprivate var dayNumber: Int {
        self >= 0 ? self / 86400 : (self - 86399) / 86400
    }
}
