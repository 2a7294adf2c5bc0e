import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

/// Keeps other processes from writing a graph file: a lock on a file beside it.
///
/// The kernel gives the lock back when the process ends, however it ends. The lock file names the
/// process and host, for the one who comes second.
struct FileLock: ~Copyable, Sendable {
    private let path: String
    private let descriptor: Int32

    init(forGraphFile graphPath: String) throws(Diagnostic) {
        path = graphPath + ".lock"
        descriptor = try FileLock.acquire(path, graphPath)
        let holder = "\(getpid()) \(FileLock.hostName)\n"
        ftruncate(descriptor, 0)
        _ = holder.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }

    deinit {
        // Still locked: who opened the file meanwhile sees that it has gone and tries again.
        unlink(path)
        close(descriptor)
    }

    private static func acquire(_ path: String, _ graphPath: String) throws(Diagnostic) -> Int32 {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else {
                throw Diagnostic(
                    .inputOutput, "GraphFileReadOnly",
                    "may not write '\(graphPath)': cannot make '\(path)': "
                        + String(cString: strerror(errno)))
            }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let holder = holder(descriptor)
                close(descriptor)
                throw Diagnostic(
                    .resource, "GraphFileInUse", "'\(graphPath)' is being written by \(holder)",
                    hint: "wait until it has ended, or open the file only for reading")
            }
            if isCurrent(descriptor, path) { return descriptor }
            close(descriptor)
        }
    }

    /// Whether the path still leads to the file that is locked.
    private static func isCurrent(_ descriptor: Int32, _ path: String) -> Bool {
        var locked = stat()
        var named = stat()
        return fstat(descriptor, &locked) == 0 && stat(path, &named) == 0
            && locked.st_ino == named.st_ino && locked.st_dev == named.st_dev
    }

    private static func holder(_ descriptor: Int32) -> String {
        var buffer = [UInt8](repeating: 0, count: 512)
        let length = pread(descriptor, &buffer, buffer.count, 0)
        let words = String(decoding: buffer.prefix(max(length, 0)), as: UTF8.self)
            .split(whereSeparator: \.isWhitespace)
        guard words.count == 2 else { return "another process" }
        return "process \(words[0]) on host '\(words[1])'"
    }

    private static var hostName: String {
        var buffer = [CChar](repeating: 0, count: 256)
        let status = gethostname(&buffer, buffer.count - 1)
        let name = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return status == 0 && !name.isEmpty ? String(decoding: name, as: UTF8.self) : "unknown"
    }
}
