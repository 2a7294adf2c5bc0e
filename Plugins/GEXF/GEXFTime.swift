import GraphModel
import ImporterKit

/// A time as a file writes it.
enum GEXFTime {
    /// A day.
    case day(CalendarDate)
    /// A year, or a month of it.
    case period(year: Int, month: Int?)
    /// A point in time: its value, the day it is on, and whether that day begins with it.
    case moment(Value, on: CalendarDate, isMidnight: Bool)
    /// A number, of whatever is counted.
    case number(Double)

    /// Reads a time; nil for what bounds nothing (`-Infinity`) or is none.
    init?(_ text: String, numbersAreYears: Bool) {
        if let number = Self.number(text) {
            if !number.isFinite { return nil }
            let isYear =
                numbersAreYears && number.rounded() == number && (1...9999).contains(number)
            self = isYear ? .period(year: Int(number), month: nil) : .number(number)
        } else if let time = Self.calendar(text) {
            self = time
        } else {
            return nil
        }
    }

    /// Whether a text is a bound that is none.
    static func isUnbounded(_ text: String) -> Bool {
        text.isEmpty || number(text).map { !$0.isFinite } ?? false
    }

    private static func number(_ text: String) -> Double? {
        var text = text
        return text.withUTF8 { bytes -> Double? in
            let view = ByteView(UnsafeRawBufferPointer(bytes))
            guard case .float(let number)? = view.value(0..<view.count, as: .float) else {
                return nil
            }
            return number
        }
    }

    private static func calendar(_ text: String) -> GEXFTime? {
        if text.contains("T") { return moment(text) }
        var text = Substring(text)
        // A day may have a time zone in XML, which a day here has not.
        if text.hasSuffix("Z") { text.removeLast() }
        if text.utf8.count == 16, text.hasSuffix(":00") || text.hasSuffix(":30") {
            text = text.prefix(10)
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let year = parts.first, year.utf8.count == 4,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        if parts.count == 3 { return (try? CalendarDate(parsing: String(text))).map(GEXFTime.day) }
        guard parts.count == 2, let month = Int(parts[1]), (1...12).contains(month) else {
            return nil
        }
        return Int(year).map { .period(year: $0, month: month) }
    }

    private static func moment(_ text: String) -> GEXFTime? {
        if let local = try? LocalDateTime(parsing: text) {
            return .moment(
                .localDateTime(local), on: day(local.seconds),
                isMidnight: local.seconds % 86400 == 0)
        }
        guard let zoned = try? ZonedDateTime(parsing: text) else { return nil }
        let seconds = zoned.epochSeconds + Int(zoned.offsetSeconds)
        return .moment(.dateTime(zoned), on: day(seconds), isMidnight: seconds % 86400 == 0)
    }

    private static func day(_ seconds: Int) -> CalendarDate {
        CalendarDate(days: seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400)
    }

    /// The value of a time as it is.
    var value: Value {
        switch self {
        case .day(let date): .date(date)
        case .period(let year, let month): Self.text(year, month)
        case .moment(let value, _, _): value
        case .number(let number): .float(number)
        }
    }

    /// The value of the first time after: of the day after, the year after.
    private var next: Value {
        switch self {
        case .day(let date): .date(CalendarDate(days: date.days + 1))
        case .period(let year, nil): Self.text(year + 1, nil)
        case .period(let year, 12?): Self.text(year + 1, 1)
        case .period(let year, let month?): Self.text(year, month + 1)
        case .moment(_, let day, _): .date(CalendarDate(days: day.days + 1))
        case .number(let number): .float(number)
        }
    }

    /// The first time at which something holds that begins here.
    func first(isOpen: Bool) -> Value {
        if isOpen, case .moment(let value, _, _) = self { return value }
        return isOpen ? next : value
    }

    /// The first time at which something no longer holds that ends here.
    func after(isOpen: Bool) -> Value {
        if isOpen, case .moment(_, let day, let isMidnight) = self {
            // Validity is told by the day: one that is half over counts whole.
            return isMidnight ? .date(day) : next
        }
        return isOpen ? value : next
    }

    private static func text(_ year: Int, _ month: Int?) -> Value {
        func padded(_ number: Int, _ width: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(width - text.utf8.count, 0)) + text
        }
        return .string(padded(year, 4) + (month.map { "-" + padded($0, 2) } ?? ""))
    }
}

/// When something holds, as a file says it.
struct GEXFInterval {
    var start: GEXFTime?
    var end: GEXFTime?
    var isStartOpen = false
    var isEndOpen = false

    /// Whether no bound is known.
    var isUnbounded: Bool { start == nil && end == nil }

    /// Whether its bounds are numbers and no dates.
    var isNumeric: Bool {
        if case .number? = start { return true }
        if case .number? = end { return true }
        return false
    }

    /// From when it holds; nil where that is not known.
    var validFrom: Value? { start.map { $0.first(isOpen: isStartOpen) } }
    /// From when it no longer holds; nil where that is not known.
    var validTo: Value? { end.map { $0.after(isOpen: isEndOpen) } }

    /// The interval in ISO 8601's way, half-open.
    var text: String {
        "\(Self.text(validFrom))/\(Self.text(validTo))"
    }

    private static func text(_ bound: Value?) -> String {
        switch bound {
        case .string(let text)?: text
        case .float(let number)?: FloatText.text(of: number)
        case .date(let date)?: date.description
        case .localDateTime(let time)?: time.description
        case .dateTime(let time)?: time.description
        default: ".."
        }
    }

    /// A value that orders bounds; nil for none.
    static func rank(_ time: GEXFTime?) -> Double? {
        switch time {
        case .day(let date)?: Double(date.days)
        case .period(let year, let month)?:
            (try? CalendarDate(year: year, month: month ?? 1)).map { Double($0.days) }
        case .moment(.localDateTime(let time), _, _)?:
            Double(time.seconds) / 86400
        case .moment(.dateTime(let time), _, _)?:
            Double(time.epochSeconds + Int(time.offsetSeconds)) / 86400
        case .number(let number)?: number
        default: nil
        }
    }
}
