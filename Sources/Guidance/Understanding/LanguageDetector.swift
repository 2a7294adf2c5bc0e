/// Finds the language of a question by the words that only one language has.
enum LanguageDetector {
    /// Most forms are common to both written languages; who writes nynorsk soon uses a word that
    /// is not, which counts one.
    private static let nynorskLead = 0.4

    /// The language of the pieces; bokmål where nothing tells.
    static func language(of pieces: [Piece], _ lexicon: Lexicon) -> Language {
        var votes: [Language: Double] = [:]
        for piece in pieces {
            for match in piece.matches where match.quality >= WordMatcher.inflected {
                let languages = lexicon.words.languages(match.word)
                guard languages != 0 else { continue }
                let share = match.quality == 1 ? 1.0 : 0.3
                for language in Language.allCases where languages & language.bit != 0 {
                    votes[language, default: 0] += share / Double(languages.nonzeroBitCount)
                }
            }
            if hasNorwegianLetter(piece.token.text) { votes[.nb, default: 0] += 0.5 }
        }
        var best = Language.nb
        for (language, lead) in [(Language.en, 0.01), (.nn, nynorskLead)]
        where votes[language, default: 0] > votes[best, default: 0] + lead {
            best = language
        }
        return best
    }

    private static func hasNorwegianLetter(_ word: String) -> Bool {
        word.unicodeScalars.contains { $0 == "æ" || $0 == "ø" || $0 == "å" }
    }
}
