import GraphModel
import ImporterKit
import XMLReading

/// The attributes of an element by what they are in RDF/XML.
struct RDFXMLAttributes {
    /// A property as an attribute.
    struct Property {
        let iri: String
        let value: String
        let qualifiedName: String
    }

    /// An attribute of RDF's own.
    private struct Term {
        let name: RDFXMLReader.Name
        let value: String
        let qualifiedName: String
    }

    private var terms: [Term] = []
    private(set) var properties: [Property] = []

    /// The value of one of RDF's own attributes.
    subscript(_ name: RDFXMLReader.Name) -> String? {
        terms.first { $0.name == name }?.value
    }

    /// The name of an attribute as it is written here.
    func qualified(_ name: RDFXMLReader.Name) -> String {
        terms.first { $0.name == name }?.qualifiedName ?? name.qualified
    }

    /// Some attribute, nil where there is none.
    var firstGiven: String? { terms.first?.qualifiedName ?? properties.first?.qualifiedName }

    /// An attribute that is none of these, nil where there is none.
    func firstBeside(_ names: RDFXMLReader.Name...) -> String? {
        terms.first { !names.contains($0.name) }?.qualifiedName ?? properties.first?.qualifiedName
    }

    /// Whether a property element names or describes a node by attributes.
    var hasObject: Bool {
        !properties.isEmpty || self[.resource] != nil || self[.nodeID] != nil
    }

    /// Adds one of RDF's own; false where it is there already.
    mutating func add(_ name: RDFXMLReader.Name, _ value: String, _ qualifiedName: String) -> Bool {
        if self[name] != nil { return false }
        terms.append(Term(name: name, value: value, qualifiedName: qualifiedName))
        return true
    }

    /// Adds a property; false where it is there already.
    mutating func add(_ property: Property) -> Bool {
        if properties.contains(where: { $0.iri == property.iri }) { return false }
        properties.append(property)
        return true
    }
}

extension RDFXMLReader {
    /// Sorts the attributes of an element; those of XML itself are left out.
    mutating func attributes(of tag: borrowing XMLTag<Name>) throws -> RDFXMLAttributes {
        var sorted = RDFXMLAttributes()
        for index in 0..<tag.attributeCount {
            let attribute = tag.attribute(at: index)
            if attribute.isOfXML { continue }
            let isRDF = attribute.isIn("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
            let name = attribute.qualifiedName
            let value = attribute.value.text
            let isNew: Bool
            switch (attribute.name, isRDF, attribute.hasNamespace) {
            case (.id?, true, _), (.about?, true, _), (.nodeID?, true, _), (.resource?, true, _),
                (.datatype?, true, _), (.parseType?, true, _), (.id?, _, false),
                (.about?, _, false), (.resource?, _, false), (.parseType?, _, false):
                isNew = sorted.add(attribute.name ?? .about, value, name)
            case (.type?, _, false):
                isNew = sorted.add(.init(iri: RDFNames.type, value: value, qualifiedName: name))
            case (_, _, false):
                throw unqualified(name, tag)
            case (.root?, true, _), (.description?, true, _), (.item?, true, _),
                (.bagID?, true, _), (.aboutEach?, true, _), (.aboutEachPrefix?, true, _):
                throw forbiddenAttribute(name, attribute.name, tag)
            default:
                let iri = try propertyIRI(attribute.namespace ?? "", attribute.localName, name, tag)
                isNew = sorted.add(.init(iri: iri, value: value, qualifiedName: name))
            }
            if !isNew { throw givenTwice(name, tag) }
        }
        return sorted
    }

    private mutating func propertyIRI(
        _ namespace: String, _ localName: String, _ qualifiedName: String,
        _ tag: borrowing XMLTag<Name>
    ) throws -> String {
        if namespace == RDFNames.rdf { try noteUnknown(localName, tag) }
        let iri = namespace + localName
        if let bad = IRI.firstForbidden(in: iri) {
            throw badIRI(iri, bad, tag.place(of: qualifiedName))
        }
        guard IRI.hasScheme(iri) else { throw relativeName(iri, tag) }
        return iri
    }

    /// Warns of a name in RDF's namespace that RDF does not have.
    mutating func noteUnknown(_ localName: String, _ tag: borrowing XMLTag<Name>) throws {
        if XMLNames.ofRDF.contains(localName) || XMLNames.isMember(localName) { return }
        guard unknownNames.insert(localName).inserted else { return }
        try writer.sink.report(unknownName(localName, tag))
    }
}

extension XMLAttribute<RDFXMLReader.Name> {
    /// The name with its prefix.
    var qualifiedName: String { prefix.map { "\($0):\(localName)" } ?? localName }

    /// Whether it is reserved for XML: its prefix, or its name without one, begins with «xml».
    var isOfXML: Bool { (prefix ?? localName).lowercased().hasPrefix("xml") }
}

extension XMLTag<RDFXMLReader.Name> {
    /// The name with its prefix.
    var qualifiedName: String { prefix.map { "\($0):\(localName)" } ?? localName }
}

extension RDFXMLReader.Name {
    /// The name as a message says it.
    var qualified: String { "rdf:" + rawValue }
}
