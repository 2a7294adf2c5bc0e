import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

extension GraphFile {
    /// Whether a file is one of these, sound or not: a SQLite database that names this program as
    /// the one it belongs to.
    package static func isGraphFile(_ path: String) -> Bool {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { Glibc.close(descriptor) }
        var header = [UInt8](repeating: 0, count: 72)
        guard read(descriptor, &header, header.count) == header.count,
            header.starts(with: "SQLite format 3\0".utf8)
        else { return false }
        return header[68...].reduce(0) { $0 << 8 | Int($1) } == applicationID
    }

    /// Everything that is wrong with a graph file; empty where it is sound.
    ///
    /// Checks the database itself, the checksum of every part and journal entry, that the columns
    /// and lists fit together, and that the journal can be played over them.
    package static func verify(_ path: String) -> [Diagnostic] {
        do throws(Diagnostic) {
            guard FileSystem.exists(path) else {
                throw Diagnostic(.noInput, "NoSuchFile", "there is no file '\(path)'")
            }
            let connection = try readOnlyConnection(FileSystem.resolved(path))
            var found = try connection.texts("PRAGMA integrity_check(20)")
                .filter { $0 != "ok" }.map { damaged(path, $0) }
            do throws(Diagnostic) {
                let stored = try connection.load()
                found += stored.base.invariantViolations().map { damaged(path, $0) }
                if found.isEmpty {
                    let folded = GraphSnapshot(view: try stored.view(path), version: 0).folded()
                    found += folded.invariantViolations().map { damaged(path, $0) }
                }
            } catch {
                found.append(error)
            }
            return found
        } catch {
            return [error]
        }
    }

    /// Copies a graph file as of its last commit, also while it is being written.
    ///
    /// All or nothing: the target is the whole copy, or what it was before.
    package static func backup(from path: String, to target: String) throws(Diagnostic) {
        guard FileSystem.exists(path) else {
            throw Diagnostic(.noInput, "NoSuchFile", "there is no file '\(path)'")
        }
        let source = FileSystem.resolved(path)
        let target = FileSystem.resolved(target)
        guard source != target else {
            throw Diagnostic(.usage, "SameFile", "'\(path)' cannot be its own backup")
        }
        let lock = try FileLock(forGraphFile: target)
        try produce(target) { (temporary) throws(Diagnostic) in
            let connection = try readOnlyConnection(source)
            let copy = try Connection(temporary, .create)
            try connection.backup(to: copy)
            try copy.execute("PRAGMA journal_mode = DELETE")
        }
        _ = consume lock
    }
}
