Feature: Grouping keys, and what ORDER BY sees

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (:Case {office: 'A', days: 3}), (:Case {office: 'A', days: 9}),
             (:Case {office: 'B', days: 5})
      """

  Scenario: A key may be used inside an aggregated item
    When executing query:
      """
      MATCH (c:Case)
      RETURN c.office AS office, c.office + ':' + count(*) AS label, [d IN collect(c.days) | d * 2] AS double
      """
    Then the result should be (ignoring element order for lists):
      | office | label | double  |
      | 'A'    | 'A:2' | [6, 18] |
      | 'B'    | 'B:1' | [10]    |

  Scenario: What is no key cannot stand beside an aggregate
    When executing query:
      """
      MATCH (c:Case) RETURN c.office AS office, c.days - avg(c.days) AS off
      """
    Then a SyntaxError should be raised at compile time: AmbiguousAggregationExpression

  Scenario: ORDER BY may count what is not shown
    When executing query:
      """
      MATCH (c:Case) RETURN c.office AS office, max(c.days) AS longest ORDER BY count(*) DESC
      """
    Then the result should be, in order:
      | office | longest |
      | 'A'    | 9       |
      | 'B'    | 5       |

  Scenario: ORDER BY cannot look behind a grouping
    When executing query:
      """
      MATCH (c:Case) RETURN c.office AS office, count(*) AS cases ORDER BY min(c.days)
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: A subquery in an aggregated item may use the keys
    When executing query:
      """
      MATCH (c:Case)
      WITH c.office AS office, c
      RETURN office, count(c) + COUNT { MATCH (o:Case) WHERE o.office <> office } AS all
      """
    Then the result should be, in any order:
      | office | all |
      | 'A'    | 3   |
      | 'B'    | 3   |

  Scenario: A new name hides the old one in ORDER BY
    When executing query:
      """
      MATCH (c:Case) RETURN -c.days AS days ORDER BY days
      """
    Then the result should be, in order:
      | days |
      | -9   |
      | -5   |
      | -3   |
