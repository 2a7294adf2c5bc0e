import GraphModel

/// Functions that make dates, times and durations.
enum TemporalFunctions {
    static let table: [FunctionDescriptor] =
        PointKind.allCases.flatMap { [constructor($0), truncation($0)] + clocks($0) }
        + epochs + durations

    // MARK: Dates and times

    private static func constructor(_ kind: PointKind) -> FunctionDescriptor {
        .scalar(
            kind.rawValue, .temporal, [[.string, .map, .pointInTime]], .fixed(kind.type),
            optional: 1, determinism: .withArguments,
            "\(kind.article) from a text, a map of components or another value; without arguments "
                + "the current one.", example: kind.example
        ) { arguments, context in
            guard let argument = arguments.first else {
                return try kind.value(at: context.statementTime, in: context.defaultZone)
            }
            return try kind.make(argument, context)
        }
    }

    /// The current date or time by each of the three clocks.
    private static func clocks(_ kind: PointKind) -> [FunctionDescriptor] {
        func clock(
            _ name: String, _ moment: String,
            _ determinism: FunctionDescriptor.Determinism = .withinStatement,
            _ read: @escaping @Sendable (any FunctionContext) throws(Diagnostic) -> ZonedDateTime
        ) -> FunctionDescriptor {
            .scalar(
                "\(kind.rawValue).\(name)", .temporal, [.string], .fixed(kind.type), optional: 1,
                determinism: determinism,
                "\(kind.article), \(moment), in a zone that can be named.",
                example: "\(kind.rawValue).\(name)('Europe/Oslo')"
            ) { arguments, context in
                let zone = try arguments.first.map(zone) ?? context.defaultZone
                return try kind.value(at: read(context), in: zone)
            }
        }
        return [
            clock("statement", "when the statement began") { (context) in context.statementTime },
            clock("transaction", "when the transaction began") { (context) in
                context.transactionTime
            },
            clock("realtime", "at this moment", .never) { (context) throws(Diagnostic) in
                try context.currentTime()
            },
        ]
    }

    private static func zone(_ value: Value) throws(Diagnostic) -> TemporalZone {
        guard case .string(let name) = value else {
            throw FunctionError.invalidType("timezone", value, expected: "a String")
        }
        return try TemporalZone(parsing: name)
    }

    private static func truncation(_ kind: PointKind) -> FunctionDescriptor {
        .scalar(
            "\(kind.rawValue).truncate", .temporal, [.string, .pointInTime, .map],
            .fixed(kind.type), optional: 2, determinism: .withArguments,
            "The start of the unit that a value lies in, with components of a map set in it.",
            example: kind.truncationExample
        ) { arguments, context in
            guard case .string(let name) = arguments[0] else {
                throw FunctionError.invalidType("truncate", arguments[0], expected: "a unit")
            }
            let value =
                try arguments.count > 1
                ? arguments[1] : .dateTime(context.statementTime.shown(in: context.defaultZone))
            var fields = ValueMap()
            if arguments.count > 2 {
                guard case .map(let map) = arguments[2] else {
                    throw FunctionError.invalidType("truncate", arguments[2], expected: "a Map")
                }
                fields = map
            }
            if fields.hasNull { return .null }
            return try kind.truncate(TemporalUnit(named: name), value, fields, context)
        }
    }

    private static let epochs: [FunctionDescriptor] = [
        .scalar(
            "datetime.fromEpoch", .temporal, [.integer, .integer], .fixed(.dateTime), optional: 1,
            "The instant some seconds and nanoseconds after 1970 began at UTC.",
            example: "datetime.fromEpoch(416779, 999999999)  // 1970-01-05T19:46:19.999999999Z"
        ) { arguments, _ in
            let seconds = try integer(arguments[0], "datetime.fromEpoch")
            let rest = arguments.count > 1 ? try integer(arguments[1], "datetime.fromEpoch") : 0
            return .dateTime(try ZonedDateTime(epochSeconds: seconds, nanoseconds: rest))
        },
        .scalar(
            "datetime.fromEpochMillis", .temporal, [.integer], .fixed(.dateTime),
            "The instant some milliseconds after 1970 began at UTC.",
            example: "datetime.fromEpochMillis(237821673987)  // 1977-07-15T13:34:33.987Z"
        ) { arguments, _ in
            let milliseconds = try integer(arguments[0], "datetime.fromEpochMillis")
            return .dateTime(try ZonedDateTime(epochMilliseconds: milliseconds))
        },
    ]

    private static func integer(_ value: Value, _ name: String) throws(Diagnostic) -> Int {
        guard case .integer(let number) = value else {
            throw FunctionError.invalidType(name, value, expected: "Integers")
        }
        return number
    }

    // MARK: Durations

    private static let durations: [FunctionDescriptor] = [
        .scalar(
            "duration", .temporal, [[.string, .map, .duration]], .fixed(.duration),
            "A duration from a text or a map of amounts.",
            example: "duration({days: 14, hours: 16})  // P14DT16H"
        ) { arguments, _ in try duration(arguments[0]) },
        span(
            "between", "in months, days and time",
            example: "duration.between(date('2015-07-21'), date('2016-08-22'))  // P1Y1M1D"
        ) { (a, b) throws(Diagnostic) in try TemporalDuration.between(a, b) },
        span(
            "inMonths", "in whole months",
            example: "duration.inMonths(date('2015-07-21'), date('2016-08-22'))  // P1Y1M"
        ) { (a, b) throws(Diagnostic) in try TemporalDuration.inMonths(a, b) },
        span(
            "inDays", "in whole days",
            example: "duration.inDays(date('2015-07-21'), date('2015-08-22'))  // P32D"
        ) { (a, b) throws(Diagnostic) in try TemporalDuration.inDays(a, b) },
        span(
            "inSeconds", "in seconds",
            example: "duration.inSeconds(localtime('10:00'), localtime('10:01'))  // PT1M"
        ) { (a, b) throws(Diagnostic) in try TemporalDuration.inSeconds(a, b) },
    ]

    private static func span(
        _ name: String, _ unit: String, example: String,
        _ compute:
            @escaping @Sendable (Value, Value) throws(Diagnostic) -> TemporalDuration
    ) -> FunctionDescriptor {
        .scalar(
            "duration.\(name)", .temporal, [.pointInTime, .pointInTime], .fixed(.duration),
            "The time from one date or time to another \(unit).", example: example
        ) { arguments, _ in .duration(try compute(arguments[0], arguments[1])) }
    }

    private static func duration(_ value: Value) throws(Diagnostic) -> Value {
        switch value {
        case .duration: return value
        case .string(let text): return .duration(try TemporalDuration(parsing: text))
        case .map(let map):
            return map.hasNull ? .null : .duration(try TemporalDuration(map: map))
        default:
            throw FunctionError.invalidType("duration", value, expected: "a String or Map")
        }
    }
}

extension ValueMap {
    var hasNull: Bool { entries.contains { $0.value.isNull } }
}
