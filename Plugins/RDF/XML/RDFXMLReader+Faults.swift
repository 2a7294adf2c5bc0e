import GraphModel
import ImporterKit
import XMLReading

/// What is wrong with a document, in words.
extension RDFXMLReader {
    private func fault(
        _ code: String, _ message: String, _ place: SourcePlace, hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(.data, code, message, place: place, hint: hint)
    }

    // MARK: - Elements

    func elementInEmptyProperty(_ tag: borrowing XMLTag<Name>) -> Diagnostic {
        fault(
            "UnexpectedElement",
            "'\(tag.qualifiedName)' stands in a property whose attributes already say what it "
                + "points to", tag.place, hint: "remove the attributes, or the element")
    }

    func secondNode(_ tag: borrowing XMLTag<Name>) -> Diagnostic {
        fault(
            "UnexpectedElement",
            "'\(tag.qualifiedName)' is the second node in one property", tag.place,
            hint: "repeat the property, or say rdf:parseType=\"Collection\" for a list")
    }

    func nodeWithDatatype(_ tag: borrowing XMLTag<Name>) -> Diagnostic {
        fault(
            "UnexpectedElement",
            "'\(tag.qualifiedName)' stands in a property with a datatype, which holds a text",
            tag.place)
    }

    func forbidden(_ tag: borrowing XMLTag<Name>, isProperty: Bool) -> Diagnostic {
        fault(
            "ForbiddenName",
            "'\(tag.qualifiedName)' may not be the name of a \(isProperty ? "property" : "node")",
            tag.place, hint: Self.advice(for: tag.name))
    }

    func withoutNamespace(_ tag: borrowing XMLTag<Name>) -> Diagnostic {
        fault(
            "MissingNamespace", "the element '\(tag.localName)' is in no namespace", tag.place,
            hint: "give it a prefix that is declared with xmlns")
    }

    func unexpectedText() -> Diagnostic {
        fault(
            "UnexpectedText", "a text may not stand here", document.place(at: offsetOfText),
            hint: "a text is the only content of a property element")
    }

    // MARK: - Attributes

    func misplaced(
        _ attribute: String, _ message: String, _ tag: borrowing XMLTag<Name>, hint: String? = nil
    ) -> Diagnostic {
        fault("MisplacedAttribute", message, tag.place(of: attribute), hint: hint)
    }

    func conflict(
        _ first: Name, _ second: Name, _ attributes: RDFXMLAttributes,
        _ tag: borrowing XMLTag<Name>
    ) -> Diagnostic {
        fault(
            "ConflictingAttributes",
            "'\(first.qualified)' and '\(second.qualified)' both name the same node",
            tag.place(of: attributes.qualified(second)), hint: "keep one of the two")
    }

    func givenTwice(_ attribute: String, _ tag: borrowing XMLTag<Name>) -> Diagnostic {
        fault(
            "ConflictingAttributes", "'\(attribute)' is given twice", tag.place(of: attribute))
    }

    func forbiddenAttribute(
        _ attribute: String, _ name: Name?, _ tag: borrowing XMLTag<Name>
    ) -> Diagnostic {
        fault(
            "ForbiddenName", "'\(attribute)' may not be an attribute", tag.place(of: attribute),
            hint: Self.advice(for: name))
    }

    func unqualified(_ attribute: String, _ tag: borrowing XMLTag<Name>) -> Diagnostic {
        fault(
            "MissingNamespace", "the attribute '\(attribute)' is in no namespace",
            tag.place(of: attribute), hint: "give it a prefix that is declared with xmlns")
    }

    private static func advice(for name: Name?) -> String? {
        switch name {
        case .bagID, .aboutEach, .aboutEachPrefix: "RDF no longer has it: write the statements out"
        case .item: "rdf:li is an element within the node it counts in"
        case .description: "rdf:Description is an element that stands for a node"
        case .root: "rdf:RDF is the outer element and nothing else"
        default: nil
        }
    }

    // MARK: - Names and IRIs

    func badName(_ attribute: Name, _ name: String, _ place: SourcePlace) -> Diagnostic {
        fault(
            "BadName", "'\(name)' is no name, as '\(attribute.qualified)' wants one", place,
            hint: "begin with a letter or '_', and use no blanks, colons or slashes")
    }

    func duplicateID(_ id: String, _ place: SourcePlace) -> Diagnostic {
        fault(
            "DuplicateID", "'\(id)' has been given as 'rdf:ID' before", place,
            hint: "say rdf:about=\"#\(id)\" where the same node is meant")
    }

    func badIRI(_ iri: String, _ bad: Unicode.Scalar, _ place: SourcePlace) -> Diagnostic {
        fault(
            "BadIRI", "<\(iri)> is no IRI: \(IRI.name(of: bad)) may not stand there", place,
            hint: "write \(IRI.percentEncoded(bad))")
    }

    func relativeIRI(_ reference: String, _ place: SourcePlace) -> Diagnostic {
        fault(
            "RelativeIRI", "<\(reference)> is relative and there is no base", place,
            hint: "name one with xml:base, or with --base IRI")
    }

    func relativeName(_ iri: String, _ tag: borrowing XMLTag<Name>) -> Diagnostic {
        fault(
            "RelativeIRI", "<\(iri)>, which the name stands for, is not absolute", tag.place,
            hint: "declare the prefix with a whole IRI")
    }

    func badLanguage(_ language: String, _ tag: borrowing XMLTag<Name>) -> Diagnostic {
        fault(
            "BadLanguage", "'\(language)' is no language", tag.place(of: "xml:lang"),
            hint: "write letters and digits with hyphens between, as in nb or en-GB")
    }

    func unknownName(_ name: String, _ tag: borrowing XMLTag<Name>) -> Diagnostic {
        let near = NearNames.suggestions(for: name, among: XMLNames.ofRDF.sorted()).first
        return Diagnostic(
            .data, "UnknownRDFName", "RDF has no '\(name)'; it is taken as any other name",
            place: tag.place, hint: near.map { "did you mean 'rdf:\($0)'?" }, severity: .warning)
    }
}
