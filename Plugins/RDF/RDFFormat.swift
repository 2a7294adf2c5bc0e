import ImporterKit

/// What a file of RDF is read as.
enum RDFFormat: Equatable {
    /// RDF/XML.
    case xml
    /// One of the syntaxes serd reads.
    case text(RDFSyntax)

    /// The format a file name's ending stands for.
    init?(fileExtension: String) {
        switch fileExtension {
        case "rdf", "owl", "rdfs": self = .xml
        default:
            guard let syntax = RDFSyntax(fileExtension: fileExtension) else { return nil }
            self = .text(syntax)
        }
    }

    /// The format of a file: the one asked for, else by its name, else by its start.
    init(of file: InputFile, option: String?) {
        if option == "rdfxml" {
            self = .xml
        } else if let asked = option.flatMap(RDFSyntax.init(rawValue:)) {
            self = .text(asked)
        } else {
            self = RDFFormat.found(in: file)
        }
    }

    private static func found(in file: InputFile) -> RDFFormat {
        let endings = file.baseName.lowercased().split(separator: ".").reversed()
        let ending = endings.first { $0 != "gz" && $0 != "zst" }.map(String.init) ?? ""
        let named = RDFFormat(fileExtension: ending)
        if case .text(let syntax) = named { return .text(syntax) }
        let sniffer = file.content.withView { RDFSniffer($0) }
        // Some write Turtle into files named as if they were RDF/XML.
        let isXML = named == .xml ? sniffer.likelihood != .certain : sniffer.isXML
        return isXML ? .xml : .text(sniffer.syntax)
    }
}
