import Fuzzing
import GraphModel
import Testing

@Suite("Temporal texts")
struct TemporalParsingTests {
    @Test(
        "Dates in all forms",
        arguments: [
            ("2024-02-29", "2024-02-29"), ("20240229", "2024-02-29"), ("2024-02", "2024-02-01"),
            ("202402", "2024-02-01"), ("2024", "2024-01-01"), ("2024-060", "2024-02-29"),
            ("2024060", "2024-02-29"), ("2024-W09-4", "2024-02-29"), ("2024W094", "2024-02-29"),
            ("2024-W09", "2024-02-26"), ("2024W09", "2024-02-26"), ("2024-Q2", "2024-04-01"),
            ("2024Q2", "2024-04-01"), ("2024-Q1-60", "2024-02-29"), ("2024Q160", "2024-02-29"),
            ("-0044-03-15", "-0044-03-15"), ("-44-03-15", "-0044-03-15"),
            ("+12024-02-29", "+12024-02-29"), ("+02024-02-29", "2024-02-29"),
            ("0000", "0000-01-01"), ("2024w09", "2024-02-26"),
        ])
    func dates(text: String, expected: String) throws {
        #expect(try CalendarDate(parsing: text).description == expected)
    }

    @Test(
        "Texts that are no dates",
        arguments: [
            "", "20", "2024-", "2024-2-29", "2024-02-30", "2024-13-01", "2024-02-29 ", " 2024",
            "2024-W54", "2024-W09-8", "2024-367", "2024-0229", "2024-02-9", "2024-W094",
            "12024-01-01", "+1234567890-01-01", "2024-02-29T", "29.02.2024", "2024-Q5", "abcd",
            "2024-00-01", "٢٠٢٤",
        ])
    func notDates(text: String) {
        #expect(throws: Diagnostic.self) { try CalendarDate(parsing: text) }
    }

    @Test(
        "Times in all forms",
        arguments: [
            ("07", "07:00"), ("07:05", "07:05"), ("0705", "07:05"), ("07:05:09", "07:05:09"),
            ("070509", "07:05:09"), ("07:05:09.5", "07:05:09.5"), ("070509,25", "07:05:09.25"),
            ("07:05:00.000000001", "07:05:00.000000001"),
            (
                "23:59:59.999999999",
                "23:59:59.999999999"
            ),
        ])
    func times(text: String, expected: String) throws {
        #expect(try LocalTime(parsing: text).description == expected)
    }

    @Test(
        "Texts that are no times",
        arguments: [
            "", "7", "24:00", "07:60", "07:05:60", "07:05:09.", "07:05:09.1234567890", "070",
            "07:05:09Z", "07:05.5", "+07:00",
        ])
    func notTimes(text: String) {
        #expect(throws: Diagnostic.self) { try LocalTime(parsing: text) }
    }

    @Test(
        "Times with offsets",
        arguments: [
            ("07:05Z", "07:05Z"), ("07:05", "07:05Z"), ("0705+01", "07:05+01:00"),
            ("07:05-0130", "07:05-01:30"), ("07+18:00", "07:00+18:00"),
            ("07:05+00:53:28", "07:05+00:53:28"), ("07:05-005328", "07:05-00:53:28"),
            ("07:05-00:00", "07:05Z"),
        ])
    func offsets(text: String, expected: String) throws {
        #expect(try OffsetTime(parsing: text).description == expected)
    }

    @Test(
        "Texts that are no times with offsets",
        arguments: ["07:05+19:00", "07:05+1", "07:05+01:60", "07:05+18:00:01", "07:05[UTC]", "Z"])
    func notOffsets(text: String) {
        #expect(throws: Diagnostic.self) { try OffsetTime(parsing: text) }
    }

    @Test(
        "Dates and times in zones",
        arguments: [
            ("2024-02-29T07:05", "2024-02-29T07:05Z"), ("2024-02-29", "2024-02-29T00:00Z"),
            ("20240229T0705+0100", "2024-02-29T07:05+01:00"),
            ("2024-07-01T12:00[Europe/Oslo]", "2024-07-01T12:00+02:00[Europe/Oslo]"),
            ("2024-07-01T12:00+02:00[Europe/Oslo]", "2024-07-01T12:00+02:00[Europe/Oslo]"),
            ("2024-07-01[Europe/Oslo]", "2024-07-01T00:00+02:00[Europe/Oslo]"),
            // The hour that occurs twice: the earlier one unless the offset says otherwise.
            ("2024-10-27T02:30[Europe/Oslo]", "2024-10-27T02:30+02:00[Europe/Oslo]"),
            ("2024-10-27T02:30+01:00[Europe/Oslo]", "2024-10-27T02:30+01:00[Europe/Oslo]"),
            // The hour that is skipped.
            ("2024-03-31T02:30[Europe/Oslo]", "2024-03-31T03:30+02:00[Europe/Oslo]"),
            ("2024-W09-4T07Z", "2024-02-29T07:00Z"),
        ])
    func zoned(text: String, expected: String) throws {
        #expect(try ZonedDateTime(parsing: text).description == expected)
    }

    @Test(
        "Texts that are no dates and times in zones",
        arguments: [
            "2024-07-01T12:00+01:00[Europe/Oslo]", "2024-07-01T12:00[Europe/Atlantis]",
            "2024-07-01T12:00[../../etc/passwd]", "2024-07-01T12:00[Europe]",
            "2024-07-01T12:00[Europe/Oslo", "2024-07-01T12:00[]", "2024-07-01T", "T12:00",
            "2024-07-01T12:00[europe/oslo]", "2024-07-01T12:00 Europe/Oslo",
        ])
    func notZoned(text: String) {
        #expect(throws: Diagnostic.self) { try ZonedDateTime(parsing: text) }
    }

    @Test(
        "Durations",
        arguments: [
            ("P1Y2M3DT4H5M6S", "P1Y2M3DT4H5M6S"), ("P14M", "P1Y2M"), ("P3W", "P21D"),
            ("PT90M", "PT1H30M"), ("P-1Y-2M", "P-1Y-2M"), ("-P1Y2M", "P-1Y-2M"),
            ("-P-1D", "P1D"), ("+P1D", "P1D"), ("PT0S", "PT0S"), ("PT-0.5S", "PT-0.5S"),
            ("PT1.000000001S", "PT1.000000001S"), ("PT1,5H", "PT1H30M"), ("P1.5W", "P10DT12H"),
            ("P0.5Y", "P6M"), ("P1.1D", "P1DT2H24M"), ("p1dt1h", "P1DT1H"),
            ("P0001-02-03T04:05:06", "P1Y2M3DT4H5M6S"), ("P00010203T040506.5", "P1Y2M3DT4H5M6.5S"),
            ("P0001-02-03", "P1Y2M3D"), ("PT100H", "PT100H"), ("P40D", "P40D"),
            ("PT0.0000000005S", "PT0S"), ("PT-0.0000000015S", "PT-0.000000001S"),
        ])
    func durations(text: String, expected: String) throws {
        #expect(try TemporalDuration(parsing: text).description == expected)
    }

    @Test(
        "Texts that are no durations",
        arguments: [
            "", "P", "PT", "P1", "1D", "P1D1Y", "P1DT", "P1H", "PT1D", "P1Y1Y", "P1.D", "P.5D",
            "P1D ", "P2012-13-01", "P--1D", "P99999999999999999999D",
            "PT999999999999999999H",
        ])
    func notDurations(text: String) {
        #expect(throws: Diagnostic.self) { try TemporalDuration(parsing: text) }
    }

    @Test("Every value reads back from its text")
    func readBack() throws {
        var generator = Dice(seed: 11)
        let zones: [TemporalZone] = [
            .utc, .offset(-64_800), .offset(3_208), .region("Europe/Oslo"),
            .region("America/St_Johns"), .region("Pacific/Apia"),
        ]
        for _ in 0..<3_000 {
            let time = LocalTime(
                nanoseconds: Int.random(in: 0..<86_400_000_000_000, using: &generator))
            #expect(try LocalTime(parsing: time.description) == time)
            let offset = Int32.random(in: -64_800...64_800, using: &generator)
            let offsetTime = OffsetTime(local: time, offsetSeconds: offset)
            #expect(try OffsetTime(parsing: offsetTime.description) == offsetTime)
            let date = CalendarDate(days: Int.random(in: -3_000_000...3_000_000, using: &generator))
            let local = LocalDateTime(date: date, time: time)
            #expect(try LocalDateTime(parsing: local.description) == local)
            let zone = zones.randomElement(using: &generator) ?? .utc
            let instant = try ZonedDateTime(local: local, zone: zone)
            #expect(try ZonedDateTime(parsing: instant.description) == instant)
        }
    }

    @Test("Every duration reads back from its text")
    func durationsReadBack() throws {
        var generator = Dice(seed: 12)
        for _ in 0..<3_000 {
            let duration = TemporalDuration(
                months: Int.random(in: -30_000...30_000, using: &generator),
                days: Int.random(in: -1_000...1_000, using: &generator),
                seconds: Int.random(in: -1_000_000...1_000_000, using: &generator),
                nanoseconds: Int32.random(in: 0...999_999_999, using: &generator))
            #expect(try TemporalDuration(parsing: duration.description) == duration)
        }
    }
}
