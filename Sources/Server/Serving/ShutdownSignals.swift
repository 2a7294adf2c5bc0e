import Glibc

/// The signals that ask the process to stop.
package enum ShutdownSignals {
    /// Keeps SIGTERM and SIGINT from ending the process: they wait for `wait()` from now on.
    ///
    /// To be called before any thread is started, since threads take over what is held back.
    package static func hold() {
        var signals = set
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Waits for one of the signals, and lets a second one end the process at once.
    @discardableResult
    package static func wait() -> Int32 {
        var signals = set
        var received: Int32 = 0
        while sigwait(&signals, &received) != 0 {}
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        return received
    }

    private static var set: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGINT)
        return signals
    }
}
