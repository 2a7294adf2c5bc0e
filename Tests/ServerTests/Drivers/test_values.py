import datetime
import math

import neo4j.spatial
import pytz
from neo4j.exceptions import CypherTypeError
from neo4j.time import Date, DateTime, Duration, Time

from server import ServerTest


def nested(depth):
    value = 1
    for _ in range(depth):
        value = [value]
    return value


VALUES = [
    None, True, False, 0, 1, -1, 127, 128, -128, -129, 32767, -32769, 2**31, -(2**31) - 1,
    2**63 - 1, -(2**63), 0.0, -0.0, 1.5, 1e308, 5e-324, math.inf, -math.inf, "", "a", "blåbær 🫐",
    "x" * 15, "x" * 16, "x" * 300, "x" * 70_000, [], [1, "a", None, [True]], list(range(300)),
    nested(50), {}, {"a": 1, "b": {"c": [None]}}, {str(n): n for n in range(300)},
    Date(2026, 2, 28), Date(1, 1, 1), Date(9999, 12, 31),
    Time(23, 59, 59, 999_999_999), Time(1, 2, 3, 4, tzinfo=pytz.utc),
    Time(1, 2, 3, 4, tzinfo=pytz.FixedOffset(-330)),
    DateTime(1999, 12, 31, 23, 59, 59, 123_456_789), DateTime(1815, 1, 1, 0, 0, 0, 0),
    Duration(), Duration(months=14, days=-3, seconds=7, nanoseconds=8),
    Duration(seconds=-1, nanoseconds=-500_000_000), Duration(nanoseconds=-1),
]

def in_zone(zone, *parts, **settings):
    # Python's own zoneinfo crashes inside driver 6 under Python 3.11.
    return pytz.timezone(zone).localize(datetime.datetime(*parts), **settings)


INSTANTS = [
    datetime.datetime(2026, 7, 1, 12, 0, 0, 1, tzinfo=datetime.timezone.utc),
    datetime.datetime(2026, 7, 1, 12, tzinfo=pytz.FixedOffset(120)),
    datetime.datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=pytz.FixedOffset(-570)),
    in_zone("Europe/Oslo", 2026, 1, 15, 8, 30),
    in_zone("America/New_York", 2026, 7, 15, 8, 30),
    in_zone("Europe/Oslo", 2026, 10, 25, 2, 30, is_dst=True),
    in_zone("Europe/Oslo", 2026, 10, 25, 2, 30, is_dst=False),
    in_zone("Asia/Kathmandu", 1985, 12, 31, 12),
]


class Values(ServerTest):
    def test_parameters_come_back_unchanged(self):
        for sent in VALUES:
            with self.subTest(str(sent)[:60]):
                back = self.value("RETURN $x", x=sent)
                self.assertEqual(type(back), type(sent))
                self.assertEqual(back, sent)
                if isinstance(sent, float):
                    self.assertEqual(math.copysign(1, back), math.copysign(1, sent))

    def test_not_a_number(self):
        self.assertTrue(math.isnan(self.value("RETURN $x", x=math.nan)))

    def test_instants_come_back_with_their_zone(self):
        for sent in INSTANTS:
            with self.subTest(str(sent)):
                back = self.value("RETURN $x", x=sent)
                # The driver's own type does not compare across Python's kinds of zone.
                native = back.to_native()
                self.assertEqual(native.timestamp(), sent.timestamp())
                self.assertEqual(native.utcoffset(), sent.utcoffset())
                zone = getattr(sent.tzinfo, "zone", None)
                if zone:
                    self.assertEqual(native.tzinfo.zone, zone)

    def test_nanoseconds_of_an_instant(self):
        sent = DateTime(2026, 7, 1, 12, 0, 0, 123_456_789, tzinfo=pytz.utc)
        self.assertEqual(self.value("RETURN $x", x=sent), sent)

    def test_python_s_own_times(self):
        self.assertEqual(
            self.value("RETURN $x", x=datetime.date(2026, 5, 17)).to_native(),
            datetime.date(2026, 5, 17))
        self.assertEqual(
            self.value("RETURN $x", x=datetime.timedelta(days=1, seconds=2)),
            Duration(days=1, seconds=2))
        self.assertEqual(
            self.value("RETURN $x", x=datetime.time(4, 5, 6, 7)).to_native(),
            datetime.time(4, 5, 6, 7))

    def test_stored_values_come_back(self):
        stored = [v for v in VALUES if isinstance(v, (bool, int, float, str, Date, Time, DateTime))]
        stored += [[1, 2], ["a"], Duration(months=1), [Date(2020, 1, 1)]]
        for sent in stored:
            with self.subTest(str(sent)[:60]):
                self.value("CREATE (n:Value {x: $x}) RETURN n", x=sent)
                back = self.value("MATCH (n:Value) RETURN n.x")
                self.assertEqual(back, sent)
                self.driver.execute_query("MATCH (n:Value) DELETE n")

    def test_a_thousand_parameters(self):
        names = {f"p{n}": n for n in range(1000)}
        text = "RETURN [" + ", ".join(f"${name}" for name in names) + "]"
        self.assertEqual(self.value(text, **names), list(range(1000)))

    def test_a_batch_of_rows(self):
        rows = [{"id": n, "name": f"name {n}"} for n in range(20_000)]
        count = self.value(
            "UNWIND $rows AS row WITH row WHERE row.id % 2 = 0 RETURN count(row.name)", rows=rows)
        self.assertEqual(count, 10_000)

    def test_what_cannot_be_sent_is_told(self):
        for bad in (b"bytes", neo4j.spatial.CartesianPoint((1.0, 2.0))):
            with self.subTest(str(bad)), self.assertRaises(CypherTypeError):
                self.value("RETURN $x", x=bad)
        self.assertEqual(self.value("RETURN 1"), 1)
