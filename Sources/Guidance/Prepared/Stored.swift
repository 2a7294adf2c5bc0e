import GraphModel
import GraphStore

/// What can be kept in the prepared data and read back as it was.
protocol Stored {
    /// - Throws: `ByteReader.Malformed` where the bytes are of something else.
    init(from reader: inout ByteReader) throws

    func store(in writer: inout ByteWriter) throws
}

extension ByteWriter {
    mutating func list(_ items: [some Stored]) throws {
        try count(items.count)
        for item in items { try item.store(in: &self) }
    }

    mutating func texts(_ texts: [String]) throws {
        try count(texts.count)
        for one in texts { try text(one) }
    }

    mutating func optional(_ value: String?) throws {
        try flag(value != nil)
        if let value { try text(value) }
    }

    /// One of some cases, as its position among all.
    mutating func choice<Choice: CaseIterable & Equatable>(_ value: Choice) throws {
        for (index, known) in Choice.allCases.enumerated() where known == value {
            try byte(UInt8(index))
        }
    }
}

extension ByteReader {
    mutating func list<Item: Stored>() throws -> [Item] {
        let count = try count(of: 1)
        var items: [Item] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try Item(from: &self)) }
        return items
    }

    mutating func texts() throws -> [String] {
        let count = try count(of: 1)
        return try (0..<count).map { _ in try text() }
    }

    mutating func optionalText() throws -> String? { try flag() ? try text() : nil }

    mutating func choice<Choice: CaseIterable>() throws -> Choice {
        let index = Int(try byte())
        guard index < Choice.allCases.count else { throw Malformed() }
        return Choice.allCases[
            Choice.allCases.index(Choice.allCases.startIndex, offsetBy: index)]
    }
}
