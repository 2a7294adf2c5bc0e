import GraphModel
import ImporterKit

/// What a column's values become.
enum CSVValueType: Equatable {
    case text
    case integer
    case float
    case boolean
    case temporal(ValueText.Kind)
    /// Found out from the values: integer, float or boolean where all are, else text.
    case inferred

    /// The types a Neo4j header may name.
    static let names: [(name: String, type: CSVValueType)] = [
        ("string", .text), ("char", .text), ("point", .text), ("int", .integer),
        ("long", .integer), ("short", .integer), ("byte", .integer), ("integer", .integer),
        ("float", .float), ("double", .float), ("boolean", .boolean), ("bool", .boolean),
        ("date", .temporal(.date)), ("time", .temporal(.time)),
        ("localtime", .temporal(.localTime)), ("datetime", .temporal(.dateTime)),
        ("localdatetime", .temporal(.localDateTime)), ("duration", .temporal(.duration)),
    ]

    /// How a message calls it.
    var name: String {
        CSVValueType.names.first { $0.type == self }?.name ?? "text"
    }
}

/// One column, as its header or the file's manner says.
struct CSVColumn {
    /// What a column is for.
    enum Role: Equatable {
        case identifier
        case start
        case end
        case label
        case type
        case property
        case ignored
    }

    var role: Role
    /// The property's name; empty where the role has none.
    var name: String
    /// The name in parentheses, as in `:ID(Person)`; empty where there is none.
    var space = ""
    var type = CSVValueType.inferred
    var isList = false

    /// Reads a header field in the manner of Neo4j's import tool.
    ///
    /// - Parameter isStrict: whether the header has Neo4j's own marks, so that an unknown type is
    ///   a mistake and no type means text.
    static func parse(_ field: String, isStrict: Bool) throws(CSVHeaderFault) -> CSVColumn {
        var field = field
        if let brace = field.firstIndex(of: "{"), field.hasSuffix("}") {
            field = String(field[..<brace])
        }
        guard let colon = field.lastIndex(of: ":") else {
            return CSVColumn(role: .property, name: field, type: isStrict ? .text : .inferred)
        }
        let name = String(field[..<colon])
        var word = String(field[field.index(after: colon)...])
        var space = ""
        if let open = word.firstIndex(of: "("), word.hasSuffix(")") {
            space = String(word[word.index(after: open)...].dropLast())
            word = String(word[..<open])
        }
        if let role = role(named: word) {
            return CSVColumn(role: role, name: name, space: space, type: .inferred)
        }
        let isList = word.hasSuffix("[]")
        if isList { word.removeLast(2) }
        let known = CSVValueType.names.first { $0.name == word.lowercased() }
        if let known {
            return CSVColumn(role: .property, name: name, type: known.type, isList: isList)
        }
        if word.isEmpty, isStrict {
            return CSVColumn(role: .property, name: name, type: .text)
        }
        if isStrict { throw CSVHeaderFault(word: word) }
        return CSVColumn(role: .property, name: field)
    }

    private static func role(named word: String) -> Role? {
        switch word.uppercased() {
        case "ID": .identifier
        case "START_ID": .start
        case "END_ID": .end
        case "LABEL": .label
        case "TYPE": .type
        case "IGNORE": .ignored
        default: nil
        }
    }

    /// Whether a header has a mark that only Neo4j's import tool uses.
    static func isMarked(_ fields: [String]) -> Bool {
        fields.contains { field in
            [":ID", ":START_ID", ":END_ID", ":LABEL"].contains { mark in
                guard let found = field.range(of: mark) else { return false }
                return found.upperBound == field.endIndex
                    || "({".contains(field[found.upperBound])
            }
        }
    }
}

/// A word after the colon of a header field that is no type.
struct CSVHeaderFault: Error {
    let word: String
}

extension String {
    /// The range of a text, without Foundation.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) {
                return start..<index(start, offsetBy: text.count)
            }
            start = index(after: start)
        }
        return nil
    }
}
