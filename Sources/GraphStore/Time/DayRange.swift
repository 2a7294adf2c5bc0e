import GraphModel

/// A stretch of days, half-open: what a date of day, month or year precision stands for.
package struct DayRange: Hashable, Sendable {
    /// The first day, in days since 1970-01-01.
    package let first: Int
    /// The first day after.
    package let end: Int

    /// One day.
    package init(_ date: CalendarDate) {
        first = date.days
        end = date.days + 1
    }

    /// Days from `first` up to but not including `end`.
    package init(first: Int, end: Int) {
        self.first = first
        self.end = end
    }

    /// `2012`, `2012-05` or `2012-05-17`, nil for anything else.
    package init?(iso text: String) {
        var numbers: [Int] = []
        for (index, part) in text.split(separator: "-", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard part.utf8.count == (index == 0 ? 4 : 2),
                part.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(part)
            else { return nil }
            numbers.append(number)
        }
        switch numbers.count {
        case 1: self.init(year: numbers[0])
        case 2: self.init(year: numbers[0], month: numbers[1])
        case 3: self.init(year: numbers[0], month: numbers[1], day: numbers[2])
        default: return nil
        }
    }

    /// A whole year.
    package init(year: Int) {
        first = DayRange.dayNumber(year, 1, 1)
        end = DayRange.dayNumber(year + 1, 1, 1)
    }

    private init?(year: Int, month: Int) {
        guard (1...12).contains(month) else { return nil }
        first = DayRange.dayNumber(year, month, 1)
        end =
            month == 12
            ? DayRange.dayNumber(year + 1, 1, 1) : DayRange.dayNumber(year, month + 1, 1)
    }

    private init?(year: Int, month: Int, day: Int) {
        guard let whole = DayRange(year: year, month: month), day >= 1,
            whole.first + day - 1 < whole.end
        else { return nil }
        first = whole.first + day - 1
        end = first + 1
    }

    /// Days since 1970-01-01 of a date in the proleptic Gregorian calendar.
    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        // Years from March, so that the leap day comes last; 400 years are 146,097 days.
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
