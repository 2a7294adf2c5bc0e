import CSystem
import Glibc
import GraphModel
import Synchronization

/// Decides who may use the server.
final class Authenticator: Sendable {
    /// Password hashes by user; nil lets anyone in.
    private let hashes: [String: String]?
    /// Hashing is slow on purpose: one at a time, so that guessing cannot take all processors.
    private let hashing = Mutex(())

    /// Lets anyone in.
    init() {
        hashes = nil
    }

    /// Lets in who stands in a file: a line `user:hash` each, `#` starts a comment.
    ///
    /// A hash is what `mkpasswd` or `openssl passwd -6` print.
    init(file: String) throws(Diagnostic) {
        hashes = try Authenticator.read(file)
    }

    /// Whether the credentials in a HELLO or LOGON message are good.
    func admits(_ token: ValueMap) -> Bool {
        guard let hashes else { return true }
        let user = token.text("principal") ?? ""
        guard token.text("scheme") == "basic", let password = token.text("credentials"),
            !password.utf8.contains(0), let anyHash = hashes.values.first
        else { return false }
        // An unknown user costs as much time as a wrong password, and so cannot be told from one.
        let hash = hashes[user] ?? anyHash
        let matches = hashing.withLock { _ in vv_password_matches(password, hash) == 1 }
        return matches && hashes[user] != nil
    }

    // MARK: The file

    private static func read(_ file: String) throws(Diagnostic) -> [String: String] {
        let text = try content(of: file)
        var result: [String: String] = [:]
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (number, line) in lines.enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, isStrong(parts[1]) else {
                throw Diagnostic(
                    .usage, "AuthFileInvalid", "a user's line is not 'user:hash'",
                    place: SourcePlace(file: file, line: number + 1),
                    hint: "make the hash with 'openssl passwd -6' or 'mkpasswd'")
            }
            result[String(parts[0])] = String(parts[1])
        }
        guard !result.isEmpty else {
            throw Diagnostic(.usage, "AuthFileInvalid", "the file '\(file)' names no user")
        }
        return result
    }

    /// Whether a hash is of a kind that is slow to guess: yescrypt, scrypt, bcrypt, SHA-512 or
    /// SHA-256 of many rounds.
    private static func isStrong(_ hash: Substring) -> Bool {
        ["$y$", "$gy$", "$7$", "$2b$", "$2y$", "$6$", "$5$"].contains { hash.hasPrefix($0) }
    }

    private static func content(of file: String) throws(Diagnostic) -> String {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Diagnostic(
                .noInput, "CannotOpen", "the file '\(file)' could not be opened",
                notes: [String(cString: strerror(errno))])
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & 0o077 == 0 else {
            throw Diagnostic(
                .usage, "AuthFileTooOpen", "others than its owner can read the file '\(file)'",
                hint: "run 'chmod 600 \(file)'")
        }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        var filled = 0
        while filled < bytes.count {
            let count = bytes[filled...].withUnsafeMutableBytes { rest in
                Glibc.read(descriptor, rest.baseAddress, rest.count)
            }
            if count <= 0 { break }
            filled += count
        }
        return String(decoding: bytes[..<filled], as: UTF8.self)
    }
}
