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
        let day = one * Int128(TimeUnit.secondsOfDay)
        let carriedDays = DurationParts.quotient(carried, day)
        let (rest, overflow) = seconds.addingReportingOverflow(carried - carriedDays * day)
        guard !overflow, let wholeMonths = Int(exactly: months / one),
            let wholeDays = Int(exactly: days / one + carriedDays)
        else { throw TemporalError.overflow("duration") }
        return try TemporalDuration(
            months: wholeMonths, days: wholeDays,
            amount: DurationParts.quotient(rest, DurationParts.nanosecond))
    }

    private static let nanosecond: Int128 = 1_000_000_000

    /// The quotient without its fraction.
    ///
    /// A tenth of a nanosecond is added first: a float such as 1.001 lies a little below the number
    /// that was meant, and its last nanosecond would be lost.
    private static func quotient(_ units: Int128, _ divisor: Int128) -> Int128 {
        let tolerance = nanosecond / 10
        return
            (units < 0
            ? max(units, .min + tolerance) - tolerance
            : min(units, .max - tolerance) + tolerance) / divisor
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
