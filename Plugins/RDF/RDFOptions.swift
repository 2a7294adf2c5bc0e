import GraphModel
import ImporterKit

/// The options all RDF importers share.
struct RDFOptions {
    /// The IRI relative ones are resolved against; nil where there is none.
    var base: String?
    /// How the IRIs of classes and predicates become names.
    var names = RDFNameTable.Manner.local
    /// Whether public-service vocabularies are mapped; nil to decide by the file.
    var mapsVocabulary: Bool?

    /// What the importers' descriptors list.
    static let descriptions: [ImporterDescriptor.Option] = [
        .init(
            name: "base", type: .text,
            summary: "the IRI that relative ones are resolved against (default: the file's)"),
        .init(
            name: "names", type: .choice(["local", "prefixed", "iri"]),
            summary: "how the IRIs of classes and predicates become names"),
        .init(
            name: "vocabulary", type: .choice(["auto", "cpsv", "none"]),
            summary: "whether public-service vocabularies become the schema of the guide"),
    ]

    init(_ input: ImportInput) throws {
        let options = input.options
        names = options["names"].flatMap(RDFNameTable.Manner.init) ?? .local
        switch options["vocabulary"] {
        case "cpsv": mapsVocabulary = true
        case "none": mapsVocabulary = false
        default: break
        }
        if let given = options["base"] {
            guard IRI.hasScheme(given) else {
                throw Diagnostic(
                    .usage, "BadOption", "the option 'base' is not an absolute IRI: '\(given)'")
            }
            base = given
        } else {
            base = IRI.ofFile(input.file.name)
        }
    }

    /// Whether to map the vocabulary of this file.
    func mapsVocabulary(of file: InputFile) -> Bool {
        mapsVocabulary ?? RDFOptions.has(RDFVocabulary.marks, file)
    }

    /// Whether this program's own exporter made this file, and what it did is to be undone.
    func isOwn(_ file: InputFile) -> Bool {
        mapsVocabulary != false && RDFOptions.has(RDFOwnTerms.marks, file)
    }

    /// Whether one of some texts stands near the start of a file.
    private static func has(_ marks: [StaticString], _ file: InputFile) -> Bool {
        file.content.withView { bytes in marks.contains { bytes.contains($0, within: 1 << 20) } }
    }
}

extension ByteView {
    /// Whether an ASCII text occurs in the first bytes.
    fileprivate func contains(_ text: StaticString, within limit: Int) -> Bool {
        var position = 0
        let first = text.utf8Start.pointee
        while true {
            position = firstIndex(of: first, from: position)
            if position >= min(count, limit) { return false }
            if starts(with: text, at: position) { return true }
            position += 1
        }
    }
}
