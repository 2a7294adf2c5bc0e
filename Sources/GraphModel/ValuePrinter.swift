/// Writes values as the language's literals: `'it\'s'`, `1.0`, `[1, null]`, `{a: 1}`.
public struct ValuePrinter {
    /// How temporal values, which have no literals, are written.
    public enum TemporalStyle: Sendable {
        /// As a string literal: `'1984-10-11'`.
        case quoted
        /// As a call that makes the value: `date('1984-10-11')`.
        case constructor
    }

    /// What the printer asks its caller to write: the graph is not known here.
    public enum Entity {
        /// A node.
        case node(NodeIndex)
        /// A relationship.
        case relationship(RelationshipIndex)
        /// A path.
        case path(Path)
    }

    private let temporalStyle: TemporalStyle
    private let entityText: (Entity) -> String

    /// Creates a printer; without `entityText` graph elements are written by their position.
    public init(
        temporalStyle: TemporalStyle = .quoted,
        entityText: @escaping (Entity) -> String = ValuePrinter.positionText
    ) {
        self.temporalStyle = temporalStyle
        self.entityText = entityText
    }

    /// The text of a value.
    public func text(of value: Value) -> String {
        var output = ""
        write(value, to: &output)
        return output
    }

    /// Appends the text of a value.
    public func write(_ value: Value, to output: inout String) {
        switch value {
        case .null: output += "null"
        case .boolean(let value): output += value ? "true" : "false"
        case .integer(let value): output += String(value)
        case .float(let value): output += FloatText.text(of: value)
        case .string(let text): ValuePrinter.writeQuoted(text, to: &output)
        case .list(let values): write(values, to: &output)
        case .map(let map): write(map, to: &output)
        case .node(let node): output += entityText(.node(node))
        case .relationship(let relationship): output += entityText(.relationship(relationship))
        case .path(let path): output += entityText(.path(path))
        case .date(let value): write(value, call: "date", to: &output)
        case .localTime(let value): write(value, call: "localtime", to: &output)
        case .time(let value): write(value, call: "time", to: &output)
        case .localDateTime(let value): write(value, call: "localdatetime", to: &output)
        case .dateTime(let value): write(value, call: "datetime", to: &output)
        case .duration(let value): write(value, call: "duration", to: &output)
        }
    }

    private func write(_ values: [Value], to output: inout String) {
        output += "["
        for (index, value) in values.enumerated() {
            if index > 0 { output += ", " }
            write(value, to: &output)
        }
        output += "]"
    }

    /// Appends the text of a map.
    public func write(_ map: ValueMap, to output: inout String) {
        output += "{"
        for (index, entry) in map.entries.enumerated() {
            if index > 0 { output += ", " }
            ValuePrinter.writeName(entry.key, to: &output)
            output += ": "
            write(entry.value, to: &output)
        }
        output += "}"
    }

    private func write(
        _ value: some CustomStringConvertible, call: String, to output: inout String
    ) {
        switch temporalStyle {
        case .quoted: output += "'\(value.description)'"
        case .constructor: output += "\(call)('\(value.description)')"
        }
    }

    /// A graph element by its position, for where no graph is at hand.
    public static func positionText(of entity: Entity) -> String {
        switch entity {
        case .node(let node): return "(#\(node.raw))"
        case .relationship(let relationship): return "[#\(relationship.raw)]"
        case .path(let path):
            var text = "<"
            for (index, node) in path.nodes.enumerated() {
                text += "(#\(node.raw))"
                if index < path.relationships.count {
                    text += "-[#\(path.relationships[index].raw)]-"
                }
            }
            return text + ">"
        }
    }

    /// Appends a text as a string literal in single quotes.
    public static func writeQuoted(_ text: String, to output: inout String) {
        output += "'"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'": output += "\\'"
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case "\u{8}": output += "\\b"
            case "\u{C}": output += "\\f"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    output.unicodeScalars.append(scalar)
                }
            }
        }
        output += "'"
    }

    /// Appends a name, in backticks where it is not a plain identifier.
    public static func writeName(_ name: String, to output: inout String) {
        if isPlainName(name) {
            output += name
        } else {
            output += "`"
            for scalar in name.unicodeScalars {
                if scalar == "`" { output += "`" }
                output.unicodeScalars.append(scalar)
            }
            output += "`"
        }
    }

    private static func isPlainName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first else { return false }
        guard first == "_" || first.properties.isXIDStart else { return false }
        return name.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
    }
}
