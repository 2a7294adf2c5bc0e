extension TemporalDuration {
    /// The duration of the opposite direction.
    public func negated() throws(Diagnostic) -> TemporalDuration {
        guard months != .min, days != .min else { throw TemporalError.overflow("duration") }
        return try TemporalDuration(months: -months, days: -days, amount: -amount)
    }

    /// The sum, part by part.
    public func adding(_ other: TemporalDuration) throws(Diagnostic) -> TemporalDuration {
        let (months, tooManyMonths) = self.months.addingReportingOverflow(other.months)
        let (days, tooManyDays) = self.days.addingReportingOverflow(other.days)
        if tooManyMonths || tooManyDays { throw TemporalError.overflow("duration") }
        return try TemporalDuration(months: months, days: days, amount: amount + other.amount)
    }

    /// The difference, part by part.
    public func subtracting(_ other: TemporalDuration) throws(Diagnostic) -> TemporalDuration {
        try adding(other.negated())
    }

    /// The duration several times.
    public func multiplied(by factor: Int) throws(Diagnostic) -> TemporalDuration {
        let (months, tooManyMonths) = self.months.multipliedReportingOverflow(by: factor)
        let (days, tooManyDays) = self.days.multipliedReportingOverflow(by: factor)
        let (amount, tooMuch) = self.amount.multipliedReportingOverflow(by: Int128(factor))
        if tooManyMonths || tooManyDays || tooMuch { throw TemporalError.overflow("duration") }
        return try TemporalDuration(months: months, days: days, amount: amount)
    }

    /// The duration times a number; what is left of months and days is carried down.
    public func multiplied(by factor: Double) throws(Diagnostic) -> TemporalDuration {
        if let whole = Int(exactly: factor) { return try multiplied(by: whole) }
        return try scaled { $0 * factor }
    }

    /// The duration divided by a number; what is left of months and days is carried down.
    public func divided(by divisor: Double) throws(Diagnostic) -> TemporalDuration {
        if let whole = Int(exactly: divisor) { return try divided(by: whole) }
        return try scaled { $0 / divisor }
    }

    /// The duration divided by a whole number; what is left of months and days is carried down.
    public func divided(by divisor: Int) throws(Diagnostic) -> TemporalDuration {
        guard divisor != 0 else {
            throw Diagnostic(.arithmeticError, "DivisionByZero", "a duration is divided by zero")
        }
        func share(_ whole: Int) -> DecimalAmount {
            DecimalAmount(units: DecimalAmount(whole).units / Int128(divisor))
        }
        var parts = DurationParts()
        try parts.addMonths(share(months), 1)
        try parts.addDays(share(days), 1)
        try parts.addSeconds(share(seconds), 1)
        try parts.addSeconds(share(Int(nanoseconds)), dividedBy: TimeUnit.second)
        return try TemporalDuration(parts)
    }

    private func scaled(_ scale: (Double) -> Double) throws(Diagnostic) -> TemporalDuration {
        guard let months = DecimalAmount(scale(Double(months))),
            let days = DecimalAmount(scale(Double(days))),
            let seconds = DecimalAmount(scale(Double(seconds))),
            let nanoseconds = DecimalAmount(scale(Double(nanoseconds)))
        else { throw TemporalError.overflow("duration") }
        var parts = DurationParts()
        try parts.addMonths(months, 1)
        try parts.addDays(days, 1)
        try parts.addSeconds(seconds, 1)
        try parts.addSeconds(nanoseconds, dividedBy: TimeUnit.second)
        return try TemporalDuration(parts)
    }
}

extension CalendarDate {
    /// The date after a duration: months first, then days, then the whole days of its hours.
    public func adding(_ duration: TemporalDuration) throws(Diagnostic) -> CalendarDate {
        let (days, overflow) = duration.days.addingReportingOverflow(
            Int(duration.amount / Int128(TimeUnit.day)))
        if overflow { throw TemporalError.overflow("date") }
        return try adding(months: duration.months).adding(days: days)
    }
}

extension LocalTime {
    /// The time of day after a duration; whole days, and months and days of it, do not matter.
    public func adding(_ duration: TemporalDuration) -> LocalTime {
        let rest = Int(duration.amount % Int128(TimeUnit.day))
        return LocalTime(nanoseconds: floorRemainder(nanoseconds + rest, TimeUnit.day))
    }
}

extension OffsetTime {
    /// The time of day after a duration, with the same offset.
    public func adding(_ duration: TemporalDuration) -> OffsetTime {
        OffsetTime(local: local.adding(duration), offsetSeconds: offsetSeconds)
    }
}

extension LocalDateTime {
    /// The date and time after a duration: months first, then days, then seconds.
    public func adding(_ duration: TemporalDuration) throws(Diagnostic) -> LocalDateTime {
        try addingCalendar(duration).addingClock(duration)
    }

    /// Adds the months and days.
    func addingCalendar(_ duration: TemporalDuration) throws(Diagnostic) -> LocalDateTime {
        let later = try date.adding(months: duration.months).adding(days: duration.days)
        return LocalDateTime(date: later, time: time)
    }

    /// Adds the seconds.
    private func addingClock(_ duration: TemporalDuration) throws(Diagnostic) -> LocalDateTime {
        let (total, rest) = try TimeSum.of(seconds, nanoseconds, duration)
        return try LocalDateTime(checkedSeconds: total, nanoseconds: rest)
    }
}

extension ZonedDateTime {
    /// The instant after a duration: months and days as the zone's calendar has them, then seconds
    /// as time passes.
    public func adding(_ duration: TemporalDuration) throws(Diagnostic) -> ZonedDateTime {
        var start = self
        if duration.months != 0 || duration.days != 0 {
            start = try ZonedDateTime(
                local: local.addingCalendar(duration), zone: zone, preferredOffset: offsetSeconds)
        }
        let (total, rest) = try TimeSum.of(start.epochSeconds, start.nanoseconds, duration)
        return try ZonedDateTime(epochSeconds: total, nanoseconds: rest, zone: zone)
    }
}

private enum TimeSum {
    /// Seconds and nanoseconds of a second after the clock part of a duration.
    static func of(
        _ seconds: Int, _ nanoseconds: Int32, _ duration: TemporalDuration
    ) throws(Diagnostic) -> (Int, Int32) {
        let sum = nanoseconds + duration.nanoseconds
        let carry = sum >= 1_000_000_000 ? 1 : 0
        let (total, overflow) = seconds.addingReportingOverflow(duration.seconds)
        let (carried, carryOverflow) = total.addingReportingOverflow(carry)
        if overflow || carryOverflow { throw TemporalError.overflow("date and time") }
        return (carried, sum - Int32(carry) * 1_000_000_000)
    }
}
