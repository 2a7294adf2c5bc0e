import GraphModel

/// A JSON value.
public enum JSONValue: Sendable, Equatable {
    case null
    case boolean(Bool)
    /// A number without fraction and exponent that 64 bits hold.
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// The members in the order they stand in.
    case object([Member])

    /// A member of an object.
    public struct Member: Sendable, Equatable {
        /// Its name.
        public let key: String
        /// Its value.
        public let value: JSONValue

        /// Creates a member.
        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The value of a member, the last of several; nil where there is none or this is no object.
    public subscript(key: String) -> JSONValue? {
        members?.last { $0.key == key }?.value
    }

    /// The members of an object.
    public var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The elements of an array.
    public var elements: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The text of a string.
    public var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The number of an integer.
    public var integer: Int? {
        if case .integer(let number) = self { number } else { nil }
    }

    /// The truth of a boolean.
    public var boolean: Bool? {
        if case .boolean(let flag) = self { flag } else { nil }
    }

    /// What serves as an identifier: a string, or a number as it is written; nil for the rest.
    public var identifier: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        default: nil
        }
    }

    /// The property value that says the same: lists of plain values stay lists, what is nested
    /// deeper becomes its JSON text.
    public var propertyValue: GraphModel.Value {
        switch self {
        case .null: return .null
        case .boolean(let flag): return .boolean(flag)
        case .integer(let number): return .integer(number)
        case .number(let number): return .float(number)
        case .string(let text): return .string(text)
        case .object: return .string(description)
        case .array(let elements):
            let values = elements.map(\.propertyValue)
            let isFlat = zip(elements, values).allSatisfy { element, value in
                element.members == nil && element.elements == nil && !value.isNull
            }
            return isFlat ? .list(values) : .string(description)
        }
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as JSON, without spaces.
    public var description: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .boolean(let flag): text += flag ? "true" : "false"
        case .integer(let number): text += "\(number)"
        case .number(let number): text += number.isFinite ? "\(number)" : "null"
        case .string(let string): JSONString.write(string, to: &text)
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += "," }
                element.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += "," }
                JSONString.write(member.key, to: &text)
                text += ":"
                member.value.write(to: &text)
            }
            text += "}"
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    public init(stringLiteral text: String) { self = .string(text) }
    /// An integer.
    public init(integerLiteral number: Int) { self = .integer(number) }
    /// A boolean.
    public init(booleanLiteral flag: Bool) { self = .boolean(flag) }
    /// An array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// An object.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(members.map { Member($0.0, $0.1) })
    }
}
