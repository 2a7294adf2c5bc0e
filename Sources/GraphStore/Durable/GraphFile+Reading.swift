import GraphModel

/// What a graph file holds at one moment.
struct StoredGraph: Sendable {
    let base: BaseGraph
    /// The encoded change sets since, in order.
    let journal: [[UInt8]]
    /// Which set of parts the base is in.
    let generation: Int
    /// Number of the last commit.
    let sequence: Int
    /// Bytes of the parts.
    let imageSize: Int

    /// The graph with the journal played over the base.
    func view(_ path: String) throws(Diagnostic) -> GraphView {
        if journal.isEmpty { return GraphView(base: base) }
        let scratch = Graph(base)
        let transaction = try scratch.beginWrite()
        for (index, entry) in journal.enumerated() {
            do {
                try transaction.replay(try ChangeSet(encoded: entry))
            } catch {
                let number = sequence - journal.count + 1 + index
                throw GraphFile.damaged(path, "journal entry \(number) does not fit the graph")
            }
        }
        return try transaction.commit().view
    }
}

extension GraphFile {
    /// A connection for reading, with the header checked.
    static func readOnlyConnection(_ path: String) throws(Diagnostic) -> Connection {
        do throws(Diagnostic) {
            let connection = try Connection(path, .readOnly)
            try connection.checkHeader()
            return connection
        } catch {
            // A database with a log needs a shared-memory file beside it; where the folder cannot
            // be written and no log is there, the database alone holds everything.
            let mayBeFolder = ["UnreadableFile", "GraphFileReadOnly"].contains(error.code)
            guard mayBeFolder, !FileSystem.exists(path + "-wal") else { throw error }
            let connection = try Connection(path, .immutable)
            try connection.checkHeader()
            return connection
        }
    }
}

extension Connection {
    /// Checks that the file is a graph file of a format we know.
    func checkHeader() throws(Diagnostic) {
        let application: Int?
        do throws(Diagnostic) {
            application = try integer("PRAGMA application_id")
        } catch {
            guard error.code == "DamagedGraphFile" else { throw error }
            throw notAGraphFile
        }
        guard application == GraphFile.applicationID else { throw notAGraphFile }
        let version = try integer("PRAGMA user_version") ?? 0
        guard version <= GraphFile.formatVersion else {
            throw Diagnostic(
                .data, "NewerGraphFile",
                "graph file '\(path)' has format \(version); this program reads formats up to "
                    + "\(GraphFile.formatVersion)",
                hint: "use a newer version of the program")
        }
    }

    private var notAGraphFile: Diagnostic {
        Diagnostic(
            .data, "NotAGraphFile", "'\(path)' is not a graph file",
            hint: "import it into one first")
    }

    /// Reads the whole file as of one moment.
    func load() throws(Diagnostic) -> StoredGraph {
        try execute("BEGIN")
        // Nothing was written: ending the transaction cannot fail in a way that matters.
        defer { try? execute("COMMIT") }
        let state = try prepare("SELECT generation, sequence, checksum FROM state")
        let isThere = try state.step()
        let generation = state.integer(0)
        let folded = state.integer(1)
        guard isThere,
            state.integer(2)
                == GraphFile.stateChecksum(generation: generation, sequence: folded)
        else { throw GraphFile.damaged(path, "its state is missing or wrong") }
        let size = try integer(
            "SELECT coalesce(sum(length(data)), 0) FROM part WHERE generation = \(generation)")
        let base = try loadBase(generation, size ?? 0)
        let journal = try loadJournal(after: folded)
        return StoredGraph(
            base: base, journal: journal, generation: generation,
            sequence: folded + journal.count, imageSize: size ?? 0)
    }

    private func loadBase(_ generation: Int, _ size: Int) throws(Diagnostic) -> BaseGraph {
        let parts = PartSource(
            try prepare(
                "SELECT number, checksum, data FROM part WHERE generation = \(generation) "
                    + "ORDER BY number"), path)
        do {
            var reader = ByteReader(total: size) { try parts.next() }
            return BaseGraph(try GraphImage.read(&reader))
        } catch let failure as Diagnostic {
            throw failure
        } catch {
            throw GraphFile.damaged(path, "its columns do not fit together")
        }
    }

    private func loadJournal(after folded: Int) throws(Diagnostic) -> [[UInt8]] {
        let rows = try prepare(
            "SELECT sequence, checksum, data FROM journal WHERE sequence > \(folded) "
                + "ORDER BY sequence")
        var entries: [[UInt8]] = []
        while try rows.step() {
            let bytes = rows.bytes(2)
            guard rows.integer(0) == folded + 1 + entries.count,
                rows.integer(1) == Hashing.checksum(bytes)
            else {
                throw GraphFile.damaged(
                    path, "journal entry \(folded + 1 + entries.count) is missing or wrong")
            }
            entries.append(bytes)
        }
        return entries
    }
}

/// The parts of a stored image, one after the other, each checked.
private final class PartSource {
    private let rows: Statement
    private let path: String
    private var number = 0

    init(_ rows: consuming Statement, _ path: String) {
        self.rows = rows
        self.path = path
    }

    func next() throws(Diagnostic) -> [UInt8]? {
        guard try rows.step() else { return nil }
        let bytes = rows.bytes(2)
        guard rows.integer(0) == number, rows.integer(1) == Hashing.checksum(bytes) else {
            throw GraphFile.damaged(path, "part \(number) is missing or wrong")
        }
        number += 1
        return bytes
    }
}
