import GraphModel
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Threads that help with one piece of work at a time. They are started when first asked for and
/// sleep in between.
final class WorkerPool: Sendable {
    private let state = PoolState()
    private let turn = Mutex<Void>(())

    init() {}

    deinit { state.stop() }

    /// Calls `work` on this thread as number 0, and on up to `helpers` others, and returns when
    /// all are back. A helper that wakes too late does not take part: nobody waits for it. Where
    /// the pool is busy, this thread works alone.
    func run(helpers: Int, _ work: (Int) -> Void) {
        let hasRun: Void? = turn.withLockIfAvailable { _ in
            withoutActuallyEscaping(work) { work in
                state.begin(Shared(work), helpers: helpers)
                work(0)
                state.finish()
            }
        }
        if hasRun == nil { work(0) }
    }
}

/// Lets a value cross to the helpers of a pool. Safe where they only read it, or write to parts
/// of it of their own, and its owner waits for them: which is what every use has to see to.
struct Shared<Item>: @unchecked Sendable {
    let item: Item

    init(_ item: Item) {
        self.item = item
    }
}

/// What a pool and its threads share. Safe to share: everything that changes is read and written
/// with `lock` held.
private final class PoolState: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let workIsThere = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let workIsDone = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var work: Shared<(Int) -> Void>?
    private var threads = 0
    /// Helpers that may still begin, that have begun, and that are at it.
    private var places = 0
    private var begun = 0
    private var running = 0
    private var isStopping = false

    init() {
        pthread_mutex_init(lock, nil)
        pthread_cond_init(workIsThere, nil)
        pthread_cond_init(workIsDone, nil)
    }

    deinit {
        pthread_cond_destroy(workIsDone)
        pthread_cond_destroy(workIsThere)
        pthread_mutex_destroy(lock)
        workIsDone.deallocate()
        workIsThere.deallocate()
        lock.deallocate()
    }

    func begin(_ work: Shared<(Int) -> Void>, helpers: Int) {
        pthread_mutex_lock(lock)
        while threads < helpers, start() { threads += 1 }
        self.work = work
        places = min(helpers, threads)
        begun = 0
        pthread_cond_broadcast(workIsThere)
        pthread_mutex_unlock(lock)
    }

    func finish() {
        pthread_mutex_lock(lock)
        places = 0
        work = nil
        while running > 0 { pthread_cond_wait(workIsDone, lock) }
        pthread_mutex_unlock(lock)
    }

    func stop() {
        pthread_mutex_lock(lock)
        isStopping = true
        pthread_cond_broadcast(workIsThere)
        pthread_mutex_unlock(lock)
    }

    private func start() -> Bool {
        guard let thread = try? SystemThread({ self.help() }) else { return false }
        thread.detach()
        return true
    }

    /// What a thread does all its life.
    private func help() {
        pthread_mutex_lock(lock)
        while !isStopping {
            guard places > 0, let work else {
                pthread_cond_wait(workIsThere, lock)
                continue
            }
            places -= 1
            begun += 1
            running += 1
            let number = begun
            pthread_mutex_unlock(lock)
            work.item(number)
            pthread_mutex_lock(lock)
            running -= 1
            if running == 0 { pthread_cond_signal(workIsDone) }
        }
        pthread_mutex_unlock(lock)
    }
}
