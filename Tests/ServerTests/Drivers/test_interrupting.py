import threading
import time

import neo4j
from neo4j.exceptions import ClientError

from server import ServerTest, connect

# Runs for hours if nobody stops it.
ENDLESS = """
UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b
WITH a, b WHERE a * b = -1 RETURN count(*)
"""


class Interrupting(ServerTest):
    def test_reset_amid_a_running_query(self):
        with self.driver.session() as session:
            session.run("RETURN 1").consume()
            session._connect(neo4j.READ_ACCESS)
            connection = session._connection
            connection.run(ENDLESS)
            connection.pull()
            connection.send_all()
            time.sleep(0.2)
            started = time.monotonic()
            connection.reset()
            self.assertLess(time.monotonic() - started, 10)
            self.assertTrue(connection.is_reset)
            session._disconnect()
        self.assertEqual(self.value("RETURN 1"), 1)

    def test_a_timeout_of_the_client(self):
        with self.driver.session() as session:
            with self.assertRaises(ClientError) as caught:
                session.run(neo4j.Query(ENDLESS, timeout=0.2)).consume()
            self.assertEqual(
                caught.exception.code, "Neo.ClientError.Transaction.TransactionTimedOut")
            self.assertEqual(session.run("RETURN 1").single()[0], 1)
            tx = session.begin_transaction(timeout=0.2)
            with self.assertRaises(ClientError):
                tx.run(ENDLESS).consume()
            tx.close()
            self.assertEqual(session.run("RETURN 1").single()[0], 1)

    def test_a_client_that_goes_away_while_it_writes(self):
        gone = connect()
        session = gone.session()
        tx = session.begin_transaction()
        tx.run("CREATE (:Half)").consume()
        tx._connection.kill()
        # The next writer gets its turn, and sees nothing of the half transaction.
        self.driver.execute_query("CREATE (:Whole)")
        self.assertEqual(self.value("MATCH (n) RETURN labels(n)[0]"), "Whole")
        gone.close()

    def test_a_query_stopped_while_it_waits_for_the_writer(self):
        with self.driver.session() as session, session.begin_transaction() as tx:
            tx.run("CREATE (:A)").consume()
            with connect() as other, other.session() as waiting:
                with self.assertRaises(ClientError.__mro__[1]):
                    waiting.run(neo4j.Query("CREATE (:B)", timeout=0.3)).consume()
            tx.commit()
        self.assertEqual(self.value("MATCH (n) RETURN count(n)"), 1)

    def test_a_reader_is_not_held_up_by_a_long_query(self):
        stop = threading.Event()

        def work():
            with connect() as other, other.session() as session:
                try:
                    session.run(neo4j.Query(ENDLESS, timeout=3)).consume()
                except ClientError:
                    stop.set()

        thread = threading.Thread(target=work)
        thread.start()
        for _ in range(20):
            self.assertEqual(self.value("RETURN 1"), 1)
        self.assertFalse(stop.is_set())
        thread.join()
        self.assertTrue(stop.is_set())
