import GraphModel
import ImporterKit
import XMLReading

extension RDFXMLReader {
    // MARK: - Node elements

    /// `RDF`: no attributes, node elements within.
    mutating func startRoot(_ tag: borrowing XMLTag<Name>, _ frame: Frame) throws {
        let attributes = try attributes(of: tag)
        if let given = attributes.firstGiven {
            throw misplaced(given, "'rdf:RDF' has no attributes but those of XML", tag)
        }
        var frame = frame
        frame.content = .nodes
        frames.append(frame)
    }

    /// `nodeElement`: a subject, its type and those properties that are attributes.
    mutating func startNode(_ tag: borrowing XMLTag<Name>, _ frame: Frame) throws {
        let type = try elementIRI(tag, isProperty: false)
        let attributes = try attributes(of: tag)
        var frame = frame
        frame.content = .properties
        frame.subject = try subject(attributes, tag, frame)
        try link(to: frame.subject, tag)
        if !(tag.isRDF && tag.name == .description) {
            state(frame.subject, RDFNames.type, .iri(type))
        }
        try take(attributes.properties, of: frame.subject, tag, frame)
        frames.append(frame)
    }

    private mutating func subject(
        _ attributes: RDFXMLAttributes, _ tag: borrowing XMLTag<Name>, _ frame: Frame
    ) throws -> RDFTerm {
        for name in [Name.resource, .datatype, .parseType] where attributes[name] != nil {
            throw misplaced(
                attributes.qualified(name),
                "'\(name.qualified)' belongs to a property, and '\(tag.qualifiedName)' "
                    + "stands for a node", tag)
        }
        let given = [Name.id, .nodeID, .about].filter { attributes[$0] != nil }
        if given.count > 1 {
            throw conflict(given[0], given[1], attributes, tag)
        }
        if let id = attributes[.id] { return .iri(try identify(id, attributes, tag, frame)) }
        if let about = attributes[.about] {
            return .iri(try resolve(about, frame.base, tag, attributes.qualified(.about)))
        }
        if let name = attributes[.nodeID] { return try blank(name, attributes, tag) }
        return freshBlank()
    }

    /// Says what the element around has to do with the node that begins.
    private mutating func link(to node: RDFTerm, _ tag: borrowing XMLTag<Name>) throws {
        guard let outer = frames.indices.last else { return }
        let frame = frames[outer]
        switch frame.content {
        case .object:
            if frame.hasNode { throw secondNode(tag) }
            if frame.datatype != nil { throw nodeWithDatatype(tag) }
            frames[outer].hasNode = true
            state(frame.subject, frame.predicate, node, reifier: frame.reifier)
        case .collection:
            let cell = freshBlank()
            if frame.hasNode {
                state(frame.cell, RDFNames.rdf + "rest", cell)
            } else {
                state(frame.subject, frame.predicate, cell, reifier: frame.reifier)
            }
            frames[outer].hasNode = true
            frames[outer].cell = cell
            state(cell, RDFNames.rdf + "first", node)
        default: break
        }
    }

    /// `propertyAttr`: a literal each, but `rdf:type` names a class.
    private mutating func take(
        _ properties: [RDFXMLAttributes.Property], of subject: RDFTerm,
        _ tag: borrowing XMLTag<Name>, _ frame: Frame
    ) throws {
        for property in properties {
            if property.iri == RDFNames.type {
                let iri = try resolve(property.value, frame.base, tag, property.qualifiedName)
                state(subject, RDFNames.type, .iri(iri))
            } else {
                state(
                    subject, property.iri,
                    .literal(property.value, datatype: nil, language: frame.language))
            }
        }
    }

    // MARK: - Property elements

    /// `propertyElt`: which of its kinds it is shows in the attributes.
    mutating func startProperty(_ tag: borrowing XMLTag<Name>, _ frame: Frame) throws {
        var frame = frame
        let outer = frames.count - 1
        frame.subject = frames[outer].subject
        frame.predicate = try elementIRI(tag, isProperty: true)
        if tag.isRDF, tag.name == .item {
            frames[outer].itemCount += 1
            frame.predicate = RDFNames.rdf + "_\(frames[outer].itemCount)"
        }
        let attributes = try attributes(of: tag)
        if attributes[.about] != nil {
            throw misplaced(
                attributes.qualified(.about),
                "'rdf:about' belongs to a node, and '\(tag.qualifiedName)' stands for a property",
                tag, hint: "name what the property points to with rdf:resource")
        }
        if let id = attributes[.id] { frame.reifier = try identify(id, attributes, tag, frame) }
        text.clear()
        if let parseType = attributes[.parseType] {
            try startParsed(parseType, attributes, tag, &frame)
        } else if attributes.hasObject {
            try startEmpty(attributes, tag, &frame)
        } else {
            frame.content = .object
            if let datatype = attributes[.datatype] {
                frame.datatype = try resolve(
                    datatype, frame.base, tag, attributes.qualified(.datatype))
            }
        }
        frames.append(frame)
    }

    /// `parseTypeResourcePropertyElt`, `parseTypeCollectionPropertyElt`,
    /// `parseTypeLiteralPropertyElt`, and any other kind, which is read as the last.
    private mutating func startParsed(
        _ parseType: String, _ attributes: RDFXMLAttributes, _ tag: borrowing XMLTag<Name>,
        _ frame: inout Frame
    ) throws {
        if let other = attributes.firstBeside(.id, .parseType) {
            throw misplaced(
                other, "beside 'rdf:parseType' there may be 'rdf:ID' and nothing else", tag)
        }
        switch parseType {
        case "Resource":
            let node = freshBlank()
            state(frame.subject, frame.predicate, node, reifier: frame.reifier)
            frame.subject = node
            frame.content = .properties
        case "Collection":
            frame.content = .collection
        default:
            frame.content = .literal
            literal = XMLCanonicalWriter()
        }
    }

    /// `emptyPropertyElt` with an object: a node named or described by attributes.
    private mutating func startEmpty(
        _ attributes: RDFXMLAttributes, _ tag: borrowing XMLTag<Name>, _ frame: inout Frame
    ) throws {
        if attributes[.resource] != nil, attributes[.nodeID] != nil {
            throw conflict(.resource, .nodeID, attributes, tag)
        }
        if attributes[.datatype] != nil {
            throw misplaced(
                attributes.qualified(.datatype),
                "'rdf:datatype' belongs to a text, and '\(tag.qualifiedName)' points to a node",
                tag)
        }
        let object: RDFTerm
        if let reference = attributes[.resource] {
            object = .iri(try resolve(reference, frame.base, tag, attributes.qualified(.resource)))
        } else if let name = attributes[.nodeID] {
            object = try blank(name, attributes, tag)
        } else {
            object = freshBlank()
        }
        state(frame.subject, frame.predicate, object, reifier: frame.reifier)
        try take(attributes.properties, of: object, tag, frame)
        frame.content = .nothing
    }

    /// Makes the statement of a property element whose object is complete only now.
    mutating func endProperty(_ frame: Frame) {
        switch frame.content {
        case .object where !frame.hasNode:
            let object = RDFTerm.literal(
                text.text, datatype: frame.datatype,
                language: frame.datatype == nil ? frame.language : nil)
            state(frame.subject, frame.predicate, object, reifier: frame.reifier)
        case .literal:
            let object = RDFTerm.literal(
                literal.text, datatype: RDFNames.rdf + "XMLLiteral", language: nil)
            state(frame.subject, frame.predicate, object, reifier: frame.reifier)
        case .collection where frame.hasNode:
            state(frame.cell, RDFNames.rdf + "rest", .iri(RDFNames.rdf + "nil"))
        case .collection:
            state(
                frame.subject, frame.predicate, .iri(RDFNames.rdf + "nil"), reifier: frame.reifier)
        default: break
        }
    }

    // MARK: - Names

    /// The IRI an element's name stands for, where such an element may stand here.
    private mutating func elementIRI(
        _ tag: borrowing XMLTag<Name>, isProperty: Bool
    ) throws -> String {
        guard let namespace = tag.namespace, !namespace.isEmpty else {
            throw withoutNamespace(tag)
        }
        if tag.isRDF {
            switch tag.name {
            case nil, .type, .lang, .base: try noteUnknown(tag.localName, tag)
            case .description where !isProperty, .item where isProperty: break
            default: throw forbidden(tag, isProperty: isProperty)
            }
        }
        let iri = namespace + tag.localName
        if let bad = IRI.firstForbidden(in: iri) { throw badIRI(iri, bad, tag.place) }
        guard IRI.hasScheme(iri) else { throw relativeName(iri, tag) }
        return iri
    }

    /// `idAttr`: the IRI an `rdf:ID` makes, once in a document.
    private mutating func identify(
        _ id: String, _ attributes: RDFXMLAttributes, _ tag: borrowing XMLTag<Name>,
        _ frame: Frame
    ) throws -> String {
        let attribute = attributes.qualified(.id)
        guard XMLNames.isName(id) else { throw badName(.id, id, tag.place(of: attribute)) }
        let iri = try resolve("#" + id, frame.base, tag, attribute)
        guard identified.insert(iri).inserted else {
            throw duplicateID(id, tag.place(of: attribute))
        }
        return iri
    }

    /// `nodeIdAttr`.
    private mutating func blank(
        _ name: String, _ attributes: RDFXMLAttributes, _ tag: borrowing XMLTag<Name>
    ) throws -> RDFTerm {
        guard XMLNames.isName(name) else {
            throw badName(.nodeID, name, tag.place(of: attributes.qualified(.nodeID)))
        }
        return blank(name)
    }
}
