/// The proleptic Gregorian calendar on day numbers counted from 1970-01-01.
enum GregorianCalendar {
    /// The years that dates can have.
    static let years = -999_999_999...999_999_999
    /// The day numbers of the first and last date of those years.
    static let days = -365_243_219_162...365_241_780_471

    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The day number of a date whose parts are known to be valid.
    ///
    /// Years are counted from March, so that the leap day is the last of its year, in cycles of
    /// 400 years, which all have the same number of days.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let cycle = floorDivide(shifted, 400)
        let yearOfCycle = shifted - cycle * 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
        return cycle * 146_097 + dayOfCycle - 719_468
    }

    /// The parts of the date with a day number.
    static func parts(ofDay number: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let cycle = floorDivide(shifted, 146_097)
        let dayOfCycle = shifted - cycle * 146_097
        let yearOfCycle =
            (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// Day of the week, 1 for Monday to 7 for Sunday.
    static func dayOfWeek(ofDay number: Int) -> Int {
        number + 3 - floorDivide(number + 3, 7) * 7 + 1
    }

    /// Day number of the Monday of a year's first ISO week, the week with 4 January in it.
    static func firstMonday(ofWeekYear year: Int) -> Int {
        let fourth = dayNumber(year: year, month: 1, day: 4)
        return fourth - dayOfWeek(ofDay: fourth) + 1
    }

    /// Number of ISO weeks of a year: 52 or 53.
    static func weeks(inWeekYear year: Int) -> Int {
        (firstMonday(ofWeekYear: year + 1) - firstMonday(ofWeekYear: year)) / 7
    }
}

/// Division that rounds down, whatever the sign; the divisor is positive.
func floorDivide(_ value: Int, _ divisor: Int) -> Int {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
}

/// The remainder that belongs to `floorDivide`: from 0 up to the divisor.
func floorRemainder(_ value: Int, _ divisor: Int) -> Int {
    let rest = value % divisor
    return rest < 0 ? rest + divisor : rest
}

func require(_ value: Int, in range: ClosedRange<Int>, _ name: String) throws(Diagnostic) {
    if !range.contains(value) { throw TemporalError.outOfRange(name, value, range) }
}

extension CalendarDate {
    /// Creates a date from year, month (1 to 12) and day of the month.
    public init(year: Int, month: Int = 1, day: Int = 1) throws(Diagnostic) {
        try require(year, in: GregorianCalendar.years, "year")
        try require(month, in: 1...12, "month")
        try require(day, in: 1...GregorianCalendar.length(ofMonth: month, in: year), "day")
        self.init(days: GregorianCalendar.dayNumber(year: year, month: month, day: day))
    }

    /// Creates a date from ISO week-based year, week (1 to 53) and day of the week (Monday is 1).
    public init(weekYear: Int, week: Int, dayOfWeek: Int = 1) throws(Diagnostic) {
        try require(weekYear, in: GregorianCalendar.years, "year")
        try require(week, in: 1...GregorianCalendar.weeks(inWeekYear: weekYear), "week")
        try require(dayOfWeek, in: 1...7, "dayOfWeek")
        let monday = GregorianCalendar.firstMonday(ofWeekYear: weekYear)
        try self.init(checkedDays: monday + (week - 1) * 7 + dayOfWeek - 1)
    }

    /// Creates a date from year and day of the year.
    public init(year: Int, ordinalDay: Int) throws(Diagnostic) {
        try require(year, in: GregorianCalendar.years, "year")
        let length = GregorianCalendar.isLeap(year) ? 366 : 365
        try require(ordinalDay, in: 1...length, "ordinalDay")
        let first = GregorianCalendar.dayNumber(year: year, month: 1, day: 1)
        self.init(days: first + ordinalDay - 1)
    }

    /// Creates a date from year, quarter (1 to 4) and day of the quarter.
    public init(year: Int, quarter: Int, dayOfQuarter: Int = 1) throws(Diagnostic) {
        try require(year, in: GregorianCalendar.years, "year")
        try require(quarter, in: 1...4, "quarter")
        let first = GregorianCalendar.dayNumber(year: year, month: quarter * 3 - 2, day: 1)
        let last = GregorianCalendar.dayNumber(
            year: year, month: quarter * 3,
            day: GregorianCalendar.length(ofMonth: quarter * 3, in: year))
        try require(dayOfQuarter, in: 1...(last - first + 1), "dayOfQuarter")
        self.init(days: first + dayOfQuarter - 1)
    }

    /// Creates a date from a day number that may be out of range.
    init(checkedDays days: Int) throws(Diagnostic) {
        guard GregorianCalendar.days.contains(days) else { throw TemporalError.overflow("date") }
        self.init(days: days)
    }

    /// Year, month and day at once, cheaper than one by one.
    public var civil: (year: Int, month: Int, day: Int) { GregorianCalendar.parts(ofDay: days) }

    /// The year.
    public var year: Int { civil.year }
    /// The month, from 1.
    public var month: Int { civil.month }
    /// The day of the month, from 1.
    public var day: Int { civil.day }
    /// The quarter, 1 to 4.
    public var quarter: Int { (civil.month + 2) / 3 }
    /// The day of the week, 1 for Monday to 7 for Sunday.
    public var dayOfWeek: Int { GregorianCalendar.dayOfWeek(ofDay: days) }

    /// The day of the year, from 1.
    public var ordinalDay: Int {
        days - GregorianCalendar.dayNumber(year: year, month: 1, day: 1) + 1
    }

    /// The day of the quarter, from 1.
    public var dayOfQuarter: Int {
        let (year, month, _) = civil
        let first = (month - 1) / 3 * 3 + 1
        return days - GregorianCalendar.dayNumber(year: year, month: first, day: 1) + 1
    }

    /// The year that the ISO week belongs to: that of its Thursday.
    public var weekYear: Int { CalendarDate(days: days - dayOfWeek + 4).year }

    /// The ISO week of `weekYear`, from 1.
    public var week: Int {
        (days - GregorianCalendar.firstMonday(ofWeekYear: weekYear)) / 7 + 1
    }

    /// The date some months later; where its month is shorter, the month's last day.
    public func adding(months: Int) throws(Diagnostic) -> CalendarDate {
        if months == 0 { return self }
        let (year, month, day) = civil
        let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        let newYear = floorDivide(total, 12)
        guard !overflow, GregorianCalendar.years.contains(newYear) else {
            throw TemporalError.overflow("date")
        }
        return CalendarDate.clamped(
            year: newYear, month: floorRemainder(total, 12) + 1, day: day)
    }

    /// The date some days later.
    public func adding(days more: Int) throws(Diagnostic) -> CalendarDate {
        let (total, overflow) = days.addingReportingOverflow(more)
        if overflow { throw TemporalError.overflow("date") }
        return try CalendarDate(checkedDays: total)
    }

    /// The date with the day cut down to the month's length.
    static func clamped(year: Int, month: Int, day: Int) -> CalendarDate {
        let last = GregorianCalendar.length(ofMonth: month, in: year)
        return CalendarDate(
            days: GregorianCalendar.dayNumber(year: year, month: month, day: min(day, last)))
    }
}
