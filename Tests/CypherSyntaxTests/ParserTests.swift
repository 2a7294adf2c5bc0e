import CypherSyntax
import GraphModel
import Testing

@Suite struct ParserTests {
    private func clauses(_ text: String) throws -> [Clause] {
        guard case .query(.single(let query)) = try Parser.parse(text).body else { return [] }
        return query.clauses
    }

    @Test(
        "A column is named by the text of its expression, as written",
        arguments: [
            ("RETURN n.name", ["n.name"]),
            ("RETURN count( * ), (1 +  2)", ["count( * )", "(1 +  2)"]),
            ("RETURN DISTINCT 'å' , -1 AS x", ["'å'", "-1"]),
            ("RETURN n . name /* c */ , [x IN  xs|x]", ["n . name", "[x IN  xs|x]"]),
        ])
    func columnText(query: String, texts: [String]) throws {
        guard case .return(let projection) = try clauses(query).last?.kind else {
            Issue.record("no RETURN")
            return
        }
        #expect(projection.items.map(\.text) == texts)
    }

    @Test("The tree holds the place of every part")
    func tree() throws {
        let expected = """
            Statement 0..<44
              mode: run
              body: query
                single
                  SingleQuery 0..<44
                    clauses
                      Clause 0..<29
                        match
                          MatchClause
                            isOptional: false
                            allowsRepeatedElements: false
                            patterns
                              PathPattern 6..<16
                                elements
                                  node
                                    NodePattern 6..<16
                                      variable: n 7..<8
                                      labels: name
                                        Person 9..<15
                            predicate 23..<29
                              hasLabels
                                Expression 23..<24
                                  variable
                                    'n'
                                not
                                  name
                                    Old 26..<29
                      Clause 30..<44
                        return
                          Projection 37..<44
                            isDistinct: false
                            includesAll: false
                            items
                              ProjectionItem
                                expression 37..<44
                                  binary
                                    add
                                    Expression 37..<42
                                      property
                                        Expression 37..<38
                                          variable
                                            'n'
                                        år 39..<42
                                    Expression 43..<44
                                      literal
                                        1
                                text: 'n.år+1'
                            page

            """
        let statement = try Parser.parse("MATCH (n:Person) WHERE n:!Old RETURN n.år+1")
        #expect(TreePrinter.text(of: statement) == expected)
    }

    @Test(
        "Words of the language are names where a name stands",
        arguments: [
            "MATCH (match:RETURN {where: 1})-[order:BY]->(limit) RETURN match.with, order.by",
            "WITH 1 AS count, 2 AS all, 3 AS exists RETURN count, all, exists",
            "UNWIND [1] AS set RETURN set AS return",
            "MATCH (is:Is)-[where:Where]-(in) RETURN is, where",
            "MATCH (n IS Person WHERE n.x = 1) RETURN n",
            "MATCH (where WHERE where.x) RETURN where",
            "MATCH (shortest)-->(any) RETURN shortest, any",
            "MATCH all = (a)-->(b) RETURN all",
            "RETURN {match: 1, null: 2, `true`: 3}.null AS x",
            "WITH {} AS case RETURN case.when AS then, CASE WHEN case.x THEN 1 END",
            "WITH 1 AS nan RETURN nan + 1",
            "MATCH (index) CREATE (index)-[:INDEX]->(constraint) FINISH",
            "CREATE index = (a) RETURN index",
            "MATCH (n) SET n.set = 1, n:Set REMOVE n.remove",
        ])
    func names(query: String) throws {
        let printed = CypherPrinter.text(of: try Parser.parse(query))
        #expect(CypherPrinter.text(of: try Parser.parse(printed)) == printed)
    }

    @Test("`inf` and `nan` are numbers until a variable has the name")
    func numberWords() throws {
        #expect(CypherPrinter.text(of: try Parser.parse("RETURN nan AS x")) == "RETURN NaN AS x")
        let bound = try Parser.parse("MATCH (nan) RETURN nan")
        #expect(CypherPrinter.text(of: bound) == "MATCH (`nan`)\nRETURN `nan`")
    }

    /// What a query means where it could be read in two ways.
    @Test(
        "Patterns and expressions are told apart",
        arguments: [
            ("(a)-->(b)", "pattern"), ("(a)--(b)", "pattern"), ("(a)<-[:T]-(b)", "pattern"),
            ("(a)-[r]-(b)", "pattern"), ("(:A)-->()", "pattern"), ("()--()", "pattern"),
            ("(a {x: 1})-->(b)", "pattern"), ("(a)-[1]", "arithmetic"), ("(a)--1", "arithmetic"),
            ("(a)-(b)", "arithmetic"), ("(a)<-(b)", "arithmetic"), ("(a)<-b", "arithmetic"),
            ("(a + b)--(c)", "arithmetic"), ("(a)-[1]-2", "arithmetic"),
        ])
    func ambiguity(text: String, reading: String) throws {
        let found: String
        do {
            _ = try Parser.parseExpression(text)
            found = "arithmetic"
        } catch let error as Diagnostic {
            found = error.message == "a pattern is a condition, not a value" ? "pattern" : "neither"
        }
        #expect(found == reading)
    }

    @Test("Whether a statement writes is seen on its tree")
    func writing() throws {
        let cases = [
            ("MATCH (n) RETURN n", false), ("CREATE (n)", true), ("CALL { CREATE (n) }", true),
            ("MATCH (n) WHERE n.text = 'CREATE' RETURN n", false),
            ("RETURN 1 NEXT MERGE (n)", true),
            ("FOREACH (x IN [1] | SET x.y = 1)", true), ("MATCH (n) REMOVE n.x", true),
        ]
        for (text, writes) in cases {
            guard case .query(let query) = try Parser.parse(text).body else { continue }
            #expect(query.writes == writes, "\(text)")
        }
    }
}
