import GraphModel

extension InputFile {
    /// Calls with every line and its number, from 1: without line ends and a byte order mark.
    public func forEachLine(_ body: (_ number: Int, _ line: String) throws -> Void) rethrows {
        try content.withView { bytes in
            var number = 0
            var start = bytes.starts(with: "\u{FEFF}", at: 0) ? 3 : 0
            while start < bytes.count {
                let next = bytes.firstIndex(of: 0x0A, from: start)
                number += 1
                let end = next > start && bytes[next - 1] == 0x0D ? next - 1 : next
                try body(number, bytes.text(start..<end))
                start = next + 1
            }
        }
    }

    /// An error on a line, for `GraphSink.report`.
    public func fault(
        _ code: String, _ message: String, line: Int, hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(
            .data, code, message, place: place(line: line, byteColumn: 1), hint: hint)
    }
}
