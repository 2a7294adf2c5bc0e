import GraphModel
import ImporterKit

/// Makes the graph again of which this program's own exporter made RDF: nodes under their own
/// identifiers, keys and types under their own names, relationships with their properties.
///
/// A relationship is a statement, and where it has properties or one beside it, a statement of its
/// own is described. Which is the case shows at the end only: until then relationships are kept.
struct RDFOwnGraph {
    /// A statement between two nodes.
    private struct Link: Hashable {
        let subject: RDFTerm
        let predicate: String
        let object: RDFTerm
    }

    /// A statement that is described.
    fileprivate struct Description {
        var subject: RDFTerm?
        var predicate: String?
        var object: RDFTerm?
        var type: String?
        var properties: [(key: String, values: [Value])] = []
        let line: Int
    }

    private let sink: any GraphSink
    private let file: InputFile
    private let vocabulary = RDFVocabulary()
    private var names = RDFNameTable(.local)
    private var links: [(link: Link, line: Int)] = []
    private var descriptions: [Description] = []
    private var numbers: [String: Int] = [:]
    private var lists = RDFLists()
    /// Properties that are lists even where they have one value: the file says which, before.
    private var listKeys: Set<String> = []
    /// Properties that are texts, whatever the datatype says of them.
    private static let dayKeys: Set<String> = ["validFrom", "validTo"]

    init(sink: any GraphSink, file: InputFile) {
        self.sink = sink
        self.file = file
    }

    // MARK: - Statements

    /// Takes a statement that has not been before; false where it is none of the exporter's.
    mutating func take(
        _ subject: RDFTerm, _ predicate: String, _ object: RDFTerm, line: Int
    ) -> Bool {
        guard case .iri(let iri) = subject else { return false }
        if RDFOwnTerms.isRelationship(iri) {
            describe(iri, predicate, object, line)
            return true
        }
        if let key = RDFOwnTerms.term(iri), predicate == RDFNames.type,
            object == .iri(RDFOwnTerms.listProperty)
        {
            listKeys.insert(key)
            return true
        }
        guard RDFOwnTerms.node(iri) != nil else { return false }
        let node = node(of: subject)
        switch object {
        case .literal(let text, let datatype, let language):
            guard predicate != RDFOwnTerms.lastDay else { return true }
            let (key, value) = property(predicate, text, datatype, language)
            set(key, of: node, value)
        case .iri(let name) where predicate == RDFNames.type:
            addLabel(name, to: node)
        case .iri, .blank:
            if let place = place(predicate, object) {
                set("sources", of: node, .string(place))
            } else if predicate != RDFOwnTerms.source {
                links.append((Link(subject: subject, predicate: predicate, object: object), line))
            }
        }
        return true
    }

    /// The node of a term: the exporter's by its own identifier.
    func node(of term: RDFTerm) -> NodeToken {
        switch term {
        case .blank(let label):
            let node = sink.node(label, space: IdentifierSpace.file)
            sink.define(node)
            return node
        case .iri(let iri), .literal(let iri, _, _):
            if let identifier = RDFOwnTerms.node(iri) {
                let node = sink.node(identifier, space: IdentifierSpace.shared)
                sink.define(node)
                return node
            }
            let node = sink.node(iri, space: IdentifierSpace.shared)
            if sink.define(node) {
                sink.set(sink.propertyKey(GraphConventions.iriKey), of: node, to: .string(iri))
            }
            return node
        }
    }

    private mutating func addLabel(_ iri: String, to node: NodeToken) {
        if let label = RDFOwnTerms.term(iri) {
            sink.add(sink.label(label), to: node)
        } else if iri != RDFOwnTerms.unlabelled, vocabulary.label(of: iri) == nil {
            sink.add(sink.label(names.name(of: iri)), to: node)
        }
    }

    private mutating func set(_ key: String, of node: NodeToken, _ value: Value) {
        let token = sink.propertyKey(key)
        if listKeys.contains(key) {
            lists.add(value, to: token, of: node)
        } else {
            sink.append(value, to: token, of: node)
        }
    }

    private mutating func property(
        _ predicate: String, _ text: String, _ datatype: String?, _ language: String?
    ) -> (key: String, value: Value) {
        var key = RDFOwnTerms.key(predicate, language: language) ?? names.name(of: predicate)
        if let language, RDFOwnTerms.key(predicate, language: language) == nil {
            key += "_\(language)"
        }
        guard let datatype, !Self.dayKeys.contains(key) else { return (key, .string(text)) }
        let bytes = Array(text.utf8)
        return (key, RDFDatatype(datatype).value(bytes.span) ?? .string(text))
    }

    // MARK: - Relationships

    private mutating func describe(
        _ iri: String, _ predicate: String, _ object: RDFTerm, _ line: Int
    ) {
        let number = numbers[iri] ?? descriptions.count
        if number == descriptions.count {
            numbers[iri] = number
            descriptions.append(Description(line: line))
        }
        switch (predicate, object) {
        case (RDFNames.rdf + "subject", _): descriptions[number].subject = object
        case (RDFNames.rdf + "object", _): descriptions[number].object = object
        case (RDFNames.rdf + "predicate", .iri(let iri)): descriptions[number].predicate = iri
        case (RDFOwnTerms.relationshipType, .literal(let type, _, _))
        where descriptions[number].type == nil:
            descriptions[number].type = type
        case (RDFOwnTerms.lastDay, _): break
        case (_, .literal(let text, let datatype, let language)):
            let (key, value) = property(predicate, text, datatype, language)
            descriptions[number].add(key, value)
        case (_, .iri), (_, .blank):
            if let place = place(predicate, object) {
                descriptions[number].add("sources", .string(place))
            }
        }
    }

    /// The place in a source that a statement names, nil for another statement.
    private func place(_ predicate: String, _ object: RDFTerm) -> String? {
        guard predicate == RDFOwnTerms.place, case .iri(let iri) = object else { return nil }
        return RDFOwnTerms.place(iri)
    }

    /// Gives the relationships and lists to the sink.
    mutating func finish() throws {
        lists.give(to: sink)
        var described: Set<Link> = []
        for description in descriptions {
            guard let subject = description.subject, let predicate = description.predicate,
                let object = description.object
            else { continue }
            described.insert(Link(subject: subject, predicate: predicate, object: object))
        }
        for (link, line) in links where !described.contains(link) {
            sink.at(line: line, file: file)
            _ = relate(link, type: nil)
        }
        for description in descriptions { try add(description) }
    }

    private mutating func add(_ description: Description) throws {
        sink.at(line: description.line, file: file)
        guard let subject = description.subject, let predicate = description.predicate,
            let object = description.object
        else {
            try sink.report(
                Diagnostic(
                    .data, "IncompleteStatement",
                    "the relationship described here lacks its subject, predicate or object",
                    place: file.place(line: description.line, byteColumn: 1)))
            return
        }
        let link = Link(subject: subject, predicate: predicate, object: object)
        let relationship = relate(link, type: description.type)
        for (key, values) in description.properties {
            let isList = values.count > 1 || listKeys.contains(key)
            sink.set(
                sink.propertyKey(key), of: relationship, to: isList ? .list(values) : values[0])
        }
    }

    private mutating func relate(_ link: Link, type: String?) -> RelationshipToken {
        var name = RDFOwnTerms.term(link.predicate)
        var isReversed = false
        if case .relationship(let known, let reversed) = vocabulary.predicate(of: link.predicate) {
            (name, isReversed) = (known, reversed)
        }
        let token = sink.relationshipType(type ?? name ?? names.name(of: link.predicate))
        let (start, end) = (node(of: link.subject), node(of: link.object))
        return isReversed
            ? sink.relationship(token, from: end, to: start)
            : sink.relationship(token, from: start, to: end)
    }
}

extension RDFOwnGraph.Description {
    /// Adds a value to those a property has.
    fileprivate mutating func add(_ key: String, _ value: Value) {
        if let at = properties.firstIndex(where: { $0.key == key }) {
            properties[at].values.append(value)
        } else {
            properties.append((key, [value]))
        }
    }
}
