import GraphModel

/// The limits of a query as what works through long values asks for them.
package protocol WorkLimits {
    /// Throws where a result of so many bytes would not fit the query's memory budget: to be asked
    /// before a result is made that may be much larger than what it is made of.
    func require(bytes: Int) throws(Diagnostic)
    /// Throws where the query's time is up, looking now and then: to be told of every step of work
    /// that is not bounded by the length of the arguments.
    func step(_ count: Int) throws(Diagnostic)
    /// Throws where the query's time is up.
    func check() throws(Diagnostic)
}

/// Work on texts that may be very long: piece by piece, with a look at the limits before each.
enum LongText {
    /// Bytes that any function is through with in well under a millisecond or so.
    static let piece = 1 << 18

    /// A text changed scalar by scalar, whatever stands around them.
    static func changed(
        _ text: String, _ limits: any WorkLimits, _ change: (String) -> String
    ) throws(Diagnostic) -> String {
        if text.utf8.count <= piece { return change(text) }
        // The text is there beside what is made of it.
        try limits.require(bytes: 2 * text.utf8.count)
        var made = try TextBuilder(bytes: text.utf8.count, limits)
        try forEachPiece(of: text[...], limits) { (part) throws(Diagnostic) in
            try made.append(change(String(part))[...])
        }
        return made.text
    }

    /// Takes a text apart between scalars.
    static func forEachPiece(
        of text: Substring, _ limits: any WorkLimits, _ body: (Substring) throws(Diagnostic) -> Void
    ) throws(Diagnostic) {
        let bytes = text.utf8
        var start = bytes.startIndex
        while start < bytes.endIndex {
            var end =
                bytes.index(start, offsetBy: piece, limitedBy: bytes.endIndex) ?? bytes.endIndex
            while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end = bytes.index(before: end) }
            try limits.check()
            try body(text[start..<end])
            start = end
        }
    }

    /// A part of a text as a text of its own.
    static func copy(
        _ text: Substring, _ limits: any WorkLimits
    ) throws(Diagnostic) -> String {
        if text.utf8.count <= piece { return String(text) }
        var made = try TextBuilder(bytes: text.utf8.count, limits)
        try made.append(text)
        return made.text
    }

    /// How many scalars a text has.
    static func length(_ text: String, _ limits: any WorkLimits) throws(Diagnostic) -> Int {
        if text.utf8.count <= piece { return text.unicodeScalars.count }
        var count = 0
        try forEachPiece(of: text[...], limits) { (part) throws(Diagnostic) in
            count += scalars(in: part)
        }
        return count
    }

    /// The place after so many scalars; the end where there are fewer.
    static func index(
        after count: Int, in text: Substring, _ limits: any WorkLimits
    ) throws(Diagnostic) -> String.Index {
        if text.utf8.count <= piece {
            let scalars = text.unicodeScalars
            return scalars.index(text.startIndex, offsetBy: count, limitedBy: text.endIndex)
                ?? text.endIndex
        }
        var left = count
        var place: String.Index?
        try forEachPiece(of: text, limits) { (part) throws(Diagnostic) in
            if place != nil { return }
            let here = scalars(in: part)
            if here > left {
                place = part.unicodeScalars.index(part.startIndex, offsetBy: left)
            }
            left -= here
        }
        return place ?? text.endIndex
    }

    /// Every scalar has one byte that does not continue another.
    private static func scalars(in text: Substring) -> Int {
        let fast = text.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.reduce(0) { $0 &+ ($1 & 0xC0 == 0x80 ? 0 : 1) }
        }
        return fast ?? text.unicodeScalars.count
    }
}

/// Makes a text of known length.
struct TextBuilder {
    private let limits: any WorkLimits
    private(set) var text = ""

    init(bytes: Int, _ limits: any WorkLimits) throws(Diagnostic) {
        self.limits = limits
        try limits.require(bytes: bytes)
        text.reserveCapacity(bytes)
    }

    mutating func append(_ part: Substring) throws(Diagnostic) {
        if part.utf8.count <= LongText.piece {
            try limits.step(1 + part.utf8.count / 64)
            text += part
            return
        }
        try LongText.forEachPiece(of: part, limits) { (piece) throws(Diagnostic) in text += piece }
    }
}
