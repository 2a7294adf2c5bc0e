/// The errors of temporal values, worded in one place.
enum TemporalError {
    /// A text that is not a value of its kind.
    static func invalidText(_ text: String, kind: String, example: String) -> Diagnostic {
        Diagnostic(
            .argumentError, "InvalidArgumentValue", "'\(shortened(text))' is not a \(kind)",
            hint: "Write it like '\(example)'")
    }

    /// A component outside its range.
    static func outOfRange(_ name: String, _ value: Int, _ range: ClosedRange<Int>) -> Diagnostic {
        Diagnostic(
            .argumentError, "NumberOutOfRange",
            "'\(name)' is \(value), but must be from \(range.lowerBound) to \(range.upperBound)")
    }

    /// A result beyond the years that can be shown.
    static func overflow(_ kind: String) -> Diagnostic {
        Diagnostic(
            .arithmeticError, "NumberOutOfRange",
            "the resulting \(kind) is beyond what can be represented")
    }

    /// A time zone that the system does not know.
    static func unknownZone(_ name: String) -> Diagnostic {
        Diagnostic(
            .argumentError, "InvalidArgumentValue", "unknown time zone '\(shortened(name))'",
            hint: "Give an offset such as '+01:00' or a name such as 'Europe/Oslo'")
    }

    /// A value of the wrong type.
    static func wrongType(_ value: Value, for name: String, expected: String) -> Diagnostic {
        Diagnostic(
            .typeError, "InvalidArgumentType",
            "'\(name)' must be \(expected), not a \(value.typeName)")
    }

    /// An argument that does not fit for a reason given in words.
    static func invalid(_ message: String, hint: String? = nil) -> Diagnostic {
        Diagnostic(.argumentError, "InvalidArgumentValue", message, hint: hint)
    }

    private static func shortened(_ text: String) -> String {
        text.count > 60 ? text.prefix(60) + "…" : text
    }
}
