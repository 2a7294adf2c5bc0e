import GraphModel

/// Reads temporal values from the texts data files write them as (ISO 8601).
public enum ValueText {
    /// The temporal types.
    public enum Kind: Sendable, Hashable {
        case date
        case time
        case localTime
        case dateTime
        case localDateTime
        case duration
    }

    /// The value a text spells in full, nil where it does not.
    public static func parse(_ kind: Kind, _ text: String) -> Value? {
        switch kind {
        case .date: (try? CalendarDate(parsing: text)).map(Value.date)
        case .localTime: (try? LocalTime(parsing: text)).map(Value.localTime)
        case .time: (try? OffsetTime(parsing: text)).map(Value.time)
        case .localDateTime: (try? LocalDateTime(parsing: text)).map(Value.localDateTime)
        case .dateTime: (try? ZonedDateTime(parsing: text)).map(Value.dateTime)
        case .duration: (try? TemporalDuration(parsing: text)).map(Value.duration)
        }
    }
}
