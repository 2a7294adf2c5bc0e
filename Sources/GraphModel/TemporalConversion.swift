/// Conversions between the temporal types, as the constructors do with a temporal argument.
extension Value {
    /// The date of a date, local date-time or date-time.
    public func asDate() throws(Diagnostic) -> CalendarDate {
        guard let date = TemporalSource(self)?.date else { throw unconvertible(to: "date") }
        return date
    }

    /// The time of day of any value with one.
    public func asLocalTime() throws(Diagnostic) -> LocalTime {
        guard let time = TemporalSource(self)?.time else { throw unconvertible(to: "time") }
        return time
    }

    /// The time of day with an offset; the default where the value has none.
    public func asTime(_ defaults: TemporalDefaults) throws(Diagnostic) -> OffsetTime {
        let offset = try (TemporalSource(self)?.offset)
            .or(defaults.zone.offset(atInstant: defaults.now))
        return OffsetTime(local: try asLocalTime(), offsetSeconds: offset)
    }

    /// The date and time; a date means midnight.
    public func asLocalDateTime() throws(Diagnostic) -> LocalDateTime {
        LocalDateTime(date: try asDate(), time: TemporalSource(self)?.time ?? .midnight)
    }

    /// The instant, in the default zone where the value has none.
    public func asDateTime(_ defaults: TemporalDefaults) throws(Diagnostic) -> ZonedDateTime {
        if case .dateTime(let instant) = self { return instant }
        return try ZonedDateTime(local: asLocalDateTime(), zone: defaults.zone)
    }

    private func unconvertible(to part: String) -> Diagnostic {
        Diagnostic(
            .typeError, "InvalidArgumentType", "a \(typeName) has no \(part)")
    }
}
