#encoding: utf-8

Feature: What openCypher's expressions give

  Scenario Outline: <expression> is <result>
    Given any graph
    When executing query:
      """
      RETURN <expression> AS result
      """
    Then the result should be, in any order:
      | result   |
      | <result> |
    And no side effects

    Examples: Numbers
      | expression                        | result                |
      | 7 / 2                             | 3                     |
      | -7 / 2                            | -3                    |
      | 7 % -3                            | 1                     |
      | -7 % 3                            | -1                    |
      | 7.5 % 2                           | 1.5                   |
      | 2 ^ 3                             | 8.0                   |
      | 4 ^ 0.5                           | 2.0                   |
      | 2 ^ 3 ^ 2                         | 64.0                  |
      | -2 ^ 2                            | 4.0                   |
      | 12 / 4 * 3 - 2 * 4                | 1                     |
      | 12 / 4 * (3 - 2 * 4)              | -15                   |
      | 1 / 3.0                           | 0.3333333333333333    |
      | 1.0 / 0                           | Infinity              |
      | 0.0 / 0.0 = 0.0 / 0.0             | false                 |
      | 0.0 / 0.0 <> 0.0 / 0.0            | true                  |
      | 0.0 / 0.0 > 1                     | false                 |
      | 1 + null                          | null                  |
      | abs(-3)                           | 3                     |
      | abs(-3.5)                         | 3.5                   |
      | sign(-2.5)                        | -1                    |
      | sign(0)                           | 0                     |
      | ceil(1.1)                         | 2.0                   |
      | floor(-1.1)                       | -2.0                  |
      | round(2.5)                        | 3.0                   |
      | round(-2.5)                       | -2.0                  |
      | round(1.23456, 2)                 | 1.23                  |
      | sqrt(16)                          | 4.0                   |
      | exp(0)                            | 1.0                   |
      | log(1)                            | 0.0                   |
      | log10(1000)                       | 3.0                   |
      | sin(0)                            | 0.0                   |
      | cos(0)                            | 1.0                   |
      | atan2(0, 1)                       | 0.0                   |
      | degrees(pi())                     | 180.0                 |
      | radians(180) = pi()               | true                  |
      | e() > 2.718                       | true                  |
      | haversin(0)                       | 0.0                   |
      | toInteger('1.7')                  | 1                     |
      | toInteger(-1.7)                   | -1                    |
      | toInteger('foo')                  | null                  |
      | toInteger('')                     | null                  |
      | toInteger(null)                   | null                  |
      | toFloat('1e3')                    | 1000.0                |
      | toFloat(3)                        | 3.0                   |
      | toFloat('x')                      | null                  |
      | toBoolean('TRUE')                 | true                  |
      | toBoolean('nope')                 | null                  |
      | toBoolean(true)                   | true                  |
      | toString(1.0)                     | '1.0'                 |
      | toString(true)                    | 'true'                |
      | toString(42)                      | '42'                  |
      | toString('x')                     | 'x'                   |
      | 1e100                             | 1e100                 |
      | .5                                | 0.5                   |
      | 0xFf                              | 255                   |
      | -0x10                             | -16                   |
      | 0o17                              | 15                    |
      | -9223372036854775808              | -9223372036854775808  |
      | 9223372036854775807               | 9223372036854775807   |

    Examples: Truth
      | expression                        | result |
      | true AND null                     | null   |
      | false AND null                    | false  |
      | null OR true                      | true   |
      | null OR false                     | null   |
      | null XOR true                     | null   |
      | true XOR true XOR true            | true   |
      | NOT null                          | null   |
      | NOT true AND false                | false  |
      | NOT (true AND false)              | true   |
      | true OR true XOR true             | true   |
      | true XOR false AND false          | true   |
      | NOT false = false                 | false  |
      | NOT NOT true                      | true   |
      | 1 = 1.0                           | true   |
      | 1 = '1'                           | false  |
      | 1 <> '1'                          | true   |
      | null = null                       | null   |
      | null <> null                      | null   |
      | null IS NULL                      | true   |
      | [null] = [null]                   | null   |
      | [1, null] = [2, null]             | false  |
      | [1, null] = [1]                   | false  |
      | [] = []                           | true   |
      | [1] = 1                           | false  |
      | {a: 1, b: null} = {a: 1, b: null} | null   |
      | {a: 1} = {a: 1.0}                 | true   |
      | {a: 1} = {b: 1}                   | false  |
      | {} = {}                           | true   |
      | {a: null} = {}                    | false  |
      | [[1]] = [[1.0]]                   | true   |
      | 1 < 2 < 3                         | true   |
      | 1 < 3 < 2                         | false  |
      | 1 < 2 = true                      | false  |
      | 1 < 'a'                           | null   |
      | 'a' < 'b'                         | true   |
      | 'a' < 'B'                         | false  |
      | '' < 'a'                          | true   |
      | true > false                      | true   |
      | [1] < [1, 0]                      | true   |
      | [1, 2] < [1, null]                | null   |
      | [1, 2] >= [1, null]               | null   |
      | {a: 1} < {a: 2}                   | null   |
      | 1.0 < 1                           | false  |
      | 1 >= null                         | null   |

    Examples: Lists and maps
      | expression                                         | result        |
      | [1, 2, 3][0]                                       | 1             |
      | [1, 2, 3][-1]                                      | 3             |
      | [1, 2, 3][3]                                       | null          |
      | [1, 2, 3][null]                                    | null          |
      | null[0]                                            | null          |
      | [1, 2, 3][1..]                                     | [2, 3]        |
      | [1, 2, 3][..-1]                                    | [1, 2]        |
      | [1, 2, 3][2..1]                                    | []            |
      | [1, 2, 3][-2..]                                    | [2, 3]        |
      | [1, 2, 3][0..10]                                   | [1, 2, 3]     |
      | [1, 2, 3][null..]                                  | null          |
      | [1, 2, 3][..null]                                  | null          |
      | [1] + [2]                                          | [1, 2]        |
      | [1] + 2                                            | [1, 2]        |
      | 1 + [2]                                            | [1, 2]        |
      | [1] + null                                         | null          |
      | [] + [[]]                                          | [[]]          |
      | 1 IN [1, null]                                     | true          |
      | 2 IN [1, null]                                     | null          |
      | null IN [1]                                        | null          |
      | null IN []                                         | false         |
      | 1 IN null                                          | null          |
      | [1] IN [[1], 2]                                    | true          |
      | [1, null] IN [[1, 2]]                              | null          |
      | [1, null] IN [[2, 2]]                              | false         |
      | [] IN [[]]                                         | true          |
      | 1 IN [1] IN [true]                                 | true          |
      | 1 IN [[1]][0]                                      | true          |
      | size([1, null])                                    | 2             |
      | size('åæø')                                        | 3             |
      | head([])                                           | null          |
      | last([1, 2])                                       | 2             |
      | tail([])                                           | []            |
      | reverse([1, 2])                                    | [2, 1]        |
      | reverse('abc')                                     | 'cba'         |
      | range(1, 5, 2)                                     | [1, 3, 5]     |
      | range(5, 1)                                        | []            |
      | range(5, 1, -2)                                    | [5, 3, 1]     |
      | range(0, 0)                                        | [0]           |
      | [x IN [1, 2, 3] WHERE x > 1]                       | [2, 3]        |
      | [x IN [1, 2] \| x * 2]                             | [2, 4]        |
      | [x IN null WHERE true \| x]                        | null          |
      | [x IN [1, null] WHERE x = 1]                       | [1]           |
      | [x IN [[1, 2], [3]] \| [y IN x \| y + 1]]          | [[2, 3], [4]] |
      | reduce(s = '', x IN ['a', 'b'] \| s + x)           | 'ab'          |
      | reduce(s = 1, x IN [] \| s + x)                    | 1             |
      | reduce(s = 1, x IN [null] \| s + x)                | null          |
      | all(x IN [] WHERE false)                           | true          |
      | any(x IN [] WHERE true)                            | false         |
      | none(x IN [] WHERE true)                           | true          |
      | single(x IN [] WHERE true)                         | false         |
      | all(x IN [1, null] WHERE x = 1)                    | null          |
      | any(x IN [1, null] WHERE x = 1)                    | true          |
      | any(x IN [2, null] WHERE x = 1)                    | null          |
      | none(x IN [2, null] WHERE x = 1)                   | null          |
      | none(x IN [1, null] WHERE x = 1)                   | false         |
      | single(x IN [1, null] WHERE x = 1)                 | null          |
      | single(x IN [1, 1, null] WHERE x = 1)              | false         |
      | all(x IN null WHERE true)                          | null          |
      | {a: 1}.a                                           | 1             |
      | {a: 1}.b                                           | null          |
      | {a: 1}['a']                                        | 1             |
      | {a: {b: [1]}}.a.b[0]                               | 1             |
      | {a: 1}[null]                                       | null          |
      | null.a                                             | null          |
      | keys({a: 1, b: null})                              | ['a', 'b']    |
      | keys({})                                           | []            |
      | keys(null)                                         | null          |
      | properties({a: 1})                                 | {a: 1}        |
      | properties(null)                                   | null          |
      | coalesce(null, 1, 2)                               | 1             |
      | coalesce(null, null)                               | null          |
      | CASE 1 WHEN 1.0 THEN 'a' ELSE 'b' END              | 'a'           |
      | CASE null WHEN null THEN 'a' ELSE 'b' END          | 'b'           |
      | CASE WHEN null THEN 'a' ELSE 'b' END               | 'b'           |
      | CASE WHEN false THEN 'a' END                       | null          |
      | CASE 'x' WHEN 'y' THEN 1 WHEN 'x' THEN 2 END       | 2             |

    Examples: Texts
      | expression                                 | result                |
      | 'a' + 'b'                                  | 'ab'                  |
      | 'a' + 1                                    | 'a1'                  |
      | 1 + 'a'                                    | '1a'                  |
      | 'a' + 1.5                                  | 'a1.5'                |
      | 'a' + null                                 | null                  |
      | substring('0123456789', 1)                 | '123456789'           |
      | substring('hello', 1, 3)                   | 'ell'                 |
      | substring('hello', 9)                      | ''                    |
      | left('hello', 2)                           | 'he'                  |
      | right('hello', 2)                          | 'lo'                  |
      | left('a', 5)                               | 'a'                   |
      | replace('hello', 'l', 'w')                 | 'hewwo'               |
      | split('one1two', '1')                      | ['one', 'two']        |
      | split('', ',')                             | ['']                  |
      | trim('  a ')                               | 'a'                   |
      | ltrim('  a')                               | 'a'                   |
      | rtrim('a  ')                               | 'a'                   |
      | toUpper('aå')                              | 'AÅ'                  |
      | toLower('AÅ')                              | 'aå'                  |
      | 'abc' STARTS WITH ''                       | true                  |
      | 'abc' STARTS WITH null                     | null                  |
      | 'abc' ENDS WITH 'bc'                       | true                  |
      | 'abc' CONTAINS 'b'                         | true                  |
      | 'abc' CONTAINS 1                           | null                  |
      | 'abc' CONTAINS 'B'                         | false                 |
      | '\u00e5' = 'å'                             | true                  |
      | 'a\tb' CONTAINS '\t'                       | true                  |
      | "it's" = 'it\'s'                           | true                  |
      | 'abc' =~ 'a.c'                             | true                  |
      | 'abc' =~ 'b'                               | false                 |
      | 'abc' =~ null                              | null                  |

    Examples: Time
      | expression                                                     | result                              |
      | date('2015-07-21')                                             | '2015-07-21'                        |
      | date('201507')                                                 | '2015-07-01'                        |
      | date('2015-W30-2')                                             | '2015-07-21'                        |
      | date('2015-202')                                               | '2015-07-21'                        |
      | date({year: 2015, quarter: 3, dayOfQuarter: 45})               | '2015-08-14'                        |
      | localtime('214032.142')                                        | '21:40:32.142'                      |
      | time('21:40-00:00')                                            | '21:40Z'                            |
      | localdatetime('2015-W30-2T214032.142')                         | '2015-07-21T21:40:32.142'           |
      | datetime('2015-07-21T21:40:32.142+01:00')                      | '2015-07-21T21:40:32.142+01:00'     |
      | datetime({epochSeconds: 416779, nanosecond: 1})                | '1970-01-05T19:46:19.000000001Z'    |
      | datetime.fromepochmillis(237821673987)                         | '1977-07-15T13:34:33.987Z'          |
      | duration('P14DT16H12M')                                        | 'P14DT16H12M'                       |
      | duration('P0.75M')                                             | 'P22DT19H51M49.5S'                  |
      | duration('PT0.75M')                                            | 'PT45S'                             |
      | duration({days: 14, hours: 16, minutes: 12})                   | 'P14DT16H12M'                       |
      | duration({seconds: 2, milliseconds: -1})                       | 'PT1.999S'                          |
      | duration({minutes: 1, seconds: -60})                           | 'PT0S'                              |
      | date('2024-01-31') + duration('P1M')                           | '2024-02-29'                        |
      | date('2024-03-31') - duration('P1M1D')                         | '2024-02-28'                        |
      | localtime('23:00') + duration('PT2H')                          | '01:00'                             |
      | duration('P1D') + duration('PT25H')                            | 'P1DT25H'                           |
      | duration('P1Y') * 2                                            | 'P2Y'                               |
      | duration('P1M') / 2                                            | 'P15DT5H14M33S'                     |
      | duration.between(date('1984-10-11'), date('2015-06-24'))       | 'P30Y8M13D'                         |
      | duration.inDays(date('1984-10-11'), date('2015-06-24'))        | 'P11213D'                           |
      | duration.inMonths(date('1984-10-11'), date('2015-06-24'))      | 'P30Y8M'                            |
      | duration.inSeconds(localtime('12:00'), localtime('11:00'))     | 'PT-1H'                             |
      | date.truncate('decade', date('1984-10-11'))                    | '1980-01-01'                        |
      | date.truncate('week', date('1984-10-11'), {dayOfWeek: 2})      | '1984-10-09'                        |
      | datetime.truncate('day', localdatetime('1984-10-11T12:31:14')) | '1984-10-11T00:00Z'                 |
      | time.truncate('minute', localtime('12:31:14.645876123'))       | '12:31Z'                            |
      | date('1984-10-11').ordinalDay                                  | 285                                 |
      | date('1984-10-11').weekYear                                    | 1984                                |
      | datetime('1984-11-11T12:31:14.645876123+01:00').offsetMinutes  | 60                                  |
      | datetime('1984-11-11T12:31:14.645876123+01:00').epochMillis    | 469020674645                        |
      | duration('P1Y4M10DT1H1M1.111111111S').monthsOfYear             | 4                                   |
      | duration('P1Y4M10DT1H1M1.111111111S').millisecondsOfSecond     | 111                                 |
      | date('1980-12-24') < date('1984-10-11')                        | true                                |
      | duration('P1M') = duration('P30D')                             | false                               |
      | duration('P1M') < duration('P2M')                              | null                                |
      | time('10:00+01:00') = time('09:00+00:00')                      | false                               |
      | datetime('2020-01-01T10:00+01:00') > datetime('2020-01-01T08:00Z') | true                            |
      | toString(date('1984-10-11'))                                   | '1984-10-11'                        |
      | date(null)                                                     | null                                |

  Scenario Outline: <expression> fails: <kind> <detail>
    Given any graph
    When executing query:
      """
      WITH <argument> AS x RETURN <expression> AS result
      """
    Then a <kind> should be raised at any time: <detail>

    Examples:
      | argument                | expression             | kind            | detail                      |
      | [1]                     | x['a']                 | TypeError       | ListElementAccessByNonInteger |
      | [1]                     | x[1.5]                 | TypeError       | ListElementAccessByNonInteger |
      | {a: 1}                  | x[0]                   | TypeError       | MapElementAccessByNonString |
      | 1                       | x[0]                   | TypeError       | InvalidArgumentType         |
      | 0                       | 1 / x                  | ArithmeticError | DivisionByZero              |
      | 0                       | range(1, 2, x)         | ArgumentError   | NumberOutOfRange            |
      | -1                      | percentileDisc(1.0, x) | ArgumentError   | NumberOutOfRange            |
      | 1.5                     | percentileCont(1, x)   | ArgumentError   | NumberOutOfRange            |
      | [1]                     | toInteger(x)           | TypeError       | InvalidArgumentValue        |
      | {}                      | toFloat(x)             | TypeError       | InvalidArgumentValue        |
      | [true]                  | toBoolean(x)           | TypeError       | InvalidArgumentValue        |
      | {}                      | toString(x)            | TypeError       | InvalidArgumentValue        |
