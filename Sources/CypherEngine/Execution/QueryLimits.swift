import GraphModel
import Synchronization

/// How long and how much a query may take.
package struct QueryLimits: Sendable {
    /// Seconds; nil = no deadline.
    package var timeout: Double?
    /// Bytes of rows held at one time, values under way included.
    package var memory: Int
    /// Result rows; nil = no bound.
    package var rows: Int?
    /// Relationships in a path that is walked.
    package var pathLength: Int

    /// What a query may hold where nothing else is said: values can grow without end by doubling,
    /// so there is always a bound.
    package static let defaultMemory = 4096 << 20
    /// A chain longer than this is not found by walking: the walk compares each step with all
    /// before it.
    package static let defaultPathLength = 100_000

    package init(
        timeout: Double? = nil, memory: Int? = nil, rows: Int? = nil, pathLength: Int? = nil
    ) {
        self.timeout = timeout
        self.memory = memory ?? Self.defaultMemory
        self.rows = rows
        self.pathLength = pathLength ?? Self.defaultPathLength
    }

    /// A memory budget as people give it, however large.
    package static func bytes(megabytes: Int) -> Int {
        megabytes > Int.max >> 20 ? Int.max : megabytes << 20
    }
}

/// Lets another thread stop a query.
package final class Cancellation: Sendable {
    private let flag = Atomic<Bool>(false)

    package init() {}

    /// Asks the query to stop at its next check.
    package func cancel() { flag.store(true, ordering: .relaxed) }

    /// What a query fails with that was stopped.
    static var diagnostic: Diagnostic {
        Diagnostic(.resource, "Cancelled", "the query was cancelled")
    }

    /// Whether it has been asked to.
    package var isCancelled: Bool { flag.load(ordering: .relaxed) }
}

/// Watches the limits of one running query: operators ask it a batch and every few thousand steps.
package final class QueryGuard: WorkLimits {
    private let deadline: ContinuousClock.Instant?
    private let limits: QueryLimits
    private let cancellation: Cancellation
    private var held = 0
    private var steps = 0

    package init(limits: QueryLimits, cancellation: Cancellation) {
        self.limits = limits
        self.cancellation = cancellation
        deadline = limits.timeout.map { ContinuousClock.now + .seconds($0) }
    }

    /// Throws where the deadline has passed or the query was cancelled.
    package func check() throws(Diagnostic) {
        if cancellation.isCancelled { throw Cancellation.diagnostic }
        if let deadline, ContinuousClock.now > deadline {
            let seconds = limits.timeout ?? 0
            throw Diagnostic(
                .resource, "DeadlineExceeded", "the query ran longer than \(seconds) s",
                hint: "narrow the pattern, add a LIMIT, or allow more time with --timeout")
        }
    }

    /// Counts work inside a loop and checks now and then.
    @inline(__always)
    package func step(_ count: Int = 1) throws(Diagnostic) {
        steps += count
        if steps >= 4096 {
            steps = 0
            try check()
        }
    }

    /// Accounts for rows that are kept; throws where the budget is used up.
    package func hold(bytes: Int) throws {
        held += bytes
        if held > limits.memory { throw overBudget }
    }

    /// Throws where so many bytes, to be used for a moment, do not fit beside what is held.
    @inline(__always)
    package func require(bytes: Int) throws(Diagnostic) {
        if bytes > limits.memory - held { throw overBudget }
    }

    private var overBudget: Diagnostic {
        Diagnostic(
            .resource, "MemoryBudgetExceeded",
            "the query needs more than \(limits.memory >> 20) MB for its rows and values",
            hint: "narrow the pattern, aggregate earlier, or allow more with --memory")
    }

    /// Throws where a walk has become longer than allowed.
    @inline(__always)
    func checkPath(length: Int) throws {
        if length > limits.pathLength {
            throw Diagnostic(
                .resource, "PathTooLong",
                "a path has become longer than \(limits.pathLength) relationships",
                hint: "give the pattern a greatest length, as in -[*..10]->")
        }
    }

    /// Gives back what was held.
    package func release(bytes: Int) { held -= bytes }

    /// Accounts for values that stay while something else is made.
    func holding<Result>(bytes: Int, _ body: () throws -> Result) throws -> Result {
        try hold(bytes: bytes)
        defer { release(bytes: bytes) }
        return try body()
    }

    /// Throws where there are more result rows than allowed.
    package func checkRows(_ count: Int) throws {
        if let limit = limits.rows, count > limit {
            throw Diagnostic(
                .resource, "RowLimitExceeded", "the result has more than \(limit) rows",
                hint: "add a LIMIT")
        }
    }
}
