/// The parts that can be read off a point in time, by the names the language gives them.
public enum TemporalComponent: String, Sendable, CaseIterable {
    case year, quarter, month, week, weekYear, day, ordinalDay, dayOfYear, dayOfWeek, weekDay
    case dayOfQuarter, quarterDay
    case hour, minute, second, millisecond, microsecond, nanosecond
    case timezone, offset, offsetMinutes, offsetSeconds, epochSeconds, epochMillis
}

extension CalendarDate {
    /// A part of the date, nil where a date has no such part.
    public func value(of component: TemporalComponent) -> Value? {
        switch component {
        case .year: .integer(year)
        case .quarter: .integer(quarter)
        case .month: .integer(month)
        case .week: .integer(week)
        case .weekYear: .integer(weekYear)
        case .day: .integer(day)
        case .ordinalDay, .dayOfYear: .integer(ordinalDay)
        case .dayOfWeek, .weekDay: .integer(dayOfWeek)
        case .dayOfQuarter, .quarterDay: .integer(dayOfQuarter)
        default: nil
        }
    }
}

extension LocalTime {
    /// A part of the time, nil where a time has no such part. Parts of a second count from the
    /// second: 645876123 nanoseconds are 645 milliseconds.
    public func value(of component: TemporalComponent) -> Value? {
        switch component {
        case .hour: .integer(hour)
        case .minute: .integer(minute)
        case .second: .integer(second)
        case .millisecond: .integer(nanosecond / 1_000_000)
        case .microsecond: .integer(nanosecond / 1_000)
        case .nanosecond: .integer(nanosecond)
        default: nil
        }
    }
}

extension OffsetTime {
    /// A part of the time or of its offset, nil where it has no such part.
    public func value(of component: TemporalComponent) -> Value? {
        local.value(of: component)
            ?? TemporalZone.offset(offsetSeconds)
            .value(of: component, offset: offsetSeconds)
    }
}

extension LocalDateTime {
    /// A part of the date or time, nil where it has no such part.
    public func value(of component: TemporalComponent) -> Value? {
        date.value(of: component) ?? time.value(of: component)
    }
}

extension ZonedDateTime {
    /// A part of the date, time or zone, nil where it has no such part; an error where it does
    /// not fit an integer.
    public func value(of component: TemporalComponent) throws(Diagnostic) -> Value? {
        switch component {
        case .epochSeconds: .integer(epochSeconds)
        case .epochMillis: .integer(try epochMilliseconds())
        default:
            local.value(of: component) ?? zone.value(of: component, offset: offsetSeconds)
        }
    }

    /// Milliseconds from 1970-01-01T00:00Z to the instant.
    public func epochMilliseconds() throws(Diagnostic) -> Int {
        let (whole, overflow) = epochSeconds.multipliedReportingOverflow(by: 1_000)
        if overflow {
            throw Diagnostic(
                .arithmeticError, "IntegerOverflow",
                "'epochMillis' of the date and time does not fit an integer")
        }
        return whole + Int(nanoseconds) / 1_000_000
    }
}

extension TemporalZone {
    fileprivate func value(of component: TemporalComponent, offset: Int32) -> Value? {
        switch component {
        case .timezone: .string(description)
        case .offset: .string(TemporalZone.offset(offset).description)
        case .offsetMinutes: .integer(Int(offset / 60))
        case .offsetSeconds: .integer(Int(offset))
        default: nil
        }
    }
}

/// The parts that can be read off a duration: whole amounts, and what is left of the next larger.
public enum DurationComponent: String, Sendable, CaseIterable {
    case years, quarters, months, weeks, days, hours, minutes, seconds
    case milliseconds, microseconds, nanoseconds
    case quartersOfYear, monthsOfYear, monthsOfQuarter, daysOfWeek, minutesOfHour, secondsOfMinute
    case millisecondsOfSecond, microsecondsOfSecond, nanosecondsOfSecond
}

extension TemporalDuration {
    /// A part of the duration; an error where it does not fit an integer.
    public func value(of component: DurationComponent) throws(Diagnostic) -> Value {
        guard let number = Int(exactly: amount(of: component)) else {
            throw Diagnostic(
                .arithmeticError, "IntegerOverflow",
                "'\(component.rawValue)' of the duration does not fit an integer")
        }
        return .integer(number)
    }

    private func amount(of component: DurationComponent) -> Int128 {
        switch component {
        case .years: Int128(months / 12)
        case .quarters: Int128(months / 3)
        case .months: Int128(months)
        case .weeks: Int128(days / 7)
        case .days: Int128(days)
        case .hours: Int128(seconds / 3_600)
        case .minutes: Int128(seconds / 60)
        case .seconds: Int128(seconds)
        case .milliseconds: amount / 1_000_000
        case .microseconds: amount / 1_000
        case .nanoseconds: amount
        case .quartersOfYear: Int128(months / 3 % 4)
        case .monthsOfYear: Int128(months % 12)
        case .monthsOfQuarter: Int128(months % 3)
        case .daysOfWeek: Int128(days % 7)
        case .minutesOfHour: Int128(seconds / 60 % 60)
        case .secondsOfMinute: Int128(seconds % 60)
        case .millisecondsOfSecond: Int128(nanoseconds / 1_000_000)
        case .microsecondsOfSecond: Int128(nanoseconds / 1_000)
        case .nanosecondsOfSecond: Int128(nanoseconds)
        }
    }
}

extension Value {
    /// A named part of a temporal value or duration, nil for values of other types.
    public func temporalComponent(_ name: String) throws(Diagnostic) -> Value? {
        if case .duration(let duration) = self {
            guard let component = DurationComponent(rawValue: name) else {
                throw Value.unknownComponent(name, DurationComponent.allCases.map(\.rawValue), self)
            }
            return try duration.value(of: component)
        }
        guard isPointInTime else { return nil }
        if let component = TemporalComponent(rawValue: name), let part = try value(of: component) {
            return part
        }
        var names: [String] = []
        for component in TemporalComponent.allCases where (try? value(of: component)) != nil {
            names.append(component.rawValue)
        }
        throw Value.unknownComponent(name, names, self)
    }

    /// A part of a point in time, nil where it has no such part or the value is none.
    public func value(of component: TemporalComponent) throws(Diagnostic) -> Value? {
        switch self {
        case .date(let value): value.value(of: component)
        case .localTime(let value): value.value(of: component)
        case .time(let value): value.value(of: component)
        case .localDateTime(let value): value.value(of: component)
        case .dateTime(let value): try value.value(of: component)
        default: nil
        }
    }

    /// Whether this is a date, a time or both.
    public var isPointInTime: Bool {
        switch self {
        case .date, .localTime, .time, .localDateTime, .dateTime: true
        default: false
        }
    }

    private static func unknownComponent(
        _ name: String, _ known: [String], _ value: Value
    ) -> Diagnostic {
        let near = NearNames.suggestions(for: name, among: known)
        return Diagnostic(
            .argumentError, "InvalidArgumentValue",
            "a \(value.typeName) has no component '\(name)'",
            hint: near.first.map { "Did you mean '\($0)'?" }
                ?? "It has \(known.joined(separator: ", "))")
    }
}
