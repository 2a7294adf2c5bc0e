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
    mutating func stem(_ word: String) -> String {
        guard let handle else { return word }
        var word = word
        return word.withUTF8 { bytes in
            guard let base = bytes.baseAddress,
                let stem = sb_stemmer_stem(handle, base, Int32(bytes.count))
            else { return String(decoding: bytes, as: UTF8.self) }
            let count = Int(sb_stemmer_length(handle))
            return String(
                decoding: UnsafeBufferPointer(start: stem, count: count), as: UTF8.self)
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
    mutating func isSameWord(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        guard let (tailA, tailB) = Self.tails(a, b) else { return false }
        if Self.norwegianEndings.contains(tailA), Self.norwegianEndings.contains(tailB),
            norwegian.stem(a) == norwegian.stem(b) || Self.isLengthened(a, b, tailA, tailB)
        {
            return true
        }
        return Self.englishEndings.contains(tailA) && Self.englishEndings.contains(tailB)
            && (english.stem(a) == english.stem(b) || Self.isLengthened(a, b, tailA, tailB))
    }

    /// One word is the other with an ending: Snowball parts `instans` and `instanser`, and leaves
    /// the genitive `koms` as it is.
    private static func isLengthened(
        _ a: String, _ b: String, _ tailA: String, _ tailB: String
    ) -> Bool {
        if tailA == "s" || tailB == "s" { return tailA.isEmpty || tailB.isEmpty }
        return (tailA.isEmpty && a.utf8.count >= 4) || (tailB.isEmpty && b.utf8.count >= 4)
    }

    /// What is left of the words after what they begin with in common, at least three letters.
    private static func tails(_ a: String, _ b: String) -> (String, String)? {
        let bytesA = Array(a.utf8)
        let bytesB = Array(b.utf8)
        var common = 0
        while common < bytesA.count, common < bytesB.count, bytesA[common] == bytesB[common] {
            common += 1
        }
        let isShortGenitive = common == 2 && abs(bytesA.count - bytesB.count) == 1
        guard common >= 3 || isShortGenitive else { return nil }
        return (
            String(decoding: bytesA[common...], as: UTF8.self),
            String(decoding: bytesB[common...], as: UTF8.self)
        )
    }

    private static let norwegianEndings: Set<String> = [
        "", "e", "en", "et", "er", "ene", "a", "ar", "ane", "s", "es", "ens", "ets", "enes", "ers",
        "t", "te", "de", "r", "n", "ne", "st", "ast", "ande", "ende", "ere", "ar", "as", "rs", "ns",
        "nes", "m", "men", "mer", "mene", "mets", "ans", "anes",
    ]
    private static let englishEndings: Set<String> = [
        "", "s", "es", "d", "ed", "ing", "e", "y", "ies", "ied", "ying",
    ]
}
