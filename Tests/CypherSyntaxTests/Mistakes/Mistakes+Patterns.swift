extension Mistake {
    /// Nodes and relationships.
    static let patterns: [Mistake] = [
        Mistake(
            "MATCH (a)->(b) RETURN a", column: 10,
            hint: "write (a)-->(b) or (a)-[:TYPE]->(b)"),
        Mistake(
            "MATCH (a)<-(b) RETURN a", column: 12,
            hint: "write (a)-->(b), (a)--(b) or (a)-[:TYPE]->(b)"),
        Mistake(
            "MATCH (a)-(b) RETURN a", column: 11,
            hint: "write (a)-->(b), (a)--(b) or (a)-[:TYPE]->(b)"),
        Mistake(
            "MATCH (a)=>(b) RETURN a", column: 10,
            hint: "write (a)-->(b) or (a)-[:TYPE]->(b)"),
        Mistake(
            "MATCH (a)>(b) RETURN a", column: 10,
            hint: "write (a)-->(b) or (a)<--(b)"),
        Mistake(
            "MATCH (a)-[r]>(b) RETURN a", column: 14,
            hint: "a relationship is written -[:TYPE]-> or <-[:TYPE]-"),
        Mistake(
            "MATCH (a)-[r](b) RETURN a", column: 14,
            hint: "write -[:TYPE]->(b) or -[:TYPE]-(b)"),
        Mistake(
            "MATCH (a)[r]->(b) RETURN a", column: 10,
            hint: "write (a)-[r]->(b)"),
        Mistake(
            "MATCH (a)-:KNOWS->(b) RETURN a", column: 11,
            hint: "write -[:KNOWS]->"),
        Mistake(
            "MATCH (a)-KNOWS->(b) RETURN a", column: 11,
            hint: "write -[:KNOWS]->"),
        Mistake(
            "MATCH (a)--> RETURN a", column: 14,
            hint: "a relationship ends in a node, if only an empty one: -->()"),
        Mistake(
            "MATCH (a)-->b RETURN a", column: 13,
            hint: "write (b)"),
        Mistake(
            "MATCH -->(b) RETURN b", column: 7,
            hint: "a pattern starts with a node: (n) or (n:Label)"),
        Mistake(
            "MATCH n RETURN n", column: 7,
            hint: "write (n)"),
        Mistake(
            "MATCH n:Person RETURN n", column: 7,
            hint: "write (n:Person)"),
        Mistake(
            "MATCH p (a)-->(b) RETURN p", column: 7,
            hint: "write p = (a)-->(b)"),
        Mistake(
            "MATCH (a)-->(b) AS p RETURN p", column: 17,
            hint: "write p = (a)-->(b)"),
        Mistake(
            "MATCH (a) (b) RETURN a", column: 11,
            hint: "write an arrow between them, (a)-->(b), or a comma for two patterns, (a), (b)"),
        Mistake(
            "MATCH (n:Person name: 'Kari') RETURN n", column: 17,
            hint: "write (n:Label {name: value})"),
        Mistake(
            "MATCH (n.name = 'Kari') RETURN n", column: 9,
            hint: "write (n {name: 'Kari'}) or (n WHERE n.name = 'Kari')"),
        Mistake(
            "MATCH (n Person) RETURN n", column: 10,
            hint: "write (n:Person)"),
        Mistake(
            "MATCH (n:Person, m:Person) RETURN n", column: 16,
            hint: "write (a:Label), (b:Label)"),
        Mistake(
            "MATCH (n:'Person') RETURN n", column: 10,
            hint: "leave the quotes out, or use back-ticks: :`Full name`"),
        Mistake(
            "MATCH (n:$label) RETURN n", column: 10,
            hint: "test it with WHERE: $label IN labels(n), type(r) = $type"),
        Mistake(
            "MATCH (n::Person) RETURN n", column: 9,
            hint: "write (n:Label)"),
        Mistake(
            "MATCH (n:Person {name = 'Kari'}) RETURN n", column: 23,
            hint: "write {key: value}"),
        Mistake(
            "MATCH (n:Person {'name': 'Kari'}) RETURN n", column: 18,
            hint: "leave the quotes out, or use back-ticks: {`full name`: value}"),
        Mistake(
            "MATCH (n:Person {name: 'Kari' age: 3}) RETURN n", column: 31,
            hint: "put a comma between the items, or close with '}'"),
        Mistake(
            "MATCH (n:Person {name: 'Kari', }) RETURN n", column: 30,
            hint: "remove the comma, or write what follows it"),
        Mistake(
            "MATCH (n:Person {name: {name}}) RETURN n", column: 24,
            hint: "write $name"),
        Mistake(
            "MATCH (a)-[:T]{1,3}->(b) RETURN a", column: 15,
            hint: "write -[:TYPE]->{1,3}"),
        Mistake(
            "MATCH (a)-[:T]->{1..3}(b) RETURN a", column: 19,
            hint: "write {1,3}"),
        Mistake(
            "MATCH (a)-[:T*{1,3}]->(b) RETURN a", column: 16,
            hint: "write *1..3, or -[:TYPE]->{1,3}"),
        Mistake(
            "MATCH (a)-[:T..3]->(b) RETURN a", code: "InvalidRelationshipPattern", column: 14,
            hint: "write *1..3 inside the brackets: -[:TYPE*1..3]->"),
        Mistake(
            "MATCH (a)-[:T*-1]->(b) RETURN a", code: "InvalidRelationshipPattern", column: 15,
            hint: "write *2, *1..3, *2.. or *..3"),
        Mistake(
            "MATCH (a)-[:A,B]->(b) RETURN a", column: 14,
            hint: "write -[:ONE|OTHER]->"),
        Mistake(
            "MATCH (a)-[r:T|:U]-(b) RETURN a |", column: 33,
            hint: "write OR"),
        Mistake(
            "MATCH (a)-[:T]->(b), RETURN a", column: 20,
            hint: "remove the comma, or write what follows it"),
        Mistake(
            "MATCH (a:A:B|:C) RETURN a", column: 14,
            hint: "write (n:One|Other)"),
        Mistake(
            "MATCH (ø)-[:T]->ø RETURN ø", column: 17,
            hint: "write (ø)"),
        Mistake(
            "MATCH ((a)-->(b) RETURN a", column: 18,
            hint: "close the parenthesis with ')'"),
        Mistake(
            "MATCH (a)-[:T]->{3,1}(b) RETURN a", code: "InvalidRelationshipPattern", column: 17,
            hint: "write {1,3}"),
        Mistake(
            "MERGE (a) WHERE a.x = 1", column: 11,
            hint: "write WITH * WHERE condition"),
        Mistake(
            "CREATE (n:A|B)", column: 8,
            hint: "list the labels: (n:Person:Employee)"),
        Mistake(
            "CREATE ((a)-[:T]->(b))", column: 8,
            hint: "write each node and relationship out"),
        Mistake(
            "CREATE SHORTEST 1 (a)", column: 8,
            hint: "write the nodes and relationships to create alone"),
        Mistake(
            "MATCH (a)-[r:]->(b) RETURN a", column: 14,
            hint: "write the type's name after the colon: -[:KNOWS]->"),
        Mistake(
            "MATCH (a:) RETURN a", column: 10,
            hint: "write the label's name after the colon: (n:Person)"),
        Mistake(
            "CREATE (n WHERE n.x = 1)", column: 11,
            hint: "MATCH first with the condition, then CREATE or MERGE"),
        Mistake(
            "MATCH (a)-[:T]->(b)->(c) RETURN a", column: 20,
            hint: "write (a)-->(b) or (a)-[:TYPE]->(b)"),
    ]
}
