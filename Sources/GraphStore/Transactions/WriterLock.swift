#if canImport(Glibc)
    import Glibc
#endif

/// A lock that one transaction holds from begin to end, on whatever threads it runs.
///
/// A pthread mutex guards a flag; whoever wants the flag waits on a condition, with a deadline if
/// need be. So the lock may be given back by another thread than took it.
final class WriterLock: @unchecked Sendable {
    // Safe to share: the flag is only touched while the pthread mutex is held, and both pthread
    // objects live at fixed addresses until deinit.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var isTaken = false

    init() {
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Takes the lock; false where the deadline passed first. Without a deadline it waits.
    func acquire(deadline: ContinuousClock.Instant?) -> Bool {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while isTaken {
            guard let deadline else {
                pthread_cond_wait(condition, mutex)
                continue
            }
            let left = ContinuousClock.now.duration(to: deadline)
            if left <= .zero { return false }
            var until = WriterLock.monotonicTime(after: left)
            pthread_cond_timedwait(condition, mutex, &until)
        }
        isTaken = true
        return true
    }

    /// Gives the lock back.
    func release() {
        pthread_mutex_lock(mutex)
        isTaken = false
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    private static func monotonicTime(after left: Duration) -> timespec {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let parts = left.components
        let nanoseconds = now.tv_nsec + Int(parts.attoseconds / 1_000_000_000)
        return timespec(
            tv_sec: now.tv_sec + Int(min(parts.seconds, 1_000_000_000))
                + nanoseconds / 1_000_000_000,
            tv_nsec: nanoseconds % 1_000_000_000)
    }
}
