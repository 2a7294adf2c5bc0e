extension TemporalDuration {
    /// Reads a duration: `P14DT16H12M`, `P0.75M`, `-P1Y`, or in the form of a date and time
    /// `P2012-02-02T14:37:21.545`.
    public init(parsing text: String) throws(Diagnostic) {
        var scanner = TemporalScanner(text)
        let isNegative = scanner.skip("-")
        if !isNegative { _ = scanner.skip("+") }
        guard scanner.skipLetter("P") else { throw TemporalDuration.invalid(text) }
        var parts = DurationParts()
        var attempt = scanner
        if try attempt.scanUnits(into: &parts, negated: isNegative) {
            try self.init(parts)
            return
        }
        guard let duration = try scanner.scanDateForm(), scanner.isAtEnd else {
            throw TemporalDuration.invalid(text)
        }
        self = isNegative ? try duration.negated() : duration
    }

    private static func invalid(_ text: String) -> Diagnostic {
        TemporalError.invalidText(text, kind: "duration", example: "P1Y2M10DT2H30M")
    }
}

/// The units of a duration's text, in their order.
private enum DurationUnit: Int, CaseIterable {
    case year
    case month
    case week
    case day
    case hour
    case minute
    case second

    var isTime: Bool { rawValue >= DurationUnit.hour.rawValue }

    var letter: Unicode.Scalar {
        switch self {
        case .year: "Y"
        case .month, .minute: "M"
        case .week: "W"
        case .day: "D"
        case .hour: "H"
        case .second: "S"
        }
    }

    func add(_ amount: DecimalAmount, to parts: inout DurationParts) throws(Diagnostic) {
        switch self {
        case .year: try parts.addMonths(amount, 12)
        case .month: try parts.addMonths(amount, 1)
        case .week: try parts.addDays(amount, 7)
        case .day: try parts.addDays(amount, 1)
        case .hour: try parts.addSeconds(amount, 3_600)
        case .minute: try parts.addSeconds(amount, 60)
        case .second: try parts.addSeconds(amount, 1)
        }
    }
}

extension TemporalScanner {
    /// Amounts with unit letters up to the end of the text; false where it is not of this form.
    fileprivate mutating func scanUnits(
        into parts: inout DurationParts, negated: Bool
    ) throws(Diagnostic) -> Bool {
        var isTime = false
        var next = 0
        var count = 0
        while !isAtEnd {
            if skipLetter("T") {
                guard !isTime, !isAtEnd else { return false }
                isTime = true
                continue
            }
            guard let amount = scanAmount(negated: negated) else { return false }
            guard let unit = scanUnit(from: next, isTime: isTime) else { return false }
            try unit.add(amount, to: &parts)
            next = unit.rawValue + 1
            count += 1
        }
        return count > 0
    }

    /// The unit whose letter comes next, among those that may still come.
    private mutating func scanUnit(from first: Int, isTime: Bool) -> DurationUnit? {
        for unit in DurationUnit.allCases where unit.rawValue >= first && unit.isTime == isTime {
            if skipLetter(unit.letter) { return unit }
        }
        return nil
    }

    /// A decimal number with an optional sign.
    private mutating func scanAmount(negated: Bool) -> DecimalAmount? {
        let isNegative = skip("-")
        if !isNegative { _ = skip("+") }
        guard (1...18).contains(digitsAhead), let whole = scanNumber(digits: 1...18) else {
            return nil
        }
        var fraction = 0
        if skip(".") || skip(",") {
            let count = digitsAhead
            guard (1...18).contains(count), let digits = scanNumber(digits: 1...18) else {
                return nil
            }
            fraction = digits
            for _ in count..<18 { fraction *= 10 }
        }
        let amount = DecimalAmount(whole: whole, fraction: fraction)
        return isNegative != negated ? amount.negated : amount
    }

    /// The form of a date and time: `2012-02-02T14:37:21.545` or `20120202T143721.545`.
    fileprivate mutating func scanDateForm() throws(Diagnostic) -> TemporalDuration? {
        guard let years = scanNumber(digits: 4...4) else { return nil }
        let isExtended = skip("-")
        guard let months = scanNumber(digits: 2...2), months <= 12 else { return nil }
        if isExtended, !skip("-") { return nil }
        guard let days = scanNumber(digits: 2...2), days <= 31 else { return nil }
        var time = LocalTime.midnight
        if skipLetter("T") {
            guard let scanned = try scanTime() else { return nil }
            time = scanned
        }
        return TemporalDuration(
            months: years * 12 + months, days: days, seconds: time.nanoseconds / TimeUnit.second,
            nanoseconds: Int32(time.nanosecond))
    }
}
