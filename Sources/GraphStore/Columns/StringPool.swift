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

    /// The number of a text, nil where no property has it.
    package func id(of text: String) -> UInt32? {
        var text = text
        return text.withUTF8 { id(of: $0) }
    }

    /// The number of a text given as UTF-8.
    package func id(of text: UnsafeBufferPointer<UInt8>) -> UInt32? {
        let table = table.value(makeTable)
        let hash = Hashing.bytes(UnsafeRawBufferPointer(text), seed: Hashing.seed)
        return table.find(hash) { isEqual($0, text) }
    }

    @inline(__always)
    private func range(_ id: UInt32) -> Range<Int> {
        offsets[Int(id)]..<offsets[Int(id) + 1]
    }

    private func isEqual(_ id: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(id)
        return range.count == text.count && bytes[range].elementsEqual(text)
    }

    private func makeTable() -> StringTable {
        var table = StringTable(capacity: count)
        for id in 0..<UInt32(count) {
            let hash = withUTF8(of: id) {
                Hashing.bytes(UnsafeRawBufferPointer($0), seed: Hashing.seed)
            }
            table.insert(hash, id)
        }
        return table
    }

    /// The table, for an interner that goes on from here.
    func currentTable() -> StringTable { table.value(makeTable) }
}

/// Gathers distinct texts and numbers them in order of first mention.
struct StringInterner {
    private var bytes: [UInt8]
    private var offsets: [Int]
    private var table: StringTable

    init() {
        bytes = []
        offsets = [0]
        table = StringTable(capacity: 0)
    }

    /// Goes on from a pool: its texts keep their numbers.
    init(continuing pool: StringPool) {
        bytes = pool.bytes
        offsets = pool.offsets
        table = pool.currentTable()
    }

    var count: Int { offsets.count - 1 }

    mutating func intern(_ text: String) -> UInt32 {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = Hashing.bytes(UnsafeRawBufferPointer(text), seed: Hashing.seed)
        let known = table.find(hash) { id in
            let range = offsets[Int(id)]..<offsets[Int(id) + 1]
            return range.count == text.count && bytes[range].elementsEqual(text)
        }
        if let known { return known }
        let fresh = UInt32(count)
        bytes.append(contentsOf: text)
        offsets.append(bytes.count)
        table.insert(hash, fresh)
        return fresh
    }

    /// The pool of what was gathered.
    func finish() -> StringPool {
        StringPool(bytes: bytes, offsets: offsets, table: table)
    }
}
