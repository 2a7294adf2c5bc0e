import GraphModel

/// The errors of operators and functions, worded in one place.
enum FunctionError {
    /// A function was given a value it has no answer for.
    static func invalidValue(
        _ function: String, _ value: Value, expected: String
    ) -> Diagnostic {
        Diagnostic(
            .typeError, "InvalidArgumentValue",
            "'\(function)' takes \(expected), not \(value.typePhrase)")
    }

    /// A function or operator was given a value of the wrong type.
    static func invalidType(
        _ function: String, _ value: Value, expected: String
    ) -> Diagnostic {
        Diagnostic(
            .typeError, "InvalidArgumentType",
            "'\(function)' takes \(expected), not \(value.typePhrase)")
    }

    /// An operator was given two values that do not go together.
    static func invalidOperands(_ sign: String, _ left: Value, _ right: Value) -> Diagnostic {
        Diagnostic(
            .typeError, "InvalidArgumentType",
            "'\(sign)' does not work on a \(left.typeName) and a \(right.typeName)")
    }

    /// A number is outside what a function takes.
    static func outOfRange(_ function: String, _ rule: String) -> Diagnostic {
        Diagnostic(.argumentError, "NumberOutOfRange", "'\(function)' \(rule)")
    }

    /// A result does not fit 64 bits.
    static func integerOverflow(_ operation: String) -> Diagnostic {
        Diagnostic(
            .arithmeticError, "IntegerOverflow",
            "the result of \(operation) does not fit an integer of 64 bits",
            hint: "Use toFloat() on an operand where an approximate result will do")
    }

    /// A whole number was divided by zero.
    static func divisionByZero() -> Diagnostic {
        Diagnostic(.arithmeticError, "DivisionByZero", "an integer is divided by zero")
    }
}
