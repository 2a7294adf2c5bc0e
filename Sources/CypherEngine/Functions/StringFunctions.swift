import GraphModel

/// Functions on texts. Positions and lengths count Unicode characters, not bytes.
enum StringFunctions {
    static let table: [FunctionDescriptor] = cases + parts + trims + searches

    private static let cases: [FunctionDescriptor] = [
        text("toUpper", "A text in capital letters.", example: "toUpper('åse')  // 'ÅSE'") {
            $0.uppercased()
        },
        text("toUpper", "", example: "toUpper('åse')  // 'ÅSE'") { $0.uppercased() }
            .renamed("upper"),
        text("toLower", "A text in small letters.", example: "toLower('ÅSE')  // 'åse'") {
            $0.lowercased()
        },
        text("toLower", "", example: "toLower('ÅSE')  // 'åse'") { $0.lowercased() }
            .renamed("lower"),
        .scalar(
            "normalize", .string, [.string, .string], .fixed(.string), optional: 1,
            "A text in a Unicode normal form: NFC unless NFD is named.",
            example: "normalize('e\\u0301')  // 'é'"
        ) { arguments, context in
            let form = arguments.count > 1 ? try string(arguments[1], "normalize") : "NFC"
            return .string(
                try TextNormalization.normalize(
                    string(arguments[0], "normalize"), form: form, context))
        },
        length("char_length"),
        length("char_length").renamed("character_length"),
    ]

    private static let parts: [FunctionDescriptor] = [
        .scalar(
            "left", .string, [.string, .integer], .fixed(.string),
            "The first characters of a text.", example: "left('hello', 3)  // 'hel'"
        ) { arguments, context in
            let text = try string(arguments[0], "left")
            return .string(
                try part(of: text, from: 0, count: count(arguments[1], "left"), context))
        },
        .scalar(
            "right", .string, [.string, .integer], .fixed(.string),
            "The last characters of a text.", example: "right('hello', 3)  // 'llo'"
        ) { arguments, context in
            let text = try string(arguments[0], "right")
            let skipped = try LongText.length(text, context) - count(arguments[1], "right")
            return .string(try part(of: text, from: max(0, skipped), count: nil, context))
        },
        .scalar(
            "substring", .string, [.string, .integer, .integer], .fixed(.string), optional: 1,
            "The characters from a position (the first is 0), all or so many of them.",
            example: "substring('hello', 1, 3)  // 'ell'"
        ) { arguments, context in
            let text = try string(arguments[0], "substring")
            let start = try count(arguments[1], "substring")
            let length = arguments.count > 2 ? try count(arguments[2], "substring") : nil
            return .string(try part(of: text, from: start, count: length, context))
        },
    ]

    /// So many characters from a position, or all.
    private static func part(
        of text: String, from start: Int, count: Int?, _ limits: any WorkLimits
    ) throws(Diagnostic) -> String {
        var rest = text[...]
        rest = rest[try LongText.index(after: start, in: rest, limits)...]
        if let count { rest = rest[..<(try LongText.index(after: count, in: rest, limits))] }
        return try LongText.copy(rest, limits)
    }

    private static let trims: [FunctionDescriptor] = [
        trim(
            "trim", "A text without white space, or without the characters named, at its ends.",
            example: "trim(' a ')  // 'a'", start: true, end: true),
        trim("trim", "", example: "trim('xxaxx', 'x')  // 'a'", start: true, end: true)
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
            try replace(
                string(arguments[0], "replace"), string(arguments[1], "replace"),
                with: string(arguments[2], "replace"), context)
        },
        .scalar(
            "split", .string, [.string, [.string, .list]], .fixed(.list(.string)),
            "The pieces of a text between the occurrences of a separator, or of several.",
            example: "split('one,two', ',')  // ['one', 'two']"
        ) { arguments, context in try split(arguments, context) },
    ]

    /// A function from one text to another.
    private static func text(
        _ name: String, _ summary: String, example: String,
        _ change: @escaping @Sendable (String) -> String
    ) -> FunctionDescriptor {
        .scalar(name, .string, [.string], .fixed(.string), summary, example: example) {
            arguments, context in
            .string(try LongText.changed(string(arguments[0], name), context, change))
        }
    }

    private static func length(_ name: String) -> FunctionDescriptor {
        .scalar(
            name, .string, [.string], .fixed(.integer), "The number of characters of a text.",
            example: "\(name)('blå')  // 3"
        ) { arguments, context in
            .integer(try LongText.length(string(arguments[0], name), context))
        }
    }

    private static func trim(
        _ name: String, _ summary: String, example: String, start: Bool, end: Bool
    ) -> FunctionDescriptor {
        .scalar(
            name, .string, [.string, .string], .fixed(.string), optional: 1, summary,
            example: example
        ) { arguments, context in
            let text = try string(arguments[0], name)
            let unwanted =
                arguments.count > 1 ? Set(try string(arguments[1], name).unicodeScalars) : nil
            let rest = try trimmed(text[...], start: start, end: end) {
                (scalar) throws(Diagnostic) in
                try context.step(1)
                return unwanted?.contains(scalar) ?? scalar.properties.isWhitespace
            }
            return .string(try LongText.copy(rest, context))
        }
    }

    /// A text without white space at its ends.
    static func trimmed(_ text: String) -> String {
        String(trimmed(text[...], start: true, end: true) { $0.properties.isWhitespace })
    }

    /// A text without certain characters at its ends.
    private static func trimmed<Failure: Error>(
        _ text: Substring, start: Bool, end: Bool,
        _ isUnwanted: (Unicode.Scalar) throws(Failure) -> Bool
    ) throws(Failure) -> Substring {
        var rest = text.unicodeScalars
        if start { while let first = rest.first, try isUnwanted(first) { rest.removeFirst() } }
        if end { while let last = rest.last, try isUnwanted(last) { rest.removeLast() } }
        return Substring(rest)
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

    private static func replace(
        _ text: String, _ part: String, with other: String, _ limits: any WorkLimits
    ) throws(Diagnostic) -> Value {
        if part.isEmpty { return .string(text) }
        let (most, overflow) = (text.utf8.count / part.utf8.count)
            .multipliedReportingOverflow(by: other.utf8.count)
        if !overflow, most <= LongText.piece, text.utf8.count <= LongText.piece {
            return .string(replaced(text, part, with: other))
        }
        return .string(try replacedInPieces(text, part, with: other, limits))
    }

    private static func replaced(_ text: String, _ part: String, with other: String) -> String {
        let count = text.utf8.count
        var made = ""
        var start = text.startIndex
        var at = 0
        while let place = ByteSearch.offset(of: part, in: text, from: at, to: count) {
            let end = text.utf8.index(start, offsetBy: place - at)
            made += text[start..<end]
            made += other
            start = text.utf8.index(end, offsetBy: part.utf8.count)
            at = place + part.utf8.count
        }
        return at == 0 ? text : made + text[start...]
    }

    /// Counts first, so that the result is charged before it is made.
    private static func replacedInPieces(
        _ text: String, _ part: String, with other: String, _ limits: any WorkLimits
    ) throws(Diagnostic) -> String {
        var counting = Occurrences(of: part, in: text, limits: limits)
        var count = 0
        while try counting.next() != nil { count += 1 }
        if count == 0 { return text }
        let (change, overflow) = count.multipliedReportingOverflow(
            by: other.utf8.count - part.utf8.count)
        var made = try TextBuilder(
            bytes: overflow ? Int.max : text.utf8.count + change, limits)
        var rest = text[...]
        var places = Occurrences(of: part, in: text, limits: limits)
        while let place = try places.next() {
            let start = text.utf8.index(text.startIndex, offsetBy: place)
            try made.append(rest[..<start])
            try made.append(other[...])
            rest = text[text.utf8.index(start, offsetBy: part.utf8.count)...]
        }
        try made.append(rest)
        return made.text
    }

    private static func split(
        _ arguments: [Value], _ limits: any WorkLimits
    ) throws(Diagnostic) -> Value {
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
        return .list(try TextSplitting.pieces(of: text, separators, limits))
    }
}
