import GraphModel

/// A graph kept in a file: one SQLite database with the columns of a base graph and a journal of
/// what was committed since.
///
/// A commit is one SQLite transaction, on the disk before it is acknowledged. A kill at any moment
/// leaves the last commit. From time to time the journal is folded into new columns beside the
/// old, and a last small transaction switches over.
package final class GraphFile: Sendable {
    package enum Mode: Sendable {
        case readOnly
        case readWrite
    }

    /// "VEIV" in the database header.
    static let applicationID = 0x5645_4956
    /// The newest format this program reads, and the one it writes.
    package static let formatVersion = 1

    /// The file, without symbolic links.
    package let path: String
    /// The graph; commits go to the file.
    package let graph: Graph
    private let journal: FileJournal?

    private init(path: String, graph: Graph, journal: FileJournal?) {
        self.path = path
        self.graph = graph
        self.journal = journal
    }

    deinit {
        close()
    }

    /// Opens a graph file as of its last commit.
    ///
    /// One process at a time may have a file open for writing; any number read it meanwhile.
    ///
    /// - Parameter create: Whether to make an empty graph where there is no file.
    /// - Throws: `NoSuchFile`, `NotAGraphFile`, `NewerGraphFile`, `DamagedGraphFile`,
    ///   `GraphFileInUse`.
    package static func open(
        _ path: String, mode: Mode, create: Bool = false
    ) throws(Diagnostic) -> GraphFile {
        let isThere = FileSystem.exists(path)
        guard isThere || create && mode == .readWrite else {
            throw Diagnostic(.noInput, "NoSuchFile", "there is no file '\(path)'")
        }
        let path = FileSystem.resolved(path)
        guard mode == .readWrite else {
            let stored = try readOnlyConnection(path).load()
            let graph = Graph(try stored.view(path), journal: ReadOnlyJournal(path: path))
            return GraphFile(path: path, graph: graph, journal: nil)
        }
        let lock = try FileLock(forGraphFile: path)
        if !isThere { try replace(path, with: BaseGraph()) }
        let connection = try Connection(path, .readWrite)
        try connection.checkHeader()
        try connection.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL")
        let stored = try connection.load()
        let view = try stored.view(path)
        let journal = FileJournal(connection, lock, stored)
        let graph = Graph(view, journal: journal)
        journal.attach(graph)
        return GraphFile(path: path, graph: graph, journal: journal)
    }

    /// Ends writing: waits for the folding under way, then lets other processes write.
    ///
    /// Commits fail afterwards; reading goes on.
    package func close() {
        journal?.close()
    }

    /// Folds the journal into the columns now; does nothing for a file opened for reading.
    package func fold() throws(Diagnostic) {
        try journal?.foldNow(graph)
    }

    /// What went wrong with the last folding in the background, nil where nothing did. Commits
    /// are safe in the journal all the same.
    package var foldingFailure: Diagnostic? { journal?.foldingFailure }

    /// Bytes of the journal that are not folded in yet.
    package var journalSize: Int { journal?.size ?? 0 }

    /// Writes a graph to a file, all or nothing: there is the old file or the whole new one.
    ///
    /// - Throws: `GraphFileInUse`, `NotAGraphFile` where another kind of file is there.
    package static func write(_ base: BaseGraph, to path: String) throws(Diagnostic) {
        let path = FileSystem.resolved(path)
        let lock = try FileLock(forGraphFile: path)
        try replace(path, with: base)
        _ = consume lock
    }

    static func damaged(_ path: String, _ reason: String) -> Diagnostic {
        Diagnostic(
            .data, "DamagedGraphFile", "graph file '\(path)' is damaged: \(reason)",
            hint: "restore it from a backup, or import the sources again")
    }
}

/// Refuses commits to a graph that was opened for reading.
private struct ReadOnlyJournal: CommitJournal {
    let path: String

    func append(_ changes: ChangeSet) throws(Diagnostic) {
        throw Diagnostic(
            .readOnly, "GraphFileReadOnly", "'\(path)' was opened only for reading",
            hint: "open it for writing")
    }

    func didCommit(_ snapshot: GraphSnapshot) {}
}
