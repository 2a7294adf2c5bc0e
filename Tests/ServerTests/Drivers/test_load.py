"""Many clients read while one writes: no row is wrong, nothing fails.

BOLT_LOAD_CLIENTS and BOLT_LOAD_SECONDS make it the full load: 64 clients for a minute.
"""

import os
import threading
import time
import unittest

import neo4j

from server import ServerTest, connect

CLIENTS = int(os.environ.get("BOLT_LOAD_CLIENTS", "8"))
SECONDS = float(os.environ.get("BOLT_LOAD_SECONDS", "2"))


class Load(ServerTest):
    def test_readers_and_a_writer(self):
        # Each transaction moves an amount from one account to another: the sum never changes.
        self.driver.execute_query("UNWIND range(0, 99) AS i CREATE (:Account {id: i, sum: 100})")
        deadline = time.monotonic() + SECONDS
        failures, reads, writes = [], [0] * CLIENTS, [0]

        def read(number):
            try:
                with connect() as driver, driver.session() as session:
                    while time.monotonic() < deadline:
                        record = session.run(
                            "MATCH (a:Account) RETURN sum(a.sum) AS s, count(a) AS c").single()
                        if (record["s"], record["c"]) != (10_000, 100):
                            failures.append(record.data())
                        reads[number] += 1
            except Exception as error:
                failures.append(error)

        def write():
            try:
                with connect() as driver, driver.session() as session:
                    while time.monotonic() < deadline:
                        step = writes[0]
                        session.execute_write(lambda tx: tx.run(
                            "MATCH (a:Account {id: $a}), (b:Account {id: $b})"
                            " SET a.sum = a.sum - 1, b.sum = b.sum + 1",
                            a=step % 100, b=(step * 7 + 1) % 100).consume())
                        writes[0] += 1
            except Exception as error:
                failures.append(error)

        threads = [threading.Thread(target=read, args=(n,)) for n in range(CLIENTS)]
        threads.append(threading.Thread(target=write))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print(f"load: {CLIENTS} readers, {SECONDS} s: {sum(reads)} reads, {writes[0]} writes")
        self.assertEqual(failures, [])
        self.assertTrue(all(reads))
        self.assertGreater(writes[0], 0)


if __name__ == "__main__":
    unittest.main()
