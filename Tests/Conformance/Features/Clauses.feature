#encoding: utf-8

Feature: What openCypher's clauses do

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 1})-[:R {w: 1}]->(b:B {n: 2})-[:R {w: 2}]->(c:C {n: 3}), (b)-[:S]->(b),
        (a)-[:S]->(c)
      """

  Scenario Outline: <query>
    When executing query:
      """
      <query>
      """
    Then the result should be, in order:
      | n        |
      | <result> |
    And no side effects

    Examples:
      | query                                                                                      | result                 |
      | MATCH (a) RETURN count(*) AS n                                                             | 3                      |
      | MATCH (a)-->(b) RETURN count(*) AS n                                                       | 4                      |
      | MATCH (a)--(b) RETURN count(*) AS n                                                        | 7                      |
      | MATCH (a)--(a) RETURN count(*) AS n                                                        | 1                      |
      | MATCH (a:A)-[*]->(x) RETURN count(*) AS n                                                  | 5                      |
      | MATCH (a:A)-[*0..1]->(x) RETURN count(*) AS n                                              | 3                      |
      | MATCH (a:A)-[*0]->(x) RETURN x.n AS n                                                      | 1                      |
      | MATCH (a:A)-[*2]->(x) RETURN sum(x.n) AS n                                                 | 5                      |
      | MATCH (a:A)-[*3..2]->(x) RETURN count(*) AS n                                              | 0                      |
      | MATCH (a:A)-[:R*..2]->(x) RETURN collect(x.n) AS n                                         | [2, 3]                 |
      | MATCH (a:A)-[r:R*2]->(x) RETURN [y IN r \| y.w] AS n                                       | [1, 2]                 |
      | MATCH (c:C)<-[r:R*2]-(x) RETURN [y IN r \| y.w] AS n                                       | [2, 1]                 |
      | MATCH (a:A)-[*2 {w: 1}]->(x) RETURN count(*) AS n                                          | 0                      |
      | MATCH (a)-[r]->(b) MATCH (c)-[r]->(d) RETURN count(*) AS n                                 | 4                      |
      | MATCH (a:A)-[r]-(b), (c)-[q]-(d) RETURN count(*) AS n                                      | 10                     |
      | MATCH (a:A) MATCH (b:B) RETURN a.n + b.n AS n                                              | 3                      |
      | MATCH (a:A), (b) WHERE b.n > a.n RETURN count(b) AS n                                      | 2                      |
      | MATCH (a:A) OPTIONAL MATCH (a)-[:T]->(x) RETURN x AS n                                     | null                   |
      | MATCH (a:A) OPTIONAL MATCH (a)-[:R]->(x) WHERE x.n > 5 RETURN x AS n                       | null                   |
      | OPTIONAL MATCH (x:X) RETURN count(x) AS n                                                  | 0                      |
      | OPTIONAL MATCH (x:X) RETURN count(*) AS n                                                  | 1                      |
      | OPTIONAL MATCH (x:X) OPTIONAL MATCH (x)-->(y) RETURN y AS n                                | null                   |
      | OPTIONAL MATCH (x:X) MATCH (x)-->(y) RETURN count(*) AS n                                  | 0                      |
      | OPTIONAL MATCH (x:X) MATCH (x) RETURN count(*) AS n                                        | 0                      |
      | OPTIONAL MATCH (x:X) WITH x WHERE x IS NULL RETURN 1 AS n                                  | 1                      |
      | OPTIONAL MATCH (x:X) RETURN x.n AS n                                                       | null                   |
      | OPTIONAL MATCH (x:X) RETURN labels(x) AS n                                                 | null                   |
      | OPTIONAL MATCH p = (x:X)-->() RETURN length(p) AS n                                        | null                   |
      | OPTIONAL MATCH (:X)-[r]->() RETURN type(r) AS n                                            | null                   |
      | MATCH (a:A)-[r:R]->() RETURN startNode(r).n + endNode(r).n AS n                            | 3                      |
      | MATCH p = (:A)-[:R*2]->(:C) RETURN [x IN nodes(p) \| x.n] AS n                             | [1, 2, 3]              |
      | MATCH p = (:C)<-[:R*2]-(:A) RETURN [x IN relationships(p) \| x.w] AS n                     | [2, 1]                 |
      | MATCH (a:A) RETURN size([(a)-->(x) \| x.n]) AS n                                           | 2                      |
      | MATCH (a:A) RETURN [p = (a)-[:R]->(x) WHERE x.n = 2 \| length(p)] AS n                     | [1]                    |
      | MATCH (a) WHERE (a)-[:S]->(a) RETURN a.n AS n                                              | 2                      |
      | MATCH (a) WHERE NOT (a)-->() RETURN a.n AS n                                               | 3                      |
      | MATCH (a) WHERE exists { (a)<-[:R]-(:A) } RETURN a.n AS n                                  | 2                      |
      | MATCH (a) WITH max(a.n) AS m MATCH (x {n: m}) RETURN x.n AS n                              | 3                      |
      | MATCH (a) WITH a ORDER BY a.n DESC LIMIT 1 RETURN a.n AS n                                 | 3                      |
      | MATCH (a) WITH a ORDER BY a.n SKIP 1 RETURN collect(a.n) AS n                              | [2, 3]                 |
      | MATCH (a) WITH DISTINCT a.n % 2 AS m RETURN count(*) AS n                                  | 2                      |
      | MATCH (a) WITH a AS b, a.n AS m WHERE m > 1 WITH collect(b.n) AS n RETURN n                | [2, 3]                 |
      | UNWIND [1, null, 2] AS x RETURN count(x) AS n                                              | 2                      |
      | UNWIND [1, null, 2] AS x RETURN count(*) AS n                                              | 3                      |
      | UNWIND [] AS x RETURN count(*) AS n                                                        | 0                      |
      | UNWIND null AS x RETURN count(*) AS n                                                      | 0                      |
      | UNWIND [[1, 2], [3]] AS x UNWIND x AS y RETURN sum(y) AS n                                 | 6                      |
      | UNWIND [1, 1.0, '1'] AS x RETURN count(DISTINCT x) AS n                                    | 2                      |
      | UNWIND [[1], [1.0], [null], [null]] AS x RETURN count(DISTINCT x) AS n                     | 2                      |
      | UNWIND [] AS x RETURN sum(x) AS n                                                          | 0                      |
      | UNWIND [] AS x RETURN avg(x) AS n                                                          | null                   |
      | UNWIND [] AS x RETURN min(x) AS n                                                          | null                   |
      | UNWIND [] AS x RETURN collect(x) AS n                                                      | []                     |
      | UNWIND [1, 2.5] AS x RETURN sum(x) AS n                                                    | 3.5                    |
      | UNWIND [1, 2] AS x RETURN avg(x) AS n                                                      | 1.5                    |
      | UNWIND [1, 'a', null, [1, 2], 0.2, 'b'] AS x RETURN max(x) AS n                            | 1                      |
      | UNWIND [1, 'a', null, [1, 2], 0.2, 'b'] AS x RETURN min(x) AS n                            | [1, 2]                 |
      | UNWIND [[1], [2], [2, 1]] AS x RETURN max(x) AS n                                          | [2, 1]                 |
      | UNWIND [10.0, 20.0, 30.0] AS x RETURN percentileDisc(x, 0.5) AS n                          | 20.0                   |
      | UNWIND [10.0, 20.0] AS x RETURN percentileCont(x, 0.5) AS n                                | 15.0                   |
      | UNWIND [1, 2, 3] AS x RETURN stDev(x) AS n                                                 | 1.0                    |
      | UNWIND [2, 2] AS x RETURN stDevP(x) AS n                                                   | 0.0                    |
      | UNWIND [3, 1, null, 2] AS x WITH x ORDER BY x RETURN collect(x) AS n                       | [1, 2, 3]              |
      | UNWIND [1, 2, 3, 4] AS x WITH x % 2 AS k, sum(x) AS s ORDER BY k RETURN collect(s) AS n    | [6, 4]                 |
      | UNWIND [true, false, null] AS x WITH x ORDER BY x DESC LIMIT 2 RETURN collect(x) AS n      | [true]                 |
      | WITH 1 AS x WITH x + 1 AS x WITH x * 2 AS x RETURN x AS n                                  | 4                      |
      | WITH 1 AS n RETURN ALL *                                                                   | 1                      |
      | WITH 1 AS n WITH ALL * MATCH (a:A) RETURN ALL n                                            | 1                      |
      | WITH 1 AS n WITH DISTINCT * ORDER BY n RETURN DISTINCT *                                   | 1                      |
      | WITH 2 AS all, 3 AS distinct RETURN all * distinct AS n                                    | 6                      |
      | RETURN 1 AS n UNION RETURN 1 AS n                                                          | 1                      |
      | MATCH (a:A) WITH a, 'x' AS b RETURN a.n + b AS n                                           | '1x'                   |
      | MATCH (a:A)-->(x) WITH a, count(x) AS c RETURN c + a.n AS n                                | 3                      |
      | MATCH (a:A) RETURN keys(a) AS n                                                            | ['n']                  |
      | MATCH (a:A) RETURN properties(a) AS n                                                      | {n: 1}                 |
      | MATCH (a:A) RETURN a:A AND NOT a:B AS n                                                    | true                   |
      | MATCH ()-[r:R {w: 1}]->() RETURN r:R AS n                                                  | true                   |
      | MATCH (a:A), (b:B) RETURN a = b AS n                                                       | false                  |
      | MATCH (a:A {n: 1.0}) RETURN a.n AS n                                                       | 1                      |
      | MATCH (a {n: null}) RETURN count(*) AS n                                                   | 0                      |
      | MATCH (a) WHERE a.missing = a.missing RETURN count(*) AS n                                 | 0                      |
      | MATCH (a) WHERE NOT a.missing = 1 RETURN count(*) AS n                                     | 0                      |
      | MATCH (a) WHERE a.n = 1 OR a.missing = 2 RETURN count(*) AS n                              | 1                      |

  Scenario: ORDER BY puts types in the standard's order, null last
    When executing query:
      """
      UNWIND [null, 1.5, true, 'a', [1], {k: 1}, 0] AS x RETURN x ORDER BY x
      """
    Then the result should be, in order:
      | x      |
      | {k: 1} |
      | [1]    |
      | 'a'    |
      | true   |
      | 0      |
      | 1.5    |
      | null   |
    And no side effects

  Scenario: CREATE for each row
    When executing query:
      """
      MATCH (a) CREATE (a)-[:NEW {of: a.n}]->(x:X) RETURN count(x) AS n
      """
    Then the result should be, in any order:
      | n |
      | 3 |
    And the side effects should be:
      | +nodes         | 3 |
      | +relationships | 3 |
      | +labels        | 1 |
      | +properties    | 3 |

  Scenario: A clause does not see what it creates itself
    When executing query:
      """
      MATCH (a) CREATE (b:A) RETURN count(*) AS n
      """
    Then the result should be, in any order:
      | n |
      | 3 |
    And the side effects should be:
      | +nodes | 3 |

  Scenario: MERGE finds each match, and creates once
    When executing query:
      """
      UNWIND [1, 1, 2, 9, 9] AS i MERGE (x {n: i}) ON CREATE SET x.made = true ON MATCH SET x.found = true
      RETURN x.n AS n, x.made AS made, x.found AS found ORDER BY n
      """
    Then the result should be, in order:
      | n | made | found |
      | 1 | null | true  |
      | 1 | null | true  |
      | 2 | null | true  |
      | 9 | true | true  |
      | 9 | true | true  |
    And the side effects should be:
      | +nodes      | 1 |
      | +properties | 5 |

  Scenario: MERGE of an undirected relationship finds it either way
    When executing query:
      """
      MATCH (b:B), (a:A) MERGE (b)-[r:R]-(a) RETURN r.w AS w
      """
    Then the result should be, in any order:
      | w |
      | 1 |
    And no side effects

  Scenario: MERGE creates a whole path where a part is missing
    When executing query:
      """
      MERGE (a:A)-[:T]->(b:B) RETURN a.n AS a, b.n AS b
      """
    Then the result should be, in any order:
      | a    | b    |
      | null | null |
    And the side effects should be:
      | +nodes         | 2 |
      | +relationships | 1 |

  Scenario: SET of null removes, of a map replaces, of += adds
    When executing query:
      """
      MATCH (a:A), (b:B), (c:C) SET a.n = null, b = {m: 1}, c += {n: null, k: 2}
      RETURN properties(a) AS a, properties(b) AS b, properties(c) AS c
      """
    Then the result should be, in any order:
      | a  | b      | c      |
      | {} | {m: 1} | {k: 2} |
    And the side effects should be:
      | +properties | 2 |
      | -properties | 3 |

  Scenario: SET copies the properties of a node
    When executing query:
      """
      MATCH (a:A), (c:C) SET a = c, a:X:A RETURN a.n AS n, a:X AS x
      """
    Then the result should be, in any order:
      | n | x    |
      | 3 | true |
    And the side effects should be:
      | +labels     | 1 |
      | +properties | 1 |
      | -properties | 1 |

  Scenario: SET and REMOVE on null do nothing
    When executing query:
      """
      OPTIONAL MATCH (x:X) SET x.n = 1, x:Y, x += {a: 1} REMOVE x.n, x:Y RETURN x
      """
    Then the result should be, in any order:
      | x    |
      | null |
    And no side effects

  Scenario: DELETE of what is null or deleted already does nothing
    When executing query:
      """
      MATCH (a:A)-[r]->() OPTIONAL MATCH (x:X) DELETE r, r, x DETACH DELETE a RETURN count(*) AS n
      """
    Then the result should be, in any order:
      | n |
      | 2 |
    And the side effects should be:
      | -nodes         | 1 |
      | -relationships | 2 |
      | -labels        | 1 |
      | -properties    | 2 |

  Scenario: Deleting a path
    When executing query:
      """
      MATCH p = (:A)-[:R]->(:B) DETACH DELETE p
      """
    Then the result should be empty
    And the side effects should be:
      | -nodes         | 2 |
      | -relationships | 4 |
      | -labels        | 2 |
      | -properties    | 4 |

  Scenario: A limit is about rows, not about what was written
    When executing query:
      """
      UNWIND [1, 2, 3] AS x CREATE (n:N {v: x}) RETURN n.v AS v ORDER BY v LIMIT 1
      """
    Then the result should be, in order:
      | v |
      | 1 |
    And the side effects should be:
      | +nodes      | 3 |
      | +labels     | 1 |
      | +properties | 3 |

  Scenario Outline: Run-time errors of writing: <query>
    When executing query:
      """
      <query>
      """
    Then a <kind> should be raised at runtime: <detail>

    Examples:
      | query                                          | kind                         | detail                |
      | MATCH (a:A) DELETE a                           | ConstraintVerificationFailed | DeleteConnectedNode   |
      | MATCH (a:A) DETACH DELETE a RETURN a.n         | EntityNotFound               | DeletedEntityAccess   |
      | MATCH (a:A) DETACH DELETE a RETURN labels(a)   | EntityNotFound               | DeletedEntityAccess   |
      | MATCH ()-[r:R]->() DELETE r RETURN r.w         | EntityNotFound               | DeletedEntityAccess   |
      | MATCH (a:A) SET a.x = {}                       | TypeError                    | InvalidPropertyType   |
      | MATCH (a:A) SET a.x = [[1]]                    | TypeError                    | InvalidPropertyType   |
      | MATCH (a:A) SET a.x = a                        | TypeError                    | InvalidPropertyType   |
      | MERGE (x {n: null})                            | SemanticError                | MergeReadOwnWrites    |
      | MATCH (a:A), (b:B) MERGE (a)-[:R {w: null}]->(b) | SemanticError              | MergeReadOwnWrites    |
