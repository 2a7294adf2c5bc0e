import CypherSyntax
import GraphModel
import Testing

@Suite struct ScriptTests {
    @Test("Statements are cut at semicolons that are no part of a text, name or comment")
    func statements() {
        let script = """
            MATCH (n) RETURN n; // first; not a cut
            RETURN ';' AS `a;b`;; /* ; */
            RETURN "it;s"
            """
        let source = SourceText(script)
        #expect(
            Script.statements(in: script).map(source.slice) == [
                "MATCH (n) RETURN n", "RETURN ';' AS `a;b`", "RETURN \"it;s\"",
            ])
        #expect(Script.statements(in: " ; /* */ ; ").isEmpty)
    }

    @Test("A script parses to its statements; an error keeps its place in the whole")
    func parsing() throws {
        #expect(try Parser.parseScript("RETURN 1; ; RETURN 2;").count == 2)
        #expect(try Parser.parseScript("// nothing").isEmpty)
        let error = try #require(throws: Diagnostic.self) {
            try Parser.parseScript("RETURN 1;\nRETRUN 2;")
        }
        #expect(error.range == SourceRange(10, 16))
    }

    @Test(
        "The shell knows when a statement is whole",
        arguments: [
            ("", Script.State.empty), ("  // nothing", .empty), ("RETURN 1", .unterminated),
            ("RETURN 1;", .complete), ("RETURN 1; // done", .complete),
            ("RETURN 1; RETURN", .unterminated), ("RETURN 'a;", .open(.text)),
            ("RETURN \"a;", .open(.text)), ("RETURN `a;", .open(.name)),
            ("RETURN 1 /* a;", .open(.comment)), ("RETURN (1", .open(.parenthesis)),
            ("RETURN [1, (2)", .open(.bracket)), ("CALL { RETURN 1", .open(.brace)),
            ("RETURN (1;", .complete), ("RETURN 1)", .unterminated),
        ])
    func state(text: String, state: Script.State) {
        #expect(Script.state(of: text) == state)
    }

    @Test("Parts of a query are told apart for colouring")
    func highlighting() {
        let query = """
            MATCH (n:Person {name: $x})-[r:KNOWS|LIKES*1..2]->(m) // hi
            WHERE n.age >= 18 AND date(m.born) <> 'a' RETURN count(*), [x IN xs | x.y] & 1
            """
        let source = SourceText(query)
        let spans = Highlighter.spans(in: query).filter { $0.style != .sign }
        let shown = spans.map { "\(source.slice($0.range)):\($0.style)" }
        #expect(
            shown == [
                "MATCH:keyword", "n:variable", "Person:label", "name:property", "$x:parameter",
                "r:variable", "KNOWS:relationshipType", "LIKES:relationshipType", "1:number",
                "2:number", "m:variable", "// hi:comment", "WHERE:keyword", "n:variable",
                "age:property", "18:number", "AND:keyword", "date:function", "m:variable",
                "born:property", "'a':text", "RETURN:keyword", "count:function", "x:variable",
                "IN:keyword", "xs:variable", "x:variable", "y:property", "1:number",
            ])
        #expect(Highlighter.spans(in: "RETURN 'a").last?.style == .mistake)
    }
}
