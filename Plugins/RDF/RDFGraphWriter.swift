import GraphModel
import ImporterKit

/// Turns RDF statements into a property graph, whatever syntax they were read from.
///
/// A node for every IRI and blank node; a statement between two is a relationship, one with a
/// literal a property, `rdf:type` a label. Repeated statements count once.
struct RDFGraphWriter {
    /// A predicate, with what it becomes.
    struct Predicate {
        let number: UInt32
        let iri: String
        let isType: Bool
        let isReversed: Bool
        let relationship: TypeToken
        /// The key of its literals; their language makes others of it.
        let keyName: String
        let key: KeyToken
        let form: RDFVocabulary.Form
        var languages: [Language] = []
    }

    /// A language tag as some literal writes it; tags that differ in case alone are one.
    struct Language {
        let tag: [UInt8]
        let key: KeyToken
        let number: UInt32
    }

    let sink: any GraphSink
    let file: InputFile
    /// What undoes this program's own exporter, where the file is of its making.
    var own: RDFOwnGraph?
    /// The statements that were for it, to tell repeated ones.
    var ownStatements = ByteTable()
    private(set) var line = 0
    private let vocabulary: RDFVocabulary?
    private var names: RDFNameTable
    private let iriKey: KeyToken
    private var statements = RDFStatementSet()

    private var predicateTable = ByteTable()
    private var predicates: [Predicate] = []
    private var classTable = ByteTable()
    private var labels: [LabelToken] = []
    private var datatypeTable = ByteTable()
    private var datatypes: [(iri: String, kind: RDFDatatype)] = []
    private var graphTable = ByteTable()
    private var graphs: [String] = []
    private var lostDatatypes: Set<String> = []
    private var lostGraphs = 0
    private var lostLanguages = 0
    /// The properties that are lists even where they have one value.
    private var lists = RDFLists()

    init(sink: any GraphSink, file: InputFile, options: RDFOptions) {
        self.sink = sink
        self.file = file
        vocabulary = options.mapsVocabulary(of: file) ? RDFVocabulary() : nil
        names = RDFNameTable(options.names)
        iriKey = sink.propertyKey(GraphConventions.iriKey)
        own = options.isOwn(file) ? RDFOwnGraph(sink: sink, file: file) : nil
    }

    /// Whether statements are to come as terms, which costs more.
    var wantsTerms: Bool { own != nil }

    /// Says which line the next statements stand on.
    mutating func at(line: Int) {
        self.line = line
        sink.at(line: line, file: file)
    }

    /// Takes note of a prefix, for names that would else be the same.
    mutating func declare(prefix: String, namespace: String) {
        names.declare(prefix: prefix, namespace: namespace)
    }

    // MARK: terms

    /// The node of an IRI.
    func node(iri: Span<UInt8>) -> NodeToken {
        let node = sink.node(iri, space: IdentifierSpace.shared)
        if sink.define(node) { sink.set(iriKey, of: node, toText: iri) }
        return node
    }

    /// The node of a blank node's label, which means something in this file only.
    func node(blank label: Span<UInt8>) -> NodeToken {
        let node = sink.node(label, space: IdentifierSpace.file)
        sink.define(node)
        return node
    }

    /// The number of a predicate.
    mutating func predicate(_ iri: Span<UInt8>) -> Int {
        let fresh = UInt32(predicates.count)
        let number = predicateTable.find(iri) { fresh }
        if number == fresh { predicates.append(makePredicate(String(iri), fresh)) }
        return Int(number)
    }

    private mutating func makePredicate(_ iri: String, _ number: UInt32) -> Predicate {
        var name = ""
        var isReversed = false
        var keyName = ""
        var form = RDFVocabulary.Form.plain
        switch vocabulary?.predicate(of: iri) {
        case .relationship(let type, let reversed):
            (name, isReversed) = (type, reversed)
            keyName = names.name(of: iri)
        case .property(let key, let known):
            name = names.name(of: iri)
            (keyName, form) = (key, known)
        case nil:
            name = names.name(of: iri)
            keyName = name
        }
        return Predicate(
            number: number, iri: iri, isType: iri == RDFNames.type, isReversed: isReversed,
            relationship: sink.relationshipType(name), keyName: keyName,
            key: sink.propertyKey(keyName), form: form)
    }

    /// The number of a named graph, 0 for none.
    mutating func graph(_ name: Span<UInt8>) -> UInt32 {
        let fresh = UInt32(graphs.count + 1)
        let number = graphTable.find(name) { fresh }
        if number == fresh { graphs.append(String(name)) }
        return number
    }

    // MARK: statements

    /// Takes a statement whose object is an IRI.
    ///
    /// - Parameter text: the statement as N-Triples writes it.
    mutating func add(
        _ subject: NodeToken, _ predicate: Int, iri: Span<UInt8>, graph: UInt32,
        text: @autoclosure () -> String
    ) {
        if predicates[predicate].isType {
            addType(subject, predicate, iri, graph, text())
        } else {
            add(subject, predicate, object: node(iri: iri), graph: graph, text: text())
        }
    }

    /// A class becomes a label, no node; its number must not be taken for one of a node.
    private mutating func addType(
        _ subject: NodeToken, _ predicate: Int, _ iri: Span<UInt8>, _ graph: UInt32,
        _ text: @autoclosure () -> String
    ) {
        let number = classNumber(iri)
        guard
            statements.insert(
                subject: subject.raw, predicate: predicates[predicate].number,
                object: UInt32.max - number, graph: graph)
        else { return }
        sink.statement(text())
        sink.add(labels[Int(number)], to: subject)
        if graph > 0 { lostGraphs += 1 }
    }

    /// Takes a statement whose object is a node.
    mutating func add(
        _ subject: NodeToken, _ predicate: Int, object: NodeToken, graph: UInt32,
        text: @autoclosure () -> String
    ) {
        guard
            statements.insert(
                subject: subject.raw, predicate: predicates[predicate].number,
                object: object.raw, graph: graph)
        else { return }
        sink.statement(text())
        let type = predicates[predicate].relationship
        let relationship =
            predicates[predicate].isReversed
            ? sink.relationship(type, from: object, to: subject)
            : sink.relationship(type, from: subject, to: object)
        if graph > 0 {
            sink.set(
                sink.propertyKey("graph"), of: relationship,
                to: .string(graphs[Int(graph) - 1]))
        }
    }

    private mutating func classNumber(_ iri: Span<UInt8>) -> UInt32 {
        let fresh = UInt32(labels.count)
        let number = classTable.find(iri) { fresh }
        if number == fresh {
            let text = String(iri)
            labels.append(sink.label(vocabulary?.label(of: text) ?? names.name(of: text)))
        }
        return number
    }

    /// Takes a statement whose object is a literal.
    mutating func add(
        _ subject: NodeToken, _ predicate: Int, literal: Span<UInt8>, datatype: Span<UInt8>?,
        language: Span<UInt8>?, graph: UInt32, text: @autoclosure () -> String
    ) {
        var kind: UInt32 = 0
        var key = predicates[predicate].key
        var value: Value?
        if let language {
            (key, kind) = languageKey(predicate, language)
        } else if let datatype {
            let number = datatypeNumber(datatype)
            kind = number + 1
            let (iri, known) = datatypes[Int(number)]
            value = known.value(literal)
            if iri == RDFNames.string { kind = 0 }
            if known == .unknown { lostDatatypes.insert(iri) }
        }
        guard
            statements.insert(
                subject: subject.raw, predicate: predicates[predicate].number, literal: literal,
                kind: kind, graph: graph)
        else { return }
        sink.statement(text())
        if graph > 0 { lostGraphs += 1 }
        if predicates[predicate].form != .plain {
            keep(literal, inFormOf: predicate, of: subject, hasLanguage: language != nil)
        } else if let value {
            sink.append(value, to: key, of: subject)
        } else {
            sink.append(text: literal, to: key, of: subject)
        }
    }

    /// Keeps a text as the schema has it, whatever the vocabulary.
    private mutating func keep(
        _ literal: Span<UInt8>, inFormOf predicate: Int, of subject: NodeToken, hasLanguage: Bool
    ) {
        let key = predicates[predicate].key
        let text = String(literal)
        switch predicates[predicate].form {
        case .plain: sink.append(text: literal, to: key, of: subject)
        case .list:
            lists.add(.string(text), to: key, of: subject)
            if hasLanguage { lostLanguages += 1 }
        case .day: sink.append(.string(RDFDay.text(text)), to: key, of: subject)
        case .dayAfter: sink.append(.string(RDFDay.after(text)), to: key, of: subject)
        }
    }

    private mutating func datatypeNumber(_ iri: Span<UInt8>) -> UInt32 {
        let fresh = UInt32(datatypes.count)
        let number = datatypeTable.find(iri) { fresh }
        if number == fresh {
            let text = String(iri)
            datatypes.append((text, RDFDatatype(text)))
        }
        return number
    }

    /// `name_nb` for a literal of `name` in Bokmål, and what tells its literals from others.
    private mutating func languageKey(
        _ predicate: Int, _ language: Span<UInt8>
    ) -> (KeyToken, UInt32) {
        for known in predicates[predicate].languages where known.tag.count == language.count {
            if language.indices.allSatisfy({ known.tag[$0] == language[$0] }) {
                return (known.key, known.number)
            }
        }
        let tag = String(language)
        let suffix = tag.lowercased().split(separator: "-").joined(separator: "_")
        let key = sink.propertyKey("\(predicates[predicate].keyName)_\(suffix)")
        let twin = predicates[predicate].languages.first { $0.key == key }
        let fresh = UInt32.max - UInt32(predicates[predicate].languages.count)
        let entry = Language(tag: Array(tag.utf8), key: key, number: twin?.number ?? fresh)
        predicates[predicate].languages.append(entry)
        return (entry.key, entry.number)
    }

    // MARK: the end

    /// Gives the lists to the sink, and says what the graph could not hold.
    func finish() throws {
        lists.give(to: sink)
        var own = own
        try own?.finish()
        if !lostDatatypes.isEmpty {
            let list = lostDatatypes.sorted().prefix(5).map { "<\($0)>" }.joined(separator: ", ")
            try note("DatatypesAsText", "literals of these datatypes were kept as texts: \(list)")
        }
        if lostGraphs > 0 {
            try note(
                "GraphNamesLost",
                "\(lostGraphs) properties and labels stand in a named graph, which only "
                    + "relationships keep")
        }
        if lostLanguages > 0 {
            try note(
                "LanguagesLost",
                "\(lostLanguages) aliases have a language, which the schema does not keep")
        }
    }

    private func note(_ code: String, _ message: String) throws {
        try sink.report(
            Diagnostic(
                .data, code, message, place: SourcePlace(file: file.name, line: 1),
                severity: .note))
    }
}
