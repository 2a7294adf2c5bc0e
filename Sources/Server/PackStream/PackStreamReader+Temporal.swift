import GraphModel

extension PackStreamReader {
    /// The value of a structure whose head was read.
    mutating func temporal(_ tag: UInt8, fields: Int) throws(PackStreamFault) -> Value {
        switch (tag, fields) {
        case (StructureTag.date, 1): return .date(try date())
        case (StructureTag.localTime, 1): return .localTime(try localTime())
        case (StructureTag.time, 2):
            let local = try localTime()
            return .time(OffsetTime(local: local, offsetSeconds: try offsetSeconds()))
        case (StructureTag.localDateTime, 2):
            let seconds = try secondsSinceEpoch()
            return .localDateTime(LocalDateTime(seconds: seconds, nanoseconds: try fraction()))
        case (StructureTag.dateTimeWithOffset, 3): return .dateTime(try dateTimeWithOffset())
        case (StructureTag.dateTimeWithZone, 3): return .dateTime(try dateTimeWithZone())
        case (StructureTag.duration, 4): return .duration(try duration())
        case (StructureTag.point2D, 3), (StructureTag.point3D, 4):
            throw refusal("a point", hint: "send its coordinates as numbers")
        case (StructureTag.node, _), (StructureTag.relationship, _), (StructureTag.path, _),
            (StructureTag.unboundRelationship, _):
            throw refusal(
                "a node, relationship or path", hint: "send its id and match it in the query")
        default: throw .malformed("no structure has the tag \(tag) and \(fields) fields")
        }
    }

    private func refusal(_ what: String, hint: String) -> PackStreamFault {
        .refused(
            Diagnostic(
                .typeError, "UnsupportedParameterType", "a parameter is \(what)", hint: hint))
    }

    private func outOfRange(_ what: String) -> PackStreamFault {
        .refused(Diagnostic(.argumentError, "NumberOutOfRange", "\(what) is out of range"))
    }

    private mutating func date() throws(PackStreamFault) -> CalendarDate {
        let days = try integer()
        guard TemporalRange.days.contains(days) else { throw outOfRange("a date") }
        return CalendarDate(days: days)
    }

    private mutating func localTime() throws(PackStreamFault) -> LocalTime {
        let nanoseconds = try integer()
        guard TemporalRange.nanosecondsOfDay.contains(nanoseconds) else {
            throw outOfRange("a time of day")
        }
        return LocalTime(nanoseconds: nanoseconds)
    }

    private mutating func offsetSeconds() throws(PackStreamFault) -> Int32 {
        let seconds = try integer()
        guard TemporalRange.offsets.contains(seconds) else {
            throw outOfRange("an offset from UTC")
        }
        return Int32(seconds)
    }

    private mutating func secondsSinceEpoch() throws(PackStreamFault) -> Int {
        let seconds = try integer()
        guard TemporalRange.seconds.contains(seconds) else { throw outOfRange("a date and time") }
        return seconds
    }

    private mutating func fraction() throws(PackStreamFault) -> Int32 {
        let nanoseconds = try integer()
        guard (0..<1_000_000_000).contains(nanoseconds) else {
            throw outOfRange("a fraction of a second")
        }
        return Int32(nanoseconds)
    }

    private mutating func dateTimeWithOffset() throws(PackStreamFault) -> ZonedDateTime {
        let seconds = try secondsSinceEpoch()
        let nanoseconds = try fraction()
        return ZonedDateTime(
            epochSeconds: seconds, nanoseconds: nanoseconds, offsetSeconds: try offsetSeconds(),
            zoneName: nil)
    }

    private mutating func dateTimeWithZone() throws(PackStreamFault) -> ZonedDateTime {
        let seconds = try secondsSinceEpoch()
        let nanoseconds = try fraction()
        let zone = try string()
        let offset: Int32
        do {
            offset = try TemporalZone.region(zone).offset(atInstant: seconds)
        } catch {
            throw .refused(error)
        }
        return ZonedDateTime(
            epochSeconds: seconds, nanoseconds: nanoseconds, offsetSeconds: offset, zoneName: zone)
    }

    /// Clients send a negative amount with both parts negative; here the fraction never is.
    private mutating func duration() throws(PackStreamFault) -> TemporalDuration {
        let months = try integer()
        let days = try integer()
        let seconds = try integer()
        let nanoseconds = try integer()
        var whole = nanoseconds / 1_000_000_000
        var fraction = nanoseconds % 1_000_000_000
        if fraction < 0 {
            fraction += 1_000_000_000
            whole -= 1
        }
        let (sum, overflow) = seconds.addingReportingOverflow(whole)
        guard !overflow else { throw outOfRange("a duration") }
        return TemporalDuration(
            months: months, days: days, seconds: sum, nanoseconds: Int32(fraction))
    }
}

/// What the model's temporal values can hold.
private enum TemporalRange {
    /// Years -999,999,999 to 999,999,999.
    static let days = -365_243_219_162...365_241_780_471
    static let seconds = days.lowerBound * 86_400...(days.upperBound + 1) * 86_400 - 1
    static let nanosecondsOfDay = 0..<86_400_000_000_000
    static let offsets = -64_800...64_800
}
