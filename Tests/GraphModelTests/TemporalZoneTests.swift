import GraphModel
import Testing

@Suite("Time zones")
struct TemporalZoneTests {
    @Test(
        "Offsets through time",
        arguments: [
            ("Europe/Oslo", "2024-01-15T12:00Z", "+01:00"),
            ("Europe/Oslo", "2024-07-15T12:00Z", "+02:00"),
            ("Europe/Oslo", "2024-03-31T00:59:59Z", "+01:00"),
            ("Europe/Oslo", "2024-03-31T01:00Z", "+02:00"),
            // Beyond the table of the file, by its rule.
            ("Europe/Oslo", "2524-07-15T12:00Z", "+02:00"),
            ("Europe/Oslo", "2524-12-15T12:00Z", "+01:00"),
            ("Europe/Oslo", "+99999-07-15T12:00Z", "+02:00"),
            // Summer at the turn of the year.
            ("Australia/Sydney", "2524-01-15T12:00Z", "+11:00"),
            ("Australia/Sydney", "2524-07-15T12:00Z", "+10:00"),
            // Winter time as the exception to the rule.
            ("Europe/Dublin", "2524-07-15T12:00Z", "+01:00"),
            ("Europe/Dublin", "2524-12-15T12:00Z", "Z"),
            ("Asia/Kolkata", "2524-07-15T12:00Z", "+05:30"),
            ("America/New_York", "2024-07-15T12:00Z", "-04:00"),
            ("Pacific/Apia", "2011-12-29T12:00Z", "-10:00"),
            ("Pacific/Apia", "2011-12-31T12:00Z", "+14:00"),
            // Local mean time, with seconds.
            ("Europe/Paris", "1800-01-01T00:00Z", "+00:09:21"),
            ("UTC", "2024-07-15T12:00Z", "Z"),
            ("Etc/GMT+5", "2024-07-15T12:00Z", "-05:00"),
        ])
    func offsets(name: String, instant: String, expected: String) throws {
        let zone = try TemporalZone(parsing: name)
        let seconds = try ZonedDateTime(parsing: instant).epochSeconds
        #expect(TemporalZone.offset(try zone.offset(atInstant: seconds)).description == expected)
    }

    @Test("Offsets are zones too, in all ways of writing them")
    func plainOffsets() throws {
        for text in ["+01:30", "+0130", "+01:30:00"] {
            #expect(try TemporalZone(parsing: text) == .offset(5_400))
        }
        #expect(try TemporalZone(parsing: "Z") == .utc)
        #expect(try TemporalZone(parsing: "-00:00") == .utc)
    }

    @Test(
        "Names that are no zones",
        arguments: [
            "", "Europe/Oslo/", "Nowhere", "../zoneinfo/UTC", "/etc/passwd", "tzdata.zi", "Europe",
            "zone.tab", "+25:00", String(repeating: "A", count: 100_000),
        ])
    func unknown(name: String) {
        #expect(throws: Diagnostic.self) { try TemporalZone(parsing: name) }
    }

    @Test("Clock and instant agree through every clock change of a century")
    func localTimes() throws {
        for name in ["Europe/Oslo", "America/New_York", "Australia/Lord_Howe"] {
            let zone = try TemporalZone(parsing: name)
            for day in stride(from: -10_000, to: 30_000, by: 1) {
                let local = LocalDateTime(
                    date: CalendarDate(days: day), time: LocalTime(nanoseconds: 9_000_000_000_000))
                let instant = try ZonedDateTime(local: local, zone: zone)
                let shift = instant.local.seconds - local.seconds
                #expect((0...3_600).contains(shift), "\(local) in \(name) became \(instant)")
                #expect(try instant.shown(in: .utc).shown(in: zone) == instant)
            }
        }
    }
}
