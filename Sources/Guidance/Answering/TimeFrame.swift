import GraphModel
import GraphStore

#if canImport(Glibc)
    import Glibc
#endif

/// The date an answer is for, and which facts count then.
struct TimeFrame: Sendable {
    /// The day or stretch of days.
    var date: DayRange
    /// The date as it was asked for; nil for today.
    var asked: String?
    /// Whether later changes are left out.
    var goesBySource: Bool

    /// The frame of a date asked about, or of today.
    ///
    /// - Parameter today: The day that counts as today; nil for the computer's.
    init(asked: DayRange?, today: CalendarDate?, goesBySource: Bool) {
        date = asked ?? DayRange(today ?? .today)
        self.asked = asked.map(Self.text)
        self.goesBySource = goesBySource
    }

    /// Whether a fact counts.
    func admits(_ fact: Fact) -> Bool {
        if goesBySource { return !fact.isOverlay && (asked == nil || fact.validity.admits(date)) }
        return fact.validity.admits(date) && !isLater(fact)
    }

    /// Whether a fact without a start only became known after the date asked about.
    private func isLater(_ fact: Fact) -> Bool {
        guard asked != nil, fact.isOverlay, fact.validity.from == nil else { return false }
        guard let first = fact.details.assertedOn?.split(separator: "/").first,
            let asserted = DayRange(iso: String(first))
        else { return true }
        return date.end <= asserted.first
    }

    /// Whether a node was there.
    func admits(node: UInt32, _ reader: NodeReader) -> Bool {
        // What the source says nothing of, the overlay dates; going by the source, it is undated.
        if goesBySource {
            if reader.confidence(node: node) == "overlay" { return false }
            if reader.isDatedByOverlay(node: node) { return true }
        }
        return reader.validity(node: node).admits(date)
    }

    /// The date as text: `2012`, `2012-05`, `2012-05-17`.
    static func text(_ range: DayRange) -> String {
        let first = CalendarDate(days: range.first).description
        switch range.end - range.first {
        case 1: return first
        case 365...366: return String(first.prefix(4))
        default: return String(first.prefix(7))
        }
    }
}

extension CalendarDate {
    /// The computer's day, in universal time.
    static var today: CalendarDate { CalendarDate(days: Int(time(nil)) / 86_400) }
}
