import GraphModel

extension ValueOperators {
    // MARK: Comparison

    /// `=`.
    package static func equal(_ left: Value, _ right: Value) -> Value {
        truth(Value.equals(left, right))
    }

    /// `<>`.
    package static func notEqual(_ left: Value, _ right: Value) -> Value {
        truth(Value.equals(left, right).map { !$0 })
    }

    /// `<`.
    package static func less(_ left: Value, _ right: Value) -> Value {
        truth(Value.compare(left, right).map { $0 == .less })
    }

    /// `<=`.
    package static func lessOrEqual(_ left: Value, _ right: Value) -> Value {
        truth(Value.compare(left, right).map { $0 == .less || $0 == .equal })
    }

    /// `>`.
    package static func greater(_ left: Value, _ right: Value) -> Value {
        truth(Value.compare(left, right).map { $0 == .greater })
    }

    /// `>=`.
    package static func greaterOrEqual(_ left: Value, _ right: Value) -> Value {
        truth(Value.compare(left, right).map { $0 == .greater || $0 == .equal })
    }

    /// `IN`: whether a list has an element equal to the value; unknown where only a null could be.
    package static func isIn(_ value: Value, _ list: Value) throws(Diagnostic) -> Value {
        switch list {
        case .null: return .null
        case .list(let elements):
            var isKnown = true
            for element in elements {
                switch Value.equals(value, element) {
                case .some(true): return .boolean(true)
                case .some(false): continue
                case .none: isKnown = false
                }
            }
            return isKnown ? .boolean(false) : .null
        default: throw FunctionError.invalidType("IN", list, expected: "a List")
        }
    }

    /// A truth value, null for nil.
    @inline(__always)
    package static func truth(_ value: Bool?) -> Value {
        if let value { .boolean(value) } else { .null }
    }

    // MARK: Logic

    /// `AND`: false wins over unknown.
    package static func and(_ left: Value, _ right: Value) throws(Diagnostic) -> Value {
        let a = try truth(of: left, "AND")
        let b = try truth(of: right, "AND")
        if a == false || b == false { return .boolean(false) }
        return a == nil || b == nil ? .null : .boolean(true)
    }

    /// `OR`: true wins over unknown.
    package static func or(_ left: Value, _ right: Value) throws(Diagnostic) -> Value {
        let a = try truth(of: left, "OR")
        let b = try truth(of: right, "OR")
        if a == true || b == true { return .boolean(true) }
        return a == nil || b == nil ? .null : .boolean(false)
    }

    /// `XOR`.
    package static func xor(_ left: Value, _ right: Value) throws(Diagnostic) -> Value {
        let a = try truth(of: left, "XOR")
        let b = try truth(of: right, "XOR")
        guard let a, let b else { return .null }
        return .boolean(a != b)
    }

    /// `NOT`.
    package static func not(_ value: Value) throws(Diagnostic) -> Value {
        truth(try truth(of: value, "NOT").map { !$0 })
    }

    /// The truth value of an operand, nil for null; an error for anything else.
    package static func truth(
        of value: Value, _ operation: String
    ) throws(Diagnostic) -> Bool? {
        switch value {
        case .boolean(let truth): truth
        case .null: nil
        default: throw FunctionError.invalidType(operation, value, expected: "a Boolean")
        }
    }

    // MARK: Texts

    /// `STARTS WITH`; null where an operand is no text.
    package static func startsWith(_ text: Value, _ prefix: Value) -> Value {
        guard case .string(let text) = text, case .string(let prefix) = prefix else {
            return .null
        }
        return .boolean(text.utf8.starts(with: prefix.utf8))
    }

    /// `ENDS WITH`; null where an operand is no text.
    package static func endsWith(_ text: Value, _ suffix: Value) -> Value {
        guard case .string(let text) = text, case .string(let suffix) = suffix else {
            return .null
        }
        let (all, end) = (text.utf8, suffix.utf8)
        return .boolean(all.count >= end.count && all.suffix(end.count).elementsEqual(end))
    }

    /// `CONTAINS`; null where an operand is no text.
    package static func contains(_ text: Value, _ part: Value) -> Value {
        guard case .string(let text) = text, case .string(let part) = part else { return .null }
        return .boolean(ByteSearch.find(part, in: text))
    }

    /// `=~`: whether the whole text matches a regular expression; null where an operand is no text.
    ///
    /// Over many rows keep a `RegularExpressionCache`.
    package static func matches(_ text: Value, _ pattern: Value) throws(Diagnostic) -> Value {
        guard case .string(let text) = text, case .string(let pattern) = pattern else {
            return .null
        }
        return .boolean(try RegularExpression(pattern).matches(text))
    }
}
