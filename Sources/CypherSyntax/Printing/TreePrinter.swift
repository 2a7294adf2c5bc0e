import GraphModel

/// Writes a syntax tree as indented lines, with the place of each part, to look at while debugging:
///
/// ```
/// return 0..<12
///   items
///     expression 7..<12
///       binary add
/// ```
package struct TreePrinter {
    private var output = ""

    /// The tree of any part of the syntax: a statement, query, clause, expression or pattern.
    package static func text(of tree: Any) -> String {
        var printer = TreePrinter()
        printer.write(tree, label: nil, depth: 0)
        return printer.output
    }

    private mutating func write(_ value: Any, label: String?, depth: Int) {
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .optional {
            if let inner = mirror.children.first {
                write(inner.value, label: label, depth: depth)
            }
            return
        }
        if let leaf = Self.leaf(value) {
            line(label.map { "\($0): \(leaf)" } ?? leaf, depth)
            return
        }
        switch mirror.displayStyle {
        case .collection: writeItems(mirror, label, depth)
        case .enum: writeCase(value, mirror, label, depth)
        default: writeParts(value, mirror, label, depth)
        }
    }

    /// What fits on one line.
    private static func leaf(_ value: Any) -> String? {
        switch value {
        case let name as Name: "\(CypherText.identifier(name.text)) \(text(name.range))"
        case let value as Value: CypherText.literal(value) ?? value.typeName
        case let text as String: CypherText.string(text)
        case let flag as Bool: flag ? "true" : "false"
        case let number as Int: "\(number)"
        default: nil
        }
    }

    private static func text(_ range: SourceRange) -> String {
        "\(range.start)..<\(range.end)"
    }

    private mutating func writeItems(_ mirror: Mirror, _ label: String?, _ depth: Int) {
        guard !mirror.children.isEmpty else { return }
        if let label { line(label, depth) }
        let inner = label == nil ? depth : depth + 1
        for child in mirror.children { write(child.value, label: nil, depth: inner) }
    }

    private mutating func writeCase(
        _ value: Any, _ mirror: Mirror, _ label: String?, _ depth: Int
    ) {
        let prefix = label.map { "\($0): " } ?? ""
        guard let payload = mirror.children.first, let name = payload.label else {
            line("\(prefix)\(value)", depth)
            return
        }
        line(prefix + name, depth)
        let inner = Mirror(reflecting: payload.value)
        if inner.displayStyle == .tuple {
            for part in inner.children {
                let isNamed = part.label?.hasPrefix(".") == false
                write(part.value, label: isNamed ? part.label : nil, depth: depth + 1)
            }
        } else {
            write(payload.value, label: nil, depth: depth + 1)
        }
    }

    private mutating func writeParts(
        _ value: Any, _ mirror: Mirror, _ label: String?, _ depth: Int
    ) {
        let range = mirror.children.first { $0.label == "range" }?.value as? SourceRange
        let name = label ?? "\(mirror.subjectType)"
        line(range.map { "\(name) \(Self.text($0))" } ?? name, depth)
        for child in mirror.children where child.label != "range" {
            let label = child.label == "kind" ? nil : child.label
            write(child.value, label: label, depth: depth + 1)
        }
    }

    private mutating func line(_ text: String, _ depth: Int) {
        output += String(repeating: "  ", count: depth) + text + "\n"
    }
}
