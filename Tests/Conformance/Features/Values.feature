Feature: Map projections, type tests, CASE and paths as values

  Scenario: Map projections pick, add and rename
    Given an empty graph
    And having executed:
      """
      CREATE (:Desk {name: 'front', floor: 1})-[:SENDS]->(:Desk {name: 'back', floor: 2})
      """
    When executing query:
      """
      MATCH (a:Desk {floor: 1})-->(b)
      WITH a, b, 'post' AS via
      RETURN a {.name, via, to: b {.*}, missing: a.nothing} AS line
      """
    Then the result should be, in any order:
      | line                                                                          |
      | {name: 'front', via: 'post', to: {name: 'back', floor: 2}, missing: null} |

  Scenario Outline: Type tests
    Given any graph
    When executing query:
      """
      RETURN <value> IS :: <type> AS yes, <value> IS NOT :: <type> AS no
      """
    Then the result should be, in any order:
      | yes   | no   |
      | <yes> | <no> |

    Examples:
      | value        | type              | yes   | no    |
      | 1            | INTEGER           | true  | false |
      | 1            | FLOAT             | false | true  |
      | 1            | INTEGER \| FLOAT  | true  | false |
      | null         | STRING            | true  | false |
      | null         | STRING NOT NULL   | false | true  |
      | [1, 2]       | LIST<INTEGER>     | true  | false |
      | ['a', 1]     | LIST<STRING>      | false | true  |
      | date('2012') | DATE              | true  | false |
      | {a: 1}       | MAP               | true  | false |

  Scenario: Several values in one WHEN
    Given any graph
    When executing query:
      """
      UNWIND [1, 2, 3] AS x
      RETURN CASE x WHEN 1, 2 THEN 'few' ELSE 'many' END AS amount
      """
    Then the result should be, in any order:
      | amount |
      | 'few'  |
      | 'few'  |
      | 'many' |

  Scenario: A shortest path as an expression is null where there is none
    Given an empty graph
    And having executed:
      """
      CREATE (:A)-[:R]->(:B)-[:R]->(:C)
      """
    When executing query:
      """
      MATCH (a:A), (c:C)
      RETURN shortestPath((a)-[*]->(c)) AS there, shortestPath((c)-[*]->(a)) AS back
      """
    Then the result should be, in any order:
      | there                              | back |
      | <(:A)-[:R]->(:B)-[:R]->(:C)> | null |
