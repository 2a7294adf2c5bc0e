/// Names that belong together: lists («UDI og IOM»), one node named twice («the report
/// (anmeldelse) stage»), a part with its whole («§ 224 i straffeloven»).
enum Coordination {
    /// Mentions over neighbouring names.
    static func spans(_ pieces: [Piece], _ spans: [Mention], _ lexicon: Lexicon) -> [Mention] {
        var found: [Mention] = []
        for first in spans where isNamed(first) {
            for second in spans where isNamed(second) {
                if isJoined(first, second, pieces) {
                    if let both = list(first, second, lexicon) { found.append(both) }
                } else if isNext(first, second, pieces),
                    let one = apposition(first, second, lexicon)
                {
                    found.append(one)
                }
            }
        }
        found += kinds(pieces, spans, lexicon)
        found += actions(pieces, spans, lexicon)
        for both in found where both.readings.contains(where: { !$0.others.isEmpty }) {
            for third in spans where isNamed(third) && isJoined(both, third, pieces) {
                if let all = list(both, third, lexicon) { found.append(all) }
            }
        }
        return found
    }

    /// A noun with the name it is a word for: «the right to an interpreter», «report stage».
    private static func kinds(
        _ pieces: [Piece], _ spans: [Mention], _ lexicon: Lexicon
    ) -> [Mention] {
        var found: [Mention] = []
        for noun in spans {
            let labels = noun.readings.compactMap { reading -> String? in
                guard case .concept(let id) = reading.sense else { return nil }
                return lexicon.concept(id).label
            }
            guard !labels.isEmpty else { continue }
            for name in spans where isNamed(name) {
                let readings = name.readings.filter { reading in
                    guard case .entity(let id) = reading.sense, !reading.isWeak else {
                        return false
                    }
                    return labels.contains { lexicon.entity(id).labels.contains($0) }
                }
                guard !readings.isEmpty else { continue }
                let isBefore = isNext(noun, name, pieces)
                guard isBefore || noun.range.lowerBound == name.range.upperBound else { continue }
                let lower = min(noun.range.lowerBound, name.range.lowerBound)
                let upper = max(noun.range.upperBound, name.range.upperBound)
                found.append(Mention(range: lower..<upper, readings: readings))
            }
        }
        return found
    }

    /// Two things done at a stage: «receives and decides», «tar imot og registrerer».
    private static func actions(
        _ pieces: [Piece], _ spans: [Mention], _ lexicon: Lexicon
    ) -> [Mention] {
        func role(_ span: Mention) -> (reading: Reading, id: Int32)? {
            for reading in span.readings {
                if case .concept(let id) = reading.sense, lexicon.concept(id).role != nil {
                    return (reading, id)
                }
            }
            return nil
        }
        var found: [Mention] = []
        for first in spans {
            guard let one = role(first) else { continue }
            for second in spans where isJoined(first, second, pieces) {
                guard let two = role(second), one.id != two.id else { continue }
                var both = one.reading
                both.others = [two.id]
                both.weight += two.reading.weight
                found.append(
                    Mention(
                        range: first.range.lowerBound..<second.range.upperBound, readings: [both]))
            }
        }
        return found
    }

    private static func isNamed(_ span: Mention) -> Bool {
        span.readings.contains { if case .entity = $0.sense { !$0.isWeak } else { false } }
    }

    // MARK: - Neighbours

    /// Articles and prepositions that may stand between a name and another that belongs to it.
    static let linking: Set<String> = [
        "of", "in", "i", "av", "pa", "the", "den", "det", "de", "a", "an", "en", "et", "ei", "til",
        "to", "at", "for",
    ]
    private static let conjunctions: Set<String> = ["og", "and", "eller", "or", "samt"]
    private static let articles: Set<String> = [
        "the", "den", "det", "de", "ved", "at", "in", "i", "who", "hvem", "kven",
    ]

    /// Whether one mention follows another after «og» or a comma.
    private static func isJoined(
        _ first: Mention, _ second: Mention, _ pieces: [Piece]
    ) -> Bool {
        var at = first.range.upperBound
        guard at < pieces.count, second.range.lowerBound >= at else { return false }
        var isJoined = pieces[at].token.startsClause
        if conjunctions.contains(pieces[at].token.folded) {
            isJoined = true
            at += 1
        }
        while at < second.range.lowerBound, articles.contains(pieces[at].token.folded) { at += 1 }
        return isJoined && at == second.range.lowerBound
    }

    /// Whether nothing but articles and a preposition stands between.
    private static func isNext(
        _ first: Mention, _ second: Mention, _ pieces: [Piece]
    ) -> Bool {
        guard second.range.lowerBound >= first.range.upperBound,
            second.range.lowerBound - first.range.upperBound <= 2
        else { return false }
        return pieces[first.range.upperBound..<second.range.lowerBound].allSatisfy {
            linking.contains($0.token.folded)
        }
    }

    // MARK: - Merging

    private static func list(
        _ first: Mention, _ second: Mention, _ lexicon: Lexicon
    ) -> Mention? {
        merged(first, second) { one, two, a, b in
            guard a != b, lexicon.entity(a).labels == lexicon.entity(b).labels else { return nil }
            var both = one
            both.others = one.others + [b] + two.others
            both.weight = one.weight + two.weight
            return both
        }
    }

    private static func apposition(
        _ first: Mention, _ second: Mention, _ lexicon: Lexicon
    ) -> Mention? {
        merged(first, second) { one, two, a, b in
            // Another form of a word («søke» for «søker») is too little to go by.
            guard min(one.quality, two.quality) >= 0.97 else { return nil }
            if a == b || lexicon.entity(a).wholes.contains(lexicon.entity(b).node) { return one }
            return lexicon.entity(b).wholes.contains(lexicon.entity(a).node) ? two : nil
        }
    }

    private static func merged(
        _ first: Mention, _ second: Mention,
        _ merge: (Reading, Reading, Int32, Int32) -> Reading?
    ) -> Mention? {
        var readings: [Reading] = []
        for one in first.readings where !one.isWeak {
            guard case .entity(let a) = one.sense else { continue }
            for two in second.readings where !two.isWeak {
                guard case .entity(let b) = two.sense, var both = merge(one, two, a, b),
                    !readings.contains(where: { $0.sense == both.sense && $0.others == both.others }
                    )
                else { continue }
                both.quality = min(one.quality, two.quality)
                readings.append(both)
            }
        }
        guard !readings.isEmpty else { return nil }
        return Mention(
            range: first.range.lowerBound..<second.range.upperBound, readings: readings)
    }
}
