Feature: LET, FILTER, FOR, ORDER BY and NEXT as clauses

  Scenario: Values are named, filtered and cut without WITH
    Given any graph
    When executing query:
      """
      FOR x IN [4, 1, 3, 2]
      LET square = x * x, half = square / 2
      FILTER half > 0
      ORDER BY square DESC
      LIMIT 2
      RETURN x, half
      """
    Then the result should be, in order:
      | x | half |
      | 4 | 8    |
      | 3 | 4    |
    And no side effects

  Scenario: LET does not rename what there is
    Given any graph
    When executing query:
      """
      LET x = 1 LET x = 2 RETURN x
      """
    Then a SyntaxError should be raised at compile time: VariableAlreadyBound

  Scenario: NEXT goes on from the rows of the query before
    Given an empty graph
    And having executed:
      """
      CREATE (:Team {name: 'north', size: 3}), (:Team {name: 'south', size: 5})
      """
    When executing query:
      """
      MATCH (t:Team) RETURN max(t.size) AS most
      NEXT
      MATCH (t:Team) WHERE t.size = most RETURN t.name AS team
      """
    Then the result should be, in any order:
      | team    |
      | 'south' |

  Scenario: NEXT sees only what the query before returns
    Given any graph
    When executing query:
      """
      UNWIND [1] AS x RETURN x AS y NEXT RETURN x
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: FOREACH changes what a list holds and leaves no names behind
    Given an empty graph
    And having executed:
      """
      CREATE (:Team {size: 3}), (:Team {size: 5})
      """
    When executing query:
      """
      MATCH (t:Team) WITH collect(t) AS teams
      FOREACH (t IN teams | SET t.size = t.size + 1 CREATE (:Badge {of: t.size}))
      RETURN size(teams) AS teams
      """
    Then the result should be, in any order:
      | teams |
      | 2     |
    And the side effects should be:
      | +nodes      | 2 |
      | +labels     | 1 |
      | +properties | 4 |
      | -properties | 2 |
    When executing control query:
      """
      MATCH (b:Badge) RETURN b.of AS of
      """
    Then the result should be, in any order:
      | of |
      | 4  |
      | 6  |

  Scenario Outline: FOR tells the place of each element <kind>
    When executing query:
      """
      FOR x IN <list> WITH <kind> i RETURN x, i ORDER BY i
      """
    Then the result should be, in order:
      | x     | i       |
      | <one> | <first> |
      | <two> | <next>  |
    And no side effects

    Examples:
      | kind       | list             | one  | first | two  | next |
      | ORDINALITY | ['a', 'b']       | 'a'  | 1     | 'b'  | 2    |
      | OFFSET     | ['a', 'b']       | 'a'  | 0     | 'b'  | 1    |
      | OFFSET     | [null] + [[1]]   | null | 0     | [1]  | 1    |

  Scenario: Places in a list that another row gives, and behind WITH
    When executing query:
      """
      UNWIND [[3, 4], [], null, [5]] AS items
      FOR item IN items WITH OFFSET at
      WITH item * 10 + at AS n
      RETURN collect(n) AS ns
      """
    Then the result should be, in any order:
      | ns           |
      | [30, 41, 50] |
    And no side effects

  Scenario: A variable may be called as the words are
    When executing query:
      """
      FOR offset IN [1, 2] WITH offset AS ordinality RETURN sum(ordinality) AS sum
      """
    Then the result should be, in any order:
      | sum |
      | 3   |
    And no side effects

  Scenario Outline: <query>
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <code>

    Examples:
      | query                                             | code                 |
      | FOR x IN [1] WITH OFFSET x RETURN x               | VariableAlreadyBound |
      | FOR x IN 1 WITH OFFSET i RETURN x                 | InvalidArgumentType  |
      | FOR x IN [i] WITH OFFSET i RETURN x               | UndefinedVariable    |
