import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

/// The few calls by which a finished file takes the place of another.
enum FileSystem {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The path without symbolic links, so that a file has one lock whatever it is called.
    static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    static func remove(_ path: String) { unlink(path) }

    /// Moves a finished file into place so that after a power cut there is the old or the new one.
    static func replace(_ path: String, with finished: String) throws(Diagnostic) {
        try synchronize(finished)
        guard rename(finished, path) == 0 else { throw failure("write", path) }
        try synchronize(folder(of: path))
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func synchronize(_ path: String) throws(Diagnostic) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("write", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("write", path) }
    }

    private static func failure(_ verb: String, _ path: String) -> Diagnostic {
        Diagnostic(
            .inputOutput, errno == ENOSPC ? "DiskFull" : "GraphFileFailed",
            "cannot \(verb) '\(path)': \(String(cString: strerror(errno)))")
    }
}

/// Work that runs beside the caller, on a thread of its own: it blocks on the disk.
enum BackgroundThread {
    /// Starts the work; where no thread can be had it is done at once.
    static func start(_ body: @escaping @Sendable () -> Void) {
        do {
            try SystemThread(body).detach()
        } catch {
            body()
        }
    }
}
