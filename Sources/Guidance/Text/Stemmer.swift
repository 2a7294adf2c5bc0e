import CStemmer

/// A Snowball stemmer for one language.
struct Stemmer: ~Copyable {
    private let handle: OpaquePointer?

    /// The stemmer of a language by its Snowball name; without one, words stem to themselves.
    init(language: String) {
        handle = sb_stemmer_new(language, "UTF_8")
    }

    deinit { sb_stemmer_delete(handle) }

    /// The stem of a word in small letters.
    mutating func stem(_ word: Span<UInt8>) -> [UInt8] {
        word.withUnsafeBufferPointer { bytes in
            guard let handle, let base = bytes.baseAddress,
                let stem = sb_stemmer_stem(handle, base, Int32(bytes.count))
            else { return Array(bytes) }
            let count = Int(sb_stemmer_length(handle))
            return Array(UnsafeBufferPointer(start: stem, count: count))
        }
    }
}

/// Says whether two words are forms of one: Snowball finds the stem, the endings decide.
///
/// Snowball alone takes `director` and `directorates` for one word; two forms of a word must also
/// differ only by endings that inflect.
struct Inflection: ~Copyable {
    private var norwegian = Stemmer(language: "norwegian")
    private var english = Stemmer(language: "english")

    /// Whether the folded words are forms of one word, in Norwegian or English.
    mutating func isSameWord(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
        var common = 0
        while common < a.count, common < b.count, a[common] == b[common] { common += 1 }
        guard common >= 3 || (common == 2 && abs(a.count - b.count) == 1) else { return false }
        guard let tailA = Self.tail(a, from: common), let tailB = Self.tail(b, from: common)
        else { return false }
        let isLengthened =
            Self.isLengthened(tailA, tailB, shorter: min(a.count, b.count))
        if Self.norwegianEndings.contains(tailA), Self.norwegianEndings.contains(tailB),
            isLengthened || norwegian.stem(a) == norwegian.stem(b)
        {
            return true
        }
        return Self.englishEndings.contains(tailA) && Self.englishEndings.contains(tailB)
            && (isLengthened || english.stem(a) == english.stem(b))
    }

    /// One word is the other with an ending: Snowball parts `instans` and `instanser`, and leaves
    /// the genitive `koms` as it is.
    private static func isLengthened(_ a: UInt64, _ b: UInt64, shorter: Int) -> Bool {
        guard a == 0 || b == 0 else { return false }
        return shorter >= 4 || a | b == UInt64(UInt8(ascii: "s"))
    }

    /// The letters from a place on as one number; nil where they are too many for an ending.
    private static func tail(_ word: Span<UInt8>, from start: Int) -> UInt64? {
        guard word.count - start <= 5 else { return nil }
        var tail: UInt64 = 0
        for index in start..<word.count { tail = tail << 8 | UInt64(word[index]) }
        return tail
    }

    private static func endings(_ texts: [StaticString]) -> Set<UInt64> {
        Set(
            texts.map { text in
                text.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt64($1) } }
            })
    }

    private static let norwegianEndings = endings([
        "", "e", "en", "et", "er", "ene", "a", "ar", "ane", "s", "es", "ens", "ets", "enes", "ers",
        "t", "te", "de", "r", "n", "ne", "st", "ast", "ande", "ende", "ere", "as", "rs", "ns",
        "nes", "m", "men", "mer", "mene", "ans", "anes",
    ])
    private static let englishEndings = endings([
        "", "s", "es", "d", "ed", "ing", "e", "y", "ies", "ied", "ying",
    ])
}
