import GraphModel
import GraphStore

/// Dates told by an event: «before KOM became permanent», «mens KOM var et prosjekt».
struct EventDate {
    let lexicon: Lexicon
    let view: GraphView

    private static let before: Set<String> = ["before", "før", "foer", "føre"]
    private static let during: Set<String> = ["while", "mens", "medan", "when", "da", "då"]
    private static let since: Set<String> = ["since", "siden", "sidan", "fra", "frå"]
    private static let after: Set<String> = ["after", "etter"]

    /// Takes the words of the event out of the tokens and gives the date, where there is one.
    func read(_ dates: inout DateReader) {
        guard dates.date == nil else { return }
        let tokens = dates.tokens
        for index in tokens.indices.dropFirst() {
            let word = tokens[index].text
            guard
                Self.before.contains(word) || Self.during.contains(word)
                    || Self.after.contains(word)
            else { continue }
            // «Since when» asks for the date.
            if Self.since.contains(tokens[index - 1].text) { continue }
            guard let event = event(tokens, from: index), let date = date(word, event) else {
                continue
            }
            dates.take(index..<event.end, as: date, actor: tokens[event.actor])
            return
        }
    }

    private struct Event {
        var actorID: Int32
        var actor: Range<Int>
        var statusID: Int32
        var end: Int
    }

    /// An actor and a status after the word.
    private func event(_ tokens: [Token], from start: Int) -> Event? {
        var words = WordMatcher()
        let pieces = words.pieces(tokens, lexicon)
        // Only where no word was joined or parted do pieces and tokens correspond.
        guard pieces.count == tokens.count else { return nil }
        let spans = MentionFinder(lexicon).spans(pieces)
        guard
            let status = spans.first(where: {
                $0.range.lowerBound > start && self.status($0) != nil
            }),
            let statusID = self.status(status)
        else { return nil }
        let actors = spans.filter { self.actor($0) != nil && !$0.range.overlaps(status.range) }
        guard let actor = actors.last(where: { $0.range.lowerBound < status.range.lowerBound }),
            let actorID = self.actor(actor)
        else { return nil }
        return Event(
            actorID: actorID, actor: actor.range, statusID: statusID,
            end: status.range.upperBound)
    }

    private func status(_ span: Mention) -> Int32? {
        entity(span) { $0.kind == "status" && $0.labels.contains("Concept") }
    }

    private func actor(_ span: Mention) -> Int32? {
        entity(span) { $0.labels.contains("Actor") || $0.labels.contains("Group") }
    }

    private func entity(_ span: Mention, _ fits: (Entity) -> Bool) -> Int32? {
        for case .entity(let id) in span.readings.map(\.sense) where fits(lexicon.entity(id)) {
            return id
        }
        return nil
    }

    private func date(_ word: String, _ event: Event) -> DayRange? {
        guard let type = view.typeID("STATUS") else { return nil }
        let reader = NodeReader(view)
        var list = NeighbourList()
        view.appendNeighbours(
            of: lexicon.entity(event.actorID).node, type: type, direction: .outgoing, to: &list)
        for (node, relationship) in zip(list.nodes, list.relationships)
        where node == lexicon.entity(event.statusID).node {
            let validity = reader.validity(relationship: relationship)
            let from = validity.from.flatMap { DayRange(iso: $0)?.first }
            let to = validity.to.flatMap { DayRange(iso: $0)?.first }
            return day(word, from: from, to: to).map { DayRange(first: $0, end: $0 + 1) }
        }
        return nil
    }

    private func day(_ word: String, from: Int?, to: Int?) -> Int? {
        if Self.before.contains(word) { return from.map { $0 - 1 } }
        if Self.after.contains(word) { return to ?? from }
        return from ?? to.map { $0 - 1 }
    }
}

extension DateReader {
    /// Removes the words of an event; an actor only it names takes their place.
    mutating func take(_ range: Range<Int>, as date: DayRange, actor: ArraySlice<Token>) {
        let isWithin = range.contains(actor.startIndex)
        let rest = Array(tokens[..<range.lowerBound]) + Array(tokens[range.upperBound...])
        let isOnlyPronoun = isWithin && rest.contains { ["it", "den", "det"].contains($0.folded) }
        setDate(date, tokens: isOnlyPronoun ? rest + Array(actor) : rest)
    }
}
