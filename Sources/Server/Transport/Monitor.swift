import Glibc

/// State behind a lock that threads can wait on.
///
/// The standard library's `Mutex` has no condition variable; this is the pair of the two.
final class Monitor<State>: @unchecked Sendable {
    // Safe to share: `state` is touched only while `mutex` is held.
    private var state: State
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init(_ state: State) {
        self.state = state
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        // Waits must not stretch or shrink when the wall clock is set.
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

    /// Looks at the state.
    func read<Result>(_ body: (State) throws -> Result) rethrows -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(state)
    }

    /// Changes the state and wakes all who wait for it.
    @discardableResult
    func update<Result>(_ body: (inout State) throws -> Result) rethrows -> Result {
        pthread_mutex_lock(mutex)
        defer {
            pthread_cond_broadcast(condition)
            pthread_mutex_unlock(mutex)
        }
        return try body(&state)
    }

    /// Waits until `body` gives a value, at most until `deadline`; nil where that passed.
    ///
    /// Others are woken when it gives a value, as it may have changed the state.
    func wait<Result>(
        until deadline: MonotonicTime?, _ body: (inout State) -> Result?
    ) -> Result? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while true {
            if let result = body(&state) {
                pthread_cond_broadcast(condition)
                return result
            }
            guard let deadline else {
                pthread_cond_wait(condition, mutex)
                continue
            }
            var time = deadline.timespec
            if pthread_cond_timedwait(condition, mutex, &time) == ETIMEDOUT {
                return body(&state)
            }
        }
    }
}

/// A moment on the clock that only moves forward.
struct MonotonicTime: Sendable, Comparable {
    /// Nanoseconds since the machine started.
    let nanoseconds: Int

    /// This moment.
    static var now: MonotonicTime {
        var time = Glibc.timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return MonotonicTime(nanoseconds: time.tv_sec * 1_000_000_000 + time.tv_nsec)
    }

    /// The moment so many seconds later.
    func advanced(seconds: Double) -> MonotonicTime {
        // A year is as good as for ever, and far from overflowing.
        let bounded = min(max(seconds, 0), 31_536_000)
        return MonotonicTime(nanoseconds: nanoseconds + Int(bounded * 1_000_000_000))
    }

    /// Seconds from this moment to a later one; negative where it is earlier.
    func seconds(to later: MonotonicTime) -> Double {
        Double(later.nanoseconds - nanoseconds) / 1_000_000_000
    }

    /// Whole milliseconds passed since this moment.
    var millisecondsSince: Int { (MonotonicTime.now.nanoseconds - nanoseconds) / 1_000_000 }

    var timespec: Glibc.timespec {
        Glibc.timespec(
            tv_sec: nanoseconds / 1_000_000_000, tv_nsec: nanoseconds % 1_000_000_000)
    }

    static func < (left: MonotonicTime, right: MonotonicTime) -> Bool {
        left.nanoseconds < right.nanoseconds
    }
}
