import GraphModel
import ImporterKit

extension SerdSession {
    /// Takes one statement.
    mutating func takeStatement(_ statement: SerdEvent) throws {
        startStatement()
        if writer.wantsTerms { return try takeTerms(statement) }
        let graph =
            if let name = statement.graph { try graphNumber(name) } else { 0 as UInt32 }
        let subject = try subject(statement)
        let predicate = try predicate(statement.predicate)
        let text = wantsText ? try line(of: statement) : ""
        if statement.object.kind == .literal {
            try takeLiteral(statement, subject, predicate, graph, text)
        } else if statement.object.kind == .blank {
            let object = try node(statement.object)
            writer.add(subject, predicate, object: object, graph: graph, text: text)
        } else {
            try withIRI(statement.object) { session, iri in
                session.writer.add(subject, predicate, iri: iri, graph: graph, text: text)
            }
        }
        try checkProgress()
    }

    /// Takes a statement as terms.
    private mutating func takeTerms(_ statement: SerdEvent) throws {
        let graph =
            if let name = statement.graph { try graphNumber(name) } else { 0 as UInt32 }
        let object: RDFTerm
        if statement.object.kind == .literal {
            try check(statement.object)
            let (datatype, language) = try kind(of: statement)
            object = .literal(statement.object.text, datatype: datatype, language: language)
        } else {
            object = try resource(statement.object)
        }
        let predicate = try withIRI(statement.predicate) { _, iri in String(iri) }
        writer.add(try resource(statement.subject), predicate, object, graph: graph)
        try checkProgress()
    }

    private mutating func resource(_ term: SerdTerm) throws -> RDFTerm {
        if term.kind == .blank { return .blank(term.text) }
        return .iri(try withIRI(term) { _, iri in String(iri) })
    }

    private mutating func takeLiteral(
        _ statement: SerdEvent, _ subject: NodeToken, _ predicate: Int, _ graph: UInt32,
        _ text: String
    ) throws {
        try check(statement.object)
        try statement.object.withBytes { literal in
            if let language = statement.language {
                language.withBytes { tag in
                    writer.add(
                        subject, predicate, literal: literal, datatype: nil, language: tag,
                        graph: graph, text: text)
                }
            } else if let datatype = statement.datatype {
                try withIRI(datatype) { session, iri in
                    session.writer.add(
                        subject, predicate, literal: literal, datatype: iri, language: nil,
                        graph: graph, text: text)
                }
            } else {
                writer.add(
                    subject, predicate, literal: literal, datatype: nil, language: nil,
                    graph: graph, text: text)
            }
        }
    }

    /// The node of a statement's subject, which mostly is that of the statement before.
    private mutating func subject(_ statement: SerdEvent) throws -> NodeToken {
        if statement.hasSameSubject, let latest { return latest }
        let node = try node(statement.subject)
        latest = node
        return node
    }

    private mutating func node(_ term: SerdTerm) throws -> NodeToken {
        if term.kind == .blank { return term.withBytes { writer.node(blank: $0) } }
        return try withIRI(term) { session, iri in session.writer.node(iri: iri) }
    }

    private mutating func predicate(_ term: SerdTerm) throws -> Int {
        guard term.kind == .name else {
            return try withIRI(term) { session, iri in session.writer.predicate(iri) }
        }
        let unknown = UInt32.max - 1
        let known = term.withBytes { curies.find($0) { unknown } }
        if known != unknown { return Int(known) }
        let number = try withIRI(term) { session, iri in session.writer.predicate(iri) }
        term.withBytes { curies.update($0, UInt32(number)) }
        return number
    }

    private mutating func graphNumber(_ term: SerdTerm) throws -> UInt32 {
        if term.kind == .blank {
            let label = Array(("_:" + term.text).utf8)
            return writer.graph(label.span)
        }
        return try withIRI(term) { session, iri in session.writer.graph(iri) }
    }

    // MARK: IRIs

    /// Lends the whole IRI of a term to a closure.
    private mutating func withIRI<Result>(
        _ term: SerdTerm, _ body: (inout SerdSession, Span<UInt8>) throws -> Result
    ) throws -> Result {
        try check(term)
        if term.kind == .name {
            if syntax.isByLine {
                throw fault(
                    "SyntaxError", "this is not \(syntax.name): prefixed names belong to Turtle",
                    at: term.text)
            }
            try expand(term)
        } else if term.withBytes(SerdSession.isAbsolute) {
            return try term.withBytes { try body(&self, $0) }
        } else {
            let whole = try resolve(term.text)
            scratch.removeAll(keepingCapacity: true)
            scratch.append(contentsOf: whole.utf8)
        }
        let whole = scratch
        return try body(&self, whole.span)
    }

    /// Puts the IRI of a prefixed name into `scratch`.
    private mutating func expand(_ term: SerdTerm) throws {
        try term.withBytes { name in
            var colon = 0
            while colon < name.count, name[colon] != 0x3A { colon += 1 }
            // serd lets a word without a colon pass.
            guard colon < name.count else { throw word(String(name)) }
            let found = prefixes.firstIndex { entry in
                entry.prefix.count == colon
                    && (0..<colon).allSatisfy { entry.prefix[$0] == name[$0] }
            }
            guard let found else { throw undefinedPrefix(String(name), colon) }
            scratch.removeAll(keepingCapacity: true)
            scratch.append(contentsOf: prefixes[found].namespace)
            if colon + 1 < name.count {
                for index in (colon + 1)..<name.count { scratch.append(name[index]) }
            }
        }
    }

    private func word(_ name: String) -> Diagnostic {
        fault(
            "SyntaxError",
            "this is not \(syntax.name): '\(name)' is neither an IRI nor a name with a prefix",
            at: name, hint: "write <\(name)>, or a prefix and a colon before it")
    }

    private func undefinedPrefix(_ name: String, _ length: Int) -> Diagnostic {
        let prefix = String(decoding: name.utf8.prefix(length), as: UTF8.self)
        let known = prefixes.map { String(decoding: $0.prefix, as: UTF8.self) }
        let near = NearNames.suggestions(for: prefix, among: known).first
        return fault(
            "UndefinedPrefix", "the prefix '\(prefix):' is not declared", at: name,
            hint: near.map { "did you mean '\($0):'?" }
                ?? "declare it with @prefix before this line")
    }

    /// A scheme at the start: letters, digits, `+ - .`, then a colon.
    private static func isAbsolute(_ iri: Span<UInt8>) -> Bool {
        guard iri.count > 1, iri[0] | 0x20 >= 0x61, iri[0] | 0x20 <= 0x7A else { return false }
        for index in 1..<iri.count {
            let byte = iri[index]
            if byte == 0x3A { return true }
            let isPart =
                byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
                || byte == 0x2B || byte == 0x2D || byte == 0x2E
            if !isPart { return false }
        }
        return false
    }

    /// The IRI a relative one stands for.
    mutating func resolve(_ reference: String) throws -> String {
        if IRI.hasScheme(reference) { return reference }
        guard !syntax.isByLine else {
            throw fault(
                "RelativeIRI", "<\(reference)> is not absolute, as \(syntax.name) wants it",
                at: "<\(reference)>")
        }
        guard let base else {
            throw fault(
                "RelativeIRI", "<\(reference)> is relative and there is no base",
                at: "<\(reference)>", hint: "name one with --base IRI")
        }
        return IRI.resolve(reference, against: base)
    }

    /// Declares a prefix; a later one of the same name takes its place.
    mutating func declare(_ prefix: String, _ iri: String) throws {
        let namespace = try resolve(iri)
        let entry = (prefix: Array(prefix.utf8), namespace: Array(namespace.utf8))
        if let at = prefixes.firstIndex(where: { $0.prefix == entry.prefix }) {
            prefixes[at] = entry
        } else {
            prefixes.append(entry)
        }
        curies = ByteTable()
        latest = nil
        writer.declare(prefix: prefix, namespace: namespace)
    }

    // MARK: checks and texts

    /// Refuses half of a surrogate pair, which escapes can spell and serd lets through.
    private func check(_ term: SerdTerm) throws {
        guard hasEscapes else { return }
        try term.withBytes { bytes in
            for index in 0..<max(0, bytes.count - 1)
            where bytes[index] == 0xED && bytes[index + 1] >= 0xA0 {
                throw fault(
                    "BadEscape", "an escape stands for half of a surrogate pair", at: "\\u",
                    hint: "write the character itself, or \\U and eight digits")
            }
        }
    }

    /// The statement as N-Triples, or N-Quads where it has a graph.
    private mutating func line(of statement: SerdEvent) throws -> String {
        var parts = [
            try text(statement.subject), try text(statement.predicate), try object(of: statement),
        ]
        if let graph = statement.graph { parts.append(try text(graph)) }
        return parts.joined(separator: " ") + " ."
    }

    private mutating func object(of statement: SerdEvent) throws -> String {
        guard statement.object.kind == .literal else { return try text(statement.object) }
        let (datatype, language) = try kind(of: statement)
        return NTriples.literal(
            statement.object.text, datatype: datatype, language: language)
    }

    /// The datatype or the language of a statement's literal.
    private mutating func kind(
        of statement: SerdEvent
    ) throws -> (datatype: String?, language: String?) {
        if let language = statement.language { return (nil, language.text) }
        guard let datatype = statement.datatype else { return (nil, nil) }
        return (try withIRI(datatype) { _, iri in String(iri) }, nil)
    }

    private mutating func text(_ term: SerdTerm) throws -> String {
        if term.kind == .blank { return "_:" + term.text }
        return try withIRI(term) { _, iri in NTriples.iri(String(iri)) }
    }
}
