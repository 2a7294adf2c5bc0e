import GraphModel
import ImporterKit

#if canImport(Glibc)
    import Glibc
#endif

/// One thing the user named: a file, standard input, or a folder of files.
struct NamedInput {
    /// The name as given.
    let name: String
    /// The files it comes to.
    let files: [InputFile]
    /// Whether it is a folder.
    let isFolder: Bool
}

/// Brings files, folders and standard input into memory, decompressed.
struct InputReader {
    /// The most bytes a compressed file or standard input may come to.
    let contentLimit: Int
    /// Names of files that stand for the folder they lie in.
    let folderFiles: Set<String>

    /// Reads what a path names; `-` is standard input.
    func read(_ path: String) throws -> NamedInput {
        if path == "-" {
            let bytes = try standardInput()
            let file = try plain(InputFile(name: "<stdin>", bytes: bytes))
            return NamedInput(name: path, files: [file], isFolder: false)
        }
        if let folder = folderStoodFor(by: path) { return try readFolder(folder) }
        return NamedInput(name: path, files: [try readFile(path)], isFolder: false)
    }

    /// The folder a path is, or whose data package it is; nil for a plain file.
    private func folderStoodFor(by path: String) -> String? {
        if FolderListing.names(in: path) != nil { return path }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let last = parts.last, folderFiles.contains(String(last)),
            access(path, R_OK) == 0
        else { return nil }
        let folder = parts.dropLast().joined(separator: "/")
        return folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
    }

    private func readFolder(_ path: String) throws -> NamedInput {
        let base = path.hasSuffix("/") ? path : path + "/"
        let files = try (FolderListing.names(in: path) ?? []).map { try readFile(base + $0) }
        guard !files.isEmpty else {
            throw Diagnostic(.noInput, "EmptyFolder", "the folder '\(path)' has no files")
        }
        return NamedInput(name: path, files: files, isFolder: true)
    }

    private func readFile(_ path: String) throws -> InputFile {
        try plain(InputFile(name: path, content: try FileContent(path: path)))
    }

    private func plain(_ file: InputFile) throws -> InputFile {
        guard let compression = Compression.of(file.content) else { return file }
        let bytes = try compression.decompressed(file, limit: contentLimit)
        return InputFile(name: file.name, bytes: bytes)
    }

    private func standardInput() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var status = 1
        while status > 0 {
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
                repeat {
                    status = Glibc.read(0, buffer.baseAddress, buffer.count)
                } while status < 0 && errno == EINTR
                count = max(status, 0)
            }
            bytes.append(contentsOf: piece)
            if bytes.count > contentLimit {
                throw Diagnostic(
                    .resource, "ContentTooLarge",
                    "standard input comes to more than \(contentLimit >> 20) MiB")
            }
        }
        if status < 0 {
            throw Diagnostic(
                .inputOutput, "UnreadableFile",
                "cannot read standard input: \(String(cString: strerror(errno)))")
        }
        return bytes
    }
}

/// The names in a folder.
enum FolderListing {
    /// Names of the plain files in a folder, sorted, without hidden ones; nil where the path is no
    /// folder.
    static func names(in path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            var info = stat()
            guard !name.hasPrefix("."), stat(path + "/" + name, &info) == 0,
                info.st_mode & S_IFMT == S_IFREG
            else { continue }
            names.append(name)
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
