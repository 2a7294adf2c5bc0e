import GraphModel
import Testing

@testable import CypherEngine

@Suite("Scalar functions")
struct FunctionsScalarTests {
    @Test(
        "Results",
        arguments: [
            // Any values
            ("coalesce(null, 2, 3)", "2"), ("coalesce(null)", "null"), ("nullIf(1, 1.0)", "null"),
            ("nullIf(1, 2)", "1"), ("nullIf(null, 1)", "null"), ("exists(n.name)", "true"),
            ("valueType(1)", "'INTEGER NOT NULL'"), ("valueType(null)", "'NULL'"),
            ("valueType([1, 'a'])", "'LIST<INTEGER NOT NULL | STRING NOT NULL> NOT NULL'"),
            ("valueType([1, null])", "'LIST<INTEGER> NOT NULL'"),
            ("valueType([])", "'LIST<NOTHING> NOT NULL'"),
            ("valueType([[1.5]])", "'LIST<LIST<FLOAT NOT NULL> NOT NULL> NOT NULL'"),
            ("timestamp()", "1709208000000"),
            ("randomUUID()", "'deadbeef-0123-4567-9ead-beef01234567'"),
            // Conversion
            ("toInteger('42')", "42"), ("toInteger(' -7 ')", "-7"), ("toInteger('2.9')", "2"),
            ("toInteger('1e3')", "1000"), ("toInteger(-2.9)", "-2"), ("toInteger('0x1F')", "null"),
            ("toInteger('x')", "null"), ("toInteger('9223372036854775808')", "null"),
            ("toInteger(true)", "1"), ("toInteger(null)", "null"), ("toFloat('1.5')", "1.5"),
            ("toFloat('1,5')", "null"), ("toFloat('NaN')", "NaN"), ("toFloat('nan')", "null"),
            ("toFloat('inf')", "null"), ("toFloat('0x1p3')", "null"), ("toFloat(3)", "3.0"),
            ("toBoolean(' True')", "true"), ("toBoolean('yes')", "null"),
            ("toString(1.0)", "'1.0'"),
            ("toString(true)", "'true'"), ("toString(duration('PT90M'))", "'PT1H30M'"),
            ("toIntegerOrNull([])", "null"), ("toBooleanOrNull(1.5)", "null"),
            ("toFloatOrNull({})", "null"), ("toStringOrNull([1])", "null"),
            ("toIntegerList(['1', null, [], '2.5'])", "[1, null, null, 2]"),
            ("toStringList([1, 2.0, date('2024-01-01')])", "['1', '2.0', '2024-01-01']"),
            ("toBooleanList(['true', 1])", "[true, null]"),
            ("toFloatList([1, 'x'])", "[1.0, null]"),
            ("toFloatList(null)", "null"),
            // Lists
            ("head([])", "null"), ("last([1, null])", "null"), ("tail([1])", "[]"),
            ("tail([])", "[]"), ("reverse([1, null, 'a'])", "['a', null, 1]"),
            ("reverse('blå')", "'ålb'"), ("size([])", "0"), ("size('blå')", "3"),
            ("size(null)", "null"), ("isEmpty('')", "true"), ("isEmpty({a: 1})", "false"),
            ("range(1, 4)", "[1, 2, 3, 4]"), ("range(4, 1)", "[]"), ("range(4, 1, -2)", "[4, 2]"),
            ("range(1, 1, 9223372036854775807)", "[1]"),
            (
                "range(-9223372036854775808, 9223372036854775807, 9223372036854775807)",
                "[-9223372036854775808, -1, 9223372036854775806]"
            ),
            // Numbers
            ("abs(-2.5)", "2.5"), ("abs(-2)", "2"), ("sign(-0.0)", "0"), ("sign(3)", "1"),
            ("ceil(1.1)", "2.0"), ("floor(-1.1)", "-2.0"), ("round(2.5)", "3.0"),
            ("round(-1.5)", "-1.0"), ("round(0.49999999999999994)", "0.0"), ("round(3)", "3.0"),
            ("round(1.005, 2)", "1.01"), ("round(-1.55, 1)", "-1.6"),
            ("round(1234.5, -2)", "1200.0"),
            ("round(9.99, 1)", "10.0"), ("round(0.04, 1)", "0.0"), ("round(0.06, 1)", "0.1"),
            ("round(2.5, 0, 'HALF_EVEN')", "2.0"), ("round(3.5, 0, 'HALF_EVEN')", "4.0"),
            ("round(2.5, 0, 'HALF_DOWN')", "2.0"), ("round(-2.1, 0, 'FLOOR')", "-3.0"),
            ("round(-2.1, 0, 'CEILING')", "-2.0"), ("round(2.1, 0, 'up')", "3.0"),
            ("round(2.9, 0, 'DOWN')", "2.0"), ("round(0.001, 1, 'UP')", "0.1"),
            ("round(0.0 / 0.0, 1)", "NaN"), ("sqrt(-1)", "NaN"), ("log(0)", "-Infinity"),
            ("log10(1000)", "3.0"), ("exp(0)", "1.0"), ("isNaN(1)", "false"),
            ("degrees(pi())", "180.0"), ("atan2(0, -1) = pi()", "true"), ("haversin(0)", "0.0"),
            ("cot(0)", "Infinity"), ("0 <= rand() AND rand() < 1", "true"), ("ln(e())", "1.0"),
            // Texts
            ("toUpper('straße')", "'STRASSE'"), ("lower('ÆØÅ')", "'æøå'"),
            ("left('blå', 9)", "'blå'"),
            ("left('blå', 2)", "'bl'"), ("right('blå', 1)", "'å'"), ("left(null, 1)", "null"),
            ("substring('hello', 5)", "''"), ("substring('hello', 9)", "''"),
            ("substring('hello', 1, 9)", "'ello'"), ("substring('hello', 1, 0)", "''"),
            ("trim('\\t a\\u00A0')", "'a'"), ("ltrim(' a ')", "'a '"), ("rtrim(' a ')", "' a'"),
            ("btrim('xyaxy', 'xy')", "'a'"), ("ltrim('xxax', 'x')", "'ax'"), ("trim('')", "''"),
            ("trim('  ')", "''"), ("replace('aaa', 'aa', 'b')", "'ba'"),
            ("replace('a', '', 'b')", "'a'"),
            ("replace('a', 'a', null)", "null"), ("split('a,b,,c', ',')", "['a', 'b', '', 'c']"),
            ("split('abc', '')", "['a', 'b', 'c']"), ("split('', ',')", "['']"),
            ("split('a-b c', ['-', ' '])", "['a', 'b', 'c']"), ("split(null, ',')", "null"),
            ("char_length('a😀')", "2"), ("normalize('a\\u030A') = 'å'", "true"),
            ("size(normalize('å', 'NFD'))", "2"), ("reverse('')", "''"),
            // Graph
            ("id(n)", "100"), ("id(r)", "200"), ("elementId(m)", "'n1'"),
            ("labels(n)", "['Person', 'Reader']"), ("labels(m)", "[]"), ("type(r)", "'KNOWS'"),
            ("properties(n)", "{name: 'Åse'}"), ("properties({a: 1})", "{a: 1}"),
            ("keys(r)", "['since']"),
            ("keys({b: 1, a: null})", "['a', 'b']"), ("nodes(p)", "[(#0), (#1)]"),
            ("relationships(p)", "[[#0]]"), ("length(p)", "1"), ("startNode(r) = n", "true"),
            ("endNode(r) = m", "true"), ("type(null)", "null"), ("labels(null)", "null"),
        ])
    func results(expression: String, expected: String) throws {
        #expect(try FunctionsEvaluator().text(of: expression) == expected, "\(expression)")
    }

    @Test(
        "Failures",
        arguments: [
            ("toBoolean(1.0)", "TypeError: InvalidArgumentValue"),
            ("toInteger([])", "TypeError: InvalidArgumentValue"),
            ("toInteger(1e300)", "ArithmeticError: IntegerOverflow"),
            ("toInteger(0.0 / 0.0)", "ArithmeticError: IntegerOverflow"),
            ("toFloat(true)", "TypeError: InvalidArgumentValue"),
            ("toString({})", "TypeError: InvalidArgumentValue"),
            ("toIntegerList(1)", "TypeError: InvalidArgumentValue"),
            ("range(1, 2, 0)", "ArgumentError: NumberOutOfRange"),
            ("range(1.0, 2)", "ArgumentError: InvalidArgumentType"),
            ("range(0, 9223372036854775807)", "Resource: ListTooLong"),
            ("range(-9223372036854775808, 9223372036854775807)", "Resource: ListTooLong"),
            ("abs(-9223372036854775808)", "ArithmeticError: IntegerOverflow"),
            ("sqrt('a')", "TypeError: InvalidArgumentType"),
            ("round(1, 'a')", "TypeError: InvalidArgumentType"),
            ("round(1, 9999)", "ArgumentError: NumberOutOfRange"),
            ("round(1, 1, 'SIDEWAYS')", "ArgumentError: InvalidArgumentValue"),
            ("left('a', -1)", "ArgumentError: NumberOutOfRange"),
            ("substring('a', -1)", "ArgumentError: NumberOutOfRange"),
            ("substring('a', 0, -1)", "ArgumentError: NumberOutOfRange"),
            ("toUpper(1)", "TypeError: InvalidArgumentType"),
            ("split('a', 1)", "TypeError: InvalidArgumentType"),
            ("normalize('a', 'NFX')", "ArgumentError: InvalidArgumentValue"),
            ("size(1)", "TypeError: InvalidArgumentValue"),
            ("head(1)", "TypeError: InvalidArgumentValue"),
            ("type(n)", "TypeError: InvalidArgumentValue"),
            ("labels(r)", "TypeError: InvalidArgumentValue"),
            ("length([1])", "TypeError: InvalidArgumentValue"),
            ("properties(1)", "TypeError: InvalidArgumentValue"),
            ("id(1)", "TypeError: InvalidArgumentValue"),
        ])
    func failures(expression: String, expected: String) throws {
        #expect(try FunctionsEvaluator().failure(of: expression) == expected, "\(expression)")
    }
}
