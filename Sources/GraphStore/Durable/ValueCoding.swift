import GraphModel

// Storable values as bytes: a tag and what it needs. The tags are part of the file format.
private enum ValueTag {
    static let null: UInt8 = 0
    static let `false`: UInt8 = 1
    static let `true`: UInt8 = 2
    static let integer: UInt8 = 3
    static let float: UInt8 = 4
    static let string: UInt8 = 5
    static let list: UInt8 = 6
    static let date: UInt8 = 7
    static let localTime: UInt8 = 8
    static let time: UInt8 = 9
    static let localDateTime: UInt8 = 10
    static let dateTime: UInt8 = 11
    static let duration: UInt8 = 12
}

extension ByteWriter {
    mutating func value(_ value: Value) throws(Diagnostic) {
        switch value {
        case .null: try byte(ValueTag.null)
        case .boolean(let flag): try byte(flag ? ValueTag.true : ValueTag.false)
        case .integer(let number): try tagged(ValueTag.integer, [number])
        case .float(let number):
            try byte(ValueTag.float)
            try double(number)
        case .string(let text):
            try byte(ValueTag.string)
            try self.text(text)
        case .list(let elements):
            try byte(ValueTag.list)
            try count(elements.count)
            for element in elements { try self.value(element) }
        case .date(let date): try tagged(ValueTag.date, [date.days])
        case .localTime(let time): try tagged(ValueTag.localTime, [time.nanoseconds])
        case .time(let time):
            try tagged(ValueTag.time, [time.local.nanoseconds, Int(time.offsetSeconds)])
        case .localDateTime(let time):
            try tagged(ValueTag.localDateTime, [time.seconds, Int(time.nanoseconds)])
        case .dateTime(let time):
            try tagged(
                ValueTag.dateTime,
                [time.epochSeconds, Int(time.nanoseconds), Int(time.offsetSeconds)])
            try flag(time.zoneName != nil)
            if let name = time.zoneName { try text(name) }
        case .duration(let amount):
            try tagged(
                ValueTag.duration,
                [amount.months, amount.days, amount.seconds, Int(amount.nanoseconds)])
        case .map, .node, .relationship, .path:
            throw Diagnostic(
                .internalError, "UnstorableValue", "a \(value.typeName) reached the graph file")
        }
    }

    private mutating func tagged(_ tag: UInt8, _ numbers: [Int]) throws(Diagnostic) {
        try byte(tag)
        for number in numbers { try integer(number) }
    }
}

extension ByteReader {
    mutating func value() throws -> Value {
        let tag = try byte()
        if tag == ValueTag.list {
            return .list(
                try (0..<count(of: 1)).map { _ in try scalar(byte()) })
        }
        return try scalar(tag)
    }

    private mutating func scalar(_ tag: UInt8) throws -> Value {
        switch tag {
        case ValueTag.null: return .null
        case ValueTag.false: return .boolean(false)
        case ValueTag.true: return .boolean(true)
        case ValueTag.integer: return .integer(try integer())
        case ValueTag.float: return .float(try double())
        case ValueTag.string: return .string(try text())
        case ValueTag.date: return .date(CalendarDate(days: try integer()))
        case ValueTag.localTime: return .localTime(LocalTime(nanoseconds: try integer()))
        case ValueTag.time:
            return .time(
                OffsetTime(
                    local: LocalTime(nanoseconds: try integer()), offsetSeconds: try short()))
        case ValueTag.localDateTime:
            return .localDateTime(
                LocalDateTime(seconds: try integer(), nanoseconds: try short()))
        case ValueTag.dateTime: return .dateTime(try instant())
        case ValueTag.duration:
            return .duration(
                TemporalDuration(
                    months: try integer(), days: try integer(), seconds: try integer(),
                    nanoseconds: try short()))
        default: throw Malformed()
        }
    }

    private mutating func instant() throws -> ZonedDateTime {
        ZonedDateTime(
            epochSeconds: try integer(), nanoseconds: try short(), offsetSeconds: try short(),
            zoneName: try flag() ? try text() : nil)
    }

    private mutating func short() throws -> Int32 {
        guard let value = Int32(exactly: try integer()) else { throw Malformed() }
        return value
    }
}
