/// Cuts a text into words and folds them, byte by byte.
///
/// Letters and digits make words. A hyphen or full stop between digits belongs to the number
/// (`8-3`, `1.1.2011`), elsewhere it parts words; `§` is a word; a genitive `'s` is dropped.
/// Folded words are small letters without marks; å typed as aa and ø as oe fold alike. Only «før»
/// keeps its mark.
struct WordScanner {
    /// The word found, as it is compared.
    private(set) var folded: [UInt8] = []
    /// Where it stands in the text.
    private(set) var range = 0..<0
    /// Whether a comma, semicolon or the end of a sentence comes before it.
    private(set) var startsClause = false
    /// Whether `=` stands right before it.
    private(set) var isMarked = false

    private var position = 0
    /// Where an apostrophe stood in the folded word.
    private var apostrophe: Int?

    /// Begins a new text.
    mutating func restart() { position = 0 }

    /// Lends the word found.
    func withFolded<Result>(_ body: (Span<UInt8>) -> Result) -> Result { body(folded.span) }

    /// Finds the next word; false at the end of the text.
    mutating func next(in text: Span<UInt8>) -> Bool {
        startsClause = false
        isMarked = false
        while position < text.count {
            let byte = text[position]
            if isWordByte(text, at: position) {
                readWord(text)
                if !folded.isEmpty { return true }
            } else if byte == 0xC2, position + 1 < text.count, text[position + 1] == 0xA7 {
                folded = [0xC2, 0xA7]
                range = position..<position + 2
                position += 2
                return true
            } else {
                note(byte)
                position += 1
            }
        }
        return false
    }

    private mutating func note(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "."),
            UInt8(ascii: "!"), UInt8(ascii: ":"):
            startsClause = true
        default: break
        }
        isMarked = byte == UInt8(ascii: "=")
    }

    // MARK: - Words

    private mutating func readWord(_ text: Span<UInt8>) {
        let start = position
        folded.removeAll(keepingCapacity: true)
        apostrophe = nil
        while position < text.count {
            if isWordByte(text, at: position) {
                readCharacter(text)
            } else if let width = joiner(text, at: position) {
                if width.isApostrophe {
                    apostrophe = apostrophe ?? folded.count
                } else {
                    append(UInt8(ascii: text[position] == UInt8(ascii: ".") ? "." : "-"))
                }
                position += width.bytes
            } else {
                break
            }
        }
        dropGenitive()
        range = start..<position
        keepMark()
    }

    /// «før» (before) keeps its letter: folded it would be «for», which says nothing.
    private mutating func keepMark() {
        guard range.count == 4, folded == [0x66, 0x6F, 0x72] else { return }
        folded = [0x66, 0xC3, 0xB8, 0x72]
    }

    /// `victim's` is `victim`; `isn't` stays together.
    private mutating func dropGenitive() {
        guard let apostrophe, folded.count == apostrophe + 1, folded.last == UInt8(ascii: "s")
        else { return }
        folded.removeLast()
    }

    private mutating func readCharacter(_ text: Span<UInt8>) {
        let byte = text[position]
        if byte < 0x80 {
            append(byte &- 0x41 < 26 ? byte + 32 : byte)
            position += 1
        } else if byte == 0xC3, position + 1 < text.count {
            appendLatin(text[position + 1])
            position += 2
        } else {
            appendOther(text)
        }
    }

    /// A letter of Latin-1, by the second byte of its two.
    private mutating func appendLatin(_ second: UInt8) {
        let letter: StaticString =
            switch second | 0x20 {
            case 0xA4, 0xA6: "ae"
            case 0xA0...0xA5: "a"
            case 0xA7: "c"
            case 0xA8...0xAB: "e"
            case 0xAC...0xAF: "i"
            case 0xB1: "n"
            case 0xB2...0xB6, 0xB8: "o"
            case 0xB9...0xBC: "u"
            case 0xBD, 0xBF: "y"
            default: "d"
            }
        letter.withUTF8Buffer { for byte in $0 { append(byte) } }
    }

    /// Any other letter as its small form; a mark on its own is left out.
    private mutating func appendOther(_ text: Span<UInt8>) {
        let (scalar, width) = Self.scalar(text, at: position)
        position += width
        if (0x300...0x36F).contains(scalar.value) { return }
        for byte in scalar.properties.lowercaseMapping.utf8 { append(byte) }
    }

    /// Two letters that stand for one Norwegian letter become that letter's folded form.
    private mutating func append(_ letter: UInt8) {
        let isSecondOfPair =
            letter == UInt8(ascii: "a") && folded.last == UInt8(ascii: "a")
            || letter == UInt8(ascii: "e") && folded.last == UInt8(ascii: "o")
        if !isSecondOfPair { folded.append(letter) }
    }

    // MARK: - Classes of bytes

    private func isWordByte(_ text: Span<UInt8>, at index: Int) -> Bool {
        let byte = text[index]
        if byte < 0x80 {
            return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
        }
        if byte == 0xC3, index + 1 < text.count {
            return text[index + 1] != 0x97 && text[index + 1] != 0xB7
        }
        guard byte >= 0xC2 else { return false }
        let scalar = Self.scalar(text, at: index).0
        return scalar.properties.isAlphabetic || (0x300...0x36F).contains(scalar.value)
    }

    /// What may stand within a word: an apostrophe, or a hyphen or full stop between digits.
    private func joiner(
        _ text: Span<UInt8>, at index: Int
    ) -> (bytes: Int, isApostrophe: Bool)? {
        let byte = text[index]
        let isLong = byte == 0xE2 && index + 2 < text.count && text[index + 1] == 0x80
        let width = isLong ? 3 : 1
        guard index > 0, index + width < text.count else { return nil }
        let isApostrophe = byte == UInt8(ascii: "'") || (isLong && text[index + 2] == 0x99)
        if isApostrophe { return isWordByte(text, at: index + width) ? (width, true) : nil }
        let isDash = isLong && text[index + 2] == 0x93
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || isDash,
            text[index - 1] &- 0x30 < 10, text[index + width] &- 0x30 < 10
        else { return nil }
        return (width, false)
    }

    /// The scalar at an index; a replacement character where the bytes are not UTF-8.
    private static func scalar(_ text: Span<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
        let byte = text[index]
        let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        guard index + width <= text.count else { return ("\u{FFFD}", text.count - index) }
        var value = UInt32(byte) & (0x7F >> UInt32(width))
        for offset in 1..<width { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
    }
}
