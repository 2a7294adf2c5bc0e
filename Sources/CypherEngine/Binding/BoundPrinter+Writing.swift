import GraphModel

extension BoundPrinter {
    mutating func writing(_ clause: BoundClause) -> String {
        switch clause {
        case .create(let pattern): return "CREATE \(text(pattern))"
        case .merge(let merge):
            let pattern = lines(
                .clauses([.match(merge.pattern, isOptional: false)], columns: []))
            var result = "MERGE { \(pattern.joined()) } CREATE \(text(merge.creation))"
            if !merge.onCreate.isEmpty {
                result += " ON CREATE \(merge.onCreate.map { text($0) }.joined(separator: ", "))"
            }
            if !merge.onMatch.isEmpty {
                result += " ON MATCH \(merge.onMatch.map { text($0) }.joined(separator: ", "))"
            }
            return result
        case .set(let items): return "SET \(items.map { text($0) }.joined(separator: ", "))"
        case .remove(let items):
            return "REMOVE \(items.map { text($0) }.joined(separator: ", "))"
        case .delete(let items, let detach):
            return "\(detach ? "DETACH " : "")DELETE \(list(items))"
        case .foreach(let variable, let list, let body):
            let source = text(list)
            let name = declare(variable)
            let inner = lines(.clauses(body, columns: [])).joined(separator: " ")
            return "FOREACH (\(name) IN \(source) | \(inner))"
        default: return ""
        }
    }

    private mutating func text(_ pattern: CreatePattern) -> String {
        var parts = pattern.nodes.map { node in
            let properties = node.properties.map { " \(text($0))" } ?? ""
            let labels = node.labels.map { ":\($0)" }.joined()
            return "(\(declare(node.variable))\(labels)\(properties))"
        }
        parts += pattern.relationships.map { relationship in
            let properties = relationship.properties.map { " \(text($0))" } ?? ""
            return "\(use(relationship.from))-[\(declare(relationship.variable)):"
                + "\(relationship.type)\(properties)]->\(use(relationship.to))"
        }
        parts += pattern.paths.map { path in
            let names = (path.nodes + path.relationships).map { use($0) }
            return "\(declare(path.variable)) = \(names.joined(separator: "-"))"
        }
        return parts.joined(separator: ", ")
    }

    private mutating func text(_ item: BoundSet) -> String {
        switch item {
        case .property(let target, let key, let value):
            "\(text(target)).\(key) = \(text(value))"
        case .dynamicProperty(let target, let key, let value):
            "\(text(target))[\(text(key))] = \(text(value))"
        case .replace(let target, let value): "\(text(target)) = \(text(value))"
        case .merge(let target, let value): "\(text(target)) += \(text(value))"
        case .labels(let target, let labels):
            "\(text(target))\(labels.map { ":\($0)" }.joined())"
        }
    }

    private mutating func text(_ item: BoundRemove) -> String {
        switch item {
        case .property(let target, let key): "\(text(target)).\(key)"
        case .dynamicProperty(let target, let key): "\(text(target))[\(text(key))]"
        case .labels(let target, let labels):
            "\(text(target))\(labels.map { ":\($0)" }.joined())"
        }
    }
}
