import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

/// Writes a file whole or not at all: under another name first, then moved into place.
enum AtomicFile {
    /// - Throws: `OutputFailed`; then the file is what it was before.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let temporary = "\(path).new-\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(path) }
        do {
            try fill(descriptor, bytes, path)
            guard fsync(descriptor) == 0 else { throw failure(path) }
            guard close(descriptor) == 0 else { throw failure(path) }
            guard rename(temporary, path) == 0 else { throw failure(path) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    private static func fill(_ descriptor: Int32, _ bytes: [UInt8], _ path: String) throws {
        var offset = 0
        while offset < bytes.count {
            let count = bytes[offset...].withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(path) }
            offset += count
        }
    }

    private static func failure(_ path: String) -> Diagnostic {
        Diagnostic(
            .inputOutput, "OutputFailed",
            "cannot write '\(path)': \(String(cString: strerror(errno)))")
    }
}
