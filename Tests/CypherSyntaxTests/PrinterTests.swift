import CypherSyntax
import Testing

/// A text and the canonical form it prints as.
struct PrintCase: Sendable, CustomTestStringConvertible {
    var source: String
    var printed: String
    var testDescription: String { source }

    init(_ source: String, _ printed: String? = nil) {
        self.source = source
        self.printed = printed ?? source
    }
}

@Suite struct PrinterTests {
    @Test("An expression prints in its canonical form", arguments: expressions)
    func expression(_ test: PrintCase) throws {
        let printed = CypherPrinter.text(of: try Parser.parseExpression(test.source))
        #expect(printed == test.printed)
        #expect(CypherPrinter.text(of: try Parser.parseExpression(printed)) == printed)
    }

    @Test("A statement prints in its canonical form", arguments: statements)
    func statement(_ test: PrintCase) throws {
        let printed = CypherPrinter.text(of: try Parser.parse(test.source))
        #expect(printed == test.printed)
        #expect(CypherPrinter.text(of: try Parser.parse(printed)) == printed)
    }

    static let expressions: [PrintCase] = [
        // Grouping by precedence.
        PrintCase("1+2*3", "1 + 2 * 3"),
        PrintCase("(1+2)*3", "(1 + 2) * 3"),
        PrintCase("1-(2-3)", "1 - (2 - 3)"),
        PrintCase("(1-2)-3", "1 - 2 - 3"),
        PrintCase("2^3^2", "2 ^ 3 ^ 2"),
        PrintCase("2^(3^2)", "2 ^ (3 ^ 2)"),
        PrintCase("-2^2", "-2 ^ 2"),
        PrintCase("-(2^2)", "-(2 ^ 2)"),
        PrintCase("-(5)", "-(5)"),
        PrintCase("- -5", "--5"),
        PrintCase("a or b and not c xor d", "a OR b AND NOT c XOR d"),
        PrintCase("(a or b) and c", "(a OR b) AND c"),
        PrintCase("a or (b or c)", "a OR b OR c"),
        PrintCase("not (a = b)", "NOT a = b"),
        PrintCase("(not a) = b", "(NOT a) = b"),
        PrintCase("a = b < c"),
        PrintCase("(a = b) = c", "(a = b) = c"),
        PrintCase("a = b IN c", "a = b IN c"),
        PrintCase("(a = b) in c", "(a = b) IN c"),
        PrintCase("a + b in c", "a + b IN c"),
        PrintCase("a is null = b is null", "a IS NULL = b IS NULL"),
        PrintCase("a.b.c[0][1..][..2][..]"),
        PrintCase("(a + b).c", "(a + b).c"),
        PrintCase("(-5).c", "(-5).c"),
        PrintCase(
            "a starts with 'x' or b ends with 'y' or c contains 'z' or d =~ 'q'",
            "a STARTS WITH 'x' OR b ENDS WITH 'y' OR c CONTAINS 'z' OR d =~ 'q'"),
        PrintCase("a || b || c"),
        PrintCase("x = (a || b) = y", "x = ((a || b)) = y"),
        // Literals.
        PrintCase("0x1F", "31"),
        PrintCase("0o17", "15"),
        PrintCase("1_000", "1000"),
        PrintCase("-9223372036854775808"),
        PrintCase("-0x8000000000000000", "-9223372036854775808"),
        PrintCase(".5", "0.5"),
        PrintCase("1e3", "1000.0"),
        PrintCase("1.5d", "1.5"),
        PrintCase("\"it's\"", "'it\\'s'"),
        PrintCase("'it''s'", "'it\\'s'"),
        PrintCase("'a\\tb\\n\\u00e5\\U0001F600\\\\'", "'a\\tb\\nå😀\\\\'"),
        PrintCase("'\\uD83D\\uDE00'", "'😀'"),
        PrintCase("TRUE", "true"),
        PrintCase("[1,'a',null]", "[1, 'a', null]"),
        PrintCase("{a:1,`b c`:{}}", "{a: 1, `b c`: {}}"),
        PrintCase("$a + $0 + $`x y`", "$a + $0 + $`x y`"),
        // Forms.
        PrintCase("count ( * )", "count(*)"),
        PrintCase("collect(distinct x.y)", "collect(DISTINCT x.y)"),
        PrintCase("date.truncate('day', d)"),
        PrintCase("case when a then 1 else 2 end", "CASE WHEN a THEN 1 ELSE 2 END"),
        PrintCase("case x when 1, 2 then 'a' end", "CASE x WHEN 1, 2 THEN 'a' END"),
        PrintCase(
            "case x when > 5 then 'a' when is null, 3 then 'b' end",
            "CASE WHEN x > 5 THEN 'a' WHEN x IS NULL OR x = 3 THEN 'b' END"),
        PrintCase("[x in xs where x > 1 | x * 2]", "[x IN xs WHERE x > 1 | x * 2]"),
        PrintCase("[x IN xs, 1]", "[(x IN xs), 1]"),
        PrintCase("[x IN xs WHERE x:A | x.name]"),
        PrintCase("[x IN xs WHERE x:A|B | x.name]", "[x IN xs WHERE x:(A|B) | x.name]"),
        PrintCase("[(a)-->(b) | b.name]"),
        PrintCase("[p = (a)-[:T]->() WHERE a.x | p]"),
        PrintCase("reduce(s = 0, x IN xs | s + x)"),
        PrintCase("ANY(x in xs where x > 1)", "any(x IN xs WHERE x > 1)"),
        PrintCase("exists((a)-->(b))"),
        PrintCase("EXISTS { (a)-->(b) WHERE b.x }", "EXISTS { MATCH (a)-->(b) WHERE b.x }"),
        PrintCase("COUNT { MATCH (a) RETURN a }"),
        PrintCase("COLLECT { MATCH (a) RETURN a.x ORDER BY a.x LIMIT 3 }"),
        PrintCase("shortestPath((a)-[*..5]-(b))"),
        PrintCase("n{.name,.*,k:1,m}", "n {.name, .*, k: 1, m}"),
        PrintCase("n is Person", "n:Person"),
        PrintCase("n:A&!B|%", "n:(A&!B|%)"),
        PrintCase("n:!(A&B)"),
        PrintCase("x is :: int not null", "x IS TYPED INTEGER NOT NULL"),
        PrintCase(
            "x is not typed list<string | float>", "x IS NOT TYPED LIST<ANY<STRING | FLOAT>>"),
        PrintCase("s is nfkc normalized", "s IS NFKC NORMALIZED"),
        PrintCase("trim(both 'x' from s)", "btrim(s, 'x')"),
        PrintCase("normalize(s, NFD)", "normalize(s, 'NFD')"),
        // Names that are keywords.
        PrintCase("`order` + `null` + list", "`order` + `null` + list"),
        PrintCase("order.x", "`order`.x"),
        PrintCase("n.order.null"),
        PrintCase("nan + inf + -Infinity", "NaN + Infinity + -Infinity"),
        PrintCase("`a``b` + `c\\\\d`"),
    ]

    static let statements: [PrintCase] = [
        PrintCase("match (n) return n", "MATCH (n)\nRETURN n"),
        PrintCase(
            "MATCH (n:A:B {x: 1})<-[r:T|:U*1..3 {y: 2}]-()--(m) RETURN count( * )",
            "MATCH (n:A:B {x: 1})<-[r:T|U*1..3 {y: 2}]-()--(m)\nRETURN count(*) AS `count( * )`"),
        PrintCase(
            "MATCH (a WHERE a.x > 1)-[r:T WHERE r.y]->+(b) RETURN *",
            "MATCH (a WHERE a.x > 1)-[r:T WHERE r.y]->+(b)\nRETURN *"),
        PrintCase(
            "MATCH p = ANY SHORTEST TRAIL ((a)-[:T]->(b) WHERE a.x)+ RETURN p AS path",
            "MATCH p = ANY SHORTEST TRAIL ((a)-[:T]->(b) WHERE a.x)+\nRETURN p AS path"),
        PrintCase(
            "MATCH SHORTEST 2 PATH GROUPS (a)-->{,3}(b)-->{2}(c)-->{1,}(d)-->*(e) FINISH",
            "MATCH SHORTEST 2 GROUPS (a)-->{0,3}(b)-->{2}(c)-->+(d)-->*(e)\nFINISH"),
        PrintCase(
            "MATCH ALL SHORTEST (a)-[*]-(b), q = allShortestPaths((a)-[*2..]-(c)) RETURN q",
            "MATCH ALL SHORTEST (a)-[*]-(b), q = allShortestPaths((a)-[*2..]-(c))\nRETURN q"),
        PrintCase(
            "MATCH REPEATABLE ELEMENTS WALK (a)-->{3}(b) RETURN a",
            "MATCH REPEATABLE ELEMENTS WALK (a)-->{3}(b)\nRETURN a"),
        PrintCase(
            "OPTIONAL MATCH (a) WHERE (a)-->() WITH DISTINCT a, a.x AS x ORDER BY x DESC SKIP 1 "
                + "LIMIT 2 WHERE x RETURN x",
            "OPTIONAL MATCH (a) WHERE (a)-->()\n"
                + "WITH DISTINCT a, a.x AS x ORDER BY x DESC SKIP 1 LIMIT 2 WHERE x\nRETURN x"),
        PrintCase(
            "UNWIND [1] AS x FOR y IN [2] LET z = x + y, w = 1 FILTER WHERE z > 1 RETURN z",
            "UNWIND [1] AS x\nUNWIND [2] AS y\nLET z = x + y, w = 1\nFILTER z > 1\nRETURN z"),
        PrintCase(
            "MATCH (n) ORDER BY n.x NULLS FIRST OFFSET 2 RETURN n",
            "MATCH (n)\nORDER BY n.x NULLS FIRST SKIP 2\nRETURN n"),
        PrintCase(
            "INSERT (a:A $p)-[:T {x: 1}]->(b) SET a.x = 1, a += {y: 2}, b = a, a:B:C, a['k'] = 2",
            "CREATE (a:A $p)-[:T {x: 1}]->(b)\nSET a.x = 1, a += {y: 2}, b = a, a:B:C, a['k'] = 2"),
        PrintCase(
            "MERGE (a:A) ON MATCH SET a.x = 1 ON CREATE SET a.y = 2",
            "MERGE (a:A) ON CREATE SET a.y = 2 ON MATCH SET a.x = 1"),
        PrintCase(
            "MATCH (n) REMOVE n.x, n:A DETACH DELETE n",
            "MATCH (n)\nREMOVE n.x, n:A\nDETACH DELETE n"),
        PrintCase("FOREACH (x IN [1] | CREATE (n) SET n.x = x)"),
        PrintCase("CALL db.labels()"),
        PrintCase(
            "CALL my.`odd name` YIELD a, b AS c WHERE c > 1 RETURN a",
            "CALL my.`odd name` YIELD a, b AS c WHERE c > 1\nRETURN a"),
        PrintCase(
            "MATCH (a) CALL (a) { MATCH (a)-->(b) RETURN b UNION ALL RETURN 1 AS b } RETURN b",
            "MATCH (a)\nCALL (a) { MATCH (a)-->(b) RETURN b UNION ALL RETURN 1 AS b }\nRETURN b"),
        PrintCase(
            "OPTIONAL CALL (*) { RETURN 1 AS x } CALL { WITH x RETURN 2 AS y } RETURN y",
            "OPTIONAL CALL (*) { RETURN 1 AS x }\nCALL { WITH x RETURN 2 AS y }\nRETURN y"),
        PrintCase(
            "RETURN 1 AS x NEXT RETURN x + 1 AS y UNION RETURN 2 AS y",
            "RETURN 1 AS x\nNEXT\nRETURN x + 1 AS y\nUNION\nRETURN 2 AS y"),
        PrintCase(
            "explain as of date('2012-01-01') match (n) return n;",
            "EXPLAIN AS OF date('2012-01-01')\nMATCH (n)\nRETURN n"),
        PrintCase("CYPHER 25 PROFILE RETURN 1", "PROFILE RETURN 1"),
        PrintCase(
            "show property keys yield name where name > 'a'",
            "SHOW PROPERTY KEYS YIELD name WHERE name > 'a'"),
        PrintCase(
            "CREATE RANGE INDEX i IF NOT EXISTS FOR ()-[r:T]-() ON (r.x, r.y)",
            "CREATE INDEX i IF NOT EXISTS FOR ()-[x:T]-() ON (x.x, x.y)"),
        PrintCase("CREATE INDEX ON :Person(name)", "CREATE INDEX FOR (x:Person) ON (x.name)"),
        PrintCase("DROP INDEX i IF EXISTS"),
    ]
}
