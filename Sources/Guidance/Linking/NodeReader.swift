import GraphModel
import GraphStore

/// Reads what the guide knows of nodes: id, names, kind, sources, validity.
struct NodeReader: Sendable {
    let view: GraphView
    private let idKey: KeyID?
    private let kindKey: KeyID?
    private let nameKeys: [KeyID]
    private let sourcesKey: KeyID?
    private let confidenceKey: KeyID?
    private let fromKey: KeyID?
    private let toKey: KeyID?
    private let abbreviationKey: KeyID?
    private let partOf: TypeID?

    init(_ view: GraphView) {
        self.view = view
        idKey = view.keyID("id")
        kindKey = view.keyID("kind")
        nameKeys = [
            "name_nb", "name_nn", "name_en", "abbr", "aliases", "hiddenLabels", "name", "title",
            "label",
        ].compactMap { view.keyID($0) }
        sourcesKey = view.keyID("sources")
        confidenceKey = view.keyID("confidence")
        fromKey = view.keyID("validFrom")
        toKey = view.keyID("validTo")
        abbreviationKey = view.keyID("abbr")
        partOf = view.typeID("PART_OF")
    }

    /// The stable id of a node, nil where it has none.
    func id(of node: UInt32) -> String? {
        guard let idKey else { return nil }
        switch view.property(node: node, key: idKey) {
        case .string(let id): return id
        case .integer(let id): return String(id)
        default: return nil
        }
    }

    /// All texts a node is called by.
    func names(of node: UInt32) -> [String] {
        nameKeys.flatMap { texts(view.property(node: node, key: $0)) }
    }

    /// The name shown in a language, with the abbreviation where there is one.
    func displayName(of node: UInt32, in language: Language) -> String {
        let order: [String] =
            switch language {
            case .nb: ["name_nb", "name_nn", "name_en", "name", "title", "label"]
            case .nn: ["name_nn", "name_nb", "name_en", "name", "title", "label"]
            case .en: ["name_en", "name_nb", "name_nn", "name", "title", "label"]
            }
        for name in order {
            if let text = text(node, name) { return text }
        }
        return id(of: node) ?? ""
    }

    /// The abbreviation of a node.
    func abbreviation(of node: UInt32) -> String? {
        abbreviationKey.flatMap { texts(view.property(node: node, key: $0)).first }
    }

    /// A text property in a language: `scope_en`, `scope_nn`, else `scope`, which is bokmål.
    func text(_ node: UInt32, _ name: String, in language: Language) -> String? {
        text(node, "\(name)_\(language.rawValue)") ?? text(node, name)
    }

    /// A text property as it stands.
    func text(_ node: UInt32, _ name: String) -> String? {
        guard let key = view.keyID(name),
            case .string(let text) = view.property(node: node, key: key)
        else { return nil }
        return text
    }

    func labels(of node: UInt32) -> [String] {
        view.labels(of: node).map { view.labelName($0) }
    }

    /// The nodes it is part of.
    func wholes(of node: UInt32) -> [UInt32] {
        guard let partOf else { return [] }
        var list = NeighbourList()
        view.appendNeighbours(of: node, type: partOf, direction: .outgoing, to: &list)
        return list.nodes
    }

    func kind(of node: UInt32) -> String? {
        guard let kindKey, case .string(let kind) = view.property(node: node, key: kindKey)
        else { return nil }
        return kind
    }

    // MARK: - Evidence

    func sources(node: UInt32) -> [String] {
        sourcesKey.map { texts(view.property(node: node, key: $0)) } ?? []
    }

    /// Where a property stands: in places of its own, else in those of the node.
    func sources(node: UInt32, property: String) -> [String] {
        guard let key = view.keyID("\(property)_sources") else { return sources(node: node) }
        let own = texts(view.property(node: node, key: key))
        return own.isEmpty ? sources(node: node) : own
    }

    /// How sure a property is, where it is not as sure as its node.
    func confidence(node: UInt32, property: String) -> String? {
        text(node, "\(property)_confidence") ?? confidence(node: node)
    }

    /// When a property holds: in its own time, else in its node's.
    func validity(node: UInt32, property: String) -> Validity {
        let own = Validity(
            from: text(node, "\(property)_validFrom"), to: text(node, "\(property)_validTo"))
        return own == Validity() ? validity(node: node) : own
    }

    /// Whether it is only known from the overlay when the node holds.
    func isDatedByOverlay(node: UInt32) -> Bool {
        confidence(node: node, property: "valid") == "overlay"
    }

    func sources(relationship: UInt32) -> [String] {
        sourcesKey.map { texts(view.property(relationship: relationship, key: $0)) } ?? []
    }

    func confidence(node: UInt32) -> String? {
        confidenceKey.flatMap { texts(view.property(node: node, key: $0)).first }
    }

    func confidence(relationship: UInt32) -> String? {
        confidenceKey.flatMap { texts(view.property(relationship: relationship, key: $0)).first }
    }

    func validity(node: UInt32) -> Validity {
        Validity(
            from: fromKey.flatMap { date(view.property(node: node, key: $0)) },
            to: toKey.flatMap { date(view.property(node: node, key: $0)) })
    }

    func validity(relationship: UInt32) -> Validity {
        Validity(
            from: fromKey.flatMap { date(view.property(relationship: relationship, key: $0)) },
            to: toKey.flatMap { date(view.property(relationship: relationship, key: $0)) })
    }

    private func date(_ value: Value) -> String? {
        switch value {
        case .string(let text): text
        case .integer(let year): String(year)
        case .date(let date): date.description
        default: nil
        }
    }

    private func texts(_ value: Value) -> [String] {
        switch value {
        case .string(let text): [text]
        case .list(let values): values.flatMap(texts)
        default: []
        }
    }
}

/// From when until when something holds; an absent bound is unknown.
package struct Validity: Sendable, Equatable {
    /// The first day, month or year.
    package var from: String?
    /// The first day, month or year after.
    package var to: String?

    /// Whether nothing that is known excludes the date.
    func admits(_ date: DayRange) -> Bool {
        if let from, let start = DayRange(iso: from), start.first >= date.end { return false }
        if let to, let end = DayRange(iso: to), end.first <= date.first { return false }
        return true
    }
}
