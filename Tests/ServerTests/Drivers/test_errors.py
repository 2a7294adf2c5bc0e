from neo4j.exceptions import (
    ClientError, ConstraintError, CypherSyntaxError, CypherTypeError, DatabaseError,
)

from server import ServerTest

STATEMENT = "Neo.ClientError.Statement."

CASES = [
    ("RETURN foo", CypherSyntaxError, "SyntaxError"),
    ("MATCH (n RETURN n", CypherSyntaxError, "SyntaxError"),
    ("RETURN $missing", ClientError, "ParameterMissing"),
    ("RETURN 1 + {}", (CypherTypeError, CypherSyntaxError), None),
    ("UNWIND [[1], {}] AS x RETURN x['a']", CypherTypeError, "TypeError"),
    ("UNWIND [0] AS x RETURN 1 / x", ClientError, "ArithmeticError"),
    ("RETURN date('nonsense')", ClientError, "ArgumentError"),
    ("CREATE (n) DELETE n RETURN n.x", ClientError, "EntityNotFound"),
    ("CALL no.such.procedure()", ClientError, None),
]


class Errors(ServerTest):
    def test_each_kind_is_the_driver_s_own_class(self):
        for text, kind, name in CASES:
            with self.subTest(text):
                with self.assertRaises(kind) as caught:
                    self.value(text)
                self.assertNotIsInstance(caught.exception, DatabaseError)
                self.assertFalse(caught.exception.is_retryable())
                if name:
                    self.assertEqual(caught.exception.code, STATEMENT + name)

    def test_a_connected_node_stays(self):
        self.driver.execute_query("CREATE (:A)-[:R]->(:B)")
        with self.assertRaises(ConstraintError):
            self.value("MATCH (a:A) DELETE a")

    def test_the_message_shows_the_place_and_what_to_do(self):
        with self.assertRaises(CypherSyntaxError) as caught:
            self.value("MATCH (n)\nRETURN m.name")
        message = caught.exception.message
        self.assertIn("RETURN m.name", message)
        self.assertIn("^", message)
        self.assertIn("'m'", message)

    def test_the_connection_goes_on(self):
        with self.driver.session() as session:
            for _ in range(50):
                with self.assertRaises(CypherSyntaxError):
                    session.run("NONSENSE").consume()
                self.assertEqual(session.run("RETURN 1").single()[0], 1)

    def test_a_deeply_nested_query(self):
        for text in ("RETURN " + "(" * 20_000 + "1" + ")" * 20_000,
                     "RETURN " + "[" * 20_000 + "]" * 20_000,
                     "RETURN " + "NOT " * 20_000 + "true"):
            with self.assertRaises(ClientError):
                self.value(text)
        self.assertEqual(self.value("RETURN 1"), 1)
