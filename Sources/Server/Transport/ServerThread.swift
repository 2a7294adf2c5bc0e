import Glibc
import GraphModel

/// Starts threads with a stack size of their own.
enum ServerThread {
    /// What a new thread is handed.
    private final class Work {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Runs `body` on a new thread that nobody has to join.
    ///
    /// The stack is address space only: pages that are never touched take no memory.
    static func start(stackBytes: Int, _ body: @escaping @Sendable () -> Void) throws(Diagnostic) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, max(stackBytes, 65_536))
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(body))
        let failure = pthread_create(
            &thread, &attributes,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
                return nil
            }, work.toOpaque())
        if failure != 0 {
            work.release()
            throw Diagnostic(
                .resource, "NoThread", "a new thread could not be started",
                notes: [String(cString: strerror(failure))])
        }
    }
}
