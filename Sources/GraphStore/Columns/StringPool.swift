/// The distinct texts of a graph's properties: one stretch of bytes, known by number.
package final class StringPool: Sendable {
    /// No text: what an element without the property has in a string column.
    package static let absent = UInt32.max

    /// All texts end to end, UTF-8.
    let bytes: [UInt8]
    /// Where each text starts, and one past the last.
    let offsets: [Int]
    private let table: Once<StringTable>

    init(bytes: [UInt8], offsets: [Int], table: StringTable? = nil) {
        self.bytes = bytes
        self.offsets = offsets
        self.table = table.map { Once($0) } ?? Once()
    }

    /// A pool without texts.
    package convenience init() {
        self.init(bytes: [], offsets: [0])
    }

    /// Number of texts.
    package var count: Int { offsets.count - 1 }

    /// The text of a number.
    package func text(_ id: UInt32) -> String {
        String(decoding: bytes[range(id)], as: UTF8.self)
    }

    /// Lends the bytes of a text.
    @inline(__always)
    package func withUTF8<Result>(
        of id: UInt32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range(id)])) }
    }

    /// Lends the bytes of all texts, and where each starts; one past the last ends it.
    package func withStorage<Result>(
        _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<Int>) throws -> Result
    ) rethrows -> Result {
        try bytes.withUnsafeBufferPointer { bytes in
            try offsets.withUnsafeBufferPointer { try body(bytes, $0) }
        }
    }

    /// The number of a text, nil where no property has it.
    package func id(of text: String) -> UInt32? {
        var text = text
        return text.withUTF8 { id(of: $0) }
    }

    /// The number of a text given as UTF-8.
    package func id(of text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        let table = table.value { StringTable(bytes: bytes, offsets: offsets) }
        return bytes.withUnsafeBufferPointer { bytes in
            table.find(StringTable.hash(text)) { StringTable.areEqual(text, bytes, range($0)) }
        }
    }

    @inline(__always)
    private func range(_ id: UInt32) -> Range<Int> {
        offsets[Int(id)]..<offsets[Int(id) + 1]
    }

    /// The table, if it has been needed so far.
    var existingTable: StringTable? { table.existing }
}

/// Gathers distinct texts and numbers them in order of first mention.
struct StringInterner {
    private var bytes: [UInt8]
    private var offsets: [Int]
    /// Made on first use where the texts come from a pool.
    private var table: StringTable?

    init() {
        bytes = []
        offsets = [0]
        table = StringTable(capacity: 0)
    }

    /// Goes on from a pool: its texts keep their numbers.
    init(continuing pool: StringPool) {
        bytes = pool.bytes
        offsets = pool.offsets
        table = pool.existingTable
    }

    var count: Int { offsets.count - 1 }

    mutating func intern(_ text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = StringTable.hash(text)
        var table = takeTable()
        let known = bytes.withUnsafeBufferPointer { bytes in
            table.find(hash) { id in
                StringTable.areEqual(text, bytes, offsets[Int(id)]..<offsets[Int(id) + 1])
            }
        }
        if let known {
            self.table = table
            return known
        }
        let fresh = UInt32(count)
        bytes.append(contentsOf: text)
        offsets.append(bytes.count)
        table.insert(hash, fresh)
        self.table = table
        return fresh
    }

    /// Takes the table out, so that changing it does not copy it.
    private mutating func takeTable() -> StringTable {
        if let table {
            self.table = nil
            return table
        }
        return StringTable(bytes: bytes, offsets: offsets)
    }

    /// Lends the bytes of a text.
    func withUTF8<Result>(of id: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[offsets[Int(id)]..<offsets[Int(id) + 1]]))
        }
    }

    /// The pool of what was gathered.
    func finish() -> StringPool {
        StringPool(bytes: bytes, offsets: offsets, table: table)
    }
}
