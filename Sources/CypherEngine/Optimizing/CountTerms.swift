import CypherSyntax
import GraphModel

/// Thrown where a pattern cannot be counted without making its rows.
struct NotCountable: Error {}

/// Writes the count of a pattern with inequalities as a sum of counts of patterns without:
/// what must differ is everything less what is the same.
struct CountTerms {
    /// A pattern whose count is added or taken away.
    struct Term {
        var sign: Int
        var pattern: CountPattern
    }

    private static let limit = 16
    private let resolver: CountResolver
    private(set) var terms: [Term] = []

    init(_ pattern: CountPattern, resolver: CountResolver) throws {
        self.resolver = resolver
        try expandDistinct(pattern, sign: 1)
        cancel()
    }

    // MARK: Relationships that must differ

    private mutating func expandDistinct(_ pattern: CountPattern, sign: Int) throws {
        var pattern = pattern
        var open: [(Int, Int, [CountPattern])] = []
        for (a, b) in pattern.distinctEdges {
            let same = try coincidences(pattern, a, b)
            if !same.isEmpty { open.append((a, b, same)) }
        }
        pattern.distinctEdges = []
        guard let first = open.first else {
            try expandInequalities(pattern, sign: sign)
            return
        }
        // With several pairs the coincidences overlap: two by two is not enough then.
        guard open.count == 1 else { throw NotCountable() }
        try expandInequalities(pattern, sign: sign)
        for same in first.2 { try expandInequalities(same, sign: -sign) }
    }

    /// The patterns in which two edges are one relationship; none where that cannot be.
    private func coincidences(_ pattern: CountPattern, _ a: Int, _ b: Int) throws -> [CountPattern]
    {
        let first = pattern.edges[a]
        let second = pattern.edges[b]
        guard resolver.shareSegments(first, second, in: pattern) else { return [] }
        var alignments: [(pairs: [(Int, Int)], direction: RelationshipPattern.Direction)] = []
        let isSame = first.direction == second.direction
        let isOpen = first.direction == .either
        if isSame || isOpen || second.direction == .either {
            alignments.append(
                (
                    [(first.left, second.left), (first.right, second.right)],
                    isOpen ? second.direction : first.direction
                ))
        }
        if !isSame || isOpen {
            alignments.append(
                (
                    [(first.left, second.right), (first.right, second.left)],
                    isOpen ? second.direction.reversed : first.direction
                ))
        }
        let types = Self.intersection(first.types, second.types)
        let found = alignments.compactMap { alignment -> CountPattern? in
            var both = pattern
            // What is left of the two fulfils what either asks for.
            both.edges[a].types = types
            both.edges[a].direction = alignment.direction
            return merged(both, alignment.pairs)?.removing(edge: b)
        }.filter { !resolver.isImpossible($0) }
        // A loop would be counted in both alignments.
        if !found.isEmpty, resolver.hasLoops(first, in: pattern) { throw NotCountable() }
        return found.map { pattern in
            var copy = pattern
            copy.distinctEdges = []
            return copy
        }
    }

    private static func intersection(
        _ first: LabelExpression?, _ second: LabelExpression?
    ) -> LabelExpression? {
        guard let first else { return second }
        guard let second, first.text != second.text else { return first }
        return .and(first, second)
    }

    private func merged(_ pattern: CountPattern, _ pairs: [(Int, Int)]) -> CountPattern? {
        var result = pattern
        var moved: [Int: Int] = [:]
        for (a, b) in pairs {
            let into = moved[a] ?? a
            let other = moved[b] ?? b
            if into == other { continue }
            guard let next = result.merging(other, into: into) else { return nil }
            result = next
            moved[other] = into
            for (key, value) in moved where value == other { moved[key] = into }
        }
        return result
    }

    // MARK: Nodes that must differ, edges that must not be

    private mutating func expandInequalities(_ pattern: CountPattern, sign: Int) throws {
        var rest = pattern
        guard let (a, b) = rest.inequalities.popLast() else {
            try expandAbsences(pattern, sign: sign)
            return
        }
        if a == b { return }
        try expandInequalities(rest, sign: sign)
        if let same = rest.merging(b, into: a), !resolver.isImpossible(same) {
            try expandInequalities(same, sign: -sign)
        }
    }

    private mutating func expandAbsences(_ pattern: CountPattern, sign: Int) throws {
        var rest = pattern
        guard let absent = rest.absences.popLast() else {
            try append(pattern, sign: sign)
            return
        }
        try expandAbsences(rest, sign: sign)
        var present = rest
        present.edges.append(absent)
        if !resolver.isImpossible(present) { try expandAbsences(present, sign: -sign) }
    }

    private mutating func append(_ pattern: CountPattern, sign: Int) throws {
        guard terms.count < CountTerms.limit else { throw NotCountable() }
        if resolver.isImpossible(pattern) { return }
        terms.append(Term(sign: sign, pattern: simplified(pattern)))
    }

    /// Without edges that need only exist where an equal edge is there anyway.
    private func simplified(_ pattern: CountPattern) -> CountPattern {
        var result = pattern
        for index in pattern.edges.indices.reversed() where pattern.edges[index].isExistence {
            let edge = pattern.edges[index]
            let isImplied = result.edges.enumerated().contains { other, candidate in
                other != index && candidate.implies(edge)
            }
            if isImplied {
                result = result.removing(edge: index)
            } else if resolver.isUnique(edge, in: pattern) {
                // That there is one is then as much as how many there are.
                result.edges[index].isExistence = false
            }
        }
        return withoutTwins(result)
    }

    /// Without edges beside an equal one, where no two relationships join the same nodes: both are
    /// the same relationship then.
    private func withoutTwins(_ pattern: CountPattern) -> CountPattern {
        var result = pattern
        for index in pattern.edges.indices.reversed() {
            let edge = pattern.edges[index]
            let hasTwin = result.edges.indices.contains { other in
                other < index && !result.edges[other].isExistence
                    && edge.isEqual(to: result.edges[other])
            }
            if hasTwin, resolver.isUnique(edge, in: pattern) {
                result = result.removing(edge: index)
            }
        }
        return result
    }

    /// Drops pairs of equal patterns with opposite signs.
    private mutating func cancel() {
        var index = 0
        while index < terms.count {
            let key = terms[index].pattern.signature
            let opposite = terms.indices.first {
                $0 > index && terms[$0].sign == -terms[index].sign
                    && terms[$0].pattern.signature == key
            }
            if let opposite {
                terms.remove(at: opposite)
                terms.remove(at: index)
            } else {
                index += 1
            }
        }
    }
}

extension CountPattern.Edge {
    /// Whether both want the same relationship between the same two nodes.
    fileprivate func isEqual(to other: CountPattern.Edge) -> Bool {
        guard types?.text == other.types?.text, left != right else { return false }
        if left == other.left, right == other.right { return direction == other.direction }
        return left == other.right && right == other.left
            && direction == other.direction.reversed
    }

    /// Whether a match of this edge shows that the other exists.
    fileprivate func implies(_ other: CountPattern.Edge) -> Bool {
        guard types?.text == other.types?.text else { return false }
        if left == other.left, right == other.right {
            return direction == other.direction || other.direction == .either
        }
        if left == other.right, right == other.left {
            return direction == other.direction.reversed || other.direction == .either
        }
        return false
    }
}

extension CountPattern {
    /// Equal for patterns that are written alike.
    fileprivate var signature: String {
        let nodeText = liveNodes.map { index in
            let variables = nodes[index]?.variables.map(\.raw).sorted() ?? []
            return "\(index):\(variables)"
        }
        let edgeText = edges.map { edge in
            "\(edge.left)-\(edge.types?.text ?? "")-\(edge.direction)-\(edge.right)-\(edge.isExistence)"
        }.sorted()
        return nodeText.joined(separator: " ") + "|" + edgeText.joined(separator: " ")
            + "|\(branches.map { "\($0.kind) \($0.root)" })"
    }
}
