import GraphModel

/// Functions on texts. Positions and lengths count Unicode characters, not bytes.
enum StringFunctions {
    static let table: [FunctionDescriptor] = cases + parts + trims + searches

    private static let cases: [FunctionDescriptor] = [
        text("toUpper", "A text in capital letters.", example: "toUpper('åse')  // 'ÅSE'") {
            $0.uppercased()
        },
        text("toUpper", "", example: "upper('åse')  // 'ÅSE'") { $0.uppercased() }
            .renamed("upper"),
        text("toLower", "A text in small letters.", example: "toLower('ÅSE')  // 'åse'") {
            $0.lowercased()
        },
        text("toLower", "", example: "lower('ÅSE')  // 'åse'") { $0.lowercased() }
            .renamed("lower"),
        .scalar(
            "normalize", .string, [.string, .string], .fixed(.string), optional: 1,
            "A text in a Unicode normal form: NFC unless NFD, NFKC or NFKD is named.",
            example: "normalize('e\\u0301')  // 'é'"
        ) { arguments, _ in
            let form = arguments.count > 1 ? try string(arguments[1], "normalize") : "NFC"
            return .string(
                try TextNormalization.normalize(string(arguments[0], "normalize"), form: form))
        },
        length("char_length"),
        length("char_length").renamed("character_length"),
    ]

    private static let parts: [FunctionDescriptor] = [
        .scalar(
            "left", .string, [.string, .integer], .fixed(.string),
            "The first characters of a text.", example: "left('hello', 3)  // 'hel'"
        ) { arguments, _ in
            let text = try string(arguments[0], "left").unicodeScalars
            return .string(String(text.prefix(try count(arguments[1], "left"))))
        },
        .scalar(
            "right", .string, [.string, .integer], .fixed(.string),
            "The last characters of a text.", example: "right('hello', 3)  // 'llo'"
        ) { arguments, _ in
            let text = try string(arguments[0], "right").unicodeScalars
            return .string(String(text.suffix(try count(arguments[1], "right"))))
        },
        .scalar(
            "substring", .string, [.string, .integer, .integer], .fixed(.string), optional: 1,
            "The characters from a position (the first is 0), all or so many of them.",
            example: "substring('hello', 1, 3)  // 'ell'"
        ) { arguments, _ in
            let text = try string(arguments[0], "substring").unicodeScalars
            let rest = text.dropFirst(try count(arguments[1], "substring"))
            guard arguments.count > 2 else { return .string(String(rest)) }
            return .string(String(rest.prefix(try count(arguments[2], "substring"))))
        },
    ]

    private static let trims: [FunctionDescriptor] = [
        trim(
            "trim", "A text without white space, or without the characters named, at its ends.",
            example: "trim(' a ')  // 'a'", start: true, end: true),
        trim("trim", "", example: "btrim('xxaxx', 'x')  // 'a'", start: true, end: true)
            .renamed("btrim"),
        trim(
            "ltrim", "A text without white space, or the characters named, at its start.",
            example: "ltrim(' a')  // 'a'", start: true, end: false),
        trim(
            "rtrim", "A text without white space, or the characters named, at its end.",
            example: "rtrim('a ')  // 'a'", start: false, end: true),
    ]

    private static let searches: [FunctionDescriptor] = [
        .scalar(
            "replace", .string, [.string, .string, .string], .fixed(.string),
            "A text with every occurrence of a part replaced.",
            example: "replace('hello', 'l', 'w')  // 'hewwo'"
        ) { arguments, context in
            let text = try string(arguments[0], "replace")
            let part = try string(arguments[1], "replace")
            let other = try string(arguments[2], "replace")
            if part.isEmpty { return .string(text) }
            let pieces = ByteSearch.pieces(of: text, separatedBy: part)
            let (added, overflow) = (pieces.count - 1)
                .multipliedReportingOverflow(by: other.utf8.count)
            try context.require(bytes: overflow ? Int.max : max(added, text.utf8.count))
            return .string(pieces.joined(separator: other))
        },
        .scalar(
            "split", .string, [.string, [.string, .list]], .fixed(.list(.string)),
            "The pieces of a text between the occurrences of a separator, or of several.",
            example: "split('one,two', ',')  // ['one', 'two']"
        ) { arguments, _ in try split(arguments) },
    ]

    /// A function from one text to another.
    private static func text(
        _ name: String, _ summary: String, example: String,
        _ change: @escaping @Sendable (String) -> String
    ) -> FunctionDescriptor {
        .scalar(name, .string, [.string], .fixed(.string), summary, example: example) {
            arguments, _ in .string(change(try string(arguments[0], name)))
        }
    }

    private static func length(_ name: String) -> FunctionDescriptor {
        .scalar(
            name, .string, [.string], .fixed(.integer), "The number of characters of a text.",
            example: "\(name)('blå')  // 3"
        ) { arguments, _ in .integer(try string(arguments[0], name).unicodeScalars.count) }
    }

    private static func trim(
        _ name: String, _ summary: String, example: String, start: Bool, end: Bool
    ) -> FunctionDescriptor {
        .scalar(
            name, .string, [.string, .string], .fixed(.string), optional: 1, summary,
            example: example
        ) { arguments, _ in
            let text = try string(arguments[0], name)
            guard arguments.count > 1 else {
                return .string(trimmed(text, start: start, end: end))
            }
            let unwanted = Set(try string(arguments[1], name).unicodeScalars)
            return .string(trimmed(text, start: start, end: end) { unwanted.contains($0) })
        }
    }

    /// A text without certain characters, white space unless said otherwise, at its ends.
    static func trimmed(
        _ text: String, start: Bool = true, end: Bool = true,
        _ isUnwanted: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    ) -> String {
        var rest = text.unicodeScalars[...]
        if start { rest = rest.drop(while: isUnwanted) }
        if end {
            while let last = rest.last, isUnwanted(last) { rest.removeLast() }
        }
        return rest.count == text.unicodeScalars.count ? text : String(rest)
    }

    private static func string(_ value: Value, _ name: String) throws(Diagnostic) -> String {
        guard case .string(let text) = value else {
            throw FunctionError.invalidType(name, value, expected: "a String")
        }
        return text
    }

    private static func count(_ value: Value, _ name: String) throws(Diagnostic) -> Int {
        guard case .integer(let number) = value else {
            throw FunctionError.invalidType(name, value, expected: "an Integer")
        }
        guard number >= 0 else {
            throw FunctionError.outOfRange(name, "takes no negative number, such as \(number)")
        }
        return number
    }

    private static func split(_ arguments: [Value]) throws(Diagnostic) -> Value {
        let text = try string(arguments[0], "split")
        var separators: [String] = []
        if case .list(let values) = arguments[1] {
            for value in values {
                if value.isNull { return .null }
                separators.append(try string(value, "split"))
            }
        } else {
            separators = [try string(arguments[1], "split")]
        }
        var pieces = [text]
        if separators.contains("") {
            pieces = text.unicodeScalars.map { String(Character($0)) }
            if pieces.isEmpty { pieces = [""] }
        } else {
            for separator in separators {
                pieces = pieces.flatMap { ByteSearch.pieces(of: $0, separatedBy: separator) }
            }
        }
        return .list(pieces.map(Value.string))
    }
}
