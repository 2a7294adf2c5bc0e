import GraphModel
import GraphStore

/// How a journey is to be shown.
package struct JourneyOptions: Sendable {
    /// The date it is for; nil for today.
    package var asOf: DayRange?
    /// Whether what became known after the main source is left out.
    package var goesBySource = false
    package var language = Language.nb
    /// The day that counts as today; nil for the computer's.
    package var today: CalendarDate?

    /// Creates options for today, in bokmål.
    package init() {}
}

extension Guide {
    /// The journeys of all tracks, or of one.
    ///
    /// - Parameter track: The track's value in the graph, or what people call it.
    /// - Throws: `UnknownTrack`, `NoStages`, or what the engine throws.
    package func journey(
        track: String? = nil, options: JourneyOptions = JourneyOptions()
    ) throws -> Journey {
        try JourneyMaker(self, options).journey(track)
    }
}

/// Asks the saved queries of a journey and puts their answers together.
struct JourneyMaker {
    private let guide: Guide
    private let vocabulary: Vocabulary
    private let frame: TimeFrame
    private let language: Language

    /// The queries whose rows belong to a stage, and those whose rows belong to none, in the order
    /// they are shown.
    private static let stageSections = ["actors", "rights", "duties", "services", "excluded"]
    private static let anyStageSections = ["rights", "duties", "excluded"]

    init(_ guide: Guide, _ options: JourneyOptions) throws {
        self.guide = guide
        vocabulary = try guide.vocabulary()
        frame = TimeFrame(
            asked: options.asOf, today: options.today, goesBySource: options.goesBySource)
        language = options.language
    }

    /// The journeys of all tracks, or of one.
    func journey(_ track: String?) throws -> Journey {
        let all = try rows("journey-stages", track: nil)
        let reader = JourneyReader(all.view, frame: frame, language: language)
        var journey = Journey(view: all.view)
        journey.language = language
        journey.asOf = frame.asked ?? TimeFrame.text(frame.date)
        journey.tracks = try tracks(reader.rows(all), reader)
        guard !journey.tracks.isEmpty else {
            throw JourneyWords(language: language).noStages
        }
        if let track { try keep(track, &journey, reader) }
        try addSections(track == nil ? nil : journey.tracks.map(\.id), &journey, reader)
        collect(&journey)
        let compiled = try guide.compiled()
        var cited = Answer(verdict: .answer)
        cited.facts = journey.facts
        journey.sources = SourceBook(
            compiled.lexicon, NodeReader(all.view), language
        ).documents(of: cited)
        cited.sources = journey.sources
        journey.notes = NoteWriter(
            view: all.view, lexicon: compiled.lexicon, frame: frame, language: language
        ).notes(for: cited, [])
        return journey
    }

    // MARK: - Tracks

    private func tracks(
        _ rows: [JourneyReader.Row], _ reader: JourneyReader
    ) throws -> [Journey.Track] {
        var tracks: [Journey.Track] = []
        for row in rows {
            guard let id = row.text("track"), let stage = reader.stage(row) else { continue }
            if let at = tracks.firstIndex(where: { $0.id == id }) {
                tracks[at].stages.append(stage)
            } else {
                tracks.append(
                    Journey.Track(
                        id: id, title: vocabulary.title(ofTrack: id, language), stages: [stage]))
            }
        }
        return tracks
    }

    /// Keeps the track of a name, else those with a stage of that name.
    private func keep(
        _ wanted: String, _ journey: inout Journey, _ reader: JourneyReader
    ) throws {
        let ids = journey.tracks.map(\.id)
        let named = vocabulary.tracks(named: wanted)
        var kept = journey.tracks.filter { $0.id == wanted || named.contains($0.id) }
        if kept.isEmpty {
            kept = journey.tracks.filter { $0.stages.contains { reader.isCalled(wanted, $0) } }
        }
        guard !kept.isEmpty else {
            let words =
                ids.flatMap { [$0] + vocabulary.words(ofTrack: $0) }
                + journey.tracks.flatMap(\.stages).map(\.node.name)
            throw JourneyWords(language: language).unknownTrack(
                wanted, near: NearNames.suggestions(for: wanted, among: words).first, known: ids)
        }
        journey.tracks = kept
    }

    // MARK: - Sections

    private func addSections(
        _ tracks: [String]?, _ journey: inout Journey, _ reader: JourneyReader
    ) throws {
        for name in Self.stageSections {
            let query = try query("journey-\(name)")
            var entries: [String: [Journey.Entry]] = [:]
            for row in reader.rows(try run(query, tracks)) {
                guard let stage = row.node("stage") else { continue }
                reader.add(row, to: &entries[reader.shown(stage).id, default: []])
            }
            for track in journey.tracks.indices {
                for stage in journey.tracks[track].stages.indices {
                    let found = entries[journey.tracks[track].stages[stage].node.id] ?? []
                    journey.tracks[track].stages[stage].sections.append(
                        Journey.Section(name: name, title: title(query), entries: found))
                }
            }
        }
        for name in Self.anyStageSections {
            let query = try query("journey-any-stage-\(name)")
            var entries: [Journey.Entry] = []
            for row in reader.rows(try run(query, nil)) { reader.add(row, to: &entries) }
            guard !entries.isEmpty else { continue }
            journey.anyStage.append(
                Journey.Section(name: name, title: title(query), entries: entries))
        }
    }

    private func title(_ query: SavedQuery) -> String {
        query.leads[language] ?? query.leads[.nb] ?? query.name
    }

    /// Takes down every fact shown, and the stages.
    private func collect(_ journey: inout Journey) {
        var seen: Set<String> = []
        var facts: [Fact] = []
        func add(_ more: [Fact]) {
            for fact in more {
                let value = fact.value.map(AnswerValue.text) ?? ""
                let key = "\(fact.from) \(fact.type) \(fact.to ?? value)"
                if seen.insert(key).inserted { facts.append(fact) }
            }
        }
        func add(_ sections: [Journey.Section]) {
            for entry in sections.flatMap(\.entries) {
                add(entry.facts + entry.details.flatMap(\.parts).map(\.fact))
            }
        }
        for stage in journey.tracks.flatMap(\.stages) {
            add(stage.facts + stage.details.flatMap(\.parts).map(\.fact))
            add(stage.sections)
            add(stage.next.map(\.fact))
            journey.stageNodes += stage.facts.prefix(1).map(\.details.fromNode)
        }
        add(journey.anyStage)
        journey.facts = facts
    }

    // MARK: - Queries

    private func query(_ name: String) throws -> SavedQuery {
        guard let query = try guide.compiled().library.query(named: name) else {
            throw Diagnostic(
                .noInput, "NoSavedQuery", "the folder 'Queries' has no '\(name).cypher'",
                hint: "unset VEIVISER_DATA to use the data inside the program")
        }
        return query
    }

    private func rows(_ name: String, track: [String]?) throws -> QueryRows {
        try run(try query(name), track)
    }

    private func run(_ query: SavedQuery, _ tracks: [String]?) throws -> QueryRows {
        var parameters: [String: Value] = [:]
        for parameter in query.parameters {
            parameters[parameter.name] =
                tracks.map { .list($0.map { Value.string($0) }) } ?? .null
        }
        return try guide.runner.run(query.cypher, parameters: parameters)
    }
}
