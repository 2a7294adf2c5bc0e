import CypherSyntax
import GraphModel

/// Paths of a pattern: elements in order, names, selectors.
extension StatementBinder {
    /// Adds a path to the pattern.
    ///
    /// - Parameter named: The variable of ours for the path, where an expression wants it.
    mutating func add(
        _ path: PathPattern, to builder: inout PatternBuilder, named: VariableID? = nil
    ) throws {
        let (inner, predicate) = try unwrapped(path)
        let firstCondition = builder.conditions.count
        let elements = try addElements(inner.elements, to: &builder)
        try checkSelector(inner, elements, builder)
        let selector = try bindSelector(inner.selector)
        var variable = named
        if let name = inner.variable {
            variable = try declarePath(name, in: &builder)
        }
        if variable == nil, inner.selector == nil, inner.mode == nil {
            if let predicate { builder.add(predicate: predicate) }
            return
        }
        let index = builder.graph.paths.count
        builder.graph.paths.append(
            PatternPath(
                variable: variable, elements: elements, selector: selector, mode: inner.mode))
        if inner.selector?.isOldForm == true { builder.oldFormPaths.insert(index) }
        if inner.selector != nil {
            builder.moveConditions(from: firstCondition, toPath: index)
        }
        if let predicate {
            builder.add(predicate: predicate, path: inner.selector == nil ? nil : index)
        }
    }

    /// The path inside parentheses that hold it all, with the condition they carry.
    private func unwrapped(
        _ path: PathPattern
    ) throws -> (path: PathPattern, predicate: Expression?) {
        guard path.elements.count == 1, case .group(let group) = path.elements[0],
            group.quantifier == nil
        else { return (path, nil) }
        var (inner, predicate) = try unwrapped(group.pattern)
        if let name = path.variable, let other = inner.variable {
            throw BindingError.syntax(
                "UnexpectedSyntax", "the path is named '\(name.text)' already", other.range)
        }
        inner.variable = path.variable ?? inner.variable
        inner.selector = path.selector ?? inner.selector
        inner.mode = path.mode ?? inner.mode
        if let condition = group.predicate {
            predicate =
                predicate.map {
                    Expression(.binary(.and, $0, condition), $0.range.union(condition.range))
                } ?? condition
        }
        return (inner, predicate)
    }

    private mutating func declarePath(
        _ name: Name, in builder: inout PatternBuilder
    ) throws -> VariableID {
        if builder.scope[name.text] != nil { throw BindingError.alreadyBound(name) }
        guard builder.mayDeclare else { throw BindingError.undefinedInCondition(name) }
        return try declare(name, .path, in: &builder.scope)
    }

    // MARK: Elements

    /// Adds nodes, relationships and groups; where a group has no node beside it, one of ours
    /// stands there.
    mutating func addElements(
        _ elements: [PathElement], to builder: inout PatternBuilder
    ) throws -> [PatternPath.Element] {
        var result: [PatternPath.Element] = []
        var left: Int?
        var pending: PathElement?
        for element in elements {
            switch element {
            case .node(let node):
                let index = try addNode(node, to: &builder)
                if let between = pending {
                    result.append(try connect(left, between, index, in: &builder))
                    pending = nil
                }
                result.append(.node(index))
                left = index
            case .relationship, .group:
                if let between = pending {
                    let index = addAnonymousNode(to: &builder)
                    result.append(try connect(left, between, index, in: &builder))
                    result.append(.node(index))
                    left = index
                } else if left == nil {
                    left = addAnonymousNode(to: &builder)
                    result += left.map { [.node($0)] } ?? []
                }
                pending = element
            }
        }
        if let between = pending {
            let index = addAnonymousNode(to: &builder)
            result.append(try connect(left, between, index, in: &builder))
            result.append(.node(index))
        }
        return result
    }

    private mutating func connect(
        _ left: Int?, _ element: PathElement, _ right: Int, in builder: inout PatternBuilder
    ) throws -> PatternPath.Element {
        let left = left ?? right
        switch element {
        case .relationship(let relationship):
            return .relationship(
                try addRelationship(relationship, from: left, to: right, in: &builder))
        case .group(let group):
            return .group(try addGroup(group, from: left, to: right, in: &builder))
        case .node: return .node(right)
        }
    }

    private mutating func addAnonymousNode(to builder: inout PatternBuilder) -> Int {
        builder.append(
            PatternNode(variable: makeVariable("", .node), isBound: false, labels: nil))
    }

    // MARK: Selectors

    private mutating func bindSelector(
        _ selector: PathSelector?
    ) throws -> PatternPath.Selector {
        switch selector {
        case nil, .all: .all
        case .any(let count): .any(try bindCount(count, of: "ANY"))
        case .shortest(let count): .shortest(try bindCount(count, of: "SHORTEST"))
        case .shortestGroups(let count):
            .shortestGroups(try bindCount(count, of: "SHORTEST"))
        case .allShortest, .allShortestPathsFunction: .allShortest
        case .shortestPathFunction: .shortest(nil)
        }
    }

    private mutating func bindCount(
        _ count: Expression?, of what: String
    ) throws -> BoundExpression? {
        try count.map { try bindConstantInteger($0, of: what, minimum: 1) }
    }

    /// The old functions take two nodes with one relationship between; a selector does not
    /// make an endless walk finite unless it stops at the shortest.
    private func checkSelector(
        _ path: PathPattern, _ elements: [PatternPath.Element], _ builder: PatternBuilder
    ) throws {
        if path.selector?.isOldForm == true, elements.count != 3 {
            throw BindingError.syntax(
                "UnexpectedSyntax",
                "a shortest path is looked for between two nodes with one relationship between",
                path.range)
        }
        let walks = path.mode == .walk || builder.graph.allowsRepeatedRelationships
        switch path.selector {
        case nil, .all:
            guard walks, path.mode != .trail, path.mode != .acyclic, path.mode != .simple,
                builder.graph.isUnbounded(elements)
            else { return }
            throw BindingError.syntax(
                "UnexpectedSyntax", "a walk without an upper bound may never end", path.range,
                hint: "Give it a bound such as {1,5}, or look for the SHORTEST")
        default: return
        }
    }
}

extension PathSelector {
    /// `shortestPath(…)` and `allShortestPaths(…)`.
    var isOldForm: Bool {
        switch self {
        case .shortestPathFunction, .allShortestPathsFunction: true
        default: false
        }
    }
}

extension PatternGraph {
    /// Whether some part may repeat without end.
    fileprivate func isUnbounded(_ elements: [PatternPath.Element]) -> Bool {
        elements.contains { element in
            switch element {
            case .node: false
            case .relationship(let index):
                relationships[index].length.map { $0.maximum == nil } ?? false
            case .group(let index): groups[index].length.maximum == nil
            }
        }
    }
}

extension PatternBuilder {
    fileprivate mutating func add(predicate: Expression, path: Int? = nil) {
        conditions.append(
            Condition(
                destination: path.map { .path($0) } ?? .graph, predicate: predicate))
    }

    /// Conditions on what lies inside a path decide which paths there are to select from; those
    /// on its ends do not, since every pair of ends is looked at for itself.
    fileprivate mutating func moveConditions(from start: Int, toPath index: Int) {
        let elements = graph.paths[index].elements
        let ends = [elements.first, elements.last].compactMap { element -> VariableID? in
            guard case .node(let at) = element else { return nil }
            return graph.nodes[at].variable
        }
        for at in start..<conditions.count {
            guard case .graph = conditions[at].destination, let owner = conditions[at].owner,
                !ends.contains(owner)
            else { continue }
            conditions[at].destination = .path(index)
        }
    }

    /// Adds a node that is not in the graph yet.
    mutating func append(_ node: PatternNode) -> Int {
        nodeIndices[node.variable] = graph.nodes.count
        graph.nodes.append(node)
        return graph.nodes.count - 1
    }
}
