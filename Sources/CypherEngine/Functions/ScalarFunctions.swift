import GraphModel

/// Functions on values of any type.
enum ScalarFunctions {
    static let table: [FunctionDescriptor] = [
        .scalar(
            "coalesce", .scalar, [.any], .common, isVariadic: true, nulls: .pass,
            "The first argument that is not null.", example: "coalesce(null, 'a', 'b')  // 'a'"
        ) { arguments, _ in arguments.first { !$0.isNull } ?? .null },
        .scalar(
            "nullIf", .scalar, [.any, .any], .sameAsFirst, nulls: .pass,
            "Null where both arguments are equal, else the first.",
            example: "nullIf('-', '-')  // null"
        ) { arguments, _ in
            Value.equals(arguments[0], arguments[1]) == true ? .null : arguments[0]
        },
        .scalar(
            "exists", .scalar, [.any], .fixed(.boolean), nulls: .pass,
            "Whether a property or value is there.", example: "exists(n.name)  // true"
        ) { arguments, _ in .boolean(!arguments[0].isNull) },
        .scalar(
            "valueType", .scalar, [.any], .fixed(.string), nulls: .pass,
            "The type of a value as the language writes it.",
            example: "valueType([1, 2])  // 'LIST<INTEGER NOT NULL> NOT NULL'"
        ) { arguments, _ in .string(TypeText.text(of: arguments[0])) },
        .scalar(
            "timestamp", .scalar, [], .fixed(.integer), determinism: .withinStatement,
            "Milliseconds from 1970 to the start of the statement.",
            example: "timestamp()  // 17672256…"
        ) { _, context in
            .integer(try context.statementTime.epochMilliseconds())
        },
        .scalar(
            "randomUUID", .scalar, [], .fixed(.string), determinism: .never,
            "A new random identifier.",
            example: "randomUUID()  // '9f4c297b-9d5a-4c6e-8e3a-0f6f2c1f7b11'"
        ) { _, context in .string(uuid(context.randomBits(), context.randomBits())) },
    ]

    /// A version 4 UUID of 122 random bits.
    private static func uuid(_ first: UInt64, _ second: UInt64) -> String {
        let high = first & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let low = second & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        let digits = Array((hexadecimal(high) + hexadecimal(low)).utf8)
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        return parts.map { String(decoding: digits[$0], as: UTF8.self) }.joined(separator: "-")
    }

    private static func hexadecimal(_ bits: UInt64) -> String {
        let digits = String(bits, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// The names of types in the notation of `valueType()`.
enum TypeText {
    /// The type of a value: `STRING NOT NULL`, `LIST<INTEGER NOT NULL> NOT NULL`, `NULL`.
    static func text(of value: Value) -> String {
        value.isNull ? "NULL" : bareName(of: value) + " NOT NULL"
    }

    private static func bareName(of value: Value) -> String {
        switch value {
        case .null: "NULL"
        case .boolean: "BOOLEAN"
        case .integer: "INTEGER"
        case .float: "FLOAT"
        case .string: "STRING"
        case .list(let elements): "LIST<\(elementTypes(of: elements))>"
        case .map: "MAP"
        case .node: "NODE"
        case .relationship: "RELATIONSHIP"
        case .path: "PATH"
        case .date: "DATE"
        case .localTime: "LOCAL TIME"
        case .time: "ZONED TIME"
        case .localDateTime: "LOCAL DATETIME"
        case .dateTime: "ZONED DATETIME"
        case .duration: "DURATION"
        }
    }

    /// The types of a list's elements; none of them is `NOT NULL` where there is a null.
    private static func elementTypes(of elements: [Value]) -> String {
        if elements.isEmpty { return "NOTHING" }
        let names = Set(elements.filter { !$0.isNull }.map(bareName))
        if names.isEmpty { return "NULL" }
        let suffix = elements.contains { $0.isNull } ? "" : " NOT NULL"
        return names.sorted().map { $0 + suffix }.joined(separator: " | ")
    }
}
