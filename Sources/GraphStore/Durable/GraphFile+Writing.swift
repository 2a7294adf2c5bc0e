import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

extension GraphFile {
    /// The tables of format 1.
    ///
    /// `state` has one row: which generation of parts holds, and the last journal entry that is in
    /// it. The parts of another generation are leftovers.
    private static let schema = """
        CREATE TABLE state(
            id INTEGER PRIMARY KEY CHECK (id = 1),
            generation INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            checksum INTEGER NOT NULL);
        CREATE TABLE part(
            generation INTEGER NOT NULL,
            number INTEGER NOT NULL,
            checksum INTEGER NOT NULL,
            data BLOB NOT NULL,
            UNIQUE (generation, number));
        CREATE TABLE journal(
            sequence INTEGER PRIMARY KEY,
            checksum INTEGER NOT NULL,
            data BLOB NOT NULL);
        INSERT INTO state VALUES (1, 1, 0, \(stateChecksum(generation: 1, sequence: 0)));
        """

    /// SQLite does not notice where a number in the file has changed; we do.
    static func stateChecksum(generation: Int, sequence: Int) -> Int {
        [generation, sequence].withUnsafeBytes { Hashing.checksum(Array($0)) }
    }

    /// Puts a new file in place of an old one; the caller holds the lock.
    static func replace(_ path: String, with base: BaseGraph) throws(Diagnostic) {
        try produce(path) { (target) throws(Diagnostic) in
            let connection = try Connection(target, .create)
            // Until it is renamed nobody looks at the file: no log, no waiting for the disk.
            try connection.execute(
                """
                PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
                PRAGMA application_id = \(applicationID); PRAGMA user_version = \(formatVersion);
                BEGIN; \(schema)
                """)
            try connection.write(base, generation: 1)
            try connection.execute("COMMIT")
        }
    }

    /// Has a file made under another name and moves it into place; where that fails it is gone.
    ///
    /// The caller holds the lock of the path. Another kind of file is not replaced.
    static func produce(
        _ path: String, _ make: (String) throws(Diagnostic) -> Void
    ) throws(Diagnostic) {
        if FileSystem.exists(path) { try emptyLog(path) }
        let temporary = "\(path).new-\(getpid())"
        FileSystem.remove(temporary)
        do throws(Diagnostic) {
            try make(temporary)
            try FileSystem.replace(path, with: temporary)
        } catch {
            FileSystem.remove(temporary)
            throw error
        }
    }

    /// Brings what a killed writer left in the log into the old file, which a new one will
    /// replace: the log must not be taken for the new file's.
    private static func emptyLog(_ path: String) throws(Diagnostic) {
        let connection = try Connection(path, .readWrite)
        try connection.checkHeader()
        try connection.execute("PRAGMA journal_mode = DELETE")
        guard !FileSystem.exists(path + "-wal") else {
            throw Diagnostic(
                .resource, "GraphFileBusy", "another process is reading '\(path)'",
                hint: "try again in a moment")
        }
    }
}

extension Connection {
    /// Writes a graph's parts; returns their bytes.
    @discardableResult
    func write(_ base: BaseGraph, generation: Int) throws(Diagnostic) -> Int {
        let sink = PartSink(
            try prepare(
                "INSERT INTO part(generation, number, checksum, data) "
                    + "VALUES (\(generation), ?1, ?2, ?3)"))
        var writer = ByteWriter(partSize: GraphImage.partSize) { (part) throws(Diagnostic) in
            try sink.put(part)
        }
        try GraphImage.write(base.content, to: &writer)
        try writer.finish()
        return sink.size
    }
}

/// Stores the parts of an image, one row each.
private final class PartSink {
    private let insert: Statement
    private var number = 0
    private(set) var size = 0

    init(_ insert: consuming Statement) { self.insert = insert }

    func put(_ part: [UInt8]) throws(Diagnostic) {
        insert.bind(1, number)
        insert.bind(2, Hashing.checksum(part))
        try insert.run(3, part)
        number += 1
        size += part.count
    }
}
