extension Mistake {
    /// Words of other languages.
    static let foreignWords: [Mistake] = [
        Mistake(
            "SELECT name FROM Person", column: 1,
            hint: "write MATCH (n:Label) RETURN n.name"),
        Mistake(
            "MATCH (n) RETURN n FROM Person", column: 20,
            hint: "say what to look for with MATCH (n:Label) before RETURN"),
        Mistake(
            "MATCH (n) WHERE n.name LIKE '%a%' RETURN n", column: 24,
            hint: "write CONTAINS, STARTS WITH, ENDS WITH or =~ '.*text.*'"),
        Mistake(
            "MATCH (n) WHERE n.name NOT LIKE '%a%' RETURN n", column: 24,
            hint: "write NOT x CONTAINS …"),
        Mistake(
            "MATCH (n) WHERE n.name IS EQUAL TO 'a' RETURN n", column: 27,
            hint: "write '=' to compare"),
        Mistake(
            "MATCH (n) WHERE n.name EQUALS 'a' RETURN n", column: 24,
            hint: "write '=' to compare"),
        Mistake(
            "MATCH (n) RETURN n.city, count(*) GROUP BY n.city", column: 35,
            hint: "leave it out: RETURN n.city, count(*) groups by n.city"),
        Mistake(
            "MATCH (n) RETURN n.city, count(*) HAVING count(*) > 1", column: 35,
            hint: "write WITH n.city AS city, count(*) AS number WHERE number > 1"),
        Mistake(
            "MATCH (a) JOIN (b) ON a.id = b.id RETURN a", column: 11,
            hint: "follow the relationship: MATCH (a)-[:TYPE]->(b)"),
        Mistake(
            "MATCH (n) WHERE n.age BETWEEN 1 AND 5 RETURN n", column: 23,
            hint: "write 1 <= n.value <= 10"),
        Mistake(
            "MATCH (n) WHERE n.age NOT IN [1, 2] RETURN n", column: 23,
            hint: "write NOT x IN …"),
        Mistake(
            "MATCH (n) WHERE n.age IN (1, 2) RETURN n", column: 26,
            hint: "write [1, 2, 3]"),
        Mistake(
            "MATCH (n) WHERE n.age IS IN [1, 2] RETURN n", column: 26,
            hint: "write x IN list"),
        Mistake(
            "MATCH (n) WHERE n.age IS NOT 5 RETURN n", column: 30,
            hint: "write IS NULL or IS NOT NULL; compare values with '=' and '<>'"),
    ]

    /// Misspelt keywords.
    static let spelling: [Mistake] = [
        Mistake(
            "MTACH (n) RETURN n", column: 1,
            hint: "did you mean 'MATCH'?"),
        Mistake(
            "MATCH (n) WEHRE n.x = 1 RETURN n", column: 11,
            hint: "did you mean 'WHERE'?"),
        Mistake(
            "MATCH (n) RETRUN n", column: 11,
            hint: "did you mean 'RETURN'?"),
        Mistake(
            "MATCH (n) RETURN n ODER BY n.name", column: 20,
            hint: "did you mean 'ORDER'?"),
        Mistake(
            "MATCH (n) RETURN n ORDER BY n.name DESK", column: 36,
            hint: "did you mean 'DESC'?"),
        Mistake(
            "MATCH (n) RETURN DISTNCT n", column: 18,
            hint: "did you mean 'DISTINCT'?"),
        Mistake(
            "MATCH (n) WHERE n.name STRATS WITH 'a' RETURN n", column: 24,
            hint: "did you mean 'STARTS'?"),
        Mistake(
            "MATCH (n) WHERE n.name STARTS 'a' RETURN n", column: 31,
            hint: "write STARTS WITH 'text'"),
        Mistake(
            "CREAT (n)", column: 1,
            hint: "did you mean 'CREATE'?"),
        Mistake(
            "DETATCH DELETE n", column: 1,
            hint: "did you mean 'DETACH'?"),
        Mistake(
            "OPTINAL MATCH (n) RETURN n", column: 1,
            hint: "did you mean 'OPTIONAL'?"),
        Mistake(
            "MERGE (n) ON CRATE SET n.x = 1", column: 14,
            hint: "did you mean 'CREATE'?"),
        Mistake(
            "MATCH (n) WHERE n.name CONTIANS 'a' RETURN n", column: 24,
            hint: "did you mean 'CONTAINS'?"),
        Mistake(
            "MATCH (n) RETURN n LIMT 5", column: 20,
            hint: "did you mean 'LIMIT'?"),
        Mistake(
            "CALL db.labels() YEILD label RETURN label", column: 18,
            hint: "did you mean 'YIELD'?"),
        Mistake(
            "EXPLIAN MATCH (n) RETURN n", column: 1,
            hint: "did you mean 'EXPLAIN'?"),
        Mistake(
            "FOREACH (x IN [1] | STE x.a = 1)", column: 21,
            hint: "did you mean 'SET'?"),
        Mistake(
            "UNWNID [1] AS x RETURN x", column: 1,
            hint: "did you mean 'UNWIND'?"),
        Mistake(
            "MATCH (n) RETURN CASE WEHN n.x THEN 1 END", column: 23,
            hint: "did you mean 'WHEN'?"),
        Mistake(
            "MATCH (n) RETURN CASE WHEN n.x TEHN 1 END", column: 32,
            hint: "did you mean 'THEN'?"),
        Mistake(
            "MATCH (n) WIHT n RETURN n", column: 11,
            hint: "did you mean 'WITH'?"),
        Mistake(
            "MATCH (n) RETURN n UNOIN RETURN 1", column: 20,
            hint: "did you mean 'UNION'?"),
        Mistake(
            "OPTIONAL MTACH (n) RETURN n", column: 10,
            hint: "did you mean 'MATCH'?"),
    ]
}
