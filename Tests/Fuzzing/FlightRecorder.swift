#if canImport(Glibc)
    import Glibc
#endif

/// A file in the temporary folder that always holds the input at hand, for when it ends the
/// process. It is removed with the object.
final class FlightRecorder {
    private let path: String
    private let descriptor: Int32
    private let name: String

    init(_ name: String) {
        self.name = name
        path = Self.path(name, "now-\(getpid())")
        descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    /// Keeps an input in place of the one before. What may follow in the file is left of an older
    /// one: the first line says how long the files are.
    func record(_ input: FuzzInput) {
        let bytes = Self.content(input, of: name)
        _ = pwrite(descriptor, bytes, bytes.count, 0)
    }

    /// Keeps an input for good; gives the path.
    static func keep(_ input: FuzzInput, of name: String) -> String {
        let path = path(name, "\(input.number)")
        guard let file = fopen(path, "w") else { return "nowhere" }
        defer { fclose(file) }
        let bytes = content(input, of: name)
        fwrite(bytes, 1, bytes.count, file)
        return path
    }

    private static func path(_ name: String, _ end: String) -> String {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        return "\(folder)/veiviser-spoilt-\(name)-\(end)"
    }

    private static func content(_ input: FuzzInput, of name: String) -> [UInt8] {
        let sizes = input.files.map { "\($0.name): \($0.bytes.count) bytes" }
        let head = "\(name), input \(input.number), \(sizes.joined(separator: ", "))\n"
        return Array(head.utf8) + input.files.flatMap(\.bytes)
    }
}
