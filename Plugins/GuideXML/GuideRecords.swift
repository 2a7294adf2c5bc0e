import GraphModel
import XMLReading

/// Where something stands, worked out only when it must be shown.
struct GuidePlace: Sendable {
    /// Number of the document, in the order of the input.
    let document: Int
    /// Offset of the element's start tag.
    let offset: Int
    /// Line of the element's start tag.
    let line: Int
    /// The attribute meant, nil for the element.
    var attribute: String?
}

/// One document and place a statement rests on.
struct GuideSource: Sendable {
    /// The source's identifier.
    let id: String
    /// `L48` for a line, else a section as people write it; nil for the whole document.
    let locator: String?
    let place: GuidePlace

    /// As it stands in the property `sources`.
    var text: String { locator.map { "\(id)#\($0)" } ?? id }
}

/// What a statement rests on, how sure it is and when it holds.
struct GuideEvidence: Sendable {
    var sources: [GuideSource] = []
    /// Nil where the element does not say and its file has no default.
    var confidence: String?
    var since: GuideDate?
    var until: GuideDate?

    var sourceTexts: [String] { sources.map(\.text) }
    var isEmpty: Bool { sources.isEmpty && confidence == nil && since == nil && until == nil }
}

/// A mention of a node.
struct GuideReference: Sendable {
    let id: String
    let place: GuidePlace
}

/// A node as an element describes it.
struct GuideNode: Sendable {
    let kind: NodeKind
    let id: String
    let place: GuidePlace
    var properties: [(key: String, value: Value)] = []
    var evidence: GuideEvidence
    /// The file's own confidence, which statements about the node take on.
    let fileConfidence: String?
}

/// A property with evidence of its own, or names added to a node.
struct GuideProperty: Sendable {
    let node: GuideReference
    let place: GuidePlace
    /// The key its evidence goes under; nil for names, which need none.
    let key: String?
    let kind: PropertyKind?
    let values: [(key: String, value: Value)]
    let evidence: GuideEvidence
    /// Whether the values are added to a list.
    var isAddition = false
}

/// A relationship as an element states it.
struct GuideFact: Sendable {
    let kind: FactKind
    let from: GuideReference
    let to: GuideReference
    var stages: [GuideReference] = []
    var conditions: [GuideReference] = []
    /// Stages in attributes of its own.
    var otherStages: [GuideReference] = []
    var properties: [(key: String, value: Value)] = []
    var evidence: GuideEvidence
    let place: GuidePlace
}

/// Everything the files say, in their order.
struct GuideData: Sendable {
    var documents: [XMLDocument] = []
    var nodes: [GuideNode] = []
    var properties: [GuideProperty] = []
    var facts: [GuideFact] = []
    var diagnostics: [Diagnostic] = []

    /// The place of something for a person.
    func place(_ place: GuidePlace) -> SourcePlace {
        let document = documents[place.document]
        return place.attribute.map { document.place(of: $0, inTagAt: place.offset) }
            ?? document.place(ofTagAt: place.offset)
    }

    /// Takes down a fault in the data.
    mutating func fault(
        _ code: String, _ message: String, at place: GuidePlace, hint: String? = nil,
        notes: [String] = []
    ) {
        diagnostics.append(
            Diagnostic(
                .data, code, message, place: self.place(place), hint: hint, notes: notes))
    }
}

/// The hint that names what may have been meant.
func didYouMean(_ name: String, among known: some Sequence<String>) -> String? {
    let near = NearNames.suggestions(for: name, among: known)
    return near.isEmpty
        ? nil : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
}
