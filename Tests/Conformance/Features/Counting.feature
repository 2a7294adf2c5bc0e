Feature: Counting matches without making them

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:Desk {n: 1})-[:SENDS]->(b:Desk {n: 2})-[:SENDS]->(c:Desk:Closed {n: 3}),
             (a)-[:SENDS]->(c), (c)-[:COPIES]->(a)
      """

  Scenario: A part of an optional pattern that hangs on nothing
    When executing query:
      """
      MATCH (d:Closed) OPTIONAL MATCH (e), (d) RETURN count(e) AS pairs
      """
    Then the result should be, in any order:
      | pairs |
      | 3     |

  Scenario: A part of a subquery that hangs on nothing
    When executing query:
      """
      MATCH (d:Desk) WHERE EXISTS { (d)-[:SENDS]->(), (e:Missing) } RETURN count(*) AS desks
      """
    Then the result should be, in any order:
      | desks |
      | 0     |

  Scenario Outline: Two relationships of a pattern that could be one
    When executing query:
      """
      MATCH <pattern> RETURN count(*) AS matches
      """
    Then the result should be, in any order:
      | matches   |
      | <matches> |

    Examples:
      | pattern                                          | matches |
      | (x)-[:SENDS]-(y)-[:SENDS]->(z)                   | 3       |
      | (x)<-[:SENDS]-(y)-[:SENDS]-(z)                   | 3       |
      | (x)-[:SENDS]-(y)-[:SENDS]-(z)                    | 6       |
      | (x)<-[:SENDS]-(y)-[:SENDS]->(z)                  | 2       |
      | (x)-[:SENDS\|COPIES]-(y)<-[:COPIES]-(z)          | 2       |
      | (x)-[]-(y)-[:COPIES]->(z)                        | 2       |

  Scenario: A condition inside a subquery on what is outside it
    When executing query:
      """
      MATCH (d:Desk), (e:Desk)
      WHERE EXISTS { (d)-[:SENDS]->(f) WHERE f.n = e.n }
      RETURN count(*) AS pairs
      """
    Then the result should be, in any order:
      | pairs |
      | 3     |
