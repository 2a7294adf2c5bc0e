extension Mistake {
    /// Clauses, their order and what they hold.
    static let clauses: [Mistake] = [
        Mistake(
            "MATCH (n) RETURN n.", column: 20,
            hint: "write the property's name: n.name"),
        Mistake(
            "MATCH (n) RETURN n..name", column: 19,
            hint: "write n.name"),
        Mistake(
            "MATCH (n) RETURN n->name", column: 20,
            hint: "write a dot: n.name"),
        Mistake(
            "MATCH (n) RETURN n.'name'", column: 20,
            hint: "write n.name, n.`full name` or n['name']"),
        Mistake(
            "MATCH (n) RETURN n.1st", column: 19,
            hint: "put it in back-ticks: n.`1st`"),
        Mistake(
            "MATCH (n) RETURN", column: 11,
            hint: "write what to give back: RETURN n, or * for all"),
        Mistake(
            "MATCH (n) RETURN n,", column: 19,
            hint: "remove the comma, or write what follows it"),
        Mistake(
            "MATCH (n) RETURN n, LIMIT 5", column: 19,
            hint: "remove the comma, or write what follows it"),
        Mistake(
            "MATCH (n) RETURN n.name name", column: 25,
            hint: "write AS name to name the column, or put a comma before it"),
        Mistake(
            "MATCH (n) RETURN n.name AS 'Name'", column: 28,
            hint: "leave the quotes out, or use back-ticks: AS `Full name`"),
        Mistake(
            "MATCH (n) RETURN n LIMIT", column: 20,
            hint: "write LIMIT 10"),
        Mistake(
            "MATCH (n) RETURN n LIMIT 5 SKIP 5", column: 28,
            hint: "write SKIP 5 LIMIT 10"),
        Mistake(
            "MATCH (n) RETURN n LIMIT 5 ORDER BY n", column: 28,
            hint: "write ORDER BY n.name LIMIT 10"),
        Mistake(
            "MATCH (n) RETURN n LIMIT 5, 10", column: 27,
            hint: "write SKIP 5 LIMIT 10"),
        Mistake(
            "MATCH (n) RETURN n ORDER n.name", column: 26,
            hint: "write ORDER BY n.name"),
        Mistake(
            "MATCH (n) RETURN n WHERE n.x = 1", column: 20,
            hint: "put it before RETURN, after MATCH or WITH"),
        Mistake(
            "MATCH (n) RETURN n MATCH (m) RETURN m", column: 20,
            hint: "RETURN is the last clause; use WITH to carry on with its rows"),
        Mistake(
            "WHERE n.x = 1 MATCH (n) RETURN n", column: 1,
            hint: "write MATCH (n) before it; WHERE follows MATCH and WITH"),
        Mistake(
            "MATCH (n) WHERE n.x = 1 WHERE n.y = 2 RETURN n", column: 25,
            hint: "join the conditions with AND"),
        Mistake(
            "MATCH (n) WHERE n.x = 1 n.y = 2 RETURN n", column: 25,
            hint: "join them with AND or OR"),
        Mistake(
            "MATCH (n) WHERE n.x = 1, n.y = 2 RETURN n", column: 24,
            hint: "write AND"),
        Mistake(
            "MATCH (n) WHERE RETURN n", column: 11,
            hint: "write a condition: WHERE n.name = 'Kari'"),
        Mistake(
            "MATCH (n) WHERE n.x = 1 AND RETURN n", column: 25,
            hint: "write a condition after it, or remove it"),
        Mistake(
            "MATCH (n) WHERE AND n.x = 1 RETURN n", column: 17,
            hint: "write a condition before it, or remove it"),
        Mistake(
            "MATCH (n)", code: "InvalidClauseComposition", column: 1,
            hint: "end with RETURN and what you want to see: RETURN *"),
        Mistake(
            "MATCH (n); RETURN n", column: 10,
            hint: "remove it; one semicolon stands at the end of the whole query"),
        Mistake(
            "MATCH (n) RETURN n; MATCH (m) RETURN m", column: 21,
            hint: "remove what follows the semicolon, or run the text as a script"),
        Mistake(
            "WITH", column: 1,
            hint: "write what to give back: WITH n, or * for all"),
        Mistake(
            "MATCH (n) RETURN n SKIP", column: 20,
            hint: "write SKIP 10"),
        Mistake(
            "MATCH (n) WITH * WHERE n.x = 1", code: "InvalidClauseComposition", column: 11,
            hint: "end with RETURN and what you want to see: RETURN *"),
        Mistake(
            "UNWIND [1] AS x", code: "InvalidClauseComposition", column: 1,
            hint: "end with RETURN and what you want to see: RETURN *"),
        Mistake(
            "UNWIND [1] AS x WHERE x > 1 RETURN x", column: 17,
            hint: "write WITH * WHERE condition"),
        Mistake(
            "MATCH (n) RETURN n; RETURN 1; RETURN 2", column: 21,
            hint: "remove what follows the semicolon, or run the text as a script"),
        Mistake(
            "RETURN 1 LIMIT 1 LIMIT 2", column: 18,
            hint: "remove one of the two"),
        Mistake(
            "RETURN 1 UNION", column: 15,
            hint: "begin with a clause: MATCH (n) RETURN n"),
        Mistake(
            "LET x 1 RETURN x", column: 7,
            hint: "write LET name = expression"),
        Mistake(
            "FOR x [1] RETURN x", column: 7,
            hint: "write x IN list"),
        Mistake(
            "MATCH (n) RETURN n AS a AS b", column: 25,
            hint: "give it one name"),
        Mistake(
            "ORDER BY", column: 9,
            hint: "write a value, a variable, a property or a function call here"),
        Mistake(
            "RETURN 1 ORDER BY", column: 18,
            hint: "write a value, a variable, a property or a function call here"),
        Mistake(
            "MATCH (n) RETURN n ORDER BY n NULLS", column: 36,
            hint: "write NULLS FIRST or NULLS LAST"),
        Mistake(
            "CALL", column: 5,
            hint: "write CALL name.space.procedure(arguments) or CALL (x) { … }"),
        Mistake(
            "CALL db.labels() YIELD", column: 23,
            hint: "write YIELD column or YIELD column AS name"),
        Mistake(
            "CALL (x) RETURN 1", column: 10,
            hint: "write CALL (x) { MATCH (x)-->(y) RETURN y }"),
        Mistake(
            "CALL { }", column: 8,
            hint: "begin with a clause: MATCH (n) RETURN n"),
        Mistake(
            "EXPLAIN", column: 8,
            hint: "begin with a clause: MATCH (n) RETURN n"),
        Mistake(
            "FINISH RETURN 1", column: 8,
            hint: "FINISH is the last clause; remove what follows it"),
        Mistake(
            "MATCH (n) FILTER RETURN n", column: 18,
            hint: "write a value, a variable, a property or a function call here"),
        Mistake(
            "SHOW INDEXES RETURN name", code: "UnsupportedSyntax", column: 14,
            hint: "write SHOW FUNCTIONS YIELD name WHERE name STARTS WITH 'd'"),
        Mistake(
            "DROP TABLE x", column: 6,
            hint: "write CREATE (n:Label {name: 'value'})"),
        Mistake(
            "CREATE INDEX i FOR (n) ON (n.x)", column: 20,
            hint: "write FOR (n:Label) or FOR ()-[r:TYPE]-()"),
        Mistake(
            "CREATE TEXT INDEX i FOR (n:A) ON (n.x)", code: "UnsupportedSyntax", column: 8,
            hint: "write CREATE INDEX name FOR (n:Label) ON (n.key)"),
        Mistake(
            "PERIODIC COMMIT RETURN 1", column: 1,
            hint: "begin with a clause: MATCH (n) RETURN n"),
    ]

    /// Clauses that write.
    static let writing: [Mistake] = [
        Mistake(
            "UNWIND [1, 2] x RETURN x", column: 15,
            hint: "give each item a name: UNWIND list AS item"),
        Mistake(
            "FOREACH x IN [1] | SET x.a = 1", column: 9,
            hint: "write FOREACH (x IN list | SET x.seen = true)"),
        Mistake(
            "FOREACH (x IN [1] SET x.a = 1)", column: 19,
            hint: "write FOREACH (x IN list | SET x.seen = true)"),
        Mistake(
            "FOREACH (x IN [1] | RETURN x)", column: 21,
            hint: "FOREACH takes CREATE, MERGE, SET, REMOVE and DELETE inside"),
        Mistake(
            "MERGE (n) ON UPDATE SET n.x = 1", column: 14,
            hint: "write ON CREATE SET … or ON MATCH SET …"),
        Mistake(
            "MERGE (a), (b)", column: 10,
            hint: "write MERGE once for each pattern"),
        Mistake(
            "MATCH (n) DELETE n:Person", code: "InvalidDelete", column: 18,
            hint: "take a label off with REMOVE n:Label"),
        Mistake(
            "MATCH (n) REMOVE n.x = 1", column: 22,
            hint: "write REMOVE n.name, or SET n.name = value"),
        Mistake(
            "DELETE FROM Person", column: 8,
            hint: "write MATCH (n:Label) DETACH DELETE n"),
        Mistake(
            "UPDATE Person SET name = 'a'", column: 1,
            hint: "write MATCH (n:Label) SET n.name = 'value'"),
        Mistake(
            "INSERT INTO Person VALUES (1)", column: 8,
            hint: "write CREATE (n:Label {name: 'value'})"),
        Mistake(
            "LOAD CSV FROM 'a.csv' AS row RETURN row", column: 1,
            hint: "import the file with the import command"),
        Mistake(
            "CREATE CONSTRAINT c FOR (n:A) REQUIRE n.x IS UNIQUE", code: "UnsupportedSyntax",
            column: 8,
            hint: "write CREATE INDEX name FOR (n:Label) ON (n.key)"),
        Mistake(
            "CREATE (a)-[:T]-(b)", code: "RequiresDirectedRelationship", column: 11,
            hint: "write -[:TYPE]-> or <-[:TYPE]-"),
        Mistake(
            "CREATE (a)-->(b)", code: "NoSingleRelationshipType", column: 11,
            hint: "write one type after the colon: -[:KNOWS]->"),
        Mistake(
            "CREATE (a)-[:T*2]->(b)", code: "CreatingVarLength", column: 15,
            hint: "write each relationship out"),
        Mistake(
            "MATCH (n $props) RETURN n", code: "InvalidParameterUse", column: 10,
            hint: "name the properties: {name: $name}; CREATE alone takes a parameter here"),
        Mistake(
            "SET", column: 4,
            hint: "write a value, a variable, a property or a function call here"),
        Mistake(
            "MATCH (n) SET n", column: 16,
            hint: "write SET n.name = value, SET n = {map}, SET n += {map} or SET n:Label"),
        Mistake(
            "MATCH (n) SET n.x = 1 n.y = 2", column: 23,
            hint: "put a comma between the items"),
        Mistake(
            "MATCH (n) SET n.x = 1, ", column: 22,
            hint: "remove the comma, or write what follows it"),
        Mistake(
            "MATCH (n) REMOVE n", column: 19,
            hint: "write REMOVE n.name or REMOVE n:Label"),
        Mistake(
            "DETACH n", column: 8,
            hint: "write DETACH DELETE n"),
        Mistake(
            "MATCH (n) DELETE", column: 17,
            hint: "write a value, a variable, a property or a function call here"),
        Mistake(
            "DELETE n RETURN", column: 10,
            hint: "write what to give back: RETURN n, or * for all"),
        Mistake(
            "CREATE", column: 7,
            hint: "a pattern starts with a node: (n) or (n:Label)"),
        Mistake(
            "CREATE n:Person", column: 8,
            hint: "write (n:Person)"),
        Mistake(
            "MATCH (n) SET :Label", column: 15,
            hint: "write a value, a variable, a property or a function call here"),
        Mistake(
            "CREATE TABLE Person (name)", column: 8,
            hint: "write CREATE (n:Label {name: 'value'})"),
        Mistake(
            "FOREACH (x IN [1] | )", column: 21,
            hint: "FOREACH takes CREATE, MERGE, SET, REMOVE and DELETE inside"),
        Mistake(
            "MERGE", column: 6,
            hint: "a pattern starts with a node: (n) or (n:Label)"),
    ]
}
