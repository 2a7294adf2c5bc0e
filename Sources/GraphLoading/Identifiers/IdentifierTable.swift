import GraphModel
import ImporterKit

/// The identifiers of one space and the nodes they name. `7` as a text and 7 as a number are one
/// identifier; `07` is another.
struct IdentifierTable {
    /// The space, as importers number it.
    let space: Int
    var integers = IntegerTable()
    var numbered = NumberedTable()
    var texts = ByteTable()

    init(space: Int) {
        self.space = space
    }

    /// The node of an identifier; where it has none, the one that `make` gives it.
    ///
    /// Mutating throughout, so that the tables are read in place and not counted as in use.
    @inline(__always)
    mutating func find(_ identifier: Span<UInt8>, orInsert make: () -> UInt32) -> UInt32 {
        if let number = Self.integer(identifier) {
            return integers.find(number, orInsert: make)
        }
        if let parts = numbered.parts(of: identifier) {
            return numbered.find(parts, orInsert: make)
        }
        return texts.find(identifier, orInsert: make)
    }

    /// Calls with every identifier as a text and the number of its node.
    func visit(_ body: (String, UInt32) -> Void) {
        integers.visit { body(String($0), $1) }
        numbered.visit(body)
        texts.visit(body)
    }

    /// The integer a text spells in its one form, of at most 18 digits.
    @inline(__always)
    static func integer(_ text: Span<UInt8>) -> Int? {
        let count = text.count
        guard count > 0, count <= 19 else { return nil }
        let isNegative = text[0] == 0x2D
        var at = isNegative ? 1 : 0
        guard at < count, count - at <= 18 else { return nil }
        if text[at] == 0x30, count > 1 { return nil }
        var value = 0
        while at < count {
            let digit = Int(text[at]) - 0x30
            guard digit >= 0, digit <= 9 else { return nil }
            value = value &* 10 &+ digit
            at += 1
        }
        return isNegative ? -value : value
    }
}
