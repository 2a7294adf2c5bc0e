/// The units that points in time can be cut down to.
public enum TemporalUnit: String, Sendable, CaseIterable {
    case millennium, century, decade, year, weekYear, quarter, month, week, day
    case hour, minute, second, millisecond, microsecond

    /// Finds a unit by its name, in any case.
    public init(named name: String) throws(Diagnostic) {
        let wanted = name.lowercased()
        guard let unit = TemporalUnit.allCases.first(where: { $0.rawValue.lowercased() == wanted })
        else {
            let known = TemporalUnit.allCases.map(\.rawValue)
            let near = NearNames.suggestions(for: name, among: known)
            throw TemporalError.invalid(
                "unknown unit '\(name)'",
                hint: near.first.map { "Did you mean '\($0)'?" }
                    ?? "Use \(known.joined(separator: ", "))")
        }
        self = unit
    }

    /// Nanoseconds of a unit that divides the day, nil for longer ones.
    var nanoseconds: Int? {
        switch self {
        case .day: TimeUnit.day
        case .hour: TimeUnit.hour
        case .minute: TimeUnit.minute
        case .second: TimeUnit.second
        case .millisecond: 1_000_000
        case .microsecond: 1_000
        default: nil
        }
    }

    var keptSubsecond: TemporalFields.KeptSubsecond {
        switch self {
        case .millisecond: .milliseconds
        case .microsecond: .microseconds
        default: .none
        }
    }
}

extension CalendarDate {
    /// The first day of the unit that the date lies in.
    public func truncated(to unit: TemporalUnit) throws(Diagnostic) -> CalendarDate {
        let (year, month, _) = civil
        switch unit {
        case .millennium: return try startOfYears(1_000)
        case .century: return try startOfYears(100)
        case .decade: return try startOfYears(10)
        case .year: return try CalendarDate(year: year)
        case .weekYear: return try CalendarDate(weekYear: weekYear, week: 1)
        case .quarter: return try CalendarDate(year: year, month: (month - 1) / 3 * 3 + 1)
        case .month: return try CalendarDate(year: year, month: month)
        case .week: return try adding(days: 1 - dayOfWeek)
        case .day, .hour, .minute, .second, .millisecond, .microsecond: return self
        }
    }

    private func startOfYears(_ count: Int) throws(Diagnostic) -> CalendarDate {
        try CalendarDate(year: floorDivide(year, count) * count)
    }
}

extension LocalTime {
    /// The start of the unit that the time lies in; midnight for a day and anything longer.
    public func truncated(to unit: TemporalUnit) -> LocalTime {
        guard let length = unit.nanoseconds else { return .midnight }
        return LocalTime(nanoseconds: nanoseconds - nanoseconds % length)
    }
}

/// Truncation of any point in time into one of the types, with components set afterwards.
public enum TemporalTruncation {
    /// `date.truncate`.
    public static func date(
        to unit: TemporalUnit, of value: Value, setting map: ValueMap
    ) throws(Diagnostic) -> CalendarDate {
        if let length = unit.nanoseconds, length < TimeUnit.day {
            throw TemporalError.invalid("a date cannot be truncated to '\(unit.rawValue)'")
        }
        let fields = try TemporalFields(map, kind: "date", allowed: TemporalField.ofDate)
        return try fields.date(changing: value.asDate().truncated(to: unit))
    }

    /// `localtime.truncate`.
    public static func localTime(
        to unit: TemporalUnit, of value: Value, setting map: ValueMap
    ) throws(Diagnostic) -> LocalTime {
        let fields = try TemporalFields(map, kind: "local time", allowed: TemporalField.ofTime)
        return try time(to: unit, of: value, fields)
    }

    /// `time.truncate`; a zone that is set replaces the offset and leaves the clock as it is.
    public static func time(
        to unit: TemporalUnit, of value: Value, setting map: ValueMap, defaults: TemporalDefaults
    ) throws(Diagnostic) -> OffsetTime {
        let fields = try TemporalFields(
            map, kind: "time", allowed: TemporalField.ofTime.union([.timezone]))
        let local = try time(to: unit, of: value, fields)
        let zone = try fields.zone() ?? defaults.zone
        let kept = fields.has(.timezone) ? nil : TemporalSource(value)?.offset
        let offset = try kept.or(zone.offset(atInstant: defaults.now))
        return OffsetTime(local: local, offsetSeconds: offset)
    }

    /// `localdatetime.truncate`.
    public static func localDateTime(
        to unit: TemporalUnit, of value: Value, setting map: ValueMap
    ) throws(Diagnostic) -> LocalDateTime {
        let fields = try TemporalFields(
            map, kind: "local date and time",
            allowed: TemporalField.ofDate.union(TemporalField.ofTime))
        return try local(to: unit, of: value, fields)
    }

    /// `datetime.truncate`; a zone that is set replaces the old one and leaves the clock as it is.
    public static func dateTime(
        to unit: TemporalUnit, of value: Value, setting map: ValueMap, defaults: TemporalDefaults
    ) throws(Diagnostic) -> ZonedDateTime {
        let fields = try TemporalFields(
            map, kind: "date and time",
            allowed: TemporalField.ofDate.union(TemporalField.ofTime).union([.timezone]))
        let source = TemporalSource(value)
        return try ZonedDateTime(
            local: local(to: unit, of: value, fields),
            zone: fields.zone() ?? source?.zone ?? defaults.zone,
            preferredOffset: source?.instant?.offsetSeconds)
    }

    private static func time(
        to unit: TemporalUnit, of value: Value, _ fields: TemporalFields
    ) throws(Diagnostic) -> LocalTime {
        guard unit.nanoseconds != nil else {
            throw TemporalError.invalid("a time cannot be truncated to '\(unit.rawValue)'")
        }
        return try fields.time(
            changing: value.asLocalTime().truncated(to: unit), keeping: unit.keptSubsecond)
    }

    private static func local(
        to unit: TemporalUnit, of value: Value, _ fields: TemporalFields
    ) throws(Diagnostic) -> LocalDateTime {
        let local = try value.asLocalDateTime()
        return LocalDateTime(
            date: try fields.date(changing: local.date.truncated(to: unit)),
            time: try fields.time(
                changing: local.time.truncated(to: unit), keeping: unit.keptSubsecond))
    }
}
