import GraphModel

#if canImport(Glibc)
    import Glibc
#endif

/// Standard output and standard error: results on the one, everything else on the other.
struct Console {
    /// Whether notes and warnings are left out.
    var isQuiet = false
    /// Whether standard error takes colours.
    var colorsErrors: Bool
    /// Whether standard output takes colours.
    var colorsOutput: Bool

    init(noColor: Bool = false) {
        let allowed = !noColor && getenv("NO_COLOR") == nil
        colorsErrors = allowed && isatty(STDERR_FILENO) == 1
        colorsOutput = allowed && isatty(STDOUT_FILENO) == 1
    }

    /// Whether standard output is a terminal.
    var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether to draw how far a long task is.
    var showsProgress: Bool { !isQuiet && isatty(STDERR_FILENO) == 1 }

    /// Columns of the terminal, 80 where there is none.
    var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Writes a result.
    ///
    /// - Throws: Where standard output cannot take it; a reader that has gone away ends quietly.
    func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try Console.write($0, to: STDOUT_FILENO) }
    }

    /// Writes bytes as a result.
    func write(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBufferPointer { try Console.write($0, to: STDOUT_FILENO) }
    }

    /// Tells a diagnostic; warnings and notes not where it is to be quiet.
    func report(_ diagnostic: Diagnostic) {
        if isQuiet, diagnostic.severity != .error { return }
        note(DiagnosticRenderer(color: colorsErrors).render(diagnostic))
    }

    /// Writes to standard error.
    func note(_ text: String) {
        var text = text
        // Nobody is left to be told where standard error itself fails.
        try? text.withUTF8 { try Console.write($0, to: STDERR_FILENO) }
    }

    private static func write(
        _ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32
    ) throws {
        var offset = 0
        while offset < bytes.count {
            let count = Glibc.write(
                descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
            if count < 0 {
                if errno == EINTR { continue }
                throw Diagnostic(
                    .inputOutput, errno == EPIPE ? "OutputClosed" : "OutputFailed",
                    "cannot write: \(String(cString: strerror(errno)))")
            }
            offset += count
        }
    }
}
