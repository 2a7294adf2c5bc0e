import GraphModel

/// The five types of points in time, by the names of their constructors.
enum PointKind: String, CaseIterable, Sendable {
    case date
    case localTime = "localtime"
    case time
    case localDateTime = "localdatetime"
    case dateTime = "datetime"

    var type: ExpressionType {
        switch self {
        case .date: .date
        case .localTime: .localTime
        case .time: .time
        case .localDateTime: .localDateTime
        case .dateTime: .dateTime
        }
    }

    var article: String {
        switch self {
        case .date: "A date"
        case .localTime: "A time of day"
        case .time: "A time of day with an offset"
        case .localDateTime: "A date and time"
        case .dateTime: "A date and time in a zone"
        }
    }

    var example: String {
        switch self {
        case .date: "date({year: 1984, week: 10})  // 1984-03-05"
        case .localTime: "localtime('214032.142')  // 21:40:32.142"
        case .time: "time('21:40-01:30')  // 21:40-01:30"
        case .localDateTime: "localdatetime('2015-W30-2T2140')  // 2015-07-21T21:40"
        case .dateTime:
            "datetime('2015-07-21T21:40[Europe/Oslo]')  // 2015-07-21T21:40+02:00[Europe/Oslo]"
        }
    }

    var truncationExample: String {
        switch self {
        case .date: "date.truncate('month', date('2015-07-21'))  // 2015-07-01"
        case .localTime: "localtime.truncate('hour', localtime('21:40'))  // 21:00"
        case .time: "time.truncate('hour', time('21:40+02:00'))  // 21:00+02:00"
        case .localDateTime:
            "localdatetime.truncate('day', localdatetime('2015-07-21T21:40'))  // 2015-07-21T00:00"
        case .dateTime:
            "datetime.truncate('year', datetime('2015-07-21T21:40Z'))  // 2015-01-01T00:00Z"
        }
    }

    /// What clocks in a zone show at an instant.
    func value(at instant: ZonedDateTime, in zone: TemporalZone) throws(Diagnostic) -> Value {
        try converted(.dateTime(instant.shown(in: zone)), TemporalDefaults(zone: zone))
    }

    /// A value of this type from the argument of its constructor.
    func make(_ value: Value, _ context: any FunctionContext) throws(Diagnostic) -> Value {
        switch value {
        case .null: return .null
        case .string(let text): return try parsed(text, context.temporalDefaults)
        case .map(let map):
            if map.hasNull { return .null }
            if map.count == 1, case .string(let name)? = map["timezone"] {
                let zone = try TemporalZone(parsing: name)
                return try self.value(at: context.statementTime, in: zone)
            }
            return try composed(map, context.temporalDefaults)
        default:
            guard value.isPointInTime else {
                throw FunctionError.invalidType(
                    rawValue, value, expected: "a String, a Map or a temporal value")
            }
            return try converted(value, context.temporalDefaults)
        }
    }

    private func parsed(
        _ text: String, _ defaults: TemporalDefaults
    ) throws(Diagnostic) -> Value {
        switch self {
        case .date: return .date(try CalendarDate(parsing: text))
        case .localTime: return .localTime(try LocalTime(parsing: text))
        case .time:
            let offset = try defaults.zone.offset(atInstant: defaults.now)
            return .time(try OffsetTime(parsing: text, defaultOffset: offset))
        case .localDateTime: return .localDateTime(try LocalDateTime(parsing: text))
        case .dateTime:
            return .dateTime(try ZonedDateTime(parsing: text, defaultZone: defaults.zone))
        }
    }

    private func composed(
        _ map: ValueMap, _ defaults: TemporalDefaults
    ) throws(Diagnostic) -> Value {
        switch self {
        case .date: .date(try CalendarDate(map: map))
        case .localTime: .localTime(try LocalTime(map: map))
        case .time: .time(try OffsetTime(map: map, defaults: defaults))
        case .localDateTime: .localDateTime(try LocalDateTime(map: map))
        case .dateTime: .dateTime(try ZonedDateTime(map: map, defaults: defaults))
        }
    }

    private func converted(
        _ value: Value, _ defaults: TemporalDefaults
    ) throws(Diagnostic) -> Value {
        switch self {
        case .date: .date(try value.asDate())
        case .localTime: .localTime(try value.asLocalTime())
        case .time: .time(try value.asTime(defaults))
        case .localDateTime: .localDateTime(try value.asLocalDateTime())
        case .dateTime: .dateTime(try value.asDateTime(defaults))
        }
    }

    func truncate(
        _ unit: TemporalUnit, _ value: Value, _ fields: ValueMap, _ context: any FunctionContext
    ) throws(Diagnostic) -> Value {
        let defaults = context.temporalDefaults
        switch self {
        case .date:
            return .date(try TemporalTruncation.date(to: unit, of: value, setting: fields))
        case .localTime:
            return .localTime(
                try TemporalTruncation.localTime(to: unit, of: value, setting: fields))
        case .time:
            return .time(
                try TemporalTruncation.time(
                    to: unit, of: value, setting: fields, defaults: defaults))
        case .localDateTime:
            return .localDateTime(
                try TemporalTruncation.localDateTime(to: unit, of: value, setting: fields))
        case .dateTime:
            return .dateTime(
                try TemporalTruncation.dateTime(
                    to: unit, of: value, setting: fields, defaults: defaults))
        }
    }
}
