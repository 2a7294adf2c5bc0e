#encoding: utf-8

Feature: What openCypher says of points in time and spans

  Scenario Outline: <expression> is <result>
    Given any graph
    When executing query:
      """
      WITH <value> AS d RETURN <expression> AS result
      """
    Then the result should be, in any order:
      | result   |
      | <result> |
    And no side effects

    Examples: Parts
      | value                                                                                                   | expression                                                                   | result                                         |
      | date({year: 1984, month: 10, day: 11})                                                                  | [d.year, d.quarter, d.month, d.week, d.weekYear, d.day]                      | [1984, 4, 10, 41, 1984, 11]                    |
      | date({year: 1984, month: 10, day: 11})                                                                  | [d.ordinalDay, d.weekDay, d.dayOfQuarter]                                    | [285, 4, 11]                                   |
      | date({year: 1984, month: 1, day: 1})                                                                    | [d.year, d.weekYear, d.week, d.weekDay]                                      | [1984, 1983, 52, 7]                            |
      | localtime({hour: 12, minute: 31, second: 14, nanosecond: 645876123})                                    | [d.hour, d.minute, d.second, d.millisecond, d.microsecond, d.nanosecond]     | [12, 31, 14, 645, 645876, 645876123]           |
      | time({hour: 12, minute: 31, second: 14, nanosecond: 645876123, timezone: '+01:00'})                     | [d.timezone, d.offset]                                                       | ['+01:00', '+01:00']                           |
      | time({hour: 12, minute: 31, second: 14, nanosecond: 645876123, timezone: '+01:00'})                     | [d.offsetMinutes, d.offsetSeconds]                                           | [60, 3600]                                     |
      | datetime({year: 1984, month: 11, day: 11, hour: 12, minute: 31, second: 14, timezone: 'Europe/Oslo'})   | [d.timezone, d.offset, d.epochSeconds]                                       | ['Europe/Oslo', '+01:00', 469020674]           |
      | duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111})     | [d.years, d.quarters, d.months, d.weeks, d.days, d.hours, d.minutes]         | [1, 5, 16, 1, 10, 1, 61]                       |
      | duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111})     | [d.seconds, d.milliseconds, d.microseconds, d.nanoseconds]                   | [3661, 3661111, 3661111111, 3661111111111]     |
      | duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111})     | [d.quartersOfYear, d.monthsOfQuarter, d.monthsOfYear, d.daysOfWeek]          | [1, 1, 4, 3]                                   |
      | duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111})     | [d.minutesOfHour, d.secondsOfMinute, d.millisecondsOfSecond]                 | [1, 1, 111]                                    |
      | duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111})     | [d.microsecondsOfSecond, d.nanosecondsOfSecond]                              | [111111, 111111111]                            |

    Examples: Arithmetic
      | value                                                                                                   | expression                                            | result                             |
      | duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 2})         | date('1984-10-11') + d                                | '1997-03-25'                       |
      | duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 2})         | date('1984-10-11') - d                                | '1972-04-27'                       |
      | duration({months: 1, days: -14, hours: 16, minutes: -12, seconds: 70})                                  | date('1984-10-11') + d                                | '1984-10-28'                       |
      | duration({months: 1, days: -14, hours: 16, minutes: -12, seconds: 70})                                  | date('1984-10-11') - d                                | '1984-09-25'                       |
      | duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5})             | date('1984-10-11') + d                                | '1997-10-11'                       |
      | duration({years: 12.5, months: 5.5, days: 14.5, hours: 16.5, minutes: 12.5, seconds: 70.5})             | date('1984-10-11') - d                                | '1971-10-12'                       |
      | duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 2})         | localtime('12:31:14.000000001') + d                   | '04:44:24.000000003'               |
      | duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 2})         | localtime('12:31:14.000000001') - d                   | '20:18:03.999999999'               |
      | duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1})         | d + d                                                 | 'P24Y10M28DT32H26M20.000000002S'   |
      | duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1})         | d - d                                                 | 'PT0S'                             |
      | duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1})         | d * 2                                                 | 'P24Y10M28DT32H26M20.000000002S'   |
      | duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1})         | d / 2                                                 | 'P6Y2M22DT13H21M8S'                |
      | duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70, nanoseconds: 1})         | d * 0.5                                               | 'P6Y2M22DT13H21M8S'                |

    Examples: Text
      | value                                                   | expression     | result            |
      | duration({years: 12, months: 5, days: -14, hours: 16})  | toString(d)    | 'P12Y5M-14DT16H'  |
      | duration({minutes: 12, seconds: -60})                   | toString(d)    | 'PT11M'           |
      | duration({seconds: 2, milliseconds: -1})                | toString(d)    | 'PT1.999S'        |
      | duration({seconds: -2, milliseconds: 1})                | toString(d)    | 'PT-1.999S'       |
      | duration({seconds: -2, milliseconds: -1})               | toString(d)    | 'PT-2.001S'       |
      | duration({days: 1, milliseconds: 1})                    | toString(d)    | 'P1DT0.001S'      |
      | duration({days: 1, milliseconds: -1})                   | toString(d)    | 'P1DT-0.001S'     |
      | duration({seconds: 60, milliseconds: -1})               | toString(d)    | 'PT59.999S'       |
      | duration({seconds: -60, milliseconds: 1})               | toString(d)    | 'PT-59.999S'      |
      | duration('P5M1.5D')                                     | toString(d)    | 'P5M1DT12H'       |
      | duration('P2.5W')                                       | toString(d)    | 'P17DT12H'        |
      | duration('P12Y5M14DT16H12M70S')                         | toString(d)    | 'P12Y5M14DT16H13M10S' |
      | duration('P2012-02-02T14:37:21.545')                    | toString(d)    | 'P2012Y2M2DT14H37M21.545S' |
      | localtime('12:00')                                      | toString(d)    | '12:00'           |
      | localtime('12:00:00.000000001')                         | toString(d)    | '12:00:00.000000001' |
      | datetime('1984-10-11T12:31:14.645876123+01:00')         | toString(d)    | '1984-10-11T12:31:14.645876123+01:00' |

    Examples: Truncation
      | value                                                    | expression                                              | result                                      |
      | date('2017-10-11')                                       | date.truncate('millennium', d)                          | '2000-01-01'                                |
      | date('1984-10-11')                                       | date.truncate('century', d, {day: 2})                   | '1900-01-02'                                |
      | date('1984-01-01')                                       | date.truncate('weekYear', d)                            | '1983-01-03'                                |
      | date('1984-11-11')                                       | date.truncate('quarter', d, {day: 2})                   | '1984-10-02'                                |
      | date('1984-10-11')                                       | date.truncate('month', d)                               | '1984-10-01'                                |
      | datetime('2017-10-11T12:31:14+01:00')                    | datetime.truncate('millennium', d, {timezone: 'Europe/Oslo'}) | '2000-01-01T00:00+01:00[Europe/Oslo]' |
      | datetime('1984-10-11T12:31:14.645876123-01:00')          | datetime.truncate('hour', d)                            | '1984-10-11T12:00-01:00'                    |
      | datetime('1984-10-11T12:31:14.645876123-01:00')          | datetime.truncate('millisecond', d, {nanosecond: 2})    | '1984-10-11T12:31:14.645000002-01:00'       |
      | localdatetime('1984-10-11T12:31:14.645876123')           | localdatetime.truncate('second', d)                     | '1984-10-11T12:31:14'                       |
      | time('12:31:14.645876123+01:00')                         | time.truncate('microsecond', d)                         | '12:31:14.645876+01:00'                     |
      | time('12:31:14.645876123+01:00')                         | localtime.truncate('day', d)                            | '00:00'                                     |

    Examples: From other values
      | value                                                    | expression                                              | result                                      |
      | date('1984-11-11')                                       | date({date: d, year: 28})                               | '0028-11-11'                                |
      | date('1984-11-11')                                       | date({date: d, week: 1})                                | '1984-01-08'                                |
      | date('1984-11-11')                                       | date({date: d, ordinalDay: 28})                         | '1984-01-28'                                |
      | date('1984-11-11')                                       | date({date: d, quarter: 3})                             | '1984-08-11'                                |
      | localtime('12:31:14.645876')                             | time({time: d, second: 42})                             | '12:31:42.645876Z'                          |
      | time('12:31:14.645876+01:00')                            | localtime(d)                                            | '12:31:14.645876'                           |
      | time('12:00+01:00')                                      | time({time: d, timezone: '+05:00'})                     | '16:00+05:00'                               |
      | localdatetime('1984-10-11T12:00')                        | datetime({datetime: d, timezone: '+05:00'})             | '1984-10-11T12:00+05:00'                    |
      | datetime('1984-10-11T12:00+01:00')                       | datetime({datetime: d, timezone: '+05:00'})             | '1984-10-11T16:00+05:00'                    |
      | datetime('1984-10-11T12:00+01:00')                       | localdatetime(d)                                        | '1984-10-11T12:00'                          |
      | datetime('1984-10-11T12:00+01:00')                       | date(d)                                                 | '1984-10-11'                                |
      | date('1984-10-11')                                       | datetime({date: d, hour: 10})                           | '1984-10-11T10:00Z'                         |

    Examples: Comparison
      | value                                                                                       | expression          | result |
      | [date('1984-10-11'), date('1984-10-12')]                                                    | d[0] < d[1]         | true   |
      | [time('10:00+01:00'), time('09:35:14.645876123+00:00')]                                     | d[0] < d[1]         | true   |
      | [datetime('1984-10-11T12:00-05:00'), datetime('1984-10-11T12:00+05:00')]                    | d[0] > d[1]         | true   |
      | [duration('P1D'), duration('PT24H')]                                                        | d[0] = d[1]         | false  |
      | [duration('P1Y'), duration('P12M')]                                                         | d[0] = d[1]         | true   |
      | [date('1984-10-11'), localtime('12:00')]                                                    | d[0] = d[1]         | false  |
      | [date('1984-10-11'), localtime('12:00')]                                                    | d[0] < d[1]         | null   |
