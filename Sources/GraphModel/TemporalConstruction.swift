/// What a temporal value takes from its surroundings where a map or text does not say.
public struct TemporalDefaults: Sendable {
    /// The zone of values without one.
    public var zone: TemporalZone
    /// The instant whose offset a time of day takes from a region.
    public var now: Int

    /// Creates defaults from a zone and the current instant in epoch seconds.
    public init(zone: TemporalZone = .utc, now: Int = 0) {
        self.zone = zone
        self.now = now
    }
}

extension CalendarDate {
    /// Creates a date from a map such as `{year: 1984, week: 10}` or `{date: other, day: 28}`.
    public init(map: ValueMap) throws(Diagnostic) {
        let fields = try TemporalFields(
            map, kind: "date", allowed: TemporalField.ofDate.union([.date, .datetime]))
        self = try fields.selectedDate().or(fields.date())
    }
}

extension LocalTime {
    /// Creates a time from a map such as `{hour: 12, minute: 31}` or `{time: other, second: 42}`.
    public init(map: ValueMap) throws(Diagnostic) {
        let fields = try TemporalFields(
            map, kind: "local time", allowed: TemporalField.ofTime.union([.time, .datetime]))
        self = try fields.selectedTime().or(fields.requiredTime())
    }
}

extension OffsetTime {
    /// Creates a time with an offset from a map; a zone in the map moves a time that has one.
    public init(map: ValueMap, defaults: TemporalDefaults) throws(Diagnostic) {
        let fields = try TemporalFields(
            map, kind: "time",
            allowed: TemporalField.ofTime.union([.time, .datetime, .timezone]))
        let local = try fields.selectedTime().or(fields.requiredTime())
        let source = try fields.zonedSource()?.offset
        let target = try fields.zone()?.offset(atInstant: defaults.now)
        if let source, let target {
            let shift = Int(target - source) * TimeUnit.second
            self.init(
                local: LocalTime(
                    nanoseconds: floorRemainder(local.nanoseconds + shift, TimeUnit.day)),
                offsetSeconds: target)
            return
        }
        let offset = try (target ?? source).or(defaults.zone.offset(atInstant: defaults.now))
        self.init(local: local, offsetSeconds: offset)
    }
}

extension LocalDateTime {
    /// Creates a date and time from a map such as `{date: other, hour: 10}`.
    public init(map: ValueMap) throws(Diagnostic) {
        let fields = try TemporalFields(
            map, kind: "local date and time",
            allowed: TemporalField.ofDate.union(TemporalField.ofTime)
                .union([.date, .time, .datetime]))
        self = try fields.localDateTime()
    }
}

extension ZonedDateTime {
    /// Creates an instant from a map; a zone in the map moves a time that has one already.
    public init(map: ValueMap, defaults: TemporalDefaults) throws(Diagnostic) {
        let fields = try TemporalFields(
            map, kind: "date and time", allowed: Set(TemporalField.allCases))
        if fields.has(.epochSeconds) || fields.has(.epochMillis) {
            self = try fields.instant(defaults)
            return
        }
        let local = try fields.localDateTime()
        let source = try fields.zonedSource()
        let target = try fields.zone()
        let made = try ZonedDateTime(
            local: local, zone: source?.zone ?? target ?? defaults.zone,
            preferredOffset: source?.offset)
        if source != nil, let target {
            self = try made.shown(in: target)
        } else {
            self = made
        }
    }

    /// Creates the instant some seconds and nanoseconds after 1970-01-01T00:00Z, shown at UTC.
    public init(epochSeconds: Int, nanoseconds: Int) throws(Diagnostic) {
        let (seconds, overflow) = epochSeconds.addingReportingOverflow(
            floorDivide(nanoseconds, TimeUnit.second))
        if overflow { throw TemporalError.overflow("date and time") }
        try self.init(
            epochSeconds: seconds,
            nanoseconds: Int32(floorRemainder(nanoseconds, TimeUnit.second)), zone: .utc)
    }

    /// Creates the instant some milliseconds after 1970-01-01T00:00Z, shown at UTC.
    public init(epochMilliseconds: Int) throws(Diagnostic) {
        try self.init(
            epochSeconds: floorDivide(epochMilliseconds, 1_000),
            nanoseconds: floorRemainder(epochMilliseconds, 1_000) * 1_000_000)
    }
}

extension TemporalDuration {
    private static let units = [
        "years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds",
        "milliseconds", "microseconds", "nanoseconds",
    ]

    /// Creates a duration from a map such as `{months: 5, days: 1.5}`.
    public init(map: ValueMap) throws(Diagnostic) {
        var parts = DurationParts()
        for entry in map.entries {
            let amount = try TemporalDuration.amount(entry)
            switch entry.key {
            case "years": try parts.addMonths(amount, 12)
            case "quarters": try parts.addMonths(amount, 3)
            case "months": try parts.addMonths(amount, 1)
            case "weeks": try parts.addDays(amount, 7)
            case "days": try parts.addDays(amount, 1)
            case "hours": try parts.addSeconds(amount, 3_600)
            case "minutes": try parts.addSeconds(amount, 60)
            case "seconds": try parts.addSeconds(amount, 1)
            case "milliseconds": try parts.addSeconds(amount, dividedBy: 1_000)
            case "microseconds": try parts.addSeconds(amount, dividedBy: 1_000_000)
            case "nanoseconds": try parts.addSeconds(amount, dividedBy: TimeUnit.second)
            default:
                let near = NearNames.suggestions(for: entry.key, among: TemporalDuration.units)
                throw TemporalError.invalid(
                    "a duration has no component '\(entry.key)'",
                    hint: near.first.map { "Did you mean '\($0)'?" }
                        ?? "Use \(TemporalDuration.units.joined(separator: ", "))")
            }
        }
        try self.init(parts)
    }

    private static func amount(_ entry: ValueMap.Entry) throws(Diagnostic) -> DecimalAmount {
        switch entry.value {
        case .integer(let number): return DecimalAmount(number)
        case .float(let number):
            guard let amount = DecimalAmount(number) else {
                throw TemporalError.overflow("duration")
            }
            return amount
        default:
            throw TemporalError.wrongType(entry.value, for: entry.key, expected: "a number")
        }
    }
}

extension TemporalFields {
    /// A temporal value given under `date`, `time` or `datetime`.
    func source(_ field: TemporalField) throws(Diagnostic) -> TemporalSource? {
        guard let value = value(field) else { return nil }
        guard let source = TemporalSource(value) else {
            throw TemporalError.wrongType(value, for: field.rawValue, expected: "a temporal value")
        }
        return source
    }

    /// The value under `time` or `datetime` if it has a zone.
    fileprivate func zonedSource() throws(Diagnostic) -> TemporalSource? {
        guard let source = try source(has(.time) ? .time : .datetime), source.zone != nil else {
            return nil
        }
        return source
    }

    /// The date of `date` or `datetime` with the map's own components in its place, if given.
    func selectedDate() throws(Diagnostic) -> CalendarDate? {
        try requireOneSource(with: .date)
        let field: TemporalField = has(.date) ? .date : .datetime
        guard let source = try source(field) else { return nil }
        guard let base = source.date else { throw missing("date", in: field) }
        return try date(changing: base)
    }

    /// The time of `time` or `datetime` with the map's own components in its place, if given.
    func selectedTime() throws(Diagnostic) -> LocalTime? {
        try requireOneSource(with: .time)
        let field: TemporalField = has(.time) ? .time : .datetime
        guard let source = try source(field) else { return nil }
        if field == .time, source.time == nil { throw missing("time", in: field) }
        return try time(changing: source.time ?? .midnight)
    }

    /// The time of a map that has to say something about it.
    fileprivate func requiredTime() throws(Diagnostic) -> LocalTime {
        guard has(.hour) else { throw TemporalError.invalid("'hour' is missing to make a time") }
        return try time()
    }

    fileprivate func localDateTime() throws(Diagnostic) -> LocalDateTime {
        LocalDateTime(
            date: try selectedDate().or(date()), time: try selectedTime().or(time()))
    }

    /// The instant given by seconds or milliseconds since 1970.
    fileprivate func instant(_ defaults: TemporalDefaults) throws(Diagnostic) -> ZonedDateTime {
        let others = TemporalField.ofDate.union(TemporalField.ofTime)
            .union([.date, .time, .datetime]).subtracting([.nanosecond])
        if hasAny(others) || (has(.epochSeconds) && has(.epochMillis)) {
            throw TemporalError.invalid(
                "seconds or milliseconds since 1970 go with 'nanosecond' and 'timezone' only")
        }
        let extra = try integer(.nanosecond) ?? 0
        try require(extra, in: 0...(has(.epochMillis) ? 999_999 : 999_999_999), "nanosecond")
        var instant: ZonedDateTime
        if let seconds = try integer(.epochSeconds) {
            instant = try ZonedDateTime(epochSeconds: seconds, nanoseconds: extra)
        } else {
            instant = try ZonedDateTime(epochMilliseconds: integer(.epochMillis) ?? 0)
            instant.nanoseconds += Int32(extra)
        }
        return try instant.shown(in: zone() ?? defaults.zone)
    }

    private func requireOneSource(with field: TemporalField) throws(Diagnostic) {
        if has(.datetime), has(field) {
            throw TemporalError.invalid(
                "'datetime' and '\(field.rawValue)' cannot be given together")
        }
    }

    private func missing(_ part: String, in field: TemporalField) -> Diagnostic {
        TemporalError.invalid("the value of '\(field.rawValue)' has no \(part)")
    }
}

/// The date, time and zone of any temporal value.
struct TemporalSource {
    let date: CalendarDate?
    let time: LocalTime?
    let zone: TemporalZone?
    /// The offset, where there is a zone.
    let offset: Int32?
    /// The instant, for values that are one.
    let instant: ZonedDateTime?

    /// Takes a value apart, nil for one that is no point in time.
    init?(_ value: Value) {
        switch value {
        case .date(let date):
            self.init(date: date)
        case .localTime(let time):
            self.init(time: time)
        case .time(let time):
            self.init(
                time: time.local, zone: .offset(time.offsetSeconds), offset: time.offsetSeconds)
        case .localDateTime(let local):
            self.init(date: local.date, time: local.time)
        case .dateTime(let instant):
            let local = instant.local
            self.init(
                date: local.date, time: local.time, zone: instant.zone,
                offset: instant.offsetSeconds, instant: instant)
        default: return nil
        }
    }

    init(
        date: CalendarDate? = nil, time: LocalTime? = nil, zone: TemporalZone? = nil,
        offset: Int32? = nil, instant: ZonedDateTime? = nil
    ) {
        self.date = date
        self.time = time
        self.zone = zone
        self.offset = offset
        self.instant = instant
    }
}
