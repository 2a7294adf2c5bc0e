/// The languages of literals, as BCP 47 writes them.
enum RDFLanguageTag {
    /// Whether a tag is letters, then letters and digits, in parts of one to eight with hyphens
    /// between.
    static func isWellFormed(_ tag: String) -> Bool {
        let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        for (at, part) in parts.enumerated() {
            guard 1...8 ~= part.count, part.allSatisfy({ isAllowed($0, digits: at > 0) }) else {
                return false
            }
        }
        return true
    }

    private static func isAllowed(_ byte: UInt8, digits: Bool) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
            || digits && UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}
