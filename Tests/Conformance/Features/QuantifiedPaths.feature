Feature: Quantified path patterns

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:Stop {n: 1}), (b:Stop {n: 2}), (c:Stop {n: 3}), (d:Stop {n: 4}),
             (a)-[:NEXT {km: 5}]->(b), (b)-[:NEXT {km: 7}]->(c), (c)-[:NEXT {km: 20}]->(d),
             (a)-[:NEXT {km: 90}]->(d)
      """

  Scenario: A quantified relationship binds the list of those walked
    When executing query:
      """
      MATCH (:Stop {n: 1})-[r:NEXT]->{2,3}(end)
      RETURN end.n AS stop, [x IN r | x.km] AS legs
      """
    Then the result should be, in any order:
      | stop | legs       |
      | 3    | [5, 7]     |
      | 4    | [5, 7, 20] |
    And no side effects

  Scenario Outline: Bounds of a quantifier
    When executing query:
      """
      MATCH (:Stop {n: 2})-[:NEXT]-><quantifier>(end) RETURN collect(end.n) AS stops
      """
    Then the result should be (ignoring element order for lists):
      | stops   |
      | <stops> |

    Examples:
      | quantifier | stops     |
      | *          | [2, 3, 4] |
      | +          | [3, 4]    |
      | {1}        | [3]       |
      | {0,1}      | [2, 3]    |
      | {,1}       | [2, 3]    |
      | {2,}       | [4]       |

  Scenario: A quantified part binds a list for each of its names
    When executing query:
      """
      MATCH (start:Stop {n: 1}) ((from)-[leg:NEXT]->(to) WHERE leg.km < 50)+ (end:Stop {n: 4})
      RETURN [x IN from | x.n] AS from, [x IN to | x.n] AS to, size(leg) AS legs
      """
    Then the result should be, in any order:
      | from      | to        | legs |
      | [1, 2, 3] | [2, 3, 4] | 3    |

  Scenario: A condition inside sees what earlier clauses have bound
    When executing query:
      """
      UNWIND [6, 10] AS most
      MATCH (:Stop {n: 1}) (()-[leg:NEXT WHERE leg.km < most]->())+ (end)
      RETURN most, end.n AS stop
      """
    Then the result should be, in any order:
      | most | stop |
      | 6    | 2    |
      | 10   | 2    |
      | 10   | 3    |

  Scenario: The lists cannot be used as nodes
    When executing query:
      """
      MATCH ((x:Stop)-[:NEXT]->()){2} MATCH (x)-->(y) RETURN y
      """
    Then a SyntaxError should be raised at compile time: VariableTypeConflict

  Scenario: A walk needs an end
    When executing query:
      """
      MATCH WALK (:Stop)-->*(end) RETURN end
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: The shortest paths between two nodes
    When executing query:
      """
      MATCH p = ALL SHORTEST (:Stop {n: 1})-[:NEXT]->+(:Stop {n: 4})
      RETURN length(p) AS legs, [r IN relationships(p) | r.km] AS km
      """
    Then the result should be, in any order:
      | legs | km   |
      | 1    | [90] |

  Scenario: The two shortest paths
    When executing query:
      """
      MATCH p = SHORTEST 2 (:Stop {n: 1})-[:NEXT]->+(:Stop {n: 4}) RETURN length(p) AS legs
      """
    Then the result should be, in any order:
      | legs |
      | 1    |
      | 3    |

  Scenario: A condition inside the selected part decides which paths there are
    When executing query:
      """
      MATCH p = ANY SHORTEST (:Stop {n: 1})-[r:NEXT WHERE r.km < 50]->+(:Stop {n: 4})
      RETURN length(p) AS legs
      """
    Then the result should be, in any order:
      | legs |
      | 3    |

  Scenario: A condition after the pattern filters what was selected
    When executing query:
      """
      MATCH p = ANY SHORTEST (:Stop {n: 1})-[r:NEXT]->+(:Stop {n: 4})
      WHERE all(x IN r WHERE x.km < 50)
      RETURN length(p) AS legs
      """
    Then the result should be, in any order:
      | legs |
