#if canImport(Glibc)
    import Glibc
#endif

/// A thread of the system's own, for work that blocks or needs a stack of its own. It is either
/// joined or detached, once.
package struct SystemThread: Sendable {
    /// No thread can be had.
    package struct Failure: Error {
        /// The system's error number.
        package let code: Int32
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    private let handle: pthread_t

    /// Starts a thread.
    ///
    /// - Parameter stackBytes: Its stack, where it is not to be the usual one. That is address space
    ///   only: pages that are never touched take no memory.
    package init(
        stackBytes: Int? = nil, _ body: @escaping @Sendable () -> Void
    ) throws(Failure) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        if let stackBytes { pthread_attr_setstacksize(&attributes, stackBytes) }
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(body))
        let code = pthread_create(
            &thread, &attributes,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
                return nil
            }, work.toOpaque())
        guard code == 0 else {
            work.release()
            throw Failure(code: code)
        }
        handle = thread
    }

    /// Waits until it has ended.
    package func join() { pthread_join(handle, nil) }

    /// Lets it end by itself; nobody has to join it.
    package func detach() { pthread_detach(handle) }
}
