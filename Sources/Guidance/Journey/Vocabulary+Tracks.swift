extension Vocabulary {
    /// What people call a track, all languages.
    func words(ofTrack id: String) -> [String] {
        Language.allCases.flatMap { words(forStagesOfTrack: id, $0) }
    }

    /// The name a track goes by: what people call it first in the language, else its value.
    func title(ofTrack id: String, _ language: Language) -> String {
        let name = words(forStagesOfTrack: id, language).first ?? id
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// The tracks people call so.
    func tracks(named name: String) -> [String] {
        let wanted = Tokenizer.tokens(name).map(\.folded)
        return tracks.filter { track in
            words(ofTrack: track).contains { Tokenizer.tokens($0).map(\.folded) == wanted }
        }
    }

    /// The tracks there are words for.
    private var tracks: [String] {
        groups.compactMap { group in
            guard case .kind("Stage", "track", let value) = group.meaning else { return nil }
            return value
        }
    }

    /// What people call the stages of a track, in a language.
    private func words(forStagesOfTrack track: String, _ language: Language) -> [String] {
        groups.filter { $0.meaning == .kind(label: "Stage", property: "track", value: track) }
            .flatMap(\.phrases)
            .filter { $0.language == language }
            .map { phrase in
                var word = ""
                withLetters(phrase) { letters in
                    word = letters.withUnsafeBufferPointer {
                        String(decoding: $0, as: UTF8.self)
                    }
                }
                return word
            }
    }
}
