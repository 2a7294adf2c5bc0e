extension Mistake {
    /// Operators of other languages.
    static let operators: [Mistake] = [
        Mistake(
            "MATCH (n) WHERE n.name == 'Kari' RETURN n", column: 24,
            hint: "write '=' to compare"),
        Mistake(
            "MATCH (n) WHERE n.name != 'Kari' RETURN n", column: 24,
            hint: "write '<>' for unequal"),
        Mistake(
            "MATCH (n) WHERE n.a = 1 && n.b = 2 RETURN n", column: 25,
            hint: "write AND"),
        Mistake(
            "MATCH (n) WHERE n.a = 1 || n.b = 2 RETURN n", column: 25,
            hint: "write OR; put joined texts in parentheses: (a || b)"),
        Mistake(
            "MATCH (n) WHERE n.a || n.b RETURN n", column: 21,
            hint: "write OR; put joined texts in parentheses: (a || b)"),
        Mistake(
            "MATCH (n) WHERE n.a = 1 | n.b = 2 RETURN n", column: 25,
            hint: "write OR"),
        Mistake(
            "MATCH (n) WHERE n.a = 1 & n.b = 2 RETURN n", column: 25,
            hint: "write AND; join texts with '+' or '||'"),
        Mistake(
            "MATCH (n) WHERE !n.active RETURN n", column: 17,
            hint: "write NOT"),
        Mistake(
            "MATCH (n) WHERE n.age => 18 RETURN n", column: 23,
            hint: "write '>=' for at least"),
        Mistake(
            "MATCH (n) WHERE n.age =< 18 RETURN n", column: 23,
            hint: "write '<=' for at most"),
        Mistake(
            "MATCH (n) SET n.x == 1", column: 19,
            hint: "write '=' to compare"),
        Mistake(
            "MATCH (n) SET n.x += 1", column: 19,
            hint: "write n.count = n.count + 1, or n += {key: value}"),
        Mistake(
            "MATCH (n) SET n.x := 1", column: 19,
            hint: "write '='"),
        Mistake(
            "MATCH (n) SET n.x", column: 18,
            hint: "write SET n.name = 'value'"),
        Mistake(
            "MATCH (blåbær) WHERE blåbær.år != 3 RETURN blåbær", column: 32,
            hint: "write '<>' for unequal"),
        Mistake(
            "RETURN '👩‍👩‍👧' && 1", column: 12,
            hint: "write AND"),
        Mistake(
            "MATCH (n) WHERE n.a = 1 AND OR n.b RETURN n", column: 29,
            hint: "write a condition before it, or remove it"),
        Mistake(
            "RETURN 1 +", column: 11,
            hint: "write a value, a variable, a property or a function call here"),
        Mistake(
            "RETURN 1 + * 2", column: 12,
            hint: "write a value, a variable, a property or a function call here"),
        Mistake(
            "MATCH (n) WHERE NOT RETURN n", column: 17,
            hint: "write a condition after it, or remove it"),
    ]

    /// Brackets, quotes and commas.
    static let brackets: [Mistake] = [
        Mistake(
            "MATCH (n) RETURN (1 + 2", column: 24,
            hint: "close the parenthesis with ')'"),
        Mistake(
            "MATCH (n RETURN n", column: 10,
            hint: "a node is written (name:Label {key: value})"),
        Mistake(
            "MATCH (n)-[r:KNOWS->(m) RETURN n", column: 19,
            hint: "write -[:TYPE]->"),
        Mistake(
            "MATCH (n)-[r:KNOWS-(m) RETURN n", column: 19,
            hint: "write -[:TYPE]->"),
        Mistake(
            "RETURN [1, 2", column: 13,
            hint: "close the bracket with ']'"),
        Mistake(
            "RETURN {a: 1", column: 13,
            hint: "close the brace with '}'"),
        Mistake(
            "RETURN 'abc", column: 8,
            hint: "close it with '"),
        Mistake(
            "RETURN \"abc", column: 8,
            hint: "close it with \""),
        Mistake(
            "RETURN `abc", column: 8,
            hint: "close it with a back-tick"),
        Mistake(
            "RETURN 1 /* comment", column: 10,
            hint: "close it with */"),
        Mistake(
            "RETURN 'it's'", column: 12,
            hint: "write a quote inside a text as \\', or use the other kind around it"),
        Mistake(
            "RETURN 'Kari’ AS x", column: 8,
            hint: "close it with '; a typographic quote does not"),
        Mistake(
            "MATCH (n) WHERE n.x IN [1, 2 RETURN n", column: 30,
            hint: "close the bracket with ']'"),
        Mistake(
            "MATCH (n:Person {name: 'Kari') RETURN n", column: 30,
            hint: "close the brace with '}'"),
        Mistake(
            "RETURN (1 + 2))", column: 15,
            hint: "remove it, or open its bracket before it"),
        Mistake(
            "RETURN count(1", column: 15,
            hint: "close the parenthesis with ')'"),
        Mistake(
            "RETURN {{}}", column: 9,
            hint: "a map is written {key: value, other: value}"),
        Mistake(
            "RETURN [1, , 2]", column: 12,
            hint: "write a value, a variable, a property or a function call here"),
        Mistake(
            "RETURN {, }", column: 9,
            hint: "a map is written {key: value, other: value}"),
        Mistake(
            "RETURN [1,]", column: 10,
            hint: "remove the comma, or write what follows it"),
        Mistake(
            "RETURN f(1,)", column: 11,
            hint: "remove the comma, or write what follows it"),
    ]
}
