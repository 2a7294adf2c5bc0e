extension Mistake {
    /// Habits from other languages that keep to no single place of the grammar.
    static let habits: [Mistake] = queryHabits + valueHabits + conditionHabits

    private static let queryHabits: [Mistake] = [
        Mistake(
            "g.V().hasLabel('person').out('knows')", column: 1,
            hint: "write MATCH (n:Person)-[:KNOWS]->(m) RETURN m"),
        Mistake(
            "PREFIX foaf: <http://x> SELECT ?n WHERE { ?x foaf:name ?n }", column: 1,
            hint: "write MATCH (s)-[p]->(o) RETURN s, p, o; there are no prefixes"),
        Mistake(
            "db.labels()", column: 1,
            hint: "write CALL db.labels() for a procedure, RETURN before a value"),
        Mistake("CASE WHEN true THEN 1 END", column: 1, hint: "write RETURN before it"),
        Mistake(
            "MATCH (?s) RETURN ?s", column: 8,
            hint: "write a variable without '?': s; a parameter as $name"),
        Mistake(
            "MATCH (n) AND (m) RETURN n", column: 11,
            hint: "put a comma between them: MATCH (a), (b)"),
        Mistake(
            "MATCH (n) AS OF date('2010') RETURN n", column: 11,
            hint: "write AS OF date('2020-01-01') MATCH (n) …"),
        Mistake(
            "MATCH (n) RETURN n LIMIT 1 AS OF date('2010')", column: 28,
            hint: "write AS OF date('2020-01-01') MATCH (n) …"),
        Mistake(
            "MATCH (n) RETURN n.name AS navn ORDER BY navn STIGENDE", column: 47,
            hint: "write ASC or DESC after what to sort by"),
        Mistake(
            "MATCH (n) WHERE n.x = 1 THEN RETURN n", column: 25,
            hint: "leave it out: the next clause follows at once"),
        Mistake(
            "UNWIND 1, 2 AS x RETURN x", column: 9,
            hint: "write the list in brackets: UNWIND [1, 2] AS x"),
        Mistake(
            "UNWIND x IN [1, 2] RETURN x", column: 10,
            hint: "write UNWIND list AS x, or FOR x IN list"),
        Mistake("FOR (x IN [1]) RETURN x", column: 5, hint: "write FOR x IN list"),
        Mistake("FOR EACH x IN [1] RETURN x", column: 5, hint: "write FOR x IN list"),
        Mistake("CREATE NODE Person {name: 'a'}", column: 8, hint: "write (n:Person)"),
        Mistake("MATCH (n) SET n += x: 1", column: 23, hint: "write SET n += {key: value}"),
        Mistake(
            "hva er politiet?", column: 1,
            hint: "write MATCH (n) RETURN n; a question in words goes to the ask command"),
        Mistake("MATCH path(n)-->(m) RETURN path", column: 7, hint: "write path = (a)-->(b)"),
        Mistake("MATCH (n)-[:A OR B]->(m) RETURN n", column: 15, hint: "write -[:ONE|OTHER]->"),
        Mistake("MATCH (n:A OR B) RETURN n", column: 12, hint: "write (n:One|Other)"),
        Mistake("MATCH (n) RETURN FIRST 10 n", column: 18, hint: "write LIMIT 10 at the end"),
        Mistake(
            "MATCH (n) RETURN n FETCH FIRST 10 ROWS ONLY", column: 20,
            hint: "write LIMIT 10 at the end"),
        Mistake(
            "MATCH (n) RETURN n ORDER BY DESC n.name", column: 29,
            hint: "write ORDER BY n.name DESC"),
        Mistake(
            "MATCH (n) RETURN n.name DISTINCT", column: 25, hint: "write RETURN DISTINCT n.name"),
        Mistake("MATCH (n) RETURN UNIQUE n", column: 18, hint: "write RETURN DISTINCT n"),
        Mistake(
            "CREATE UNIQUE (a)-[:X]->(b)", column: 8, hint: "write MERGE (a)-[:TYPE]->(b)"),
        Mistake("MATCH (n) DELETE n CASCADE", column: 20, hint: "write DETACH DELETE n"),
        Mistake(
            "DESCRIBE Person", column: 1, hint: "write CALL db.schema.nodeTypeProperties()"),
        Mistake("MATCH (n) DROP n", column: 11, hint: "write DETACH DELETE n"),
        Mistake("ADD (n)", column: 1, hint: "write CREATE (n:Label {name: 'value'})"),
    ]

    private static let conditionHabits: [Mistake] = [
        Mistake("MATCH (n) WHERE n.name IS \"Ola\" RETURN n", column: 27, hint: "write = \"Ola\""),
        Mistake(
            "MATCH (n) WHERE n.x > 1 AND < 3 RETURN n", column: 29,
            hint: "write both conditions whole: n.x > 1 AND n.x < 3, or 1 < n.x < 3"),
        Mistake(
            "MATCH (n) WHERE n.x IN 1, 2 RETURN n", column: 24, hint: "write IN [1, 2, 3]"),
        Mistake(
            "MATCH (n) WHERE n.x IN {1, 2} RETURN n", column: 24, hint: "write IN [1, 2, 3]"),
        Mistake("MATCH (n) WHERE n.x = 1,5 RETURN n", column: 24, hint: "write 1.5"),
        Mistake(
            "MATCH (n) WHERE n HAS name RETURN n", column: 19, hint: "write n.name IS NOT NULL"),
        Mistake(
            "MATCH (n) WHERE n.name EXISTS RETURN n", column: 24,
            hint: "write n.name IS NOT NULL"),
        Mistake(
            "MATCH (n) WHERE EXISTS n.name RETURN n", column: 17,
            hint: "write n.name IS NOT NULL"),
        Mistake("RETURN ${name}", column: 8, hint: "write $name"),
        Mistake("RETURN duration(days: 1)", column: 21, hint: "write a map: duration({days: …})"),
        Mistake("RETURN 1..3", column: 9, hint: "write range(1, 10)"),
    ]

    private static let valueHabits: [Mistake] = [
        Mistake(
            "MATCH (n) WHERE n.name NOT IN ['a', 'b'] RETURN n", column: 24,
            hint: "write NOT x IN …"),
        Mistake(
            "MATCH (n) WHERE n.name STARTSWITH 'a' RETURN n", column: 24,
            hint: "write STARTS WITH 'text'"),
        Mistake("MATCH (n) WHERE n.name REGEXP 'a' RETURN n", column: 24, hint: "write =~ 'a.*'"),
        Mistake("RETURN 3 MOD 2", column: 10, hint: "write %"),
        Mistake("MATCH (n) RETURN n SORT BY n.name", column: 20, hint: "write ORDER BY n.name"),
        Mistake(
            "MATCH (n) RETURN cast(n.x AS INTEGER)", column: 18,
            hint: "write toInteger(x), toFloat(x), toString(x), toBoolean(x) or date(x)"),
        Mistake("MATCH (n) RETURN COUNT(*", column: 24, hint: "write count(*)"),
        Mistake(
            "MATCH (n) RETURN n.name AS n.navn", column: 29,
            hint: "write AS navn, or AS `n.navn`"),
        Mistake("MATCH (n) RETURN n.*", column: 20, hint: "write properties(n), or n {.*}"),
        Mistake("RETURN [x FOR x IN [1, 2]]", column: 11, hint: "write [x IN list | x + 1]"),
        Mistake(
            "RETURN [x IN [1, 2] IF x > 1]", column: 21, hint: "write [x IN list WHERE x > 1]"),
        Mistake(
            "RETURN [1, 2].map(x => x)", column: 15,
            hint: "write a function around it, as size(list), or [x IN list | x + 1]"),
    ]
}
