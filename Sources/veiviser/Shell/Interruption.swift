import CypherEngine
import GraphModel
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Makes Ctrl-C stop the query that runs, not the program.
final class Interruption: Sendable {
    private let running = Mutex<Cancellation?>(nil)
    private let endsWhenIdle: Bool

    /// Holds the signal back in all threads to come and waits for it in one of its own.
    ///
    /// - Parameter endsWhenIdle: whether the program ends where no query runs.
    init(endsWhenIdle: Bool) {
        self.endsWhenIdle = endsWhenIdle
        var signals = Interruption.signals
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        // Without the thread Ctrl-C does nothing; all else works.
        try? SystemThread { self.wait() }.detach()
    }

    /// Runs something that the signal is to stop.
    func stopping<Result>(_ body: (Cancellation) throws -> Result) rethrows -> Result {
        let cancellation = Cancellation()
        running.withLock { $0 = cancellation }
        defer { running.withLock { $0 = nil } }
        return try body(cancellation)
    }

    private func wait() {
        var signals = Interruption.signals
        while true {
            var received: Int32 = 0
            guard sigwait(&signals, &received) == 0 else { continue }
            let current = running.withLock { $0 }
            current?.cancel()
            if current == nil, endsWhenIdle { exit(130) }
        }
    }

    private static var signals: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        return signals
    }
}
