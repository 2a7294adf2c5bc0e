extension CalendarDate {
    /// Reads a date: `2015-07-21`, `20150721`, `2015-W30-2`, `2015-202`, `2015-Q3-21`, `2015`.
    public init(parsing text: String) throws(Diagnostic) {
        var scanner = TemporalScanner(text)
        guard let date = try scanner.scanDate(), scanner.isAtEnd else {
            throw TemporalError.invalidText(text, kind: "date", example: "2015-07-21")
        }
        self = date
    }
}

extension LocalTime {
    /// Reads a time of day: `21:40:32.142`, `214032.142`, `21:40`, `21`.
    public init(parsing text: String) throws(Diagnostic) {
        var scanner = TemporalScanner(text)
        guard let time = try scanner.scanTime(), scanner.isAtEnd else {
            throw TemporalError.invalidText(text, kind: "local time", example: "21:40:32")
        }
        self = time
    }
}

extension OffsetTime {
    /// Reads a time of day with an offset (`21:40:32+01:00`); without one the default is taken.
    public init(parsing text: String, defaultOffset: Int32 = 0) throws(Diagnostic) {
        var scanner = TemporalScanner(text)
        guard let time = try scanner.scanTime() else { throw OffsetTime.invalid(text) }
        if scanner.isAtEnd {
            self.init(local: time, offsetSeconds: defaultOffset)
            return
        }
        guard let offset = try scanner.scanOffset(), scanner.isAtEnd else {
            throw OffsetTime.invalid(text)
        }
        self.init(local: time, offsetSeconds: offset)
    }

    private static func invalid(_ text: String) -> Diagnostic {
        TemporalError.invalidText(text, kind: "time", example: "21:40:32+01:00")
    }
}

extension LocalDateTime {
    /// Reads a date and time: `2015-07-21T21:40:32.142`, `20150721T2140`; a date means midnight.
    public init(parsing text: String) throws(Diagnostic) {
        var scanner = TemporalScanner(text)
        guard let local = try scanner.scanDateTime(), scanner.isAtEnd else {
            throw TemporalError.invalidText(
                text, kind: "local date and time", example: "2015-07-21T21:40:32")
        }
        self = local
    }
}

extension ZonedDateTime {
    /// Reads a date and time with an offset, a region or both:
    /// `2015-07-21T21:40:32.142+02:00[Europe/Stockholm]`. With neither the default is taken.
    public init(parsing text: String, defaultZone: TemporalZone = .utc) throws(Diagnostic) {
        var scanner = TemporalScanner(text)
        guard let local = try scanner.scanDateTime() else { throw ZonedDateTime.invalid(text) }
        let offset = scanner.isAtEnd ? nil : try scanner.scanOffset()
        if scanner.isAtEnd {
            try self.init(local: local, zone: offset.map(TemporalZone.offset) ?? defaultZone)
            return
        }
        guard let name = scanner.scanBracketed() else { throw ZonedDateTime.invalid(text) }
        let zone = try TemporalZone(parsing: name)
        try self.init(local: local, zone: zone, preferredOffset: offset)
        if let offset, offset != offsetSeconds {
            throw TemporalError.invalid(
                "the offset in '\(text)' does not fit the zone '\(name)'",
                hint: "Leave out the offset or the zone")
        }
    }

    private static func invalid(_ text: String) -> Diagnostic {
        TemporalError.invalidText(
            text, kind: "date and time", example: "2015-07-21T21:40:32+01:00")
    }
}

extension TemporalScanner {
    /// A date, and a time after `T` if there is one.
    fileprivate mutating func scanDateTime() throws(Diagnostic) -> LocalDateTime? {
        guard let date = try scanDate() else { return nil }
        guard skipLetter("T") else { return LocalDateTime(date: date, time: .midnight) }
        guard let time = try scanTime() else { return nil }
        return LocalDateTime(date: date, time: time)
    }
}
