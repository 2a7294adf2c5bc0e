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
        var scanner = TemporalScanner(text)
        let value: Value? =
            switch kind {
            case .date: scanner.date().map(Value.date)
            case .localTime: scanner.time().map { .localTime(LocalTime(nanoseconds: $0)) }
            case .time: scanner.offsetTime()
            case .localDateTime: scanner.localDateTime().map(Value.localDateTime)
            case .dateTime: scanner.dateTime()
            case .duration: scanner.duration().map(Value.duration)
            }
        return scanner.isAtEnd ? value : nil
    }
}

/// A walk over the bytes of one temporal text.
struct TemporalScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    private var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte, position < bytes.count else { return false }
        position += 1
        return true
    }

    /// Exactly this many digits.
    private mutating func digits(_ count: Int) -> Int? {
        guard position + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + count] {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        position += count
        return value
    }

    /// `2018-06-15`, with a sign and more digits for far years.
    mutating func date() -> CalendarDate? {
        let isNegative = take(0x2D)
        let isSigned = isNegative || take(0x2B)
        guard var year = digits(4) else { return nil }
        var extra = 0
        while isSigned, extra < 5, let digit = digits(1) {
            year = year * 10 + digit
            extra += 1
        }
        guard take(0x2D), let month = digits(2), take(0x2D), let day = digits(2) else { return nil }
        if isNegative { year = -year }
        guard (1...12).contains(month), day >= 1,
            day <= TemporalScanner.daysIn(month: month, year: year)
        else { return nil }
        return CalendarDate(days: TemporalScanner.days(year, month, day))
    }

    /// `12:30`, `12:30:15.25`, in nanoseconds after midnight.
    mutating func time() -> Int? {
        guard let hour = digits(2), hour < 24, take(0x3A), let minute = digits(2), minute < 60
        else { return nil }
        var nanoseconds = (hour * 60 + minute) * 60 * 1_000_000_000
        guard take(0x3A) else { return nanoseconds }
        guard let second = digits(2), second < 60, let fraction = fraction() else { return nil }
        nanoseconds += second * 1_000_000_000 + fraction
        return nanoseconds
    }

    /// The fraction of a second in nanoseconds; 0 where there is none.
    private mutating func fraction() -> Int? {
        guard take(0x2E) || take(0x2C) else { return 0 }
        var value = 0
        var count = 0
        while count < 9, let digit = digits(1) {
            value = value * 10 + digit
            count += 1
        }
        guard count > 0 else { return nil }
        for _ in count..<9 { value *= 10 }
        while digits(1) != nil {}
        return value
    }

    /// `Z`, `+02:00`, `-0530`, in seconds.
    private mutating func offset() -> Int32? {
        if take(0x5A) { return 0 }
        let isNegative = next == 0x2D
        guard take(0x2D) || take(0x2B), let hours = digits(2), hours <= 18 else { return nil }
        _ = take(0x3A)
        let minutes = digits(2) ?? 0
        guard minutes < 60 else { return nil }
        let seconds = Int32(hours * 3600 + minutes * 60)
        return isNegative ? -seconds : seconds
    }

    mutating func offsetTime() -> Value? {
        guard let local = time() else { return nil }
        guard let offset = isAtEnd ? 0 : offset() else { return nil }
        return .time(OffsetTime(local: LocalTime(nanoseconds: local), offsetSeconds: offset))
    }

    mutating func localDateTime() -> LocalDateTime? {
        guard let date = date(), take(0x54) || take(0x20), let time = time() else { return nil }
        return LocalDateTime(
            seconds: date.days * 86_400 + time / 1_000_000_000,
            nanoseconds: Int32(time % 1_000_000_000))
    }

    /// A text without an offset is taken as UTC.
    mutating func dateTime() -> Value? {
        guard let local = localDateTime() else { return nil }
        guard let offset = isAtEnd ? 0 : offset() else { return nil }
        return .dateTime(
            ZonedDateTime(
                epochSeconds: local.seconds - Int(offset), nanoseconds: local.nanoseconds,
                offsetSeconds: offset, zoneName: nil))
    }

    /// `P1Y2M3DT4H5M6.7S`, `P2W`.
    mutating func duration() -> TemporalDuration? {
        let isNegative = take(0x2D)
        guard take(0x50) else { return nil }
        var result = TemporalDuration()
        var inTime = false
        var count = 0
        while !isAtEnd {
            if !inTime, take(0x54) {
                inTime = true
                continue
            }
            guard add(to: &result, inTime: inTime, negated: isNegative) else { return nil }
            count += 1
        }
        return count > 0 ? result : nil
    }

    private mutating func add(
        to result: inout TemporalDuration, inTime: Bool, negated: Bool
    ) -> Bool {
        let minus = take(0x2D) != negated
        var number = 0
        var length = 0
        while length < 15, let digit = digits(1) {
            number = number * 10 + digit
            length += 1
        }
        guard length > 0, let fraction = fraction() else { return false }
        let amount = minus ? -number : number
        let unit = next
        position += 1
        guard fraction == 0 || unit == 0x53 else { return false }
        switch (unit, inTime) {
        case (0x59, false): result.months += amount * 12
        case (0x4D, false): result.months += amount
        case (0x57, false): result.days += amount * 7
        case (0x44, false): result.days += amount
        case (0x48, true): result.seconds += amount * 3600
        case (0x4D, true): result.seconds += amount * 60
        case (0x53, true):
            result.seconds += amount
            result.nanoseconds = Int32(minus ? -fraction : fraction)
            if result.nanoseconds < 0 {
                result.nanoseconds += 1_000_000_000
                result.seconds -= 1
            }
        default: return false
        }
        return true
    }

    private static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Days from 1970-01-01 in the proleptic Gregorian calendar.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        // Years that start in March put the leap day last.
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
