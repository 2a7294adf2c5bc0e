extension Mistake {
    /// Habits from other languages that keep to no single place of the grammar.
    static let habits: [Mistake] = queryHabits + valueHabits

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
        Mistake("MATCH (n) DROP n", column: 11, hint: "write DETACH DELETE n"),
        Mistake("ADD (n)", column: 1, hint: "write CREATE (n:Label {name: 'value'})"),
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
