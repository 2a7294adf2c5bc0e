import GraphModel

/// The language's operators on single values.
///
/// Null in, null out, unless said otherwise. Nothing here allocates for numbers, and for texts only
/// where a new text results.
package enum ValueOperators {
    // MARK: Arithmetic

    /// `+`: adds numbers and durations, joins texts and lists, moves a point in time.
    package static func add(_ left: Value, _ right: Value) throws(Diagnostic) -> Value {
        switch (left, right) {
        case (.integer(let a), .integer(let b)):
            let (sum, overflow) = a.addingReportingOverflow(b)
            if overflow { throw FunctionError.integerOverflow("an addition") }
            return .integer(sum)
        case (.float(let a), .float(let b)): return .float(a + b)
        case (.integer(let a), .float(let b)): return .float(Double(a) + b)
        case (.float(let a), .integer(let b)): return .float(a + Double(b))
        case (.null, _), (_, .null): return .null
        case (.string(let a), .string(let b)): return .string(a + b)
        case (.list(let a), .list(let b)): return .list(a + b)
        case (.list(let a), let element): return .list(a + [element])
        case (let element, .list(let b)): return .list([element] + b)
        case (.duration(let a), .duration(let b)): return .duration(try a.adding(b))
        case (let point, .duration(let duration)) where point.isPointInTime:
            return try move(point, by: duration)
        case (.duration(let duration), let point) where point.isPointInTime:
            return try move(point, by: duration)
        default: return try addToText(left, right)
        }
    }

    /// A text and a number or truth value are joined as texts.
    private static func addToText(_ left: Value, _ right: Value) throws(Diagnostic) -> Value {
        if case .string(let text) = left, let rest = plainText(of: right) {
            return .string(text + rest)
        }
        if case .string(let text) = right, let start = plainText(of: left) {
            return .string(start + text)
        }
        throw FunctionError.invalidOperands("+", left, right)
    }

    private static func plainText(of value: Value) -> String? {
        switch value {
        case .integer(let number): String(number)
        case .float(let number): FloatText.text(of: number)
        case .boolean(let truth): truth ? "true" : "false"
        default: nil
        }
    }

    /// `-`: subtracts numbers and durations, moves a point in time back.
    package static func subtract(_ left: Value, _ right: Value) throws(Diagnostic) -> Value {
        switch (left, right) {
        case (.integer(let a), .integer(let b)):
            let (difference, overflow) = a.subtractingReportingOverflow(b)
            if overflow { throw FunctionError.integerOverflow("a subtraction") }
            return .integer(difference)
        case (.float(let a), .float(let b)): return .float(a - b)
        case (.integer(let a), .float(let b)): return .float(Double(a) - b)
        case (.float(let a), .integer(let b)): return .float(a - Double(b))
        case (.null, _), (_, .null): return .null
        case (.duration(let a), .duration(let b)): return .duration(try a.subtracting(b))
        case (let point, .duration(let duration)) where point.isPointInTime:
            return try move(point, by: duration.negated())
        default: throw FunctionError.invalidOperands("-", left, right)
        }
    }

    private static func move(
        _ point: Value, by duration: TemporalDuration
    ) throws(Diagnostic) -> Value {
        switch point {
        case .date(let date): .date(try date.adding(duration))
        case .localTime(let time): .localTime(time.adding(duration))
        case .time(let time): .time(time.adding(duration))
        case .localDateTime(let local): .localDateTime(try local.adding(duration))
        case .dateTime(let instant): .dateTime(try instant.adding(duration))
        default: throw FunctionError.invalidOperands("+", point, .duration(duration))
        }
    }

    /// `*`: multiplies numbers, and a duration with a number.
    package static func multiply(_ left: Value, _ right: Value) throws(Diagnostic) -> Value {
        switch (left, right) {
        case (.integer(let a), .integer(let b)):
            let (product, overflow) = a.multipliedReportingOverflow(by: b)
            if overflow { throw FunctionError.integerOverflow("a multiplication") }
            return .integer(product)
        case (.float(let a), .float(let b)): return .float(a * b)
        case (.integer(let a), .float(let b)): return .float(Double(a) * b)
        case (.float(let a), .integer(let b)): return .float(a * Double(b))
        case (.null, _), (_, .null): return .null
        case (.duration(let duration), .integer(let factor)),
            (.integer(let factor), .duration(let duration)):
            return .duration(try duration.multiplied(by: factor))
        case (.duration(let duration), .float(let factor)),
            (.float(let factor), .duration(let duration)):
            return .duration(try duration.multiplied(by: factor))
        default: throw FunctionError.invalidOperands("*", left, right)
        }
    }

    /// `/`: whole division of integers, which cuts off towards zero, or division of floats.
    package static func divide(_ left: Value, _ right: Value) throws(Diagnostic) -> Value {
        switch (left, right) {
        case (.integer(let a), .integer(let b)):
            if b == 0 { throw FunctionError.divisionByZero() }
            let (quotient, overflow) = a.dividedReportingOverflow(by: b)
            if overflow { throw FunctionError.integerOverflow("a division") }
            return .integer(quotient)
        case (.float(let a), .float(let b)): return .float(a / b)
        case (.integer(let a), .float(let b)): return .float(Double(a) / b)
        case (.float(let a), .integer(let b)): return .float(a / Double(b))
        case (.null, _), (_, .null): return .null
        case (.duration(let duration), .integer(let divisor)):
            return .duration(try duration.divided(by: divisor))
        case (.duration(let duration), .float(let divisor)):
            return .duration(try duration.divided(by: divisor))
        default: throw FunctionError.invalidOperands("/", left, right)
        }
    }

    /// `%`: the remainder, with the sign of the dividend.
    package static func modulo(_ left: Value, _ right: Value) throws(Diagnostic) -> Value {
        switch (left, right) {
        case (.integer(let a), .integer(let b)):
            if b == 0 { throw FunctionError.divisionByZero() }
            return .integer(a.remainderReportingOverflow(dividingBy: b).partialValue)
        case (.float(let a), .float(let b)): return .float(a.truncatingRemainder(dividingBy: b))
        case (.integer(let a), .float(let b)):
            return .float(Double(a).truncatingRemainder(dividingBy: b))
        case (.float(let a), .integer(let b)):
            return .float(a.truncatingRemainder(dividingBy: Double(b)))
        case (.null, _), (_, .null): return .null
        default: throw FunctionError.invalidOperands("%", left, right)
        }
    }

    /// `^`: a power, always a float.
    package static func power(_ left: Value, _ right: Value) throws(Diagnostic) -> Value {
        if left.isNull || right.isNull { return .null }
        guard let base = left.asDouble, let exponent = right.asDouble else {
            throw FunctionError.invalidOperands("^", left, right)
        }
        return .float(MathFunctions.power(base, exponent))
    }

    /// `-` before a value.
    package static func negate(_ value: Value) throws(Diagnostic) -> Value {
        switch value {
        case .integer(let number):
            let (negative, overflow) = (0 as Int).subtractingReportingOverflow(number)
            if overflow { throw FunctionError.integerOverflow("a negation") }
            return .integer(negative)
        case .float(let number): return .float(-number)
        case .duration(let duration): return .duration(try duration.negated())
        case .null: return .null
        default: throw FunctionError.invalidType("-", value, expected: "a number or duration")
        }
    }

    /// `+` before a value, which leaves numbers as they are.
    package static func identity(_ value: Value) throws(Diagnostic) -> Value {
        switch value {
        case .integer, .float, .duration, .null: return value
        default: throw FunctionError.invalidType("+", value, expected: "a number or duration")
        }
    }

    /// `||`: joins two texts or two lists.
    package static func concatenate(_ left: Value, _ right: Value) throws(Diagnostic) -> Value {
        switch (left, right) {
        case (.string(let a), .string(let b)): .string(a + b)
        case (.list(let a), .list(let b)): .list(a + b)
        case (.null, _), (_, .null): .null
        default: throw FunctionError.invalidOperands("||", left, right)
        }
    }
}

extension Value {
    /// The amount of a number, nil for other values.
    var asDouble: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .float(let number): number
        default: nil
        }
    }
}
