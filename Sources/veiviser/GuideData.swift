import CypherEngine
import GraphModel
import GraphStore
import Guidance
import ImporterKit

/// What the guide needs beside the graph: saved questions and the words people ask with.
enum GuideData {
    /// The saved questions.
    static func library(_ data: DataFiles? = nil) throws -> SavedQueryLibrary {
        let files = try (data ?? DataFiles()).files(in: "Queries", ending: ".cypher")
        return try SavedQueryLibrary(files: files.map { (name: $0.name, text: text(of: $0)) })
    }

    /// One saved question.
    static func query(_ file: InputFile) throws -> SavedQuery {
        try SavedQueryLibrary(files: [(name: file.name, text: text(of: file))]).queries[0]
    }

    /// The words.
    static func vocabulary(_ data: DataFiles? = nil) throws -> Vocabulary {
        let data = try data ?? DataFiles()
        guard let file = try data.files(in: "Graph", ending: "vocabulary.xml").first else {
            throw Diagnostic(
                .noInput, "NoVocabulary", "the folder 'Graph' has no 'vocabulary.xml'",
                hint: "unset VEIVISER_DATA to use the data inside the program")
        }
        return try Vocabulary(file)
    }

    /// A guide over a graph.
    static func guide(over source: GraphSource) throws -> Guide {
        let prepared = source.isBuiltin ? try DataFiles().prepared : nil
        let graph = try prepared.map { Graph(try $0.graph()) } ?? source.open().graph
        return try Guide(
            graph: graph, engine: CypherEngine(graph: graph), prepared: prepared,
            library: { try library() }, vocabulary: { try vocabulary() })
    }

    /// The prepared form of the data inside the program.
    static func prepared() throws -> [UInt8] {
        try PreparedGuide.bytes(
            graph: try GraphSource.graph(of: .builtin), library: try library(.builtin),
            vocabulary: try vocabulary(.builtin), fingerprint: DataFiles.fingerprint)
    }

    private static func text(of file: InputFile) -> String {
        file.content.withBytes { String(decoding: $0, as: UTF8.self) }
    }
}
