import CypherSyntax
import GraphModel
import Testing

@testable import CypherEngine

/// What queries are bound to, as the printer shows it.
@Suite struct BindingTests {
    struct Case: CustomTestStringConvertible {
        let query: String
        let lines: [String]

        init(_ query: String, _ lines: String...) {
            self.query = query
            self.lines = lines
        }

        var testDescription: String { query }
    }

    private func check(_ example: Case) throws {
        #expect(try Binding.text(example.query) == example.lines.joined(separator: "\n"))
    }

    @Test(arguments: [
        Case(
            "MATCH (a:A {x: 1})-[r:R {y: 2}]->(b) WHERE a.z < b.z AND b:B RETURN a, b.z",
            "MATCH (a#0:A), (b#1), 0-[r#2:R]->1 WHERE (a#0.x = 1) AND (r#2.y = 2) AND"
                + " (a#0.z < b#1.z) AND b#1:B",
            "PROJECT a#0 = a#0, b.z#3 = b#1.z",
            "COLUMNS a = a#0, b.z = b.z#3"),
        Case(
            "MATCH (a)-[:R*1..3 {y: 2}]-(b) RETURN a.x AS x",
            "MATCH (a#0), (b#1), 0-[#2:R*1..3 EACH #3 (#3.y = 2)]-1",
            "PROJECT x#4 = a#0.x",
            "COLUMNS x = x#4"),
        Case(
            "MATCH (a)-[r:R WHERE r.y > 1]->+(b) RETURN r",
            "MATCH (a#0), (b#1), 0-[r#2:R*1.. EACH #3 (#3.y > 1)]->1",
            "PROJECT r#2 = r#2",
            "COLUMNS r = r#2"),
        Case(
            "MATCH ((x:X)-[r]->(y) WHERE r.w > 1){1,3} (z) RETURN x, r, z",
            "MATCH (#0), (z#1), 0((x#2:X), (y#3), 0-[r#4]->1 WHERE (r#4.w > 1))*1..31"
                + " LISTS [r#5 OF r#4, x#6 OF x#2, y#7 OF y#3]",
            "PROJECT x#6 = x#6, r#5 = r#5, z#1 = z#1",
            "COLUMNS x = x#6, r = r#5, z = z#1"),
        Case(
            "MATCH p = (a)-->(b)-->(a) RETURN p",
            "MATCH (a#0), (b#1), 0-[#2]->1, 1-[#3]->0, PATH p#4 = n0-r0-n1-r1-n0",
            "PROJECT p#4 = p#4",
            "COLUMNS p = p#4"),
        Case(
            "MATCH p = shortestPath((a)-[*]->(b)) WHERE all(n IN nodes(p) WHERE n.ok) AND"
                + " a.x = 1 RETURN p",
            "MATCH (a#0), (b#1), 0-[#2*1..]->1, PATH p#3 = SHORTEST 1 n0-r0-n1 IF all(n#4"
                + " IN nodes(p#3) WHERE n#4.ok) WHERE (a#0.x = 1)",
            "PROJECT p#3 = p#3",
            "COLUMNS p = p#3"),
        Case(
            "MATCH p = SHORTEST 2 (a)-->(m WHERE m.ok)-->+(b:B) RETURN p",
            "MATCH (a#0), (m#1), (b#3:B), 0-[#2]->1, 1-[#4*1..]->2, PATH p#5 = SHORTEST 2"
                + " n0-r0-n1-r1-n2 IF m#1.ok",
            "PROJECT p#5 = p#5",
            "COLUMNS p = p#5"),
    ])
    func patterns(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case(
            "MATCH (a) RETURN a, count(*) AS c ORDER BY a.x, count(*) DESC",
            "MATCH (a#0)",
            "PROJECT BY [a#0 = a#0] COMPUTE [#1 = count(*)] a#0 = a#0, c#2 = #1 ORDER BY"
                + " a#0.x, c#2 DESC",
            "COLUMNS a = a#0, c = c#2"),
        Case(
            "MATCH (a) RETURN a.x AS x, a.x + count(*) AS y",
            "MATCH (a#0)",
            "PROJECT BY [x#1 = a#0.x] COMPUTE [#2 = count(*)] x#1 = x#1, y#3 = (x#1 + #2)",
            "COLUMNS x = x#1, y = y#3"),
        Case(
            "MATCH (a) WITH a AS b, max(a.x) AS m WHERE b.y > m RETURN *",
            "MATCH (a#0)",
            "PROJECT BY [a#0 = a#0] COMPUTE [#2 = max(a#0.x)] b#1 = a#0, m#3 = #2 WHERE"
                + " (b#1.y > m#3)",
            "PROJECT b#1 = b#1, m#3 = m#3",
            "COLUMNS b = b#1, m = m#3"),
        Case(
            "MATCH (a) RETURN a.x AS a ORDER BY a + 1",
            "MATCH (a#0)",
            "PROJECT a#1 = a#0.x ORDER BY (a#1 + 1)",
            "COLUMNS a = a#1"),
        Case(
            "MATCH (a) RETURN DISTINCT a.x AS x ORDER BY a.x",
            "MATCH (a#0)",
            "PROJECT DISTINCT x#1 = a#0.x ORDER BY x#1",
            "COLUMNS x = x#1"),
    ])
    func grouping(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case(
            "MATCH (n) WHERE NOT (n)-[:R]->() RETURN [(n)-->(m) WHERE m.ok | m.x] AS ms,"
                + " EXISTS { (n)-->(:B) } AS e, COUNT { (n)--() } AS c",
            "MATCH (n#0) WHERE (NOT EXISTS { MATCH (=n#0), (#1), 0-[#2:R]->1 })",
            "PROJECT ms#6 = COLLECT { MATCH (=n#0), (m#3), 0-[#4]->1 WHERE m#3.ok PROJECT"
                + " #5 = m#3.x COLUMNS  = #5 }, e#9 = EXISTS { MATCH (=n#0), (#7:B), 0-[#8]->1"
                + " }, c#12 = COUNT { MATCH (=n#0), (#10), 0-[#11]-1 }",
            "COLUMNS ms = ms#6, e = e#9, c = c#12"),
        Case(
            "MATCH (a), (b) RETURN shortestPath((a)-[*]->(b)) AS p,"
                + " allShortestPaths((a)-[*]-(b)) AS ps",
            "MATCH (a#0), (b#1)",
            "PROJECT p#5 = FIRST OF COLLECT { MATCH (=a#0), (=b#1), 0-[#3*1..]->1, PATH #2"
                + " = SHORTEST 1 n0-r0-n1 PROJECT #4 = #2 COLUMNS  = #4 }, ps#9 = COLLECT {"
                + " MATCH (=a#0), (=b#1), 0-[#7*1..]-1, PATH #6 = ALL SHORTEST n0-r0-n1 PROJECT"
                + " #8 = #6 COLUMNS  = #8 }",
            "COLUMNS p = p#5, ps = ps#9"),
        Case(
            "WITH 1 AS x CALL { WITH x RETURN x + 1 AS y UNION RETURN 2 AS y } RETURN y",
            "PROJECT x#0 = 1",
            "CALL { PROJECT y#1 = (x#0 + 1) COLUMNS y = y#1 UNION PROJECT y#2 = 2 COLUMNS"
                + " y = y#2 INTO y = y#3 }",
            "PROJECT y#3 = y#3",
            "COLUMNS y = y#3"),
        Case(
            "WITH 1 AS x CALL (x) { MATCH (n {v: x}) RETURN n } RETURN n",
            "PROJECT x#0 = 1",
            "CALL { MATCH (n#1) WHERE (n#1.v = x#0) PROJECT n#1 = n#1 COLUMNS n = n#1 }",
            "PROJECT n#1 = n#1",
            "COLUMNS n = n#1"),
    ])
    func subqueries(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case(
            "RETURN 1 < 2 <= 3 AS ok, exists({a: 1}.a)",
            "PROJECT ok#0 = ((1 < 2) AND (2 <= 3)), exists({a: 1}.a)#1 = ({a: 1}.a IS NOT"
                + " NULL)",
            "COLUMNS ok = ok#0, exists({a: 1}.a) = exists({a: 1}.a)#1"),
        Case(
            "MATCH (n) RETURN n {.a, .*, k: n.b, n} AS m",
            "MATCH (n#0)",
            "PROJECT m#1 = n#0 {.a, .*, k: n#0.b, n: n#0}",
            "COLUMNS m = m#1"),
        Case(
            "RETURN 1 AS a, 2 AS b UNION RETURN 3 AS b, 4 AS a",
            "PROJECT a#0 = 1, b#1 = 2",
            "COLUMNS a = a#0, b = b#1",
            "UNION",
            "PROJECT b#2 = 3, a#3 = 4",
            "COLUMNS a = a#3, b = b#2",
            "INTO a = a#4, b = b#5"),
        Case(
            "MATCH (a) RETURN a NEXT MATCH (a)-->(b) RETURN b",
            "MATCH (a#0)",
            "PROJECT a#0 = a#0",
            "COLUMNS a = a#0",
            "NEXT",
            "MATCH (=a#0), (b#1), 0-[#2]->1",
            "PROJECT b#1 = b#1",
            "COLUMNS b = b#1"),
        Case(
            "FOR x IN [1, 2] LET y = x * 2, z = y + 1 FILTER z > 3 ORDER BY z LIMIT 1"
                + " RETURN y",
            "UNWIND [1, 2] AS x#0",
            "EXTEND y#1 = (x#0 * 2)", "EXTEND z#2 = (y#1 + 1)",
            "FILTER (z#2 > 3)",
            "ORDER BY z#2 LIMIT 1",
            "PROJECT y#1 = y#1",
            "COLUMNS y = y#1"),
        Case(
            "MATCH (n) RETURN reduce(s = 0, x IN [1] | s + x) AS r, all(x IN [1] WHERE x >"
                + " 0) AS q, [x IN [1] WHERE x > 0 | x] AS l",
            "MATCH (n#0)",
            "PROJECT r#3 = reduce(s#1 = 0, x#2 IN [1] | (s#1 + x#2)), q#5 = all(x#4 IN [1]"
                + " WHERE (x#4 > 0)), l#7 = [x#6 IN [1] WHERE (x#6 > 0) | x#6]",
            "COLUMNS r = r#3, q = q#5, l = l#7"),
    ])
    func queries(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case(
            "CALL test.two()",
            "CALL test.two() YIELD a AS a#0, b AS b#1",
            "COLUMNS a = a#0, b = b#1"),
        Case(
            "CALL test.one",
            "CALL test.one($in) YIELD out AS out#0",
            "COLUMNS out = out#0"),
        Case(
            "CALL test.two() YIELD a AS b, b AS a WHERE a > 1",
            "CALL test.two() YIELD a AS b#0, b AS a#1",
            "FILTER (a#1 > 1)",
            "COLUMNS b = b#0, a = a#1"),
        Case(
            "SHOW LABELS YIELD label WHERE label = 'A'",
            "CALL db.labels() YIELD label AS label#0",
            #"FILTER (label#0 = "A")"#,
            "COLUMNS label = label#0"),
    ])
    func procedures(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case(
            "CREATE (a:A:B {x: 1})<-[:R]-(b $p), p = (a)-[:S]->(c)",
            "CREATE (a#0:A:B {x: 1}), (b#1 $p), (c#3), b#1-[#2:R]->a#0, a#0-[#4:S]->c#3,"
                + " p#5 = a#0-c#3-#4"),
        Case(
            "MATCH (a) MERGE p = (a)-[r:R {x: 1}]-(b:B {y: 2}) ON CREATE SET r.z = 1, b:C"
                + " ON MATCH SET b += {q: 1}",
            "MATCH (a#0)",
            "MERGE { MATCH (=a#0), (b#1:B), 0-[r#2:R]-1, PATH p#3 = n0-r0-n1 WHERE (b#1.y"
                + " = 2) AND (r#2.x = 1) } CREATE (b#1:B {y: 2}), a#0-[r#2:R {x: 1}]->b#1, p#3 ="
                + " a#0-b#1-r#2 ON CREATE r#2.z = 1, b#1:C ON MATCH b#1 += {q: 1}"),
        Case(
            "MATCH (a) SET a.x = 1, a = {y: 2}, a += $p, a:L REMOVE a.x, a:L DETACH DELETE"
                + " a",
            "MATCH (a#0)",
            "SET a#0.x = 1, a#0 = {y: 2}, a#0 += $p, a#0:L",
            "REMOVE a#0.x, a#0:L",
            "DETACH DELETE a#0"),
        Case(
            "FOREACH (x IN [1, 2] | CREATE ({v: x}))",
            "FOREACH (x#0 IN [1, 2] | CREATE (#1 {v: x#0}))"),
    ])
    func writing(_ example: Case) throws { try check(example) }

    @Test("Every SHOW command is answered by a procedure there is")
    func showCommands() throws {
        for (words, name) in StatementBinder.shown {
            let statement = try Parser.parse("SHOW \(words)")
            let bound = try Binder(procedures: .standard).bind(statement)
            let columns = try #require(ProcedureRegistry.standard.find(name)).columns
            #expect(bound.query.columns.map(\.name) == columns.map(\.name))
        }
    }
}
