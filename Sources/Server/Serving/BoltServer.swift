import Glibc
import GraphModel

/// Lets Neo4j's drivers query a graph over the Bolt protocol.
package final class BoltServer: Sendable {
    private struct Status {
        var listener: ListeningSocket?
        var connections: [Int: BoltConnection] = [:]
        var lastID = 0
        var isStopping = false
        /// The thread that accepts connections runs.
        var isAccepting = false
    }

    private let configuration: BoltConfiguration
    private let backend: any BoltBackend
    private let status = Monitor(Status())

    package init(configuration: BoltConfiguration, backend: any BoltBackend) {
        self.configuration = configuration
        self.backend = backend
    }

    /// Listens for clients, on threads of its own.
    package func start() throws(Diagnostic) {
        let authenticator: Authenticator
        if let file = configuration.authFile {
            authenticator = try Authenticator(file: file)
        } else {
            authenticator = Authenticator()
        }
        let listener = try ListeningSocket(host: configuration.host, port: configuration.port)
        try checkReach(listener)
        let environment = SessionEnvironment(
            backend: backend, authenticator: authenticator, agent: configuration.agent,
            limits: configuration.limits)
        status.update {
            $0.listener = listener
            $0.isAccepting = true
        }
        do {
            try ServerThread.start(stackBytes: 256 << 10) { [self] in
                accept(on: listener, environment)
            }
        } catch {
            status.update { $0.isAccepting = false }
            throw error
        }
    }

    /// Lets others than this machine's users in only where that was asked for and they are named.
    private func checkReach(_ listener: ListeningSocket) throws(Diagnostic) {
        if listener.isLoopback { return }
        guard configuration.allowsOtherMachines else {
            throw Diagnostic(
                .usage, "AddressNotLocal", "other machines can reach '\(configuration.host)'",
                hint: "use --listen with --auth-file, or serve on 127.0.0.1")
        }
        guard configuration.authFile != nil else {
            throw Diagnostic(
                .usage, "AuthFileMissing",
                "other machines can reach '\(configuration.host)', so users must be named",
                hint: "add --auth-file")
        }
    }

    /// The address in use, such as `127.0.0.1:7687`; empty before `start()`.
    package var address: String { status.read { $0.listener?.address ?? "" } }

    /// The port in use; 0 before `start()`.
    package var port: Int { status.read { $0.listener?.port ?? 0 } }

    /// How many clients are connected.
    package var connectionCount: Int { status.read { $0.connections.count } }

    /// Stops: lets nobody in any more, cancels the queries that run and closes all connections.
    ///
    /// A graceful stop lets clients know why their query failed, as long as that takes no more
    /// than the time allowed. What was committed stays either way.
    package func stop(graceful: Bool = true) {
        let connections = status.update { status -> [BoltConnection] in
            status.isStopping = true
            status.listener?.stop()
            return Array(status.connections.values)
        }
        for connection in connections { connection.stop(graceful: graceful) }
        if waitForEnd(seconds: configuration.limits.stopTime) { return }
        for connection in status.read({ Array($0.connections.values) }) {
            connection.stop(graceful: false)
        }
        _ = waitForEnd(seconds: 2)
    }

    /// Whether all threads ended in time.
    private func waitForEnd(seconds: Double) -> Bool {
        let ended = status.wait(until: .now.advanced(seconds: seconds)) { status -> Bool? in
            status.connections.isEmpty && !status.isAccepting ? true : nil
        }
        return ended ?? false
    }

    // MARK: Accepting

    private func accept(on listener: ListeningSocket, _ environment: SessionEnvironment) {
        while let next = listener.accept() {
            switch next {
            case .success(let socket): admit(socket, environment)
            case .failure:
                // Out of descriptors: some come free as connections end.
                usleep(100_000)
            }
            if status.read({ $0.isStopping }) { break }
        }
        status.update { $0.isAccepting = false }
    }

    private func admit(_ socket: Socket, _ environment: SessionEnvironment) {
        let admitted = status.update { status -> BoltConnection? in
            guard !status.isStopping, status.connections.count < configuration.limits.connections
            else { return nil }
            status.lastID += 1
            let connection = BoltConnection(
                id: status.lastID, socket: socket, environment: environment)
            status.connections[status.lastID] = connection
            return connection
        }
        guard let connection = admitted else { return socket.shutdown() }
        let id = connection.id
        do {
            try connection.start { [self] in forget(id) }
        } catch {
            socket.shutdown()
            forget(id)
        }
    }

    private func forget(_ id: Int) {
        status.update { $0.connections[id] = nil }
    }
}
