import CypherEngine
import GraphModel
import GraphStore
import Testing

@Suite struct EngineTests {
    private func run(_ statements: String...) throws -> QueryResult {
        let session = CypherEngine(graph: Graph()).session()
        var result: QueryResult?
        for text in statements {
            result = try session.run(text, options: QueryOptions(allowsWriting: true))
        }
        return try #require(result)
    }

    private func text(_ result: QueryResult) -> [String] {
        result.rows.map { row in row.map { ValuePrinter().text(of: $0) }.joined(separator: " ") }
    }

    @Test func createsAndMatches() throws {
        let result = try run(
            "CREATE (a:Person {name: 'Ada', age: 36})-[:KNOWS {since: 1}]->(b:Person {name: 'Bo'})",
            "MATCH (a:Person)-[k:KNOWS]->(b) RETURN a.name AS a, k.since, b.name ORDER BY a")
        #expect(result.columns == ["a", "k.since", "b.name"])
        #expect(text(result) == ["'Ada' 1 'Bo'"])
    }

    @Test func aggregatesByGroup() throws {
        let result = try run(
            "UNWIND [1, 2, 3, 4, 5] AS x RETURN x % 2 AS odd, count(*) AS n, sum(x) AS s ORDER BY odd"
        )
        #expect(text(result) == ["0 2 6", "1 3 9"])
    }

    @Test func optionalMatchKeepsRows() throws {
        let result = try run(
            "CREATE (:A {v: 1})-[:R]->(:B), (:A {v: 2})",
            "MATCH (a:A) OPTIONAL MATCH (a)-[:R]->(b:B) RETURN a.v AS v, b IS NULL AS missing ORDER BY v"
        )
        #expect(text(result) == ["1 false", "2 true"])
    }

    @Test func subqueriesSeeTheirRow() throws {
        let result = try run(
            "CREATE (:A {v: 1})-[:R]->(:B), (:A {v: 2})",
            """
            MATCH (a:A) WHERE EXISTS { (a)-[:R]->() }
            RETURN a.v, COUNT { (a)-->() } AS n, [(a)-[r]->() | type(r)] AS types
            """)
        #expect(text(result) == ["1 1 ['R']"])
    }

    @Test func pathsOfAnyLength() throws {
        let result = try run(
            "CREATE (:N {v: 1})-[:R]->(:N {v: 2})-[:R]->(:N {v: 3})",
            "MATCH p = (:N {v: 1})-[:R*]->(x) RETURN x.v AS v, length(p) ORDER BY v")
        #expect(text(result) == ["2 1", "3 2"])
    }

    @Test func shortestAndQuantified() throws {
        let result = try run(
            "CREATE (a:N {v: 1})-[:R]->(:N {v: 2})-[:R]->(c:N {v: 3}), (a)-[:R]->(c)",
            """
            MATCH p = SHORTEST 1 (a:N {v: 1})-[:R]->+(c:N {v: 3})
            MATCH q = (a)((x)-[:R]->(y)){2}(c)
            RETURN length(p) AS p, [n IN x | n.v] AS x, length(q) AS q
            """)
        #expect(text(result) == ["1 [1, 2] 2"])
    }

    @Test func aFailedStatementLeavesNothing() throws {
        let graph = Graph()
        let session = CypherEngine(graph: graph).session()
        #expect(throws: Diagnostic.self) {
            try session.run(
                "UNWIND [1, 0] AS x CREATE (:A {v: 1 / x})",
                options: QueryOptions(allowsWriting: true))
        }
        #expect(graph.snapshot().view.nodeCount == 0)
    }
}
