import CypherEngine
import Foundation
import GraphModel
import GraphStore
import Testing

/// Queries made by chance: plans ordered by cost and plans in the order written, and several
/// ways to write the same, give the same bag of rows; and where only a pattern is counted, as
/// many as there are by trying everything.
@Suite struct GeneratedQueryTests {
    /// More of them where the environment asks for it.
    private static let rounds =
        ProcessInfo.processInfo.environment["VEIVISER_ROUNDS"].flatMap { Int($0) } ?? 25

    @Test("Every form and plan of a query gives the same rows")
    func forms() throws {
        var compared = 0
        var counted = 0
        for seed in 0..<Self.rounds {
            var generator = QueryGenerator(seed: seed)
            let graph = Graph()
            let session = CypherEngine(graph: graph).session()
            let creation = generator.graph()
            _ = try session.run(creation, options: QueryOptions(allowsWriting: true))
            let oracle = PatternOracle(graph.snapshot().view)
            for _ in 0..<25 {
                let query = generator.query()
                guard let rows = try compare(query, session, creation) else { continue }
                compared += 1
                guard query.isPlainCount else { continue }
                counted += 1
                #expect(
                    rows == ["\(oracle.count(query))"], "\(query.text(.plain))\n\(creation)")
            }
        }
        #expect(compared > Self.rounds && counted > 0)
        print("generated: \(compared) queries in all forms, \(counted) counted by hand")
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
        return result.rows.map { row in
            row.map { value in
                switch value {
                case .node(let node): "node \(node.raw)"
                default: "\(GraphReading(view: result.view).read(value))"
                }
            }.joined(separator: " ")
        }.sorted()
    }
}
