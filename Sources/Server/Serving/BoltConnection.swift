import GraphModel
import Synchronization

/// One client's connection.
///
/// Two threads serve it: one reads the socket all the time, so that a RESET or the client's end is
/// noticed while a query runs; the other does what the messages ask for, in order.
final class BoltConnection: Sendable {
    let id: Int
    private let socket: Socket
    private let environment: SessionEnvironment
    private let backend: any BoltBackendSession
    private let connectedAt = MonotonicTime.now
    private let inbox = Monitor(Inbox())
    /// Whether the client has ever shown who it is.
    private let isTrusted = Atomic<Bool>(false)
    /// Held while whole messages are sent, so that a sign of life never gets into one.
    private let sending = Mutex(())

    private var limits: ServerLimits { environment.limits }

    init(id: Int, socket: Socket, environment: SessionEnvironment) {
        self.id = id
        self.socket = socket
        self.environment = environment
        backend = environment.backend.makeSession()
    }

    /// Starts to serve; `ended` is called when all is over.
    func start(ended: @escaping @Sendable () -> Void) throws(Diagnostic) {
        try ServerThread.start(stackBytes: 256 << 10) { [self] in
            serve()
            ended()
        }
    }

    /// Ends the connection: gracefully after the request at hand, which is cancelled.
    func stop(graceful: Bool) {
        inbox.update { $0.isStopping = true }
        backend.cancel()
        if !graceful { socket.shutdown() }
    }

    // MARK: Reading

    private func serve() {
        socket.setTimeouts(receive: limits.keepAliveTime, send: limits.writeTime)
        let opening = ConnectionOpening(
            socket: socket,
            deadline: connectedAt.advanced(seconds: limits.authenticationTime))
        guard let version = opening.agreeOnVersion() else { return socket.shutdown() }
        do {
            try ServerThread.start(stackBytes: limits.stackBytes) { [self] in work(version) }
        } catch {
            return socket.shutdown()
        }
        readMessages()
        inbox.update { $0.isClosed = true }
        backend.cancel()
        _ = inbox.wait(until: nil) { $0.isFinished ? true : nil }
    }

    private func readMessages() {
        var assembler = MessageAssembler()
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        var messageBegan = MonotonicTime.now
        while true {
            let wasMidMessage = assembler.isMidMessage
            switch socket.receive(into: &buffer) {
            case .closed: return
            case .nothingYet: sendSignOfLife()
            case .bytes(let count):
                // An ended worker only waits for the client to have read its last words.
                if inbox.read({ $0.isFinished }) { continue }
                guard take(buffer[..<count], &assembler) else { return }
            }
            if !wasMidMessage { messageBegan = MonotonicTime.now }
            if assembler.isMidMessage,
                messageBegan.advanced(seconds: limits.messageTime) < MonotonicTime.now
            {
                deliver(.fault("a message took too long to come in"))
                assembler = MessageAssembler()
            }
        }
    }

    /// Takes bytes in; false where the client said goodbye.
    private func take(_ bytes: ArraySlice<UInt8>, _ assembler: inout MessageAssembler) -> Bool {
        var messages: [[UInt8]] = []
        var fault: String?
        do {
            let limit = messageLimit(for: assembler.length + bytes.count)
            try assembler.take(bytes, limit: limit, messages: &messages)
        } catch {
            if case .malformed(let reason) = error { fault = reason }
        }
        for message in messages {
            if RequestKind(of: message) == .goodbye { return false }
            deliver(.message(message))
        }
        if let fault { deliver(.fault(fault)) }
        return true
    }

    /// How long a message may be. Before a long one is turned down, the messages in front of it are
    /// waited for: they may show who the client is.
    private func messageLimit(for length: Int) -> Int {
        if length > limits.unauthenticatedMessageBytes, !isTrusted.load(ordering: .relaxed) {
            _ = inbox.wait(until: nil) { $0.isIdle || $0.isFinished ? true : nil }
        }
        return isTrusted.load(ordering: .relaxed)
            ? limits.messageBytes : limits.unauthenticatedMessageBytes
    }

    /// Puts an item into the inbox, waiting for room. A RESET stops the query at hand at once.
    private func deliver(_ item: Inbox.Item) {
        var size = 0
        var isReset = false
        if case .message(let bytes) = item {
            size = bytes.count
            isReset = RequestKind(of: bytes) == .reset
        }
        _ = inbox.wait(until: nil) { inbox -> Bool? in
            if inbox.isFinished { return true }
            guard inbox.hasRoom(for: size, limits: limits) else { return nil }
            inbox.append(item)
            if isReset { backend.cancel() }
            return true
        }
    }

    private func sendSignOfLife() {
        guard inbox.read({ $0.isBusy && !$0.isFinished }) else { return }
        sending.withLockIfAvailable { _ in
            try? socket.send([0, 0], deadline: .now.advanced(seconds: limits.writeTime))
        }
    }

    // MARK: Working

    private func work(_ version: BoltVersion) {
        var session = BoltSession(
            version: version, environment: environment, connectionID: "bolt-\(id)",
            backend: backend)
        do {
            while session.state != .defunct, try advance(&session) {}
        } catch {
            // The client is gone: there is nobody to tell.
        }
        session.close()
        finish()
    }

    /// Deals with the next item; false where there will be none.
    private func advance(_ session: inout BoltSession) throws(ConnectionLost) -> Bool {
        inbox.update { $0.isBusy = false }
        let patience = session.patience(from: .now, connectedAt: connectedAt)
        switch inbox.wait(until: patience, { $0.take() }) {
        case .over: return false
        case nil: session.loseSilentClient()
        case .item(.fault(let reason)): session.breakOff(reason)
        case .item(.message(let message)): try session.receive(message, link: self)
        }
        if session.state.isAuthenticated { isTrusted.store(true, ordering: .relaxed) }
        if inbox.read({ $0.isEmpty }) || session.state == .defunct { try flush(&session.writer) }
        return true
    }

    /// Ends the connection so that the client can still read what was sent: closing at once while
    /// it is sending would make its system throw the answer away.
    private func finish() {
        socket.finishSending()
        inbox.update { $0.isFinished = true }
        _ = inbox.wait(until: .now.advanced(seconds: 1)) { $0.isClosed ? true : nil }
        socket.shutdown()
    }
}

extension BoltConnection: BoltLink {
    var isInterrupted: Bool { inbox.read { $0.resets > 0 } }

    var isStopping: Bool { inbox.read { $0.isStopping } }

    var localAddress: String { socket.localAddress }

    func flush(_ writer: inout PackStreamWriter) throws(ConnectionLost) {
        guard !writer.bytes.isEmpty else { return }
        let deadline = MonotonicTime.now.advanced(seconds: limits.writeTime)
        let bytes = writer.bytes
        // The result is handed out of the lock, which throws nothing of its own.
        let sent = sending.withLock { _ in
            Result { () throws(ConnectionLost) in try socket.send(bytes, deadline: deadline) }
        }
        try sent.get()
        writer.removeAll()
    }

    func completeReset(_ reset: () -> Void) -> Bool {
        inbox.update { inbox in
            reset()
            inbox.resets -= 1
            return inbox.resets > 0
        }
    }
}
