import GraphModel

/// Whole statements: prefixes, queries, commands about the catalog.
extension QueryParser {
    /// One statement, up to a semicolon or the end of the text.
    mutating func parseStatement() throws -> Statement {
        let start = current.start
        var statement = try parsePrefixes()
        statementStart = position
        statement.body = try parseBody()
        statement.range = range(from: start)
        return statement
    }

    /// `CYPHER 25`, `EXPLAIN` or `PROFILE`, `AS OF date`, in any order.
    private mutating func parsePrefixes() throws -> Statement {
        let nothing = SingleQuery(clauses: [], range: SourceRange.none)
        var statement = Statement(body: .query(.single(nothing)), range: SourceRange.none)
        while true {
            if at(.explain) || at(.profile) {
                statement.mode = at(.explain) ? .explain : .profile
                advance()
            } else if at(.as) {
                advance()
                try expect(.of, .of)
                statement.asOf = try parseExpression()
            } else if at(.cypher) {
                parseDialect()
            } else {
                return statement
            }
        }
    }

    /// `CYPHER 25 runtime = slotted`: read and left aside, with a warning.
    private mutating func parseDialect() {
        let start = advance().start
        if at(.integer) || at(.float) { advance() }
        while current.kind == .word, peek(1).kind == .equal, peek(2).isName {
            position += 3
        }
        warnings.append(SyntaxErrors.dialectIgnored(range(from: start)))
    }

    private mutating func parseBody() throws -> Statement.Body {
        if at(.show) { return .show(try parseShow()) }
        if at(.drop) { return try parseDropIndex() }
        if at(.create), let index = try parseCreateIndex() { return .createIndex(index) }
        return .query(try parseQuery(.statement))
    }

    /// `SHOW INDEXES YIELD name WHERE …`.
    private mutating func parseShow() throws -> ShowCommand {
        let start = advance().start
        var words: [String] = []
        while current.kind == .word, !at(.yield), !at(.where), !at(.return) {
            words.append(text.slice(advance()).uppercased())
        }
        guard !words.isEmpty else { throw failure(.showSubject) }
        var yields = try parseYield(allowsAll: true)
        if yields.predicate == nil { yields.predicate = try parseWhere() }
        if at(.return) { throw SyntaxErrors.returnAfterShow(current.range) }
        return ShowCommand(
            what: words.joined(separator: " "), yields: yields, range: range(from: start))
    }

    // MARK: Indexes

    /// `CREATE INDEX …`; nil, with nothing read, where CREATE begins a clause.
    private mutating func parseCreateIndex() throws -> IndexDefinition? {
        let isRange = peek(1).keyword == .range && peek(2).keyword == .index
        if let unsupported = unsupportedCreation { throw unsupported }
        guard isRange || peek(1).keyword == .index && peek(2).kind != .equal else { return nil }
        let start = advance().start
        position += isRange ? 2 : 1
        if at(.on), peek(1).kind == .colon { return try parseOldIndex(from: start) }
        let name = current.isName && !at(.if) && !at(.for) ? try parseName(.indexName) : nil
        let ifNotExists = try parseIfNotExists()
        try expect(.for, .forInIndex)
        let (isOnRelationships, label) = try parseIndexTarget()
        try expect(.on, .onInIndex)
        let keys = try parseIndexKeys()
        return IndexDefinition(
            name: name, ifNotExists: ifNotExists, isOnRelationships: isOnRelationships,
            label: label, keys: keys, range: range(from: start))
    }

    /// Kinds of index and constraint that are not there.
    private var unsupportedCreation: Diagnostic? {
        let word = text.slice(peek(1)).uppercased()
        let isConstraint = word == "CONSTRAINT" && peek(2).kind != .equal
        let kinds = ["TEXT", "POINT", "FULLTEXT", "LOOKUP", "VECTOR"]
        guard isConstraint || kinds.contains(word) && peek(2).keyword == .index else { return nil }
        return SyntaxErrors.unsupportedSchema(peek(1).range, word)
    }

    /// `CREATE INDEX ON :Label(key)`.
    private mutating func parseOldIndex(from start: Int) throws -> IndexDefinition {
        position += 2
        let label = try parseName(.label)
        let opening = position
        try expect(.leftParenthesis, .indexKeys)
        let keys = try commaList { try $0.parseName(.propertyName) }
        try close(opening)
        return IndexDefinition(
            name: nil, ifNotExists: false, isOnRelationships: false, label: label, keys: keys,
            range: range(from: start))
    }

    private mutating func parseIfNotExists() throws -> Bool {
        guard accept(.if) else { return false }
        try expect(.not, .notExists)
        try expect(.exists, .notExists)
        return true
    }

    /// `(n:Label)` or `()-[r:TYPE]-()`.
    private mutating func parseIndexTarget() throws -> (isOnRelationships: Bool, Name) {
        let start = position
        let pattern = try parsePattern(.match)
        switch pattern.elements.count {
        case 1:
            if case .node(let node) = pattern.elements[0], case .name(let name) = node.labels {
                return (false, name)
            }
        case 3:
            if case .relationship(let relationship) = pattern.elements[1],
                case .name(let name) = relationship.types
            {
                return (true, name)
            }
        default: break
        }
        throw SyntaxErrors.indexTarget(SourceRange(tokens[start].start, previousEnd))
    }

    private mutating func parseIndexKeys() throws -> [Name] {
        let opening = position
        try expect(.leftParenthesis, .indexKeys)
        let keys = try commaList { parser in
            _ = try parser.parseName(.variable)
            try parser.expect(.dot, .dotInIndexKey)
            return try parser.parseName(.propertyName)
        }
        try close(opening)
        return keys
    }

    private mutating func parseDropIndex() throws -> Statement.Body {
        advance()
        guard at(.index) else { throw failure(.index) }
        advance()
        let name = try parseName(.indexName)
        guard accept(.if) else { return .dropIndex(name, ifExists: false) }
        try expect(.exists, .existsAfterIf)
        return .dropIndex(name, ifExists: true)
    }
}
