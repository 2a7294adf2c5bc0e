Feature: Subqueries

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:Desk {n: 1}), (b:Desk {n: 2}), (c:Desk {n: 3}),
             (a)-[:SENDS {kind: 'case'}]->(b), (a)-[:SENDS {kind: 'copy'}]->(c),
             (b)-[:SENDS {kind: 'case'}]->(c)
      """

  Scenario: EXISTS, COUNT and COLLECT see the row they stand in
    When executing query:
      """
      MATCH (d:Desk)
      RETURN d.n AS desk,
             EXISTS { (d)-[:SENDS]->() } AS sends,
             COUNT { (d)-[:SENDS]->() } AS sent,
             COLLECT { MATCH (d)-[r:SENDS]->(e) RETURN r.kind + e.n ORDER BY e.n } AS kinds
      ORDER BY desk
      """
    Then the result should be, in order:
      | desk | sends | sent | kinds              |
      | 1    | true  | 2    | ['case2', 'copy3'] |
      | 2    | true  | 1    | ['case3']          |
      | 3    | false | 0    | []                 |
    And no side effects

  Scenario: A subquery inside a subquery
    When executing query:
      """
      MATCH (d:Desk)
      WHERE EXISTS { MATCH (d)-->(e) WHERE EXISTS { MATCH (e)-->(f) WHERE f.n > d.n } }
      RETURN d.n AS desk
      """
    Then the result should be, in any order:
      | desk |
      | 1    |

  Scenario: What surrounds a subquery stays visible behind its WITH
    When executing query:
      """
      MATCH (d:Desk)
      WHERE EXISTS { MATCH (d)-->(e) WITH count(e) AS sent WHERE sent = 3 - d.n RETURN sent }
      RETURN d.n AS desk
      """
    Then the result should be, in any order:
      | desk |
      | 1    |
      | 2    |
      | 3    |

  Scenario: An outer name cannot be given to something else
    When executing query:
      """
      MATCH (d:Desk) WHERE EXISTS { MATCH (e) WITH e.n AS d RETURN d } RETURN d
      """
    Then a SyntaxError should be raised at compile time: VariableAlreadyBound

  Scenario: A subquery in an expression cannot write
    When executing query:
      """
      MATCH (d:Desk) RETURN COUNT { MATCH (d) CREATE (:Copy) } AS copies
      """
    Then a SyntaxError should be raised at compile time: InvalidClauseComposition

  Scenario: CALL with a list of what it sees
    When executing query:
      """
      MATCH (d:Desk)
      CALL (d) { MATCH (d)-[:SENDS]->(e) RETURN e.n AS to ORDER BY to DESC LIMIT 1 }
      RETURN d.n AS desk, to
      """
    Then the result should be, in any order:
      | desk | to |
      | 1    | 3  |
      | 2    | 3  |

  Scenario: OPTIONAL CALL keeps rows without a result
    When executing query:
      """
      MATCH (d:Desk)
      OPTIONAL CALL (d) { MATCH (d)-[:SENDS]->(e) RETURN max(e.n) AS to, e.n AS other }
      RETURN d.n AS desk, to, other
      """
    Then the result should be, in any order:
      | desk | to   | other |
      | 1    | 2    | 2     |
      | 1    | 3    | 3     |
      | 2    | 3    | 3     |
      | 3    | null | null  |

  Scenario: CALL with a leading WITH in every part of a union
    When executing query:
      """
      MATCH (d:Desk)
      CALL {
        WITH d MATCH (d)-->(e) RETURN e.n AS near
        UNION
        WITH d MATCH (d)<--(e) RETURN e.n AS near
      }
      RETURN d.n AS desk, collect(near) AS near
      """
    Then the result should be (ignoring element order for lists):
      | desk | near   |
      | 1    | [2, 3] |
      | 2    | [1, 3] |
      | 3    | [1, 2] |

  Scenario: A subquery does not see what it was not given
    When executing query:
      """
      MATCH (d:Desk) CALL () { RETURN d.n AS n } RETURN n
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: A column cannot take a name that is in use
    When executing query:
      """
      MATCH (d:Desk) CALL { MATCH (e:Desk) RETURN e AS d } RETURN d
      """
    Then a SyntaxError should be raised at compile time: VariableAlreadyBound

  Scenario: A limit outside does not cut short what a subquery writes
    When executing query:
      """
      MATCH (d:Desk)
      CALL (d) { CREATE (log:Log {n: d.n}) RETURN log }
      RETURN count(*) AS logs LIMIT 0
      """
    Then the result should be, in any order:
      | logs |
    And the side effects should be:
      | +nodes      | 3 |
      | +labels     | 1 |
      | +properties | 3 |

  Scenario: What follows a writing subquery sees all that it wrote
    When executing query:
      """
      MATCH (d:Desk)
      CALL (d) { CREATE (:Log {n: d.n}) }
      MATCH (log:Log)
      RETURN count(*) AS pairs
      """
    Then the result should be, in any order:
      | pairs |
      | 9     |
    And the side effects should be:
      | +nodes      | 3 |
      | +labels     | 1 |
      | +properties | 3 |
