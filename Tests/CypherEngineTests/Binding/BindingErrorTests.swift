import GraphModel
import Testing

/// Queries that must not bind, a table for each family of rules.
@Suite struct BindingErrorTests {
    struct Case: CustomTestStringConvertible {
        let query: String
        let code: String
        var kind = Diagnostic.Kind.syntaxError

        init(_ query: String, _ code: String, _ kind: Diagnostic.Kind = .syntaxError) {
            self.query = query
            self.code = code
            self.kind = kind
        }

        var testDescription: String { query }
    }

    private func check(_ example: Case) throws {
        let error = try Binding.error(example.query)
        #expect(error?.code == example.code, "\(error?.message ?? "no error")")
        #expect(error?.kind == example.kind)
        #expect(error?.range != nil)
    }

    @Test(arguments: [
        Case("RETURN x", "UndefinedVariable"),
        Case("MATCH (a) WITH a.name AS name RETURN a", "UndefinedVariable"),
        Case("MATCH (a) DELETE b", "UndefinedVariable"),
        Case("MATCH (a) SET a.x = missing", "UndefinedVariable"),
        Case("MATCH (a) REMOVE b.x", "UndefinedVariable"),
        Case("MATCH (a) SET b:Label", "UndefinedVariable"),
        Case("CREATE (b {name: missing})", "UndefinedVariable"),
        Case("MERGE (n) ON CREATE SET x.num = 1", "UndefinedVariable"),
        Case("MERGE (n) ON MATCH SET x.num = 1", "UndefinedVariable"),
        Case("UNWIND xs AS x RETURN x", "UndefinedVariable"),
        Case("RETURN [x IN [1] | y]", "UndefinedVariable"),
        Case("RETURN [x IN [1] | x] AS a, x", "UndefinedVariable"),
        Case("MATCH (n) WHERE (n)-->(m) RETURN n", "UndefinedVariable"),
        Case("MATCH (n) WHERE (n)-[r]->() RETURN n", "UndefinedVariable"),
        Case("CALL { MATCH (n) RETURN n AS m } RETURN n", "UndefinedVariable"),
        Case("WITH 1 AS x CALL { RETURN x + 1 AS y } RETURN y", "UndefinedVariable"),
        Case("WITH 1 AS x, 2 AS y CALL (x) { RETURN y + 1 AS z } RETURN z", "UndefinedVariable"),
        Case("CALL (x) { RETURN 1 AS z } RETURN z", "UndefinedVariable"),
        Case("CALL test.two() YIELD a RETURN b", "UndefinedVariable"),
        Case("CALL test.two() RETURN a", "UndefinedVariable"),
        Case("MATCH (n) WHERE EXISTS { MATCH (n)-->(m) } RETURN m", "UndefinedVariable"),
        Case("FOREACH (x IN [1] | CREATE (n)) RETURN n", "UndefinedVariable"),
        Case("RETURN 1 AS a NEXT RETURN b", "UndefinedVariable"),
        Case("MATCH (a) RETURN DISTINCT a.x ORDER BY a.y", "UndefinedVariable"),
        Case("MATCH (a) RETURN count(*) AS c ORDER BY a.y", "UndefinedVariable"),
        Case("MATCH (a) WITH a.x AS x, count(*) AS c WHERE a.y = 1 RETURN x", "UndefinedVariable"),
        Case(
            "MATCH (a) WITH a.x AS x, sum(a.y) AS s ORDER BY sum(a.z) RETURN x", "UndefinedVariable"
        ),
    ])
    func undefined(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case("UNWIND [1] AS x UNWIND [2] AS x RETURN x", "VariableAlreadyBound"),
        Case("MATCH (a) CREATE (a)", "VariableAlreadyBound"),
        Case("CREATE (a), (a)", "VariableAlreadyBound"),
        Case("MATCH (a) CREATE (a:Label)-[:R]->()", "VariableAlreadyBound"),
        Case("CREATE (n:Foo)-[:T1]->(), (n:Bar)-[:T2]->()", "VariableAlreadyBound"),
        Case("MATCH ()-[r]->() CREATE ()-[r:R]->()", "VariableAlreadyBound"),
        Case("MATCH (a) MERGE (a)", "VariableAlreadyBound"),
        Case("MATCH ()-[r]->() MERGE ()-[r:R]->()", "VariableAlreadyBound"),
        Case("MATCH (p) MATCH p = (a)-->(b) RETURN p", "VariableAlreadyBound"),
        Case("MATCH p = (p)-->(b) RETURN p", "VariableAlreadyBound"),
        Case("CALL test.two() YIELD a, b AS a RETURN a", "VariableAlreadyBound"),
        Case("WITH 1 AS a CALL test.two() YIELD a RETURN a", "VariableAlreadyBound"),
        Case("WITH 1 AS x CALL { RETURN 2 AS x } RETURN x", "VariableAlreadyBound"),
        Case(
            "MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WITH 1 AS n RETURN n } RETURN n",
            "VariableAlreadyBound"),
        Case("WITH 1 AS x LET x = 2 RETURN x", "VariableAlreadyBound"),
        Case("MATCH (a) MATCH ((a)-->(b)){2} RETURN b", "VariableAlreadyBound"),
        Case("MATCH ((a)-->(b)){2}, ((c)-->(b)){2} RETURN b", "VariableAlreadyBound"),
    ])
    func alreadyBound(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case("MATCH (r) MATCH ()-[r]-() RETURN r", "VariableTypeConflict"),
        Case("MATCH r = ()-[]-() MATCH ()-[r]-() RETURN r", "VariableTypeConflict"),
        Case("MATCH (r)-[r]-() RETURN r", "VariableTypeConflict"),
        Case("WITH 1 AS r MATCH ()-[r]-() RETURN r", "VariableTypeConflict"),
        Case("WITH [1] AS r MATCH ()-[r*]-() RETURN r", "VariableTypeConflict"),
        Case("MATCH ()-[r]-() MATCH ()-[r*]-() RETURN r", "VariableTypeConflict"),
        Case("MATCH ((a)-->()){2} MATCH (a) RETURN a", "VariableTypeConflict"),
        Case("MATCH ()-[r]->() CREATE (r)-[:R]->()", "VariableTypeConflict"),
        Case("MATCH (a)-[r]->()-[r]->(a) RETURN r", "RelationshipUniquenessViolation"),
        Case("MATCH (a)-[r]->(), ()-[r]->(a) RETURN r", "RelationshipUniquenessViolation"),
    ])
    func typeConflict(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case("MATCH (n) WHERE count(n) > 1 RETURN n", "InvalidAggregation"),
        Case("MATCH (n) WITH n WHERE count(n) > 1 RETURN n", "InvalidAggregation"),
        Case("MATCH (n) SET n.x = count(n)", "InvalidAggregation"),
        Case("MATCH (n) CREATE ({x: count(n)})", "InvalidAggregation"),
        Case("MATCH (n) RETURN n.x ORDER BY max(n.y)", "InvalidAggregation"),
        Case("MATCH (n) RETURN [x IN [1] | count(n)]", "InvalidAggregation"),
        Case("MATCH (n) CALL test.one(count(n)) YIELD out RETURN out", "InvalidAggregation"),
        Case("MATCH (n) RETURN n, count(*) ORDER BY sum(n.x)", "InvalidAggregation"),
        Case("RETURN count(count(*))", "NestedAggregation"),
        Case("RETURN count(sum(1))", "NestedAggregation"),
        Case("RETURN count(rand())", "NonConstantExpression"),
        Case("RETURN sum(1 + rand())", "NonConstantExpression"),
        Case("MATCH (a) RETURN a.x + count(*)", "AmbiguousAggregationExpression"),
        Case("MATCH (a) RETURN a.x + a.y, a.x + a.y + count(*)", "AmbiguousAggregationExpression"),
        Case("MATCH (a) RETURN a.x AS x, a.y * sum(a.z)", "AmbiguousAggregationExpression"),
        Case(
            "MATCH (a) RETURN a.x + a.y, count(*) AS c ORDER BY a.x + a.y + count(*)",
            "AmbiguousAggregationExpression"),
        Case(
            "MATCH (a), (b) RETURN count(*) + COUNT { (b)-->() }",
            "AmbiguousAggregationExpression"),
    ])
    func aggregation(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case("RETURN 1 AS a, 2 AS a", "ColumnNameConflict"),
        Case("WITH 1 AS a, 2 AS a RETURN a", "ColumnNameConflict"),
        Case("MATCH (a) RETURN *, a", "ColumnNameConflict"),
        Case("MATCH (a) WITH a, count(*) RETURN a", "NoExpressionAlias"),
        Case("MATCH () RETURN *", "NoVariablesInScope"),
        Case("RETURN 1 AS a UNION RETURN 2 AS b", "DifferentColumnsInUnion"),
        Case("RETURN 1 AS a UNION RETURN 2 AS a, 3 AS b", "DifferentColumnsInUnion"),
        Case(
            "RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a", "InvalidClauseComposition"),
        Case("MATCH (n) RETURN n UNION ALL MATCH (m) RETURN m", "DifferentColumnsInUnion"),
        Case("MATCH (n)", "InvalidClauseComposition"),
        Case(
            "MATCH (n) WHERE EXISTS { MATCH (n) SET n.x = 1 } RETURN n", "InvalidClauseComposition"),
        Case("RETURN COLLECT { MATCH (n) RETURN n, n.x }", "UnexpectedSyntax"),
    ])
    func projection(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case("MATCH (n) RETURN n LIMIT n.x", "NonConstantExpression"),
        Case("MATCH (n) RETURN n SKIP n.x", "NonConstantExpression"),
        Case("RETURN 1 SKIP -1", "NegativeIntegerArgument"),
        Case("RETURN 1 LIMIT -(1)", "NegativeIntegerArgument"),
        Case("RETURN 1 LIMIT 1.5", "InvalidArgumentType"),
        Case("RETURN 1 SKIP 'a'", "InvalidArgumentType"),
        Case("RETURN 1 LIMIT COUNT { (n) }", "NonConstantExpression"),
    ])
    func page(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case("CALL test.unknown()", "ProcedureNotFound", .procedureError),
        Case("CALL test.one()", "InvalidNumberOfArguments"),
        Case("CALL test.one(1, 2)", "InvalidNumberOfArguments"),
        Case("CALL test.one(true)", "InvalidArgumentType"),
        Case("CALL test.one('x') YIELD out RETURN out", "InvalidArgumentType"),
        Case("CALL test.one YIELD out RETURN out", "InvalidArgumentPassingMode"),
        Case("CALL test.two() YIELD * RETURN a", "UnexpectedSyntax"),
        Case("CALL test.two() YIELD c", "UndefinedColumn", .procedureError),
        Case("SHOW NOTHING", "UnknownCommand"),
    ])
    func procedures(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case("RETURN nosuch(1)", "UnknownFunction"),
        Case("RETURN toUpper()", "InvalidNumberOfArguments"),
        Case("RETURN toUpper('a', 'b')", "InvalidNumberOfArguments"),
        Case("RETURN toUpper(DISTINCT 'a')", "UnexpectedSyntax"),
        Case("MATCH (n) RETURN type(n)", "InvalidArgumentType"),
        Case("MATCH (n) RETURN length(n)", "InvalidArgumentType"),
        Case("MATCH ()-[r]->() RETURN length(r)", "InvalidArgumentType"),
        Case("MATCH p = ()-->() RETURN size(p)", "InvalidArgumentType"),
        Case("MATCH p = ()-->() RETURN labels(p)", "InvalidArgumentType"),
        Case("RETURN properties(1)", "InvalidArgumentType"),
        Case("RETURN properties('cypher')", "InvalidArgumentType"),
        Case("RETURN properties([true, false])", "InvalidArgumentType"),
        Case("MATCH (a), (b) RETURN size((a)-->(b))", "UnexpectedSyntax"),
    ])
    func functions(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case("RETURN NOT 1", "InvalidArgumentType"),
        Case("RETURN 1 AND true", "InvalidArgumentType"),
        Case("RETURN true OR 'x'", "InvalidArgumentType"),
        Case("RETURN 1 + 2 XOR true", "InvalidArgumentType"),
        Case("WITH 1 AS x RETURN x AND true", "InvalidArgumentType"),
        Case("MATCH (n) WHERE n RETURN n", "InvalidArgumentType"),
        Case("MATCH (n) WHERE 1 RETURN n", "InvalidArgumentType"),
        Case("RETURN 1 IN 2", "InvalidArgumentType"),
        Case("RETURN any(x IN ['a'] WHERE x % 2 = 0)", "InvalidArgumentType"),
        Case("RETURN 'a' - 1", "InvalidArgumentType"),
        Case("RETURN -true", "InvalidArgumentType"),
        Case("RETURN [x IN 1 | x]", "InvalidArgumentType"),
        Case("WITH 1 AS x RETURN x.y", "InvalidArgumentType", .typeError),
        Case("WITH [1] AS x RETURN x.y", "InvalidArgumentType", .typeError),
        Case("MATCH p = ()-->() WHERE p.x = 1 RETURN p", "InvalidArgumentType"),
        Case("WITH 1 AS x RETURN x:Label", "InvalidArgumentType"),
        Case("MATCH () DELETE 1 + 1", "InvalidArgumentType"),
        Case("MATCH (n) DELETE n:Label", "InvalidDelete"),
        Case("WITH 1 AS x SET x.y = 2", "InvalidArgumentType"),
        Case("MATCH (n) SET n = 1", "InvalidArgumentType"),
        Case("MATCH ()-[r]->() SET r:Label", "InvalidArgumentType"),
        Case("FOREACH (x IN 1 | CREATE ())", "InvalidArgumentType"),
        Case("MATCH (n) RETURN (n)-->()", "UnexpectedSyntax"),
        Case("MATCH (n) SET n.x = (n)-->()", "UnexpectedSyntax"),
    ])
    func types(_ example: Case) throws { try check(example) }

    @Test(arguments: [
        Case("CREATE ()-[r]->()", "NoSingleRelationshipType"),
        Case("CREATE ()-[:A|B]->()", "NoSingleRelationshipType"),
        Case("MERGE (a)-[x]->(b)", "NoSingleRelationshipType"),
        Case("CREATE (a)-[:R]-(b)", "RequiresDirectedRelationship"),
        Case("CREATE ()-[:R*2]->()", "CreatingVarLength"),
        Case("MATCH (n $map) RETURN n", "InvalidParameterUse"),
        Case("MERGE (n $map)", "InvalidParameterUse"),
        Case("CREATE (n:A|B)", "UnexpectedSyntax"),
        Case("CREATE (n 1)", "UnexpectedSyntax"),
        Case("MATCH p = shortestPath((a)-->(b)-->(c)) RETURN p", "UnexpectedSyntax"),
        Case("MATCH WALK (a)-->*(b) RETURN a", "UnexpectedSyntax"),
        Case("MATCH REPEATABLE ELEMENTS (a)-->*(b) RETURN a", "UnexpectedSyntax"),
        Case("MATCH (((a)-->(b)){2}){3} RETURN 1", "UnexpectedSyntax"),
        Case("MATCH SHORTEST 0 (a)-->*(b) RETURN a", "NegativeIntegerArgument"),
    ])
    func patterns(_ example: Case) throws { try check(example) }

    @Test(
        "A mistyped name gets the near ones as a hint",
        arguments: [
            ("MATCH (person) RETURN preson", "'person'"),
            ("RETURN toUppr('a')", "'toUpper'"),
            ("CALL test.tow()", "'test.two'"),
            ("CALL test.one(1) YIELD otu", "'out'"),
            ("SHOW LABLES", "'LABELS'"),
        ])
    func nearNames(_ query: String, _ name: String) throws {
        let error = try Binding.error(query)
        #expect(error?.hint?.contains(name) == true, "\(error?.hint ?? "no hint")")
    }

    @Test(
        "A habit from another language gets what to write instead",
        arguments: [
            ("RETURN CONCAT('a', 'b')", "Write a + b"),
            ("RETURN ifnull(null, 1)", "Write coalesce(a, b)"),
            ("MATCH (n) RETURN n.name.toUpper()", "A value has no methods: write toUpper(n.name)"),
            ("MATCH (n) RETURN type(n)", "Write labels(n) for a node"),
            ("RETURN length('abc')", "Write size(…) for a text or list"),
            ("RETURN CURRENT_DATE", "Write date()"),
            (
                "RETURN date(2024, 1, 31)",
                "Write date('2024-01-31') or date({year: 2024, month: 1, day: 31})"
            ),
            ("RETURN date(2024)", "Put it in quotes: date('2024-01-31')"),
            (
                "MATCH (n) WHERE n.name = Ola RETURN n",
                "Put a text in quotes: 'Ola'; write a property as n.Ola"
            ),
            ("RETURN left('abc')", "Write it as in left('hello', 3)"),
            ("RETURN true || false", "Write OR"),
            ("RETURN date('2024-01-01') + 1", "Write a duration: + duration({days: 1})"),
            (
                "RETURN date('2024-01-01') - date('2023-01-01')",
                "Write duration.between(from, to)"
            ),
            (
                "MATCH (n) WHERE n.name = 'a' OR 'b' RETURN n",
                "Write both conditions whole: x = 1 OR x = 2, or x IN [1, 2]"
            ),
            (
                "MATCH (n) WHERE (n)-[:R]->(m) RETURN n",
                "A pattern that is a condition names nothing new: leave the name out, write "
                    + "EXISTS { … }, or put the pattern into MATCH"
            ),
        ])
    func habits(_ query: String, _ hint: String) throws {
        #expect(try Binding.error(query)?.hint == hint)
    }
}
