/// A calendar date without a zone: days since 1970-01-01 in the proleptic Gregorian calendar.
public struct CalendarDate: Sendable, Hashable {
    /// Days since 1970-01-01; years -999,999,999 to 999,999,999.
    public var days: Int

    /// Creates a date from its day number.
    public init(days: Int) { self.days = days }
}

/// A time of day without a zone.
public struct LocalTime: Sendable, Hashable {
    /// Nanoseconds since midnight, 0 ..< 86,400,000,000,000.
    public var nanoseconds: Int

    /// Creates a time from its nanoseconds since midnight.
    public init(nanoseconds: Int) { self.nanoseconds = nanoseconds }
}

/// A time of day with an offset from UTC.
public struct OffsetTime: Sendable, Hashable {
    /// The local time.
    public var local: LocalTime
    /// Seconds east of UTC, -64,800 ... 64,800.
    public var offsetSeconds: Int32

    /// Creates a time from its parts.
    public init(local: LocalTime, offsetSeconds: Int32) {
        self.local = local
        self.offsetSeconds = offsetSeconds
    }
}

/// A date and time without a zone.
public struct LocalDateTime: Sendable, Hashable {
    /// Seconds since 1970-01-01T00:00 local.
    public var seconds: Int
    /// Nanoseconds of the second, 0 ..< 1,000,000,000.
    public var nanoseconds: Int32

    /// Creates a date and time from its parts.
    public init(seconds: Int, nanoseconds: Int32) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }
}

/// An instant with the zone it is shown in.
public struct ZonedDateTime: Sendable, Hashable {
    /// Seconds since 1970-01-01T00:00Z.
    public var epochSeconds: Int
    /// Nanoseconds of the second, 0 ..< 1,000,000,000.
    public var nanoseconds: Int32
    /// Seconds east of UTC at this instant.
    public var offsetSeconds: Int32
    /// IANA name of the zone (`Europe/Oslo`), nil for a plain offset.
    public var zoneName: String?

    /// Creates an instant from its parts.
    public init(epochSeconds: Int, nanoseconds: Int32, offsetSeconds: Int32, zoneName: String?) {
        self.epochSeconds = epochSeconds
        self.nanoseconds = nanoseconds
        self.offsetSeconds = offsetSeconds
        self.zoneName = zoneName
    }
}

/// An amount of time; months, days and seconds do not convert into each other.
public struct TemporalDuration: Sendable, Hashable {
    /// Whole months.
    public var months: Int
    /// Whole days.
    public var days: Int
    /// Whole seconds; `seconds` and `nanoseconds` together are one amount.
    public var seconds: Int
    /// Nanoseconds of the second, 0 ..< 1,000,000,000, also where `seconds` is negative.
    public var nanoseconds: Int32

    /// Creates a duration from its parts.
    public init(months: Int = 0, days: Int = 0, seconds: Int = 0, nanoseconds: Int32 = 0) {
        self.months = months
        self.days = days
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }
}
