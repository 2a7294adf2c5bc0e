import ImporterKit

/// How one file writes its rows.
struct CSVDialect {
    /// The byte between fields.
    var delimiter: UInt8 = 0x2C
    /// Where the first row starts: past a byte order mark and Excel's `sep=` line.
    var start = 0
    /// The line the first row stands on.
    var firstLine = 1
    /// Whether the first row names the columns.
    var hasHeader = true
    /// Whether the rows looked at have the same number of fields, more than one.
    var isRegular = false

    /// For the note that says what was found out.
    var description: String {
        let name =
            switch delimiter {
            case 0x09: "tab"
            default: "'\(Character(UnicodeScalar(delimiter)))'"
            }
        let header = hasHeader ? "the first row names the columns" : "there is no header"
        return "fields are separated by \(name), \(header)"
    }

    /// Finds out the delimiter: the one that splits the header into the most fields and the rows
    /// after it into as many.
    static func sniff(_ bytes: ByteView, options: CSVOptions) -> CSVDialect {
        var dialect = CSVDialect()
        dialect.start = startOfText(bytes)
        dialect.readSeparatorLine(bytes)
        if let delimiter = options.delimiter {
            dialect.delimiter = delimiter
            return dialect
        }
        if dialect.firstLine > 1 { return dialect }
        var best = 0
        for candidate: UInt8 in [0x2C, 0x3B, 0x7C, 0x09] {
            let score = dialect.score(candidate, bytes, comment: options.comment)
            if score > best {
                best = score
                dialect.delimiter = candidate
            }
        }
        dialect.isRegular = best >= 1_000_000
        return dialect
    }

    /// The position after a byte order mark.
    static func startOfText(_ bytes: ByteView) -> Int {
        bytes.starts(with: "\u{FEFF}", at: 0) ? 3 : 0
    }

    /// Excel's own way of naming the delimiter in a first line `sep=;`.
    private mutating func readSeparatorLine(_ bytes: ByteView) {
        guard bytes.starts(with: "sep=", at: start), start + 5 <= bytes.count else { return }
        let end = bytes.firstIndex(of: 0x0A, from: start)
        let length = end - start - (end > start && bytes[end - 1] == 0x0D ? 1 : 0)
        guard length == 5 else { return }
        delimiter = bytes[start + 4]
        start = min(end + 1, bytes.count)
        firstLine = 2
    }

    /// A million where all rows agree with the header, plus the number of fields; the share of
    /// rows that agree, where not all do; 0 where the delimiter does not occur in the header.
    private func score(_ candidate: UInt8, _ bytes: ByteView, comment: UInt8?) -> Int {
        var reader = DelimitedRowReader(
            bytes: bytes, start: start, line: 1, delimiter: candidate, comment: comment)
        var fields: [DelimitedField] = []
        guard reader.next(&fields) == .row, fields.count > 1 else { return 0 }
        let wanted = fields.count
        var rows = 1
        var agreeing = 1
        while rows < 20, reader.position < 64 * 1024 {
            // The last row of a sample may be cut off.
            guard reader.next(&fields) == .row, reader.position < bytes.count || rows == 1 else {
                break
            }
            rows += 1
            if fields.count == wanted { agreeing += 1 }
        }
        return agreeing == rows ? 1_000_000 + wanted : agreeing * 1000 / rows
    }
}
