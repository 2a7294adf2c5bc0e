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
}

/// Finds the words of the lexicon that typed words may be: the same form, another form of the
/// word, a compound of two, or a form with typing slips, in this order.
struct WordMatcher: ~Copyable {
    /// How good another form of the same word is.
    static let inflected = 0.96
    private static let oneSlip = 0.91
    private static let twoSlips = 0.84

    private var inflection = Inflection()

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
            if forms.isEmpty {
                pieces += unseen(token, lexicon)
            } else {
                pieces.append(Piece(token: token, matches: forms))
            }
        }
        return pieces
    }

    // MARK: - Forms

    /// The word itself and other forms of it.
    mutating func forms(_ folded: String, _ lexicon: Lexicon) -> [WordMatch] {
        var folded = folded
        return folded.withUTF8 { forms($0.span, lexicon) }
    }

    /// The word itself and other forms of it.
    mutating func forms(_ folded: Span<UInt8>, _ lexicon: Lexicon) -> [WordMatch] {
        var matches: [WordMatch] = []
        let exact = lexicon.words.find(folded)
        if let exact {
            matches.append(WordMatch(word: exact, quality: 1))
            // Articles and prepositions have no other forms worth finding, save «før» without
            // its mark.
            if lexicon.isFiller(exact), folded.count <= 4 {
                if lexicon.words.text(exact) == "for", let before = lexicon.words.find("før") {
                    matches.append(WordMatch(word: before, quality: Self.inflected))
                }
                return matches
            }
        }
        for word in lexicon.words.beginningLike(folded)
        where word != exact && !lexicon.isFiller(word) {
            if lexicon.words.withLetters(word, { inflection.isSameWord(folded, $0) }) {
                matches.append(WordMatch(word: word, quality: Self.inflected))
            }
        }
        return matches
    }

    /// `refleksjons periode` as one word, where it is only known as one.
    private func joined(
        _ first: Token, _ second: Token, _ forms: [WordMatch], _ lexicon: Lexicon
    ) -> Piece? {
        guard !second.startsClause, first.folded.utf8.count > 2, second.folded.utf8.count > 2,
            !forms.contains(where: { $0.quality == 1 })
                || lexicon.words.find(second.folded) == nil
        else { return nil }
        let folded = first.folded + second.folded
        guard let word = lexicon.words.find(folded) else { return nil }
        let token = Token(
            text: first.text + second.text, folded: folded, startsClause: first.startsClause)
        return Piece(token: token, matches: [WordMatch(word: word, quality: Self.inflected)])
    }

    /// A word not known in any form: a compound of known words, a slip, or both.
    private mutating func unseen(_ token: Token, _ lexicon: Lexicon) -> [Piece] {
        // A long word one slip away is likelier meant than a new compound.
        if token.folded.utf8.count >= 10 {
            var folded = token.folded
            let (near, distance) = folded.withUTF8 { Self.nearest($0.span, lexicon.words) }
            if !near.isEmpty, distance == 1 {
                return [Piece(token: token, matches: guesses(token.folded, lexicon))]
            }
        }
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
            for glue in 0...1 where cut + glue <= bytes.count - 4 {
                if glue == 1, bytes[cut] != UInt8(ascii: "s"), bytes[cut] != UInt8(ascii: "e") {
                    continue
                }
                let head = String(decoding: bytes[..<cut], as: UTF8.self)
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
        guard lexicon.words.find(head) != nil else { return nil }
        let tails = forms(tail, lexicon)
        guard !tails.isEmpty, !tails.contains(where: { lexicon.isFiller($0.word) })
        else { return nil }
        let first = Token(text: head, folded: head, startsClause: token.startsClause)
        let second = Token(text: tail, folded: tail)
        return [
            Piece(token: first, matches: forms(head, lexicon)),
            Piece(token: second, matches: tails),
        ]
    }

    // MARK: - Slips

    /// The words that are fewest slips away.
    private mutating func guesses(_ folded: String, _ lexicon: Lexicon) -> [WordMatch] {
        var folded = folded
        let (found, distance) = folded.withUTF8 { Self.nearest($0.span, lexicon.words) }
        let quality = distance == 1 ? Self.oneSlip : Self.twoSlips
        var matches: [WordMatch] = []
        for word in found {
            // Another form of the word meant may be the one the lexicon knows by itself.
            let forms = lexicon.words.withLetters(word) { self.forms($0, lexicon) }
            for form in forms where !matches.contains(where: { $0.word == form.word }) {
                matches.append(WordMatch(word: form.word, quality: quality * form.quality))
            }
        }
        return matches
    }

    private static func nearest(
        _ typed: Span<UInt8>, _ words: WordTable
    ) -> (words: [Int32], distance: Int) {
        var best = EditDistance.allowed(length: typed.count)
        var letters: UInt64 = 0
        for index in typed.indices {
            if typed[index] &- 0x30 < 10 { return ([], 0) }
            letters |= 1 << UInt64(typed[index] & 0x3F)
        }
        var found: [Int32] = []
        for word in 0..<Int32(words.count) where best > 0 {
            let length = words.length(word)
            let strange = (words.letters(word) ^ letters).nonzeroBitCount
            guard abs(length - typed.count) <= best, length >= 4,
                strange <= (typed.count > 4 ? 2 * best : 0)
            else { continue }
            let distance = words.withLetters(word) { known in
                mayBeginAlike(typed, known)
                    ? EditDistance.between(typed, known, limit: best) : nil
            }
            guard let distance else { continue }
            if distance < best { found.removeAll() }
            best = distance
            found.append(word)
        }
        return (found, best)
    }

    /// Slips seldom change the first letter; where they do, the next ones are there.
    private static func mayBeginAlike(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
        a[0] == b[0] || a[0] == b[1] || a[1] == b[0]
    }
}
