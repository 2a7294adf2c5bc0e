import GraphModel

extension Value {
    /// The value as a format writes it that has nothing but text: texts as they are, temporal
    /// values as ISO 8601, lists and maps as JSON.
    var plainText: String {
        switch self {
        case .null, .node, .relationship, .path: return ""
        case .boolean(let truth): return truth ? "true" : "false"
        case .integer(let number): return String(number)
        case .float(let number): return FloatText.text(of: number)
        case .string(let text): return text
        case .date(let value): return value.description
        case .localTime(let value): return value.description
        case .time(let value): return value.description
        case .localDateTime(let value): return value.description
        case .dateTime(let value): return value.description
        case .duration(let value): return value.description
        case .list, .map:
            var json = JSONBuffer()
            json.value(self)
            return json.text
        }
    }

    /// The kind of value in the plural, for the report of what was lost.
    var pluralName: String {
        switch self {
        case .null: "nulls"
        case .boolean: "booleans"
        case .integer: "integers"
        case .float: "floats"
        case .string: "texts"
        case .list: "lists"
        case .map: "maps"
        case .node, .relationship, .path: "graph elements"
        case .date: "dates"
        case .localTime, .time: "times of day"
        case .localDateTime, .dateTime: "points in time"
        case .duration: "durations"
        }
    }
}

extension String {
    /// The text in lines of about a width, broken between words.
    func wrapped(width: Int) -> [String] {
        var lines: [String] = []
        for paragraph in split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            var length = 0
            for word in paragraph.split(separator: " ") {
                let count = word.count
                if length > 0, length + 1 + count > width {
                    lines.append(line)
                    line = ""
                    length = 0
                }
                line += length == 0 ? String(word) : " " + word
                length += count + (length == 0 ? 0 : 1)
            }
            lines.append(line)
        }
        return lines
    }

    /// At most a number of scalars, with an ellipsis where something was cut off.
    func shortened(to limit: Int) -> String {
        if utf8.count <= limit || unicodeScalars.count <= limit { return self }
        return String(String.UnicodeScalarView(unicodeScalars.prefix(limit - 1))) + "…"
    }
}
