/// Reads the bytes of a temporal text from left to right.
struct TemporalScanner {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }

    /// The next byte, nil at the end.
    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Whether the next byte is a digit.
    var isAtDigit: Bool { peek.map(Self.isDigit) ?? false }

    mutating func advance() { position += 1 }

    /// Takes the next byte if it is this ASCII character.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let peek, UInt32(peek) == character.value else { return false }
        position += 1
        return true
    }

    /// Takes the next byte if it is this ASCII letter in either case.
    mutating func skipLetter(_ letter: Unicode.Scalar) -> Bool {
        guard let peek, UInt32(peek & 0xDF) == letter.value else { return false }
        position += 1
        return true
    }

    /// How many digits come next.
    var digitsAhead: Int {
        bytes[position...].prefix(while: Self.isDigit).count
    }

    /// A number of so many digits, as many of them as there are; nil leaves the position alone.
    mutating func scanNumber(digits: ClosedRange<Int>) -> Int? {
        let count = min(digitsAhead, digits.upperBound)
        guard count >= digits.lowerBound else { return nil }
        var value = 0
        for _ in 0..<count {
            value = value * 10 + Int(bytes[position] - 48)
            position += 1
        }
        return value
    }

    /// The digits of a decimal fraction after a point or comma, in units of 10^-9.
    ///
    /// Nil where there is a point without digits or with more than nine; 0 where there is none.
    mutating func scanNanoseconds() -> Int? {
        guard skip(".") || skip(",") else { return 0 }
        let count = digitsAhead
        guard (1...9).contains(count), var value = scanNumber(digits: 1...9) else { return nil }
        for _ in count..<9 { value *= 10 }
        return value
    }

    /// The rest up to a closing bracket that ends the text.
    mutating func scanBracketed() -> String? {
        guard skip("["), bytes.last == UInt8(ascii: "]") else { return nil }
        let name = String(decoding: bytes[position..<bytes.count - 1], as: UTF8.self)
        position = bytes.count
        return name
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}

extension TemporalScanner {
    /// An offset: `Z`, `+01`, `+01:00`, `+0100`, `+01:00:30` or `+010030`; nil where none fits.
    mutating func scanOffset() throws(Diagnostic) -> Int32? {
        if skipLetter("Z") { return 0 }
        let isNegative = skip("-")
        guard isNegative || skip("+") else { return nil }
        guard let hours = scanNumber(digits: 2...2) else { return nil }
        var seconds = hours * 3_600
        if let minutes = scanNextOfClock() {
            guard minutes < 60 else { return nil }
            seconds += minutes * 60
            if let rest = scanNextOfClock() {
                guard rest < 60 else { return nil }
                seconds += rest
            }
        }
        guard TemporalZone.offsets.contains(seconds) else {
            throw TemporalError.invalid("a time zone offset goes from -18:00 to +18:00")
        }
        return Int32(isNegative ? -seconds : seconds)
    }

    /// Two further digits of a clock reading, with or without a colon before them.
    mutating func scanNextOfClock() -> Int? {
        let start = position
        _ = skip(":")
        if let value = scanNumber(digits: 2...2) { return value }
        position = start
        return nil
    }

    /// A time of day: `21`, `21:40`, `2140`, `21:40:32`, `214032`, with a fraction after seconds.
    mutating func scanTime() throws(Diagnostic) -> LocalTime? {
        guard let hour = scanNumber(digits: 2...2) else { return nil }
        guard let minute = scanNextOfClock() else { return try LocalTime(hour: hour) }
        guard let second = scanNextOfClock() else {
            return try LocalTime(hour: hour, minute: minute)
        }
        guard let nanosecond = scanNanoseconds() else { return nil }
        return try LocalTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
    }

    /// A date in any of the forms of ISO 8601: by month, week, day of the year or quarter, with or
    /// without hyphens, and cut short after any part.
    mutating func scanDate() throws(Diagnostic) -> CalendarDate? {
        let isNegative = skip("-")
        let isSigned = isNegative || skip("+")
        guard let digits = scanNumber(digits: isSigned ? 1...9 : 4...4) else { return nil }
        let year = isNegative ? -digits : digits
        let isExtended = skip("-")
        if skipLetter("W") {
            return try scanWeekDate(year, isExtended)
        } else if skipLetter("Q") {
            return try scanQuarterDate(year, isExtended)
        }
        switch digitsAhead {
        case 0 where !isExtended: return try CalendarDate(year: year)
        case 2: return try scanMonthDate(year, isExtended)
        case 3:
            guard let day = scanNumber(digits: 3...3) else { return nil }
            return try CalendarDate(year: year, ordinalDay: day)
        case 4 where !isExtended: return try scanMonthDate(year, isExtended)
        default: return nil
        }
    }

    private mutating func scanMonthDate(
        _ year: Int, _ isExtended: Bool
    ) throws(Diagnostic) -> CalendarDate? {
        guard let month = scanNumber(digits: 2...2) else { return nil }
        guard isExtended ? skip("-") : isAtDigit else {
            return try CalendarDate(year: year, month: month)
        }
        guard let day = scanNumber(digits: 2...2) else { return nil }
        return try CalendarDate(year: year, month: month, day: day)
    }

    private mutating func scanWeekDate(
        _ year: Int, _ isExtended: Bool
    ) throws(Diagnostic) -> CalendarDate? {
        guard let week = scanNumber(digits: 2...2) else { return nil }
        guard isExtended ? skip("-") : isAtDigit else {
            return try CalendarDate(weekYear: year, week: week)
        }
        guard let day = scanNumber(digits: 1...1) else { return nil }
        return try CalendarDate(weekYear: year, week: week, dayOfWeek: day)
    }

    private mutating func scanQuarterDate(
        _ year: Int, _ isExtended: Bool
    ) throws(Diagnostic) -> CalendarDate? {
        guard let quarter = scanNumber(digits: 1...1) else { return nil }
        guard isExtended ? skip("-") : isAtDigit else {
            return try CalendarDate(year: year, quarter: quarter)
        }
        guard let day = scanNumber(digits: 1...2) else { return nil }
        return try CalendarDate(year: year, quarter: quarter, dayOfQuarter: day)
    }
}
