/// Units of time in nanoseconds and seconds.
enum TimeUnit {
    static let second = 1_000_000_000
    static let minute = 60 * second
    static let hour = 3_600 * second
    static let day = 86_400 * second
    static let secondsOfDay = 86_400
}

extension LocalTime {
    /// Midnight.
    public static let midnight = LocalTime(nanoseconds: 0)

    /// Creates a time of day from its parts.
    public init(
        hour: Int, minute: Int = 0, second: Int = 0, nanosecond: Int = 0
    ) throws(Diagnostic) {
        try require(hour, in: 0...23, "hour")
        try require(minute, in: 0...59, "minute")
        try require(second, in: 0...59, "second")
        try require(nanosecond, in: 0...999_999_999, "nanosecond")
        self.init(
            nanoseconds: hour * TimeUnit.hour + minute * TimeUnit.minute
                + second * TimeUnit.second + nanosecond)
    }

    /// The hour, 0 to 23.
    public var hour: Int { nanoseconds / TimeUnit.hour }
    /// The minute of the hour.
    public var minute: Int { nanoseconds / TimeUnit.minute % 60 }
    /// The second of the minute.
    public var second: Int { nanoseconds / TimeUnit.second % 60 }
    /// The nanosecond of the second.
    public var nanosecond: Int { nanoseconds % TimeUnit.second }
}

extension OffsetTime {
    /// Nanoseconds since midnight as a clock at UTC shows them, not wrapped into one day.
    var utcNanoseconds: Int { local.nanoseconds - Int(offsetSeconds) * TimeUnit.second }
}

extension LocalDateTime {
    /// Creates a date and time from a date and a time.
    public init(date: CalendarDate, time: LocalTime) {
        self.init(
            seconds: date.days * TimeUnit.secondsOfDay + time.nanoseconds / TimeUnit.second,
            nanoseconds: Int32(time.nanosecond))
    }

    /// Creates it from seconds that may be out of range.
    init(checkedSeconds seconds: Int, nanoseconds: Int32) throws(Diagnostic) {
        let days = floorDivide(seconds, TimeUnit.secondsOfDay)
        guard GregorianCalendar.days.contains(days) else {
            throw TemporalError.overflow("date and time")
        }
        self.init(seconds: seconds, nanoseconds: nanoseconds)
    }

    /// The date.
    public var date: CalendarDate {
        CalendarDate(days: floorDivide(seconds, TimeUnit.secondsOfDay))
    }

    /// The time of day.
    public var time: LocalTime {
        LocalTime(
            nanoseconds: floorRemainder(seconds, TimeUnit.secondsOfDay) * TimeUnit.second
                + Int(nanoseconds))
    }
}

extension ZonedDateTime {
    /// Creates the instant at which clocks of a zone show a date and time.
    ///
    /// A time that a clock change skips moves forward by what was skipped; of a time that occurs
    /// twice the earlier is taken, unless `preferredOffset` says which.
    public init(
        local: LocalDateTime, zone: TemporalZone, preferredOffset: Int32? = nil
    ) throws(Diagnostic) {
        let offset = try zone.offset(atLocal: local.seconds, preferring: preferredOffset)
        let epoch = local.seconds - Int(offset)
        try self.init(epochSeconds: epoch, nanoseconds: local.nanoseconds, zone: zone)
    }

    /// Creates an instant as shown in a zone.
    public init(
        epochSeconds: Int, nanoseconds: Int32, zone: TemporalZone
    ) throws(Diagnostic) {
        // Checked before the zone's rules see it: they may then add to it without overflow.
        _ = try LocalDateTime(checkedSeconds: epochSeconds, nanoseconds: nanoseconds)
        let offset = try zone.offset(atInstant: epochSeconds)
        _ = try LocalDateTime(
            checkedSeconds: epochSeconds + Int(offset), nanoseconds: nanoseconds)
        self.init(
            epochSeconds: epochSeconds, nanoseconds: nanoseconds, offsetSeconds: offset,
            zoneName: zone.name)
    }

    /// What clocks of its zone show.
    public var local: LocalDateTime {
        LocalDateTime(seconds: epochSeconds + Int(offsetSeconds), nanoseconds: nanoseconds)
    }

    /// The zone it is shown in.
    public var zone: TemporalZone {
        if let zoneName { .region(zoneName) } else { .offset(offsetSeconds) }
    }

    /// The same instant shown in another zone.
    public func shown(in zone: TemporalZone) throws(Diagnostic) -> ZonedDateTime {
        try ZonedDateTime(epochSeconds: epochSeconds, nanoseconds: nanoseconds, zone: zone)
    }
}
