import Glibc
import GraphModel

/// Starts threads with a stack size of their own.
enum ServerThread {
    /// Runs `body` on a new thread that nobody has to join.
    static func start(stackBytes: Int, _ body: @escaping @Sendable () -> Void) throws(Diagnostic) {
        do {
            try SystemThread(stackBytes: max(stackBytes, 65_536), body).detach()
        } catch {
            throw Diagnostic(
                .resource, "NoThread", "a new thread could not be started",
                notes: [String(cString: strerror(error.code))])
        }
    }
}
