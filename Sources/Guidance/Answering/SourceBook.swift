import GraphModel
import GraphStore

/// Knows the documents facts rest on.
package struct SourceBook {
    private let lexicon: Lexicon
    private let nodes: NodeReader
    private let language: Language

    init(_ lexicon: Lexicon, _ nodes: NodeReader, _ language: Language) {
        self.lexicon = lexicon
        self.nodes = nodes
        self.language = language
    }

    /// The documents an answer cites, in the order they are cited.
    func documents(of answer: Answer) -> [SourceDocument] {
        var ids: [String] = []
        for source in answer.facts.flatMap(\.sources) + answer.lines.flatMap(\.sources) {
            let id = Self.parts(source).id
            if !ids.contains(id) { ids.append(id) }
        }
        return ids.compactMap(document)
    }

    /// `src:police-page#L50` is a document and a place in it.
    package static func parts(_ source: String) -> (id: String, place: String?) {
        guard let mark = source.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (source, nil) }
        return (String(source[..<mark]), String(source[source.index(after: mark)...]))
    }

    /// The line number of `L50`; nil for a section.
    package static func line(_ place: String?) -> Int? {
        guard let place, place.utf8.first == UInt8(ascii: "L") else { return nil }
        return Int(place.dropFirst())
    }

    private func document(_ id: String) -> SourceDocument? {
        guard let entity = lexicon.entityID(id) else { return nil }
        let node = lexicon.entity(entity).node
        return SourceDocument(
            id: id, title: nodes.displayName(of: node, in: language),
            dated: nodes.text(node, "dated", in: language),
            file: nodes.text(node, "file", in: language),
            sha256: nodes.text(node, "sha256", in: language))
    }
}
