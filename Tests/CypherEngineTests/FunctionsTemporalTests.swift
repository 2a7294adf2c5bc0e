import GraphModel
import Testing

@testable import CypherEngine

@Suite("Temporal functions")
struct FunctionsTemporalTests {
    @Test(
        "Values from maps, texts and other values",
        arguments: [
            ("date({year: 2024, month: 2, day: 29})", "2024-02-29"),
            ("date({year: 2024, week: 9})", "2024-02-26"),
            ("date({year: 2024, quarter: 1, dayOfQuarter: 60})", "2024-02-29"),
            ("date({date: date('2024-02-29'), year: 2023})", "2023-02-28"),
            ("date({date: date('2024-01-31'), month: 2})", "2024-02-29"),
            ("date({date: date('2024-01-31'), quarter: 2})", "2024-04-30"),
            ("date({date: date('2024-02-29'), dayOfWeek: 1})", "2024-02-26"),
            ("date({date: date('2024-12-31'), week: 2})", "2025-01-07"),
            ("date({date: date('2024-02-29'), ordinalDay: 1})", "2024-01-01"),
            ("date({date: date('2024-02-29'), dayOfQuarter: 1})", "2024-01-01"),
            ("date(datetime('2024-02-29T23:00-05:00'))", "2024-02-29"),
            ("date({year: null})", "null"), ("date(null)", "null"),
            (
                "localtime({hour: 7, minute: 5, second: 9, millisecond: 1, nanosecond: 5})",
                "07:05:09.001000005"
            ),
            ("localtime({time: localtime('07:05:09.5'), millisecond: 3})", "07:05:09.003"),
            ("time({hour: 7, timezone: '-05:00'})", "07:00-05:00"),
            ("time({hour: 7, timezone: 'Europe/Oslo'})", "07:00+01:00"),
            ("time({time: time('07:00+01:00'), timezone: '-01:00'})", "05:00-01:00"),
            ("time({time: time('01:00+05:00'), timezone: 'Z'})", "20:00Z"),
            ("localdatetime({year: 2024})", "2024-01-01T00:00"),
            (
                "localdatetime({date: date('2024-02-29'), time: time('07:05+01:00')})",
                "2024-02-29T07:05"
            ),
            (
                "datetime({date: date('2024-07-01'), hour: 7, timezone: 'Europe/Oslo'})",
                "2024-07-01T07:00+02:00[Europe/Oslo]"
            ),
            (
                "datetime({datetime: datetime('2024-07-01T07:00[Europe/Oslo]'), month: 1})",
                "2024-01-01T07:00+01:00[Europe/Oslo]"
            ),
            (
                "datetime({datetime: datetime('2024-10-27T02:30+01:00[Europe/Oslo]'), second: 1})",
                "2024-10-27T02:30:01+01:00[Europe/Oslo]"
            ),
            ("datetime({epochSeconds: 0, nanosecond: 7})", "1970-01-01T00:00:00.000000007Z"),
            (
                "datetime({epochMillis: -1, timezone: 'Europe/Oslo'})",
                "1970-01-01T00:59:59.999+01:00[Europe/Oslo]"
            ),
            ("datetime(localdatetime('2024-02-29T07:05'))", "2024-02-29T07:05Z"),
            ("datetime.fromEpoch(-1, 1500000000)", "1970-01-01T00:00:00.5Z"),
            ("DATETIME.FROMEPOCHMILLIS(1500)", "1970-01-01T00:00:01.5Z"),
            ("duration({weeks: 1, hours: -1.5})", "P7DT-1H-30M"),
            ("duration({quarters: 1.5})", "P4M15DT5H14M33S"), ("duration({days: null})", "null"),
            ("duration(duration('P1D'))", "P1D"), ("duration({})", "PT0S"),
            ("duration({seconds: 1.001})", "PT1.001S"),
            ("duration({milliseconds: 1.5})", "PT0.0015S"),
        ])
    func construction(expression: String, expected: String) throws {
        let text = try FunctionsEvaluator().text(of: expression)
        #expect(text == (expected == "null" ? expected : "'\(expected)'"), "\(expression)")
    }

    @Test(
        "The clocks",
        arguments: [
            ("date()", "2024-02-29"), ("localtime()", "12:00"), ("time()", "12:00Z"),
            ("localdatetime()", "2024-02-29T12:00"), ("datetime()", "2024-02-29T12:00Z"),
            ("datetime.statement()", "2024-02-29T12:00Z"),
            ("datetime.transaction()", "2024-02-29T11:00Z"),
            ("datetime.realtime()", "2024-02-29T12:00:05Z"),
            ("datetime.transaction('Europe/Oslo')", "2024-02-29T12:00+01:00[Europe/Oslo]"),
            ("date({timezone: 'Pacific/Kiritimati'})", "2024-03-01"),
            ("time.statement('-10:00')", "02:00-10:00"),
            ("date.truncate('year')", "2024-01-01"),
        ])
    func clocks(expression: String, expected: String) throws {
        #expect(try FunctionsEvaluator().text(of: expression) == "'\(expected)'")
    }

    @Test(
        "Truncation",
        arguments: [
            ("date.truncate('millennium', date('2524-05-06'))", "2000-01-01"),
            ("date.truncate('century', date('-0001-05-06'))", "-0100-01-01"),
            ("date.truncate('decade', date('1989-12-31'), {day: 5})", "1980-01-05"),
            ("date.truncate('weekYear', date('2021-01-02'))", "2019-12-30"),
            ("date.truncate('week', datetime('2024-03-03T12:00Z'), {dayOfWeek: 3})", "2024-02-28"),
            ("date.truncate('QUARTER', date('2024-06-30'))", "2024-04-01"),
            ("localtime.truncate('hour', time('12:34:56+02:00'), {minute: 1})", "12:01"),
            (
                "localtime.truncate('millisecond', localtime('12:34:56.123456789'))",
                "12:34:56.123"
            ),
            (
                "localtime.truncate('millisecond', localtime('12:34:56.123456789'), {nanosecond: 5})",
                "12:34:56.123000005"
            ),
            (
                "localtime.truncate('microsecond', localtime('12:34:56.123456789'), {nanosecond: 5})",
                "12:34:56.123456005"
            ),
            (
                "localtime.truncate('second', localtime('12:34:56.123456789'), {nanosecond: 5})",
                "12:34:56.000000005"
            ),
            ("localtime.truncate('day', localtime('12:34'))", "00:00"),
            ("time.truncate('minute', time('12:34:56+02:00'))", "12:34+02:00"),
            ("time.truncate('minute', time('12:34:56+02:00'), {timezone: 'Z'})", "12:34Z"),
            ("localdatetime.truncate('month', date('2024-02-29'))", "2024-02-01T00:00"),
            (
                "datetime.truncate('day', datetime('2024-07-01T12:34[Europe/Oslo]'))",
                "2024-07-01T00:00+02:00[Europe/Oslo]"
            ),
            (
                "datetime.truncate('year', datetime('2024-07-01T12:34+02:00'), "
                    + "{timezone: 'Europe/Oslo'})", "2024-01-01T00:00+01:00[Europe/Oslo]"
            ),
            (
                "datetime.truncate('hour', datetime('2024-10-27T02:34+01:00[Europe/Oslo]'))",
                "2024-10-27T02:00+01:00[Europe/Oslo]"
            ),
        ])
    func truncation(expression: String, expected: String) throws {
        #expect(try FunctionsEvaluator().text(of: expression) == "'\(expected)'")
    }

    @Test(
        "Failures",
        arguments: [
            ("date({month: 2})", "ArgumentError: InvalidArgumentValue"),
            ("date({year: 2024, day: 2})", "ArgumentError: InvalidArgumentValue"),
            ("date({year: 2024, month: 2, week: 1})", "ArgumentError: InvalidArgumentValue"),
            ("date({year: 2024, moth: 2})", "ArgumentError: InvalidArgumentValue"),
            ("date({year: 2024, hour: 2})", "ArgumentError: InvalidArgumentValue"),
            ("date({year: '2024'})", "TypeError: InvalidArgumentType"),
            ("date({year: 2024, month: 13})", "ArgumentError: NumberOutOfRange"),
            ("date({date: localtime('07:05')})", "ArgumentError: InvalidArgumentValue"),
            ("date(localtime('07:05'))", "TypeError: InvalidArgumentType"),
            ("date(1)", "TypeError: InvalidArgumentType"),
            ("localtime({minute: 5})", "ArgumentError: InvalidArgumentValue"),
            (
                "localtime({hour: 1, minute: 5, nanosecond: 1})",
                "ArgumentError: InvalidArgumentValue"
            ),
            (
                "localtime({hour: 1, minute: 1, second: 1, millisecond: 1, nanosecond: 1000000})",
                "ArgumentError: NumberOutOfRange"
            ),
            ("time({hour: 1, timezone: 5})", "TypeError: InvalidArgumentType"),
            ("time({hour: 1, timezone: 'Mars/Olympus'})", "ArgumentError: InvalidArgumentValue"),
            (
                "datetime({datetime: datetime(), time: time()})",
                "ArgumentError: InvalidArgumentValue"
            ),
            ("datetime({epochSeconds: 1, year: 2024})", "ArgumentError: InvalidArgumentValue"),
            ("datetime.fromEpoch(9223372036854775807, 0)", "ArithmeticError: NumberOutOfRange"),
            ("date.truncate('hour', date('2024-01-01'))", "ArgumentError: InvalidArgumentValue"),
            ("time.truncate('month', time('07:05Z'))", "ArgumentError: InvalidArgumentValue"),
            (
                "date.truncate('fortnight', date('2024-01-01'))",
                "ArgumentError: InvalidArgumentValue"
            ),
            ("duration({fortnights: 1})", "ArgumentError: InvalidArgumentValue"),
            ("duration({days: '1'})", "TypeError: InvalidArgumentType"),
            ("duration({days: 1e300})", "ArithmeticError: NumberOutOfRange"),
            ("duration.between(1, 2)", "TypeError: InvalidArgumentType"),
        ])
    func failures(expression: String, expected: String) throws {
        #expect(try FunctionsEvaluator().failure(of: expression) == expected, "\(expression)")
    }
}
