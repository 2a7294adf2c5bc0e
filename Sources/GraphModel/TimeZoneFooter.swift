/// The rule at the end of a tz file for the years after its table: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct DaylightRule: Sendable {
    /// Offset of standard time.
    private let standard: Int32
    /// Offset and period of daylight time, where there is any.
    private let daylight: Daylight?

    private struct Daylight: Sendable {
        let offset: Int32
        let start: YearlyMoment
        let end: YearlyMoment
    }

    /// The offset in force at an instant.
    func offset(at instant: Int) -> Int32 {
        guard let daylight else { return standard }
        let day = floorDivide(instant + Int(standard), TimeUnit.secondsOfDay)
        let year = GregorianCalendar.parts(ofDay: day).year
        let start = daylight.start.local(in: year) - Int(standard)
        let end = daylight.end.local(in: year) - Int(daylight.offset)
        let isDaylight =
            start < end ? (start..<end).contains(instant) : !(end..<start).contains(instant)
        return isDaylight ? daylight.offset : standard
    }

    /// Reads a rule, nil where the text is none.
    init?(parsing text: String) {
        var scanner = TemporalScanner(text)
        guard scanner.skipZoneName(), let west = scanner.scanPosixTime() else { return nil }
        standard = Int32(truncatingIfNeeded: -west)
        if scanner.isAtEnd {
            daylight = nil
            return
        }
        guard scanner.skipZoneName() else { return nil }
        var offset = Int(standard) + 3_600
        if let next = scanner.peek, next != UInt8(ascii: ",") {
            guard let west = scanner.scanPosixTime() else { return nil }
            offset = -west
        }
        guard scanner.skip(","), let start = YearlyMoment(&scanner),
            scanner.skip(","), let end = YearlyMoment(&scanner), scanner.isAtEnd
        else { return nil }
        daylight = Daylight(
            offset: Int32(truncatingIfNeeded: offset), start: start, end: end)
    }

    /// A moment of each year, by the local clock before the change.
    private struct YearlyMoment: Sendable {
        private enum Day: Sendable {
            /// Day 1 to 365, 29 February never counted.
            case withoutLeapDay(Int)
            /// Day 0 to 365, 29 February counted.
            case ofYear(Int)
            /// A weekday (0 is Sunday) of a month; week 5 is the last.
            case weekday(Int, week: Int, month: Int)
        }

        private let day: Day
        private let seconds: Int

        init?(_ scanner: inout TemporalScanner) {
            if scanner.skip("M") {
                guard let month = scanner.scanNumber(digits: 1...2), (1...12).contains(month),
                    scanner.skip("."), let week = scanner.scanNumber(digits: 1...1),
                    (1...5).contains(week), scanner.skip("."),
                    let weekday = scanner.scanNumber(digits: 1...1), (0...6).contains(weekday)
                else { return nil }
                day = .weekday(weekday, week: week, month: month)
            } else if scanner.skip("J") {
                guard let number = scanner.scanNumber(digits: 1...3), (1...365).contains(number)
                else { return nil }
                day = .withoutLeapDay(number)
            } else {
                guard let number = scanner.scanNumber(digits: 1...3), (0...365).contains(number)
                else { return nil }
                day = .ofYear(number)
            }
            if scanner.skip("/") {
                guard let time = scanner.scanPosixTime() else { return nil }
                seconds = time
            } else {
                seconds = 7_200
            }
        }

        /// Local seconds since 1970-01-01T00:00 of this moment in a year.
        func local(in year: Int) -> Int {
            dayNumber(in: year) * TimeUnit.secondsOfDay + seconds
        }

        private func dayNumber(in year: Int) -> Int {
            let newYear = GregorianCalendar.dayNumber(year: year, month: 1, day: 1)
            switch day {
            case .ofYear(let number): return newYear + number
            case .withoutLeapDay(let number):
                let isAfterLeapDay = number >= 60 && GregorianCalendar.isLeap(year)
                return newYear + number - (isAfterLeapDay ? 0 : 1)
            case .weekday(let weekday, let week, let month):
                let first = GregorianCalendar.dayNumber(year: year, month: month, day: 1)
                let firstWeekday = GregorianCalendar.dayOfWeek(ofDay: first) % 7
                var day = floorRemainder(weekday - firstWeekday, 7) + (week - 1) * 7
                if day >= GregorianCalendar.length(ofMonth: month, in: year) { day -= 7 }
                return first + day
            }
        }
    }
}

extension TemporalScanner {
    /// Skips an abbreviation: letters, or anything in angle brackets.
    fileprivate mutating func skipZoneName() -> Bool {
        if skip("<") {
            while let byte = peek, byte != UInt8(ascii: ">") { advance() }
            return skip(">")
        }
        let start = position
        while let byte = peek, (65...90).contains(byte & 0xDF) { advance() }
        return position > start
    }

    /// Seconds of `[+-]h[:mm[:ss]]`.
    fileprivate mutating func scanPosixTime() -> Int? {
        let isNegative = skip("-")
        if !isNegative { _ = skip("+") }
        guard var seconds = scanNumber(digits: 1...3).map({ $0 * 3_600 }) else { return nil }
        if skip(":") {
            guard let minutes = scanNumber(digits: 1...2) else { return nil }
            seconds += minutes * 60
            if skip(":") {
                guard let rest = scanNumber(digits: 1...2) else { return nil }
                seconds += rest
            }
        }
        return isNegative ? -seconds : seconds
    }
}
