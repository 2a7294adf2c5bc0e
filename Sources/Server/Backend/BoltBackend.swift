import GraphModel

/// What the server needs of a query engine. One backend serves all connections.
package protocol BoltBackend: Sendable {
    /// The name clients see as the database's.
    var databaseName: String { get }

    /// A session for one connection.
    func makeSession() -> any BoltBackendSession
}

/// The engine's side of one connection. All but `cancel()` is called by one thread at a time.
package protocol BoltBackendSession: AnyObject, Sendable {
    /// Opens an explicit transaction.
    func begin(_ options: TransactionOptions) throws

    /// Runs a statement: in the open transaction if there is one, else in one of its own that is
    /// committed when this returns.
    func run(_ statement: BoltStatement) throws -> any BoltResult

    /// Makes the open transaction's changes last, and gives the bookmark.
    func commit() throws -> String?

    /// Takes the open transaction's changes back.
    func rollback() throws

    /// Stops what runs now, and whatever is started before the next `reset()`. Called by any thread.
    func cancel()

    /// Rolls back what is open and forgets a cancellation.
    func reset()
}

/// How a transaction is to run.
package struct TransactionOptions: Sendable {
    /// What the client says it will do.
    package enum Access: Sendable {
        case read
        case write
    }

    package var access: Access
    /// Seconds the transaction may still take; nil leaves it to the backend.
    package var timeout: Double?
    /// What else the client says about it.
    package var metadata: ValueMap

    package init(access: Access, timeout: Double? = nil, metadata: ValueMap = ValueMap()) {
        self.access = access
        self.timeout = timeout
        self.metadata = metadata
    }
}

/// One statement to run.
package struct BoltStatement: Sendable {
    package var text: String
    package var parameters: [String: Value]
    package var options: TransactionOptions

    package init(text: String, parameters: [String: Value], options: TransactionOptions) {
        self.text = text
        self.parameters = parameters
        self.options = options
    }
}

/// The rows of one statement, taken batch by batch.
package protocol BoltResult: AnyObject {
    /// The columns' names.
    var columns: [String] { get }
    /// Looks nodes and relationships of the rows up.
    var entities: any EntityReader { get }
    /// Whether there are no further rows.
    var isExhausted: Bool { get }

    /// The next rows, at most `limit`; none only where there are no further rows.
    func next(_ limit: Int) throws -> ArraySlice<[Value]>

    /// What the statement was and did; asked for after the last row.
    func summary() -> StatementSummary
}

/// What a statement was and did.
package struct StatementSummary: Sendable {
    /// The kind of a statement, with the letters clients know it by.
    package enum Kind: String, Sendable {
        case read = "r"
        case write = "w"
        case readWrite = "rw"
        case schema = "s"
    }

    package var kind: Kind
    package var statistics: StatementStatistics
    /// Warnings and notes.
    package var notifications: [Diagnostic]
    /// The plan, where one was asked for.
    package var plan: BoltPlan?
    /// The bookmark of the transaction that the statement was alone in.
    package var bookmark: String?

    package init(
        kind: Kind, statistics: StatementStatistics = StatementStatistics(),
        notifications: [Diagnostic] = [], plan: BoltPlan? = nil, bookmark: String? = nil
    ) {
        self.kind = kind
        self.statistics = statistics
        self.notifications = notifications
        self.plan = plan
        self.bookmark = bookmark
    }
}

/// How many of what a statement changed.
package struct StatementStatistics: Sendable, Equatable {
    package var nodesCreated = 0
    package var nodesDeleted = 0
    package var relationshipsCreated = 0
    package var relationshipsDeleted = 0
    package var propertiesSet = 0
    package var labelsAdded = 0
    package var labelsRemoved = 0
    package var indexesAdded = 0
    package var indexesRemoved = 0
    package var constraintsAdded = 0
    package var constraintsRemoved = 0

    package init() {}
}

/// One operator of a query plan and those it takes rows from.
package struct BoltPlan: Sendable {
    /// What was counted when the plan ran.
    package struct Profile: Sendable {
        package var rows: Int
        package var databaseHits: Int
        package var nanoseconds: Int

        package init(rows: Int, databaseHits: Int, nanoseconds: Int) {
            self.rows = rows
            self.databaseHits = databaseHits
            self.nanoseconds = nanoseconds
        }
    }

    package var operatorName: String
    package var arguments: [(key: String, value: Value)]
    package var identifiers: [String]
    package var children: [BoltPlan]
    /// Nil where the plan was only explained.
    package var profile: Profile?

    package init(
        operatorName: String, arguments: [(key: String, value: Value)] = [],
        identifiers: [String] = [], children: [BoltPlan] = [], profile: Profile? = nil
    ) {
        self.operatorName = operatorName
        self.arguments = arguments
        self.identifiers = identifiers
        self.children = children
        self.profile = profile
    }
}
