import GraphModel
import Synchronization

/// The threads one query may use.
struct WorkerGroup: Sendable {
    /// Steps, of about a nanosecond, below which waking a helper does not pay.
    private static let worthwhile = 200_000

    /// How many, this one among them.
    let threads: Int
    private let pool: WorkerPool?

    /// This thread alone.
    static let alone = WorkerGroup(threads: 1, pool: nil)

    init(threads: Int, pool: WorkerPool?) {
        self.threads = pool == nil ? 1 : max(threads, 1)
        self.pool = pool
    }

    /// Cuts `0..<count` into pieces and adds up what `body` makes of each. It is called with the
    /// number of the thread, below `threads`, and the piece; `steps` is about how many steps all
    /// take together.
    func sum(
        _ count: Int, each size: Int, steps: Int, _ guardian: QueryGuard,
        _ body: (Int, Range<Int>) throws -> Int128
    ) throws -> Int128 {
        let pieces = PieceSum(count: count, size: size)
        if let pool, threads > 1, steps >= Self.worthwhile {
            pool.run(helpers: threads - 1) { pieces.work($0, guardian, body) }
        } else {
            pieces.work(0, guardian, body)
        }
        return try pieces.total()
    }
}

/// Pieces that several threads take one after the other, and the sum over them.
private final class PieceSum: Sendable {
    private let count: Int
    private let size: Int
    private let next = Atomic<Int>(0)
    private let sum = Mutex<Result<Int128, any Error>>(.success(0))

    init(count: Int, size: Int) {
        self.count = count
        self.size = size
    }

    /// Takes pieces until there are none left, or one failed.
    func work(
        _ worker: Int, _ guardian: QueryGuard, _ body: (Int, Range<Int>) throws -> Int128
    ) {
        do {
            let found = try pieces(worker, guardian, body)
            sum.withLock { sum in
                if case .success(let before) = sum { sum = .success(before + found) }
            }
        } catch {
            sum.withLock { $0 = .failure(error) }
            // The others need not go on.
            next.store(count, ordering: .relaxed)
        }
    }

    func total() throws -> Int128 { try sum.withLock { $0 }.get() }

    private func pieces(
        _ worker: Int, _ guardian: QueryGuard, _ body: (Int, Range<Int>) throws -> Int128
    ) throws -> Int128 {
        var found: Int128 = 0
        while true {
            let start = next.wrappingAdd(size, ordering: .relaxed).oldValue
            if start >= count { return found }
            try guardian.check()
            found += try body(worker, start..<min(start &+ size, count))
        }
    }
}
