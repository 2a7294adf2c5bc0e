import GraphModel

/// Path patterns.
extension QueryParser {
    /// Which clause a pattern stands in: what it may hold depends on it.
    enum PatternUse {
        case match
        case expression
        case create
        case merge

        /// Whether the pattern says what to write.
        var writes: Bool { self == .create || self == .merge }
    }

    /// `p = SHORTEST 2 TRAIL (a)-->(b)`: name, selector, mode, then nodes and relationships.
    mutating func parsePattern(_ use: PatternUse) throws -> PathPattern {
        let outer = try enter()
        defer { leave(outer) }
        let start = current.start
        var variable: Name?
        if current.isName, peek(1).kind == .equal {
            variable = try parseBinding(.variable)
            advance()
        }
        if at(.shortestPath) || at(.allShortestPaths), peek(1).kind == .leftParenthesis {
            var pattern = try parseShortestPathFunction(use)
            pattern.variable = variable
            pattern.range = range(from: start)
            return pattern
        }
        let prefix = current
        let selector = try parseSelector()
        let mode = acceptMode()
        if mode != nil || selector != nil {
            guard !use.writes else { throw SyntaxErrors.prefixInWrite(prefix.range) }
            _ = accept(.paths) || accept(.path)
            if case .shortestGroups = selector { advance() }
        }
        let elements = try parseElements(use)
        return PathPattern(
            variable: variable, selector: selector, mode: mode, elements: elements,
            range: range(from: start))
    }

    /// `shortestPath(…)` or `allShortestPaths(…)`.
    mutating func parseShortestPathFunction(_ use: PatternUse) throws -> PathPattern {
        let outer = try enter()
        defer { leave(outer) }
        let start = current.start
        let selector: PathSelector =
            at(.shortestPath) ? .shortestPathFunction : .allShortestPathsFunction
        guard !use.writes else { throw SyntaxErrors.prefixInWrite(current.range) }
        advance()
        let opening = position
        advance()
        let elements = try parseElements(use)
        try close(opening)
        return PathPattern(
            selector: selector, elements: elements, range: range(from: start))
    }

    // MARK: What stands before the first node

    private mutating func parseSelector() throws -> PathSelector? {
        if accept(.all) { return accept(.shortest) ? .allShortest : .all }
        if accept(.any) {
            if accept(.shortest) { return .shortest(nil) }
            return .any(try acceptCount())
        }
        guard accept(.shortest) else { return nil }
        let count = try acceptCount()
        let before = position
        _ = acceptMode()
        _ = accept(.paths) || accept(.path)
        let isGroups = at(.group) || at(.groups)
        position = before
        if !isGroups, count == nil { throw failure(.numberOfPaths) }
        return isGroups ? .shortestGroups(count) : .shortest(count)
    }

    private mutating func acceptCount() throws -> Expression? {
        guard at(.integer) || at(.parameter) else { return nil }
        return try parsePrimary()
    }

    private mutating func acceptMode() -> PathMode? {
        let mode: PathMode
        switch current.keyword {
        case .walk: mode = .walk
        case .trail: mode = .trail
        case .acyclic: mode = .acyclic
        case .simple: mode = .simple
        default: return nil
        }
        advance()
        return mode
    }

    // MARK: Nodes, relationships, groups

    private mutating func parseElements(_ use: PatternUse) throws -> [PathElement] {
        guard at(.leftParenthesis) else { throw failure(.node) }
        var elements = [try parseTerm(use)]
        while true {
            if atRelationship {
                elements.append(.relationship(try parseRelationship(use)))
                guard at(.leftParenthesis) else { throw failure(.nodeAfterRelationship) }
                elements.append(try parseTerm(use))
            } else if at(.leftParenthesis) {
                let before = position
                let element = try parseTerm(use)
                guard element.isGroup || elements[elements.count - 1].isGroup else {
                    throw SyntaxErrors.nodesSideBySide(tokens[before].range)
                }
                elements.append(element)
            } else {
                return elements
            }
        }
    }

    private var atRelationship: Bool {
        at(.minus) || at(.less) && peek(1).kind == .minus
    }

    private mutating func parseTerm(_ use: PatternUse) throws -> PathElement {
        opensGroup(at: position) ? .group(try parseGroup(use)) : .node(try parseNode(use))
    }

    private mutating func parseGroup(_ use: PatternUse) throws -> GroupPattern {
        guard !use.writes else { throw SyntaxErrors.groupInWrite(current.range) }
        let opening = position
        let start = advance().start
        let pattern = try parsePattern(use)
        let predicate = accept(.where) ? try parseCondition() : nil
        try close(opening)
        let quantifier = try parseQuantifier()
        return GroupPattern(
            pattern: pattern, predicate: predicate, quantifier: quantifier,
            range: range(from: start))
    }

    private mutating func parseNode(_ use: PatternUse) throws -> NodePattern {
        let opening = position
        let start = advance().start
        var node = NodePattern(range: SourceRange.none)
        if current.isName, !startsElementPart { node.variable = try parseBinding(.variable) }
        if at(.colon) || at(.is) {
            advance()
            node.labels = try parseLabelExpression(.node)
        }
        node.properties = try parsePatternProperties(use)
        node.predicate = try parsePatternPredicate(use)
        guard at(.rightParenthesis) else {
            throw failure(node.properties == nil ? .nodeEnd : .nodeEndAfterMap, opening: opening)
        }
        advance()
        node.range = range(from: start)
        return node
    }

    /// Whether the word here is IS or WHERE with its own meaning, not the element's variable.
    private var startsElementPart: Bool {
        guard at(.is) || at(.where) else { return false }
        switch peek(1).kind {
        case .rightParenthesis, .rightBracket, .colon, .leftBrace, .star: return false
        default: return peek(1).keyword != .where && peek(1).keyword != .is
        }
    }

    private mutating func parsePatternProperties(_ use: PatternUse) throws -> Expression? {
        if at(.leftBrace) { return try parsePrimary() }
        guard at(.parameter) else { return nil }
        guard use == .create else { throw SyntaxErrors.parameterInPattern(current.range) }
        return try parsePrimary()
    }

    private mutating func parsePatternPredicate(_ use: PatternUse) throws -> Expression? {
        guard at(.where) else { return nil }
        guard !use.writes else { throw SyntaxErrors.whereInWrite(current.range) }
        advance()
        return try parseCondition()
    }

    private mutating func parseRelationship(_ use: PatternUse) throws -> RelationshipPattern {
        let start = current.start
        let pointsLeft = accept(.less)
        try expect(.minus, .dash)
        var relationship = RelationshipPattern(direction: .either, range: SourceRange.none)
        if at(.leftBracket) { try parseFiller(&relationship, use) }
        try expect(.minus, relationship.hasNoFiller ? .secondDash : .dashAfterBracket)
        let pointsRight = accept(.greater)
        if pointsLeft != pointsRight { relationship.direction = pointsLeft ? .left : .right }
        relationship.quantifier = try parseQuantifier()
        relationship.range = range(from: start)
        if use.writes { try checkWrittenRelationship(relationship, use) }
        return relationship
    }

    private mutating func parseFiller(
        _ relationship: inout RelationshipPattern, _ use: PatternUse
    ) throws {
        let opening = position
        advance()
        if current.isName, !startsElementPart {
            relationship.variable = try parseBinding(.variable)
        }
        if at(.colon) || at(.is) {
            advance()
            relationship.types = try parseLabelExpression(.relationship)
        }
        relationship.length = try parseLength()
        relationship.properties = try parsePatternProperties(use)
        relationship.predicate = try parsePatternPredicate(use)
        guard at(.rightBracket) else { throw failure(.relationshipEnd, opening: opening) }
        advance()
    }

    private func checkWrittenRelationship(
        _ relationship: RelationshipPattern, _ use: PatternUse
    ) throws {
        if let length = relationship.length ?? relationship.quantifier {
            throw SyntaxErrors.creatingVarLength(length.range)
        }
        // A variable without a type may be bound already, which is the binder's to say.
        let isNamed = relationship.types == nil && relationship.variable != nil
        guard isNamed || relationship.types?.isName == true else {
            throw SyntaxErrors.noSingleType(relationship.range)
        }
        if use == .create, relationship.direction == .either {
            throw SyntaxErrors.requiresDirection(relationship.range)
        }
    }
}

extension PathElement {
    var isGroup: Bool {
        if case .group = self { true } else { false }
    }
}

extension RelationshipPattern {
    /// Whether nothing stands between the dashes.
    fileprivate var hasNoFiller: Bool {
        variable == nil && types == nil && length == nil && properties == nil && predicate == nil
    }
}
