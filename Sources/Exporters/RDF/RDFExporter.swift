import GraphModel

/// Writes RDF in standard terms, what is said of relationships by reification.
package struct RDFExporter: Exporter {
    /// How the statements are written.
    package enum Syntax: String, Sendable {
        case turtle
        case ntriples
    }

    private let syntax: Syntax

    package init(_ syntax: Syntax) {
        self.syntax = syntax
    }

    package var descriptor: ExporterDescriptor {
        ExporterDescriptor(
            name: syntax.rawValue, fileExtension: syntax == .turtle ? "ttl" : "nt",
            summary: syntax == .turtle
                ? "RDF as Turtle, in the terms of CPSV-AP, ELI, ORG, SKOS and PROV"
                : "RDF as N-Triples, in the same terms as Turtle")
    }

    package func write(
        _ graph: ExportGraph, options: ExportOptions, to output: inout ExportOutput
    ) throws(Diagnostic) -> LossReport {
        try descriptor.check(options)
        var writer = RDFWriter(graph, isTurtle: syntax == .turtle)
        writer.write()
        output.write(writer.text)
        return writer.loss
    }
}

/// Turns nodes and relationships into statements.
private struct RDFWriter {
    private let graph: ExportGraph
    private let sources: Set<String>
    private var serializer: RDFSerializer
    /// Keys whose values are lists wherever they are, of one value too.
    private var lists: Set<String> = []
    /// How many relationships each statement stands for.
    private var counts: [RDFLink: Int] = [:]
    private var written: Set<RDFLink> = []
    private(set) var loss = LossReport()

    private struct RDFLink: Hashable {
        let from: Int
        let to: Int
        let predicate: String
    }

    init(_ graph: ExportGraph, isTurtle: Bool) {
        self.graph = graph
        serializer = RDFSerializer(isTurtle: isTurtle)
        sources = Set(
            graph.nodes.indices.lazy.filter { graph.node($0).labels.contains("Source") }
                .map { graph.identifiers[$0] })
    }

    var text: String { serializer.text }

    mutating func write() {
        findLists()
        for key in lists.sorted(by: precedes) {
            let list = RDFTerm.iri(RDFNames.own + "ListProperty")
            serializer.add(RDFNames.term(key), RDFNames.rdf + "type", list)
        }
        for number in graph.nodes.indices { write(graph.node(number)) }
        for number in graph.relationships.indices {
            counts[link(of: graph.relationship(number)), default: 0] += 1
        }
        for number in graph.relationships.indices { write(graph.relationship(number)) }
        serializer.finish()
    }

    private mutating func findLists() {
        var others: Set<String> = []
        func look(_ properties: [ExportProperty]) {
            for property in properties {
                guard case .list(let elements) = property.value else {
                    others.insert(property.key)
                    continue
                }
                if !elements.isEmpty { lists.insert(property.key) }
            }
        }
        graph.forEachNode { look($0.properties) }
        graph.forEachRelationship { look($0.properties) }
        lists.subtract(others)
    }

    // MARK: - Nodes and relationships

    private mutating func write(_ node: ExportNode) {
        let subject = RDFNames.node(node.identifier)
        let type = RDFNames.rdf + "type"
        for label in node.labels {
            serializer.add(subject, type, .iri(RDFNames.term(label)))
            for standard in RDFCrosswalk.classes[label] ?? [] {
                serializer.add(subject, type, .iri(standard))
            }
        }
        if node.labels.isEmpty {
            serializer.add(subject, type, .iri(RDFNames.rdfs + "Resource"))
        }
        for property in node.properties { write(property, of: subject, isNode: true) }
    }

    private func link(of edge: ExportRelationship) -> RDFLink {
        let predicate = RDFCrosswalk.predicate(edge.type, from: graph.node(edge.from))
        let (from, to) = predicate.isReversed ? (edge.to, edge.from) : (edge.from, edge.to)
        return RDFLink(from: from, to: to, predicate: predicate.iri)
    }

    private mutating func write(_ edge: ExportRelationship) {
        let link = link(of: edge)
        let subject = RDFNames.node(graph.identifiers[link.from])
        let object = RDFTerm.iri(RDFNames.node(graph.identifiers[link.to]))
        if written.insert(link).inserted { serializer.add(subject, link.predicate, object) }
        if edge.properties.isEmpty, counts[link] == 1 { return }
        // One reifier a relationship keeps parallel ones apart.
        let reifier = RDFNames.relationship(edge.number)
        serializer.add(reifier, RDFNames.rdf + "type", .iri(RDFNames.rdf + "Statement"))
        serializer.add(reifier, RDFNames.rdf + "subject", .iri(subject))
        serializer.add(reifier, RDFNames.rdf + "predicate", .iri(link.predicate))
        serializer.add(reifier, RDFNames.rdf + "object", object)
        serializer.add(reifier, RDFNames.own + "relationshipType", .text(edge.type))
        for property in edge.properties { write(property, of: reifier, isNode: false) }
    }

    // MARK: - Properties

    private mutating func write(_ property: ExportProperty, of subject: String, isNode: Bool) {
        let values: [Value]
        if case .list(let elements) = property.value {
            values = elements
            let why = "an empty list has no statements"
            if elements.isEmpty { loss.add(.leftOut(key: property.key, why: why)) }
            if elements.count > 1 { loss.add(.other("lists became values without an order")) }
            if elements.count == 1, !lists.contains(property.key) {
                loss.add(.other("lists of one value became that value"))
            }
        } else {
            values = [property.value]
        }
        var said: Set<RDFTerm> = []
        for value in values {
            let (predicate, term) = statement(property.key, value, isNode: isNode)
            if said.insert(term).inserted {
                serializer.add(subject, predicate, term)
            } else {
                loss.add(.other("values of lists are there once, not again"))
            }
        }
        if property.key == "validTo" { writeLastDay(property.value, of: subject) }
        if property.key == "sources" { writeSources(values, of: subject) }
    }

    /// The predicate and the object of one value.
    private mutating func statement(
        _ key: String, _ value: Value, isNode: Bool
    ) -> (predicate: String, term: RDFTerm) {
        switch (key, value) {
        case ("validFrom", _): return (RDFNames.schema + "validFrom", .date(value))
        case ("validTo", _): return (RDFNames.own + "validTo", .date(value))
        case ("sources", .string(let text)):
            guard let iri = place(text) else { break }
            return (RDFNames.dct + "source", .iri(iri))
        case (_, .string(let text)):
            if let (stem, language) = Self.language(key) {
                let predicate = Self.worded[stem] ?? RDFNames.term(stem)
                return (predicate, .text(text, language: language))
            }
        default: break
        }
        let (term, isExact) = RDFTerm.literal(of: value)
        if !isExact { loss.add(.asText(key: key, what: value.pluralName)) }
        let standard = isNode ? Self.predicates[key] : nil
        return (standard ?? RDFNames.term(key), term)
    }

    /// The last day something holds, which is what schema.org's term means.
    private mutating func writeLastDay(_ value: Value, of subject: String) {
        guard let end = ValidityInterval.start(value) else { return }
        let last = CalendarDate(days: end.days - 1).description
        serializer.add(subject, RDFNames.schema + "validThrough", .typed(last, "date"))
    }

    /// The documents that places are in, each once.
    private mutating func writeSources(_ places: [Value], of subject: String) {
        var said: Set<String> = []
        for case .string(let place) in places {
            guard let source = source(of: place), said.insert(source).inserted else { continue }
            let iri = RDFNames.node(source)
            serializer.add(subject, RDFNames.prov + "hadPrimarySource", .iri(iri))
        }
    }

    /// The source in `src:page#L50`, where it is a node of the graph.
    private func source(of text: String) -> String? {
        guard let mark = text.firstIndex(of: "#") else { return nil }
        let source = String(text[..<mark])
        return sources.contains(source) ? source : nil
    }

    private func place(_ text: String) -> String? {
        guard let source = source(of: text) else { return nil }
        let fragment = text.dropFirst(source.count + 1)
        let isPlain = fragment.utf8.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: "-")
        }
        return isPlain ? RDFNames.node(source) + "#" + fragment : nil
    }

    // MARK: - Names

    /// `name_nb` is `name` in Bokmål.
    private static func language(_ key: String) -> (stem: String, language: String)? {
        for language in ["nb", "nn", "en"] where key.hasSuffix("_" + language) {
            return (String(key.dropLast(3)), language)
        }
        return nil
    }

    private static let worded = [
        "name": RDFNames.skos + "prefLabel", "definition": RDFNames.skos + "definition",
        "note": RDFNames.skos + "note", "scope": RDFNames.skos + "scopeNote",
    ]

    private static let predicates = [
        "id": RDFNames.dct + "identifier", "name": RDFNames.rdfs + "label",
        "aliases": RDFNames.skos + "altLabel", "hiddenLabels": RDFNames.skos + "hiddenLabel",
        "definition": RDFNames.skos + "definition", "scope": RDFNames.skos + "scopeNote",
        "kind": RDFNames.dct + "type", "number": RDFNames.eli + "number",
    ]
}
