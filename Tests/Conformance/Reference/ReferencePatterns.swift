import CypherSyntax
import GraphModel

typealias ReferenceRow = [String: Value]

/// Matches patterns by trying every node and every relationship at every place.
struct ReferencePatterns {
    let evaluator: ReferenceEvaluator

    private var graph: ReferenceGraph { evaluator.graph }

    /// How far one attempt at a MATCH has come.
    private struct Attempt {
        var row: ReferenceRow
        /// Relationships of the MATCH so far.
        var used: Set<UInt32> = []
        /// Where the path at hand has come to; nil before its first node.
        var node: UInt32?
        var nodes: [UInt32] = []
        var relationships: [UInt32] = []
    }

    /// Every way to match all the patterns, starting from a row.
    func match(_ clause: MatchClause, _ row: ReferenceRow) throws -> [ReferenceRow] {
        var rows: [ReferenceRow] = []
        try match(clause.patterns[...], Attempt(row: row), clause.allowsRepeatedElements) {
            rows.append($0.row)
        }
        guard let predicate = clause.predicate else { return rows }
        return try rows.filter { try holds(predicate, in: $0) }
    }

    private func holds(_ predicate: Expression, in row: ReferenceRow) throws -> Bool {
        try evaluator.isTrue(predicate, row)
    }

    private func match(
        _ patterns: ArraySlice<PathPattern>, _ attempt: Attempt, _ repeats: Bool,
        _ found: (Attempt) throws -> Void
    ) throws {
        guard let pattern = patterns.first else { return try found(attempt) }
        if repeats { throw OutsideFragment(what: "REPEATABLE ELEMENTS") }
        if let mode = pattern.mode, mode != .trail { throw OutsideFragment(what: "a path mode") }
        var fresh = attempt
        fresh.node = nil
        fresh.nodes = []
        fresh.relationships = []
        var ends: [Attempt] = []
        try walk(pattern.elements[...], fresh) { ends.append($0) }
        for var end in try selected(pattern.selector, ends) {
            if let name = pattern.variable?.text {
                end.row[name] = .path(
                    Path(
                        nodes: end.nodes.map(NodeIndex.init),
                        relationships: end.relationships.map(RelationshipIndex.init)))
            }
            try match(patterns.dropFirst(), end, repeats, found)
        }
    }

    /// Of the paths with the same ends those that a selector takes.
    private func selected(_ selector: PathSelector?, _ all: [Attempt]) throws -> [Attempt] {
        switch selector {
        case nil, .all: return all
        case .allShortest, .allShortestPathsFunction:
            return all.filter { path in
                !all.contains {
                    $0.nodes.first == path.nodes.first && $0.nodes.last == path.nodes.last
                        && $0.relationships.count < path.relationships.count
                }
            }
        default: throw OutsideFragment(what: "a path selector")
        }
    }

    // MARK: Along a path

    private func walk(
        _ elements: ArraySlice<PathElement>, _ attempt: Attempt, _ found: (Attempt) throws -> Void
    ) throws {
        guard let element = elements.first else { return try found(attempt) }
        try graph.tryOut()
        let rest = elements.dropFirst()
        switch element {
        case .node(let pattern):
            for node in attempt.node.map({ [$0] }) ?? graph.nodes {
                if let next = try bind(pattern, to: node, attempt) { try walk(rest, next, found) }
            }
        case .relationship(let pattern):
            if let length = pattern.length {
                if let name = pattern.variable?.text, attempt.row[name] != nil {
                    throw OutsideFragment(what: "a bound list")
                }
                try chain(
                    pattern, length.minimum ?? 1, length.maximum ?? .max, [], attempt
                ) { try walk(rest, $0, found) }
            } else if let length = pattern.quantifier {
                try chain(
                    pattern, length.minimum ?? 0, length.maximum ?? .max, [], attempt
                ) { try walk(rest, $0, found) }
            } else {
                try step(pattern, attempt) { try walk(rest, $0, found) }
            }
        case .group(let group):
            guard let quantifier = group.quantifier else {
                throw OutsideFragment(what: "parentheses")
            }
            for start in attempt.node.map({ [$0] }) ?? graph.nodes {
                var begun = attempt
                begun.node = start
                if begun.nodes.isEmpty { begun.nodes = [start] }
                try repeated(
                    group, quantifier.minimum ?? 0, quantifier.maximum ?? .max,
                    names(group.pattern).map { ($0, []) }, begun
                ) { try walk(rest, $0, found) }
            }
        }
    }

    private func bind(
        _ pattern: NodePattern, to node: UInt32, _ attempt: Attempt
    ) throws -> Attempt? {
        var next = attempt
        let value = Value.node(NodeIndex(node))
        if let name = pattern.variable?.text {
            if let known = attempt.row[name] {
                guard Value.isEquivalent(known, value) else { return nil }
            }
            next.row[name] = value
        }
        if let labels = pattern.labels, !evaluator.fulfils(labels, graph.labels(of: node)) {
            return nil
        }
        guard try hasProperties(pattern.properties, value, next.row) else { return nil }
        if let predicate = pattern.predicate, try !holds(predicate, in: next.row) { return nil }
        if attempt.node == nil { next.nodes = [node] }
        next.node = node
        return next
    }

    private func hasProperties(
        _ properties: Expression?, _ value: Value, _ row: ReferenceRow
    ) throws -> Bool {
        guard let properties else { return true }
        guard case .map(let wanted) = try evaluator.evaluate(properties, row) else {
            throw OutsideFragment(what: "properties that are no map")
        }
        return try wanted.entries.allSatisfy {
            Value.equals(try graph.property($0.key, of: value), $0.value) == true
        }
    }

    /// Over one relationship.
    private func step(
        _ pattern: RelationshipPattern, _ attempt: Attempt, _ found: (Attempt) throws -> Void
    ) throws {
        for relationship in graph.relationships where !attempt.used.contains(relationship.id) {
            try graph.tryOut()
            let value = Value.relationship(RelationshipIndex(relationship.id))
            guard let from = attempt.node,
                let end = end(of: relationship, from: from, pattern.direction)
            else { continue }
            var next = attempt
            if let name = pattern.variable?.text {
                if let known = attempt.row[name], !Value.isEquivalent(known, value) { continue }
                next.row[name] = value
            }
            if let types = pattern.types, !evaluator.fulfils(types, [relationship.type]) {
                continue
            }
            guard try hasProperties(pattern.properties, value, next.row) else { continue }
            if let predicate = pattern.predicate, try !holds(predicate, in: next.row) { continue }
            next.used.insert(relationship.id)
            next.node = end
            next.nodes.append(end)
            next.relationships.append(relationship.id)
            try found(next)
        }
    }

    /// Where a relationship leads; a loop leads back once, whichever way it is looked at.
    private func end(
        of relationship: ReferenceGraph.Relationship, from node: UInt32,
        _ direction: RelationshipPattern.Direction
    ) -> UInt32? {
        if direction != .left, relationship.source == node { return relationship.target }
        if direction != .right, relationship.target == node { return relationship.source }
        return nil
    }

    /// Over a chain of relationships, whose variable is bound to the list of them.
    private func chain(
        _ pattern: RelationshipPattern, _ minimum: Int, _ maximum: Int, _ list: [Value],
        _ attempt: Attempt, _ found: (Attempt) throws -> Void
    ) throws {
        if minimum <= 0 {
            var end = attempt
            if let name = pattern.variable?.text { end.row[name] = .list(list) }
            try found(end)
        }
        if maximum == 0 { return }
        var single = pattern
        single.variable = Name("one relationship", pattern.range)
        if pattern.predicate != nil { single.variable = pattern.variable }
        try step(single, attempt) { next in
            var next = next
            let name = single.variable?.text ?? ""
            let value = next.row.removeValue(forKey: name) ?? .null
            try chain(pattern, minimum - 1, maximum - 1, list + [value], next, found)
        }
    }

    // MARK: Groups

    private func repeated(
        _ group: GroupPattern, _ minimum: Int, _ maximum: Int, _ lists: [(String, [Value])],
        _ attempt: Attempt, _ found: (Attempt) throws -> Void
    ) throws {
        if minimum <= 0 {
            var end = attempt
            for (name, values) in lists { end.row[name] = .list(values) }
            try found(end)
        }
        if maximum == 0 { return }
        try walk(group.pattern.elements[...], attempt) { next in
            if let predicate = group.predicate, try !holds(predicate, in: next.row) { return }
            // A repetition that goes over no relationship would go on for ever.
            if next.relationships.count == attempt.relationships.count {
                throw OutsideFragment(what: "a repetition without relationships")
            }
            var outer = next
            var longer: [(String, [Value])] = []
            for (name, values) in lists {
                longer.append((name, values + [next.row[name] ?? .null]))
                outer.row[name] = nil
            }
            try repeated(group, minimum - 1, maximum - 1, longer, outer, found)
        }
    }

    /// The names a pattern binds.
    func names(_ pattern: PathPattern) -> [String] {
        var names = [pattern.variable?.text].compactMap { $0 }
        for element in pattern.elements {
            switch element {
            case .node(let node): names += [node.variable?.text].compactMap { $0 }
            case .relationship(let item): names += [item.variable?.text].compactMap { $0 }
            case .group(let group): names += self.names(group.pattern)
            }
        }
        return names
    }
}
