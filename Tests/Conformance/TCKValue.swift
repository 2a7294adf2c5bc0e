import GraphModel

/// A value as the TCK writes it: graph elements by their content, not by their identity.
indirect enum TCKValue: Equatable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case float(Double)
    case string(String)
    case list([TCKValue])
    case map([String: TCKValue])
    case node(labels: Set<String>, properties: [String: TCKValue])
    case relationship(type: String, properties: [String: TCKValue])
    /// The first node, then each step: a relationship, whether it is walked along its
    /// direction, and the node it leads to.
    case path(TCKValue, [PathStep])

    struct PathStep: Equatable, Sendable {
        var relationship: TCKValue
        var isForward: Bool
        var node: TCKValue
    }

    static func == (left: TCKValue, right: TCKValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.boolean(let a), .boolean(let b)): a == b
        case (.integer(let a), .integer(let b)): a == b
        // NaN is expected where it is written.
        case (.float(let a), .float(let b)): a == b || (a.isNaN && b.isNaN)
        case (.string(let a), .string(let b)): a.unicodeScalars.elementsEqual(b.unicodeScalars)
        case (.list(let a), .list(let b)): a == b
        case (.map(let a), .map(let b)): a == b
        case (.node(let a, let p), .node(let b, let q)): a == b && p == q
        case (.relationship(let a, let p), .relationship(let b, let q)): a == b && p == q
        case (.path(let a, let p), .path(let b, let q)): a == b && p == q
        default: false
        }
    }
}

extension TCKValue {
    /// The same value with the elements of every list in one order.
    var ignoringListOrder: TCKValue {
        switch self {
        case .list(let items):
            .list(items.map(\.ignoringListOrder).sorted { $0.description < $1.description })
        case .map(let entries): .map(entries.mapValues(\.ignoringListOrder))
        case .node(let labels, let properties):
            .node(labels: labels, properties: properties.mapValues(\.ignoringListOrder))
        case .relationship(let type, let properties):
            .relationship(type: type, properties: properties.mapValues(\.ignoringListOrder))
        default: self
        }
    }

    /// The same value with local mean times compared by date, time and zone alone: which city's
    /// mean time a zone had before it took a standard one depends on how the time zone data was
    /// built (some builds keep Stockholm's own, others merge it with Berlin's).
    var ignoringMeanTime: TCKValue {
        switch self {
        case .string(let text):
            .string(
                text.replacing(/(T[\d:.]+)[+-]\d\d:\d\d:\d\d(\[\w+\/\w+\])/) { match in
                    "\(match.1)\(match.2)"
                })
        case .list(let items): .list(items.map(\.ignoringMeanTime))
        case .map(let entries): .map(entries.mapValues(\.ignoringMeanTime))
        default: self
        }
    }

    /// The value as a parameter; nil for graph elements, which cannot be one.
    var asParameter: Value? {
        switch self {
        case .null: return .null
        case .boolean(let value): return .boolean(value)
        case .integer(let value): return .integer(value)
        case .float(let value): return .float(value)
        case .string(let value): return .string(value)
        case .list(let items):
            let values = items.compactMap(\.asParameter)
            return values.count == items.count ? .list(values) : nil
        case .map(let entries):
            var map = ValueMap()
            for (key, item) in entries {
                guard let value = item.asParameter else { return nil }
                map[key] = value
            }
            return .map(map)
        case .node, .relationship, .path: return nil
        }
    }
}

extension TCKValue: CustomStringConvertible {
    var description: String {
        switch self {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .float(let value): "\(value)"
        case .string(let value): "'\(value)'"
        case .list(let items): "[\(items.map(\.description).joined(separator: ", "))]"
        case .map(let entries): Self.text(entries)
        case .node(let labels, let properties):
            "(" + Self.joined(labels.sorted().map { ":\($0)" }.joined(), properties) + ")"
        case .relationship(let type, let properties):
            "[" + Self.joined(":\(type)", properties) + "]"
        case .path(let first, let steps):
            "<\(first)\(steps.map(\.description).joined())>"
        }
    }

    private static func joined(_ name: String, _ properties: [String: TCKValue]) -> String {
        if properties.isEmpty { return name }
        return name.isEmpty ? text(properties) : "\(name) \(text(properties))"
    }

    private static func text(_ entries: [String: TCKValue]) -> String {
        let parts = entries.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        return "{\(parts.joined(separator: ", "))}"
    }
}

extension TCKValue.PathStep: CustomStringConvertible {
    var description: String {
        isForward ? "-\(relationship)->\(node)" : "<-\(relationship)-\(node)"
    }
}
