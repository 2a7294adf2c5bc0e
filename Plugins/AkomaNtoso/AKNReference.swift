import GraphModel
import ImporterKit
import XMLReading

/// A link that waits for all identifiers to be known.
struct AKNReference {
    /// Where a link begins.
    enum Start {
        case node(NodeToken)
        /// In metadata both ends are links.
        case href(String)
    }

    let from: Start
    /// Number of the document it stands in.
    let document: Int
    let href: String
    let type: String
    var properties: [(String, Value)]
    /// Where it stands.
    let element: XMLBranch
    let attribute: String
    /// A mention of something that need not have a node of its own.
    var isMention = false
    /// Whether it is relative to where the file lies.
    var isRelative = false
    /// The label of what lies outside the file.
    var externalLabel = "CitedDocument"
    /// Its words.
    var text = ""
}

/// Finds what links lead to.
struct AKNResolver {
    let document: XMLDocument
    let sink: any GraphSink
    let graph: NamedSink
    let documents: [AKNDocument]
    private let aliases: [String: Int]
    /// What is named in any document, where there are several.
    private let everywhere: [String: NodeToken]
    private var external: [String: NodeToken] = [:]
    private var warnings = 0

    init(
        document: XMLDocument, sink: any GraphSink, graph: NamedSink, documents: [AKNDocument]
    ) {
        self.document = document
        self.sink = sink
        self.graph = graph
        self.documents = documents
        var aliases: [String: Int] = [:]
        for (number, document) in documents.enumerated() {
            for alias in document.aliases where aliases[alias] == nil { aliases[alias] = number }
        }
        self.aliases = aliases
        var everywhere: [String: NodeToken] = [:]
        if documents.count > 1 {
            for document in documents { everywhere.merge(document.nodes) { first, _ in first } }
        }
        self.everywhere = everywhere
    }

    /// Adds the relationship of a link, or warns that it leads nowhere.
    mutating func add(_ reference: AKNReference) throws {
        sink.at(line: reference.element.line, file: document.file)
        guard let target = target(reference.href, of: reference) else {
            return try warn(reference.href, reference)
        }
        let start: NodeToken
        switch reference.from {
        case .node(let node): start = node
        case .href(let href):
            guard let node = self.target(href, of: reference) else {
                return try warn(href, reference)
            }
            start = node
        }
        // A mention of its own metadata says nothing.
        let own = documents[reference.document].node
        if reference.isMention, target == start || target == own { return }
        var properties = reference.properties
        if !reference.text.isEmpty { properties.append(("text", .string(reference.text))) }
        graph.relate(start, reference.type, target, properties)
    }

    /// The node a link leads to; nil where the file ought to have it and has not.
    private mutating func target(_ href: String, of reference: AKNReference) -> NodeToken? {
        if href.hasPrefix("#") { return local(String(href.dropFirst()), reference.document) }
        // Metadata of older versions name things of the document without the mark.
        if reference.attribute == "source" || reference.attribute == "by",
            let found = local(href, reference.document)
        {
            return found
        }
        let (base, fragment) = AKNResolver.parts(href)
        if let number = aliases[base] ?? relative(base, reference).flatMap({ aliases[$0] }) {
            guard let fragment else { return documents[number].node }
            if let found = documents[number].nodes[fragment] { return found }
        }
        return outside(relative(base, reference) ?? base, fragment, reference.externalLabel)
    }

    private func local(_ identifier: String, _ number: Int) -> NodeToken? {
        documents[number].nodes[identifier] ?? everywhere[identifier]
    }

    /// A file named from a document's own place, nil where the link is whole.
    private func relative(_ base: String, _ reference: AKNReference) -> String? {
        guard reference.isRelative, !base.hasPrefix("/"), !base.contains(":"),
            let own = documents[reference.document].manifestation,
            let slash = own.lastIndex(of: "/")
        else { return nil }
        return own[...slash] + base
    }

    /// A document that is only spoken of, or a portion of one.
    private mutating func outside(
        _ base: String, _ fragment: String?, _ label: String
    ) -> NodeToken {
        let whole = outside(base, label)
        guard let fragment else { return whole }
        let href = "\(base)#\(fragment)"
        if let known = external[href] { return known }
        let portion = outside(href, "CitedProvision")
        graph.relate(portion, "PART_OF", whole)
        return portion
    }

    private mutating func outside(_ identifier: String, _ label: String) -> NodeToken {
        if let known = external[identifier] { return known }
        let node = graph.node(identifier, label)
        external[identifier] = node
        return node
    }

    /// A link's document and the portion of it, after `#` or, as the naming convention of version
    /// 3.0 writes it, `~`.
    static func parts(_ href: String) -> (base: String, fragment: String?) {
        for mark in ["#", "~"] as [Character] {
            guard let at = href.firstIndex(of: mark) else { continue }
            let fragment = href[href.index(after: at)...]
            let isHome = mark == "~" && href[..<at].hasSuffix("/")
            if fragment.isEmpty || isHome { continue }
            return (String(href[..<at]), String(fragment))
        }
        return (href, nil)
    }

    private mutating func warn(_ href: String, _ reference: AKNReference) throws {
        warnings += 1
        let name = String(href.drop { $0 == "#" })
        // Nearness is looked for among many identifiers: not for every one of a broken file.
        let near =
            warnings <= 10
            ? NearNames.suggestions(for: name, among: documents[reference.document].nodes.keys)
            : []
        try sink.report(
            Diagnostic(
                .data, "UnknownReference",
                "nothing in the file has the identifier '\(name)'",
                place: document.place(of: reference.attribute, inTagAt: reference.element.offset),
                hint: near.first.map { "did you mean '#\($0)'?" }, severity: .warning))
    }
}
