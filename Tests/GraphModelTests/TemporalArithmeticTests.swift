import Fuzzing
import GraphModel
import Testing

@Suite("Temporal arithmetic")
struct TemporalArithmeticTests {
    @Test(
        "Dates and durations",
        arguments: [
            ("2024-01-31", "P1M", "2024-02-29"), ("2024-01-31", "P1M1D", "2024-03-01"),
            ("2024-01-01", "PT23H", "2024-01-01"), ("2024-01-01", "PT25H", "2024-01-02"),
            ("2024-01-01", "PT-23H", "2024-01-01"), ("2024-01-01", "PT-25H", "2023-12-31"),
            ("2024-01-01", "P-1D", "2023-12-31"), ("2024-02-29", "P1Y", "2025-02-28"),
        ])
    func dates(date: String, duration: String, expected: String) throws {
        let result = try CalendarDate(parsing: date).adding(TemporalDuration(parsing: duration))
        #expect(result.description == expected)
    }

    @Test(
        "Times and durations go round the clock",
        arguments: [
            ("23:30", "PT1H", "00:30"), ("00:30", "PT-1H", "23:30"), ("12:00", "P1Y1D", "12:00"),
            ("12:00", "PT48H0.5S", "12:00:00.5"),
            (
                "00:00", "PT-0.000000001S",
                "23:59:59.999999999"
            ),
        ])
    func times(time: String, duration: String, expected: String) throws {
        let result = try LocalTime(parsing: time).adding(TemporalDuration(parsing: duration))
        #expect(result.description == expected)
    }

    @Test(
        "Instants: days by the calendar, hours by the clock",
        arguments: [
            ("2024-03-30T12:00[Europe/Oslo]", "P1D", "2024-03-31T12:00+02:00[Europe/Oslo]"),
            ("2024-03-30T12:00[Europe/Oslo]", "PT24H", "2024-03-31T13:00+02:00[Europe/Oslo]"),
            ("2024-03-30T02:30[Europe/Oslo]", "P1D", "2024-03-31T03:30+02:00[Europe/Oslo]"),
            (
                "2024-10-27T02:30+01:00[Europe/Oslo]", "P1Y-12M",
                "2024-10-27T02:30+01:00[Europe/Oslo]"
            ),
            ("2024-01-31T12:00Z", "P1MT1S", "2024-02-29T12:00:01Z"),
            ("2024-01-01T00:00:00.9Z", "PT0.2S", "2024-01-01T00:00:01.1Z"),
        ])
    func instants(instant: String, duration: String, expected: String) throws {
        let result = try ZonedDateTime(parsing: instant).adding(TemporalDuration(parsing: duration))
        #expect(result.description == expected)
    }

    @Test("Sums and products of durations")
    func durations() throws {
        let duration = try TemporalDuration(parsing: "P1M1DT1H0.5S")
        #expect(try duration.adding(duration).description == "P2M2DT2H1S")
        #expect(try duration.subtracting(duration).description == "PT0S")
        #expect(try duration.negated().description == "P-1M-1DT-1H-0.5S")
        #expect(try duration.multiplied(by: -2).description == "P-2M-2DT-2H-1S")
        #expect(try duration.multiplied(by: 1.5).description == "P1M16DT18H44M33.75S")
        #expect(try duration.divided(by: 2).description == "P15DT17H44M33.25S")
        #expect(try duration.divided(by: 0.5) == duration.multiplied(by: 2))
        #expect(try TemporalDuration(days: 1).divided(by: 3).description == "PT8H")
        #expect(try TemporalDuration(months: 1).divided(by: 3).description == "P10DT3H29M42S")
        let odd = try TemporalDuration(map: [
            "years": .float(2.5), "months": .float(0.5), "days": .float(1.5),
            "nanoseconds": .integer(3),
        ])
        #expect(odd.description == "P2Y6M16DT17H14M33.000000003S")
        #expect(try odd.divided(by: 2).description == "P1Y3M8DT8H37M16.500000001S")
        #expect(try odd.multiplied(by: 0.5) == odd.divided(by: 2))
        #expect(try TemporalDuration(days: -1).divided(by: 2).description == "PT-12H")
    }

    @Test(
        "Between two points in time",
        arguments: [
            ("2024-01-31", "2024-03-01", "P1M1D", "P1M", "P30D", "PT720H"),
            ("2024-03-31", "2024-02-29", "P-1M", "P-1M", "P-31D", "PT-744H"),
            ("2024-01-01", "2024-01-01", "PT0S", "PT0S", "PT0S", "PT0S"),
            ("2024-02-29", "2025-02-28", "P11M30D", "P11M", "P365D", "PT8760H"),
        ])
    func betweenDates(
        from: String, to: String, all: String, months: String, days: String, seconds: String
    ) throws {
        let from = Value.date(try CalendarDate(parsing: from))
        let to = Value.date(try CalendarDate(parsing: to))
        #expect(try TemporalDuration.between(from, to).description == all)
        #expect(try TemporalDuration.inMonths(from, to).description == months)
        #expect(try TemporalDuration.inDays(from, to).description == days)
        #expect(try TemporalDuration.inSeconds(from, to).description == seconds)
    }

    @Test("The time between two dates leads from one to the other")
    func betweenLeadsThere() throws {
        var generator = Dice(seed: 5)
        for _ in 0..<2_000 {
            let a = LocalDateTime(
                seconds: Int.random(in: -2_000_000_000...2_000_000_000, using: &generator),
                nanoseconds: Int32.random(in: 0...999_999_999, using: &generator))
            let b = LocalDateTime(
                seconds: Int.random(in: -2_000_000_000...2_000_000_000, using: &generator),
                nanoseconds: Int32.random(in: 0...999_999_999, using: &generator))
            let mixed = try TemporalDuration.between(.localDateTime(a), .localDateTime(b))
            #expect(try a.adding(mixed) == b, "\(a) to \(b) by \(mixed)")
            let plain = try TemporalDuration.inSeconds(.localDateTime(a), .localDateTime(b))
            #expect(try a.adding(plain) == b, "\(a) to \(b) by \(plain)")
        }
    }

    @Test(
        "Parts of dates and times",
        arguments: [
            ("year", 2024), ("quarter", 1), ("month", 2), ("week", 9), ("weekYear", 2024),
            ("day", 29), ("ordinalDay", 60), ("dayOfWeek", 4), ("weekDay", 4),
            ("dayOfQuarter", 60), ("hour", 21), ("minute", 40), ("second", 32),
            ("millisecond", 142), ("microsecond", 142_356), ("nanosecond", 142_356_789),
            ("offsetMinutes", 60), ("offsetSeconds", 3_600), ("epochSeconds", 1_709_239_232),
            ("epochMillis", 1_709_239_232_142),
        ])
    func components(name: String, expected: Int) throws {
        let instant = try ZonedDateTime(parsing: "2024-02-29T21:40:32.142356789[Europe/Oslo]")
        let part = try Value.dateTime(instant).temporalComponent(name)
        #expect(part?.shown == String(expected))
    }

    @Test("Parts that are not there are named in the error, with the one probably meant")
    func unknownComponents() throws {
        let date = Value.date(CalendarDate(days: 0))
        let error = #expect(throws: Diagnostic.self) { try date.temporalComponent("moth") }
        #expect(error?.hint == "Did you mean 'month'?")
        #expect(throws: Diagnostic.self) { try date.temporalComponent("hour") }
        #expect(throws: Diagnostic.self) {
            try Value.duration(TemporalDuration()).temporalComponent("month")
        }
        #expect(try Value.integer(1).temporalComponent("year").map(\.shown) == nil)
    }

    @Test("Parts of durations, rounded down where negative")
    func durationComponents() throws {
        let duration = try TemporalDuration(parsing: "P-16M-10DT-1.5S")
        let expected: [(DurationComponent, Int)] = [
            (.years, -1), (.monthsOfYear, -4), (.quarters, -5), (.monthsOfQuarter, -1),
            (.weeks, -1), (.daysOfWeek, -3), (.seconds, -2), (.nanosecondsOfSecond, 500_000_000),
            (.milliseconds, -1_500), (.nanoseconds, -1_500_000_000),
        ]
        for (component, number) in expected {
            #expect(try duration.value(of: component).shown == String(number), "\(component)")
        }
    }
}
