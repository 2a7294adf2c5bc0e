import GraphModel

/// When something holds, in whole days, both ends inclusive; an open end is nil.
struct ValidityInterval: Equatable {
    var first: CalendarDate?
    var last: CalendarDate?

    /// From `validFrom` and `validTo`, half-open and to the year, month or day.
    init(from: Value?, to: Value?) {
        first = from.flatMap(Self.start)
        last = to.flatMap(Self.start).map { CalendarDate(days: $0.days - 1) }
    }

    var isBounded: Bool { first != nil || last != nil }

    /// Whether no day is in it.
    var isEmpty: Bool {
        if let first, let last { last.days < first.days } else { false }
    }

    /// The days that are in both.
    func intersection(_ other: ValidityInterval) -> ValidityInterval {
        var result = self
        if let bound = other.first, bound.days > (first?.days ?? Int.min) { result.first = bound }
        if let bound = other.last, bound.days < (last?.days ?? Int.max) { result.last = bound }
        return result
    }

    /// The first day a date names.
    static func start(_ value: Value) -> CalendarDate? {
        switch value {
        case .date(let date): date
        case .string(let text): start(text)
        case .integer(let year) where (1...9_999).contains(year): try? CalendarDate(year: year)
        default: nil
        }
    }

    private static func start(_ text: String) -> CalendarDate? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        guard (1...3).contains(parts.count) else { return nil }
        var numbers = [0, 1, 1]
        for (index, part) in parts.enumerated() {
            guard part.utf8.count == widths[index],
                part.utf8.allSatisfy({ (48...57).contains($0) }),
                let number = Int(part)
            else { return nil }
            numbers[index] = number
        }
        return try? CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
    }
}
