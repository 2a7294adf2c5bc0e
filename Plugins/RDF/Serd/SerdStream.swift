import GraphModel
import ImporterKit
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Reads with serd on one thread what another takes, batch by batch: reading costs about as much
/// as building the graph.
enum SerdStream {
    /// Less than this is read before a thread has started.
    private static let worthAThread = 1 << 18

    /// Reads from a position to the end or to a fault, which it returns.
    ///
    /// - Throws: What `take` throws; then nothing more is read.
    static func read(
        _ bytes: ByteView, from start: Int, as syntax: RDFSyntax, inBackground: Bool,
        _ take: (SerdBatch) throws -> Void
    ) throws -> SerdFault? {
        if inBackground, bytes.count - start >= worthAThread,
            let reading = SerdReading(bytes, from: start, as: syntax)
        {
            defer { reading.join() }
            return try reading.takeAll(take)
        }
        var failure: (any Error)?
        let fault = withoutActuallyEscaping(take) { take in
            SerdParser.run(bytes, from: start, as: syntax) { batch in
                var batch = batch
                do {
                    try take(batch)
                } catch {
                    failure = error
                    return nil
                }
                batch.clear()
                return batch
            }
        }
        if let failure { throw failure }
        return fault
    }
}

/// A thread on which serd reads.
private struct SerdReading: ~Copyable {
    private let queue: SerdQueue
    private let thread: SystemThread
    /// serd calls itself for every bracket; the limit on brackets fits in here many times.
    private static let stackBytes = 8 << 20

    /// Starts reading; nil where there is no thread to be had. The bytes must outlive `join`.
    init?(_ bytes: ByteView, from start: Int, as syntax: RDFSyntax) {
        let queue = SerdQueue()
        // Safe to hand over: nobody writes to the bytes, and they outlive the thread.
        nonisolated(unsafe) let bytes = bytes
        let thread = try? SystemThread(stackBytes: Self.stackBytes) {
            queue.end(SerdParser.run(bytes, from: start, as: syntax) { queue.put($0) })
        }
        guard let thread else { return nil }
        self.queue = queue
        self.thread = thread
    }

    /// Gives every batch to a closure; the fault serd ended with.
    borrowing func takeAll(_ take: (SerdBatch) throws -> Void) throws -> SerdFault? {
        while var batch = queue.next() {
            do {
                try take(batch)
            } catch {
                queue.stop()
                throw error
            }
            batch.clear()
            queue.recycle(batch)
        }
        return queue.fault
    }

    /// Waits until the thread has ended.
    borrowing func join() { thread.join() }
}

/// A few batches on their way from the thread that reads to the one that takes.
private final class SerdQueue: Sendable {
    private struct State {
        var full: [SerdBatch] = []
        var empty: [SerdBatch] = []
        var isStopped = false
        var fault: SerdFault?
    }

    private let state = Mutex(State())
    private let filled = Semaphore(0)
    private let room = Semaphore(4)

    /// Hands a batch over and gives an empty one; nil where no more are wanted.
    func put(_ batch: SerdBatch) -> SerdBatch? {
        room.wait()
        let next = state.withLock { state -> SerdBatch? in
            if state.isStopped { return nil }
            state.full.append(batch)
            return state.empty.popLast() ?? SerdBatch()
        }
        filled.signal()
        return next
    }

    /// Says that there are no more.
    func end(_ fault: SerdFault?) {
        state.withLock { $0.fault = fault }
        filled.signal()
    }

    /// The next batch; nil after the last.
    func next() -> SerdBatch? {
        filled.wait()
        return state.withLock { $0.full.isEmpty ? nil : $0.full.removeFirst() }
    }

    /// Gives a batch back, empty.
    func recycle(_ batch: SerdBatch) {
        state.withLock { $0.empty.append(batch) }
        room.signal()
    }

    /// Wants no more.
    func stop() {
        state.withLock { $0.isStopped = true }
        room.signal()
    }

    /// What serd ended with.
    var fault: SerdFault? { state.withLock { $0.fault } }
}

/// A counting semaphore of POSIX.
///
/// Its memory is set up before it is shared and from then on touched by functions made to be
/// called from several threads, which is why it may be sent.
private final class Semaphore: @unchecked Sendable {
    private let handle = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init(_ count: UInt32) { sem_init(handle, 0, count) }

    deinit {
        sem_destroy(handle)
        handle.deallocate()
    }

    func wait() { while sem_wait(handle) != 0 {} }
    func signal() { sem_post(handle) }
}
