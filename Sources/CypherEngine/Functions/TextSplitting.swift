import GraphModel

/// The pieces of a text between separators.
struct TextSplitting {
    private let limits: any WorkLimits
    private var pieces: [Value] = []
    /// What the texts of the pieces take beside the list.
    private var bytes = 0

    /// The pieces between the occurrences of any of some separators; single characters where one
    /// of them is empty.
    static func pieces(
        of text: String, _ separators: [String], _ limits: any WorkLimits
    ) throws(Diagnostic) -> [Value] {
        var splitting = TextSplitting(limits: limits)
        if separators.contains("") {
            try splitting.addCharacters(of: text)
        } else {
            try splitting.add(text, separators[...])
        }
        return splitting.pieces
    }

    private init(limits: any WorkLimits) {
        self.limits = limits
    }

    private mutating func add(
        _ text: String, _ separators: ArraySlice<String>
    ) throws(Diagnostic) {
        guard let separator = separators.first else { return try keep(text) }
        var start = text.startIndex
        var places = Occurrences(of: separator, in: text, limits: limits)
        while let place = try places.next() {
            let end = text.utf8.index(text.startIndex, offsetBy: place)
            try add(LongText.copy(text[start..<end], limits), separators.dropFirst())
            start = text.utf8.index(end, offsetBy: separator.utf8.count)
        }
        try add(LongText.copy(text[start...], limits), separators.dropFirst())
    }

    private mutating func addCharacters(of text: String) throws(Diagnostic) {
        for scalar in text.unicodeScalars { try keep(String(scalar)) }
        if text.isEmpty { try keep(text) }
    }

    private mutating func keep(_ piece: String) throws(Diagnostic) {
        try limits.step(1)
        if piece.utf8.count > 15 { bytes += piece.utf8.count + 32 }
        // A list that grows is for a moment there twice, the second time with twice the room.
        if pieces.count == pieces.capacity || pieces.count % 4096 == 0 {
            try limits.require(bytes: bytes + 3 * pieces.count * LongList.stride)
        }
        pieces.append(.string(piece))
    }
}
