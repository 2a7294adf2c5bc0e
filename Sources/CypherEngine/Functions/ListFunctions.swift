import GraphModel

/// Functions on lists.
enum ListFunctions {
    /// Keeps one call from filling the memory.
    static let rangeLimit = 50_000_000

    static let table: [FunctionDescriptor] = [
        .scalar(
            "head", .list, [.list], .elementOfFirst,
            "The first element of a list, null where it is empty.", example: "head([1, 2])  // 1"
        ) { arguments, _ in try list(arguments[0], "head").first ?? .null },
        .scalar(
            "last", .list, [.list], .elementOfFirst,
            "The last element of a list, null where it is empty.", example: "last([1, 2])  // 2"
        ) { arguments, _ in try list(arguments[0], "last").last ?? .null },
        .scalar(
            "tail", .list, [.list], .sameAsFirst, "All elements of a list but the first.",
            example: "tail([1, 2, 3])  // [2, 3]"
        ) { arguments, context in
            .list(try LongList.copy(list(arguments[0], "tail").dropFirst(), context))
        },
        .scalar(
            "reverse", .list, [[.list, .string]], .sameAsFirst,
            "A list or text the other way round.", example: "reverse([1, 2, 3])  // [3, 2, 1]"
        ) { arguments, context in try reverse(arguments[0], context) },
        .scalar(
            "size", .list, [[.list, .string]], .fixed(.integer),
            "The number of elements of a list or characters of a text.",
            example: "size(['a', 'b'])  // 2"
        ) { arguments, context in try size(arguments[0], context) },
        .scalar(
            "isEmpty", .list, [[.list, .string, .map]], .fixed(.boolean),
            "Whether a list, map or text has nothing in it.", example: "isEmpty([])  // true"
        ) { arguments, _ in try isEmpty(arguments[0]) },
        // Its own error for wrong types is one of run time, so none is found beforehand.
        .scalar(
            "range", .list, [.any, .any, .any], .fixed(.list(.integer)), optional: 1,
            "The integers from one to another, both included, in steps of one or of a third.",
            example: "range(0, 10, 5)  // [0, 5, 10]"
        ) { arguments, context in
            let span = try IntegerSpan(arguments)
            guard span.count <= rangeLimit else {
                throw Diagnostic(
                    .resource, "ListTooLong",
                    "'range' would make more than \(rangeLimit) elements",
                    hint: "UNWIND range(…) goes through any number of them without a list")
            }
            return .list(
                try LongList.made(span.count, context) { (index) throws(Diagnostic) in
                    .integer(span[index])
                })
        },
    ]

    private static func list(_ value: Value, _ name: String) throws(Diagnostic) -> [Value] {
        guard case .list(let elements) = value else {
            throw FunctionError.invalidValue(name, value, expected: "a List")
        }
        return elements
    }

    private static func reverse(
        _ value: Value, _ limits: any WorkLimits
    ) throws(Diagnostic) -> Value {
        switch value {
        case .list(let elements):
            let last = elements.count - 1
            return .list(
                try LongList.made(elements.count, limits) { (index) throws(Diagnostic) in
                    elements[last - index]
                })
        case .string(let text):
            try limits.require(bytes: 2 * text.utf8.count)
            var reversed = String.UnicodeScalarView()
            reversed.reserveCapacity(text.utf8.count)
            for scalar in text.unicodeScalars.reversed() {
                try limits.step(1)
                reversed.append(scalar)
            }
            return .string(String(reversed))
        default:
            throw FunctionError.invalidValue("reverse", value, expected: "a List or String")
        }
    }

    private static func size(
        _ value: Value, _ limits: any WorkLimits
    ) throws(Diagnostic) -> Value {
        switch value {
        case .list(let elements): .integer(elements.count)
        case .string(let text): .integer(try LongText.length(text, limits))
        default: throw FunctionError.invalidValue("size", value, expected: "a List or String")
        }
    }

    private static func isEmpty(_ value: Value) throws(Diagnostic) -> Value {
        switch value {
        case .list(let elements): .boolean(elements.isEmpty)
        case .string(let text): .boolean(text.isEmpty)
        case .map(let map): .boolean(map.isEmpty)
        default:
            throw FunctionError.invalidValue("isEmpty", value, expected: "a List, Map or String")
        }
    }
}
