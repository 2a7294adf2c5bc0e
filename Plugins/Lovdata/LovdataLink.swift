import GraphModel
import ImporterKit
import XMLReading

/// A link that waits for all identifiers to be known.
struct LovdataLink {
    let from: NodeToken
    let href: String
    let type: String
    let element: XMLBranch
    var properties: [(String, Value)] = []
    var text = ""
}

/// Finds what links lead to.
struct LovdataResolver {
    let document: XMLDocument
    let graph: NamedSink
    let known: [String: NodeToken]
    let local: [String: NodeToken]
    private var outside: [String: NodeToken] = [:]

    init(
        document: XMLDocument, graph: NamedSink, known: [String: NodeToken],
        local: [String: NodeToken]
    ) {
        self.document = document
        self.graph = graph
        self.known = known
        self.local = local
    }

    /// Adds the relationship of a link, or warns that it leads nowhere.
    mutating func add(_ link: LovdataLink) throws {
        graph.sink.at(line: link.element.line, file: document.file)
        var properties = link.properties
        if !link.text.isEmpty { properties.append(("text", .string(link.text))) }
        let target: NodeToken
        if link.href.hasPrefix("#") {
            let name = String(link.href.dropFirst())
            guard let found = local[name] else { return try warn(name, link) }
            target = found
        } else {
            target = node(LovdataResolver.path(link.href))
        }
        // A footnote is linked from where it stands; its mark may stand elsewhere.
        graph.relate(link.from, link.type, target, properties)
    }

    private mutating func node(_ path: String) -> NodeToken {
        if let found = known[path] ?? outside[path] { return found }
        let parts = path.split(separator: "/", maxSplits: 2)
        let isLaw = parts.count > 1 && ["lov", "forskrift"].contains(parts[0])
        let isPortion = isLaw && parts.count == 3
        let made = graph.node(path, isPortion ? "CitedProvision" : "CitedDocument")
        outside[path] = made
        if isPortion { graph.relate(made, "PART_OF", node("\(parts[0])/\(parts[1])")) }
        return made
    }

    /// An address as references write it, `lov/2005-06-17-62/§1-1`: without the site and without
    /// the name of the collection it lies in.
    static func path(_ address: String) -> String {
        var path = Substring(address)
        for start in ["https://lovdata.no/", "http://lovdata.no/", "/"] where path.hasPrefix(start)
        {
            path = path.dropFirst(start.count)
        }
        if path.hasPrefix("dokument/") { path = path.dropFirst(9) }
        if path.contains(":") { return String(path) }
        let parts = path.split(separator: "/", maxSplits: 1)
        let isCollection =
            parts.count == 2 && parts[0].allSatisfy { $0.isUppercase || $0.isNumber }
        return String(isCollection ? parts[1] : path)
    }

    private func warn(_ name: String, _ link: LovdataLink) throws {
        try graph.sink.report(
            Diagnostic(
                .data, "UnknownReference", "nothing in the file has the identifier '\(name)'",
                place: document.place(of: "href", inTagAt: link.element.offset),
                hint: NearNames.suggestions(for: name, among: local.keys.sorted()).first
                    .map { "did you mean '#\($0)'?" }, severity: .warning))
    }
}
