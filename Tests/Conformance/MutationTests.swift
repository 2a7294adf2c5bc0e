import CypherEngine
import GraphModel
import GraphStore
import Testing

/// Spoilt queries must give rows or an error, whatever they are; never anything else.
@Suite struct MutationTests {
    @Test("Queries with words removed, repeated, swapped and mixed")
    func mutants() throws {
        var mutants = try QueryMutants(seed: 20_121)
        var options = QueryOptions(allowsWriting: true)
        options.limits.timeout = 2
        options.limits.rows = 10_000
        var outcomes = (rows: 0, errors: 0)
        for _ in 0..<4_000 {
            let text = mutants.next()
            let session = CypherEngine(graph: Graph()).session()
            _ = try session.run(
                "CREATE (:A {x: 1})-[:R {y: 2}]->(:B {x: 3})", options: options)
            do {
                _ = try session.run(text, options: options)
                outcomes.rows += 1
            } catch let diagnostic as Diagnostic {
                #expect(diagnostic.kind != .internalError, "\(diagnostic.message): \(text)")
                outcomes.errors += 1
            }
        }
        // Both must occur, or the mutants say nothing.
        #expect(outcomes.rows > 100 && outcomes.errors > 100)
        print("mutants: \(outcomes.rows) gave rows, \(outcomes.errors) an error")
    }
}
