import GraphModel

extension InputFile {
    /// The place of a byte range for a diagnostic: line, column in characters, the line's text.
    ///
    /// Lines are counted from the file's start the first time: call it for diagnostics only.
    public func place(at offset: Int, length: Int = 1) -> SourcePlace {
        content.withView { bytes in
            let offset = min(max(offset, 0), bytes.count)
            let line = content.lines.lineEnds(before: offset, in: bytes) + 1
            return place(line: line, start: lineStart(bytes, offset), offset, length, bytes)
        }
    }

    /// The place of a line whose number is known and of a column in bytes (from 1), as C libraries
    /// report them.
    public func place(line: Int, byteColumn: Int) -> SourcePlace {
        content.withView { bytes in
            let start = content.lines.start(of: line, in: bytes)
            let end = bytes.firstIndex(of: 0x0A, from: start)
            let offset = min(start + max(byteColumn - 1, 0), end)
            return place(line: line, start: start, offset, 1, bytes)
        }
    }

    private func lineStart(_ bytes: ByteView, _ offset: Int) -> Int {
        var start = offset
        while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
        return start
    }

    private func place(
        line: Int, start: Int, _ offset: Int, _ length: Int, _ bytes: ByteView
    ) -> SourcePlace {
        let offset = bytes.characterStart(at: offset)
        // A file may be one line of many megabytes: then nobody wants to see it.
        let longest = 4096
        let skipsMark = line == 1 && offset >= 3 && bytes.starts(with: "\u{FEFF}", at: 0)
        let start = skipsMark ? 3 : start
        var end = bytes.firstIndex(of: 0x0A, from: offset)
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        end = max(end, offset)
        let before = offset - start
        let column =
            before <= longest
            ? bytes.text(start..<offset).count
            : (start..<offset).reduce(0) { $0 + (bytes[$1] & 0xC0 == 0x80 ? 0 : 1) }
        let marked = bytes.text(offset..<min(offset + max(length, 1), end, offset + longest)).count
        return SourcePlace(
            file: name, line: line, column: column + 1, length: max(marked, 1),
            excerpt: end - start <= longest ? bytes.text(start..<end) : nil)
    }
}
