/// Words as they are compared: small letters without marks.
///
/// People type å as aa, ø as oe, and leave out accents; all these spellings fold to one.
enum Folding {
    /// The folded form of a word.
    static func fold(_ word: some StringProtocol) -> String {
        var folded: [UInt8] = []
        folded.reserveCapacity(word.utf8.count)
        for scalar in word.unicodeScalars { append(scalar, to: &folded) }
        return String(decoding: joined(folded), as: UTF8.self)
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        switch scalar.value {
        case 0x41...0x5A: folded.append(UInt8(scalar.value) + 32)
        case 0...0x7F: folded.append(UInt8(scalar.value))
        case 0xC6, 0xE6, 0xC4, 0xE4: folded += [UInt8(ascii: "a"), UInt8(ascii: "e")]
        case 0xC0...0xC5, 0xE0...0xE5: folded.append(UInt8(ascii: "a"))
        case 0xC7, 0xE7: folded.append(UInt8(ascii: "c"))
        case 0xC8...0xCB, 0xE8...0xEB: folded.append(UInt8(ascii: "e"))
        case 0xCC...0xCF, 0xEC...0xEF: folded.append(UInt8(ascii: "i"))
        case 0xD1, 0xF1: folded.append(UInt8(ascii: "n"))
        case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8: folded.append(UInt8(ascii: "o"))
        case 0xD9...0xDC, 0xF9...0xFC: folded.append(UInt8(ascii: "u"))
        // Marks on their own, from text in decomposed form.
        case 0x300...0x36F: break
        default: folded += Array(String(scalar).lowercased().utf8)
        }
    }

    /// Two letters that stand for one Norwegian letter become that letter's folded form.
    private static func joined(_ letters: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(letters.count)
        for letter in letters {
            let last = result.last
            let isSecondOfPair =
                letter == UInt8(ascii: "a") && last == UInt8(ascii: "a")
                || letter == UInt8(ascii: "e") && last == UInt8(ascii: "o")
            if !isSecondOfPair { result.append(letter) }
        }
        return result
    }
}
