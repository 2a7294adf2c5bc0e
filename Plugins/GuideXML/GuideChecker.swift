import GraphModel
import ImporterKit
import XMLReading

/// Checks what the files say against each other, and keeps what holds.
struct GuideChecker {
    private(set) var data: GuideData
    /// The node of each identifier, as a position in `data.nodes`.
    private(set) var index: [String: Int] = [:]

    /// Checks everything; faults are added to the data's diagnostics, faulty records removed.
    init(_ data: GuideData) {
        self.data = data
        findDuplicates()
        checkNodes()
        checkProperties()
        checkFacts()
        breakCycles()
    }

    private mutating func findDuplicates() {
        var kept: [GuideNode] = []
        for node in data.nodes {
            if let first = index[node.id] {
                let other = kept[first].place
                data.fault(
                    "DuplicateId", "the id '\(node.id)' is already taken",
                    at: attribute("id", node.place),
                    hint: "give this one another id, or use <about id=\"\(node.id)\"> to add to it",
                    notes: [
                        "it is taken in '\(data.documents[other.document].file.name)' on line "
                            + "\(other.line)"
                    ])
            } else {
                index[node.id] = kept.count
                kept.append(node)
            }
        }
        data.nodes = kept
    }

    private mutating func checkNodes() {
        for node in data.nodes {
            checkSources(node.evidence.sources)
            if node.evidence.sources.isEmpty {
                missingSource("the \(node.kind.rawValue) '\(node.id)'", at: node.place)
            }
        }
    }

    private mutating func checkProperties() {
        var kept: [GuideProperty] = []
        for property in data.properties where isSound(property) { kept.append(property) }
        data.properties = kept
    }

    private mutating func isSound(_ property: GuideProperty) -> Bool {
        guard let kind = node(property.node) else { return false }
        checkSources(property.evidence.sources)
        guard let own = property.kind, let bearers = own.bearers, !bearers.contains(kind)
        else { return true }
        data.fault(
            "MisplacedElement", "'\(own.rawValue)' says nothing of a \(kind.rawValue)",
            at: property.place, hint: "it belongs to \(list(Array(bearers)))")
        return false
    }

    private mutating func checkFacts() {
        var kept: [GuideFact] = []
        for fact in data.facts where isSound(fact) { kept.append(fact) }
        data.facts = kept
    }

    private mutating func isSound(_ fact: GuideFact) -> Bool {
        checkSources(fact.evidence.sources)
        if fact.evidence.sources.isEmpty {
            missingSource("'\(fact.kind.rawValue)' of '\(fact.from.id)'", at: fact.place)
        }
        for stage in fact.stages + fact.otherStages { expect(stage, .stage) }
        for condition in fact.conditions { expect(condition, .condition) }
        guard let from = node(fact.from), let to = node(fact.to) else { return false }
        if fact.kind.ends.contains(where: { $0.from.contains(from) && $0.to.contains(to) }) {
            return true
        }
        wrongEnds(fact, from, to)
        return false
    }

    private mutating func wrongEnds(_ fact: GuideFact, _ from: NodeKind, _ to: NodeKind) {
        let targets = fact.kind.ends.filter { $0.from.contains(from) }.flatMap(\.to)
        let bearers = fact.kind.ends.flatMap(\.from)
        let hint =
            targets.isEmpty
            ? "it can stand in \(list(bearers))"
            : "from a \(from.rawValue) it leads to \(list(targets))"
        data.fault(
            "UnknownRelationship",
            "'\(fact.kind.rawValue)' does not lead from a \(from.rawValue) to a \(to.rawValue) "
                + "('\(fact.to.id)')",
            at: targets.isEmpty ? fact.place : fact.to.place, hint: hint)
    }

    private func list(_ kinds: [NodeKind]) -> String {
        NodeKind.allCases.filter(kinds.contains).map(\.rawValue).joined(separator: ", ")
    }

    // MARK: - References

    /// The kind of the node a reference names; a fault where there is none.
    private mutating func node(_ reference: GuideReference) -> NodeKind? {
        if let at = index[reference.id] { return data.nodes[at].kind }
        data.fault(
            "UnknownReference", "there is no '\(reference.id)'", at: reference.place,
            hint: didYouMean(reference.id, among: index.keys)
                ?? "describe it first, in the file of its kind")
        return nil
    }

    private mutating func expect(_ reference: GuideReference, _ kind: NodeKind) {
        guard let found = node(reference), found != kind else { return }
        data.fault(
            "UnknownReference", "'\(reference.id)' is a \(found.rawValue), not a \(kind.rawValue)",
            at: reference.place,
            hint: "ids of this kind begin with '\(kind.prefixes.joined(separator: "' or '"))'")
    }

    private mutating func checkSources(_ sources: [GuideSource]) {
        for source in sources where index[source.id].map({ data.nodes[$0].kind }) != .source {
            let known = data.nodes.filter { $0.kind == .source }.map(\.id)
            data.fault(
                "UnknownReference", "there is no source '\(source.id)'", at: source.place,
                hint: didYouMean(source.id, among: known)
                    ?? "describe it in sources.xml: <source id=\"\(source.id)\" kind=\"…\">")
        }
    }

    private mutating func missingSource(_ what: String, at place: GuidePlace) {
        data.fault(
            "MissingSource", "\(what) has no source", at: place,
            hint: "add line=\"…\" for a line of the file's source, or source=\"src:…\" and at=\"…\""
        )
    }

    private func attribute(_ name: String, _ place: GuidePlace) -> GuidePlace {
        var place = place
        place.attribute = name
        return place
    }

    // MARK: - Order of stages

    /// Within a track, what precedes what must lead nowhere back; the link that closes a circle
    /// goes.
    private mutating func breakCycles() {
        var next: [String: [String]] = [:]
        var kept: [GuideFact] = []
        for fact in data.facts {
            let (from, to) = (fact.from.id, fact.to.id)
            if fact.kind == .precedes, track(from) == track(to) {
                if let path = path(from: to, to: from, along: next) {
                    closedCircle(fact, [from] + path)
                    continue
                }
                next[from, default: []].append(to)
            }
            kept.append(fact)
        }
        data.facts = kept
    }

    private mutating func closedCircle(_ fact: GuideFact, _ stages: [String]) {
        data.fault(
            "StageCycle",
            "the stages of the track '\(track(fact.from.id))' go in a circle: "
                + stages.joined(separator: " → "),
            at: fact.to.place, hint: "remove one of the 'precedes' on the way")
    }

    private func track(_ id: String) -> String {
        guard let at = index[id] else { return "" }
        for (key, value) in data.nodes[at].properties where key == "track" {
            if case .string(let track) = value { return track }
        }
        return ""
    }

    /// A way along the links, both ends included; nil where there is none.
    private func path(
        from start: String, to goal: String, along next: [String: [String]]
    ) -> [String]? {
        var cameFrom: [String: String] = [start: start]
        var waiting = [start]
        while let at = waiting.popLast() {
            if at == goal {
                var way = [at]
                while let last = way.last, last != start, let before = cameFrom[last] {
                    way.append(before)
                }
                return way.reversed()
            }
            for follower in next[at] ?? [] where cameFrom[follower] == nil {
                cameFrom[follower] = at
                waiting.append(follower)
            }
        }
        return nil
    }
}
