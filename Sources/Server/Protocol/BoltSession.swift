import GraphModel

/// What a session needs of the connection it answers on.
protocol BoltLink: AnyObject {
    /// Whether a RESET has come in behind the message at hand.
    var isInterrupted: Bool { get }
    /// Whether the server is about to stop.
    var isStopping: Bool { get }
    /// Sends all that was written and empties the buffer.
    func flush(_ writer: inout PackStreamWriter) throws(ConnectionLost)
    /// Does what a RESET asks for: `reset` runs at a moment when no further RESET can come in.
    /// Gives whether another RESET is waiting already.
    func completeReset(_ reset: () -> Void) -> Bool
    /// The server's address as the client reaches it.
    var localAddress: String { get }
}

/// What all sessions of a server share.
struct SessionEnvironment: Sendable {
    var backend: any BoltBackend
    var authenticator: Authenticator
    /// How the server presents itself: `Neo4j/5.26.0 compatible (Veiviser 0.1)`.
    var agent: String
    var limits: ServerLimits
}

/// One client's conversation: takes its messages in order and writes the answers.
///
/// It knows nothing of sockets and threads; a `BoltLink` stands for them.
struct BoltSession: ~Copyable {
    /// The buffer is sent when it has grown to this.
    static let flushThreshold = 64 << 10

    /// Rows that are left to send.
    struct OpenResult {
        let result: any BoltResult
        let started: MonotonicTime
    }

    let version: BoltVersion
    let environment: SessionEnvironment
    let connectionID: String
    let backend: any BoltBackendSession

    var state = BoltState.negotiation
    var writer = PackStreamWriter()
    /// The notifications the client asked for, and those for the transaction at hand.
    var connectionFilter = NotificationFilter()
    var filter = NotificationFilter()
    /// Results with rows left, by the number the client knows them by.
    var results: [Int: OpenResult] = [:]
    var lastResult = -1
    var transaction = TransactionOptions(access: .write)
    /// When the open transaction has to be over.
    var transactionDeadline: MonotonicTime?
    /// Why what was open has been given up while the client was silent; it hears of it next.
    var expired: Diagnostic?

    init(
        version: BoltVersion, environment: SessionEnvironment, connectionID: String,
        backend: any BoltBackendSession
    ) {
        self.version = version
        self.environment = environment
        self.connectionID = connectionID
        self.backend = backend
    }

    /// Answers one message. The answer may stay in the buffer.
    mutating func receive(_ message: [UInt8], link: any BoltLink) throws(ConnectionLost) {
        guard let kind = RequestKind(of: message) else {
            return breakOff("a message has no known type")
        }
        if link.isInterrupted, state.isAuthenticated { state = .interrupted }
        switch state.reaction(to: kind, version: version) {
        case .ignore: writer.ignored()
        case .refuse: breakOff("'\(kind)' is not allowed now")
        case .handle: try handle(kind, message, link: link)
        }
    }

    private mutating func handle(
        _ kind: RequestKind, _ message: [UInt8], link: any BoltLink
    ) throws(ConnectionLost) {
        if let expired, kind != .reset, kind != .goodbye { return fail(expired, link: link) }
        var reader = PackStreamReader(
            message,
            limits: PackStreamLimits(
                nesting: environment.limits.nesting,
                decodedBytes: environment.limits.decodedBytes))
        do {
            try perform(try BoltRequest(kind, from: &reader), link: link)
        } catch let fault as PackStreamFault {
            switch fault {
            case .malformed(let reason): breakOff(reason)
            case .refused(let diagnostic): fail(diagnostic, link: link)
            }
        } catch let lost as ConnectionLost {
            throw lost
        } catch {
            fail(error, link: link)
        }
    }

    private mutating func perform(_ request: BoltRequest, link: any BoltLink) throws {
        switch request {
        case .hello(let extra): hello(extra)
        case .logon(let token): logon(token)
        case .logoff:
            state = .authentication
            writer.success()
        case .goodbye: state = .defunct
        case .reset: reset(link)
        case .run(let text, let parameters, let extra):
            try run(text, parameters: parameters, extra: extra)
        case .pull(let demand): try pull(demand, link: link)
        case .discard(let demand): try discard(demand)
        case .begin(let extra): try begin(extra)
        case .commit: try commit()
        case .rollback: try rollback()
        case .route(let context, let database):
            try route(context, database: database, link: link)
        case .telemetry: writer.success()
        }
    }

    /// Tells of a breach of the protocol and ends the connection.
    mutating func breakOff(_ reason: String) {
        writer.failure(Failure(code: FailureCode.invalidRequest, message: reason))
        state = .defunct
    }

    /// Tells that the request failed; what follows is ignored until RESET.
    ///
    /// A request that a RESET stopped counts as one in front of it: it is ignored.
    mutating func fail(_ error: any Error, link: any BoltLink) {
        letGo()
        if link.isInterrupted {
            state = .interrupted
            writer.ignored()
        } else if link.isStopping {
            writer.failure(
                Failure(code: FailureCode.unavailable, message: "the server is stopping"))
            state = .defunct
        } else {
            writer.failure(Failure(error))
            state = state.isAuthenticated ? .failed : .defunct
        }
    }

    /// Drops open results and rolls back an open transaction.
    mutating func letGo() {
        results = [:]
        expired = nil
        transactionDeadline = nil
        if state.isInTransaction { try? backend.rollback() }
    }

    private mutating func reset(_ link: any BoltLink) {
        letGo()
        let backend = backend
        let isInterruptedAgain = link.completeReset { backend.reset() }
        state = isInterruptedAgain ? .interrupted : .ready
        filter = connectionFilter
        writer.success()
    }

    // MARK: Silence

    /// Until when the client may be silent.
    func patience(from now: MonotonicTime, connectedAt: MonotonicTime) -> MonotonicTime {
        let limits = environment.limits
        guard state.isAuthenticated else {
            return connectedAt.advanced(seconds: limits.authenticationTime)
        }
        guard state.holdsResources, expired == nil else {
            return now.advanced(seconds: limits.idleTime)
        }
        let idle = now.advanced(seconds: limits.transactionIdleTime)
        return min(idle, transactionDeadline ?? idle)
    }

    /// Reacts to a silence that was too long: first what is open is given up, then the connection.
    mutating func loseSilentClient() {
        guard state.holdsResources, expired == nil else {
            state = .defunct
            return
        }
        results = [:]
        if state.isInTransaction { try? backend.rollback() }
        expired = Diagnostic(
            .resource, "TransactionTimedOut",
            "the transaction was open for too long and has been rolled back",
            hint: "read results and commit without long pauses")
    }

    /// Ends the session: nothing of it stays open.
    mutating func close() {
        letGo()
        state = .defunct
        backend.reset()
    }
}
