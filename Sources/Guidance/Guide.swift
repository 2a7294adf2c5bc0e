import CypherEngine
import GraphModel
import GraphStore
import Synchronization

/// Answers questions about a graph by saved queries.
///
/// What is needed of the graph, the vocabulary and the library is made on the first question and
/// again when the graph has changed. No question is kept.
package final class Guide: Sendable {
    private let graph: Graph
    let runner: any QueryRunner
    let vocabulary: Vocabulary
    let library: SavedQueryLibrary
    private let made = Mutex<Made?>(nil)

    private struct Made {
        var version: Int
        var compiled: CompiledLibrary
    }

    /// A guide over a graph, asking through an engine.
    package convenience init(
        graph: Graph, engine: CypherEngine, library: SavedQueryLibrary, vocabulary: Vocabulary
    ) {
        self.init(
            graph: graph, runner: EngineRunner(engine: engine), library: library,
            vocabulary: vocabulary)
    }

    /// A guide over a graph, asking through anything that runs Cypher.
    package init(
        graph: Graph, runner: any QueryRunner, library: SavedQueryLibrary, vocabulary: Vocabulary
    ) {
        self.graph = graph
        self.runner = runner
        self.library = library
        self.vocabulary = vocabulary
    }

    /// Answers a question.
    ///
    /// - Throws: What the engine throws for a saved query.
    package func answer(_ question: String, options: AskOptions = AskOptions()) throws -> Answer {
        let snapshot = graph.snapshot()
        let compiled = compiled(for: snapshot)
        let asking = Asking(
            compiled: compiled, runner: runner, view: snapshot.view, options: options)
        return try asking.answer(question)
    }

    /// What questions of the graph as it is now are understood by.
    func compiled() -> CompiledLibrary { compiled(for: graph.snapshot()) }

    private func compiled(for snapshot: GraphSnapshot) -> CompiledLibrary {
        made.withLock { made in
            if let made, made.version == snapshot.version { return made.compiled }
            let compiled = CompiledLibrary(
                library: library, vocabulary: vocabulary, view: snapshot.view)
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
