import GraphModel

extension CypherPrinter {
    mutating func write(_ pattern: PathPattern) {
        if let name = pattern.variable {
            variable(name)
            write(" = ")
        }
        switch pattern.selector {
        case .shortestPathFunction: writeFunction("shortestPath", pattern)
        case .allShortestPathsFunction: writeFunction("allShortestPaths", pattern)
        default:
            writePrefix(pattern)
            writeElements(pattern.elements)
        }
    }

    private mutating func writeFunction(_ name: String, _ pattern: PathPattern) {
        write("\(name)(")
        writeElements(pattern.elements)
        write(")")
    }

    private mutating func writePrefix(_ pattern: PathPattern) {
        var words: [String] = []
        var isGroups = false
        switch pattern.selector {
        case .any(let count): words = ["ANY"] + text(of: count)
        case .shortest(nil): words = ["ANY SHORTEST"]
        case .shortest(let count): words = ["SHORTEST"] + text(of: count)
        case .allShortest: words = ["ALL SHORTEST"]
        case .shortestGroups(let count):
            words = ["SHORTEST"] + text(of: count)
            isGroups = true
        case .all: words = ["ALL"]
        case .shortestPathFunction, .allShortestPathsFunction, nil: break
        }
        if let mode = pattern.mode { words.append(mode.rawValue) }
        if isGroups { words.append("GROUPS") }
        for word in words { write("\(word) ") }
    }

    private func text(of count: Expression?) -> [String] {
        count.map { [CypherPrinter.text(of: $0)] } ?? []
    }

    private mutating func writeElements(_ elements: [PathElement]) {
        for element in elements {
            switch element {
            case .node(let node): write(node)
            case .relationship(let relationship): write(relationship)
            case .group(let group): write(group)
            }
        }
    }

    private mutating func write(_ group: GroupPattern) {
        write("(")
        write(group.pattern)
        writeWhere(group.predicate)
        write(")")
        writeQuantifier(group.quantifier)
    }

    private mutating func write(_ node: NodePattern) {
        var parts = ElementParts(variable: node.variable)
        if let labels = node.labels {
            parts.labels = CypherPrinter.labelText(labels, separator: labels.isPlain ? ":" : "&")
        }
        write("(")
        write(parts, node.properties, node.predicate)
        write(")")
    }

    private mutating func write(_ relationship: RelationshipPattern) {
        var parts = ElementParts(variable: relationship.variable)
        if let types = relationship.types {
            parts.labels = CypherPrinter.labelText(types, separator: "&")
        }
        parts.length = relationship.length.map(lengthText) ?? ""
        write(relationship.direction == .left ? "<-" : "-")
        var filler = CypherPrinter()
        filler.write(parts, relationship.properties, relationship.predicate)
        if !filler.output.isEmpty { write("[\(filler.output)]") }
        write(relationship.direction == .right ? "->" : "-")
        writeQuantifier(relationship.quantifier)
    }

    private struct ElementParts {
        var variable: Name?
        var labels = ""
        var length = ""
    }

    /// What stands between the brackets of a node or relationship.
    private mutating func write(
        _ parts: ElementParts, _ properties: Expression?, _ predicate: Expression?
    ) {
        if let name = parts.variable { variable(name) }
        write(parts.labels)
        write(parts.length)
        if let properties {
            if parts.variable != nil || !parts.labels.isEmpty || !parts.length.isEmpty {
                write(" ")
            }
            write(properties, .lowest)
        }
        writeWhere(predicate)
    }

    private static func labelText(_ labels: LabelExpression, separator: String) -> String {
        var printer = CypherPrinter()
        printer.write(":")
        printer.write(labels, separator: separator)
        return printer.output
    }

    private func lengthText(_ length: PathLength) -> String {
        switch (length.minimum, length.maximum) {
        case (nil, nil): "*"
        case (let least?, let most?): least == most ? "*\(least)" : "*\(least)..\(most)"
        case (let least?, nil): "*\(least).."
        case (nil, let most?): "*..\(most)"
        }
    }

    private mutating func writeQuantifier(_ quantifier: PathLength?) {
        guard let quantifier else { return }
        switch (quantifier.minimum ?? 0, quantifier.maximum) {
        case (0, nil): write("*")
        case (1, nil): write("+")
        case (let least, nil): write("{\(least),}")
        case (let least, let most?):
            write(least == most ? "{\(least)}" : "{\(least),\(most)}")
        }
    }
}
