import CypherEngine
import GraphModel
import GraphStore
import Guidance
import ImporterKit

/// What the guide needs beside the graph: saved questions and the words people ask with.
enum GuideData {
    /// The saved questions.
    static func library() throws -> SavedQueryLibrary {
        let files = try DataFiles().files(in: "Queries", ending: ".cypher")
        return try SavedQueryLibrary(files: files.map { (name: $0.name, text: text(of: $0)) })
    }

    /// The words.
    static func vocabulary() throws -> Vocabulary {
        guard let file = try DataFiles().files(in: "Graph", ending: "vocabulary.xml").first else {
            throw Diagnostic(
                .noInput, "NoVocabulary", "the folder 'Graph' has no 'vocabulary.xml'",
                hint: "unset VEIVISER_DATA to use the data inside the program")
        }
        return try Vocabulary(file)
    }

    /// A guide over a graph.
    static func guide(over graph: Graph) throws -> Guide {
        Guide(
            graph: graph, engine: CypherEngine(graph: graph), library: try library(),
            vocabulary: try vocabulary())
    }

    private static func text(of file: InputFile) -> String {
        file.content.withBytes { String(decoding: $0, as: UTF8.self) }
    }
}
