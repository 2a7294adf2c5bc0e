/// A word of the lexicon that a typed word may be.
struct WordMatch: Sendable {
    var word: Int32
    /// 1 for the same form, a little less for another form, much less for a slip.
    var quality: Double
}

/// One word of a question with what it may be in the lexicon.
struct Piece: Sendable {
    var token: Token
    var matches: [WordMatch]

    /// Whether the lexicon has the word in some form or spelling.
    var isKnown: Bool { !matches.isEmpty }
    /// Whether it is only known with a slip.
    var isGuess: Bool { matches.allSatisfy { $0.quality < WordMatcher.inflected } }
}

/// Finds the words of the lexicon that typed words may be: the same form, another form of the
/// word, a compound of two, or a form with typing slips, in this order.
struct WordMatcher: ~Copyable {
    /// How good another form of the same word is.
    static let inflected = 0.96
    private static let oneSlip = 0.91
    private static let twoSlips = 0.84

    private var inflection = Inflection()
    private var known: [String: [WordMatch]] = [:]

    init() {}

    /// The words of a question; a split word is joined, a compound parted where that helps.
    mutating func pieces(_ tokens: [Token], _ lexicon: Lexicon) -> [Piece] {
        var pieces: [Piece] = []
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            let forms = forms(token.folded, lexicon)
            if index + 1 < tokens.count,
                let whole = joined(token, tokens[index + 1], forms, lexicon)
            {
                pieces.append(whole)
                index += 2
                continue
            }
            index += 1
            if !forms.isEmpty {
                pieces.append(Piece(token: token, matches: forms))
            } else {
                pieces += unseen(token, lexicon)
            }
        }
        return pieces
    }

    /// Forgets what a word may be, because the lexicon has changed.
    mutating func forget(_ folded: String) { known[folded] = nil }

    // MARK: - Forms

    /// The word itself and other forms of it.
    mutating func forms(_ folded: String, _ lexicon: Lexicon) -> [WordMatch] {
        if let found = known[folded] { return found }
        var matches: [WordMatch] = []
        let exact = lexicon.wordID(folded)
        if let exact { matches.append(WordMatch(word: exact, quality: 1)) }
        // Articles and prepositions have no other forms worth finding.
        let isFiller = exact.map { lexicon.isFiller($0) } ?? false
        if !(isFiller && folded.utf8.count <= 4) {
            for word in lexicon.words(beginningLike: folded)
            where word != exact && !lexicon.isFiller(word) {
                if inflection.isSameWord(folded, lexicon.words[Int(word)].folded) {
                    matches.append(WordMatch(word: word, quality: Self.inflected))
                }
            }
        }
        known[folded] = matches
        return matches
    }

    /// `refleksjons periode` as one word, where it is only known as one.
    private mutating func joined(
        _ first: Token, _ second: Token, _ forms: [WordMatch], _ lexicon: Lexicon
    ) -> Piece? {
        guard !second.startsClause, first.folded.utf8.count > 2, second.folded.utf8.count > 2,
            !forms.contains(where: { $0.quality == 1 }) || lexicon.wordID(second.folded) == nil
        else { return nil }
        let folded = first.folded + second.folded
        guard let word = lexicon.wordID(folded) else { return nil }
        let token = Token(
            text: first.text + second.text, folded: folded,
            range: first.range.lowerBound..<second.range.upperBound,
            startsClause: first.startsClause)
        return Piece(token: token, matches: [WordMatch(word: word, quality: Self.inflected)])
    }

    /// A word not known in any form: a compound of known words, a slip, or both.
    private mutating func unseen(_ token: Token, _ lexicon: Lexicon) -> [Piece] {
        let parts = compound(token, lexicon)
        if let parts, parts.allSatisfy({ piece in piece.matches.contains { $0.quality == 1 } }) {
            return parts
        }
        let guesses = guesses(token.folded, lexicon)
        if guesses.isEmpty, let parts { return parts }
        return [Piece(token: token, matches: guesses)]
    }

    // MARK: - Compounds

    /// Two known words written as one, with or without a binding s or e.
    private mutating func compound(_ token: Token, _ lexicon: Lexicon) -> [Piece]? {
        let bytes = Array(token.folded.utf8)
        guard bytes.count >= 8 else { return nil }
        var cut = bytes.count - 4
        while cut >= 4 {
            let head = String(decoding: bytes[..<cut], as: UTF8.self)
            for glue in 0...1 where cut + glue <= bytes.count - 4 {
                if glue == 1, bytes[cut] != UInt8(ascii: "s"), bytes[cut] != UInt8(ascii: "e") {
                    continue
                }
                let tail = String(decoding: bytes[(cut + glue)...], as: UTF8.self)
                if let parts = compound(token, head, tail, lexicon) { return parts }
            }
            cut -= 1
        }
        return nil
    }

    private mutating func compound(
        _ token: Token, _ head: String, _ tail: String, _ lexicon: Lexicon
    ) -> [Piece]? {
        guard lexicon.wordID(head) != nil else { return nil }
        let tails = forms(tail, lexicon)
        let heads = forms(head, lexicon)
        guard !tails.isEmpty, !heads.isEmpty, !tails.contains(where: { lexicon.isFiller($0.word) })
        else { return nil }
        var first = token
        first.text = head
        first.folded = head
        var second = token
        second.text = tail
        second.folded = tail
        second.startsClause = false
        return [Piece(token: first, matches: heads), Piece(token: second, matches: tails)]
    }

    // MARK: - Slips

    /// The words that are fewest slips away.
    private mutating func guesses(_ folded: String, _ lexicon: Lexicon) -> [WordMatch] {
        let bytes = Array(folded.utf8)
        let limit = EditDistance.allowed(length: bytes.count)
        guard limit > 0, !bytes.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
        let letters = EditDistance.letters(bytes)
        var best = limit
        var found: [(word: Int32, distance: Int)] = []
        for (index, word) in lexicon.words.enumerated() {
            guard abs(word.bytes.count - bytes.count) <= best, word.bytes.count >= 4,
                (word.letters ^ letters).nonzeroBitCount <= 2 * best,
                Self.mayBeginAlike(bytes, word.bytes),
                let distance = EditDistance.between(bytes, word.bytes, limit: best)
            else { continue }
            best = min(best, distance)
            found.append((Int32(index), distance))
        }
        let quality = best == 1 ? Self.oneSlip : Self.twoSlips
        var matches: [WordMatch] = []
        for (word, distance) in found where distance == best {
            // Another form of the word meant may be the one the lexicon knows by itself.
            for form in forms(lexicon.words[Int(word)].folded, lexicon)
            where !matches.contains(where: { $0.word == form.word }) {
                matches.append(WordMatch(word: form.word, quality: quality * form.quality))
            }
        }
        return matches
    }

    /// Slips seldom change the first letter; where they do, the next ones are there.
    private static func mayBeginAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        if a[0] == b[0] { return true }
        return a[0] == b[1] || a[1] == b[0]
    }
}
