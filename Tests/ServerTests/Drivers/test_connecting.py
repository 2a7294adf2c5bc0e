import threading
import unittest

import neo4j
from neo4j.exceptions import AuthError, ClientError, ServiceUnavailable

from server import ADDRESS, USERS, ServerTest, connect


class Connecting(unittest.TestCase):
    def test_both_schemes(self):
        for scheme in ("bolt", "neo4j"):
            with self.subTest(scheme), connect(scheme) as driver:
                driver.verify_connectivity()
                info = driver.get_server_info()
                self.assertTrue(info.agent.startswith("Neo4j/5.26.0 compatible (Veiviser "))
                self.assertEqual(tuple(info.protocol_version), (5, 4))
                self.assertEqual(driver.execute_query("RETURN 1").records[0][0], 1)

    def test_any_credentials_on_this_machine(self):
        for auth in (None, ("neo4j", "secret"), neo4j.bearer_auth("x"), neo4j.basic_auth("", "")):
            with connect(auth=auth) as driver:
                driver.verify_connectivity()

    def test_verify_authentication(self):
        with connect() as driver:
            self.assertTrue(driver.verify_authentication(auth=("a", "b")))

    def test_the_database_by_name(self):
        with connect("neo4j") as driver:
            self.assertEqual(driver.execute_query("RETURN 1", database_="neo4j").records[0][0], 1)
        with connect() as driver, driver.session(database="elsewhere") as session:
            with self.assertRaises(ClientError) as caught:
                session.run("RETURN 1").consume()
            self.assertEqual(caught.exception.code, "Neo.ClientError.Database.DatabaseNotFound")

    def test_many_connections_of_one_driver(self):
        with connect(max_connection_pool_size=20) as driver:
            sums = []

            def work(number):
                with driver.session() as session:
                    sums.append(session.run("RETURN $n + 1", n=number).single()[0])

            threads = [threading.Thread(target=work, args=(n,)) for n in range(20)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertEqual(sorted(sums), list(range(1, 21)))

    def test_a_server_that_is_not_there(self):
        with connect(address="127.0.0.1:1") as driver:
            with self.assertRaises(ServiceUnavailable):
                driver.verify_connectivity()

    @unittest.skipUnless(USERS, "no server with users")
    def test_users(self):
        with connect(address=USERS, auth=("kari", "fjord")) as driver:
            driver.verify_connectivity()
        for auth in (("kari", "wrong"), ("per", "fjord"), None):
            with connect(address=USERS, auth=auth) as driver:
                with self.assertRaises(AuthError):
                    driver.verify_connectivity()


class Shell(ServerTest):
    """What cypher-shell asks when it starts."""

    def test_ping(self):
        self.assertEqual(self.value("CALL db.ping()"), True)

    def test_components(self):
        records, _, keys = self.driver.execute_query(
            "CALL dbms.components() YIELD versions, edition RETURN versions[0] AS v, edition")
        self.assertEqual(keys, ["v", "edition"])
        self.assertRegex(records[0]["v"], r"^\d+\.\d+\.\d+$")

    def test_what_is_not_there_is_named(self):
        with self.assertRaises(ClientError) as caught:
            self.value("CALL dbms.licenseAgreementDetails()")
        self.assertEqual(caught.exception.code, "Neo.ClientError.Procedure.ProcedureNotFound")

    def test_names(self):
        self.driver.execute_query("CREATE (:Body {name: 'a'})-[:LEADS]->(:Body)")
        self.assertEqual(self.value("CALL db.labels()"), "Body")
        self.assertEqual(self.value("CALL db.relationshipTypes()"), "LEADS")
        self.assertEqual(self.value("CALL db.propertyKeys()"), "name")
