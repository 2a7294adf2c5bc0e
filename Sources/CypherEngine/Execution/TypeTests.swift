import CypherSyntax
import GraphModel

extension TypeReference {
    /// Whether a value is of this type; null is of every type that does not say NOT NULL.
    func matches(_ value: Value) -> Bool {
        switch self {
        case .named(let name, let notNull):
            return value.isNull ? !notNull && name != "NOTHING" : isNamed(name, value)
        case .list(let element, let notNull):
            if value.isNull { return !notNull }
            guard case .list(let items) = value else { return false }
            return items.allSatisfy { element.matches($0) }
        case .union(let types): return types.contains { $0.matches(value) }
        }
    }

    private func isNamed(_ name: String, _ value: Value) -> Bool {
        switch (name, value) {
        case ("ANY", _), ("ANY VALUE", _): true
        case ("PROPERTY VALUE", _): isStorable(value)
        case ("BOOLEAN", .boolean), ("BOOL", .boolean): true
        case ("STRING", .string), ("VARCHAR", .string): true
        case ("INTEGER", .integer), ("INT", .integer), ("SIGNED INTEGER", .integer): true
        case ("FLOAT", .float), ("DATE", .date), ("DURATION", .duration): true
        case ("LOCAL TIME", .localTime), ("TIME WITHOUT TIMEZONE", .localTime): true
        case ("ZONED TIME", .time), ("TIME WITH TIMEZONE", .time): true
        case ("LOCAL DATETIME", .localDateTime), ("TIMESTAMP WITHOUT TIMEZONE", .localDateTime):
            true
        case ("ZONED DATETIME", .dateTime), ("TIMESTAMP WITH TIMEZONE", .dateTime): true
        case ("MAP", .map), ("ANY MAP", .map), ("LIST", .list), ("PATH", .path): true
        case ("NODE", .node), ("ANY NODE", .node), ("VERTEX", .node), ("ANY VERTEX", .node): true
        case ("RELATIONSHIP", .relationship), ("ANY RELATIONSHIP", .relationship),
            ("EDGE", .relationship), ("ANY EDGE", .relationship):
            true
        default: false
        }
    }

    private func isStorable(_ value: Value) -> Bool {
        switch value {
        case .null, .map, .node, .relationship, .path: false
        case .list(let items):
            items.allSatisfy { if case .list = $0 { false } else { isStorable($0) } }
        default: true
        }
    }
}

/// Whether a text is in a Unicode normal form; null for what is no text.
func isNormalized(
    _ value: Value, form: String, negated: Bool, _ context: ExecutionContext
) throws -> Value {
    guard case .string(let text) = value else { return .null }
    let normal = try FunctionRegistry.find("normalize")?.call(
        [.string(text), .string(form)], in: context)
    guard case .string(let other)? = normal else { return .null }
    return .boolean(text.unicodeScalars.elementsEqual(other.unicodeScalars) != negated)
}
