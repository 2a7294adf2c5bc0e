import GraphModel
import GraphStore

/// Counts the matches of a generated query by trying everything: slow, and easy to believe.
struct PatternOracle {
    private struct Relationship {
        var id: UInt32
        var type: String
        var source: UInt32
        var target: UInt32
    }

    private let view: GraphView
    private let nodes: [UInt32]
    private let relationships: [Relationship]

    init(_ view: GraphView) {
        self.view = view
        nodes = (0..<view.nodeLimit).filter { view.isLive(node: $0) }
        relationships = (0..<view.relationshipLimit).filter { view.isLive(relationship: $0) }.map {
            Relationship(
                id: $0, type: view.typeName(view.type(ofRelationship: $0)),
                source: view.source(of: $0), target: view.target(of: $0))
        }
    }

    /// The number of rows of the query's MATCH clauses, which have no conditions of their own.
    func count(_ query: GeneratedQuery) -> Int {
        count(query.matches[...], [:])
    }

    private func count(
        _ matches: ArraySlice<GeneratedQuery.Match>, _ bound: [String: UInt32]
    ) -> Int {
        guard let match = matches.first else { return 1 }
        var sum = 0
        extend(match.paths[...], bound, []) { sum += count(matches.dropFirst(), $0) }
        return sum
    }

    /// Calls `found` for every way to match the paths; all their relationships differ.
    private func extend(
        _ paths: ArraySlice<GeneratedQuery.PathText>, _ bound: [String: UInt32],
        _ used: Set<UInt32>, _ found: ([String: UInt32]) -> Void
    ) {
        guard let path = paths.first else { return found(bound) }
        for node in nodes {
            guard let names = bind(path.first, to: node, bound) else { continue }
            walk(path.steps[...], from: node, names, used) { names, used in
                extend(paths.dropFirst(), names, used, found)
            }
        }
    }

    private func walk(
        _ steps: ArraySlice<GeneratedQuery.Step>, from node: UInt32, _ bound: [String: UInt32],
        _ used: Set<UInt32>, _ found: ([String: UInt32], Set<UInt32>) -> Void
    ) {
        guard let step = steps.first else { return found(bound, used) }
        let (minimum, maximum) = Self.bounds(step.length)
        reach(step, from: node, minimum, maximum, used) { end, used in
            guard let names = bind(step.node, to: end, bound) else { return }
            walk(steps.dropFirst(), from: end, names, used, found)
        }
    }

    /// Calls `found` for the end of every walk of the step that takes no relationship twice.
    private func reach(
        _ step: GeneratedQuery.Step, from node: UInt32, _ minimum: Int, _ maximum: Int,
        _ used: Set<UInt32>, _ found: (UInt32, Set<UInt32>) -> Void
    ) {
        if minimum <= 0 { found(node, used) }
        if maximum == 0 { return }
        for relationship in relationships
        where !used.contains(relationship.id) && Self.allows(step.types, relationship.type) {
            for next in ends(of: relationship, from: node, step.direction) {
                reach(
                    step, from: next, minimum - 1, maximum - 1, used.union([relationship.id]),
                    found)
            }
        }
    }

    /// Where a relationship leads; a loop leads back once, whichever way it is looked at.
    private func ends(
        of relationship: Relationship, from node: UInt32, _ direction: GeneratedQuery.Direction
    ) -> Set<UInt32> {
        var ends: Set<UInt32> = []
        if direction != .left, relationship.source == node { ends.insert(relationship.target) }
        if direction != .right, relationship.target == node { ends.insert(relationship.source) }
        return ends
    }

    private func bind(
        _ pattern: GeneratedQuery.Node, to node: UInt32, _ bound: [String: UInt32]
    ) -> [String: UInt32]? {
        let labels = Set(view.labels(of: node).map { view.labelName($0) })
        guard Self.allows(pattern.label, labels), hasProperties(pattern.properties, node) else {
            return nil
        }
        if pattern.name.isEmpty { return bound }
        if let known = bound[pattern.name] { return known == node ? bound : nil }
        var bound = bound
        bound[pattern.name] = node
        return bound
    }

    /// ` {x: 2}`, the one form the generator writes.
    private func hasProperties(_ text: String, _ node: UInt32) -> Bool {
        guard let wanted = text.firstMatch(of: /x: (\d)/) else { return true }
        guard let key = view.keyID("x"), case .integer(let x) = view.property(node: node, key: key)
        else { return false }
        return "\(x)" == wanted.1
    }

    // MARK: What the generator writes

    private static func allows(_ label: String, _ labels: Set<String>) -> Bool {
        switch label {
        case "": true
        case ":A|C": labels.contains("A") || labels.contains("C")
        case ":!A": !labels.contains("A")
        case ":A&B": labels.contains("A") && labels.contains("B")
        default: labels.contains(String(label.dropFirst()))
        }
    }

    private static func allows(_ types: String, _ type: String) -> Bool {
        switch types {
        case "": true
        case ":R|S": type == "R" || type == "S"
        case ":!R": type != "R"
        default: type == String(types.dropFirst())
        }
    }

    private static func bounds(_ length: String) -> (Int, Int) {
        switch length {
        case "*1..2": (1, 2)
        case "*0..1": (0, 1)
        case "*2": (2, 2)
        case "*": (1, .max)
        default: (1, 1)
        }
    }
}
