import GraphModel
import ImporterKit
import XMLReading

/// Reads RDF/XML after the W3C's «RDF 1.1 XML Syntax», whose productions the comments name.
///
/// Node elements and property elements take turns, so that a stack of them is all there is to
/// remember. A statement is made as soon as its three terms are known.
struct RDFXMLReader: XMLHandler {
    /// Names of RDF's namespace with a meaning of their own, and two of XML's.
    enum Name: String, XMLName {
        case root = "RDF"
        case description = "Description"
        case item = "li"
        case id = "ID"
        case about, nodeID, resource, datatype, parseType, type
        case bagID, aboutEach, aboutEachPrefix
        case lang, base
    }

    /// What an open element may hold.
    enum Content {
        /// Node elements, each for itself: `rdf:RDF`.
        case nodes
        /// Node elements, which become a list.
        case collection
        /// Property elements of a subject.
        case properties
        /// A text or one node element; which of them is not known before it comes.
        case object
        /// Nothing: the attributes have said it all.
        case nothing
        /// XML, kept as it stands.
        case literal
    }

    /// An open element.
    struct Frame {
        var content: Content
        /// The IRI relative ones are resolved against in here.
        var base: String?
        /// The language of texts in here, nil for none.
        var language: String?
        /// The line of the start tag.
        var line: Int
        /// Who the properties in here are about, or the property itself is.
        var subject = RDFTerm.blank("")
        /// The predicate of a property element, with the IRI that its statement gets for itself.
        var predicate = ""
        var reifier: String?
        var datatype: String?
        /// How many `rdf:li` there have been.
        var itemCount = 0
        /// Whether the one node element has been, or any of a collection's.
        var hasNode = false
        /// The last cell of a collection's list.
        var cell = RDFTerm.blank("")
    }

    var writer: RDFGraphWriter
    let document: XMLDocument
    var frames: [Frame] = []
    var text = XMLText()
    var literal = XMLCanonicalWriter()
    /// The IRIs that `rdf:ID` has made, each of which may be made once.
    var identified: Set<String> = []
    private let outerBase: String?
    private var blankCount = 0
    /// Blank nodes whose `rdf:nodeID` is no label in other syntaxes.
    private var renamed: [String: RDFTerm] = [:]
    /// Names of RDF's namespace that mean nothing, each reported once.
    var unknownNames: Set<String> = []
    /// The `<` of the latest tag, after which a text stands.
    private var latestTag = 0
    private var tagCount = 0

    init(writer: RDFGraphWriter, document: XMLDocument, base: String?) {
        self.writer = writer
        self.document = document
        outerBase = base
    }

    /// Reads a file from start to end.
    static func read(_ file: InputFile, into writer: RDFGraphWriter, base: String?) throws {
        let document = try XMLDocument(file)
        var reader = RDFXMLReader(writer: writer, document: document, base: base)
        try document.parse(with: &reader)
        try reader.writer.finish()
    }

    // MARK: - Events

    mutating func startElement(_ tag: borrowing XMLTag<Name>) throws {
        if frames.last?.content == .literal {
            literal.start(tag)
            return
        }
        if let frame = frames.last, frame.content == .object, !frame.hasNode, !text.isBlank {
            throw unexpectedText()
        }
        latestTag = tag.offset
        for (prefix, namespace) in tag.declaredNamespaces {
            writer.declare(prefix: prefix ?? "", namespace: namespace)
        }
        tagCount += 1
        if tagCount % 4096 == 0 { try writer.sink.progress(bytes: latestTag) }
        let frame = try scope(tag)
        writer.at(line: frame.line)
        switch frames.last?.content {
        case nil where tag.isRDF && tag.name == .root: try startRoot(tag, frame)
        case nil, .nodes, .collection, .object: try startNode(tag, frame)
        case .properties: try startProperty(tag, frame)
        case .nothing, .literal: throw elementInEmptyProperty(tag)
        }
    }

    mutating func endElement(_ tag: borrowing XMLTag<Name>) throws {
        guard let frame = frames.last else { return }
        if frame.content == .literal, literal.depth > 0 {
            literal.end(tag)
            return
        }
        latestTag = tag.offset
        frames.removeLast()
        writer.at(line: frame.line)
        endProperty(frame)
    }

    mutating func characters(_ text: Span<UInt8>) throws {
        switch frames.last?.content {
        case .literal: literal.text(text)
        case .object where frames.last?.hasNode == false: self.text.append(text)
        case nil: break
        default: if !text.isBlank { throw unexpectedText() }
        }
    }

    mutating func comment(_ text: Span<UInt8>) throws {
        if frames.last?.content == .literal { literal.comment(text) }
    }

    mutating func instruction(target: Span<UInt8>, _ data: Span<UInt8>) throws {
        if frames.last?.content == .literal { literal.instruction(target: target, data) }
    }

    // MARK: - Scopes

    /// A frame with what the element inherits, or sets by `xml:base` and `xml:lang`.
    private func scope(_ tag: borrowing XMLTag<Name>) throws -> Frame {
        var frame = Frame(
            content: .nothing, base: outerBase, language: nil, line: tag.line)
        if let outer = frames.last { (frame.base, frame.language) = (outer.base, outer.language) }
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(at: index)
            guard attribute.name == .base || attribute.name == .lang,
                attribute.isIn("http://www.w3.org/XML/1998/namespace")
            else { continue }
            let value = attribute.value.text
            if attribute.name == .base {
                frame.base = try resolve(value, frame.base, tag, "xml:base")
            } else {
                guard value.isEmpty || RDFLanguageTag.isWellFormed(value) else {
                    throw badLanguage(value, tag)
                }
                frame.language = value.isEmpty ? nil : value
            }
        }
        return frame
    }

    /// The IRI that a reference in an attribute means.
    func resolve(
        _ reference: String, _ base: String?, _ tag: borrowing XMLTag<Name>, _ attribute: String
    ) throws -> String {
        if let bad = IRI.firstForbidden(in: reference) {
            throw badIRI(reference, bad, tag.place(of: attribute))
        }
        if IRI.hasScheme(reference) { return reference }
        guard let base else { throw relativeIRI(reference, tag.place(of: attribute)) }
        return IRI.resolve(reference, against: base)
    }

    // MARK: - Terms and statements

    /// A blank node of its own. No name in XML begins with a digit, so that it is no other.
    mutating func freshBlank() -> RDFTerm {
        blankCount += 1
        return .blank("\(blankCount)")
    }

    /// The blank node of an `rdf:nodeID`.
    mutating func blank(_ name: String) -> RDFTerm {
        // A name may end in a full stop, which elsewhere ends the statement.
        guard name.utf8.last == UInt8(ascii: ".") else { return .blank(name) }
        if let known = renamed[name] { return known }
        let fresh = freshBlank()
        renamed[name] = fresh
        return fresh
    }

    /// Makes a statement, and those that describe it where it has an IRI of its own.
    mutating func state(
        _ subject: RDFTerm, _ predicate: String, _ object: RDFTerm, reifier: String? = nil
    ) {
        writer.add(subject, predicate, object)
        guard let reifier else { return }
        let itself = RDFTerm.iri(reifier)
        writer.add(itself, RDFNames.type, .iri(RDFNames.rdf + "Statement"))
        writer.add(itself, RDFNames.rdf + "subject", subject)
        writer.add(itself, RDFNames.rdf + "predicate", .iri(predicate))
        writer.add(itself, RDFNames.rdf + "object", object)
    }

    /// The offset of the text after the latest tag.
    var offsetOfText: Int {
        document.withBytes { bytes in
            var at = latestTag
            while at < bytes.count {
                if bytes[at] == UInt8(ascii: "<") {
                    at = RDFXMLMarkup.end(of: bytes, from: at)
                } else if isXMLSpace(bytes[at]) {
                    at += 1
                } else {
                    return at
                }
            }
            return latestTag
        }
    }
}

/// A look at raw markup, to find the place of a text.
private enum RDFXMLMarkup {
    /// The offset after the tag, comment or instruction that starts at an offset.
    static func end(of bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        let isComment = bytes[start...].starts(with: "<!--".utf8)
        var quote: UInt8 = 0
        var at = start + 1
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if isComment {
                if byte == UInt8(ascii: ">"), bytes[..<at].suffix(3).elementsEqual("-->".utf8) {
                    return at
                }
            } else if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return at
            }
        }
        return at
    }
}

extension XMLTag<RDFXMLReader.Name> {
    /// Whether the element is of RDF's own namespace.
    var isRDF: Bool { isIn("http://www.w3.org/1999/02/22-rdf-syntax-ns#") }
}
