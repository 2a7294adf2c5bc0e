import GraphModel
import Testing

@testable import CypherEngine

@Suite("Operators")
struct FunctionsOperatorTests {
    @Test(
        "Results",
        arguments: [
            // Arithmetic
            ("7 / 2", "3"), ("-7 / 2", "-3"), ("7 % -2", "1"), ("-7 % 2", "-1"), ("7.0 / 2", "3.5"),
            ("1 / 0.0", "Infinity"), ("5.5 % 2", "1.5"), ("2 ^ 10", "1024.0"), ("4 ^ 0.5", "2.0"),
            ("-9223372036854775808 % -1", "0"), ("1 + null", "null"), ("null * 2.0", "null"),
            ("-(3)", "-3"), ("+3", "3"), ("1 + 2.5", "3.5"),
            ("9007199254740993 + 0", "9007199254740993"),
            // Joining
            ("'a' + 1", "'a1'"), ("1.5 + 'a'", "'1.5a'"), ("'a' + true", "'atrue'"),
            ("'a' || 'b'", "'ab'"), ("[1] || [2]", "[1, 2]"), ("'a' || null", "null"),
            ("[1] + [2]", "[1, 2]"), ("[1] + 2", "[1, 2]"), ("1 + [2]", "[1, 2]"),
            ("[1] + null", "null"), ("'a' + [1]", "['a', 1]"), ("[[1]] + [2]", "[[1], 2]"),
            // Comparison
            ("1 < 2.5", "true"), ("1 < 'a'", "null"), ("'a' < 'b'", "true"), ("1 <> null", "null"),
            ("0.0 / 0.0 < 1", "false"), ("0.0 / 0.0 >= 1", "false"), ("0.0 / 0.0 <> 1", "true"),
            ("0.0 / 0.0 < 'a'", "null"), ("1 < 2 < 3", "true"), ("3 > 2 > 2", "false"),
            ("[1, 2] < [1, 3]", "true"), ("{a: 1} < {a: 2}", "null"), ("[1] < ['a']", "null"),
            ("date('2024-01-01') < date('2024-01-02')", "true"),
            ("date('2024-01-01') < localdatetime('2024-01-02')", "null"),
            ("time('10:00+01:00') < time('09:30Z')", "true"),
            ("time('10:00+01:00') = time('09:00Z')", "false"),
            ("duration('P1D') < duration('P2D')", "null"),
            ("duration('P1D') = duration('PT24H')", "false"),
            // Membership
            ("2 IN [1, 2]", "true"), ("3 IN [1, null]", "null"), ("null IN []", "false"),
            ("null IN [1]", "null"), ("1 IN null", "null"), ("1.0 IN [1]", "true"),
            ("[1, null] IN [[1, 2]]", "null"), ("[1, null] IN [[2, 2]]", "false"),
            // Logic
            ("null AND false", "false"), ("null AND true", "null"), ("null OR true", "true"),
            ("null OR false", "null"), ("null XOR true", "null"), ("true XOR true", "false"),
            ("NOT null", "null"), ("NOT false", "true"),
            // Texts
            ("'blåbær' STARTS WITH 'blå'", "true"), ("'blåbær' ENDS WITH 'ær'", "true"),
            ("'blåbær' CONTAINS 'åb'", "true"), ("'abcab' CONTAINS 'cb'", "false"),
            ("'aab' CONTAINS 'ab'", "true"), ("'a' CONTAINS ''", "true"),
            ("'' CONTAINS 'a'", "false"),
            ("'a' CONTAINS null", "null"), ("1 STARTS WITH 'a'", "null"),
            ("'a' ENDS WITH 1", "null"),
            ("'abc' =~ 'a.*'", "true"), ("'xabc' =~ 'a.*'", "false"), ("null =~ 'a'", "null"),
            ("1 =~ '1'", "null"),
            // Access
            ("[1, 2, 3][0]", "1"), ("[1, 2, 3][-1]", "3"), ("[1, 2, 3][3]", "null"),
            ("[1, 2, 3][-4]", "null"), ("[1][null]", "null"), ("null[0]", "null"),
            ("[1, 2, 3][1..]", "[2, 3]"), ("[1, 2, 3][..-1]", "[1, 2]"),
            ("[1, 2, 3][-2..]", "[2, 3]"),
            ("[1, 2, 3][5..9]", "[]"), ("[1, 2, 3][2..1]", "[]"), ("[1, 2, 3][null..2]", "null"),
            ("[1, 2][-9223372036854775808..9223372036854775807]", "[1, 2]"),
            ("{a: 1}['a']", "1"), ("{a: 1}['b']", "null"), ("{a: {b: 2}}.a.b", "2"),
            ("date('2024-02-29').week", "9"), ("date('2024-02-29')['day']", "29"),
            ("n.name", "'Åse'"), ("n['name']", "'Åse'"), ("n.age", "null"), ("r.since", "2001"),
            ("null.a", "null"),
            // Temporal arithmetic
            ("date('2024-01-31') + duration('P1M')", "'2024-02-29'"),
            ("duration('P1M') + date('2024-01-31')", "'2024-02-29'"),
            ("date('2024-03-31') - duration('P1M')", "'2024-02-29'"),
            ("localtime('01:00') - duration('PT2H')", "'23:00'"),
            ("duration('P1D') * 2.5", "'P2DT12H'"), ("2 * duration('P1D')", "'P2D'"),
            ("duration('P1M') / 2", "'P15DT5H14M33S'"), ("-duration('P1D')", "'P-1D'"),
            ("duration('P1D') - duration('PT1H')", "'P1DT-1H'"),
        ])
    func results(expression: String, expected: String) throws {
        #expect(try FunctionsEvaluator().text(of: expression) == expected, "\(expression)")
    }

    @Test(
        "Failures",
        arguments: [
            ("9223372036854775807 + 1", "ArithmeticError: IntegerOverflow"),
            ("-9223372036854775807 - 2", "ArithmeticError: IntegerOverflow"),
            ("9223372036854775807 * 2", "ArithmeticError: IntegerOverflow"),
            ("-9223372036854775808 / -1", "ArithmeticError: IntegerOverflow"),
            ("-(-9223372036854775808)", "ArithmeticError: IntegerOverflow"),
            ("1 / 0", "ArithmeticError: DivisionByZero"),
            ("1 % 0", "ArithmeticError: DivisionByZero"),
            ("duration('P1D') / 0", "ArithmeticError: DivisionByZero"),
            ("1 + true", "TypeError: InvalidArgumentType"),
            ("{} + 1", "TypeError: InvalidArgumentType"),
            ("'a' + date('2024-01-01')", "TypeError: InvalidArgumentType"),
            ("'a' - 'b'", "TypeError: InvalidArgumentType"),
            ("'a' || 1", "TypeError: InvalidArgumentType"),
            ("-'a'", "TypeError: InvalidArgumentType"),
            ("date('2024-01-01') - date('2024-01-01')", "TypeError: InvalidArgumentType"),
            ("1 IN 'a'", "TypeError: InvalidArgumentType"),
            ("1 AND true", "TypeError: InvalidArgumentType"),
            ("false AND 1", "TypeError: InvalidArgumentType"),
            ("NOT 'a'", "TypeError: InvalidArgumentType"),
            ("[1]['a']", "TypeError: ListElementAccessByNonInteger"),
            ("[1][1.0]", "TypeError: ListElementAccessByNonInteger"),
            ("{a: 1}[0]", "TypeError: MapElementAccessByNonString"),
            ("1[0]", "TypeError: InvalidArgumentType"),
            ("'abc'[0..1]", "TypeError: InvalidArgumentType"),
            ("[1]['x'..]", "TypeError: InvalidArgumentType"),
            ("(1).a", "TypeError: InvalidArgumentType"),
            ("date('2024-01-01').hour", "ArgumentError: InvalidArgumentValue"),
            ("'a' =~ '('", "ArgumentError: InvalidArgumentValue"),
            ("date('+999999999-12-31') + duration('P1D')", "ArithmeticError: NumberOutOfRange"),
        ])
    func failures(expression: String, expected: String) throws {
        #expect(try FunctionsEvaluator().failure(of: expression) == expected, "\(expression)")
    }
}
