import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

/// The bytes of a file, mapped into memory where they come from a plain file.
///
/// The only place of this module that holds a raw pointer: it is read-only, lives as long as the
/// object, and is lent out as a `Span` or within a closure.
public final class FileContent: Sendable {
    // Immutable after init, hence safe to share.
    nonisolated(unsafe) private let base: UnsafeRawPointer?
    /// Number of bytes.
    public let count: Int
    private let mapped: Bool
    let lines = LineIndex()

    /// Holds a copy of the bytes.
    public init(bytes: [UInt8]) {
        count = bytes.count
        mapped = false
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
        bytes.withUnsafeBytes { source in
            if let start = source.baseAddress {
                memory.copyMemory(from: start, byteCount: source.count)
            }
        }
        base = UnsafeRawPointer(memory)
    }

    /// Maps a file.
    ///
    /// - Throws: `NoSuchFile` or `UnreadableFile`.
    public init(path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw Diagnostic(
                .noInput, errno == ENOENT ? "NoSuchFile" : "UnreadableFile",
                "cannot open '\(path)': \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
            throw Diagnostic(.noInput, "UnreadableFile", "'\(path)' is not a plain file")
        }
        count = Int(info.st_size)
        guard count > 0 else {
            base = nil
            mapped = false
            return
        }
        guard let memory = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
            memory != MAP_FAILED
        else {
            throw Diagnostic(
                .inputOutput, "UnreadableFile",
                "cannot read '\(path)': \(String(cString: strerror(errno)))")
        }
        base = UnsafeRawPointer(memory)
        mapped = true
    }

    deinit {
        guard let base else { return }
        if mapped {
            munmap(UnsafeMutableRawPointer(mutating: base), count)
        } else {
            base.deallocate()
        }
    }

    /// Lends the bytes for the length of a call.
    public func withBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try body(UnsafeRawBufferPointer(start: base, count: count))
    }

    /// A copy of the first bytes, at most `limit`.
    public func prefix(_ limit: Int) -> [UInt8] {
        withBytes { Array($0.prefix(limit)) }
    }
}
