import CypherEngine
import CypherSyntax
import Foundation
import GraphModel
import GraphStore
import Testing

/// Queries made by chance: plans ordered by cost and plans in the order written, and several
/// ways to write the same, give the same bag of rows, which is that of the reference evaluator.
@Suite struct GeneratedQueryTests {
    /// More of them where the environment asks for it.
    private static let rounds =
        ProcessInfo.processInfo.environment["VEIVISER_ROUNDS"].flatMap { Int($0) } ?? 15

    @Test("Every form and plan of a query gives the same rows")
    func forms() throws {
        var compared = 0
        var referenced = 0
        for seed in 0..<Self.rounds {
            var generator = QueryGenerator(seed: seed)
            let graph = Graph()
            let session = CypherEngine(graph: graph).session()
            let creation = generator.graph()
            _ = try session.run(creation, options: QueryOptions(allowsWriting: true))
            for _ in 0..<25 {
                let query = generator.query()
                guard let rows = try compare(query, session, creation) else { continue }
                compared += 1
                guard let expected = try reference(query, graph) else { continue }
                referenced += 1
                #expect(rows == expected, "\(query.text(.plain))\n\(creation)")
            }
        }
        #expect(compared > Self.rounds && referenced * 2 > compared)
        print(
            "generated: \(compared) queries in all forms, \(referenced) with the reference")
    }

    /// The rows, if all forms agree on them; nil where the query is too dear to run.
    private func compare(
        _ query: GeneratedQuery, _ session: QuerySession, _ creation: String
    ) throws -> [String]? {
        var options = QueryOptions()
        options.limits.timeout = 5
        var expected: [String]?
        do {
            for isOptimizing in [true, false] {
                options.isOptimizing = isOptimizing
                for form in GeneratedQuery.Form.allCases {
                    let text = query.text(form)
                    let rows = try rows(text, session, options)
                    if let expected {
                        #expect(rows == expected, "\(text)\n\(query.text(.plain))\n\(creation)")
                    }
                    expected = expected ?? rows
                }
            }
        } catch let diagnostic as Diagnostic where diagnostic.kind == .resource {
            return nil
        }
        return expected
    }

    private func rows(
        _ text: String, _ session: QuerySession, _ options: QueryOptions
    ) throws -> [String] {
        let result = try session.run(text, options: options)
        return PrintedRows(result.rows, result.view).sorted
    }

    /// The rows by the reference evaluator; nil where that is too dear.
    private func reference(_ query: GeneratedQuery, _ graph: Graph) throws -> [String]? {
        guard case .query(let statement) = try Parser.parse(query.text(.plain)).body else {
            return nil
        }
        let view = graph.snapshot().view
        do {
            let evaluator = ReferenceEvaluator(graph: try ReferenceGraph(view, limit: 200_000))
            return PrintedRows(try evaluator.run(statement), view).sorted
        } catch is TooDear {
            return nil
        }
    }
}
