import threading

import neo4j
from neo4j.exceptions import ClientError, TransactionError, TransientError

from server import ServerTest, connect


class Transactions(ServerTest):
    def count(self):
        return self.value("MATCH (n) RETURN count(n)")

    def test_auto_commit(self):
        with self.driver.session() as session:
            session.run("CREATE (:A)")
            self.assertTrue(session.run("CREATE (:A) RETURN 1").single())
        self.assertEqual(self.count(), 2)

    def test_managed(self):
        def work(tx):
            tx.run("CREATE (:A {x: $x})", x=1)
            return tx.run("MATCH (a:A) RETURN a.x").single()[0]

        with self.driver.session() as session:
            self.assertEqual(session.execute_write(work), 1)
            self.assertEqual(
                session.execute_read(lambda tx: tx.run("MATCH (a) RETURN count(a)").single()[0]), 1)

    def test_managed_that_fails_leaves_nothing(self):
        def work(tx):
            tx.run("CREATE (:A)").consume()
            raise ValueError("no")

        with self.driver.session() as session, self.assertRaises(ValueError):
            session.execute_write(work)
        self.assertEqual(self.count(), 0)

    def test_explicit(self):
        with self.driver.session() as session:
            tx = session.begin_transaction(metadata={"app": "test"}, timeout=30)
            tx.run("CREATE (:A)")
            self.assertEqual(tx.run("MATCH (n) RETURN count(n)").single()[0], 1)
            self.assertEqual(self.count(), 0)
            tx.commit()
            self.assertEqual(self.count(), 1)
            tx = session.begin_transaction()
            tx.run("CREATE (:A)")
            tx.rollback()
            self.assertEqual(self.count(), 1)
            with session.begin_transaction() as tx:
                tx.run("CREATE (:A)")
            # Leaving the block without an error commits.
            self.assertEqual(self.count(), 2)
            self.assertTrue(tx.closed())

    def test_several_results_at_once(self):
        with self.driver.session(fetch_size=2) as session, session.begin_transaction() as tx:
            first = tx.run("UNWIND range(1, 9) AS x RETURN x")
            second = tx.run("UNWIND range(10, 19) AS x RETURN x")
            pairs = [(next(first)[0], next(second)[0]) for _ in range(9)]
            self.assertEqual(pairs, [(n, n + 9) for n in range(1, 10)])
            self.assertEqual(next(second)[0], 19)

    def test_a_failed_statement_ends_the_transaction(self):
        with self.driver.session() as session:
            tx = session.begin_transaction()
            tx.run("CREATE (:A)").consume()
            with self.assertRaises(ClientError):
                tx.run("RETURN 1 / 0 +").consume()
            with self.assertRaises((ClientError, TransactionError)):
                tx.run("RETURN 1").consume()
            tx.close()
            self.assertEqual(session.run("RETURN 1").single()[0], 1)
        self.assertEqual(self.count(), 0)

    def test_a_reader_keeps_what_it_saw(self):
        with self.driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
            with session.begin_transaction() as tx:
                self.assertEqual(tx.run("MATCH (n) RETURN count(n)").single()[0], 0)
                self.driver.execute_query("CREATE (:A)")
                self.assertEqual(tx.run("MATCH (n) RETURN count(n)").single()[0], 0)
        self.assertEqual(self.count(), 1)

    def test_readers_do_not_wait_for_a_writer(self):
        with self.driver.session() as session, session.begin_transaction() as tx:
            tx.run("CREATE (:A)").consume()
            # Opened for writing, as all transactions are unless told otherwise.
            with connect() as other, other.session() as reader:
                with reader.begin_transaction() as reading:
                    self.assertEqual(reading.run("MATCH (n) RETURN count(n)").single()[0], 0)
            tx.commit()
        self.assertEqual(self.count(), 1)

    def test_reading_mode_does_not_write(self):
        with self.driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
            with self.assertRaises(ClientError) as caught:
                session.run("CREATE (:A)").consume()
            self.assertEqual(caught.exception.code, "Neo.ClientError.Statement.AccessMode")
        self.assertEqual(self.count(), 0)

    def test_no_update_is_lost(self):
        self.driver.execute_query("CREATE (:Counter {n: 0})")

        def add(tx):
            n = tx.run("MATCH (c:Counter) RETURN c.n").single()[0]
            tx.run("MATCH (c:Counter) SET c.n = $n", n=n + 1).consume()

        def work():
            with self.driver.session() as session:
                for _ in range(5):
                    session.execute_write(add)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(self.value("MATCH (c:Counter) RETURN c.n"), 20)

    def test_who_read_before_another_wrote_has_to_try_again(self):
        self.driver.execute_query("CREATE (:Counter {n: 0})")
        with self.driver.session() as session:
            tx = session.begin_transaction()
            tx.run("MATCH (c:Counter) RETURN c.n").consume()
            self.driver.execute_query("MATCH (c:Counter) SET c.n = 7")
            with self.assertRaises(TransientError) as caught:
                tx.run("MATCH (c:Counter) SET c.n = 1").consume()
            self.assertTrue(caught.exception.is_retryable())
            tx.close()
        self.assertEqual(self.value("MATCH (c:Counter) RETURN c.n"), 7)

    def test_bookmarks(self):
        with self.driver.session() as session:
            session.run("CREATE (:A)").consume()
            bookmarks = session.last_bookmarks()
            self.assertTrue(bookmarks.raw_values)
        with self.driver.session(bookmarks=bookmarks) as session:
            with session.begin_transaction() as tx:
                self.assertEqual(tx.run("MATCH (n) RETURN count(n)").single()[0], 1)
                tx.commit()
            self.assertTrue(session.last_bookmarks().raw_values)
