/// A decimal number kept exactly, in units of 10^-18.
struct DecimalAmount {
    static let one: Int128 = 1_000_000_000_000_000_000

    let units: Int128

    var negated: DecimalAmount { DecimalAmount(units: -units) }

    init(units: Int128) { self.units = units }

    /// A number from its whole part and its fraction in units of 10^-18, neither negative.
    init(whole: Int, fraction: Int) {
        units = Int128(whole) * DecimalAmount.one + Int128(fraction)
    }

    init(_ whole: Int) { units = Int128(whole) * DecimalAmount.one }

    /// The float's value; nil where it is not finite or too large.
    init?(_ value: Double) {
        guard value.magnitude < 0x1p63 else { return nil }
        let whole = value.rounded(.towardZero)
        let fraction = ((value - whole) * 1e18).rounded()
        units = Int128(Int(whole)) * DecimalAmount.one + Int128(Int(fraction))
    }
}

/// Gathers the parts of a duration before fractions of months and days are carried down.
///
/// A fraction of a month counts as that part of an average month, a fraction of a day as that part
/// of 24 hours; whole days that result count as days, the rest as seconds.
struct DurationParts {
    private var months: Int128 = 0
    private var days: Int128 = 0
    private var seconds: Int128 = 0

    mutating func addMonths(_ amount: DecimalAmount, _ factor: Int) throws(Diagnostic) {
        try DurationParts.add(amount, factor, to: &months)
    }

    mutating func addDays(_ amount: DecimalAmount, _ factor: Int) throws(Diagnostic) {
        try DurationParts.add(amount, factor, to: &days)
    }

    mutating func addSeconds(_ amount: DecimalAmount, _ factor: Int) throws(Diagnostic) {
        try DurationParts.add(amount, factor, to: &seconds)
    }

    /// Adds a part of a second: `divisor` is how many of the unit make a second.
    mutating func addSeconds(_ amount: DecimalAmount, dividedBy divisor: Int) throws(Diagnostic) {
        try DurationParts.add(DecimalAmount(units: amount.units / Int128(divisor)), 1, to: &seconds)
    }

    private static func add(
        _ amount: DecimalAmount, _ factor: Int, to total: inout Int128
    ) throws(Diagnostic) {
        let (product, tooLarge) = amount.units.multipliedReportingOverflow(by: Int128(factor))
        let (sum, overflow) = total.addingReportingOverflow(product)
        if tooLarge || overflow { throw TemporalError.overflow("duration") }
        total = sum
    }

    /// The parts as whole numbers.
    func resolved() throws(Diagnostic) -> TemporalDuration {
        let one = DecimalAmount.one
        let carried =
            months % one * Int128(TemporalDuration.secondsOfMonth)
            + days % one * Int128(TimeUnit.secondsOfDay)
        let carriedNanoseconds = DurationParts.nanoseconds(carried)
        let dayLength = Int128(TimeUnit.day)
        let amount = DurationParts.nanoseconds(seconds) + carriedNanoseconds % dayLength
        guard let wholeMonths = Int(exactly: months / one),
            let wholeDays = Int(exactly: days / one + carriedNanoseconds / dayLength)
        else { throw TemporalError.overflow("duration") }
        return try TemporalDuration(months: wholeMonths, days: wholeDays, amount: amount)
    }

    /// Seconds in units of 10^-18 as nanoseconds, to the nearest.
    private static func nanoseconds(_ units: Int128) -> Int128 {
        let quotient = units / 1_000_000_000
        let rest = units % 1_000_000_000
        if rest >= 500_000_000 { return quotient + 1 }
        return rest <= -500_000_000 ? quotient - 1 : quotient
    }
}

extension TemporalDuration {
    init(_ parts: DurationParts) throws(Diagnostic) { self = try parts.resolved() }

    /// Creates a duration from a signed number of nanoseconds beside months and days.
    init(months: Int, days: Int, amount: Int128) throws(Diagnostic) {
        let second = Int128(TimeUnit.second)
        var whole = amount / second
        var rest = amount % second
        if rest < 0 {
            rest += second
            whole -= 1
        }
        guard let seconds = Int(exactly: whole) else { throw TemporalError.overflow("duration") }
        self.init(months: months, days: days, seconds: seconds, nanoseconds: Int32(rest))
    }

    /// The part below days, in nanoseconds.
    var amount: Int128 { Int128(seconds) * Int128(TimeUnit.second) + Int128(nanoseconds) }
}
