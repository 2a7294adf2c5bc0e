import CypherEngine
import CypherSyntax
import Foundation
import GraphModel
import GraphStore
import Testing

/// Queries made by chance over a wide part of the language give the same rows with optimised
/// plans, with plans in the order written, and by the reference evaluator.
///
/// `VEIVISER_QUERIES` says how many (2,000 if unset), `VEIVISER_SEED` where to begin; each seed is
/// a graph and twenty-five queries on it.
@Suite struct BroadQueryTests {
    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }

    private struct Tally {
        var compared = 0
        var referenced = 0
        var dear = 0
        var outside: [String: Int] = [:]
    }

    @Test("Optimised, unoptimised and by the definition")
    func agreement() throws {
        let wanted = Self.number("VEIVISER_QUERIES") ?? 2_000
        var seed = Self.number("VEIVISER_SEED") ?? 0
        var tally = Tally()
        while tally.compared + tally.dear < wanted {
            var generator = BroadGenerator(seed: seed)
            let creation = generator.graph()
            let graph = Graph()
            let session = CypherEngine(graph: graph).session()
            _ = try session.run(creation, options: QueryOptions(allowsWriting: true))
            for _ in 0..<25 {
                let text = dice(&generator)
                try compare(text, session, graph, "seed \(seed): \(creation)", &tally)
            }
            seed += 1
        }
        #expect(tally.referenced * 10 > tally.compared * 8)
        print(
            "broad: \(tally.compared) queries compared, \(tally.referenced) of them with the "
                + "reference; \(tally.dear) too dear; up to seed \(seed)")
        if !tally.outside.isEmpty { print("outside the fragment: \(tally.outside)") }
    }

    private func dice(_ generator: inout BroadGenerator) -> String {
        generator.dice.hits(oneIn: 4) ? generator.counting() : generator.query()
    }

    private func compare(
        _ text: String, _ session: QuerySession, _ graph: Graph, _ origin: String,
        _ tally: inout Tally
    ) throws {
        var options = QueryOptions()
        options.limits.timeout = 2
        options.limits.rows = 20_000
        let statement: Statement
        var results: [[String]] = []
        do {
            statement = try Parser.parse(text)
            for isOptimizing in [true, false] {
                options.isOptimizing = isOptimizing
                let result = try session.run(text, options: options)
                results.append(Self.printed(result.rows, result.view, ofOrdered: text))
            }
        } catch let diagnostic as Diagnostic where diagnostic.kind == .resource {
            tally.dear += 1
            return
        } catch let diagnostic as Diagnostic {
            Issue.record("\(diagnostic.code) \(diagnostic.message): \(text)\n\(origin)")
            return
        }
        tally.compared += 1
        #expect(results[0] == results[1], "plans differ: \(text)\n\(origin)")
        do {
            let expected = try Self.reference(statement, graph, text)
            tally.referenced += 1
            #expect(results[0] == expected, "wrong: \(text)\n\(origin)")
        } catch let outside as OutsideFragment {
            tally.outside[outside.what, default: 0] += 1
        } catch is TooDear {}
    }

    private static func reference(
        _ statement: Statement, _ graph: Graph, _ text: String
    ) throws -> [String] {
        guard case .query(let query) = statement.body else {
            throw OutsideFragment(what: "a command")
        }
        let day = text.firstMatch(of: /^AS OF date\('(.*?)'\)/).map { String($0.1) }
        let view = graph.snapshot().view
        let reference = ReferenceEvaluator(
            graph: try ReferenceGraph(view, asOf: day, limit: 400_000))
        return printed(try reference.run(query), view, ofOrdered: text)
    }

    /// Rows as texts, sorted unless the query's last clause sorts by every column.
    private static func printed(
        _ rows: [[Value]], _ view: GraphView, ofOrdered text: String
    ) -> [String] {
        let texts = PrintedRows(rows, view)
        let last = text.ranges(of: "RETURN").last.map { text[$0.lowerBound...] } ?? ""
        return last.contains("ORDER BY") ? texts.inOrder : texts.sorted
    }

    @Test("Queries that once gave wrong rows", arguments: BroadCase.found)
    func found(_ item: BroadCase) throws {
        let graph = Graph()
        let session = CypherEngine(graph: graph).session()
        _ = try session.run(item.graph, options: QueryOptions(allowsWriting: true))
        var tally = Tally()
        try compare(item.query, session, graph, item.graph, &tally)
        #expect(tally.referenced == 1)
    }
}

/// A graph and a query on it that the tests above have found an error with.
struct BroadCase: Sendable, CustomTestStringConvertible {
    let graph: String
    let query: String

    var testDescription: String { query }

    static let found: [BroadCase] = [
        // A condition of EXISTS on a node outside of it.
        BroadCase(
            graph: "CREATE (:A {v: 1})-[:R]->(:B {v: 2}), (:A {v: 2})-[:R]->(:B {v: 2})",
            query:
                "MATCH (a:A) WHERE EXISTS { (a)-[:R]->(b) WHERE b.v = a.v } RETURN count(*) AS n"),
        // Parts of an OPTIONAL MATCH that do not hang together.
        BroadCase(
            graph: "CREATE (:A)-[:R]->(:B), (:A), (:C), (:C)",
            query: "MATCH (a:A) OPTIONAL MATCH (a)-[:R]->(b), (c:C) RETURN count(*) AS n"),
        // Null matches no node, with or without other parts beside it.
        BroadCase(
            graph: "CREATE (:A)-[:R]->(:B)",
            query: "OPTIONAL MATCH (c:C) MATCH (c) RETURN c"),
        BroadCase(
            graph: "CREATE (:A)-[:R]->(:B)",
            query: "OPTIONAL MATCH (c:C) OPTIONAL MATCH (c), (a:A) RETURN a, c"),
        BroadCase(
            graph: "CREATE (:A)-[:R]->(:B)",
            query: "OPTIONAL MATCH (c:C) RETURN EXISTS { (c), (:A) } AS e, COUNT { (c) } AS n"),
        // The relationships of a repeated part differ from those of another part joined to it.
        BroadCase(
            graph: """
                CREATE (n0:B {v: 1}), (n1 {v: 3}), (n2:B:C {v: 3}), (n3:A:B {v: 1}),
                    (n1)-[:S]->(n2), (n1)-[:R]->(n1), (n2)-[:R]->(n2), (n2)-[:R]->(n3),
                    (n3)-[:R]->(n2), (n1)-[:S]->(n1), (n0)-[:S]->(n3)
                """,
            query: """
                MATCH (:B)-[:S]->(:%)((a)-[:R]->(b)){0,1}(c),
                    (d)<-[:R]-{1,2}(e:C)-[:R]->{2}(:%) RETURN c, d, e
                """),
    ]
}
