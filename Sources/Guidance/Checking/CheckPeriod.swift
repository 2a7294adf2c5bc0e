import GraphStore

/// From when until when a statement holds, as far as that is known.
struct CheckPeriod {
    /// The first day and the first day after; nil for unknown.
    let first: Int?
    let end: Int?

    /// The period of a validity; a bound that is no date counts as unknown.
    init(_ validity: Validity) {
        first = validity.from.flatMap(DayRange.init(iso:))?.first
        end = validity.to.flatMap(DayRange.init(iso:))?.first
    }

    /// Whether nothing known keeps the two from holding on one day.
    func mayMeet(_ other: CheckPeriod) -> Bool {
        let start = max(first ?? .min, other.first ?? .min)
        return start < min(end ?? .max, other.end ?? .max)
    }

    /// Whether both are known to hold on some day.
    func surelyMeets(_ other: CheckPeriod) -> Bool {
        guard let mine = known, let others = other.known else { return false }
        return mine.overlaps(others)
    }

    /// The days it is known to hold: where one bound is unknown, only the day at the other.
    private var known: Range<Int>? {
        switch (first, end) {
        case (let first?, let end?): first < end ? first..<end : nil
        case (let first?, nil): first..<first + 1
        case (nil, let end?): end - 1..<end
        case (nil, nil): nil
        }
    }
}
