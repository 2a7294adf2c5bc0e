import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

/// Copies of the files of an import for a plugin to read: decompressed, with their own names.
///
/// They go with the value. A plugin learns no other path of the user's.
struct PluginFiles: ~Copyable {
    /// The folder they lie in.
    let folder: String
    private var names: [String] = []

    /// Makes an empty folder.
    init() throws(Diagnostic) {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/veiviser-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Diagnostic(
                .inputOutput, "NoTemporaryFolder",
                "cannot make a folder in '\(base)': \(String(cString: strerror(errno)))")
        }
        folder = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Copies files into the folder.
    mutating func add(_ files: [InputFile]) throws(Diagnostic) {
        for (index, file) in files.enumerated() {
            var name = file.baseName == "<stdin>" ? "stdin" : file.baseName
            if names.contains(name) { name = "\(index)-\(name)" }
            names.append(name)
            try write(file, name)
        }
    }

    deinit {
        for name in names { unlink("\(folder)/\(name)") }
        rmdir(folder)
    }

    private func write(_ file: InputFile, _ name: String) throws(Diagnostic) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
        let descriptor = open("\(folder)/\(name)", flags, 0o600)
        var isWhole = descriptor >= 0
        if isWhole {
            file.content.withBytes { bytes in
                var done = 0
                while done < bytes.count {
                    let count = Glibc.write(
                        descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else {
                        isWhole = false
                        break
                    }
                    done += count
                }
            }
        }
        let reason = String(cString: strerror(errno))
        if descriptor >= 0 { close(descriptor) }
        guard isWhole else {
            throw Diagnostic(
                .inputOutput, "NoTemporaryFile",
                "cannot copy '\(file.name)' for the plugin: \(reason)")
        }
    }

    /// The message that starts the reading.
    func readMessage(options: [String: String]) -> JSONValue {
        let files = names.map { name -> JSONValue in
            ["path": .string("\(folder)/\(name)"), "name": .string(name)]
        }
        let settings = options.sorted { $0.key < $1.key }
            .map { JSONValue.Member($0.key, .string($0.value)) }
        return ["type": "read", "files": .array(files), "options": .object(settings)]
    }
}
