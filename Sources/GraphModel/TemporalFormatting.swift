/// Collects the ASCII text of a temporal value.
struct TemporalText {
    private var bytes: [UInt8] = []

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func append(_ character: Unicode.Scalar) {
        bytes.append(UInt8(truncatingIfNeeded: character.value))
    }

    mutating func append(_ text: String) { bytes += text.utf8 }

    /// A number that is not negative, with zeros before it up to a width.
    mutating func append(_ value: Int, width: Int) {
        let digits = String(value).utf8
        for _ in 0..<max(0, width - digits.count) { append("0") }
        bytes += digits
    }

    /// A point and the digits of a fraction of a second, without zeros at the end.
    mutating func appendFraction(nanoseconds: Int) {
        guard nanoseconds > 0 else { return }
        append(".")
        append(nanoseconds, width: 9)
        while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    }

    mutating func append(_ date: CalendarDate) {
        let (year, month, day) = date.civil
        if year < 0 { append("-") } else if year > 9_999 { append("+") }
        append(abs(year), width: 4)
        append("-")
        append(month, width: 2)
        append("-")
        append(day, width: 2)
    }

    mutating func append(_ time: LocalTime) {
        append(time.hour, width: 2)
        append(":")
        append(time.minute, width: 2)
        guard time.nanoseconds % TimeUnit.minute != 0 else { return }
        append(":")
        append(time.second, width: 2)
        appendFraction(nanoseconds: time.nanosecond)
    }

    mutating func append(_ local: LocalDateTime) {
        append(local.date)
        append("T")
        append(local.time)
    }

    mutating func append(offset: Int32) {
        if offset == 0 {
            append("Z")
            return
        }
        let seconds = Int(abs(offset))
        append(offset < 0 ? "-" : "+")
        append(seconds / 3_600, width: 2)
        append(":")
        append(seconds / 60 % 60, width: 2)
        if seconds % 60 != 0 {
            append(":")
            append(seconds % 60, width: 2)
        }
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The date as `1984-10-11`; years beyond four digits have a sign.
    public var description: String {
        var output = TemporalText()
        output.append(self)
        return output.text
    }
}

extension LocalTime: CustomStringConvertible {
    /// The time as `12:31:14.645`, seconds only where they are not zero.
    public var description: String {
        var output = TemporalText()
        output.append(self)
        return output.text
    }
}

extension OffsetTime: CustomStringConvertible {
    /// The time as `12:31:14+01:00`.
    public var description: String {
        var output = TemporalText()
        output.append(local)
        output.append(offset: offsetSeconds)
        return output.text
    }
}

extension LocalDateTime: CustomStringConvertible {
    /// The date and time as `1984-10-11T12:31:14`.
    public var description: String {
        var output = TemporalText()
        output.append(self)
        return output.text
    }
}

extension ZonedDateTime: CustomStringConvertible {
    /// The date and time as `1984-10-11T12:31:14+01:00[Europe/Stockholm]`.
    public var description: String {
        var output = TemporalText()
        output.append(local)
        output.append(offset: offsetSeconds)
        if let zoneName { output.append("[\(zoneName)]") }
        return output.text
    }
}

extension TemporalZone: CustomStringConvertible {
    /// The offset as `+01:00` or the region's name.
    public var description: String {
        switch self {
        case .region(let name): return name
        case .offset(let offset):
            var output = TemporalText()
            output.append(offset: offset)
            return output.text
        }
    }
}

extension TemporalDuration: CustomStringConvertible {
    /// The duration as `P12Y5M14DT16H13M10.5S`; each part carries its own sign.
    public var description: String {
        var output = TemporalText()
        output.append("P")
        output.appendPart(months / 12, "Y")
        output.appendPart(months % 12, "M")
        output.appendPart(days, "D")
        let amount = Int128(seconds) * 1_000_000_000 + Int128(nanoseconds)
        if amount != 0 { output.appendClock(amount) }
        if months == 0, days == 0, amount == 0 { output.append("T0S") }
        return output.text
    }
}

extension TemporalText {
    fileprivate mutating func appendPart(_ value: Int, _ letter: Unicode.Scalar) {
        guard value != 0 else { return }
        append(String(value))
        append(letter)
    }

    /// Hours, minutes and seconds of an amount of nanoseconds that is not zero.
    fileprivate mutating func appendClock(_ amount: Int128) {
        append("T")
        let second = Int128(TimeUnit.second)
        appendPart(Int(amount / (3_600 * second)), "H")
        appendPart(Int(amount / (60 * second) % 60), "M")
        let rest = Int(amount % (60 * second))
        guard rest != 0 else { return }
        if rest < 0 { append("-") }
        append(String(abs(rest) / TimeUnit.second))
        appendFraction(nanoseconds: abs(rest) % TimeUnit.second)
        append("S")
    }
}
