import GraphModel
import ImporterKit
import XMLReading

/// The attributes a file declares, found by the elements they are for and their ids.
struct GraphMLKeyTable {
    private static let absent = UInt32.max

    private(set) var keys: [GraphMLKey] = []
    private(set) var columns: [GraphMLColumn] = []
    /// For each key the number of the last element that had a value for it.
    var stamps: [Int] = []
    private var ofNodes = ByteTable()
    private var ofEdges = ByteTable()
    private var ofOthers = ByteTable()
    /// The keys for nodes and for edges that have a default.
    private(set) var nodeDefaults: [Int] = []
    private(set) var edgeDefaults: [Int] = []
    /// Whether a node, an edge has an attribute `id`, which then is its property of that name.
    private(set) var nodesHaveIdentifiers = false
    private(set) var edgesHaveIdentifiers = false
    /// Whether nodes have an attribute `graph`.
    private(set) var nodesHaveGraphs = false
    /// Whether this program wrote the file.
    var isOwnExport = false
    private let conventions: GraphMLConventions

    init(_ conventions: GraphMLConventions) {
        self.conventions = conventions
    }

    subscript(_ index: Int) -> GraphMLKey { keys[index] }

    /// The key with an id for a kind of element, nil where there is none.
    mutating func find(_ id: Span<UInt8>, for domain: GraphMLDomain) -> Int? {
        let number =
            switch domain {
            case .node: ofNodes.find(id) { Self.absent }
            case .edge: ofEdges.find(id) { Self.absent }
            default: ofOthers.find(id) { Self.absent }
            }
        return number == Self.absent ? nil : Int(number)
    }

    /// The key with an id for any other kind of element.
    mutating func findElsewhere(_ id: Span<UInt8>, notFor domain: GraphMLDomain) -> Int? {
        for other in [GraphMLDomain.node, .edge, .graph] where other != domain {
            if let found = find(id, for: other) { return found }
        }
        return nil
    }

    /// Lets a key be found for another kind of element too.
    mutating func use(_ index: Int, _ id: Span<UInt8>, for domain: GraphMLDomain) {
        let number = UInt32(index)
        switch domain {
        case .node: ofNodes.update(id, number)
        case .edge: ofEdges.update(id, number)
        default: ofOthers.update(id, number)
        }
    }

    /// Adds a key; false where all its elements have one with that id already.
    mutating func add(_ declaration: GraphMLDeclaration, _ token: KeyToken) -> Bool {
        let index = keys.count
        let domain = declaration.domain ?? .all
        var isNew = false
        var text = declaration.id
        text.withUTF8 { bytes in
            for part in [GraphMLDomain.node, .edge, .graph] {
                let isMeant =
                    part == .graph
                    ? !domain.isDisjoint(with: [.graph, .port, .hyperedge, .endpoint])
                    : domain.contains(part)
                guard isMeant, find(bytes.span, for: part) == nil else { continue }
                use(index, bytes.span, for: part)
                isNew = true
                note(part, declaration, index)
            }
        }
        if isNew { append(declaration, domain, token) }
        return isNew
    }

    private mutating func note(
        _ domain: GraphMLDomain, _ declaration: GraphMLDeclaration, _ index: Int
    ) {
        switch domain {
        case .node:
            if declaration.name == GraphConventions.identifierKey { nodesHaveIdentifiers = true }
            if declaration.name == "graph" { nodesHaveGraphs = true }
            if declaration.defaultText != nil { nodeDefaults.append(index) }
        case .edge:
            if declaration.name == GraphConventions.identifierKey { edgesHaveIdentifiers = true }
            if declaration.defaultText != nil { edgeDefaults.append(index) }
        default: break
        }
    }

    private mutating func append(
        _ declaration: GraphMLDeclaration, _ domain: GraphMLDomain, _ token: KeyToken
    ) {
        let isDerived = isOwnExport && !GraphMLKeyTable.isOwn(declaration.id)
        keys.append(
            GraphMLKey(
                id: declaration.id, name: declaration.name, domain: domain,
                defaultText: declaration.defaultText, mark: declaration.mark))
        columns.append(
            GraphMLColumn(
                kind: declaration.kind ?? .string, elements: declaration.elements,
                nodeRole: isDerived ? .derived : nodeRole(declaration.name),
                edgeRole: isDerived ? .derived : edgeRole(declaration.name), token: token))
        stamps.append(0)
    }

    /// Whether a key of this program's exports is more than help for other programs: `labels`,
    /// `label` and the numbered ones.
    private static func isOwn(_ id: String) -> Bool {
        if id == "labels" || id == "label" { return true }
        for stem in ["node", "edge"] where id.hasPrefix(stem) {
            return id.utf8.dropFirst(stem.utf8.count).allSatisfy { (0x30...0x39).contains($0) }
        }
        return false
    }

    private func nodeRole(_ name: String) -> GraphMLRole {
        if let wanted = conventions.labelKey { return name == wanted ? .label : .property }
        switch name {
        case "labels": return .labels
        case "labelV": return .label
        default: return .property
        }
    }

    private func edgeRole(_ name: String) -> GraphMLRole {
        if let wanted = conventions.typeKey { return name == wanted ? .type : .property }
        switch name {
        case "labelE", "interaction": return .type
        case "label": return isOwnExport ? .type : .typeAgain
        default: return .property
        }
    }
}

/// Collects the keys of a file in which some are declared after their use.
struct GraphMLKeyCollector: XMLHandler {
    private(set) var declarations: [GraphMLDeclaration] = []
    private var builder = GraphMLKeyBuilder()

    mutating func startElement(_ tag: borrowing XMLTag<GraphMLName>) {
        builder.start(tag)
    }

    mutating func endElement(_ tag: borrowing XMLTag<GraphMLName>) {
        if let done = builder.end(tag) { declarations.append(done) }
    }

    mutating func characters(_ text: Span<UInt8>) { builder.characters(text) }
}

/// Puts a `<key>` and its default together.
struct GraphMLKeyBuilder {
    private var open: GraphMLDeclaration?
    private var text: [UInt8] = []
    private var isInDefault = false

    mutating func start(_ tag: borrowing XMLTag<GraphMLName>) {
        switch tag.name {
        case .key: open = GraphMLDeclaration(tag)
        case .defaultValue:
            isInDefault = open != nil
            text = []
        default: isInDefault = false
        }
    }

    mutating func characters(_ stretch: Span<UInt8>) {
        if isInDefault { stretch.withUnsafeBufferPointer { text.append(contentsOf: $0) } }
    }

    /// The whole declaration, at its end.
    mutating func end(_ tag: borrowing XMLTag<GraphMLName>) -> GraphMLDeclaration? {
        switch tag.name {
        case .defaultValue:
            if isInDefault { open?.defaultText = text }
            isInDefault = false
        case .key:
            defer { open = nil }
            return open
        default: break
        }
        return nil
    }
}
