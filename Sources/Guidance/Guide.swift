import CypherEngine
import GraphModel
import GraphStore
import Synchronization

/// Answers questions about a graph by saved queries.
///
/// What is needed of the graph, the vocabulary and the library is made on the first question,
/// unless it comes prepared, and again when the graph has changed. No question is kept.
package final class Guide: Sendable {
    private let graph: Graph
    let runner: any QueryRunner
    private let library: @Sendable () throws -> SavedQueryLibrary
    /// Reads the words people ask with.
    let vocabulary: @Sendable () throws -> Vocabulary
    private let made: Mutex<Made?>

    private struct Made {
        var version: Int
        var compiled: CompiledLibrary
    }

    /// A guide over a graph, asking through an engine.
    ///
    /// `library` and `vocabulary` are called on the first question, unless it is prepared for, and
    /// again after the graph has changed.
    ///
    /// - Parameter prepared: What was made of the three before, if anything was.
    /// - Throws: `ByteReader.Malformed` where the prepared bytes were spoilt.
    package init(
        graph: Graph, engine: CypherEngine, prepared: PreparedGuide? = nil,
        library: @escaping @Sendable () throws -> SavedQueryLibrary,
        vocabulary: @escaping @Sendable () throws -> Vocabulary
    ) throws {
        self.graph = graph
        self.runner = EngineRunner(engine: engine)
        self.library = library
        self.vocabulary = vocabulary
        let version = graph.snapshot().version
        made = Mutex(try prepared.map { Made(version: version, compiled: try $0.library()) })
    }

    /// Answers a question.
    ///
    /// - Throws: What the engine throws for a saved query.
    package func answer(_ question: String, options: AskOptions = AskOptions()) throws -> Answer {
        let snapshot = graph.snapshot()
        let compiled = try compiled(for: snapshot)
        let asking = Asking(
            compiled: compiled, runner: runner, view: snapshot.view, options: options)
        return try asking.answer(question)
    }

    /// What questions of the graph as it is now are understood by.
    func compiled() throws -> CompiledLibrary { try compiled(for: graph.snapshot()) }

    private func compiled(for snapshot: GraphSnapshot) throws -> CompiledLibrary {
        try made.withLock { made in
            if let made, made.version == snapshot.version { return made.compiled }
            let compiled = CompiledLibrary(
                library: try library(), vocabulary: try vocabulary(), view: snapshot.view)
            made = Made(version: snapshot.version, compiled: compiled)
            return compiled
        }
    }
}

/// Runs saved queries on the engine.
private struct EngineRunner: QueryRunner {
    let engine: CypherEngine

    func run(_ cypher: String, parameters: [String: Value]) throws -> QueryRows {
        let result = try engine.session().run(cypher, parameters: parameters)
        return QueryRows(columns: result.columns, rows: result.rows, view: result.view)
    }
}
