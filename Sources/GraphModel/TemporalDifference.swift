extension TemporalDuration {
    /// From one point in time to another in months, then days, then time.
    public static func between(_ from: Value, _ to: Value) throws(Diagnostic) -> TemporalDuration {
        var span = try TemporalSpan(from, to)
        let months = span.months
        try span.advance(months: months)
        let days = span.days
        try span.advance(days: days)
        return try TemporalDuration(months: months, days: days, amount: span.nanoseconds)
    }

    /// From one point in time to another in whole months.
    public static func inMonths(_ from: Value, _ to: Value) throws(Diagnostic) -> TemporalDuration {
        TemporalDuration(months: try TemporalSpan(from, to).months)
    }

    /// From one point in time to another in whole days.
    public static func inDays(_ from: Value, _ to: Value) throws(Diagnostic) -> TemporalDuration {
        TemporalDuration(days: try TemporalSpan(from, to).days)
    }

    /// From one point in time to another in seconds and their fractions.
    public static func inSeconds(
        _ from: Value, _ to: Value
    ) throws(Diagnostic) -> TemporalDuration {
        try TemporalDuration(months: 0, days: 0, amount: TemporalSpan(from, to).nanoseconds)
    }
}

/// Two points in time made comparable: what one of them lacks is taken from the other, a date and
/// a zone as they are, a time as midnight.
private struct TemporalSpan {
    /// The start, as clocks show it.
    private var start: LocalDateTime
    /// The end, as clocks in the zone of the start show it.
    private let end: LocalDateTime
    /// Both instants, where either value has a zone.
    private var instants: (start: ZonedDateTime, end: ZonedDateTime)?
    /// Whether both have dates of their own; otherwise there are no months or days between them.
    private let isDated: Bool

    init(_ from: Value, _ to: Value) throws(Diagnostic) {
        let a = try TemporalSpan.source(from)
        let b = try TemporalSpan.source(to)
        isDated = a.date != nil && b.date != nil
        let epoch = CalendarDate(days: 0)
        let localA = LocalDateTime(date: a.date ?? b.date ?? epoch, time: a.time ?? .midnight)
        let localB = LocalDateTime(date: b.date ?? a.date ?? epoch, time: b.time ?? .midnight)
        start = localA
        if let zoneA = a.zone ?? b.zone, let zoneB = b.zone ?? a.zone {
            let first = try a.instant.or(ZonedDateTime(local: localA, zone: zoneA))
            let second = try b.instant.or(ZonedDateTime(local: localB, zone: zoneB))
            instants = (first, second)
            end = try second.shown(in: zoneA).local
        } else {
            end = localB
        }
    }

    private static func source(_ value: Value) throws(Diagnostic) -> TemporalSource {
        guard let source = TemporalSource(value) else {
            throw Diagnostic(
                .typeError, "InvalidArgumentType",
                "a duration lies between dates and times, not a \(value.typeName)")
        }
        return source
    }

    /// Whole months from start to end.
    var months: Int {
        guard isDated else { return 0 }
        let (fromYear, fromMonth, fromDay) = start.date.civil
        let (toYear, toMonth, toDay) = lastWholeDay.civil
        let months = (toYear - fromYear) * 12 + toMonth - fromMonth
        if months > 0, toDay < fromDay { return months - 1 }
        if months < 0, toDay > fromDay { return months + 1 }
        return months
    }

    /// Whole days from start to end.
    var days: Int { isDated ? lastWholeDay.days - start.date.days : 0 }

    /// Time from start to end.
    var nanoseconds: Int128 {
        if let instants {
            return TemporalSpan.nanoseconds(
                instants.end.epochSeconds - instants.start.epochSeconds,
                instants.end.nanoseconds - instants.start.nanoseconds)
        }
        return TemporalSpan.nanoseconds(
            end.seconds - start.seconds, end.nanoseconds - start.nanoseconds)
    }

    private static func nanoseconds(_ seconds: Int, _ rest: Int32) -> Int128 {
        Int128(seconds) * Int128(TimeUnit.second) + Int128(rest)
    }

    /// The date of the end, one day nearer where its time of day is not reached.
    private var lastWholeDay: CalendarDate {
        var date = end.date
        if date > start.date, end.time < start.time { date.days -= 1 }
        if date < start.date, end.time > start.time { date.days += 1 }
        return date
    }

    mutating func advance(months: Int = 0, days: Int = 0) throws(Diagnostic) {
        let step = TemporalDuration(months: months, days: days)
        start = try start.adding(step)
        if let instants {
            self.instants = (try instants.start.adding(step), instants.end)
        }
    }
}
