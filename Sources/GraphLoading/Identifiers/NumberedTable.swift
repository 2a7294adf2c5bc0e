/// Identifiers that are a stem and a number, such as `n0`, `n1`, … and the nodes they name.
///
/// Most files that make up identifiers make them so. The numbers of a stem lie close together,
/// hence in a small array, where a hash table of texts would be many times as large as the cache.
struct NumberedTable {
    /// So many stems are told apart; identifiers with others are texts like any.
    private static let stemLimit = 8
    private static let stemLength = 32

    private var stems: [(bytes: [UInt8], numbers: IntegerTable)] = []
    private var latest = 0

    /// An identifier taken apart.
    struct Parts {
        let stem: Int
        let number: Int
    }

    /// The parts of an identifier; nil where it is not of that form, now or later.
    @inline(__always)
    mutating func parts(of text: Span<UInt8>) -> Parts? {
        var at = text.count
        var number = 0
        var scale = 1
        var start = at
        while at > 0, text.count - at < 18 {
            let digit = Int(text[at - 1]) - 0x30
            guard digit >= 0, digit <= 9 else { break }
            at -= 1
            number += digit &* scale
            scale = scale &* 10
            // A zero leads nothing: it belongs to the stem unless a digit comes before it.
            if digit != 0 || start == text.count { start = at }
        }
        guard start < text.count, start > 0, start <= Self.stemLength else { return nil }
        guard let stem = stem(text, length: start) else { return nil }
        return Parts(stem: stem, number: number)
    }

    /// The number of a stem, the first bytes of a text; nil where there are too many.
    @inline(__always)
    private mutating func stem(_ text: Span<UInt8>, length: Int) -> Int? {
        if latest < stems.count, Self.begins(text, with: stems[latest].bytes, length) {
            return latest
        }
        for index in stems.indices where Self.begins(text, with: stems[index].bytes, length) {
            latest = index
            return index
        }
        guard stems.count < Self.stemLimit else { return nil }
        let bytes = text.withUnsafeBufferPointer { Array($0.prefix(length)) }
        stems.append((bytes, IntegerTable()))
        latest = stems.count - 1
        return latest
    }

    /// Whether the first bytes of a text, so many, are a stem.
    @inline(__always)
    private static func begins(_ text: Span<UInt8>, with stem: [UInt8], _ length: Int) -> Bool {
        guard stem.count == length else { return false }
        for index in 0..<length where stem[index] != text[index] { return false }
        return true
    }

    /// The node of an identifier; where it has none, the one that `make` gives it.
    @inline(__always)
    mutating func find(_ parts: Parts, orInsert make: () -> UInt32) -> UInt32 {
        stems[parts.stem].numbers.find(parts.number, orInsert: make)
    }

    /// Calls with every identifier as a text and the number of its node.
    func visit(_ body: (String, UInt32) -> Void) {
        for stem in stems {
            let text = String(decoding: stem.bytes, as: UTF8.self)
            stem.numbers.visit { body(text + String($0), $1) }
        }
    }
}
