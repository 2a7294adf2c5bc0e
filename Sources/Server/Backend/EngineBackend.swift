import CypherEngine
import GraphModel
import GraphStore
import Synchronization

/// Lets the server run queries on the engine.
package struct EngineBackend: BoltBackend {
    /// What the server's owner lets clients do.
    package struct Options: Sendable {
        /// The name clients see as the database's.
        package var databaseName = "neo4j"
        package var allowsWriting = false
        /// The limits of each query; a client may ask for less time, not for more.
        package var limits = QueryLimits()
        /// Seconds a transaction waits for another one that writes.
        package var writerWait = 30.0

        package init() {}
    }

    let engine: CypherEngine
    let options: Options

    package init(engine: CypherEngine, options: Options = Options()) {
        self.engine = engine
        self.options = options
    }

    package var databaseName: String { options.databaseName }

    package func makeSession() -> any BoltBackendSession {
        EngineSession(engine: engine, options: options)
    }
}

/// One connection's session.
///
/// A transaction only reads until its first statement that writes: drivers open transactions for
/// writing unless told otherwise, and would block each other though all of them read. If others
/// have committed since it began to read, it cannot go on to write and has to be tried again.
final class EngineSession: BoltBackendSession, @unchecked Sendable {
    // Safe to share: all but `cancellation`, which has a lock, is used by one thread at a time, as
    // `BoltBackendSession` promises.
    private struct OpenTransaction {
        let options: TransactionOptions
        /// The graph's version before its snapshot was taken.
        let version: Int
        var statements = 0
        var isWriting = false
    }

    private let engine: CypherEngine
    private let options: EngineBackend.Options
    private let session: QuerySession
    private let cancellation = Mutex(Cancellation())
    private var open: OpenTransaction?

    init(engine: CypherEngine, options: EngineBackend.Options) {
        self.engine = engine
        self.options = options
        session = engine.session()
    }

    // MARK: Transactions

    func begin(_ options: TransactionOptions) throws {
        let version = engine.graph.snapshot().version
        try session.begin(allowsWriting: false)
        open = OpenTransaction(options: options, version: version)
    }

    func commit() throws -> String? {
        open = nil
        try session.commit()
        return bookmark
    }

    func rollback() throws {
        open = nil
        if session.isInTransaction { try session.rollback() }
    }

    func cancel() {
        cancellation.withLock { $0 }.cancel()
    }

    func reset() {
        try? rollback()
        cancellation.withLock { $0 = Cancellation() }
    }

    /// Names the state of the graph that a client has seen.
    private var bookmark: String { "veiviser:\(engine.graph.snapshot().version)" }

    /// Makes the open transaction the graph's writer.
    private func startWriting(_ current: OpenTransaction) throws {
        try session.rollback()
        try session.begin(
            allowsWriting: true, wait: current.options.timeout ?? options.writerWait,
            cancellation: cancellation.withLock { $0 })
        if current.statements > 0, engine.graph.snapshot().version != current.version {
            try session.rollback()
            throw Diagnostic(
                .resource, "TransactionOutdated",
                "another transaction has committed since this one read the graph",
                hint: "run the transaction again")
        }
        open?.isWriting = true
    }

    // MARK: Statements

    func run(_ statement: BoltStatement) throws -> any BoltResult {
        guard let current = open else {
            let result = try attempt(statement, statement.options)
            return EngineResult(result, bookmark: bookmark)
        }
        let result: QueryResult
        do {
            result = try attempt(statement, current.options)
        } catch let diagnostic as Diagnostic
            where diagnostic.kind == .readOnly && mayStartWriting(current)
        {
            try startWriting(current)
            result = try attempt(statement, current.options)
        }
        open?.statements += 1
        return EngineResult(result, bookmark: nil)
    }

    private func mayStartWriting(_ current: OpenTransaction) -> Bool {
        options.allowsWriting && current.options.access == .write && !current.isWriting
    }

    private func attempt(
        _ statement: BoltStatement, _ transaction: TransactionOptions
    ) throws -> QueryResult {
        let mayWrite = transaction.access == .write
        var query = QueryOptions(allowsWriting: mayWrite && options.allowsWriting)
        if case .boolean(true) = transaction.metadata["why"] { query.collectsFacts = true }
        query.limits = options.limits
        query.limits.timeout = shorter(statement.options.timeout, options.limits.timeout)
        query.cancellation = cancellation.withLock { $0 }
        do {
            var result = try session.run(
                statement.text, parameters: statement.parameters, options: query)
            let source = SourceText(statement.text)
            result.warnings = result.warnings.map { $0.located(in: source) }
            return result
        } catch var diagnostic as Diagnostic {
            if diagnostic.kind == .readOnly, options.allowsWriting, !mayWrite {
                diagnostic.hint = "open the session or transaction for writing"
            }
            throw diagnostic
        }
    }

    private func shorter(_ left: Double?, _ right: Double?) -> Double? {
        guard let left, let right else { return left ?? right }
        return min(left, right)
    }
}

/// The rows of one statement.
private final class EngineResult: BoltResult {
    let columns: [String]
    let entities: any EntityReader
    private var rows: ArraySlice<[Value]>
    private let outcome: StatementSummary

    /// Where a client asked why, each row ends with the facts it rests on.
    init(_ result: QueryResult, bookmark: String?) {
        if result.facts.count == result.rows.count, !result.facts.isEmpty {
            columns = result.columns + ["why"]
            rows = zip(result.rows, result.facts).map { $0 + [.list($1)] }[...]
        } else {
            columns = result.columns
            rows = result.rows[...]
        }
        entities = ViewEntities(view: result.view)
        outcome = StatementSummary(
            kind: result.isWriting ? (result.columns.isEmpty ? .write : .readWrite) : .read,
            statistics: StatementStatistics(result.changes), notifications: result.warnings,
            plan: result.plan.map(BoltPlan.init), bookmark: bookmark)
    }

    var isExhausted: Bool { rows.isEmpty }

    func next(_ limit: Int) throws -> ArraySlice<[Value]> {
        defer { rows = rows.dropFirst(limit) }
        return rows.prefix(limit)
    }

    func summary() -> StatementSummary { outcome }
}

/// Looks nodes and relationships up in the graph a result was made from.
private struct ViewEntities: EntityReader {
    let view: GraphView

    func describe(_ node: NodeIndex) -> NodeDescription {
        let isLive = view.isLive(node: node.raw)
        return NodeDescription(
            id: view.nodeID(of: node.raw), elementID: view.elementID(of: node),
            labels: isLive ? view.labels(of: node.raw).map(view.labelName) : [],
            properties: isLive ? named(view.nodeProperties(node.raw)) : [])
    }

    func describe(_ relationship: RelationshipIndex) -> RelationshipDescription {
        let edge = relationship.raw
        let isKnown = view.isKnown(relationship: edge)
        return RelationshipDescription(
            id: view.relationshipID(of: edge), elementID: view.elementID(of: relationship),
            type: isKnown ? view.typeName(view.type(ofRelationship: edge)) : "",
            start: end(isKnown ? view.source(of: edge) : 0),
            end: end(isKnown ? view.target(of: edge) : 0),
            properties: view.isLive(relationship: edge)
                ? named(view.relationshipProperties(edge)) : [])
    }

    private func end(_ node: UInt32) -> RelationshipDescription.End {
        let index = NodeIndex(node)
        return RelationshipDescription.End(
            index: index, id: view.nodeID(of: node), elementID: view.elementID(of: index))
    }

    private func named(_ properties: [(KeyID, Value)]) -> [(key: String, value: Value)] {
        properties.map { (view.keyName($0.0), $0.1) }
    }
}

extension StatementStatistics {
    /// A property that got another value counts among the set and the removed: clients know it as
    /// one that was set.
    fileprivate init(_ changes: ChangeSummary) {
        self.init()
        nodesCreated = changes.nodesCreated
        nodesDeleted = changes.nodesDeleted
        relationshipsCreated = changes.relationshipsCreated
        relationshipsDeleted = changes.relationshipsDeleted
        propertiesSet = max(changes.propertiesSet, changes.propertiesRemoved)
        labelsAdded = changes.labelsAdded
        labelsRemoved = changes.labelsRemoved
    }
}

extension BoltPlan {
    fileprivate init(_ plan: PlanDescription) {
        self.init(
            operatorName: plan.name,
            arguments: [
                ("Details", .string(plan.details)), ("EstimatedRows", .float(plan.estimatedRows)),
            ],
            children: plan.inputs.map(BoltPlan.init),
            profile: plan.rows.map { rows in
                Profile(
                    rows: rows, databaseHits: 0,
                    nanoseconds: Int((plan.milliseconds ?? 0) * 1_000_000))
            })
    }
}
