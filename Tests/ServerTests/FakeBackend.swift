import GraphModel
import Server
import Synchronization

/// An engine made for tests: it obeys a handful of words instead of a query language.
///
/// `ECHO` gives the parameters back, `ROWS n` gives numbers, `CREATE n` counts as a write, `HANG`
/// runs until it is cancelled or out of time, `FAIL kind code` fails, `GRAPH` gives a node, a
/// relationship and a path, `NEST n` a list in a list n times, `WIDE n` a text of n bytes.
final class FakeBackend: BoltBackend {
    /// What has been committed, and who is writing.
    struct Store: Sendable {
        var committed = 0
        var commits = 0
        var sessions = 0
        var openTransactions = 0
        var hanging = 0
    }

    let store = Mutex(Store())
    let databaseName = "guide"

    /// How it stands now.
    var now: Store { store.withLock { $0 } }

    func makeSession() -> any BoltBackendSession {
        store.withLock { $0.sessions += 1 }
        return FakeSession(self)
    }
}

final class FakeSession: BoltBackendSession {
    private struct State: Sendable {
        var isCancelled = false
        /// Writes of the open transaction, nil where none is open.
        var pending: Int?
    }

    private let backend: FakeBackend
    private let state = Mutex(State())

    init(_ backend: FakeBackend) {
        self.backend = backend
    }

    func begin(_ options: TransactionOptions) throws {
        state.withLock { $0.pending = 0 }
        backend.store.withLock { $0.openTransactions += 1 }
    }

    func commit() throws -> String? {
        let pending = endTransaction() ?? 0
        return backend.store.withLock { store in
            store.committed += pending
            store.commits += 1
            return "fake:\(store.commits)"
        }
    }

    func rollback() throws { _ = endTransaction() }

    func cancel() { state.withLock { $0.isCancelled = true } }

    func reset() {
        _ = endTransaction()
        state.withLock { $0.isCancelled = false }
    }

    private func endTransaction() -> Int? {
        let pending = state.withLock { state -> Int? in
            defer { state.pending = nil }
            return state.pending
        }
        if pending != nil { backend.store.withLock { $0.openTransactions -= 1 } }
        return pending
    }

    func run(_ statement: BoltStatement) throws -> any BoltResult {
        let words = statement.text.split(separator: " ").map(String.init)
        let number = words.count > 1 ? Int(words[1]) ?? 0 : 0
        switch words.first {
        case "ECHO":
            let names = statement.parameters.keys.sorted()
            return FakeResult(names, [names.compactMap { statement.parameters[$0] }])
        case "ROWS": return FakeResult(["n"], (0..<number).map { [.integer($0)] })
        case "CREATE": return try create(number, statement.options)
        case "HANG": return try hang(statement.options.timeout)
        case "FAIL": throw failure(words)
        case "GRAPH": return graph()
        case "NEST":
            return FakeResult(["x"], [[(0..<number).reduce(.list([])) { all, _ in .list([all]) }]])
        case "WIDE":
            let text = Value.string(String(repeating: "x", count: number))
            return FakeResult(["x"], [[text], [text]])
        case "PLAN": return planned()
        default: throw Diagnostic(.syntaxError, "UnexpectedSyntax", "unknown word")
        }
    }

    private func create(_ number: Int, _ options: TransactionOptions) throws -> FakeResult {
        guard options.access == .write else {
            throw Diagnostic(.readOnly, "ReadOnly", "writing is not allowed here")
        }
        let isAutoCommit = state.withLock { state in
            guard let pending = state.pending else { return true }
            state.pending = pending + number
            return false
        }
        if isAutoCommit { backend.store.withLock { $0.committed += number } }
        let result = FakeResult([], [])
        result.kind = .write
        result.statistics.nodesCreated = number
        if isAutoCommit { result.bookmark = "fake:auto" }
        return result
    }

    private func hang(_ timeout: Double?) throws -> FakeResult {
        backend.store.withLock { $0.hanging += 1 }
        defer { backend.store.withLock { $0.hanging -= 1 } }
        let start = ContinuousClock.now
        while true {
            if state.withLock({ $0.isCancelled }) {
                throw Diagnostic(.resource, "Cancelled", "the query was cancelled")
            }
            if let timeout, ContinuousClock.now - start > .seconds(timeout) {
                throw Diagnostic(.resource, "DeadlineExceeded", "the query took too long")
            }
            pause(milliseconds: 1)
        }
    }

    private func failure(_ words: [String]) -> Diagnostic {
        let kind = words.count > 1 ? Diagnostic.Kind(rawValue: words[1]) : nil
        return Diagnostic(
            kind ?? .internalError, words.count > 2 ? words[2] : "Unknown", "it was asked for")
    }

    private func graph() -> FakeResult {
        let forward = Path(nodes: [NodeIndex(0), NodeIndex(1)], relationships: [.init(0)])
        let backward = Path(nodes: [NodeIndex(1), NodeIndex(0)], relationships: [.init(0)])
        return FakeResult(
            ["n", "r", "p", "q"],
            [[.node(NodeIndex(0)), .relationship(.init(0)), .path(forward), .path(backward)]])
    }

    private func planned() -> FakeResult {
        let result = FakeResult(["x"], [])
        result.plan = BoltPlan(
            operatorName: "Produce", arguments: [("estimate", .float(2))], identifiers: ["x"],
            children: [BoltPlan(operatorName: "Scan")])
        result.notifications = [
            Diagnostic(
                .labelNotFound, "UnknownLabel", "there is no label 'Perzon'",
                place: SourcePlace(line: 1, column: 7), severity: .warning)
        ]
        return result
    }
}

final class FakeResult: BoltResult {
    let columns: [String]
    private var rows: ArraySlice<[Value]>
    var kind = StatementSummary.Kind.read
    var statistics = StatementStatistics()
    var notifications: [Diagnostic] = []
    var plan: BoltPlan?
    var bookmark: String?

    init(_ columns: [String], _ rows: [[Value]]) {
        self.columns = columns
        self.rows = rows[...]
    }

    var entities: any EntityReader { FakeEntities() }
    var isExhausted: Bool { rows.isEmpty }

    func next(_ limit: Int) throws -> ArraySlice<[Value]> {
        defer { rows = rows.dropFirst(limit) }
        return rows.prefix(limit)
    }

    func summary() -> StatementSummary {
        StatementSummary(
            kind: kind, statistics: statistics, notifications: notifications, plan: plan,
            bookmark: bookmark)
    }
}

/// Node 0 and 1, and relationship 0 from the first to the second.
struct FakeEntities: EntityReader {
    func describe(_ node: NodeIndex) -> NodeDescription {
        NodeDescription(
            id: 100 + Int(node.raw), elementID: "n:\(100 + node.raw)", labels: ["Agency", "Body"],
            properties: [("name", .string("Politiet")), ("rank", .integer(Int(node.raw)))])
    }

    func describe(_ relationship: RelationshipIndex) -> RelationshipDescription {
        RelationshipDescription(
            id: 7, elementID: "r:7", type: "LEADS",
            start: .init(index: NodeIndex(0), id: 100, elementID: "n:100"),
            end: .init(index: NodeIndex(1), id: 101, elementID: "n:101"),
            properties: [("since", .date(CalendarDate(days: 1)))])
    }
}
