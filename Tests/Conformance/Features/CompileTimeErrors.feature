#encoding: utf-8

Feature: What openCypher refuses before a query runs

  Scenario Outline: Names that are not there, or there already: <detail> in <query>
    Given an empty graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <detail>

    Examples:
      | query                                                        | detail                |
      | RETURN x                                                     | UndefinedVariable     |
      | MATCH (a) RETURN b                                           | UndefinedVariable     |
      | MATCH (a) WITH a.x AS y RETURN a                             | UndefinedVariable     |
      | RETURN [x IN [1] WHERE y > 1]                                | UndefinedVariable     |
      | MATCH (a) RETURN a UNION MATCH (b) RETURN a                  | UndefinedVariable     |
      | MATCH (a) DELETE b                                           | UndefinedVariable     |
      | MATCH (a) SET b.x = 1                                        | UndefinedVariable     |
      | MATCH (a) REMOVE b.x                                         | UndefinedVariable     |
      | MATCH (a) WHERE (a)-->(b) RETURN a                           | UndefinedVariable     |
      | MATCH (a) RETURN a.x AS y ORDER BY z                         | UndefinedVariable     |
      | UNWIND xs AS x RETURN x                                      | UndefinedVariable     |
      | MERGE (a {x: y})                                             | UndefinedVariable     |
      | MATCH (a) CREATE (a)                                         | VariableAlreadyBound  |
      | CREATE (a), (a)                                              | VariableAlreadyBound  |
      | CREATE (a), (a {x: 1})                                       | VariableAlreadyBound  |
      | CREATE (a)-[r:T]->(b), (b)-[r:T]->(a)                        | VariableAlreadyBound  |
      | MATCH ()-[r]->() CREATE ()-[r:T]->()                         | VariableAlreadyBound  |
      | MATCH (a) CREATE (a:L)-[:T]->()                              | VariableAlreadyBound  |
      | MATCH (a) MERGE (a)                                          | VariableAlreadyBound  |
      | MATCH ()-[r]->() MERGE ()-[r:T]->()                          | VariableAlreadyBound  |
      | MATCH p = ()-->() MATCH p = ()-->() RETURN p                 | VariableAlreadyBound  |
      | MATCH p = (p) RETURN p                                       | VariableAlreadyBound  |
      | MATCH (a) MATCH a = (b) RETURN a                             | VariableAlreadyBound  |
      | CALL db.labels() YIELD label AS x UNWIND [1] AS x RETURN x   | VariableAlreadyBound  |
      | UNWIND [1] AS x UNWIND [2] AS x RETURN x                     | VariableAlreadyBound  |
      | MATCH (a)-[a]->() RETURN a                                   | VariableTypeConflict  |
      | MATCH (a)-[r]->(r) RETURN a                                  | VariableTypeConflict  |
      | MATCH ()-[r]->() MATCH (r) RETURN r                          | VariableTypeConflict  |
      | MATCH (a) MATCH ()-[a]->() RETURN a                          | VariableTypeConflict  |
      | MATCH p = () MATCH (p) RETURN p                              | VariableTypeConflict  |
      | WITH 1 AS n MATCH (n) RETURN n                               | VariableTypeConflict  |
      | WITH 'a' AS r MATCH ()-[r]->() RETURN r                      | VariableTypeConflict  |
      | WITH [1] AS n MATCH (n) RETURN n                             | VariableTypeConflict  |
      | WITH {x: 1} AS n MATCH (n) RETURN n                          | VariableTypeConflict  |
      | WITH true AS n MATCH (n)-->() RETURN n                       | VariableTypeConflict  |
      | MATCH ()-[r*]->() MATCH (r) RETURN r                         | VariableTypeConflict  |

  Scenario Outline: Projections: <detail> in <query>
    Given an empty graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <detail>

    Examples:
      | query                                                        | detail                         |
      | WITH 1 RETURN 1                                              | NoExpressionAlias              |
      | MATCH (a) WITH a.x RETURN a                                  | NoExpressionAlias              |
      | MATCH (a) WITH count(*) RETURN 1                             | NoExpressionAlias              |
      | MATCH (a) WITH a, count(*) RETURN a                          | NoExpressionAlias              |
      | RETURN 1 AS a, 2 AS a                                        | ColumnNameConflict             |
      | WITH 1 AS a, 2 AS a RETURN a                                 | ColumnNameConflict             |
      | MATCH (a) RETURN a, a.x AS a                                 | ColumnNameConflict             |
      | RETURN *                                                     | NoVariablesInScope             |
      | MATCH () RETURN *                                            | NoVariablesInScope             |
      | RETURN count(count(*))                                       | NestedAggregation              |
      | MATCH (a) RETURN sum(max(a.x))                               | NestedAggregation              |
      | MATCH (a) WHERE count(a) > 1 RETURN a                        | InvalidAggregation             |
      | MATCH (a) WITH a WHERE count(a) > 1 RETURN a                 | InvalidAggregation             |
      | MATCH (a) RETURN [x IN [1] WHERE count(a) > 1]               | InvalidAggregation             |
      | MATCH (a) RETURN a ORDER BY count(a)                         | InvalidAggregation             |
      | MATCH (a) WITH a.x AS x ORDER BY count(a) RETURN x           | InvalidAggregation             |
      | MATCH (a) RETURN a.x + count(*)                              | AmbiguousAggregationExpression |
      | MATCH (a) RETURN a.x + a.y + count(*)                        | AmbiguousAggregationExpression |
      | MATCH (a) WITH a.x + count(*) AS n RETURN n                  | AmbiguousAggregationExpression |
      | MATCH (a) RETURN a.x, a.y + count(*)                         | AmbiguousAggregationExpression |
      | MATCH (a) RETURN count(*) AS n ORDER BY a.x                  | UndefinedVariable              |
      | MATCH (a) RETURN DISTINCT a.x AS x ORDER BY a.y              | UndefinedVariable              |
      | RETURN 1 AS a UNION RETURN 2 AS b                            | DifferentColumnsInUnion        |
      | RETURN 1 AS a UNION ALL RETURN 2 AS b                        | DifferentColumnsInUnion        |
      | RETURN 1 AS a UNION RETURN 1 AS a, 2 AS b                    | DifferentColumnsInUnion        |
      | RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a    | InvalidClauseComposition       |
      | RETURN 1 AS a UNION ALL RETURN 2 AS a UNION RETURN 3 AS a    | InvalidClauseComposition       |

  Scenario Outline: Pages: <detail> in <query>
    Given an empty graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <detail>

    Examples:
      | query                                | detail                  |
      | MATCH (a) RETURN a SKIP -1           | NegativeIntegerArgument |
      | MATCH (a) RETURN a LIMIT -1          | NegativeIntegerArgument |
      | MATCH (a) RETURN a SKIP 1.5          | InvalidArgumentType     |
      | MATCH (a) RETURN a LIMIT 1.5         | InvalidArgumentType     |
      | MATCH (a) RETURN a LIMIT '1'         | InvalidArgumentType     |
      | MATCH (a) RETURN a SKIP a.x          | NonConstantExpression   |
      | MATCH (a) RETURN a LIMIT a.x         | NonConstantExpression   |
      | MATCH (a) WITH a LIMIT a.x RETURN a  | NonConstantExpression   |

  Scenario Outline: Types: <detail> in <query>
    Given an empty graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <detail>

    Examples:
      | query                                              | detail              |
      | RETURN NOT 0                                       | InvalidArgumentType |
      | RETURN NOT 'foo'                                   | InvalidArgumentType |
      | RETURN NOT [true]                                  | InvalidArgumentType |
      | RETURN NOT {}                                      | InvalidArgumentType |
      | RETURN 1 AND true                                  | InvalidArgumentType |
      | RETURN true OR 'a'                                 | InvalidArgumentType |
      | RETURN 1.0 XOR false                               | InvalidArgumentType |
      | RETURN [1] AND null                                | InvalidArgumentType |
      | RETURN 1 IN 'foo'                                  | InvalidArgumentType |
      | RETURN 1 IN 2                                      | InvalidArgumentType |
      | RETURN 1 IN {x: 1}                                 | InvalidArgumentType |
      | MATCH (a) RETURN type(a)                           | InvalidArgumentType |
      | MATCH ()-[r]->() RETURN labels(r)                  | InvalidArgumentType |
      | MATCH (a) RETURN length(a)                         | InvalidArgumentType |
      | MATCH ()-[r]->() RETURN length(r)                  | InvalidArgumentType |
      | MATCH (a) RETURN nodes(a)                          | InvalidArgumentType |
      | MATCH p = ()-->() RETURN size(p)                   | InvalidArgumentType |
      | MATCH p = ()-->() RETURN labels(p)                 | InvalidArgumentType |
      | RETURN properties(1)                               | InvalidArgumentType |
      | RETURN properties('a')                             | InvalidArgumentType |
      | RETURN properties([1])                             | InvalidArgumentType |
      | RETURN all(x IN ['a'] WHERE x % 2 = 0)             | InvalidArgumentType |
      | CREATE (a {x: 1 + true})                           | InvalidArgumentType |
      | RETURN foo(1)                                      | UnknownFunction     |
      | MATCH (a) RETURN nope(a)                           | UnknownFunction     |
      | RETURN substring('a')                              | InvalidNumberOfArguments |
      | RETURN abs()                                       | InvalidNumberOfArguments |

  Scenario Outline: Writing: <detail> in <query>
    Given an empty graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <detail>

    Examples:
      | query                                                  | detail                        |
      | CREATE ()-->()                                         | NoSingleRelationshipType      |
      | CREATE ()-[:A\|B]->()                                  | NoSingleRelationshipType      |
      | CREATE ()-[:T]-()                                      | RequiresDirectedRelationship  |
      | CREATE ()<-[:T]->()                                    | RequiresDirectedRelationship  |
      | CREATE ()-[:T*2]->()                                   | CreatingVarLength             |
      | MERGE (a)-[:T*2]->(b)                                  | CreatingVarLength             |
      | MERGE (a)-->(b)                                        | NoSingleRelationshipType      |
      | MERGE (a)-[:A\|B]->(b)                                 | NoSingleRelationshipType      |
      | MATCH (a) DELETE 1 + 1                                 | InvalidArgumentType           |
      | MATCH (a) DELETE a:Person                              | InvalidDelete                 |
      | MATCH ()-[r]-() DELETE r:T                             | InvalidDelete                 |
      | MATCH (a $p) RETURN a                                  | InvalidParameterUse           |
      | MERGE (a $p)                                           | InvalidParameterUse           |
      | MATCH (a)-[r:T $p]->() RETURN a                        | InvalidParameterUse           |
      | MERGE (a)-[r:T $p]->(b)                                | InvalidParameterUse           |
      | MATCH (a)                                              | InvalidClauseComposition      |
      | MATCH (a) WITH a                                       | InvalidClauseComposition      |
      | MERGE (a) ON CREATE SET x.num = 1                      | UndefinedVariable             |
      | MERGE (a) ON MATCH SET x.num = 1                       | UndefinedVariable             |

  Scenario Outline: Literals: <detail> in <query>
    Given an empty graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time: <detail>

    Examples:
      | query                          | detail                |
      | RETURN 9223372036854775808     | IntegerOverflow       |
      | RETURN -9223372036854775809    | IntegerOverflow       |
      | RETURN 0x8000000000000000      | IntegerOverflow       |
      | RETURN 0o1000000000000000000000 | IntegerOverflow      |
      | RETURN 1.34E999                | FloatingPointOverflow |
      | RETURN 0x                      | InvalidNumberLiteral  |
      | RETURN 0x1A2b3j4D5E6f7         | InvalidNumberLiteral  |
      | RETURN 0o1282                  | InvalidNumberLiteral  |
      | RETURN 9223372h54775808        | InvalidNumberLiteral  |
      | RETURN 92233720368547758#      | UnexpectedSyntax      |
      | RETURN '\uH'                   | InvalidUnicodeLiteral |
      | RETURN {1B2c3e67: 1}           | UnexpectedSyntax      |
      | RETURN [, ]                    | UnexpectedSyntax      |
      | RETURN [1, ]                   | UnexpectedSyntax      |
      | RETURN {, }                    | UnexpectedSyntax      |
      | RETURN {a}                     | UnexpectedSyntax      |
      | RETURN 42 — 41                 | InvalidUnicodeCharacter |

  Scenario Outline: Properties of what has none: <query>
    Given an empty graph
    When executing query:
      """
      <query>
      """
    Then a TypeError should be raised at any time: *

    Examples:
      | query                       |
      | WITH 123 AS x RETURN x.num  |
      | WITH 'a' AS x RETURN x.num  |
      | WITH [1] AS x RETURN x.num  |
      | WITH true AS x RETURN x.num |
