import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

/// Reads a file or standard input line by line, as the lines come.
struct LineReader: ~Copyable {
    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    /// Opens a file; `-` is standard input.
    ///
    /// - Throws: `NoSuchFile`.
    init(_ path: String) throws {
        self.path = path
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Diagnostic(
                .noInput, errno == ENOENT ? "NoSuchFile" : "UnreadableFile",
                "cannot open '\(path)': \(String(cString: strerror(errno)))")
        }
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// The next line without its line feed; nil at the end. What is no UTF-8 is repaired.
    mutating func next() throws -> String? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return text(buffer[start..<end])
            }
            searched = buffer.count
            if isAtEnd {
                defer { start = buffer.count }
                return start < buffer.count ? text(buffer[start...]) : nil
            }
            searched -= start
            try fill()
        }
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String {
        let line = bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes
        return String(decoding: line, as: UTF8.self)
    }

    /// Drops what was read and adds what comes next.
    private mutating func fill() throws {
        buffer.removeSubrange(..<start)
        start = 0
        var part = [UInt8](repeating: 0, count: 65_536)
        let count = part.withUnsafeMutableBytes {
            read(descriptor, $0.baseAddress, $0.count)
        }
        if count < 0 {
            if errno == EINTR { return }
            throw Diagnostic(
                .inputOutput, "UnreadableFile",
                "cannot read '\(path)': \(String(cString: strerror(errno)))")
        }
        isAtEnd = count == 0
        buffer += part[..<count]
    }
}
