import Fuzzing
import GraphModel
import Testing

@Suite("The calendar")
struct TemporalCalendarTests {
    @Test(
        "Known days",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2024-12-31", 20_088),
            ("0000-01-01", -719_528), ("-999999999-01-01", -365_243_219_162),
            ("+999999999-12-31", 365_241_780_471),
        ])
    func knownDays(text: String, days: Int) throws {
        #expect(try CalendarDate(parsing: text).days == days)
        #expect(CalendarDate(days: days).description == text)
    }

    @Test("Every part of a date makes the same date again")
    func partsMakeTheDate() throws {
        var generator = Dice(seed: 3)
        for _ in 0..<5_000 {
            let date = CalendarDate(days: Int.random(in: -1_000_000...1_000_000, using: &generator))
            let (year, month, day) = date.civil
            #expect(try CalendarDate(year: year, month: month, day: day) == date)
            #expect(
                try CalendarDate(
                    weekYear: date.weekYear, week: date.week, dayOfWeek: date.dayOfWeek) == date)
            #expect(try CalendarDate(year: year, ordinalDay: date.ordinalDay) == date)
            #expect(
                try CalendarDate(
                    year: year, quarter: date.quarter, dayOfQuarter: date.dayOfQuarter) == date)
            #expect(try CalendarDate(parsing: date.description) == date)
        }
    }

    @Test(
        "ISO weeks at the turn of the year",
        arguments: [
            ("2021-01-03", 2020, 53, 7), ("2021-01-04", 2021, 1, 1), ("2018-12-31", 2019, 1, 1),
            ("2016-01-01", 2015, 53, 5), ("2020-12-31", 2020, 53, 4),
        ])
    func weeks(text: String, year: Int, week: Int, day: Int) throws {
        let date = try CalendarDate(parsing: text)
        #expect(date.weekYear == year)
        #expect(date.week == week)
        #expect(date.dayOfWeek == day)
    }

    @Test("Parts out of range are refused")
    func ranges() {
        #expect(throws: Diagnostic.self) { try CalendarDate(year: 2023, month: 2, day: 29) }
        #expect(throws: Diagnostic.self) { try CalendarDate(year: 2023, month: 13) }
        #expect(throws: Diagnostic.self) { try CalendarDate(year: 1_000_000_000) }
        #expect(throws: Diagnostic.self) { try CalendarDate(year: .min) }
        #expect(throws: Diagnostic.self) { try CalendarDate(weekYear: 2021, week: 53) }
        #expect(throws: Diagnostic.self) { try CalendarDate(weekYear: -999_999_999, week: 0) }
        #expect(throws: Diagnostic.self) { try CalendarDate(year: 2023, ordinalDay: 366) }
        #expect(throws: Diagnostic.self) {
            try CalendarDate(year: 2023, quarter: 1, dayOfQuarter: 91)
        }
        #expect(throws: Diagnostic.self) { try LocalTime(hour: 24) }
        #expect(throws: Diagnostic.self) { try LocalTime(hour: 0, nanosecond: 1_000_000_000) }
    }

    @Test(
        "Months later, cut to the month's length",
        arguments: [
            ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
            ("2024-03-31", -1, "2024-02-29"), ("2024-01-15", -13, "2022-12-15"),
            ("0001-01-01", -12, "0000-01-01"), ("2024-02-29", 12, "2025-02-28"),
        ])
    func months(text: String, months: Int, expected: String) throws {
        #expect(try CalendarDate(parsing: text).adding(months: months).description == expected)
    }

    @Test("Sums beyond the calendar are errors, not traps")
    func overflow() throws {
        let last = CalendarDate(days: 365_241_780_471)
        #expect(throws: Diagnostic.self) { try last.adding(days: 1) }
        #expect(throws: Diagnostic.self) { try last.adding(days: .max) }
        #expect(throws: Diagnostic.self) { try last.adding(months: 1) }
        #expect(throws: Diagnostic.self) { try last.adding(months: .max) }
        #expect(throws: Diagnostic.self) { try last.adding(months: .min) }
        #expect(throws: Diagnostic.self) {
            try ZonedDateTime(epochSeconds: .max, nanoseconds: .max)
        }
        #expect(throws: Diagnostic.self) { try ZonedDateTime(epochSeconds: .min, nanoseconds: -1) }
        let local = LocalDateTime(date: last, time: .midnight)
        #expect(throws: Diagnostic.self) { try local.adding(TemporalDuration(seconds: .max)) }
        #expect(throws: Diagnostic.self) { try local.adding(TemporalDuration(days: 1)) }
        #expect(throws: Diagnostic.self) {
            try ZonedDateTime(local: local, zone: .region("Europe/Oslo"))
                .adding(TemporalDuration(seconds: 86_400))
        }
        #expect(throws: Diagnostic.self) { try TemporalDuration(months: .min).negated() }
        #expect(throws: Diagnostic.self) { try TemporalDuration(seconds: .min).negated() }
        #expect(throws: Diagnostic.self) {
            try TemporalDuration(days: .max).adding(TemporalDuration(days: 1))
        }
        #expect(throws: Diagnostic.self) { try TemporalDuration(seconds: .max).multiplied(by: 2) }
        #expect(throws: Diagnostic.self) { try TemporalDuration(months: 1).multiplied(by: 1e300) }
        #expect(throws: Diagnostic.self) { try TemporalDuration(months: 1).divided(by: 0) }
        #expect(throws: Diagnostic.self) { try TemporalDuration(months: 1).divided(by: 0.0) }
        #expect(throws: Diagnostic.self) {
            try TemporalDuration(map: ["hours": .integer(.max), "seconds": .integer(.max)])
        }
        #expect(throws: Diagnostic.self) {
            try TemporalDuration(seconds: .max).value(of: .nanoseconds)
        }
    }
}
