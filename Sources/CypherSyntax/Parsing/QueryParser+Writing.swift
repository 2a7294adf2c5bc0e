import GraphModel

/// Clauses that change the graph.
extension QueryParser {
    /// CREATE, INSERT, MERGE, SET, REMOVE, DELETE, FOREACH; nil where none of them stands here.
    mutating func parseWriting() throws -> Clause.Kind? {
        switch current.keyword {
        case .create, .insert:
            advance()
            return .create(try commaList { try $0.parseWrittenPattern(.create) })
        case .merge: return try parseMerge()
        case .set:
            advance()
            return .set(try commaList { try $0.parseSetItem() })
        case .remove:
            advance()
            return .remove(try commaList { try $0.parseRemoveItem() })
        case .detach, .nodetach, .delete: return try parseDelete()
        case .foreach: return try parseForeach()
        default: return nil
        }
    }

    private mutating func parseWrittenPattern(_ use: PatternUse) throws -> PathPattern {
        let pattern = try parsePattern(use)
        for case .node(let node) in pattern.elements {
            if let labels = node.labels, !labels.isPlain {
                throw SyntaxErrors.labelChoiceInWrite(node.range)
            }
        }
        return pattern
    }

    private mutating func parseMerge() throws -> Clause.Kind {
        advance()
        let pattern = try parseWrittenPattern(.merge)
        var onCreate: [SetItem] = []
        var onMatch: [SetItem] = []
        while at(.on) {
            advance()
            let isCreate = at(.create)
            guard isCreate || at(.match) else { throw failure(.createOrMatch) }
            advance()
            try expect(.set, .set)
            let items = try commaList { try $0.parseSetItem() }
            if isCreate { onCreate += items } else { onMatch += items }
        }
        return .merge(pattern, onCreate: onCreate, onMatch: onMatch)
    }

    // MARK: SET and REMOVE

    private mutating func parseSetItem() throws -> SetItem {
        if current.isName {
            switch peek(1).kind {
            case .equal, .plusEqual:
                let variable = try parseName(.variable)
                let isMerge = advance().kind == .plusEqual
                let value = try parseExpression()
                return isMerge
                    ? .merge(variable: variable, value: value)
                    : .replace(variable: variable, value: value)
            case .colon:
                return .labels(variable: try parseName(.variable), try parseLabelList())
            default:
                if peek(1).keyword == .is {
                    return .labels(variable: try parseName(.variable), try parseLabelList())
                }
            }
        }
        let target = try parsePostfix()
        switch target.kind {
        case .property(let subject, let key):
            try expect(.equal, .equalInSet)
            return .property(target: subject, key: key, value: try parseExpression())
        case .element(let subject, let key):
            try expect(.equal, .equalInSet)
            return .dynamicProperty(target: subject, key: key, value: try parseExpression())
        default: throw failure(.setTarget)
        }
    }

    private mutating func parseRemoveItem() throws -> RemoveItem {
        if current.isName, peek(1).kind == .colon || peek(1).keyword == .is {
            return .labels(variable: try parseName(.variable), try parseLabelList())
        }
        let target = try parsePostfix()
        switch target.kind {
        case .property(let subject, let key): return .property(target: subject, key: key)
        case .element(let subject, let key): return .dynamicProperty(target: subject, key: key)
        default: throw failure(.removeTarget)
        }
    }

    /// `:A:B`, `:A&B`, `IS A&B`.
    private mutating func parseLabelList() throws -> [Name] {
        advance()
        var labels = [try parseName(.label)]
        while accept(.colon) || accept(.ampersand) { labels.append(try parseName(.label)) }
        return labels
    }

    // MARK: DELETE and FOREACH

    private mutating func parseDelete() throws -> Clause.Kind {
        let isDetach = accept(.detach)
        if !isDetach { _ = accept(.nodetach) }
        try expect(.delete, .delete)
        let items = try commaList { parser in
            let start = parser.position
            let expression = try parser.parseExpression()
            if case .hasLabels = expression.kind, parser.tokens[start].isName {
                throw SyntaxErrors.deletingLabel(expression.range)
            }
            return expression
        }
        return .delete(items, detach: isDetach)
    }

    private mutating func parseForeach() throws -> Clause.Kind {
        let outer = try enter()
        defer { leave(outer) }
        advance()
        guard at(.leftParenthesis) else { throw failure(.foreachParenthesis) }
        let opening = position
        advance()
        barGroups.insert(opening)
        defer { barGroups.remove(opening) }
        let variable = try parseBinding(.variable)
        try expect(.in, .inAfterVariable)
        let list = try parseExpression()
        try expect(.bar, .barInForeach)
        barGroups.remove(opening)
        var body: [Clause] = []
        while !at(.rightParenthesis) {
            let start = current.start
            guard let kind = try parseWriting() else {
                throw failure(body.isEmpty ? .updatingClause : .updatingClauseOrEnd)
            }
            body.append(Clause(kind, range(from: start)))
        }
        if body.isEmpty { throw failure(.updatingClause) }
        try close(opening)
        return .foreach(variable: variable, list: list, body: body)
    }
}

extension LabelExpression {
    var isName: Bool {
        if case .name = self { true } else { false }
    }

    /// Whether it only lists labels: no choice, no negation, no wildcard.
    package var isPlain: Bool {
        switch self {
        case .name: true
        case .and(let left, let right): left.isPlain && right.isPlain
        default: false
        }
    }
}
