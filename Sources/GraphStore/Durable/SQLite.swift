import CSQLite
import GraphModel

/// An open SQLite database; the one place that calls SQLite.
///
/// Safe to hand to another thread: it is opened with SQLite's own mutex round every call.
struct Connection: ~Copyable, @unchecked Sendable {
    enum Access {
        case readOnly
        /// Read-only without locks or a log: for a file nobody writes, in a folder we cannot write.
        case immutable
        case readWrite
        case create
    }

    private let handle: OpaquePointer
    let path: String

    init(_ path: String, _ access: Access) throws(Diagnostic) {
        var opened: OpaquePointer?
        let flags: Int32 =
            switch access {
            case .readOnly: SQLITE_OPEN_READONLY
            case .immutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
            case .readWrite: SQLITE_OPEN_READWRITE
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        let name = access == .immutable ? "file:\(Connection.escaped(path))?immutable=1" : path
        let status = sqlite3_open_v2(name, &opened, flags | SQLITE_OPEN_FULLMUTEX, nil)
        guard status == SQLITE_OK, let opened else {
            sqlite3_close_v2(opened)
            throw Connection.failure(status, path, "open")
        }
        handle = opened
        self.path = path
        sqlite3_busy_timeout(handle, 10_000)
        sqlite3_extended_result_codes(handle, 1)
    }

    deinit {
        sqlite3_close_v2(handle)
    }

    /// Runs statements that return nothing of interest.
    func execute(_ sql: String) throws(Diagnostic) {
        let status = sqlite3_exec(handle, sql, nil, nil, nil)
        guard status == SQLITE_OK else { throw failure(status, "write") }
    }

    func prepare(_ sql: String) throws(Diagnostic) -> Statement {
        var prepared: OpaquePointer?
        let status = sqlite3_prepare_v2(handle, sql, -1, &prepared, nil)
        guard status == SQLITE_OK, let prepared else { throw failure(status, "read") }
        return Statement(prepared, path)
    }

    /// The integer in the first column of the first row.
    func integer(_ sql: String) throws(Diagnostic) -> Int? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.integer(0) : nil
    }

    /// The texts in the first column of all rows.
    func texts(_ sql: String) throws(Diagnostic) -> [String] {
        let statement = try prepare(sql)
        var found: [String] = []
        while try statement.step() { found.append(statement.text(0)) }
        return found
    }

    /// Copies the whole database, as it is at one moment, over another.
    func backup(to target: borrowing Connection) throws(Diagnostic) {
        guard let backup = sqlite3_backup_init(target.handle, "main", handle, "main") else {
            throw target.failure(sqlite3_errcode(target.handle), "write")
        }
        let status = sqlite3_backup_step(backup, -1)
        sqlite3_backup_finish(backup)
        guard status == SQLITE_DONE else { throw target.failure(status, "write") }
    }

    private func failure(_ status: Int32, _ verb: String) -> Diagnostic {
        Connection.failure(status, path, verb)
    }

    /// The path as it must stand in a URI.
    private static func escaped(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF")
        var text = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0x80...:
                text += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            default:
                text.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return text
    }

    /// What an SQLite status means for the user.
    fileprivate static func failure(_ status: Int32, _ path: String, _ verb: String) -> Diagnostic {
        let reason = String(cString: sqlite3_errstr(status))
        switch status & 0xFF {
        case SQLITE_FULL:
            return Diagnostic(
                .inputOutput, "DiskFull", "no room to write '\(path)'",
                hint: "free some space; the file holds everything committed so far")
        case SQLITE_CORRUPT, SQLITE_NOTADB:
            return GraphFile.damaged(path, reason)
        case SQLITE_BUSY, SQLITE_LOCKED:
            return Diagnostic(
                .resource, "GraphFileBusy", "another process keeps '\(path)' busy",
                hint: "try again in a moment")
        case SQLITE_CANTOPEN:
            return Diagnostic(.noInput, "UnreadableFile", "cannot open '\(path)'")
        case SQLITE_READONLY, SQLITE_PERM:
            return Diagnostic(.readOnly, "GraphFileReadOnly", "may not write '\(path)'")
        default:
            return Diagnostic(
                .inputOutput, "GraphFileFailed", "cannot \(verb) '\(path)': \(reason)")
        }
    }
}

/// A prepared statement.
struct Statement: ~Copyable {
    private let handle: OpaquePointer
    private let path: String

    fileprivate init(_ handle: OpaquePointer, _ path: String) {
        self.handle = handle
        self.path = path
    }

    deinit {
        sqlite3_finalize(handle)
    }

    func bind(_ index: Int32, _ value: Int) {
        sqlite3_bind_int64(handle, index, Int64(value))
    }

    /// Binds bytes, steps once and forgets them: they need not be copied.
    func run(_ index: Int32, _ bytes: [UInt8]) throws(Diagnostic) {
        let status = bytes.withUnsafeBytes { buffer in
            // An empty array may have no address, which SQLite would take for NULL.
            let bound =
                buffer.isEmpty
                ? sqlite3_bind_zeroblob(handle, index, 0)
                : sqlite3_bind_blob64(
                    handle, index, buffer.baseAddress, UInt64(buffer.count), nil)
            return bound == SQLITE_OK ? sqlite3_step(handle) : bound
        }
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
        guard status == SQLITE_DONE else { throw Connection.failure(status, path, "write") }
    }

    /// Goes to the next row; false after the last.
    func step() throws(Diagnostic) -> Bool {
        let status = sqlite3_step(handle)
        switch status {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw Connection.failure(status, path, "read")
        }
    }

    /// Starts again, with the bindings kept.
    func reset() {
        sqlite3_reset(handle)
    }

    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    func text(_ column: Int32) -> String {
        sqlite3_column_text(handle, column).map { String(cString: $0) } ?? ""
    }

    /// A copy of the bytes in a column.
    func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return Array(
            UnsafeRawBufferPointer(
                start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }
}
