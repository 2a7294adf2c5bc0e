extension CalendarDate: Comparable {
    /// Orders by day.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.days < right.days
    }
}

extension LocalTime: Comparable {
    /// Orders by time of day.
    public static func < (left: LocalTime, right: LocalTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}

extension OffsetTime: Comparable {
    /// Orders by the moment of the day at UTC, then by offset.
    public static func < (left: OffsetTime, right: OffsetTime) -> Bool {
        (left.utcNanoseconds, left.offsetSeconds) < (right.utcNanoseconds, right.offsetSeconds)
    }
}

extension LocalDateTime: Comparable {
    /// Orders by date, then by time.
    public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }
}

extension ZonedDateTime: Comparable {
    /// Orders by instant, then by offset, then by the zone's name with plain offsets first.
    public static func < (left: ZonedDateTime, right: ZonedDateTime) -> Bool {
        if left.epochSeconds != right.epochSeconds { return left.epochSeconds < right.epochSeconds }
        if left.nanoseconds != right.nanoseconds { return left.nanoseconds < right.nanoseconds }
        if left.offsetSeconds != right.offsetSeconds {
            return left.offsetSeconds < right.offsetSeconds
        }
        return (left.zoneName ?? "").scalarOrder(to: right.zoneName ?? "") < 0
    }
}

extension TemporalDuration {
    /// Seconds of an average month of the Gregorian calendar: 365.2425 days / 12.
    static let secondsOfMonth = 2_629_746

    /// Negative, zero or positive by average length, then by months, then by days.
    ///
    /// Durations have no `<`: whether a month is longer than 30 days depends on the month. Sorting
    /// needs an order all the same.
    public func lengthOrder(to other: TemporalDuration) -> Int {
        let (a, b) = (averageNanoseconds, other.averageNanoseconds)
        if a != b { return a < b ? -1 : 1 }
        if months != other.months { return months < other.months ? -1 : 1 }
        return days == other.days ? 0 : days < other.days ? -1 : 1
    }

    /// The length with average months and days of 24 hours.
    private var averageNanoseconds: Int128 {
        let wholeSeconds =
            Int128(months) * Int128(Self.secondsOfMonth) + Int128(days) * 86_400 + Int128(seconds)
        return wholeSeconds * 1_000_000_000 + Int128(nanoseconds)
    }
}
