import GraphModel

/// One statement: what is asked, in which mode.
package struct Statement: Sendable {
    package enum Mode: Sendable {
        case run
        case explain
        case profile
    }

    package enum Body: Sendable {
        case query(Query)
        case show(ShowCommand)
        case createIndex(IndexDefinition)
        case dropIndex(Name, ifExists: Bool)
    }

    package var mode: Mode
    /// `AS OF date('2012-01-01')` before the query.
    package var asOf: Expression?
    package var body: Body
    package var range: SourceRange

    package init(mode: Mode = .run, asOf: Expression? = nil, body: Body, range: SourceRange) {
        self.mode = mode
        self.asOf = asOf
        self.body = body
        self.range = range
    }
}

/// `SHOW LABELS`, `SHOW RELATIONSHIP TYPES`, `SHOW PROPERTY KEYS`, `SHOW FUNCTIONS`,
/// `SHOW PROCEDURES`, `SHOW INDEXES`, `SHOW DATABASES`, ….
package struct ShowCommand: Sendable {
    /// The words after SHOW, upper case, one space between.
    package var what: String
    package var yields: CallYield
    package var range: SourceRange

    package init(what: String, yields: CallYield, range: SourceRange) {
        self.what = what
        self.yields = yields
        self.range = range
    }
}

/// `CREATE INDEX name IF NOT EXISTS FOR (n:Label) ON (n.key)` or `FOR ()-[r:TYPE]-() ON (r.key)`.
package struct IndexDefinition: Sendable {
    package var name: Name?
    package var ifNotExists: Bool
    package var isOnRelationships: Bool
    package var label: Name
    package var keys: [Name]
    package var range: SourceRange

    package init(
        name: Name?, ifNotExists: Bool, isOnRelationships: Bool, label: Name, keys: [Name],
        range: SourceRange
    ) {
        self.name = name
        self.ifNotExists = ifNotExists
        self.isOnRelationships = isOnRelationships
        self.label = label
        self.keys = keys
        self.range = range
    }
}

/// A query: clauses, or queries put together.
package indirect enum Query: Sendable {
    case single(SingleQuery)
    case union(Query, Query, all: Bool, range: SourceRange)
    /// `first NEXT second`: the second starts from the rows of the first.
    case next(Query, Query, range: SourceRange)
}

/// A sequence of clauses.
package struct SingleQuery: Sendable {
    package var clauses: [Clause]
    package var range: SourceRange

    package init(clauses: [Clause], range: SourceRange) {
        self.clauses = clauses
        self.range = range
    }
}
