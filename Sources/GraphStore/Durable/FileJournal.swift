import GraphModel
import Synchronization

/// The journal of an open graph file: stores commits, and folds them into the columns when they
/// have become many.
final class FileJournal: CommitJournal {
    /// What a file open for writing has; gone once it is closed.
    final class Writing {
        let connection: Connection
        // After the connection, so that it is given back when that is closed.
        let lock: FileLock
        /// Which set of parts holds.
        var generation: Int
        /// Number of the last commit.
        var sequence: Int
        /// Bytes of the journal, and at what size it is to be folded.
        var size: Int
        var foldAt: Int

        init(_ connection: consuming Connection, _ lock: consuming FileLock, _ stored: StoredGraph)
        {
            self.connection = connection
            self.lock = lock
            generation = stored.generation
            sequence = stored.sequence
            size = stored.journal.reduce(0) { $0 + $1.count }
            foldAt = FileJournal.limit(imageSize: stored.imageSize)
        }

        func append(_ entry: [UInt8]) throws(Diagnostic) {
            let insert = try connection.prepare(
                "INSERT INTO journal(sequence, checksum, data) VALUES (?1, ?2, ?3)")
            insert.bind(1, sequence + 1)
            insert.bind(2, Hashing.checksum(entry))
            try insert.run(3, entry)
            sequence += 1
            size += entry.count
        }
    }

    let path: String
    let writing: Mutex<Writing?>
    /// Held while folding is under way.
    private let folding = WriterLock()
    private let failure = Mutex<Diagnostic?>(nil)
    let graph = Mutex<WeakGraph>(WeakGraph())

    struct WeakGraph {
        weak var graph: Graph?
    }

    init(_ connection: consuming Connection, _ lock: consuming FileLock, _ stored: StoredGraph) {
        path = connection.path
        writing = Mutex(Writing(connection, lock, stored))
    }

    /// The journal may grow to a sixteenth of the columns: playing it back takes much longer a
    /// byte than reading columns.
    static func limit(imageSize: Int) -> Int { max(1 << 18, imageSize / 16) }

    /// Lets the graph profit from folding.
    func attach(_ graph: Graph) {
        self.graph.withLock { $0.graph = graph }
    }

    var foldingFailure: Diagnostic? { failure.withLock { $0 } }

    var size: Int { writing.withLock { $0?.size ?? 0 } }

    func append(_ changes: ChangeSet) throws(Diagnostic) {
        let bytes = try changes.encoded()
        try writing.withLock { (writing) throws(Diagnostic) in
            guard let writing else {
                throw Diagnostic(.readOnly, "GraphFileClosed", "'\(path)' has been closed")
            }
            try writing.append(bytes)
        }
    }

    func didCommit(_ snapshot: GraphSnapshot) {
        let sequence = writing.withLock { writing -> Int? in
            guard let state = writing, state.size >= state.foldAt else { return nil }
            return state.sequence
        }
        guard let sequence, folding.acquire(deadline: .now) else { return }
        BackgroundThread.start { [self] in
            defer { folding.release() }
            do throws(Diagnostic) {
                try fold(snapshot, upTo: sequence)
                failure.withLock { $0 = nil }
            } catch {
                postponeFolding()
                failure.withLock { $0 = error }
            }
        }
    }

    /// Folds everything committed so far; waits for what is under way.
    func foldNow(_ graph: Graph) throws(Diagnostic) {
        _ = folding.acquire(deadline: nil)
        defer { folding.release() }
        // No commit may come between the snapshot and the number of its last journal entry.
        let transaction = try graph.beginWrite()
        let snapshot = transaction.start
        let sequence = writing.withLock { $0?.sequence }
        transaction.rollback()
        if let sequence { try fold(snapshot, upTo: sequence) }
    }

    /// Waits for the folding under way, then gives the file back.
    func close() {
        _ = folding.acquire(deadline: nil)
        defer { folding.release() }
        writing.withLock { writing in
            // Without a log the file is readable on read-only media too; where a reader is in the
            // way the log stays, which is no harm.
            try? writing?.connection.execute("PRAGMA journal_mode = DELETE")
            writing = nil
        }
    }
}
