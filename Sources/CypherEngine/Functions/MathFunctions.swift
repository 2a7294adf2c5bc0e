import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

/// Functions on numbers.
enum MathFunctions {
    static let table: [FunctionDescriptor] =
        general + rounding + logarithms + angles
        + [
            .scalar(
                "pi", .mathematical, [], .fixed(.float), "The ratio of a circle to its diameter.",
                example: "pi()  // 3.141592653589793"
            ) { _, _ in .float(.pi) },
            .scalar(
                "e", .mathematical, [], .fixed(.float), "The base of natural logarithms.",
                example: "e()  // 2.718281828459045"
            ) { _, _ in .float(M_E) },
            .scalar(
                "rand", .mathematical, [], .fixed(.float), determinism: .never,
                "A random number from 0 up to but not including 1.",
                example: "rand()  // 0.4371"
            ) { _, context in .float(Double(context.randomBits() >> 11) * 0x1p-53) },
        ]

    private static let general: [FunctionDescriptor] = [
        .scalar(
            "abs", .mathematical, [[.number, .duration]], .sameAsFirst,
            "A number without its sign.", example: "abs(-7)  // 7"
        ) { arguments, _ in try magnitude(arguments[0]) },
        .scalar(
            "sign", .mathematical, [.number], .fixed(.integer),
            "-1, 0 or 1 for a negative number, zero or a positive number.",
            example: "sign(-0.5)  // -1"
        ) { arguments, _ in
            let number = try number(arguments[0], "sign")
            return .integer(number > 0 ? 1 : number < 0 ? -1 : 0)
        },
        .scalar(
            "isNaN", .mathematical, [.number], .fixed(.boolean),
            "Whether a number is not a number, as 0.0 / 0.0 is.",
            example: "isNaN(0.0 / 0.0)  // true"
        ) { arguments, _ in .boolean(try number(arguments[0], "isNaN").isNaN) },
        function("sqrt", "The square root.", example: "sqrt(9)  // 3.0") { $0.squareRoot() },
    ]

    private static let rounding: [FunctionDescriptor] = [
        function("ceil", "The next whole number up.", example: "ceil(1.2)  // 2.0") {
            $0.rounded(.up)
        },
        function("ceil", "The next whole number up.", example: "ceil(1.2)  // 2.0") {
            $0.rounded(.up)
        }.renamed("ceiling"),
        function("floor", "The next whole number down.", example: "floor(1.8)  // 1.0") {
            $0.rounded(.down)
        },
        .scalar(
            "round", .mathematical, [.number, .integer, .string], .fixed(.float), optional: 2,
            "The nearest whole number, halves up; or to so many decimals, in the mode named.",
            example: "round(3.14159, 2)  // 3.14"
        ) { arguments, _ in try round(arguments) },
    ]

    private static let logarithms: [FunctionDescriptor] = [
        function("exp", "e to the power of a number.", example: "exp(0)  // 1.0") { Glibc.exp($0) },
        function("log", "The natural logarithm.", example: "log(e())  // 1.0") { Glibc.log($0) },
        function("log", "The natural logarithm.", example: "log(e())  // 1.0") {
            Glibc.log($0)
        }.renamed("ln"),
        function("log10", "The logarithm to base 10.", example: "log10(100)  // 2.0") {
            Glibc.log10($0)
        },
    ]

    private static let angles: [FunctionDescriptor] = [
        function("sin", "The sine.", example: "sin(0)  // 0.0") { Glibc.sin($0) },
        function("cos", "The cosine.", example: "cos(0)  // 1.0") { Glibc.cos($0) },
        function("tan", "The tangent.", example: "tan(0)  // 0.0") { Glibc.tan($0) },
        function("cot", "The cotangent.", example: "cot(pi() / 4)  // 1.0…") { 1 / Glibc.tan($0) },
        function("asin", "The angle of a sine.", example: "asin(0)  // 0.0") { Glibc.asin($0) },
        function("acos", "The angle of a cosine.", example: "acos(1)  // 0.0") { Glibc.acos($0) },
        function("atan", "The angle of a tangent.", example: "atan(0)  // 0.0") { Glibc.atan($0) },
        function("sinh", "The hyperbolic sine.", example: "sinh(0)  // 0.0") { Glibc.sinh($0) },
        function("cosh", "The hyperbolic cosine.", example: "cosh(0)  // 1.0") { Glibc.cosh($0) },
        function("tanh", "The hyperbolic tangent.", example: "tanh(0)  // 0.0") { Glibc.tanh($0) },
        function("coth", "The hyperbolic cotangent.", example: "coth(1)  // 1.31303528…") {
            1 / Glibc.tanh($0)
        },
        function("degrees", "An angle in degrees.", example: "degrees(pi())  // 180.0") {
            $0 * 180 / .pi
        },
        function("radians", "An angle in radians.", example: "radians(180)  // 3.14159…") {
            $0 * .pi / 180
        },
        function(
            "haversin", "Half the versed sine of an angle, for distances on a sphere.",
            example: "haversin(pi())  // 1.0"
        ) { (1 - Glibc.cos($0)) / 2 },
        .scalar(
            "atan2", .mathematical, [.number, .number], .fixed(.float),
            "The angle to a point, from its y and its x.", example: "atan2(1, 0)  // 1.5707963…"
        ) { arguments, _ in
            .float(
                Glibc.atan2(
                    try number(arguments[0], "atan2"), try number(arguments[1], "atan2")))
        },
    ]

    /// A function from one float to another.
    private static func function(
        _ name: String, _ summary: String, example: String,
        _ compute: @escaping @Sendable (Double) -> Double
    ) -> FunctionDescriptor {
        .scalar(name, .mathematical, [.number], .fixed(.float), summary, example: example) {
            arguments, _ in .float(compute(try number(arguments[0], name)))
        }
    }

    static func power(_ base: Double, _ exponent: Double) -> Double { Glibc.pow(base, exponent) }

    private static func number(_ value: Value, _ name: String) throws(Diagnostic) -> Double {
        guard let number = value.asDouble else {
            throw FunctionError.invalidType(name, value, expected: "a number")
        }
        return number
    }

    private static func magnitude(_ value: Value) throws(Diagnostic) -> Value {
        switch value {
        case .integer(.min): throw FunctionError.integerOverflow("abs")
        case .integer(let number): return .integer(abs(number))
        case .float(let number): return .float(number.magnitude)
        case .duration(let duration):
            let isNegative = duration.lengthOrder(to: TemporalDuration()) < 0
            return .duration(isNegative ? try duration.negated() : duration)
        default: throw FunctionError.invalidType("abs", value, expected: "a number or duration")
        }
    }

    // MARK: Rounding

    private static func round(_ arguments: [Value]) throws(Diagnostic) -> Value {
        let value = try number(arguments[0], "round")
        guard arguments.count > 1 else {
            // Not floor(x + 0.5): the addition would round 0.49999999999999994 up.
            let down = value.rounded(.down)
            return .float(value - down >= 0.5 ? down + 1 : down)
        }
        guard case .integer(let places) = arguments[1] else {
            throw FunctionError.invalidType("round", arguments[1], expected: "an Integer precision")
        }
        guard (-400...400).contains(places) else {
            throw FunctionError.outOfRange("round", "takes a precision from -400 to 400")
        }
        var mode = RoundingMode.halfUp
        if arguments.count > 2 {
            guard case .string(let name) = arguments[2], let known = RoundingMode(named: name)
            else {
                throw Diagnostic(
                    .argumentError, "InvalidArgumentValue", "unknown rounding mode",
                    hint: "Use \(RoundingMode.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            mode = known
        }
        return .float(mode.round(value, toPlaces: places))
    }
}

/// How a number between two decimals is rounded, by the names of the language.
enum RoundingMode: String, CaseIterable {
    case up = "UP"
    case down = "DOWN"
    case ceiling = "CEILING"
    case floor = "FLOOR"
    case halfUp = "HALF_UP"
    case halfDown = "HALF_DOWN"
    case halfEven = "HALF_EVEN"

    init?(named name: String) { self.init(rawValue: name.uppercased()) }

    /// Rounds the decimal digits that the number is written with, so that 1.005 has a half.
    func round(_ value: Double, toPlaces places: Int) -> Double {
        guard value.isFinite, value != 0 else { return value }
        let (digits, exponent) = FloatText.decimalDigits(of: value.magnitude)
        let count = exponent + places
        guard count < digits.count else { return value }
        let kept = Array(digits.prefix(max(count, 0)))
        let rest = count < 0 ? [0] : Array(digits.dropFirst(count))
        let isUp = roundsUp(
            rest, isNegative: value < 0, isOdd: (kept.last ?? 0) % 2 == 1)
        let rounded = isUp ? RoundingMode.incremented(kept) : kept
        let text = rounded.isEmpty ? "0" : rounded.map(String.init).joined()
        let magnitude = Double("\(text)e\(-places)") ?? value.magnitude
        return value < 0 ? -magnitude : magnitude
    }

    /// Whether the digits cut off, which are not all zero, make the last digit kept go up.
    private func roundsUp(_ rest: [UInt8], isNegative: Bool, isOdd: Bool) -> Bool {
        let first = rest.first ?? 0
        let isHalf = first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
        switch self {
        case .up: return true
        case .down: return false
        case .ceiling: return !isNegative
        case .floor: return isNegative
        case .halfUp: return first >= 5
        case .halfDown: return first >= 5 && !isHalf
        case .halfEven: return isHalf ? isOdd : first >= 5
        }
    }

    private static func incremented(_ digits: [UInt8]) -> [UInt8] {
        var digits = digits
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return digits
            }
            digits[index] = 0
        }
        return [1] + digits
    }
}
