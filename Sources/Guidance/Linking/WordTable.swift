import GraphStore

/// Numbers words, and tells much of each without touching its letters.
///
/// Questions are answered by a process that lives for some milliseconds: thousands of words are
/// taken in at every start, hence one buffer for all letters and open addressing.
struct WordTable: Sendable {
    private var bytes: [UInt8] = []
    private var starts: [Int32] = [0]
    private var hashes: [Int32] = Array(repeating: -1, count: 1 << 13)
    private var languageBits: [UInt8] = []
    private var letterBits: [UInt64] = []
    /// The last word that begins with two letters, and for each word the one before it.
    private var lastByStart: [Int32] = Array(repeating: -1, count: 1 << 10)
    private var previousByStart: [Int32] = []

    /// How many words there are.
    var count: Int { starts.count - 1 }

    init() {
        bytes.reserveCapacity(1 << 15)
        starts.reserveCapacity(1 << 12)
    }

    // MARK: - Reading

    /// The number of a folded word.
    func find(_ word: Span<UInt8>) -> Int32? {
        let found = hashes[slot(of: word)]
        return found < 0 ? nil : found
    }

    /// The number of a folded word.
    func find(_ word: String) -> Int32? {
        var word = word
        return word.withUTF8 { find($0.span) }
    }

    /// The letters of a word.
    func range(_ word: Int32) -> Range<Int> {
        Int(starts[Int(word)])..<Int(starts[Int(word) + 1])
    }

    /// How many bytes a word has.
    func length(_ word: Int32) -> Int { range(word).count }

    /// Lends the letters of a word.
    func withLetters<Result>(_ word: Int32, _ body: (Span<UInt8>) -> Result) -> Result {
        body(bytes.span.extracting(range(word)))
    }

    /// The word as text.
    func text(_ word: Int32) -> String { String(decoding: bytes[range(word)], as: UTF8.self) }

    /// One bit for each letter the word has.
    func letters(_ word: Int32) -> UInt64 { letterBits[Int(word)] }

    /// The languages the word was met in, as bits.
    func languages(_ word: Int32) -> UInt8 { languageBits[Int(word)] }

    /// The words that may begin with the same two letters, by number.
    func beginningLike(_ word: Span<UInt8>) -> [Int32] {
        var found: [Int32] = []
        var next = lastByStart[Self.start(word)]
        while next >= 0 {
            found.append(next)
            next = previousByStart[Int(next)]
        }
        return found.reversed()
    }

    // MARK: - Adding

    /// The number of a folded word, a new one where it is new.
    mutating func intern(_ word: Span<UInt8>, languages: UInt8) -> Int32 {
        let slot = slot(of: word)
        if hashes[slot] >= 0 {
            languageBits[Int(hashes[slot])] |= languages
            return hashes[slot]
        }
        let number = Int32(count)
        var letters: UInt64 = 0
        for index in word.indices {
            bytes.append(word[index])
            letters |= 1 << UInt64(word[index] & 0x3F)
        }
        starts.append(Int32(bytes.count))
        languageBits.append(languages)
        letterBits.append(letters)
        previousByStart.append(lastByStart[Self.start(word)])
        lastByStart[Self.start(word)] = number
        hashes[slot] = number
        if count * 2 > hashes.count { grow() }
        return number
    }

    private mutating func grow() {
        hashes = Array(repeating: -1, count: hashes.count * 2)
        for word in 0..<Int32(count) {
            let slot = withLetters(word) { self.slot(of: $0) }
            hashes[slot] = word
        }
    }

    /// Where the word's number is, or belongs.
    private func slot(of word: Span<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in word.indices { hash = (hash ^ UInt64(word[index])) &* 0x100_0000_01B3 }
        let mask = hashes.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
        while hashes[slot] >= 0, !isEqual(hashes[slot], word) { slot = (slot + 1) & mask }
        return slot
    }

    private func isEqual(_ number: Int32, _ word: Span<UInt8>) -> Bool {
        let range = range(number)
        guard range.count == word.count else { return false }
        for index in word.indices where bytes[range.lowerBound + index] != word[index] {
            return false
        }
        return true
    }

    private static func start(_ word: Span<UInt8>) -> Int {
        let first = word.count > 0 ? Int(word[0] & 31) : 0
        let second = word.count > 1 ? Int(word[1] & 31) : 0
        return first << 5 | second
    }
}

extension WordTable: Stored {
    init(from reader: inout ByteReader) throws {
        self.init()
        let letters: [UInt8] = try reader.array()
        let ends: [Int32] = try reader.array()
        let languages: [UInt8] = try reader.array()
        guard ends.count == languages.count else { throw ByteReader.Malformed() }
        var start = 0
        for (end, bits) in zip(ends, languages) {
            guard start <= end, end <= letters.count else { throw ByteReader.Malformed() }
            _ = intern(letters.span.extracting(start..<Int(end)), languages: bits)
            start = Int(end)
        }
    }

    func store(in writer: inout ByteWriter) throws {
        try writer.array(bytes)
        try writer.array(Array(starts.dropFirst()))
        try writer.array(languageBits)
    }
}
