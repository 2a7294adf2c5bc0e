import GraphModel

/// Names and literals as Cypher writes them.
package enum CypherText {
    /// A label, type or property key: as it stands where it is a plain word, else in back-ticks.
    package static func identifier(_ name: String) -> String {
        isPlain(name) ? name : quotedName(name)
    }

    /// A variable's or function's name: a word that an expression would take for something else is
    /// put in back-ticks too.
    package static func variable(_ name: String) -> String {
        guard isPlain(name) else { return quotedName(name) }
        let keyword = Keyword.named(Array(name.utf8)[...])
        return keyword?.needsQuotingAsVariable == true ? quotedName(name) : name
    }

    /// A parameter with its dollar sign.
    package static func parameter(_ name: String) -> String {
        let isPlain =
            !name.isEmpty
            && name.unicodeScalars.allSatisfy { $0.properties.isXIDContinue || $0 == "_" }
        return isPlain ? "$\(name)" : "$\(quotedName(name))"
    }

    /// A text in single quotes with its escapes.
    package static func string(_ text: String) -> String {
        var output = "'"
        for scalar in text.unicodeScalars {
            output += scalar == "'" ? "\\'" : escaped(scalar)
        }
        return output + "'"
    }

    /// A value as an expression that gives it; nil for nodes, relationships and paths.
    package static func literal(_ value: Value) -> String? {
        switch value {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .integer(let value): "\(value)"
        case .float(let value): FloatText.text(of: value)
        case .string(let value): string(value)
        case .list(let items): joined(items.map(literal), "[", "]")
        case .map(let map):
            joined(
                map.entries.map { entry in
                    literal(entry.value).map { "\(identifier(entry.key)): \($0)" }
                }, "{", "}")
        case .node, .relationship, .path: nil
        case .date(let value): "date('\(value)')"
        case .localTime(let value): "localtime('\(value)')"
        case .time(let value): "time('\(value)')"
        case .localDateTime(let value): "localdatetime('\(value)')"
        case .dateTime(let value): "datetime('\(value)')"
        case .duration(let value): "duration('\(value)')"
        }
    }

    /// The parts with commas between them, nil where one is missing.
    private static func joined(_ parts: [String?], _ open: String, _ close: String) -> String? {
        let texts = parts.compactMap { $0 }
        return texts.count == parts.count
            ? "\(open)\(texts.joined(separator: ", "))\(close)" : nil
    }

    private static func isPlain(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first else { return false }
        return (first == "_" || first.properties.isXIDStart)
            && name.unicodeScalars.allSatisfy { $0.properties.isXIDContinue || $0 == "_" }
    }

    private static func quotedName(_ name: String) -> String {
        var output = "`"
        for scalar in name.unicodeScalars {
            output += scalar == "`" ? "``" : escaped(scalar)
        }
        return output + "`"
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case "\u{8}": "\\b"
        case "\u{C}": "\\f"
        default:
            scalar.value < 0x20 || scalar.value == 0x7F
                ? "\\u00\(hex(scalar.value >> 4))\(hex(scalar.value & 15))" : String(scalar)
        }
    }

    private static func hex(_ value: UInt32) -> String {
        String(value, radix: 16, uppercase: true)
    }
}

extension Keyword {
    /// Whether the bare word, where a variable may stand, would be read as something else.
    var needsQuotingAsVariable: Bool {
        switch self {
        case .true, .false, .null, .inf, .infinity, .nan, .case, .not, .distinct, .by, .all, .any,
            .noneOf, .single, .exists, .count, .collect, .reduce, .trim, .shortest, .shortestPath,
            .allShortestPaths, .walk, .trail, .acyclic, .simple, .nulls, .repeatable, .different:
            true
        default: followsOperand
        }
    }
}
