import GraphModel

/// A journey as headings and items, ready to be written in some form.
struct JourneyOutline {
    /// One line of it.
    enum Block {
        case title(String)
        case stage(String)
        case section(String)
        /// Something said at once, `level` steps in.
        case item(String, level: Int)
        case paragraph(String)
    }

    private(set) var blocks: [Block] = []
    private let journey: Journey
    private let words: JourneyWords

    init(_ journey: Journey) {
        self.journey = journey
        words = JourneyWords(language: journey.language)
        for track in journey.tracks { add(track) }
        if !journey.anyStage.isEmpty {
            blocks.append(.title(words.anyStage))
            for section in journey.anyStage { add(section) }
        }
        addEnd()
    }

    // MARK: - Stages

    private mutating func add(_ track: Journey.Track) {
        blocks.append(.title(track.title))
        for (index, stage) in track.stages.enumerated() {
            blocks.append(
                .stage("\(index + 1). \(stage.node.name)\(citation(stage.facts))"))
            for detail in stage.details { blocks.append(.item(text(detail, nil), level: 0)) }
            for section in stage.sections where !section.entries.isEmpty { add(section) }
            addSilence(stage)
            if !stage.next.isEmpty {
                blocks.append(.paragraph("\(words.next): \(text(stage.next))"))
            }
        }
    }

    private mutating func add(_ section: Journey.Section) {
        blocks.append(.section(section.title))
        for entry in section.entries {
            blocks.append(.item(text(entry), level: 0))
            for detail in entry.details {
                blocks.append(.item(text(detail, entry.modality), level: 1))
            }
        }
    }

    /// What the graph says nothing of is said to be so; it is no «no».
    private mutating func addSilence(_ stage: Journey.Stage) {
        let silent = stage.sections.filter { $0.entries.isEmpty && $0.name != "excluded" }
        guard !silent.isEmpty else { return }
        let titles = silent.map { $0.title.prefix(1).lowercased() + $0.title.dropFirst() }
        blocks.append(.paragraph("\(words.silent): \(titles.joined(separator: ", "))."))
    }

    private mutating func addEnd() {
        blocks.append(.title(words.remember))
        for note in journey.notes { blocks.append(.item(note, level: 0)) }
        let date = Sentence.standsFor(journey.asOf).text(journey.language)
        blocks.append(.item(date, level: 0))
        blocks.append(.title(words.sources))
        for (index, source) in journey.sources.enumerated() {
            blocks.append(.paragraph("[\(index + 1)] \(source.title)"))
        }
    }

    // MARK: - Lines

    private func text(_ entry: Journey.Entry) -> String {
        var text = entry.node.name
        if let subject = entry.subject {
            let verb = RelationWords.text("EXCLUDES", journey.language)
            text = "\(subject.name) – \(verb) – \(text)"
        }
        let roles = entry.roles.map { RelationWords.role($0, journey.language) }
        if !roles.isEmpty { text += ": \(roles.joined(separator: ", "))" }
        if let remark = entry.remark { text += " – \(remark)" }
        if entry.remark == nil { text += doubt(entry.facts) }
        return text + citation(entry.facts)
    }

    private func text(_ detail: Journey.Detail, _ modality: String?) -> String {
        "\(words.label(detail.kind, modality: modality)): \(text(detail.parts))"
    }

    /// Parts with their sources, said once where all rest on the same.
    private func text(_ parts: [Journey.Part]) -> String {
        let citations = parts.map { citation([$0.fact]) }
        let isShared = Set(citations).count == 1
        var texts: [String] = []
        for (part, citation) in zip(parts, citations) {
            var text = part.text
            text += part.remark.map { " (\($0))" } ?? doubt([part.fact])
            texts.append(isShared ? text : text + citation)
        }
        return texts.joined(separator: "; ") + (isShared ? citations[0] : "")
    }

    private func doubt(_ facts: [Fact]) -> String {
        let isInferred = !facts.isEmpty && facts.allSatisfy { $0.confidence == "inferred" }
        return isInferred ? " (\(words.inferred))" : ""
    }

    /// « [1, linje 46, 48; 2, § 38]», not to be broken.
    private func citation(_ facts: [Fact]) -> String {
        var places: [(number: Int, texts: [String])] = []
        for source in facts.flatMap(\.sources) {
            let (id, place) = SourceBook.parts(source)
            guard let at = journey.sources.firstIndex(where: { $0.id == id }) else { continue }
            if places.last?.number != at + 1 { places.append((at + 1, [String(at + 1)])) }
            guard let place, let last = places.indices.last else { continue }
            let text = words.place(place, isFirst: places[last].texts.count == 1)
            if !places[last].texts.contains(where: { $0 == text || $0 == words.place(place) }) {
                places[last].texts.append(text)
            }
        }
        guard !places.isEmpty else { return "" }
        let texts = places.map { $0.texts.joined(separator: ", ") }
        return " [\(texts.joined(separator: "; "))]".keptTogether
    }
}

extension String {
    /// The text with spaces, after the first, that no line is broken at.
    fileprivate var keptTogether: String {
        " " + dropFirst().map { $0 == " " ? "\u{A0}" : String($0) }.joined()
    }
}
