import GraphModel

/// Queries: clauses in a row, and queries put together.
extension QueryParser {
    /// Where a query stands; decides what it may do and how it must end.
    enum QueryRole {
        /// A statement of its own.
        case statement
        /// Inside `CALL { … }`.
        case call
        /// Inside `EXISTS { … }` and `COUNT { … }`: reads only, needs no RETURN.
        case existence
        /// Inside `COLLECT { … }`: reads only.
        case collect

        var isReadOnly: Bool { self == .existence || self == .collect }
    }

    /// Queries with NEXT between them, each of which may be a union.
    mutating func parseQuery(_ role: QueryRole) throws -> Query {
        let outer = try enter()
        defer { leaveExpression(outer) }
        let start = current.start
        var query = try parseUnion(role)
        while accept(.next) {
            let height = nesting.height
            let second = try parseUnion(role)
            query = .next(query, second, range: range(from: start))
            nesting.height = try stacked(height, nesting.height)
        }
        return query
    }

    private mutating func parseUnion(_ role: QueryRole) throws -> Query {
        let start = current.start
        var query = Query.single(try parseSingleQuery(role))
        var firstIsAll: Bool?
        while at(.union) {
            let union = advance()
            let isAll = accept(.all)
            if !isAll { _ = accept(.distinct) }
            if let firstIsAll, firstIsAll != isAll {
                throw SyntaxErrors.mixedUnions(SourceRange(union.start, previousEnd))
            }
            firstIsAll = isAll
            let height = nesting.height
            let right = Query.single(try parseSingleQuery(role))
            query = .union(query, right, all: isAll, range: range(from: start))
            nesting.height = try stacked(height, nesting.height)
        }
        return query
    }

    private mutating func parseSingleQuery(_ role: QueryRole) throws -> SingleQuery {
        let outer = beginParts()
        defer { endParts(outer) }
        let start = current.start
        var clauses: [Clause] = []
        var lastStart = current
        while !atQueryEnd {
            if let last = clauses.last, last.endsQuery {
                throw failure(.afterLastClause(last.word))
            }
            lastStart = current
            let clause = try parseClause()
            if role.isReadOnly, clause.writes {
                throw SyntaxErrors.writeInSubquery(lastStart.range)
            }
            clauses.append(clause)
        }
        guard let last = clauses.last else { throw failure(.clause) }
        let isWhole = clauses.count == 1 && role == .statement
        if !last.mayEnd(role, isWhole: isWhole) {
            if at(.semicolon), peek(1).kind == .word {
                throw SyntaxErrors.earlySemicolon(current.range)
            }
            throw SyntaxErrors.missingReturn(
                after: text.slice(lastStart).uppercased(), lastStart.range)
        }
        return SingleQuery(clauses: clauses, range: range(from: start))
    }

    private var atQueryEnd: Bool {
        at(.endOfText) || at(.semicolon) || at(.rightBrace) || at(.union) || at(.next)
    }

    /// One clause, told by its first word.
    private mutating func parseClause() throws -> Clause {
        let start = current.start
        let kind = try parseReading() ?? parseWriting() ?? parseComposing()
        guard let kind else { throw failure(.clause) }
        return Clause(kind, range(from: start))
    }

    /// WITH, RETURN and the others that pass rows on; nil where none of them stands here.
    private mutating func parseComposing() throws -> Clause.Kind? {
        switch current.keyword {
        case .with: return try parseWith()
        case .return: return try parseReturn()
        case .finish:
            advance()
            return .finish
        case .call: return try parseCallClause(isOptional: false)
        case .let: return try parseLet()
        case .filter: return try parseFilter()
        case .order, .skip, .offset, .limit:
            return .orderAndPage(try parseOrderAndPage())
        default: return nil
        }
    }
}

extension Clause {
    /// Nothing may follow it in a query.
    var endsQuery: Bool {
        switch kind {
        case .return, .finish: true
        default: false
        }
    }

    /// The word it begins with, for messages.
    var word: String {
        if case .finish = kind { "FINISH" } else { "RETURN" }
    }

    /// Whether it changes the graph.
    package var writes: Bool {
        switch kind {
        case .create, .merge, .set, .remove, .delete, .foreach: true
        case .subquery(let call): call.query.writes
        default: false
        }
    }

    /// Whether a query may end with it.
    func mayEnd(_ role: QueryParser.QueryRole, isWhole: Bool) -> Bool {
        switch kind {
        case .return: true
        case .finish, .create, .merge, .set, .remove, .delete, .foreach: role != .collect
        case .call(let call):
            role == .existence || role != .collect && (isWhole || !call.yields.names)
        case .subquery(let call):
            role == .existence || role != .collect && !call.query.returns
        default: role == .existence
        }
    }
}

extension CallYield {
    /// Whether it names columns for the clauses after it.
    fileprivate var names: Bool {
        if case .unstated = columns { false } else { true }
    }
}

extension Query {
    /// Whether any clause of it changes the graph.
    package var writes: Bool {
        switch self {
        case .single(let query): query.clauses.contains { $0.writes }
        case .union(let left, let right, all: _, range: _), .next(let left, let right, range: _):
            left.writes || right.writes
        }
    }

    /// Whether it gives rows back.
    package var returns: Bool {
        switch self {
        case .single(let query):
            if case .return = query.clauses.last?.kind { true } else { false }
        case .union(_, let last, all: _, range: _), .next(_, let last, range: _): last.returns
        }
    }

    /// Where it stands.
    package var range: SourceRange {
        switch self {
        case .single(let query): query.range
        case .union(_, _, all: _, let range), .next(_, _, let range): range
        }
    }
}
