/// The keys of the maps that temporal values are made from.
enum TemporalField: String, CaseIterable {
    case date, time, datetime
    case year, quarter, month, week, day, dayOfWeek, dayOfQuarter, ordinalDay
    case hour, minute, second, millisecond, microsecond, nanosecond
    case timezone, epochSeconds, epochMillis

    static let ofDate: Set<TemporalField> = [
        .year, .quarter, .month, .week, .day, .dayOfWeek, .dayOfQuarter, .ordinalDay,
    ]
    static let ofTime: Set<TemporalField> = [
        .hour, .minute, .second, .millisecond, .microsecond, .nanosecond,
    ]
}

/// A map of temporal components: checks the keys and works out the date and time they describe,
/// from nothing or on top of another value.
struct TemporalFields {
    private let map: ValueMap
    private let kind: String

    init(
        _ map: ValueMap, kind: String, allowed: Set<TemporalField>
    ) throws(Diagnostic) {
        self.map = map
        self.kind = kind
        for key in map.keys {
            if let field = TemporalField(rawValue: key), allowed.contains(field) { continue }
            let known = allowed.map(\.rawValue).sorted()
            let near = NearNames.suggestions(for: key, among: known)
            throw TemporalError.invalid(
                "a \(kind) has no component '\(key)'",
                hint: near.first.map { "Did you mean '\($0)'?" }
                    ?? "Use \(known.joined(separator: ", "))")
        }
    }

    func has(_ field: TemporalField) -> Bool { map[field.rawValue] != nil }

    func hasAny(_ fields: Set<TemporalField>) -> Bool { fields.contains(where: has) }

    func value(_ field: TemporalField) -> Value? { map[field.rawValue] }

    func integer(_ field: TemporalField) throws(Diagnostic) -> Int? {
        switch map[field.rawValue] {
        case .none: return nil
        case .some(.integer(let number)): return number
        case .some(let other):
            throw TemporalError.wrongType(other, for: field.rawValue, expected: "an Integer")
        }
    }

    /// The time zone named in the map.
    func zone() throws(Diagnostic) -> TemporalZone? {
        switch map[TemporalField.timezone.rawValue] {
        case .none: return nil
        case .some(.string(let text)): return try TemporalZone(parsing: text)
        case .some(let other):
            throw TemporalError.wrongType(other, for: "timezone", expected: "a String")
        }
    }

    // MARK: Date

    /// Which of the four calendars a map speaks in.
    private enum DateSystem {
        case month
        case week
        case quarter
        case ordinal
    }

    private func dateSystem() throws(Diagnostic) -> DateSystem {
        var found: [(DateSystem, String)] = []
        if has(.month) || has(.day) { found.append((.month, has(.month) ? "month" : "day")) }
        if has(.week) || has(.dayOfWeek) {
            found.append((.week, has(.week) ? "week" : "dayOfWeek"))
        }
        if has(.quarter) || has(.dayOfQuarter) {
            found.append((.quarter, has(.quarter) ? "quarter" : "dayOfQuarter"))
        }
        if has(.ordinalDay) { found.append((.ordinal, "ordinalDay")) }
        if found.count > 1 {
            throw TemporalError.invalid(
                "'\(found[0].1)' and '\(found[1].1)' describe a \(kind) in two different ways")
        }
        return found.first?.0 ?? .month
    }

    /// The date described by the map alone.
    func date() throws(Diagnostic) -> CalendarDate {
        guard let year = try integer(.year) else {
            throw TemporalError.invalid("'year' is missing to make a \(kind)")
        }
        switch try dateSystem() {
        case .month:
            try requireLarger(.month, for: .day)
            return try CalendarDate(
                year: year, month: integer(.month) ?? 1, day: integer(.day) ?? 1)
        case .week:
            try requireLarger(.week, for: .dayOfWeek)
            return try CalendarDate(
                weekYear: year, week: integer(.week) ?? 1, dayOfWeek: integer(.dayOfWeek) ?? 1)
        case .quarter:
            try requireLarger(.quarter, for: .dayOfQuarter)
            return try CalendarDate(
                year: year, quarter: integer(.quarter) ?? 1,
                dayOfQuarter: integer(.dayOfQuarter) ?? 1)
        case .ordinal:
            return try CalendarDate(year: year, ordinalDay: integer(.ordinalDay) ?? 1)
        }
    }

    /// A date with the map's components in place of its own.
    func date(changing base: CalendarDate) throws(Diagnostic) -> CalendarDate {
        let system = try dateSystem()
        if case .week = system, let week = try integer(.week) {
            return try CalendarDate(
                weekYear: integer(.year) ?? base.weekYear, week: week,
                dayOfWeek: integer(.dayOfWeek) ?? base.dayOfWeek)
        }
        let start = try integer(.year).map(base.moved(toYear:)) ?? base
        switch system {
        case .month: return try changeMonth(of: start)
        case .quarter: return try changeQuarter(of: start)
        case .week:
            guard let day = try integer(.dayOfWeek) else { return start }
            try require(day, in: 1...7, "dayOfWeek")
            return try start.adding(days: day - start.dayOfWeek)
        case .ordinal:
            guard let day = try integer(.ordinalDay) else { return start }
            return try CalendarDate(year: start.year, ordinalDay: day)
        }
    }

    private func changeMonth(of base: CalendarDate) throws(Diagnostic) -> CalendarDate {
        let (year, oldMonth, oldDay) = base.civil
        let month = try integer(.month) ?? oldMonth
        if let day = try integer(.day) {
            return try CalendarDate(year: year, month: month, day: day)
        }
        try require(month, in: 1...12, "month")
        return CalendarDate.clamped(year: year, month: month, day: oldDay)
    }

    /// A quarter alone keeps the month within the quarter and the day of the month.
    private func changeQuarter(of base: CalendarDate) throws(Diagnostic) -> CalendarDate {
        let (year, month, day) = base.civil
        let quarter = try integer(.quarter) ?? base.quarter
        if let dayOfQuarter = try integer(.dayOfQuarter) {
            return try CalendarDate(year: year, quarter: quarter, dayOfQuarter: dayOfQuarter)
        }
        try require(quarter, in: 1...4, "quarter")
        return CalendarDate.clamped(
            year: year, month: quarter * 3 - 2 + (month - 1) % 3, day: day)
    }

    // MARK: Time

    /// The time described by the map alone.
    func time() throws(Diagnostic) -> LocalTime {
        try requireLarger(.hour, for: .minute)
        try requireLarger(.minute, for: .second)
        for part in [TemporalField.millisecond, .microsecond, .nanosecond] {
            try requireLarger(.second, for: part)
        }
        return try time(changing: .midnight)
    }

    /// A time with the map's components in place of its own; `kept` is what parts of a second add
    /// to instead of replacing it.
    func time(
        changing base: LocalTime, keeping kept: KeptSubsecond = .none
    ) throws(Diagnostic) -> LocalTime {
        try LocalTime(
            hour: integer(.hour) ?? base.hour, minute: integer(.minute) ?? base.minute,
            second: integer(.second) ?? base.second,
            nanosecond: nanosecond(keeping: kept, of: base) ?? base.nanosecond)
    }

    /// How much of a second's fraction stays when smaller parts of it are set.
    enum KeptSubsecond {
        case none
        case milliseconds
        case microseconds
    }

    /// The fraction of a second that the map gives, nil where it says nothing about it.
    ///
    /// A part goes only as far as the next larger one that is given: beside milliseconds, a
    /// nanosecond is below a million.
    private func nanosecond(
        keeping kept: KeptSubsecond, of base: LocalTime
    ) throws(Diagnostic) -> Int? {
        var millisecond = try integer(.millisecond)
        var microsecond = try integer(.microsecond)
        let nanosecond = try integer(.nanosecond)
        if millisecond == nil, microsecond == nil, nanosecond == nil { return nil }
        switch kept {
        case .none: break
        case .milliseconds: millisecond = millisecond ?? base.nanosecond / 1_000_000
        case .microseconds:
            if millisecond == nil { microsecond = microsecond ?? base.nanosecond / 1_000 }
        }
        if let millisecond { try require(millisecond, in: 0...999, "millisecond") }
        let microLimit = millisecond == nil ? 999_999 : 999
        if let microsecond { try require(microsecond, in: 0...microLimit, "microsecond") }
        let nanoLimit =
            microsecond != nil ? 999 : millisecond != nil ? 999_999 : 999_999_999
        if let nanosecond { try require(nanosecond, in: 0...nanoLimit, "nanosecond") }
        return (millisecond ?? 0) * 1_000_000 + (microsecond ?? 0) * 1_000 + (nanosecond ?? 0)
    }

    private func requireLarger(
        _ larger: TemporalField, for smaller: TemporalField
    ) throws(Diagnostic) {
        if has(smaller), !has(larger) {
            throw TemporalError.invalid(
                "'\(larger.rawValue)' is missing beside '\(smaller.rawValue)'")
        }
    }
}

extension CalendarDate {
    /// The same month and day of another year; 29 February may become the 28th.
    fileprivate func moved(toYear year: Int) throws(Diagnostic) -> CalendarDate {
        try require(year, in: GregorianCalendar.years, "year")
        let (_, month, day) = civil
        return CalendarDate.clamped(year: year, month: month, day: day)
    }
}
