/// The parts of a text that most formats share: words, numbers, marks, lines, what stands between
/// brackets or quotes, elements of XML.
struct Outline: Sendable {
    /// What a part is; parts of a kind can stand for each other.
    enum Kind: Int, Sendable, CaseIterable {
        case word, number, mark, quoted, line, bracketed, element
    }

    struct Part: Sendable {
        let kind: Kind
        let range: Range<Int>
        /// How long its opening and its closing are, where it encloses something.
        var opening = 0
        var closing = 0
    }

    private(set) var parts: [Part] = []

    init(_ bytes: [UInt8]) {
        addTokens(bytes)
        addLines(bytes)
        addElements(bytes)
    }

    private mutating func add(
        _ kind: Kind, _ range: Range<Int>, opening: Int = 0, closing: Int = 0
    ) {
        parts.append(Part(kind: kind, range: range, opening: opening, closing: closing))
    }

    private mutating func addTokens(_ bytes: [UInt8]) {
        var open: [(at: Int, closing: UInt8)] = []
        var quotes: [UInt8: Int] = [:]
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            let start = at
            at += 1
            if byte.isWordByte {
                while at < bytes.count, bytes[at].isWordByte { at += 1 }
                add(byte.isDigit ? .number : .word, start..<at)
                continue
            }
            if byte > 0x20 { add(.mark, start..<at) }
            if let closing = Self.brackets[byte] {
                open.append((start, closing))
            } else if let last = open.last, last.closing == byte {
                add(.bracketed, last.at..<at, opening: 1, closing: 1)
                open.removeLast()
            } else if byte == 0x22 || byte == 0x27 || byte == 0x60 {
                if let begin = quotes.removeValue(forKey: byte) {
                    add(.quoted, begin..<at, opening: 1, closing: 1)
                } else {
                    quotes[byte] = start
                }
            }
        }
    }

    private static let brackets: [UInt8: UInt8] = [
        0x28: 0x29, 0x3C: 0x3E, 0x5B: 0x5D, 0x7B: 0x7D,
    ]

    private mutating func addLines(_ bytes: [UInt8]) {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            add(.line, start..<end)
            start = end
        }
    }

    /// Elements by their tags, as far as tags between angle brackets follow each other well.
    private mutating func addElements(_ bytes: [UInt8]) {
        var open: [Range<Int>] = []
        for tag in parts where tag.kind == .bracketed && bytes[tag.range.lowerBound] == 0x3C {
            let range = tag.range
            guard range.count > 2 else { continue }
            if bytes[range.lowerBound + 1] == 0x2F {
                guard let start = open.popLast() else { continue }
                add(
                    .element, start.lowerBound..<range.upperBound, opening: start.count,
                    closing: range.count)
            } else if bytes[range.upperBound - 2] == 0x2F {
                add(.element, range)
            } else if bytes[range.lowerBound + 1].isWordByte {
                open.append(range)
            }
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }

    fileprivate var isWordByte: Bool {
        isDigit || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) || self == 0x5F
            || self >= 0x80
    }
}
