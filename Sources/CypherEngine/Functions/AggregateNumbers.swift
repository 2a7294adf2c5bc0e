import GraphModel

/// A sum of numbers.
///
/// Integers are summed exactly in 128 bits, so that only a result, not a step on the way, can
/// overflow. Floats are summed with a correction for what each addition rounds away.
struct NumberSum: Sendable {
    private var integers: Int128 = 0
    private var floats = 0.0
    private var correction = 0.0
    private var hasFloats = false

    mutating func add(
        _ value: Value, _ multiplicity: Int, _ kind: AggregateKind
    ) throws(Diagnostic) {
        switch value {
        case .integer(let number): try add(integers: Int128(number) * Int128(multiplicity), kind)
        case .float(let number):
            add(float: number * Double(multiplicity))
            hasFloats = true
        default:
            throw FunctionError.invalidType(kind.name, value, expected: "numbers or durations")
        }
    }

    /// Adds an integer.
    @inline(__always)
    mutating func add(_ number: Int, _ kind: AggregateKind) throws(Diagnostic) {
        try add(integers: Int128(number), kind)
    }

    /// Adds a float.
    @inline(__always)
    mutating func add(_ number: Double) {
        add(float: number)
        hasFloats = true
    }

    private mutating func add(
        integers more: Int128, _ kind: AggregateKind
    ) throws(Diagnostic) {
        let (total, overflow) = integers.addingReportingOverflow(more)
        if overflow { throw FunctionError.integerOverflow(kind.name) }
        integers = total
    }

    private mutating func add(float: Double) {
        let total = floats + float
        if total.isFinite {
            correction +=
                floats.magnitude >= float.magnitude
                ? (floats - total) + float : (float - total) + floats
        }
        floats = total
    }

    mutating func merge(_ other: NumberSum, _ kind: AggregateKind) throws(Diagnostic) {
        try add(integers: other.integers, kind)
        add(float: other.floats)
        correction += other.correction
        hasFloats = hasFloats || other.hasFloats
    }

    private var floatTotal: Double {
        let total = floats + Double(integers)
        return total.isFinite ? total + correction : total
    }

    /// The sum: an integer where all numbers were, 0 for none.
    func total(_ kind: AggregateKind) throws(Diagnostic) -> Value {
        if hasFloats { return .float(floatTotal) }
        guard let total = Int(exactly: integers) else {
            throw FunctionError.integerOverflow(kind.name)
        }
        return .integer(total)
    }

    /// The mean of so many numbers, null for none.
    func mean(over count: Int) -> Value {
        count > 0 ? .float(floatTotal / Double(count)) : .null
    }
}

/// Mean and spread of numbers, kept so that neither large values nor merging lose precision.
struct Deviation: Sendable {
    private var count = 0.0
    private var mean = 0.0
    private var squares = 0.0

    mutating func add(
        _ value: Value, _ multiplicity: Int, _ kind: AggregateKind
    ) throws(Diagnostic) {
        guard let number = value.asDouble else {
            throw FunctionError.invalidType(kind.name, value, expected: "numbers")
        }
        merge(Deviation(count: Double(multiplicity), mean: number, squares: 0))
    }

    init() {}

    private init(count: Double, mean: Double, squares: Double) {
        self.count = count
        self.mean = mean
        self.squares = squares
    }

    mutating func merge(_ other: Deviation) {
        let total = count + other.count
        guard total > 0 else { return }
        let distance = other.mean - mean
        squares += other.squares + distance * distance * count * other.count / total
        mean += distance * other.count / total
        count = total
    }

    func result(ofSample isSample: Bool) -> Double {
        let divisor = isSample ? count - 1 : count
        return count > 1 ? (squares / divisor).squareRoot() : 0
    }
}

/// The numbers of a group and the percentile asked for.
struct Percentile: Sendable {
    private var numbers: [(value: Value, count: Int)] = []
    /// From 0 to 1, nil before the first row.
    private(set) var position: Double?

    mutating func setPosition(_ value: Value, _ kind: AggregateKind) throws(Diagnostic) {
        guard let wanted = value.asDouble else {
            if value.isNull { return }
            throw FunctionError.invalidType(kind.name, value, expected: "a percentile")
        }
        guard (0...1).contains(wanted) else {
            throw FunctionError.outOfRange(
                kind.name, "takes a percentile from 0.0 to 1.0, not \(FloatText.text(of: wanted))")
        }
        position = position ?? wanted
    }

    mutating func add(
        _ value: Value, _ multiplicity: Int, _ kind: AggregateKind
    ) throws(Diagnostic) {
        guard value.asDouble != nil else {
            throw FunctionError.invalidType(kind.name, value, expected: "numbers")
        }
        numbers.append((value, multiplicity))
    }

    mutating func merge(_ other: Percentile) {
        numbers += other.numbers
        position = position ?? other.position
    }

    /// The percentile: for a continuous one between the two nearest numbers, else one of them.
    func result(isContinuous: Bool) -> Value {
        guard let position, !numbers.isEmpty else { return .null }
        let sorted = numbers.sorted { Value.order($0.value, $1.value) < 0 }
        let count = sorted.reduce(0) { $0 + $1.count }
        if !isContinuous {
            let rank = Int((position * Double(count)).rounded(.up))
            return Percentile.value(at: max(rank - 1, 0), in: sorted)
        }
        let place = position * Double(count - 1)
        let below = place.rounded(.down)
        let low = Percentile.value(at: Int(below), in: sorted).asDouble ?? 0
        let high = Percentile.value(at: Int(place.rounded(.up)), in: sorted).asDouble ?? 0
        return .float(low == high ? low : low + (high - low) * (place - below))
    }

    private static func value(at index: Int, in sorted: [(value: Value, count: Int)]) -> Value {
        var passed = 0
        for entry in sorted {
            passed += entry.count
            if index < passed { return entry.value }
        }
        return sorted.last?.value ?? .null
    }
}
