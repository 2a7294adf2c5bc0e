import CypherSyntax
import GraphModel
import GraphStore
import Synchronization

/// Runs Cypher over one graph. Sessions share it.
package final class CypherEngine: Sendable {
    package let graph: Graph
    package let procedures: ProcedureRegistry
    let plans = PlanCache()
    private let pool = WorkerPool()

    package init(graph: Graph, procedures: ProcedureRegistry = .standard) {
        self.graph = graph
        self.procedures = procedures
    }

    /// A session: one user's statements, one after the other.
    package func session() -> QuerySession { QuerySession(engine: self) }

    /// The threads a query may use that asks for so many.
    func workers(_ threads: Int) -> WorkerGroup {
        threads > 1 ? WorkerGroup(threads: threads, pool: pool) : .alone
    }

    /// Begins a write transaction. The wait for another writer ends when it is cancelled.
    func beginWrite(
        wait deadline: ContinuousClock.Instant?, _ cancellation: Cancellation
    ) throws -> GraphTransaction {
        while true {
            let slice = ContinuousClock.now + .milliseconds(50)
            do {
                return try graph.beginWrite(wait: deadline.map { min($0, slice) } ?? slice)
            } catch {
                if cancellation.isCancelled { throw Cancellation.diagnostic }
                if let deadline, deadline <= ContinuousClock.now { throw error }
            }
        }
    }

    /// A statement, parsed, bound and planned.
    ///
    /// - Throws: A `Diagnostic` with its place in the text.
    func prepare(_ text: String, options: QueryOptions, view: GraphView) throws -> PreparedQuery {
        let key = PlanCache.Key(
            text: text, collectsFacts: options.collectsFacts, isOptimizing: options.isOptimizing)
        if let cached = plans[key] { return cached }
        var warnings: [Diagnostic] = []
        let statement = try Parser.parse(text, warnings: &warnings)
        let prepared = try prepare(
            statement, text: text, warnings: warnings, options: options, view: view)
        plans[key] = prepared
        return prepared
    }

    private func prepare(
        _ statement: Statement, text: String, warnings: [Diagnostic], options: QueryOptions,
        view: GraphView
    ) throws -> PreparedQuery {
        switch statement.body {
        case .createIndex, .dropIndex:
            return PreparedQuery(text: text, statement: statement, warnings: warnings)
        case .query, .show: break
        }
        let bound = try Binder(procedures: procedures).bind(statement)
        var planner = Planner(view: view, variableCount: bound.variables.count)
        planner.isOptimizing = options.isOptimizing
        if options.collectsFacts { planner.factsVariable = planner.newVariable() }
        let plan = try planner.plan(bound.query)
        return PreparedQuery(
            text: text, statement: statement, bound: bound, planner: planner, plan: plan,
            warnings: warnings + bound.warnings)
    }
}

/// How a statement is to be run.
package struct QueryOptions: Sendable {
    package var allowsWriting = false
    package var limits = QueryLimits()
    /// The date the graph is looked at, as `AS OF` before the query would say.
    package var asOf: DayRange?
    /// Whether each row tells the facts it rests on.
    package var collectsFacts = false
    /// Whether plans are ordered by cost.
    package var isOptimizing = true
    /// Threads that large counts and scans may use.
    package var threads = 1
    /// Stops the statement, also one that has not begun; `QuerySession.cancel()` works without.
    package var cancellation: Cancellation?

    package init(allowsWriting: Bool = false) {
        self.allowsWriting = allowsWriting
    }
}

/// What is known of a statement before it runs.
struct PreparedQuery: Sendable {
    let text: String
    let statement: Statement
    var bound: BoundStatement?
    var planner: Planner?
    var plan: LogicalPlan?
    let warnings: [Diagnostic]
}

/// Plans by query text. A plan names labels and keys, not their numbers: it stays right when the
/// graph changes, only perhaps no longer the best.
final class PlanCache: Sendable {
    struct Key: Hashable, Sendable {
        let text: String
        let collectsFacts: Bool
        let isOptimizing: Bool
    }

    private static let limit = 256
    private let entries = Mutex<[Key: PreparedQuery]>([:])

    subscript(key: Key) -> PreparedQuery? {
        get { entries.withLock { $0[key] } }
        set {
            entries.withLock { entries in
                if entries.count >= PlanCache.limit { entries.removeAll() }
                entries[key] = newValue
            }
        }
    }
}
