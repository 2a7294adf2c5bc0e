import GraphModel
import ImporterKit

#if canImport(Glibc)
    import Glibc
#endif

/// Reads the text of a file or of standard input.
enum InputText {
    /// The whole text; `-` is standard input.
    static func read(_ path: String) throws -> String {
        let bytes = path == "-" ? standardInput() : try file(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Diagnostic(
                .data, "InvalidText", "'\(path)' is not UTF-8",
                hint: "save the file as UTF-8 and try again")
        }
        return text
    }

    private static func file(_ path: String) throws -> [UInt8] {
        try FileContent(path: path).withBytes { Array($0) }
    }

    private static func standardInput() -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes {
                Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }
}
