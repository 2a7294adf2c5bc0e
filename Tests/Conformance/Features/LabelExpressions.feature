Feature: Label expressions

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (:Office {id: 1}), (:Person {id: 2}), (:Office:Archived {id: 3}), ({id: 4})
      """

  Scenario Outline: Nodes by what their labels are and are not
    When executing query:
      """
      MATCH (n:<labels>) RETURN n.id AS id ORDER BY id
      """
    Then the result should be, in order:
      | id     |
      | <one>  |
      | <two>  |

    Examples:
      | labels                 | one | two |
      | Office                 | 1   | 3   |
      | Office\|Archived       | 1   | 3   |
      | Person\|(Office&!Archived) | 1 | 2 |
      | !Office                | 2   | 4   |
      | !(Person\|Archived)    | 1   | 4   |

  Scenario: The wildcard stands for any label
    When executing query:
      """
      MATCH (n) RETURN n.id AS id, n:% AS labelled, n:!% AS bare
      """
    Then the result should be, in any order:
      | id | labelled | bare  |
      | 1  | true     | false |
      | 2  | true     | false |
      | 3  | true     | false |
      | 4  | false    | true  |
    And no side effects

  Scenario: A label expression in a CASE
    When executing query:
      """
      MATCH (n)
      RETURN CASE WHEN n IS Office&Archived THEN 'closed' WHEN n IS Office THEN 'open' END AS state,
             count(*) AS nodes
      """
    Then the result should be, in any order:
      | state    | nodes |
      | 'closed' | 1     |
      | 'open'   | 1     |
      | null     | 2     |

  Scenario: Relationship types take the same expressions
    Given an empty graph
    And having executed:
      """
      CREATE (a:Hub), (a)-[:ASKS {n: 1}]->(), (a)-[:TELLS {n: 2}]->(), (a)-[:PAYS {n: 3}]->()
      """
    When executing query:
      """
      MATCH (:Hub)-[r:!PAYS]->() RETURN r.n AS n
      UNION ALL
      MATCH (:Hub)-[r:ASKS|PAYS]->() RETURN r.n AS n
      """
    Then the result should be, in any order:
      | n |
      | 1 |
      | 2 |
      | 1 |
      | 3 |

  Scenario Outline: <predicate>
    When executing query:
      """
      MATCH (n) WHERE <predicate> RETURN collect(n.id) AS ids
      """
    Then the result should be (ignoring element order for lists):
      | ids   |
      | <ids> |
    And no side effects

    Examples:
      | predicate                               | ids       |
      | n IS LABELED Office                     | [1, 3]    |
      | n IS LABELED Office&!Archived           | [1]       |
      | n IS NOT LABELED Office                 | [2, 4]    |
      | n IS NOT LABELED (Office\|Person)       | [4]       |
      | n IS LABELED %                          | [1, 2, 3] |
      | n IS Labeled                            | []        |
      | n IS Labeled OR n IS LABELED Person     | [2]       |

  Scenario: Labels of a relationship that is not there
    When executing query:
      """
      OPTIONAL MATCH (:Person)-[r]->() RETURN r IS LABELED Near AS is, r IS NOT LABELED Near AS not
      """
    Then the result should be, in any order:
      | is   | not  |
      | null | null |
    And no side effects
