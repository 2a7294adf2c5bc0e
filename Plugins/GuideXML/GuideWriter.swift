import GraphModel
import ImporterKit
import XMLReading

/// Gives checked records to a sink.
///
/// What a statement rests on goes with it. On a node, `sources` lists the places of all statements
/// as sure as the node itself; a property that rests on other places, or is sure in another way,
/// has `<key>_sources`, `<key>_confidence`, `<key>_validFrom` and `<key>_validTo` beside it.
struct GuideWriter {
    private let data: GuideData
    private let sink: any GraphSink
    /// When each source says what it says.
    private let dates: [String: String]

    init(_ data: GuideData, _ sink: any GraphSink) {
        self.data = data
        self.sink = sink
        var dates: [String: String] = [:]
        for node in data.nodes where node.kind == .source {
            for (key, value) in node.properties where key == "dated" {
                if case .string(let date) = value { dates[node.id] = date }
            }
        }
        self.dates = dates
    }

    func write() throws {
        var statements: [String: [GuideProperty]] = [:]
        for property in data.properties {
            statements[property.node.id, default: []].append(property)
        }
        for node in data.nodes { write(node, statements[node.id] ?? []) }
        for fact in data.facts { write(fact) }
        try sink.progress(bytes: data.documents.reduce(0) { $0 + $1.file.content.count })
    }

    // MARK: - Nodes

    private func write(_ node: GuideNode, _ statements: [GuideProperty]) {
        stand(at: node.place)
        let token = sink.node(node.id)
        sink.define(token)
        sink.add(sink.label(node.kind.label), to: token)
        var values = ValueMap()
        values["id"] = .string(node.id)
        for (key, value) in node.properties { values[key] = value }
        let confidence = node.evidence.confidence ?? node.fileConfidence ?? "stated"
        var sources = node.evidence.sourceTexts
        let shared = statements.filter { self.confidence(of: $0, confidence) == confidence }
        for property in shared { add(property.evidence.sourceTexts, to: &sources) }
        for property in statements {
            add(property, to: &values)
            addEvidence(of: property, nodeConfidence: confidence, sources, to: &values)
        }
        values["sources"] = texts(sources)
        values["confidence"] = .string(confidence)
        addDates(node.evidence, to: &values)
        for entry in values.entries {
            sink.set(sink.propertyKey(entry.key), of: token, to: entry.value)
        }
    }

    private func confidence(of property: GuideProperty, _ nodes: String) -> String {
        property.evidence.confidence ?? nodes
    }

    private func add(_ property: GuideProperty, to values: inout ValueMap) {
        for (key, value) in property.values {
            if property.isAddition, case .list(let more) = value,
                case .list(let before)? = values[key]
            {
                values[key] = .list(before + more)
            } else {
                values[key] = value
            }
        }
    }

    private func addEvidence(
        of property: GuideProperty, nodeConfidence: String, _ nodeSources: [String],
        to values: inout ValueMap
    ) {
        guard let key = property.key else { return }
        let evidence = property.evidence
        let confidence = confidence(of: property, nodeConfidence)
        if !evidence.sources.isEmpty, evidence.sourceTexts != nodeSources {
            values["\(key)_sources"] = texts(evidence.sourceTexts)
        }
        if confidence != nodeConfidence { values["\(key)_confidence"] = .string(confidence) }
        if let since = evidence.since { values["\(key)_validFrom"] = .string(since.text) }
        if let until = evidence.until { values["\(key)_validTo"] = .string(until.text) }
    }

    // MARK: - Facts

    private func write(_ fact: GuideFact) {
        stand(at: fact.place)
        let token = sink.relationship(
            sink.relationshipType(fact.kind.type), from: sink.node(fact.from.id),
            to: sink.node(fact.to.id))
        var values = ValueMap()
        for (key, value) in fact.properties { values[key] = value }
        if !fact.stages.isEmpty { values["stages"] = texts(fact.stages.map(\.id)) }
        if !fact.conditions.isEmpty { values["conditions"] = texts(fact.conditions.map(\.id)) }
        values["sources"] = texts(fact.evidence.sourceTexts)
        values["confidence"] = .string(fact.evidence.confidence ?? "stated")
        addDates(fact.evidence, to: &values)
        for entry in values.entries {
            sink.set(sink.propertyKey(entry.key), of: token, to: entry.value)
        }
    }

    // MARK: - Parts

    private func addDates(_ evidence: GuideEvidence, to values: inout ValueMap) {
        if let since = evidence.since { values["validFrom"] = .string(since.text) }
        if let until = evidence.until { values["validTo"] = .string(until.text) }
        if let date = evidence.sources.first.flatMap({ dates[$0.id] }) {
            values["assertedOn"] = .string(date)
        }
    }

    private func stand(at place: GuidePlace) {
        sink.at(line: place.line, file: data.documents[place.document].file)
    }

    private func add(_ more: [String], to sources: inout [String]) {
        for text in more where !sources.contains(text) { sources.append(text) }
    }

    private func texts(_ texts: [String]) -> Value { .list(texts.map(Value.string)) }
}
