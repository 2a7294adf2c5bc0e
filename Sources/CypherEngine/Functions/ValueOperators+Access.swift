import GraphModel

extension ValueOperators {
    /// `value.key` on maps and temporal values; null has null for every key.
    ///
    /// Nodes and relationships need the graph: see `property(of:key:in:)`.
    package static func property(of value: Value, key: String) throws(Diagnostic) -> Value {
        switch value {
        case .null: return .null
        case .map(let map): return map[key] ?? .null
        default:
            if let component = try value.temporalComponent(key) { return component }
            throw Diagnostic(
                .typeError, "InvalidArgumentType",
                "a \(value.typeName) has no property '\(key)'",
                hint: "Only maps, nodes, relationships and temporal values have properties")
        }
    }

    /// `value.key` on any value.
    package static func property(
        of value: Value, key: String, in context: any FunctionContext
    ) throws(Diagnostic) -> Value {
        switch value {
        case .node(let node): try context.property(key, of: node)
        case .relationship(let relationship): try context.property(key, of: relationship)
        default: try property(of: value, key: key)
        }
    }

    /// `container[index]` on lists, maps and temporal values.
    ///
    /// A negative position counts from the end; one outside the list gives null.
    package static func element(of container: Value, at index: Value) throws(Diagnostic) -> Value {
        switch (container, index) {
        case (.null, _), (_, .null): return .null
        case (.list(let elements), .integer(let position)):
            let at = position < 0 ? position + elements.count : position
            return elements.indices.contains(at) ? elements[at] : .null
        case (.list, _):
            throw Diagnostic(
                .typeError, "ListElementAccessByNonInteger",
                "a List is indexed by an Integer, not \(index.typePhrase)")
        case (.map, .string(let key)), (_, .string(let key)):
            return try property(of: container, key: key)
        case (.map, _), (.node, _), (.relationship, _):
            throw Diagnostic(
                .typeError, "MapElementAccessByNonString",
                "a \(container.typeName) is indexed by a String, not \(index.typePhrase)")
        default:
            throw FunctionError.invalidType("[]", container, expected: "a List or Map")
        }
    }

    /// `container[index]` on any value, with the properties of nodes and relationships by name.
    package static func element(
        of container: Value, at index: Value, in context: any FunctionContext
    ) throws(Diagnostic) -> Value {
        switch (container, index) {
        case (.node, .string(let key)), (.relationship, .string(let key)):
            try property(of: container, key: key, in: context)
        default: try element(of: container, at: index)
        }
    }

    /// `list[from..to]`: the elements from one position up to but not including another.
    ///
    /// A bound that is nil was left out; negative bounds count from the end; bounds outside the
    /// list are cut to it.
    package static func slice(
        of list: Value, from: Value?, to: Value?, _ limits: any WorkLimits
    ) throws(Diagnostic) -> Value {
        if list.isNull || from?.isNull == true || to?.isNull == true { return .null }
        guard case .list(let elements) = list else {
            throw FunctionError.invalidType("[..]", list, expected: "a List")
        }
        let start = try bound(from, default: 0, elements.count)
        let end = try bound(to, default: elements.count, elements.count)
        return .list(
            start < end ? try LongList.copy(elements[start..<end], limits) : [])
    }

    private static func bound(
        _ value: Value?, default fallback: Int, _ count: Int
    ) throws(Diagnostic) -> Int {
        guard let value else { return fallback }
        guard case .integer(let position) = value else {
            throw FunctionError.invalidType("[..]", value, expected: "Integer bounds")
        }
        return min(max(position < 0 ? position + count : position, 0), count)
    }
}
