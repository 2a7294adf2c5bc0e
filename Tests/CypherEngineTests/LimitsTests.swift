import CypherEngine
import GraphModel
import GraphStore
import Testing

/// A query that would run for ages, or fill the memory: what it is about, and its text.
struct Runaway: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String

    init(_ name: String, _ text: String) {
        testDescription = name
        self.text = text
    }
}

/// Limits are looked at inside loops: whatever a query does, it ends in time and within its
/// budget, with an error that says which limit it was, and the session goes on.
@Suite struct LimitsTests {
    /// Every node knows every other, both ways.
    private static func denseGraph(_ count: Int) throws -> Graph {
        let graph = Graph()
        _ = try CypherEngine(graph: graph).session().run(
            """
            UNWIND range(1, \(count)) AS i CREATE (:N {i: i})
            WITH count(*) AS ignored MATCH (a:N), (b:N) WHERE a.i <> b.i CREATE (a)-[:K]->(b)
            """, options: QueryOptions(allowsWriting: true))
        return graph
    }

    private static let endless = [
        Runaway("all paths", "MATCH p = ()-[*]-() RETURN count(p)"),
        Runaway("all walks of a group", "MATCH p = ((a)-[:K]->(b)){1,} RETURN count(p)"),
        Runaway("product of four", "MATCH (a), (b), (c), (d) WHERE a.i + b.i < c.i * d.i RETURN 1"),
        Runaway(
            "product of many, counted",
            """
            MATCH (a), (b), (c), (d), (e), (f)
            WHERE a.i + b.i + c.i + d.i + e.i + f.i = 0 RETURN count(*)
            """),
        Runaway("unwinding", "UNWIND range(1, 1000000000000) AS x RETURN sum(x)"),
        Runaway(
            "unwinding twice",
            "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y RETURN max(x + y)"),
        Runaway("reduce", "RETURN reduce(n = 0, x IN range(1, 30000000) | n + x % 7)"),
        Runaway(
            "comprehension",
            "RETURN size([x IN range(1, 100000) WHERE any(y IN range(1, 100000) WHERE y < 0)])"),
        Runaway(
            "membership",
            "UNWIND range(1, 100000) AS x WITH x WHERE -x IN range(1, 1000000) RETURN x"),
        Runaway(
            "regular expression",
            """
            WITH reduce(s = 'a', i IN range(1, 20) | s + s) AS s
            UNWIND range(1, 1000) AS x WITH x WHERE s =~ '(a?){300}(a|b)*c' RETURN x
            """),
        Runaway(
            "part that nearly fits everywhere",
            """
            WITH reduce(s = 'ab', i IN range(1, 22) | s + s) AS s
            UNWIND range(1, 1000) AS x WITH x WHERE (s + s) CONTAINS (s + 'c') RETURN x
            """),
        Runaway("text doubled", "RETURN size(reduce(s = 'ab', i IN range(1, 60) | s + s))"),
        Runaway("list doubled", "RETURN size(reduce(l = ['ab'], i IN range(1, 60) | l + l))"),
        Runaway(
            "text normalized", "RETURN size(normalize(reduce(s = 'é', i IN range(1, 24) | s + s)))"),
        Runaway(
            "text turned round",
            "RETURN size(reduce(s = 'ab', i IN range(1, 24) | reverse(toUpper(s + s))))"),
        Runaway(
            "lists compared",
            """
            WITH range(1, 3000000) AS a UNWIND range(1, 100000) AS x
            WITH x WHERE a + [x] = a + [0] RETURN x
            """),
        Runaway(
            "cycles counted",
            """
            MATCH (a)-[:K]->(b)-[:K]->(c)-[:K]->(d)-[:K]->(e)-[:K]->(f)-[:K]->(a),
                (a)-[:K]->(d), (b)-[:K]->(e), (c)-[:K]->(f) RETURN count(*)
            """),
        Runaway(
            "shortest of many", "MATCH p = SHORTEST 1000000 (a {i: 1})-[:K]->+(b {i: 2}) RETURN p"),
        Runaway(
            "subquery a row",
            "UNWIND range(1, 100000000) AS x CALL (x) { RETURN x AS y } RETURN sum(y)"),
        Runaway(
            "existence a row",
            "MATCH (a), (b), (c) WHERE NOT EXISTS { (a)-[:K*3..5]->(x) WHERE x.i = b.i * 1000 } RETURN 1"
        ),
        Runaway(
            "union",
            "UNWIND range(1, 100000000000) AS x RETURN 1 AS n UNION UNWIND range(1, 9) AS x RETURN 1 AS n"
        ),
        Runaway("grouping", "UNWIND range(1, 100000000000) AS x RETURN x % 10 AS k, count(*) AS n"),
        Runaway(
            "distinct aggregate",
            "UNWIND range(1, 100000000000) AS x RETURN count(DISTINCT x % 10) AS n"),
        Runaway(
            "top rows", "UNWIND range(1, 100000000000) AS x RETURN x ORDER BY x % 1000, x LIMIT 5"),
    ]

    @Test("An endless query ends at its deadline", arguments: endless)
    func deadline(_ query: Runaway) throws {
        let session = CypherEngine(graph: try Self.denseGraph(60)).session()
        var options = QueryOptions()
        options.limits.timeout = 0.1
        let start = ContinuousClock.now
        let error = try #require(throws: Diagnostic.self) {
            try session.run(query.text, options: options)
        }
        #expect(error.code == "DeadlineExceeded", "\(error.message)")
        #expect(error.kind == .resource)
        // Far more than it takes: what looks at no limit goes on for minutes.
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(try session.run("RETURN 1").rows.count == 1)
    }

    private static let greedy = [
        Runaway("rows", "UNWIND range(1, 1000000000) AS x RETURN x"),
        Runaway("range", "RETURN size(range(1, 40000000))"),
        Runaway("sort", "UNWIND range(1, 1000000000) AS x RETURN x ORDER BY x % 7"),
        Runaway("collect", "UNWIND range(1, 1000000000) AS x RETURN size(collect(x))"),
        Runaway("distinct", "UNWIND range(1, 1000000000) AS x WITH DISTINCT x RETURN count(*)"),
        Runaway("groups", "UNWIND range(1, 1000000000) AS x WITH x, count(*) AS n RETURN sum(n)"),
        Runaway("text", "RETURN size(reduce(s = 'x', i IN range(1, 60) | s + s))"),
        Runaway(
            "text and number",
            "RETURN size(reduce(s = 'xxxxxxxxxx', i IN range(1, 60) | s + s + 1))"),
        Runaway("list", "RETURN size(reduce(l = [1], i IN range(1, 60) | l + l))"),
        Runaway(
            "replacing", "RETURN size(reduce(s = 'xx', i IN range(1, 60) | replace(s, 'x', s)))"),
        Runaway(
            "characters", "RETURN size(split(reduce(s = 'ab', i IN range(1, 18) | s + s), ''))"),
        Runaway(
            "pieces", "RETURN size(split(reduce(s = 'a,', i IN range(1, 18) | s + s), ','))"),
        Runaway(
            "text turned round", "RETURN reduce(s = 'ab', i IN range(1, 60) | reverse(s + s))"),
        Runaway("shared parts", "RETURN reduce(l = [1], i IN range(1, 60) | [l, l]) AS l"),
        Runaway(
            "shared parts of maps", "RETURN reduce(m = {}, i IN range(1, 60) | {a: m, b: m}) AS m"),
        Runaway(
            "comprehensions",
            "RETURN size([x IN range(1, 100000) | [y IN range(1, 100000) | x * y]])"),
        Runaway("product kept", "MATCH (a), (b), (c), (d) RETURN a, b, c, d"),
        Runaway(
            "join kept", "MATCH (a), (b), (c), (d) WITH a, b, c, d ORDER BY a.i + d.i RETURN a"),
        Runaway("all shortest", "MATCH p = ALL SHORTEST (a)-[:K]-{5,}(b) RETURN count(p)"),
        Runaway(
            "groups of paths", "MATCH p = SHORTEST 4 GROUPS (a {i: 1})-[:K]->+(b {i: 2}) RETURN p"),
        Runaway(
            "collected subquery",
            "RETURN size(COLLECT { UNWIND range(1, 1000000000) AS x RETURN x })"),
        Runaway(
            "texts of a batch",
            "UNWIND range(1, 1000) AS x WITH reduce(s = 'x', i IN range(1, 20) | s + s) + x AS s RETURN max(size(s)), count(s + s)"
        ),
    ]

    @Test("Counting without rows ends at its deadline too")
    func countingDeadline() throws {
        let graph = Graph()
        let session = CypherEngine(graph: graph).session()
        _ = try session.run(
            """
            UNWIND range(1, 50) AS i CREATE (:N {i: i})
            WITH count(*) AS ignored MATCH (a:N), (b:N) WHERE a.i <> b.i
            CREATE (a)-[:A]->(b), (a)-[:B]->(b), (a)-[:C]->(b), (a)-[:D]->(b), (a)-[:E]->(b),
                (a)-[:F]->(b), (a)-[:G]->(b), (a)-[:H]->(b), (a)-[:I]->(b)
            """, options: QueryOptions(allowsWriting: true))
        var options = QueryOptions()
        options.limits.timeout = 0.2
        let cycle = """
            MATCH (a)-[:A]->(b)-[:B]->(c)-[:C]->(d)-[:D]->(e)-[:E]->(f)-[:F]->(a),
                (a)-[:G]->(d), (b)-[:H]->(e), (c)-[:I]->(f) RETURN count(*)
            """
        let error = try #require(throws: Diagnostic.self) {
            try session.run(cycle, options: options)
        }
        #expect(error.code == "DeadlineExceeded", "\(error.message)")
        #expect(try session.run("RETURN 1").rows.count == 1)
    }

    @Test("A greedy query ends at its memory budget", arguments: greedy)
    func memory(_ query: Runaway) throws {
        let session = CypherEngine(graph: try Self.denseGraph(60)).session()
        var options = QueryOptions()
        options.limits.memory = 8 << 20
        options.limits.timeout = 60
        let error = try #require(throws: Diagnostic.self) {
            try session.run(query.text, options: options)
        }
        #expect(error.code == "MemoryBudgetExceeded", "\(error.message)")
        #expect(try session.run("RETURN 1").rows.count == 1)
    }

    @Test(
        "What is given back can be used again",
        arguments: [
            "UNWIND range(1, 2000) AS x CALL (x) { UNWIND range(1, 500) AS y RETURN max(y) AS m ORDER BY m } RETURN sum(m)",
            "UNWIND range(1, 2000) AS x RETURN sum(COUNT { UNWIND range(1, 500) AS y WITH DISTINCT y RETURN y })",
            "UNWIND range(1, 1000) AS x MATCH p = SHORTEST 1 (a {i: 1})-[:K]->+(b {i: 2}) RETURN count(p)",
            "UNWIND range(1, 300) AS x MATCH (a {i: 1})-[:K]->{1,2}(b) RETURN count(b)",
            "UNWIND range(1, 1000000) AS x RETURN count(DISTINCT x % 3)",
            "UNWIND range(1, 30) AS x RETURN max(size(range(1, 100000)))",
        ])
    func givingBack(_ text: String) throws {
        let session = CypherEngine(graph: try Self.denseGraph(20)).session()
        var options = QueryOptions()
        options.limits.memory = 4 << 20
        #expect(try session.run(text, options: options).rows.count == 1)
    }

    @Test("A result of too many rows is refused")
    func rows() throws {
        let session = CypherEngine(graph: Graph()).session()
        var options = QueryOptions()
        options.limits.rows = 100
        let error = try #require(throws: Diagnostic.self) {
            try session.run("UNWIND range(1, 1000000) AS x RETURN x", options: options)
        }
        #expect(error.code == "RowLimitExceeded")
        #expect(
            try session.run("UNWIND range(1, 100) AS x RETURN x", options: options).rows.count
                == 100)
    }

    @Test("A path that grows too long is refused")
    func pathLength() throws {
        let session = CypherEngine(graph: try Self.denseGraph(20)).session()
        var options = QueryOptions()
        options.limits.pathLength = 30
        for text in ["MATCH ()-[*]->() RETURN count(*)", "MATCH ()-[r*40]->() RETURN r LIMIT 1"] {
            let error = try #require(throws: Diagnostic.self) {
                try session.run(text, options: options)
            }
            #expect(error.code == "PathTooLong", "\(text)")
        }
        #expect(
            try session.run("MATCH ()-[r*30]->() RETURN r LIMIT 1", options: options).rows.count
                == 1)
    }

    @Test("A cancelled query stops, and the session goes on")
    func cancellation() throws {
        let session = CypherEngine(graph: try Self.denseGraph(30)).session()
        var options = QueryOptions()
        let cancellation = Cancellation()
        options.cancellation = cancellation
        cancellation.cancel()
        let error = try #require(throws: Diagnostic.self) {
            try session.run("MATCH p = ()-[*]-() RETURN count(p)", options: options)
        }
        #expect(error.code == "Cancelled")
        #expect(try session.run("RETURN 1").rows.count == 1)
    }

    // MARK: Writing

    @Test(
        "A write that fails leaves the graph as it was",
        arguments: [
            "UNWIND range(1, 100000000) AS x CREATE (:New {fresh: x})-[:FRESH]->(:New)",
            "UNWIND range(1, 100000000) AS x MERGE (:New {fresh: x})",
            "MATCH (n) SET n.i = -1, n:Changed WITH n UNWIND range(1, 100000000) AS x SET n.fresh = x",
            "MATCH (n) DETACH DELETE n WITH count(*) AS c UNWIND range(1, 100000000000) AS x RETURN sum(x)",
            "MATCH ()-[r]->() DELETE r WITH count(*) AS c UNWIND range(1, 1000000000) AS x RETURN collect(x)",
            "FOREACH (x IN range(1, 30000000) | CREATE (:New {fresh: x}))",
            "MATCH (n) SET n.i = -1 WITH n RETURN n.i / 0",
            "MATCH (n) REMOVE n.i, n:N SET n.fresh = [[1]]",
            "MATCH (n) DELETE n",
        ])
    func failedWrite(_ text: String) throws {
        let graph = try Self.denseGraph(20)
        let session = CypherEngine(graph: graph).session()
        let before = try state(session)
        var options = QueryOptions(allowsWriting: true)
        options.limits.timeout = 0.3
        options.limits.memory = 64 << 20
        #expect(throws: Diagnostic.self) { try session.run(text, options: options) }
        #expect(try state(session) == before)
        // And within a transaction, which goes on without it.
        try session.begin(allowsWriting: true)
        _ = try session.run("CREATE (:Kept)", options: options)
        #expect(throws: Diagnostic.self) { try session.run(text, options: options) }
        _ = try session.run("MATCH (k:Kept) DELETE k", options: options)
        try session.commit()
        #expect(try state(session) == before)
    }

    private func state(_ session: QuerySession) throws -> [String] {
        try [
            "MATCH (n) RETURN labels(n), properties(n) ORDER BY n.i",
            "MATCH (a)-[r]->(b) RETURN a.i, type(r), b.i ORDER BY a.i, b.i",
        ].flatMap { text in
            try session.run(text).rows.map { row in
                row.map { ValuePrinter().text(of: $0) }.joined(separator: " ")
            }
        }
    }

    // MARK: Nesting

    private static let deep = [
        Runaway("reduce", "WITH reduce(a = [], x IN range(1, 100000) | [a]) AS a RETURN a"),
        Runaway("reduce of maps", "RETURN reduce(a = {}, x IN range(1, 100000) | {a: a}) AS a"),
        Runaway("adding", "RETURN reduce(a = [], x IN range(1, 100000) | [1] + [a]) AS a"),
        Runaway(
            "comprehension", "RETURN reduce(a = [], x IN range(1, 100000) | [y IN [1] | a]) AS a"),
        Runaway(
            "collected", "RETURN reduce(a = [], x IN range(1, 100000) | COLLECT { RETURN a }) AS a"),
        Runaway("projection", "RETURN reduce(a = {}, x IN range(1, 100000) | a {a: a}) AS a"),
        Runaway(
            "inside a condition",
            "WITH 1 AS n WHERE size(reduce(a = [], x IN range(1, 100000) | [a])) = 1 RETURN n"),
        Runaway(
            "clauses",
            "WITH [1] AS a " + String(repeating: "WITH [[[a]]] AS a ", count: 300) + "RETURN a"),
        Runaway(
            "collecting clauses",
            "WITH [1] AS a " + String(repeating: "WITH collect(a) AS a ", count: 600) + "RETURN a"),
    ]

    @Test("Values nest so deep and no deeper", arguments: deep)
    func nesting(_ query: Runaway) throws {
        let session = CypherEngine(graph: Graph()).session()
        let error = try #require(throws: Diagnostic.self) { try session.run(query.text) }
        #expect(error.code == "ValueTooDeep", "\(error.message)")
        #expect(try session.run("RETURN 1").rows.count == 1)
    }

    @Test("A value at the limit can be compared, hashed, sorted, printed and let go")
    func deepest() throws {
        let session = CypherEngine(graph: Graph()).session()
        let result = try session.run(
            """
            UNWIND [\(Value.nestingLimit), \(Value.nestingLimit), 1] AS depth
            WITH reduce(a = [1], x IN range(2, depth) | [a]) AS a
            WITH DISTINCT a ORDER BY a
            RETURN a, a = a AS same, a < a AS less, count(*) AS n
            """)
        #expect(result.rows.count == 2)
        for row in result.rows { #expect(!ValuePrinter().text(of: row[0]).isEmpty) }
    }

    @Test("Parameters nest no deeper either")
    func parameters() throws {
        let session = CypherEngine(graph: Graph()).session()
        var value = Value.integer(1)
        for _ in 0..<Value.nestingLimit { value = .list([value]) }
        #expect(try session.run("RETURN $p AS p", parameters: ["p": value]).rows.count == 1)
        let error = try #require(throws: Diagnostic.self) {
            try session.run("RETURN 1", parameters: ["p": .map(["a": value])])
        }
        #expect(error.code == "ValueTooDeep")
    }
}
