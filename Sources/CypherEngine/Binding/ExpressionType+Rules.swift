import GraphModel

/// How static types combine and which of them exclude each other.
extension ExpressionType {
    /// The type of a value that is known before the query runs.
    static func of(_ value: Value) -> ExpressionType {
        switch value {
        case .null: .null
        case .boolean: .boolean
        case .integer: .integer
        case .float: .float
        case .string: .string
        case .list(let values): .list(union(of: values.map { .of($0) }))
        case .map: .map
        case .node: .node
        case .relationship: .relationship
        case .path: .path
        case .date: .date
        case .localTime: .localTime
        case .time: .time
        case .localDateTime: .localDateTime
        case .dateTime: .dateTime
        case .duration: .duration
        }
    }

    /// The narrowest type that covers all of them; `any` for none, as of an empty list.
    static func union(of types: some Sequence<ExpressionType>) -> ExpressionType {
        var result: ExpressionType?
        for type in types { result = result?.union(type) ?? type }
        return result ?? .any
    }

    /// The narrowest type that covers both; null is part of every type.
    func union(_ other: ExpressionType) -> ExpressionType {
        if self == other { return self }
        switch (self, other) {
        case (.null, let known), (let known, .null): return known
        case (.list(let left), .list(let right)): return .list(left.union(right))
        default: return isNumeric && other.isNumeric ? .number : .any
        }
    }

    /// Integer, float or one of both.
    var isNumeric: Bool {
        switch self {
        case .integer, .float, .number: true
        default: false
        }
    }

    /// A point in time or an amount of time.
    var isTemporal: Bool {
        switch self {
        case .date, .localTime, .time, .localDateTime, .dateTime, .duration: true
        default: false
        }
    }

    var isList: Bool {
        if case .list = self { true } else { false }
    }

    /// Nothing is known, or only that it is null: fits wherever a value is wanted.
    var isOpen: Bool { self == .any || self == .null }

    /// What iterating over a value of this type gives.
    var element: ExpressionType {
        if case .list(let element) = self { element } else { .any }
    }

    /// Whether a value of this type can be one of the other type.
    func overlaps(_ other: ExpressionType) -> Bool {
        if isOpen || other.isOpen || self == other { return true }
        switch (self, other) {
        // An empty list is a list of anything.
        case (.list, .list): return true
        case (.number, _), (_, .number): return isNumeric && other.isNumeric
        default: return false
        }
    }

    /// Whether an argument of this type is accepted for a parameter of the other: integers
    /// stand for floats.
    func isAcceptable(as wanted: ExpressionType) -> Bool {
        overlaps(wanted) || (wanted == .float && isNumeric)
    }

    /// The name for messages, with its article.
    var phrase: String {
        switch self {
        case .any: "any value"
        case .null: "null"
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .float: "a float"
        case .number: "a number"
        case .string: "a string"
        case .list: "a list"
        case .map: "a map"
        case .node: "a node"
        case .relationship: "a relationship"
        case .path: "a path"
        case .date: "a date"
        case .localTime: "a local time"
        case .time: "a time"
        case .localDateTime: "a local date and time"
        case .dateTime: "a date and time"
        case .duration: "a duration"
        }
    }
}
