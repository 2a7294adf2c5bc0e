import GraphModel

/// Functions that turn a value of one type into another.
enum ConversionFunctions {
    /// A conversion: nil where the value has no counterpart, an error where its type has none.
    private typealias Conversion = @Sendable (Value) throws(Diagnostic) -> Value?

    static let table: [FunctionDescriptor] =
        family(
            "toBoolean", .boolean, "a truth value", example: "toBoolean('TRUE')  // true"
        ) { (value) throws(Diagnostic) in try boolean(value) }
        + family(
            "toInteger", .integer, "an integer, cutting off a fraction",
            example: "toInteger('2.9')  // 2"
        ) { (value) throws(Diagnostic) in try integer(value) }
        + family(
            "toFloat", .float, "a float", example: "toFloat('11.5')  // 11.5"
        ) { (value) throws(Diagnostic) in try float(value) }
        + family(
            "toString", .string, "a text", example: "toString(date('2015-07-21'))  // '2015-07-21'"
        ) { (value) throws(Diagnostic) in try string(value) }

    /// A conversion, its form that gives null instead of an error, and its form for lists.
    private static func family(
        _ name: String, _ type: ExpressionType, _ target: String, example: String,
        convert: @escaping Conversion
    ) -> [FunctionDescriptor] {
        [
            .scalar(
                name, .conversion, [.any], .fixed(type),
                "Turns a value into \(target); null where that cannot be.", example: example
            ) { arguments, _ in try convert(arguments[0]) ?? .null },
            .scalar(
                name + "OrNull", .conversion, [.any], .fixed(type),
                "Turns a value into \(target); null, never an error, where that cannot be.",
                example: "\(name)OrNull([])  // null"
            ) { arguments, _ in (try? convert(arguments[0])) ?? .null },
            .scalar(
                name + "List", .conversion, [.any], .fixed(.list(type)),
                "Turns each element of a list into \(target); null where that cannot be.",
                example: "\(name)List([null, {}])  // [null, null]"
            ) { arguments, context in
                guard case .list(let elements) = arguments[0] else {
                    throw FunctionError.invalidValue(
                        name + "List", arguments[0], expected: "a List")
                }
                return .list(
                    try LongList.made(elements.count, context) { (index) throws(Diagnostic) in
                        (try? convert(elements[index])) ?? .null
                    })
            },
        ]
    }

    private static func boolean(_ value: Value) throws(Diagnostic) -> Value? {
        switch value {
        case .null, .boolean: return value
        case .string(let text):
            switch StringFunctions.trimmed(text).lowercased() {
            case "true": return .boolean(true)
            case "false": return .boolean(false)
            default: return nil
            }
        default:
            throw FunctionError.invalidValue(
                "toBoolean", value, expected: "a Boolean or String")
        }
    }

    private static func integer(_ value: Value) throws(Diagnostic) -> Value? {
        switch value {
        case .null, .integer: return value
        case .boolean(let truth): return .integer(truth ? 1 : 0)
        case .float(let number):
            guard let whole = wholePart(of: number) else {
                throw FunctionError.integerOverflow("toInteger")
            }
            return .integer(whole)
        case .string(let text):
            let text = StringFunctions.trimmed(text)
            if let number = Int(text) { return .integer(number) }
            return decimal(text).flatMap(wholePart).map(Value.integer)
        default:
            throw FunctionError.invalidValue("toInteger", value, expected: "a number or String")
        }
    }

    /// A number without its fraction, nil where that is no integer of 64 bits.
    private static func wholePart(of number: Double) -> Int? {
        Int(exactly: number.rounded(.towardZero))
    }

    private static func float(_ value: Value) throws(Diagnostic) -> Value? {
        switch value {
        case .null, .float: return value
        case .integer(let number): return .float(Double(number))
        case .string(let text): return decimal(StringFunctions.trimmed(text)).map(Value.float)
        default:
            throw FunctionError.invalidValue("toFloat", value, expected: "a number or String")
        }
    }

    /// A decimal number, nil for any other text: no hexadecimal, no other spelling of infinity.
    private static func decimal(_ text: String) -> Double? {
        switch text {
        case "NaN": return .nan
        case "Infinity", "+Infinity": return .infinity
        case "-Infinity": return -.infinity
        default:
            let isPlain = text.utf8.allSatisfy { byte in
                (48...57).contains(byte) || "+-.eE".utf8.contains(byte)
            }
            return isPlain ? Double(text) : nil
        }
    }

    private static func string(_ value: Value) throws(Diagnostic) -> Value? {
        switch value {
        case .null, .string: return value
        case .integer(let number): return .string(String(number))
        case .float(let number): return .string(FloatText.text(of: number))
        case .boolean(let truth): return .string(truth ? "true" : "false")
        case .date(let date): return .string(date.description)
        case .localTime(let time): return .string(time.description)
        case .time(let time): return .string(time.description)
        case .localDateTime(let local): return .string(local.description)
        case .dateTime(let instant): return .string(instant.description)
        case .duration(let duration): return .string(duration.description)
        case .list, .map, .node, .relationship, .path:
            throw FunctionError.invalidValue(
                "toString", value, expected: "a number, Boolean, String or temporal value")
        }
    }
}
