import CypherSyntax
import GraphModel
import GraphStore
import Synchronization

/// One user's statements: each by itself, or several in a transaction.
///
/// Used from one thread at a time, except for `cancel`.
package final class QuerySession {
    package let engine: CypherEngine
    private var open: OpenTransaction?
    private let running = Mutex<Cancellation?>(nil)

    /// A transaction the user has begun.
    private struct OpenTransaction {
        let snapshot: GraphSnapshot
        let transaction: GraphTransaction?
        let beganAt: ZonedDateTime
    }

    init(engine: CypherEngine) {
        self.engine = engine
    }

    /// Whether a transaction is open.
    package var isInTransaction: Bool { open != nil }

    /// Begins a transaction; with `allowsWriting` it is the graph's one writer until it ends.
    package func begin(
        allowsWriting: Bool, wait seconds: Double? = nil,
        cancellation: Cancellation = Cancellation()
    ) throws {
        guard open == nil else {
            throw Diagnostic(
                .semanticError, "TransactionOpen", "a transaction is open already",
                hint: "commit it or roll it back first")
        }
        let transaction =
            allowsWriting
            ? try engine.beginWrite(wait: deadline(seconds), cancellation) : nil
        open = OpenTransaction(
            snapshot: engine.graph.snapshot(), transaction: transaction,
            beganAt: try ZonedDateTime.now(in: .utc))
    }

    /// Makes what the transaction wrote visible to all.
    @discardableResult
    package func commit() throws -> ChangeSummary {
        guard let current = open else { throw noTransaction() }
        open = nil
        guard let transaction = current.transaction else { return ChangeSummary() }
        let changes = transaction.changes
        do {
            _ = try transaction.commit()
        } catch {
            transaction.rollback()
            throw error
        }
        return changes
    }

    /// Forgets what the transaction wrote.
    package func rollback() throws {
        guard let current = open else { throw noTransaction() }
        open = nil
        current.transaction?.rollback()
    }

    private func deadline(_ seconds: Double?) -> ContinuousClock.Instant? {
        seconds.map { ContinuousClock.now + .seconds($0) }
    }

    private func noTransaction() -> Diagnostic {
        Diagnostic(.semanticError, "NoTransaction", "no transaction is open")
    }

    /// Stops the statement that is running, from another thread.
    package func cancel() {
        running.withLock { $0 }?.cancel()
    }

    /// Runs one statement.
    ///
    /// - Throws: A `Diagnostic` with its place in the text; then nothing was written.
    package func run(
        _ text: String, parameters: [String: Value] = [:], options: QueryOptions = QueryOptions()
    ) throws -> QueryResult {
        do {
            let cancellation = options.cancellation ?? Cancellation()
            running.withLock { $0 = cancellation }
            defer { running.withLock { $0 = nil } }
            return try run(text, parameters, options, cancellation)
        } catch let diagnostic as Diagnostic {
            throw diagnostic.located(in: SourceText(text))
        }
    }

    private func run(
        _ text: String, _ parameters: [String: Value], _ options: QueryOptions,
        _ cancellation: Cancellation
    ) throws -> QueryResult {
        let snapshot = open?.snapshot ?? engine.graph.snapshot()
        let view = open?.transaction?.view ?? snapshot.view
        let prepared = try engine.prepare(text, options: options, view: view)
        let writes = prepared.isWriting
        if writes {
            try checkWriting(prepared, options)
        }
        if let current = open {
            return try runInTransaction(
                prepared, current, parameters, options, cancellation)
        }
        guard writes, prepared.statement.mode != .explain else {
            return try execute(
                prepared, snapshot: snapshot, transaction: nil, parameters, options, cancellation)
        }
        let transaction = try engine.beginWrite(
            wait: deadline(options.limits.timeout), cancellation)
        do {
            var result = try execute(
                prepared, snapshot: engine.graph.snapshot(), transaction: transaction, parameters,
                options, cancellation)
            result.changes = transaction.changes
            let after = try transaction.commit()
            // Positions may have moved where the commit folded the edits: rows stay in the view
            // they were made in, which the result keeps alive.
            if result.rows.isEmpty { result.view = after.view }
            return result
        } catch {
            transaction.rollback()
            throw error
        }
    }

    private func checkWriting(_ prepared: PreparedQuery, _ options: QueryOptions) throws {
        if options.asOf != nil || prepared.statement.asOf != nil {
            throw Diagnostic(
                .semanticError, "WriteAsOf", "a query cannot write into the past: AS OF only reads")
        }
        let isForbidden = open.map { $0.transaction == nil } ?? !options.allowsWriting
        if isForbidden, prepared.statement.mode != .explain {
            throw Diagnostic(
                .readOnly, "ReadOnly", "this query writes, and writing is not allowed here",
                hint: "add --write to allow it")
        }
    }

    private func runInTransaction(
        _ prepared: PreparedQuery, _ current: OpenTransaction, _ parameters: [String: Value],
        _ options: QueryOptions, _ cancellation: Cancellation
    ) throws -> QueryResult {
        guard let transaction = current.transaction else {
            return try execute(
                prepared, snapshot: current.snapshot, transaction: nil, parameters, options,
                cancellation)
        }
        let savepoint = transaction.savepoint()
        do {
            var result = try execute(
                prepared, snapshot: current.snapshot, transaction: transaction, parameters,
                options, cancellation)
            if prepared.isWriting { result.changes = transaction.changes(since: savepoint) }
            return result
        } catch {
            transaction.rollback(to: savepoint)
            throw error
        }
    }

    private func execute(
        _ prepared: PreparedQuery, snapshot: GraphSnapshot, transaction: GraphTransaction?,
        _ parameters: [String: Value], _ options: QueryOptions, _ cancellation: Cancellation
    ) throws -> QueryResult {
        if let command = try IndexCommand(prepared.statement) {
            return try command.run(transaction)
        }
        var execution = QueryExecution(
            prepared: prepared, parameters: parameters, options: options,
            cancellation: cancellation, workers: engine.workers(options.threads),
            beganAt: open?.beganAt)
        return try execution.run(snapshot: snapshot, transaction: transaction)
    }
}

extension PreparedQuery {
    /// Whether running it may change the graph.
    var isWriting: Bool {
        switch statement.body {
        case .createIndex, .dropIndex: true
        case .query, .show: bound?.isWriting ?? false
        }
    }
}
