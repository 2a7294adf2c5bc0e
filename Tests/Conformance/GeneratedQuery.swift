/// A reading query made by chance, which can be written in several ways that must mean the same.
struct GeneratedQuery {
    struct Node {
        /// Empty for an anonymous one.
        var name: String
        var label: String
        var properties: String
    }

    struct Step {
        var name: String
        var types: String
        var length: String
        var direction: Direction
        var node: Node
    }

    enum Direction {
        case right
        case left
        case either

        var reversed: Direction {
            switch self {
            case .right: .left
            case .left: .right
            case .either: .either
            }
        }
    }

    struct PathText {
        var first: Node
        var steps: [Step]
    }

    struct Match {
        var isOptional: Bool
        var paths: [PathText]
        var predicates: [String]
    }

    /// What is changed in the text without a change of meaning.
    enum Form: CaseIterable {
        case plain
        /// Paths from right to left, and in the other order.
        case reversed
        /// Everything has a name.
        case named
        /// Every MATCH has a condition that always holds.
        case filtered
    }

    var matches: [Match] = []
    var result = ""

    func text(_ form: Form) -> String {
        var unnamed = 0
        let clauses = matches.map { match in
            var paths = match.paths
            if form == .reversed { paths = paths.reversed().map(\.reversed) }
            if form == .named { paths = paths.map { $0.naming(&unnamed) } }
            var predicates = match.predicates
            if form == .filtered { predicates.insert("1 < 2", at: 0) }
            let condition =
                predicates.isEmpty ? "" : " WHERE \(predicates.joined(separator: " AND "))"
            return (match.isOptional ? "OPTIONAL MATCH " : "MATCH ")
                + paths.map(\.text).joined(separator: ", ") + condition
        }
        return (clauses + [result]).joined(separator: " ")
    }
}

extension GeneratedQuery.Node {
    fileprivate var text: String { "(\(name)\(label)\(properties))" }

    fileprivate func naming(_ unnamed: inout Int) -> Self {
        var copy = self
        if name.isEmpty {
            unnamed += 1
            copy.name = "hidden\(unnamed)"
        }
        return copy
    }
}

extension GeneratedQuery.PathText {
    fileprivate var text: String {
        first.text
            + steps.map { step in
                let body = "[\(step.name)\(step.types)\(step.length)]"
                let arrow =
                    switch step.direction {
                    case .right: "-\(body)->"
                    case .left: "<-\(body)-"
                    case .either: "-\(body)-"
                    }
                return arrow + step.node.text
            }.joined()
    }

    fileprivate var reversed: Self {
        let nodes = [first] + steps.map(\.node)
        var result = Self(first: nodes[nodes.count - 1], steps: [])
        for index in steps.indices.reversed() {
            var step = steps[index]
            step.direction = step.direction.reversed
            step.node = nodes[index]
            result.steps.append(step)
        }
        return result
    }

    fileprivate func naming(_ unnamed: inout Int) -> Self {
        var copy = self
        copy.first = first.naming(&unnamed)
        for index in copy.steps.indices {
            copy.steps[index].node = copy.steps[index].node.naming(&unnamed)
            if copy.steps[index].name.isEmpty {
                unnamed += 1
                copy.steps[index].name = "hidden\(unnamed)"
            }
        }
        return copy
    }
}
